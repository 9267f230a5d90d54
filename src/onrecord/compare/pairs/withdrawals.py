"""What was threatened or claimed and is taken back by whoever said it.

"The union called off the strike", "dropped its threat to close the border", "would not impose
sanctions after all", "withdrew its claim of responsibility". Three things are asked for: one voice,
the same act, and that the taking back came later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.compare.accounts.conditions import negated
from onrecord.compare.accounts.dates import Days, apart
from onrecord.compare.accounts.facts import REAL, EventFacts, Said, View
from onrecord.compare.accounts.matter import harmful, other_towns
from onrecord.compare.accounts.parties import share_name, tag
from onrecord.compare.accounts.voices import may_be_one
from onrecord.compare.pairs.borne import outcomes, timeless
from onrecord.compare.pairs.claims import alike
from onrecord.compare.pairs.warnings import warns
from onrecord.link.identity import Who, same_voice
from onrecord.link.words import (
    NEGATIONS,
    has_mark,
    keys,
    mark_keys,
    mark_stems,
    stem,
    tokens,
    words,
    written,
)
from onrecord.records import WITHDRAWN, Span

Found = tuple[float, str]

LONG = 120
"""Days after a threat or a claim within which it is taken back."""
_MOST = 0.6
"""What part of the words of what is taken back the threat must have."""
_REAL = frozenset({"happened", "ongoing", "alleged"})
_OWN = frozenset({"confirm", "assert"})
_SAID = frozenset({"assert", "pledge", "deny", "reject", "confirm"})
_CLAUSE = re.compile(
    r"[.;:()\n“”\"]|,\s|\b(?:after|because|since|following|when|once|as|while|until|but|if|unless|"
    r"in return|in exchange)\b"
)
_BEFORE = re.compile(r"[.;:()\n“”\"]|,\s|\b(?:that|after|said|but)\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?$")
_PLANNED = re.compile(
    r"\s(?:planned|due|scheduled|set|called|announced|(?:that|which) (?:was|were|is|had|it|they|"
    r"he|she|has|have))\b"
)
"""Behind what is taken back, words that tell when it was to be."""
_REACH = 140
"""Characters from a verb within which stands what is taken back."""
_HELD = 3
"""Words before a "threat" among which stands what is done with it."""
_NOUN = 6
"""Words behind such a verb among which stands "threat" or "ultimatum"."""
_AHEAD = frozenset({"will", "would", "wont", "wouldnt", "won't", "wouldn't", "longer"})
_OPENING = 8
_DECIDED = frozenset({"after", "all"})


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What an event takes back: the keys ``of`` it, those of the words for ``by`` whom. ``spoken``:
    it is called a threat, and not by what was threatened alone; ``acts`` are the keys of the acts
    that its words tell of as still to come; ``verb`` the stem of the word for taking it back."""

    of: frozenset[str]
    by: tuple[frozenset[str], ...]
    spoken: bool
    acts: frozenset[str]
    verb: str


def taken_back(seen: View, facts: EventFacts) -> TakenBack | None:
    """What an event takes back, or None where it takes back nothing."""
    event = facts.event
    text = seen.record.report.text
    told = tokens(event.trigger.text)
    if not _withdraws(told) and has_mark("threats", told):
        told = _verb_before(text, event.trigger.start)  # "dropped its | threat to shut the port"
    if event.status not in _REAL or not _withdraws(told):
        return None
    span = _object(text, event.trigger)
    own = tokens(span.text)
    spoken = bool(set(map(stem, own[:_NOUN])) & mark_stems("threats"))
    acts = frozenset(
        stem(word)
        for other in seen.events.values()
        if other.event.id != event.id
        and (other.event.status not in REAL or other.event.type == "PROTEST")
        and span.start <= other.event.trigger.start < span.end
        for word in tokens(other.event.trigger.text)
    )
    # "dropped bombs", "suspended aid" take nothing back
    if not spoken and not acts:
        return None
    of = keys(timeless(span.text)) - mark_keys("withdrawing") - mark_keys("threats")
    of -= keys(told[0])
    people = [seen.who[id_] for id_ in event.actor if id_ in seen.who]
    labels = tuple(label for one in people if (label := _label(one.label)))
    if not people and span.start >= event.trigger.start:
        labels = (keys(_clause_before(text, event.trigger.start)),)  # nobody was found in it
    return TakenBack(of, labels, spoken, acts, stem(told[0]))


def _withdraws(told: list[str]) -> bool:
    """Whether the words are for taking something back: "called off", "dropped"."""
    if {"off", "down", "away"} & set(told) and {"call", "back"} & set(map(stem, told)):
        return True
    return has_mark("withdrawing", told)


def _verb_before(text: str, start: int) -> list[str]:
    """The verb of which a threat is the object: "has | withdrawn | its earlier threat"."""
    near = _clause_before(text, start).split()[-_HELD:]
    return next((word for word in map(tokens, reversed(near)) if word and _withdraws(word)), [])


