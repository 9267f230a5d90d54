"""Who stands in a row with whom: by titles, ages and the words that join them; words written with
a hyphen, which are several tokens."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.statements.words.syntax import Syntax


def titled_too(syntax: Syntax, one: Phrase, other: Phrase) -> bool:
    """ "Premier Ada Cole and President | Ben Lund", whose name a tree strings on the first."""
    strung = any(
        syntax.deprel(i) == "flat" and one.first <= syntax.heads[i] <= one.last
        for i in range(other.first, other.last + 1)
    )
    return strung and any(syntax.deprel(i) == "nmod:desc" for i in range(other.first, other.last))


def beside(syntax: Syntax, index: int) -> int:
    """How many words join those named besides: "two drivers | as well as | two guards"."""
    told = syntax.words[index : index + 3]
    if told == ["as", "well", "as"]:
        return 3
    return 2 if told[:2] in (["along", "with"], ["together", "with"]) else 0


def past_age(syntax: Syntax, index: int, high: int) -> int:
    """ "Ben Lund | , 27, | and Ada Cole, 18, were held": behind how old somebody is."""
    if index + 3 >= high or syntax.word(index) != "," or not syntax.word(index + 1).isdigit():
        return index
    joined = syntax.word(index + 2) == "," and syntax.word(index + 3) in ("and", "or")
    return index + 2 if joined and syntax.tokens[index - 1].upos == "PROPN" else index


def glued(syntax: Syntax) -> dict[int, tuple[int, int]]:
    """The nouns of the lists that a hyphen makes three tokens ("cease-fire", "sit-in"): by the one
    that heads them, the first and the last."""
    found: dict[int, tuple[int, int]] = {}
    for middle in range(1, len(syntax.tokens) - 1):
        if syntax.word(middle) not in ("-", "–", "‑"):
            continue
        first, last = middle - 1, middle + 1
        tight = syntax.tokens[first].end == syntax.tokens[middle].start
        tight = tight and syntax.tokens[middle].end == syntax.tokens[last].start
        entry = f"{syntax.word(first)}-{syntax.lemmas[last]}"
        if not tight or entry not in words().tails:
            continue
        if syntax.upos(last) in ("NOUN", "PROPN"):
            found[last] = (first, last)
        elif syntax.upos(first) in ("NOUN", "PROPN"):
            found[first] = (first, last)
    return found


def next_event(syntax: Syntax, first: int, head: int) -> bool:
    """ "a raid in | Lun, and | fighting in Ard": the next event of a row, and no other place."""
    return syntax.lemmas[head] in words().nouns and syntax.heads[head] < first
