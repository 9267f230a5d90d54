"""Names made comparable for questions."""

from __future__ import annotations

import re
import unicodedata

from onrecord.identity import RECORD as RECORD

_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"['’]s\b")


def normalise(name: str) -> str:
    """``name`` in lower case without accents, punctuation, possessive and leading "the".

    >>> normalise("The Kremlin’s"), normalise("Recep Tayyip Erdoğan"), normalise("U.S.")
    ('kremlin', 'recep tayyip erdogan', 'us')
    """
    text = _POSSESSIVE.sub("", name)
    text = _INITIALS.sub(lambda found: found.group().replace(".", ""), text)
    text = unicodedata.normalize("NFKD", text).casefold()
    chars = [c if c.isalnum() else " " for c in text if not unicodedata.combining(c)]
    words = "".join(chars).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