def _object(text: str, trigger: Span) -> Span:
    """What stands behind a verb, or before a passive one: "the strike was called off"."""
    before = text[max(0, trigger.start - _REACH) : trigger.start]
    verb = tokens(trigger.text)[:1]
    if _PASSIVE.search(before) and not verb[0].endswith("ing"):
        last = max((m.end() for m in _BEFORE.finditer(before)), default=0)
        start = trigger.start - len(before) + last
        return Span(start, trigger.start, text[start : trigger.start])
    # the trigger may hold its object: "withdrew their claim"
    end = trigger.end + _REACH
    stop = _CLAUSE.search(text, trigger.end, end)
    end = min(len(text), stop.start() if stop else end)
    rest = _PLANNED.search(text, trigger.end, end)
    end = rest.start() if rest else end
    return Span(trigger.start, end, text[trigger.start : end])


def _clause_before(text: str, start: int) -> str:
    """What stands before a verb in its clause: its subject, and no more than that."""
    before = text[max(0, start - _REACH) : start]
    return before[max((m.end() for m in _BEFORE.finditer(before)), default=0) :]


def merged(found: Sequence[TakenBack | None]) -> TakenBack | None:
    """What all tellings of one event take back, by whatever words for whoever does."""
    told = [back for back in found if back is not None]
    if not told:
        return None
    first = min(told, key=lambda back: (not back.of, len(back.of)))
    labels = dict.fromkeys(label for back in told for label in back.by)
    return replace(first, by=tuple(labels), acts=first.acts.union(*(back.acts for back in told)))


def _label(label: str) -> frozenset[str]:
    """The keys of the words for an actor, but for those of which there are many."""
    found = keys(label) - {"unnam"}
    return found - mark_keys("plain_bodies") or found


def one_party(who: Who | None, sides: frozenset[str], labels: tuple[frozenset[str], ...]) -> bool:
    """Whether ``who`` may be one of those that are known by their sides or by words for them."""
    if who is None:
        return False
    mine = tag(who)
    if mine is not None and sides:
        return share_name(frozenset({mine}), sides)
    own = _label(who.label)
    return any(own <= label or label <= own for label in labels)


def withdrawn(event: EventFacts, back: TakenBack, warning: Said) -> Found | None:
    """How surely an event takes back what ``warning`` holds out: the same side's, and later."""
    if not warns(warning.statement) or not _later(event.days or event.published, warning):
        return None
    text = _held_out(warning)
    if text is None or back.verb in keys(text):
        return None  # who threatened to withdraw has not taken that back by withdrawing
    if not one_party(warning.who, event.actors, back.by):
        return None
    act = _act(text, warning)
    told = keys(timeless(warning.text))
    have = back.of - _names_of(warning)
    shared = _shared(have, told)
    if back.spoken:
        fits = have and len(shared) >= _MOST * len(have) and (len(shared) > 1 or shared & act)
        to = keys(warning.to.label) if warning.to else frozenset()
        fits = fits or (bool(have) and have <= to)  # "its ultimatum to the ambassador"
    else:
        fits = bool(_shared(act, back.acts | back.of)) and bool(act & back.acts or len(shared) > 1)
        fits = fits and len(shared) >= _MOST * len(have)
    if not fits:
        return None
    of = written(shared or act, warning.text)
    return 0.75, f"{WITHDRAWN} what was threatened: {of}"


def not_after_all(later: Said, warning: Said) -> Found | None:
    """How surely somebody says that he will not do what he had threatened."""
    if not warns(warning.statement) or later.statement.act not in _SAID:
        return None
    if later.statement.condition is not None or later.statement.within is not None:
        return None
    text = _held_out(warning)
    if text is None or negated_ahead(later.text) is None:
        return None
    if not _later(later.days or later.published, warning) or not _one(later, warning):
        return None
    if warning.statement.consequence and negated(warning.statement.consequence):
        return None
    said = negated_ahead(later.text) or frozenset()
    act = _act(text, warning)
    wanted = keys(timeless(text)) - _names_of(warning) - outcomes().light
    shared = _shared(said, wanted)
    if not _shared(act, said) or len(shared) < 2 or len(shared) < len(wanted) / 2:
        return None
    return 0.7, f"{WITHDRAWN} what was threatened: {written(shared, later.text)}"


def negated_ahead(text: str) -> frozenset[str] | None:
    """The keys of what somebody says will not be done; None where nothing is said of that."""
    told = tokens(text)
    opening = told[:_OPENING]
    at = next((n for n, word in enumerate(opening) if word in NEGATIONS or word == "longer"), None)
    if at is None or not _AHEAD & set(opening[: at + 1]):
        return None
    behind = told[at + 1 :]
    if has_mark("sparing", behind[:2]) or _withdraws(behind[:3]):
        return None  # "will not hesitate to", "will not call off the strike"
    return keys(" ".join(behind))


