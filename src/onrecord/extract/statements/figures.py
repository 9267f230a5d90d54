"""A figure given by somebody: "put the toll at 118", "gave the range as 4,600 km"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.lexicon import Cues, words
from onrecord.extract.statements.phrases import noun_phrase
from onrecord.extract.statements.syntax import Offsets, Syntax
from onrecord.extract.statements.verbgroup import verb_group

_BEFORE = {"put": "at", "give": "as", "set": "at", "estimate": "at", "peg": "at"}
"""The verbs that give a figure, and the word that stands before it."""
_NEAR = 4
"""Tokens after that word within which the figure stands: "at more than 300"."""
_REACH = 12
"""Tokens from the verb to that word."""


def figure(syntax: Syntax, lexicon: Cues, verb: int, speaker: int | None) -> Iterator[Draft]:
    """What somebody puts a number at, as a draft; nothing where the verb gives no figure."""
    content = given(syntax, verb)
    if content is None or speaker is None or syntax.has(verb, "aux:pass", "nsubj:pass"):
        return
    source = noun_phrase(syntax, speaker)
    if source[1] <= content[0]:
        yield Draft(source, verb_group(syntax, verb, lexicon), (content,), head=verb, by="rule")


def given(syntax: Syntax, verb: int) -> Offsets | None:
    """From the thing that is numbered to its number, behind such a verb."""
    joint = _BEFORE.get(syntax.lemmas[verb])
    thing = next((kid for kid in syntax.kids(verb, "obj") if kid > verb), None)
    if joint is None or thing is None or syntax.lemmas[thing] not in words("idioms", "figure"):
        return None
    _, high = syntax.bounds[syntax.sentences[verb]]
    reach = range(thing + 1, min(verb + _REACH, high))
    at = next((i for i in reach if syntax.words[i] == joint), high)
    near = range(at + 1, min(at + 1 + _NEAR, high))
    number = next((i for i in near if syntax.upos(i) == "NUM"), None)
    if number is None or any(syntax.upos(i) in ("VERB", "PUNCT") for i in range(at, number)):
        return None
    last = number
    while last + 1 < high and _measures(syntax, number, last + 1):
        last += 1
    return syntax.tokens[verb + 1].start, syntax.tokens[last].end


def _measures(syntax: Syntax, number: int, index: int) -> bool:
    """ "4,600 | km", "2 | million | dollars"."""
    counted = syntax.heads[index] in (number, syntax.heads[number]) or syntax.heads[number] == index
    return counted and syntax.upos(index) in ("NOUN", "NUM", "SYM")
