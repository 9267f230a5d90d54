"""SVG as escaped markup: nothing that stands in a report becomes an element."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def element(name: str, *inside: Markup | str, **attributes: object) -> Markup:
    """An element; ``class_`` gives the attribute class, ``stroke_width`` stroke-width.

    What is None is left out; numbers are rounded to a tenth of a unit.
    """
    told = Markup("").join(
        Markup(' {}="{}"').format(_name(key), _value(value))
        for key, value in attributes.items()
        if value is not None
    )
    body = Markup("").join(escape(part) for part in inside)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), told, body)


def joined(parts: Iterable[Markup]) -> Markup:
    """Elements one after the other."""
    return Markup("").join(parts)


def _name(key: str) -> Markup:
    return Markup(key.rstrip("_").replace("_", "-"))


def _value(value: object) -> object:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
