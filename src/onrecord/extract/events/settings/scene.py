"""Where a clause beside an event says that it was: "was leaving Lun when he was shot"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from onrecord.extract.events.clauses.extent import country_name
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.people import country
from onrecord.extract.events.clauses.phrases import Phrase, visitor
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger

_SIDES = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
     "north-east", "north-west", "south-east", "south-west", "outskirts"}
)  # fmt: skip
_SAME_TIME = frozenset({"when", "as", "while"})
_HAS = frozenset({"see", "witness", "experience", "suffer"})
_LANDS = frozenset({"province", "region", "district", "state", "valley", "area", "governorate"})
_IN = frozenset({"in", "at", "near", "outside", "through", "around"})
_SEATS = frozenset({"capital", "hometown", "stronghold", "birthplace", "seat", "headquarters"})
_TOPICS = frozenset({"discuss", "debate", "negotiate", "consider", "review", "mull", "weigh"})
_SOUGHT = frozenset(
    {"search", "pursuit", "exchange", "return", "favor", "favour", "hope", "hopes", "response",
     "support", "behalf", "preparation", "anticipation", "protest", "retaliation"}
)  # fmt: skip
_GOING = ("VERB", "AUX", "PART", "ADV", "PRON", "DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP")
_WORKPLACES = frozenset(
    {"hospital", "clinic", "morgue", "university", "embassy", "radio", "newspaper", "institute"}
)


def on_trial(text: Text, trigger: Trigger) -> bool:
    """ "went on trial", "rights violations": a word by what it is, and done in a place."""
    lemmas = text.syntax.lemmas[trigger.first : trigger.last + 1]
    return "trial" in lemmas or (trigger.verb is None and "violation" in lemmas)


def beside(text: Text, phrase: Phrase) -> bool:
    """ "the Lun camp near Ard": what is hit is where, not what it lies beside."""
    near = next((case for case, _ in text.following(phrase)), None)
    return near in ("near", "outside", "around")


def seat(text: Text, phrase: Phrase) -> Phrase | None:
    """ "the Hungarian capital | , Budapest": the town that a noun in apposition is."""
    syntax = text.syntax
    if syntax.lemmas[phrase.head] not in _SEATS:
        return None
    _, high = text.sentence(phrase.last)
    index = phrase.last + 1 + (syntax.word(phrase.last + 1) == ",")
    if index >= high or index not in text.place_of or syntax.upos(index) != "PROPN":
        return None
    return text.phrases.of(index)


def side_of(text: Text, index: int) -> Phrase | None:
    """ "north | of Lun": what lies beside, where a word at an index says on which side."""
    syntax = text.syntax
    if syntax.word(index) not in _SIDES or text.after(index) != "of":
        return None
    return text.phrases.after(index + 1)


def passed(text: Text, verb: int, index: int, heads: Set[int]) -> bool:
    """Whether a verb behind another tells of the same scene, and no more of what was done.

    "exploded as the car passed | through Lun", "killed in fighting | in Lun".
    """
    syntax = text.syntax
    above = syntax.heads[index]
    marks = {syntax.word(k) for k in syntax.kids(index, "mark", "advmod", "case")}
    if above == verb and syntax.deprel(index) in ("advcl", "obl"):
        if marks & _SAME_TIME:
            return index not in heads
        doing = syntax.word(index).endswith("ing")
        if doing and marks & {"in", "during"} and syntax.word(index - 1) in ("in", "during"):
            return True
        return doing and "for" in marks and index not in heads
    if syntax.word(index) == "work" and text.before(index) == "to":
        return syntax.word(index - 2) == "way"  # "on his way to work in Lun"
    if syntax.deprel(index) == "conj" and above == verb and index == verb + 2:
        return True  # "shot and killed a man in Lun"
    joined = syntax.deprel(index) == "xcomp" and above > verb
    return joined and "to" in marks and passed(text, verb, above, heads)


def earlier(text: Text, verb: int, index: int) -> bool:
    """ "attacked | after a minister in Lun threatened them", "died, | which the authorities in Lun
    deny": whether another clause begins."""
    syntax = text.syntax
    if syntax.word(index) == "which" and syntax.deprel(index) == "obj":
        return True
    if _at_work(text, verb, index):
        return True
    if syntax.word(index) not in ("after", "before", "since"):
        return False
    above = syntax.heads[index]
    return above > index and syntax.upos(above) == "VERB" and syntax.deprel(index) == "mark"


