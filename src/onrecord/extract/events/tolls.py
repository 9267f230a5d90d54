"""Numbers of dead and of people held that no deed's own word tells: "two officers had died",
"put the toll at four", "seven men are in Norwegian custody"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.extract.events.clauses.lexicon import Sense, listed, table
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.draft import Draft
from onrecord.extract.events.numbers.besides import PERSONS
from onrecord.extract.events.numbers.counts import Found, find_counts, find_figures, quantity
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.standing.status import Standing
from onrecord.records import REPORTER

_DYING = frozenset({"die", "perish"})
_HAVE = frozenset({"have", "has", "had", "'ve"})
_BEEN = ("happened", "ongoing", "alleged")
_HELD = frozenset({"custody", "detention", "captivity"})
_BEING = frozenset({"be", "remain", "stay", "languish"})
_NEAR = 6
"""Tokens from "toll" to its number: "the toll that day at four"."""

Judge = Callable[[Trigger], Standing | None]


def told_as_numbers(text: Text, drafts: list[Draft], standing: Judge) -> list[Draft]:
    """The drafts of what only a number of dead or held tells, in a report of force."""
    found = [one for one in (*_custodies(text, drafts), *_throats(text)) if _stands(one, standing)]
    if not _of_force(text, drafts):
        return found
    taken = [count for draft in drafts for count in draft.counts]
    for draft in (*_tolls(text, drafts), *_deaths(text)):
        if any(c.start < one.end and one.start < c.end for c in draft.counts for one in taken):
            continue
        number = text.syntax.sentences[draft.trigger.head]
        if any(text.syntax.sentences[one.trigger.head] == number for one in found):
            continue  # "the toll rose to seven after three died in hospital"
        if _stands(draft, standing):
            found.append(draft)
    return found


def placed(draft: Draft) -> bool:
    """Whether a toll is that of a day or a place: "the toll that day at four"; others are no more
    than what somebody says of the deed told before."""
    return draft.sense.type != "ASSAULT" or bool(draft.when or draft.where)


def _stands(draft: Draft, standing: Judge) -> bool:
    """Whether it is told to be so; the draft is given how it stands."""
    judged = standing(draft.trigger)
    if draft.standing.on_word_of:
        return True
    if judged is None or judged.status not in _BEEN:
        return False
    draft.standing = judged
    return True


def _of_force(text: Text, drafts: list[Draft]) -> bool:
    """Whether a report tells of force that may have killed, and of no plague, wreck or flood."""
    lemmas = set(text.syntax.lemmas)
    if lemmas & listed("senses", "disasters") or lemmas & listed("senses", "crashes"):
        return False
    return any(d.sense.type == "ASSAULT" and d.standing.status in _BEEN for d in drafts)


def _draft(trigger: Trigger, count: Found | None, whom: Phrase | None) -> Draft:
    draft = Draft(trigger, trigger.senses[0], Standing("happened", ""), [], [])
    if whom is not None:
        draft.recipients = [whom]
    if count is not None:
        draft.counts = [count]
    return draft


def _deaths(text: Text) -> Iterator[Draft]:
    """ "Two officers had died", "19 of them died on Monday alone", "four lives were lost", "seven
    people are dead", "ten soldiers fell"."""
    syntax = text.syntax
    for verb in range(len(syntax.tokens)):
        lives = syntax.lemmas[verb] == "lose" and _lives(text, verb)
        if not (lives or _dying(text, verb)):
            continue
        subject = syntax.kid(verb, "nsubj", "nsubj:pass")
        phrase = text.phrases.of(subject) if subject is not None else None
        if (
            phrase is None
            or phrase.last >= verb
            or not _past(text, verb)
            or (syntax.lemmas[verb] != "fall" and _of_illness(text, verb))
        ):
            continue
        start, end = text.offsets(phrase.first, phrase.last)
        count = quantity(syntax.text, start, end, "killed", syntax.tokens[verb].start)
        if lives and syntax.negated(verb):
            yield from _but(text, verb)
        elif count is not None and syntax.text[count.end] not in "-–":  # "38-year-old Cole is dead"
            trigger = Trigger(verb, verb, (Sense("ASSAULT"),), verb=verb)
            yield _draft(trigger, count, None if lives else _mortals(text, phrase))


