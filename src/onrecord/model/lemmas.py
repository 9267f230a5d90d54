"""Lemmas by part of speech, from lemminflect's tables, remembered as met."""

from __future__ import annotations

from functools import lru_cache

_OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX"})
_CLITICS = {
    "n't": "not", "n’t": "not", "nt": "not",
    "'s": "'s", "’s": "'s", "'re": "be", "’re": "be", "'m": "be",
    "’m": "be", "'ve": "have", "’ve": "have", "'ll": "will", "’ll": "will", "ca": "can",
    "wo": "will",
}  # fmt: skip
_AUXILIARIES = {"would": "would", "could": "could", "should": "should", "might": "might"}


@lru_cache(maxsize=100_000)
def lemma(word: str, upos: str) -> str:
    """The dictionary form of ``word``; names keep theirs, other closed classes are lowered."""
    if upos == "PROPN":
        return word
    low = word.lower()
    if upos in ("AUX", "VERB", "PART") and low in _CLITICS:
        if upos == "AUX" and low in ("'s", "’s"):
            return "be"
        return _CLITICS[low]
    if upos not in _OPEN or low in _AUXILIARIES:
        return low
    # Imported here: lemminflect costs 60 ms that questions to a record should not pay.
    from lemminflect import getAllLemmas, getAllLemmasOOV

    known = getAllLemmas(low, upos) or getAllLemmasOOV(low, upos)
    forms = known.get(upos, ())
    return str(forms[0]) if forms else low
