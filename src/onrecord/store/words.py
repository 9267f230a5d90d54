"""What a user types to search for, as an expression of SQLite's full-text search."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.errors import QueryError

_TERM = re.compile(r'["“”](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+)')
# Words that are in nearly every text, so that to want them finds nothing more exactly.
_EMPTY = frozenset(
    "a an the of in on at to for and or by with from as that this is are was were be been has had "
    "have did do does it its their his her what who whom when where which how".split()
)


def expression(words: str, alternatives: Iterable[str] = ()) -> str:
    """Every word or "phrase" of ``words``, or else one of the ``alternatives`` as a phrase.

    A ``*`` after a word finds whatever begins so. QueryError where there is no word to look for.
    """
    terms = [term for term in map(_term, _TERM.finditer(words)) if term is not None]
    if not terms:
        raise QueryError(f"{words!r} has no word to look for; give one or more")
    wanted = [text for text, empty in terms if not empty] or [text for text, _ in terms]
    either = [" AND ".join(wanted), *(_quoted(name) for name in alternatives)]
    return " OR ".join(f"({part})" for part in either)


def _term(found: re.Match[str]) -> tuple[str, bool] | None:
    """The term as FTS5 writes it, and whether it is one of the empty words."""
    phrase, word = found["phrase"], found["word"]
    text = phrase if word is None else word
    if not any(c.isalnum() for c in text):
        return None
    if word is None:
        return _quoted(text), False
    prefix = "*" if word.endswith("*") else ""
    return _quoted(word.rstrip("*")) + prefix, word.lower() in _EMPTY


def _quoted(text: str) -> str:
    """``text`` as a string of FTS5, in which nothing is an operator."""
    # a NUL would end the expression
    return '"' + text.replace('"', " ").replace("\0", " ") + '"'