def _dying(text: Text, index: int) -> bool:
    """Whether a word says that its subject died: "died", "are dead", "fell", "gave their lives"."""
    syntax = text.syntax
    if syntax.lemmas[index] == "dead":
        return syntax.upos(index) == "ADJ" and syntax.has(index, "cop")
    if syntax.upos(index) != "VERB":
        return False
    if syntax.lemmas[index] in listed("senses", "giving_life"):
        return _lives(text, index)
    return syntax.lemmas[index] in _DYING or (
        syntax.lemmas[index] == "fall" and _fallen(text, index)
    )


def _fallen(text: Text, verb: int) -> bool:
    """ "ten soldiers | fell | in the battle": of those in arms, and not from a bridge or ill."""
    syntax = text.syntax
    subject = syntax.kid(verb, "nsubj")
    phrase = text.phrases.of(subject) if subject is not None else None
    if phrase is None:
        return False
    whom = text.counted(phrase)
    _, high = text.sentence(verb)
    after = verb + 1
    while after < high and after in text.time_of:
        after += 1
    behind = syntax.word(after) if after < high else "."
    listed_ = table("frames", "classes")
    armed = listed_["armed"] | listed_["police"]
    if syntax.lemmas[whom.head] not in armed or syntax.has(verb, "compound:prt", "xcomp", "obj"):
        return False
    if behind in listed("senses", "where_fallen"):
        thing = text.phrases.after(after)
        return thing is None or syntax.lemmas[thing.head] not in listed("senses", "not_fallen_in")
    return behind in (".", ",", "and", "that", ";", "on", "when", "as", "while", "who")


def _throats(text: Text) -> Iterator[Draft]:
    """ "Eight fishermen | had | their throats slit": they were killed so."""
    syntax = text.syntax
    for throat in range(1, len(syntax.tokens) - 1):
        cut = syntax.lemmas[throat + 1] in ("slit", "cut", "slash")
        if syntax.lemmas[throat] != "throat" or not cut:
            continue
        had = next((i for i in (throat - 2, throat - 1) if syntax.lemmas[i] == "have"), None)
        subject = syntax.subject(had) if had is not None else None
        phrase = text.phrases.of(subject) if subject is not None else None
        if phrase is None or had is None or phrase.last >= had:
            continue
        start, end = text.offsets(phrase.first, phrase.last)
        at = syntax.tokens[throat + 1].start
        count = quantity(syntax.text, start, end, "killed", at)
        sense = Sense("ASSAULT", "targeted")
        yield _draft(Trigger(throat + 1, throat + 1, (sense,), verb=throat + 1), count, phrase)


def _but(text: Text, verb: int) -> Iterator[Draft]:
    """ "Sixteen lives were not | lost, as is claimed, but four": so many were."""
    syntax = text.syntax
    _, high = text.sentence(verb)
    start, end = syntax.tokens[verb].start, syntax.tokens[high - 1].end
    for count in find_counts(syntax.text, text.offsets(text.sentence(verb)[0], verb)[0], end):
        if count.word != start or count.start < start:
            continue
        statement = text.innermost(verb)
        draft = _draft(Trigger(verb, verb, (Sense("ASSAULT"),), verb=verb), count, None)
        word = statement.id if statement is not None else REPORTER
        draft.standing = Standing("alleged" if statement is not None else "happened", word)
        yield draft


def _mortals(text: Text, phrase: Phrase) -> Phrase | None:
    """Those who died, where the words name persons: not the body of "19 of them"."""
    whom = text.counted(phrase)
    actor = text.actor(whom.first, whom.last)
    return whom if actor is not None and actor.kind in PERSONS else None


def _lives(text: Text, verb: int) -> bool:
    """ "lost their lives", "lives were lost"."""
    things = text.syntax.kids(verb, "obj", "nsubj:pass")
    return any(text.syntax.word(thing) == "lives" for thing in things)


def _past(text: Text, verb: int) -> bool:
    """Whether it has been: "died", "had died", "were lost", and no "would die"."""
    syntax = text.syntax
    helping = {syntax.word(k) for k in syntax.kids(verb, "aux")}
    if syntax.lemmas[verb] == "dead":
        be = {syntax.word(k) for k in syntax.kids(verb, "cop")}
        return be <= {"is", "are", "was", "were"} and not helping and syntax.deprel(verb) in _MAIN
    told = syntax.word(verb).endswith("ed") or syntax.word(verb) in listed("senses", "in_the_past")
    return told and helping <= _HAVE and syntax.deprel(verb) in _MAIN


