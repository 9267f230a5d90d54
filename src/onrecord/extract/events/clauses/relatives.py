"""What a relative clause is about: "the firm | which the village accuses"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text

RELATIVE = frozenset({"who", "which", "that", "whom"})


def object_relative(text: Text, verb: int) -> tuple[Phrase, Phrase] | None:
    """Subject and object of "the firm which the village accuses": the village, the firm."""
    syntax = text.syntax
    if syntax.deprel(verb) != "acl:relcl" or syntax.has(verb, "aux:pass"):
        return None
    low, _ = text.sentence(verb)
    index = verb - 1
    while index >= low and (syntax.upos(index) in ("AUX", "ADV") or index in text.time_of):
        index -= 1
    subject = text.phrases.of(index) if index >= low else None
    if subject is None or subject.last != index or text.case(subject):
        return None
    owner = text.phrases.owner(subject)
    mark = (owner or subject).first - 1
    if mark < low:
        return None
    thing = text.phrases.of(mark)
    if (
        thing is None
        or syntax.word(index) in RELATIVE
        or not thing.first <= syntax.heads[verb] <= thing.last
        or syntax.lemmas[thing.head] in listed("roles", "measures")
    ):  # no "four men they had held"
        if mark <= low or syntax.word(mark) not in ("which", "whom", "that"):
            return None
        thing = before_relative(text, mark)
    behind = text.phrases.after(verb)
    if thing is None or (behind is not None and syntax.deprel(behind.head) == "obj"):
        return None
    return text.whole(subject), thing


def carried_out(text: Text, verb: int) -> bool:
    """ "an attack | which the rebels carried out": whether a clause tells who did what it is of."""
    syntax = text.syntax
    if syntax.deprel(verb) != "acl:relcl" or syntax.has(verb, "aux:pass", "nsubj:pass"):
        return False
    made = (listed("roles", "performing") | listed("roles", "laying")) - _UNDONE
    behind = text.phrases.after(verb)
    other = behind is not None and syntax.deprel(behind.head) == "obj"
    subject = syntax.kid(verb, "nsubj")
    own = subject is not None and syntax.word(subject) not in RELATIVE
    return syntax.lemmas[verb] in made and own and not other


_UNDONE = frozenset(
    {
        "consider",
        "mull",
        "weigh",
        "plan",
        "prepare",
        "threaten",
        "suspend",
        "halt",
        "pause",
        "cease",
        "vow",
        "promise",
        "plot",
        "announce",
        "return",
        "do",
    }
)


def before_relative(text: Text, index: int) -> Phrase | None:
    """What a relative pronoun stands behind: "the army | , which", "the head of the army | who"."""
    syntax = text.syntax
    low, _ = text.sentence(index)
    place = index - 1
    while place >= low and (syntax.upos(place) == "PUNCT" or place in text.time_of):
        place -= 1
    found = _whole(text, place) if place >= low else None
    while found is not None and text.case(found) in ("in", "of", "near", "at", "on"):
        before = text.phrases.of(found.first - 2) if found.first - 2 >= low else None
        if before is None or before == found:
            break
        found = before
    return found


def _whole(text: Text, index: int) -> Phrase | None:
    found = text.phrases.of(index)
    return text.whole(found) if found is not None else None