def sought(text: Text, index: int) -> bool:
    """ "fled | in search of jobs in Lun", "offered it | in exchange for a post in Lun": what is
    looked for or got is there."""
    syntax = text.syntax
    if syntax.word(index) not in ("in", "on") or index + 2 >= len(syntax.tokens):
        return False
    return syntax.word(index + 1) in _SOUGHT and syntax.word(index + 2) in ("of", "for", "to")


def of_topic(text: Text, verb: int, phrase: Phrase) -> bool:
    """ "discuss options for statehood | in the valley": where what they talk about is to be."""
    syntax = text.syntax
    if syntax.lemmas[verb] not in _TOPICS:
        return False
    between = range(verb + 1, phrase.first - 1)
    about = any(syntax.word(i) in ("for", "of", "on", "about") for i in between)
    return about and syntax.heads[phrase.head] != verb


def _at_work(text: Text, verb: int, index: int) -> bool:
    """ "nine were hurt, a nurse | at the Lun hospital | said": where the nurse is, who tells it."""
    said = text.innermost(verb)
    phrase = text.phrases.after(index) if text.syntax.upos(index) == "ADP" else None
    if said is None or said.source is None or phrase is None:
        return False
    start, end = text.offsets(index, text.whole(phrase).last)
    inside = said.source.span.start <= start and end <= said.source.span.end
    return inside and text.syntax.lemmas[text.whole(phrase).head] in _WORKPLACES


def around(text: Text, verb: int) -> Iterator[Phrase]:
    """The phrases of place of the clause during which a verb's was: "was at home in Lun | when"."""
    syntax = text.syntax
    main = syntax.heads[verb]
    low, _ = text.sentence(verb)
    if main < 0 or main > verb or syntax.deprel(verb) != "advcl":
        return
    marks = [k for k in syntax.kids(verb, "mark", "advmod") if syntax.word(k) == "when"]
    if not marks or not main < marks[0] < verb:
        return
    whom = syntax.kid(verb, "nsubj", "nsubj:pass")
    if whom is None or syntax.upos(whom) != "PRON":
        return  # "was in Lun when his brother was shot": who knows where
    was = {syntax.word(k) for k in syntax.kids(main, "aux", "cop")} & {"was", "were"}
    if not was or (syntax.upos(main) == "VERB" and not syntax.word(main).endswith("ing")):
        return
    for index in range(max(low, main - 1), marks[0]):
        if syntax.word(index) in _IN and syntax.upos(index) in ("ADP", "SCONJ"):
            found = text.phrases.after(index)
            if found is not None:
                yield text.whole(found)


def where_clause(text: Text, head: int) -> Phrase | None:
    """ "left for Lun, where he is to meet the envoy": what the clause is about."""
    syntax = text.syntax
    low, _ = text.sentence(head)
    index = head - 1
    while index > low and syntax.word(index) != "where":
        if syntax.upos(index) == "VERB" and syntax.lemmas[index] not in _leading():
            return None
        if syntax.word(index) in (",", ";", "and", "but") or syntax.upos(index) not in _GOING:
            return None
        index -= 1
    before = index - 1 - (syntax.word(index - 1) == ",")
    if index <= low or before < low or before not in text.place_of:
        return None
    return text.phrases.of(before)


def out_of(text: Text, trigger: Trigger) -> Iterator[Phrase]:
    """ "pull its troops | out of Lun", "fled | Lun": what is left."""
    syntax, verb = text.syntax, trigger.head
    _, high = text.sentence(verb)
    if trigger.senses[0].type != "RETREAT":
        return
    left = syntax.kid(verb, "obj")
    if left is not None and left in text.place_of and syntax.lemmas[verb] in ("flee", "leave"):
        ground = text.phrases.of(left)
        if ground is not None:
            yield ground  # "fled | Norway"
    for index in range(verb + 1, min(high - 2, verb + 9)):
        if syntax.words[index : index + 2] == ["out", "of"]:
            found = text.phrases.after(index + 1)
            if found is not None:
                yield text.whole(found)
        if syntax.upos(index) in ("VERB", "AUX", "CCONJ"):
            return


def aside(text: Text, trigger: Trigger) -> Iterator[Phrase]:
    """The phrases of place that stand apart from a verb: "In Lun, nine gave up and | surrendered",
    "In Lun, visiting President Ada Cole said"."""
    syntax, verb = text.syntax, trigger.head
    low, _ = text.sentence(verb)
    main = syntax.heads[verb]
    joined = syntax.deprel(verb) == "conj" and not syntax.has(verb, "nsubj", "nsubj:pass")
    joined = joined and low < main < verb and text.before(main) != "to"
    if joined or visitor(syntax, verb):
        yield from _opening(text, low, verb)


