"""A figure given by somebody: "put the toll at 118", "raised it to 14", "has documented eleven"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.verbgroup import verb_group

_BEFORE = {"put": "at", "give": "as", "set": "at", "estimate": "at", "peg": "at"}
"""The verbs that give a figure, and the word that stands before it."""
_CHANGE = frozenset({"raise", "lower", "revise", "increase", "cut", "reduce", "correct", "update"})
"""The verbs that give a new figure; of a toll only, for most things are raised in earnest."""
_COUNT = frozenset({"count", "document", "record", "register", "tally", "verify", "log"})
"""The verbs by which somebody gives how many there were."""
_TELL = frozenset({"give", "offer", "cite", "issue", "announce"})
"""The verbs by which somebody tells a toll of so many."""
_BESIDE = frozenset(
    {"and", "at", "least", "more", "than", "about", "some", "around", "nearly", "people", "others"}
)
"""Words between the numbers of a toll."""
_TALLYING = frozenset({"count", "document", "tally"})
"""Verbs behind which a number alone is one of those whom the report is about."""
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
    if syntax.lemmas[verb] == "speak":
        return _spoken_of(syntax, verb)
    thing = next((kid for kid in syntax.kids(verb, "obj") if kid > verb), None)
    if thing is None:
        return None
    if syntax.lemmas[verb] in _COUNT:
        return _counted(syntax, verb, thing)
    if syntax.lemmas[verb] in _TELL and (told := _told(syntax, verb, thing)) is not None:
        return told
    joint = "to" if syntax.lemmas[verb] in _CHANGE else _BEFORE.get(syntax.lemmas[verb])
    if joint is None or not (_numbered(syntax, verb, thing) or _told_of(syntax, verb, thing)):
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
    last = _and_of(syntax, last, joint, high)
    return syntax.tokens[verb + 1].start, syntax.tokens[last].end


def _and_of(syntax: Syntax, last: int, joint: str, high: int) -> int:
    """ "gave the number of killed as 26 | and of injured as more than 40": of two at once."""
    at = last + 1
    while at < high and syntax.words[at] in (",", "and"):
        at += 1
    if at == last + 1 or at >= high or syntax.words[at] not in ("of", "the", "that"):
        return last
    second = next((i for i in range(at, min(at + 5, high)) if syntax.words[i] == joint), None)
    if second is None:
        return last
    near = range(second + 1, min(second + 1 + _NEAR, high))
    number = next((i for i in near if syntax.upos(i) == "NUM"), None)
    return last if number is None else number


def _told(syntax: Syntax, verb: int, thing: int) -> Offsets | None:
    """ "gave | a toll of 48 dead and 30 hurt", "gave | a lower figure of nine"."""
    _, high = syntax.bounds[syntax.sentences[verb]]
    if syntax.lemmas[thing] not in words("idioms", "figure") or thing + 2 >= high:
        return None
    if syntax.word(thing + 1) != "of":
        return None
    last = thing + 1
    for at in range(thing + 2, high):
        told = {syntax.lemmas[at], syntax.words[at]} & (words("idioms", "harmed") | _BESIDE)
        if syntax.upos(at) == "NUM" or told:
            last = at
        else:
            break
    while last > thing + 1 and syntax.words[last] in _BESIDE - {"people", "others"}:
        last -= 1
    if not any(syntax.upos(i) == "NUM" for i in range(thing + 2, last + 1)):
        return None
    return syntax.tokens[verb + 1].start, syntax.tokens[last].end


def _spoken_of(syntax: Syntax, verb: int) -> Offsets | None:
    """ "spoke of | two deaths"."""
    _, high = syntax.bounds[syntax.sentences[verb]]
    of = verb + 1
    thing = syntax.heads[of] if of < high and syntax.words[of] == "of" else -1
    counted = thing > of and (syntax.has(thing, "nummod") or syntax.upos(thing) == "NUM")
    if not counted or not {syntax.lemmas[i] for i in range(of, high)} & words("idioms", "harmed"):
        return None
    return syntax.tokens[of + 1].start, syntax.tokens[thing].end


def _numbered(syntax: Syntax, verb: int, thing: int) -> bool:
    """Whether the thing is one that has a number: a toll; "the number of dead"."""
    if syntax.lemmas[verb] not in _CHANGE:
        return syntax.lemmas[thing] in words("idioms", "figure")
    of = [syntax.lemmas[kid] for kid in syntax.kids(thing, "nmod")]
    harmed = any(lemma in words("idioms", "harmed") for lemma in of)
    return syntax.lemmas[thing] in words("idioms", "tally") or harmed


def _told_of(syntax: Syntax, verb: int, thing: int) -> bool:
    """ "Seven died, the ministry says. The union puts | it | at nine": the number just told."""
    if syntax.words[thing] != "it" or syntax.words[thing + 1 : thing + 2] != ["at"]:
        return False
    at = thing + 2
    while syntax.word(at) in _ROUGHLY:
        at += 1
    low, _ = syntax.bounds[syntax.sentences[verb]]
    if low == 0 or at >= len(syntax.words) or syntax.upos(at) != "NUM":
        return False
    begin, end = syntax.bounds[syntax.sentences[low - 1]]
    return any(syntax.upos(i) == "NUM" for i in range(begin, end))


_ROUGHLY = frozenset({"about", "around", "some", "at", "least", "more", "than", "nearly", "over"})


def _counted(syntax: Syntax, verb: int, thing: int) -> Offsets | None:
    """ "counts | nine dead", "has documented | at least eleven cases"."""
    number = thing if syntax.upos(thing) == "NUM" else syntax.kid(thing, "nummod")
    if number is None or number < verb or syntax.upos(number) != "NUM":
        return None
    kept = [i for i in syntax.subtree(thing) if i > verb]
    beside = [k for k in syntax.kids(verb, "xcomp", "amod") if k == kept[-1] + 1]
    harmed = {syntax.lemmas[i] for i in (*kept, *beside)} & words("idioms", "harmed")
    alone = thing == number and syntax.lemmas[verb] in _TALLYING
    if not harmed and not alone:
        return None
    return syntax.tokens[verb + 1].start, syntax.tokens[max(kept[-1], *beside, kept[-1])].end


def _measures(syntax: Syntax, number: int, index: int) -> bool:
    """ "4,600 | km", "2 | million | dollars"."""
    counted = syntax.heads[index] in (number, syntax.heads[number]) or syntax.heads[number] == index
    return counted and syntax.upos(index) in ("NOUN", "NUM", "SYM")
