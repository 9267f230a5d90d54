"""SVG as escaped markup: nothing that stands in a report becomes an element."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape


def element(name: str, *inside: Markup | str, **attributes: object) -> Markup:
    """An element; ``class_`` gives the attribute class, ``stroke_width`` stroke-width.

    What is None is left out; numbers are rounded to a tenth of a unit.
    """
    told = "".join(
        f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    body = "".join(escape(part) for part in inside)
    return Markup(f"<{name}{told}>{body}</{name}>")


def joined(parts: Iterable[Markup]) -> Markup:
    """Elements one after the other."""
    return Markup("").join(parts)


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    return escape(value)