def _opening(text: Text, low: int, verb: int) -> Iterator[Phrase]:
    """ "In Lun, | nine …": the place with which a sentence opens, behind a comma of its own."""
    if text.syntax.word(low) not in ("in", "at", "near"):
        return
    first = text.phrases.after(low)
    if first is None:
        return
    whole = text.whole(first)
    end = max([text.last_of(whole), *(text.last_of(p) for c, p in text.following(whole, 1))])
    if text.after(text.last_of(whole)) == ",":
        end = text.last_of(whole)
    if text.after(end) == "," and end < verb:
        yield whole


def opened(text: Text, trigger: Trigger) -> Iterator[Phrase]:
    """ "In the city of Lun, | staff struggle to deliver aid due to clashes": all is told of there,
    where no other place is named and nobody speaks."""
    syntax, head = text.syntax, trigger.head
    low, high = text.sentence(head)
    first = next(_opening(text, low, head), None)
    if first is None or text.innermost(head) is not None:
        return
    end = max([text.last_of(first), *(text.last_of(p) for _, p in text.following(first, 1))])
    if any(i in text.place_of or text.cue_of(i) is not None for i in range(end + 1, high)):
        return
    before = syntax.lemmas[max(end, head - 3) : head]
    phrase = text.phrases.of(head)
    if trigger.verb is None and phrase is not None:
        start = (text.phrases.owner(phrase) or text.fronted(phrase)).first
        if syntax.deprel(head) == "conj" and end < syntax.heads[head] < head:
            start = syntax.heads[head]  # "due to banditry | and clashes"
        before = syntax.lemmas[max(end, start - 2) : start]
        near = before[-2:] == ["due", "to"] or before[-2:] == ["because", "of"]
        if near or before[-1:] == ["amid"]:
            yield first
    elif syntax.word(head).endswith("ing") and before[-1:] == ["in"]:
        yield first


def had(text: Text, noun: int) -> list[Phrase]:
    """ "Norway | has seen several rounds of riots": the land that has them."""
    syntax = text.syntax
    top = noun
    if syntax.deprel(top) == "nmod" and syntax.heads[top] >= 0:
        top = syntax.heads[top]
    verb = syntax.heads[top]
    if verb < 0 or syntax.deprel(top) != "obj" or syntax.lemmas[verb] not in _HAS:
        return []
    subject = syntax.kid(verb, "nsubj")
    phrase = text.phrases.of(subject) if subject is not None else None
    if phrase is None:
        return []
    region = syntax.lemmas[phrase.head] in _LANDS
    inside = range(phrase.first if region else phrase.head, phrase.head + 1)
    return [phrase] if any(index in text.place_of for index in inside) else []


def _leading() -> frozenset[str]:
    """Verbs between "where" and what is done there: "where he will attend a meeting"."""
    return listed("status", "attending") | listed("status", "planning") | {"take", "carry"}


def gathered(text: Text, noun: int) -> Iterator[tuple[str, Phrase]]:
    """ "arrived in Lun | for talks", "will visit Lun | for talks": where talks are to be."""
    syntax = text.syntax
    phrase = text.phrases.of(noun)
    verb = syntax.heads[noun]
    if phrase is None or text.case(phrase) != "for" or not 0 <= verb < noun:
        return
    if verb in text.place_of and syntax.has(verb, "cop"):
        there = text.phrases.of(verb)
        if there is not None:
            yield "in", there
        return
    if syntax.lemmas[verb] not in listed("status", "going_to") | {"due"}:
        return
    for index in range(verb + 1, noun):
        found = text.phrases.of(index)
        if found is None or found.first != index or index in text.time_of:
            continue
        case = text.case(found)
        if case in ("in", "to", "for", "at") or syntax.lemmas[verb] == "visit":
            yield case or "in", text.whole(found)


def country_of_site(text: Text, phrase: Phrase) -> str | None:
    """ "a Syrian air base" lies in Syria, as far as the words go."""
    if text.syntax.lemmas[phrase.head] not in listed("setting", "sites"):
        return None
    code = country(text, phrase)
    named = {place.country for place in text.place_of.values()} - {None}
    if code is None or (named and code not in named):
        return None  # "an American base" in a report on Iraq
    return country_name(code)