def claim_taken_back(later: Said, claim: Said) -> Found | None:
    """How surely somebody takes back that a deed was his own: a claim of responsibility that is
    withdrawn, or a denial of what he had claimed."""
    if later.statement.act != "deny" or claim.statement.act not in _OWN:
        return None
    if not _later(later.days or later.published, claim) or not _one(later, claim):
        return None
    if not owns(claim) or not (of_claim(later) or _disowns(later)):
        return None
    one, two = claim.matter, later.matter
    if other_towns(one, two) or apart(one.days, two.days):
        return None
    shared = _shared(two.keys, one.keys) - mark_keys("owning") - _names_of(claim)
    place = (one.spots or one.setting) & (two.spots or two.setting)
    acts = one.heads & two.heads or alike(one.heads, two.heads)
    if not (acts or (place and (one.heads | two.heads) & mark_keys("general"))):
        return None
    if not place and len(shared - mark_keys("generic")) < 2:
        return None
    at = written(shared | place, later.text)
    return 0.75, f"the same source takes back what it claimed: {at}"


def owns(claim: Said) -> bool:
    """Whether somebody says that a deed was his own: "claimed responsibility", "our men did it"."""
    cue = tokens(claim.statement.cue.text) if claim.statement.cue else []
    own = claim.matter.voice is not None and claim.matter.voice in claim.matter.doers
    harm = harmful(claim.matter) and claim.statement.act in _OWN
    return harm and (own or has_mark("owning", cue))


def claims_it(word: Said, doers: frozenset[str]) -> bool:
    """Whether somebody claims responsibility for what these are told to have done."""
    cue = tokens(word.statement.cue.text) if word.statement.cue else []
    voice = word.matter.voice
    claims = word.statement.act == "confirm" or has_mark("owning", cue)
    return claims and owns(word) and (not doers or (voice is not None and voice in doers))


def tells_of_it(said: Said) -> bool:
    """Whether it tells that a threat is taken back: "that he was lifting his threat"."""
    told = tokens(said.text)
    at = next((n for n, word in enumerate(told) if _withdraws([word])), None)
    if at is None:
        return False
    return bool(set(map(stem, told[at + 1 : at + 1 + _NOUN])) & mark_stems("threats"))


def takes_no_blame(denial: Said, claim: Said) -> bool:
    """Whether somebody withdraws a claim of responsibility, and the other blames nobody for the
    deed: that it was done is not denied."""
    voice = denial.matter.voice
    return of_claim(denial) and (voice is None or voice not in claim.matter.doers)


def of_claim(said: Said) -> bool:
    """Whether the words for it tell that a claim is withdrawn."""
    told = tokens(said.statement.cue.text) if said.statement.cue else []
    told += tokens(said.text)[:_NOUN]
    return _withdraws(told) and has_mark("owning", told)


def _disowns(said: Said) -> bool:
    """Whether it says that the speaker did not do it."""
    told = tokens(said.text)
    own = said.matter.voice is not None and said.matter.voice in said.matter.doers
    return has_mark("answerable", told) or own


def _one(one: Said, other: Said) -> bool:
    """Whether the two speak with one voice, or for one side."""
    if same_voice(one.who, other.who) or may_be_one(one.called, other.called):
        return True
    mine, theirs = tag(one.who), tag(other.who)
    if mine is not None and theirs is not None:
        return share_name(frozenset({mine}), frozenset({theirs}))
    return False


def _later(when: Days | None, said: Said) -> bool:
    """Whether it came after what was said, and not long after."""
    first = said.days or said.published
    if first is None or when is None:
        return False
    return first.start < when.start <= first.start + LONG


def _held_out(warning: Said) -> str | None:
    """The words for what is threatened; None where only what is asked for is told."""
    statement = warning.statement
    if statement.consequence is not None:
        return statement.consequence.text
    return None if statement.condition is not None else warning.text


def _act(text: str, warning: Said) -> frozenset[str]:
    """The key of the first word that tells what is to be done: "to strike", "would cut off water";
    with a light verb that of its noun, "carry out raids"."""
    issuer, light = _names_of(warning), outcomes().light
    told = tokens(timeless(text))
    start = next((n + 1 for n, word in enumerate(told) if word in _WILL), 0)
    for word in told[start:]:
        for key in keys(word):
            if key in issuer or key in light or has_mark("carrying", [word]):
                continue
            return frozenset({key})
    return frozenset()


_WILL = frozenset({"will", "would", "shall", "to"})


def _names_of(warning: Said) -> frozenset[str]:
    """The keys of the words for who threatens."""
    return keys(warning.who.label) if warning.who else frozenset()


def _shared(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Those that the others have, in the same word or in one that may name the same act."""
    kin = frozenset(g for key in others for g in words().kin_of.get(key, ()))
    return frozenset(k for k in some if k in others or kin & words().kin_of.get(k, frozenset()))