_MAIN = ("root", "ccomp", "conj", "parataxis")
_WOUNDS = frozenset({"wound", "injury", "burn", "bullet", "gunshot", "blow", "beating", "torture"})

_WHERE = frozenset(
    {"hospital", "custody", "detention", "violence", "unrest", "clash", "fighting", "prison",
     "jail", "incident", "attack", "crackdown", "protest", "riot"}
)  # fmt: skip


def _of_illness(text: Text, verb: int) -> bool:
    """ "died of cholera", "died in a fire": by nobody's hand; but "died of their wounds"."""
    syntax = text.syntax
    _, high = text.sentence(verb)
    reach = 2 if syntax.lemmas[verb] == "dead" else 4  # "dead, two | of them police officers"
    for index in range(verb + 1, min(verb + reach, high)):
        behind = text.phrases.after(index)
        if behind is None or syntax.upos(index) != "ADP":
            continue
        lemma = syntax.lemmas[behind.head]
        if syntax.word(index) in ("of", "from"):
            return lemma not in _WOUNDS
        if syntax.word(index) == "in" and index + 1 not in text.time_of:
            known = text.place_of.get(behind.head) is not None
            return not known and lemma not in _WHERE
    return False


def _tolls(text: Text, drafts: list[Draft]) -> Iterator[Draft]:
    """ "The authorities put the | toll | that day at four", "the death | toll | has risen to 7"."""
    syntax = text.syntax
    for number, (low, high) in enumerate(syntax.bounds):
        tolls = [i for i in range(low, high) if syntax.lemmas[i] == "toll"]
        if len(tolls) != 1:
            continue
        start, end = syntax.tokens[low].start, syntax.tokens[high - 1].end
        counts = [f for f in find_figures(syntax.text, start, end) if f.what == "killed"]
        counts = [f for f in counts if f.low is not None and syntax.at(f.word) == tolls[0]]
        if len(counts) != 1 or _given(text, number, drafts, counts[0]):
            continue
        trigger = Trigger(tolls[0], tolls[0], (Sense("ASSAULT"),), noun=tolls[0])
        yield _draft(trigger, counts[0], None)


def _given(text: Text, number: int, drafts: list[Draft], count: Found) -> bool:
    """Whether the one attack of the sentence before takes the number: "A bomb hit a market. The
    death toll has risen to seven."."""
    if text.innermost(text.syntax.at(count.word) or 0) is not None:
        return False
    before = [d for d in drafts if text.syntax.sentences[d.trigger.head] == number - 1]
    attacks = [d for d in before if d.sense.type == "ASSAULT" and d.standing.status in _BEEN]
    nouns = {d.trigger.noun for d in attacks}
    subjects = (text.syntax.subject(d.trigger.verb) for d in attacks if d.trigger.verb is not None)
    if len(attacks) == 2 and nouns & set(subjects):  # "an explosion | hit | a refinery"
        attacks = [d for d in attacks if d.trigger.noun is not None]
    if len(attacks) != 1 or any(c.what == "killed" for c in attacks[0].counts):
        return False
    attacks[0].counts.append(count)
    return True


def _custodies(text: Text, drafts: list[Draft]) -> Iterator[Draft]:
    """ "Seven men are in Norwegian | custody", "nine remain in detention"."""
    syntax = text.syntax
    for noun in range(len(syntax.tokens)):
        phrase = text.phrases.of(noun)
        if syntax.lemmas[noun] not in _HELD or phrase is None or phrase.head != noun:
            continue
        low, _ = text.sentence(noun)
        first = phrase.first - 1
        if first <= low or syntax.word(first) != "in" or syntax.lemmas[first - 1] not in _BEING:
            continue
        subject = syntax.subject(noun)
        if subject is None:
            subject = syntax.subject(first - 1)
        whom = text.phrases.of(subject) if subject is not None else None
        if whom is None or whom.last >= first or any(
            d.sense.mode == "arrest" and low <= d.trigger.head <= noun for d in drafts
        ):  # fmt: skip
            continue
        start, end = text.offsets(whom.first, whom.last)
        at = syntax.tokens[noun].start
        trigger = Trigger(noun, noun, (Sense("COERCE", "arrest"),), noun=noun)
        draft = _draft(trigger, quantity(syntax.text, start, end, "detained", at), whom)
        if phrase.first < noun:
            draft.actors = [Phrase(phrase.first, noun - 1, noun - 1)]
        yield draft
