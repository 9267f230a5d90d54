"""Whom an act reaches by way of a thing: "agreed to send food to Besk"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed, people, table, words
from onrecord.extract.events.clauses.people import country
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.records import EventType


class Reach:
    """Looks for parties further on in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def known(self, phrase: Phrase) -> bool:
        """Whether a phrase means an actor, or names a place or a people whose it is."""
        text = self._text
        if text.actor(phrase.first, phrase.last) is not None or phrase.head in text.place_of:
            return True
        if text.syntax.lemmas[phrase.head] in people():
            return True
        return country(text, phrase) is not None

    def behind(
        self, start: int, actors: list[Phrase], skipped: frozenset[str] = frozenset()
    ) -> Phrase | None:
        """The first party by a preposition behind, as far as the clause and its infinitives go.

        By those of ``skipped`` nobody is reached.
        """
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(start)
        described = False
        for index in range(start + 1, high):
            upos, word = syntax.upos(index), syntax.word(index)
            infinitive = upos == "VERB" and text.before(index) == "to"
            participle = syntax.deprel(index) in ("amod", "acl", "compound")
            if upos in ("VERB", "AUX") and not infinitive and not participle:
                return None
            if word in (";", ":") or (upos == "SCONJ" and word not in listed("roles", "reaching")):
                return None
            described = described or (upos == "VERB" and syntax.deprel(index) == "acl")
            if described and word == "to":
                continue  # "to a revolt | taken over by men | linked to a group"
            if word in skipped or word in ("during", "amid"):
                return None  # "seized a gun | during a search of homes of suspects"
            if word in ("after", "before", "following") and upos == "ADP":
                if index + 1 not in text.time_of:
                    return None  # "will leave | after a meeting with the king"
            if upos == "VERB" and word in ("using", "based", "given", "loyal", "made"):
                return None  # "provided help | using the funds of the ministry"
            if word not in listed("roles", "reaching") and not infinitive:
                continue
            before = syntax.lemmas[index - 1]
            if word in ("of", "on", "against") and before in listed("roles", "deeds"):
                return None  # "promised an answer to the hacking | of the party": its own victim
            if word == "of" and before in listed("roles", "suffered_nouns"):
                return None  # "condemned any takeover | of the government": it is not condemned
            if before in ("tie", "link", "connection", "goal", "drain", "behalf"):
                return None
            if word == "for" and before in listed("status", "asking_nouns"):
                return None  # "rejected calls | for the withdrawal of troops"
            behind = text.phrases.after(index)
            if behind is None or index + 1 in text.time_of:
                continue
            whole = text.whole(behind)
            if infinitive and carried(text, index, whole):
                continue  # "agreed to send troops | to Norway"
            if self.known(whole) and whole not in actors:
                return whole
            owner = text.phrases.owner(whole)
            if owner is not None and owner not in actors and self.known(owner):
                return owner
        return None


def carried(text: Text, verb: int, thing: Phrase) -> bool:
    """ "pledged to send 200 soldiers": they are what is promised, and not to whom."""
    lemmas = text.syntax.lemmas
    lights = words().light.get(lemmas[verb], ())
    return any(lemmas[thing.head] in light.objects for light in lights)


def shifted(text: Text, index: int, high: int) -> Phrase | None:
    """ "targeted | with mortar shells | the city": what is hit, where what it is hit with is first.

    ``index`` is the word behind the verb, ``high`` where the sentence ends.
    """
    if index >= high or text.syntax.word(index) != "with":
        return None
    tool = text.phrases.after(index)
    if tool is None or text.syntax.lemmas[tool.head] not in table("frames", "classes")["weapon"]:
        return None
    if tool.last + 1 >= high or text.syntax.upos(tool.last + 1) != "DET":
        return None
    thing = text.phrases.of(tool.last + 1)
    return text.whole(thing) if thing is not None and thing.first == tool.last + 1 else None


def named_apart(text: Text, phrase: Phrase) -> Phrase:
    """ "the elder statesman, Nobel laureate | Ada Lund, | was ousted": who it is, by name."""
    if text.actor(phrase.first, phrase.last) is not None:
        return phrase
    for kid in text.syntax.kids(phrase.head, "appos"):
        found = text.phrases.of(kid)
        if found is None or found.first != phrase.last + 2 or text.after(phrase.last) != ",":
            continue
        actor = text.actor(found.first, found.last) if found is not None else None
        if found is not None and actor is not None and actor.kind == "person" and actor.named:
            return found
    return phrase


