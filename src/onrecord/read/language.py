"""Which language a text is in: enough to leave alone what the model cannot read.

English is known by its function words, which costs nothing; only a text that lacks them is put
to the language model of py3langid, which takes the better part of a second to load.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

SAMPLE = 4000
"""Code points that a decision looks at."""
_MIN_WORDS = 20
"""Below this a guess is worth less than none."""

_FUNCTION_WORDS = frozenset(
    """the of and to in that is was for on with as by at it be are were this have has had not from
    but they which been will would who their said after its an or he his she her we""".split()
)
# Words that are written the same in other languages do not count on their own.
_TELLING = frozenset("the of and to that was with from were this have has which their said".split())
_WORD = re.compile(r"[^\W\d_]+")
READ = frozenset({"en"})
"""The languages that the reading model reads."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``, or None where it is too short to tell."""
    sample = text[:SAMPLE]
    words = [w.lower() for w in _WORD.findall(sample)]
    letters = sum(map(len, words))
    foreign = sum(1 for w in words for c in w if c > "\u024f")  # beyond the Latin letters
    if letters and foreign * 2 > letters:
        return _identified(sample) if letters >= 10 else None
    if len(words) < _MIN_WORDS:
        return "en" if sum(w in _TELLING for w in words) >= 2 else None
    share = sum(w in _FUNCTION_WORDS for w in words) / len(words)
    if share >= 0.15 and len(_TELLING.intersection(words)) >= 3:
        return "en"
    return _identified(sample)


def is_readable(language: str | None) -> bool:
    """Whether the model reads ``language``; what cannot be told is given a try."""
    return language is None or language.lower().partition("-")[0] in READ


def _identified(sample: str) -> str:
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
