"""Names made comparable."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PARTICLES = ("al-", "el-", "al ", "el ", "as-", "ash-", "ar-", "an-", "az-")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """``text`` for comparing: no case, accents, articles or possessive, one kind of apostrophe."""
    text = " ".join(text.replace("’", "'").replace("‑", "-").split()).casefold()
    text = text.removeprefix("the ").removesuffix("'s").removesuffix("'")
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name for comparing; particles ("al-") belong to no part."""
    parts: list[str] = []
    for part in fold(name).replace(" - ", "-").split():
        for particle in _PARTICLES:
            if part.startswith(particle) and len(part) > len(particle) + 1:
                part = part[len(particle) :]
                break
        if part not in ("al", "el", "jr", "jr.", "sr", "sr.", ","):
            parts.append(part)
    return tuple(parts)