def involved(text: Text, verb: int) -> Phrase | None:
    """ "soldiers | involved in | burning it": they burn it."""
    syntax, head = text.syntax, text.syntax.heads[verb]
    if head < 1 or syntax.word(head) != "involved" or text.before(verb) != "in":
        return None
    if syntax.deprel(head) not in ("amod", "acl") or syntax.heads[head] != head - 1:
        return None
    return text.phrases.of(head - 1)


def held_back(text: Text, thing: Phrase, type_: EventType) -> Phrase | None:
    """ "freed | the men", "upheld | his | conviction": whom an act on what a light verb takes
    befell, where no other words tell it."""
    actor = text.actor(thing.first, thing.last)
    if type_ == "SANCTION":
        suffered = text.syntax.lemmas[thing.head] in listed("roles", "suffered_nouns")
        return text.phrases.owner(thing) if suffered else None
    if actor is None or type_ not in ("RETREAT", "AID", "ACCUSE"):
        return None
    return thing if type_ != "AID" or actor.kind in ("people", "person") else None


def heavy(text: Text, index: int) -> Phrase | None:
    """ "turned over | to the court | a secret file": what is given, behind whom it is given to.

    ``index`` is the last word of the verb.
    """
    if text.after(index) != "to":
        return None
    to = text.phrases.after(index + 1)
    if to is None:
        return None
    last = text.whole(to).last
    thing = text.phrases.of(last + 1) if last + 1 < len(text.syntax.tokens) else None
    if thing is None or thing.first != last + 1 or thing.owner is not None:
        return None
    return thing if text.syntax.word(thing.first) in ("a", "an", "the", "its") else None


_LEFT = ("NOUN", "NUM", "ADJ", "ADV", "DET", "ADP", "CCONJ")


def leaving(text: Text, verb: int) -> int | None:
    """ "left 38 civilians | killed": the verb by which a participle tells how others were left."""
    syntax = text.syntax
    low, _ = text.sentence(verb)
    index = verb - 1
    if index < low or syntax.upos(index) not in ("NOUN", "NUM"):
        return None
    while index > low and syntax.upos(index) in _LEFT:
        index -= 1
    return index if syntax.upos(index) == "VERB" and syntax.lemmas[index] == "leave" else None


def charged_with(text: Text, verb: int) -> bool:
    """ "two men were charged on Monday with murder", "in the bombing": by whom, it does not say."""
    syntax = text.syntax
    for phrase in syntax.kids(verb, "obl"):
        cases = {syntax.word(k) for k in syntax.kids(phrase, "case")}
        deed = syntax.lemmas[phrase] in words().nouns
        if "with" in cases or (deed and cases & {"in", "over"}):
            return True
    return False


def hinders(text: Text, verb: int, type_: EventType) -> bool:
    """Whether whom an act befalls would not have asked for it."""
    framed = words().frames.get(text.syntax.lemmas[verb], ())
    against = {type_, *(sense.type for sense in framed)}
    return bool(against & {"COERCE", "ASSAULT", "SANCTION"})


def inner_type(text: Text, verb: int) -> EventType:
    """The type of a complement's verb; where it has none, what it gives goes to somebody."""
    lemma = text.syntax.lemmas[verb]
    senses = words().verbs.get(lemma)
    if senses:
        return senses[0].type
    lights = words().light.get(lemma)
    return lights[0].sense.type if lights else "AID"


def joins_forces(text: Text, phrase: Phrase) -> bool:
    """ "agreed to join | forces": nobody's."""
    bare = phrase.first == phrase.last and text.syntax.word(phrase.head) == "forces"
    return bare and text.before(phrase.first) == "join"


def suffers(text: Text, verb: int, first: int, last: int) -> bool:
    """ "came under fire", "went on trial": the subject suffers what the words name."""
    under, lemma = text.syntax.words[first : last + 1], text.syntax.lemmas[verb]
    if lemma == "come":
        return "under" in under
    return lemma in ("stand", "go", "face") and under[-1] in ("trial", "charge", "charges")


def expels(text: Text, verb: int, last: int) -> bool:
    """Whether a verb says that somebody is put out, whatever he is."""
    entry = " ".join([text.syntax.lemmas[verb], *text.syntax.words[verb + 1 : last + 1]])
    senses = words().verbs.get(entry, ())
    return any(sense.mode == "expel" and not sense.weak for sense in senses)


def others_words(text: Text, owner: Phrase) -> bool:
    """ "denied the envoy's claim that they obstructed | his | mission": whose, where a pronoun in
    words that another relays is said to mean the one who relays them."""
    if text.syntax.upos(owner.head) != "PRON":
        return False
    inner = text.innermost(owner.head)
    actor = text.actor(owner.first, owner.last)
    if inner is None or inner.source is None or actor is None:
        return False
    if inner.act == "deny":
        return actor.id == inner.source.actor
    return inner.within is not None and actor.id != inner.source.actor
