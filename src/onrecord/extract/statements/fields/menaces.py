"""Threats: the speaker's side will do harm, or somebody will be made to suffer for what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.statements.fields.traits import ClauseFeatures, Features
from onrecord.extract.statements.fields.wording import idiom
from onrecord.extract.statements.words.lexicon import words
from onrecord.records import Act

_LAW = frozenset({"arrest", "catch", "prosecute", "try", "jail", "imprison", "charge", "pursue"})
_STATE = frozenset({"deport", "expel", "detain", "evict", "punish", "fine", "execute"})
"""What a state does to persons, the law apart."""
_SURE = frozenset({"will", "would", "'ll", "shall"})
_ALONE = frozenset({"retaliate", "intervene", "escalate", "shoot", "fire", "attack", "invade"})
_VOWS = frozenset({"vow", "pledge", "promise", "swear", "threaten"})
_ANSWERS = frozenset({"respond", "retaliate", "react", "fight"})


@dataclass(frozen=True, slots=True)
class Vote:
    """One rule's word: for which act, how much, and why."""

    act: Act
    weight: float
    why: str


def threatens(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """The speaker's side will do harm, or somebody will be made to suffer for what they do."""
    yield from _stands_ready(features, clause)
    vowed = features.cue.verb in _VOWS and clause.clause.infinitive
    if not (clause.clause.future or vowed) or features.cue.act == "predict":
        return  # what is feared or expected is not what the speaker means to do
    yield from _whatever_is_done(features, clause)
    if not clause.clause.negated:
        yield from _will(features, clause)


def _stands_ready(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """What threatens in whatever tense: a right reserved, a readiness, a reply."""
    own = clause.side == "own"
    if clause.unforgiving and (own or clause.side == "unknown"):
        yield Vote("threaten", 3.5, "the speaker's side will not let it pass")
    if clause.reserves and clause.side in ("own", "unknown") and features.official:
        yield Vote("threaten", 3.5, "the speaker's side reserves the right to answer")
    ready = clause.resolve and features.conditional and not clause.clause.negated
    if ready and (
        (own and features.partisan)
        or (features.official and clause.side == "unknown" and clause.clause.possible)
    ):
        yield Vote("threaten", 3.5, "the speaker's side stands ready if it is done")
    warned = features.cue.act == "warn" and features.official and not clause.clause.negated
    if warned and clause.replies:
        yield Vote("threaten", 4.0, "there is to be a reply")


def _whatever_is_done(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """What threatens with a "will" or a "will not"."""
    if clause.reckoning and features.conditional and features.official and clause.side != "own":
        yield Vote("threaten", 4.0, "somebody is to answer for it")
    elif clause.requited and features.official and not clause.clause.negated:
        yield Vote("threaten", 3.5, "there is to be an answer")
    if clause.withholds and features.conditional and features.official:
        yield Vote("threaten", 4.0, "what is theirs to give will not be given")
    if clause.persists and clause.side in ("own", "unknown"):
        yield Vote("threaten", 4.0, "the speaker's side will not stop")


def _will(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """The first harm that the speaker's side, or another force, is to do."""
    own = clause.side == "own"
    if clause.relents and features.conditional:
        if own or (features.official and clause.side == "unknown" and clause.forceful):
            yield Vote("pledge", 3.0, "the speaker's side will leave off if it is done")
        return
    menaced = features.cue.act == "warn" and (features.official or features.armed)
    lawful = features.cue.act == "pledge" and clause.lawful and not features.conditional
    if clause.retribution and not lawful and not (clause.side == "own" and _suffers(clause)):
        yield Vote("threaten", 4.0, "somebody is to pay for it")
    elif menaced and features.official and not own and _punished(clause):
        yield Vote("threaten", 3.5, "they are told what the state will do to them")
    elif _pursues(clause) or (features.conditional and _tried(clause)):
        act: Act = "threaten" if features.conditional and clause.undergoes else "pledge"
        yield Vote(act, 3.0, "the guilty are to be caught")
    elif clause.harm and own and (not clause.undergoes or _by_itself(clause)):
        yield Vote("threaten", 4.0, f"the speaker's side will {clause.predicate}")
    elif clause.answer and (own or (features.conditional and clause.side == "unknown")):
        yield Vote("threaten", 4.0, f"the speaker's side will {clause.predicate} in kind")
    elif own and features.official and features.unmet and _recourse(clause):
        yield Vote("threaten", 4.0, "the speaker's side will turn to others if it is not done")
    elif own and features.official and clause.reprisal and _at_once(clause):
        yield Vote("threaten", 3.2, "the speaker's side will do it the very hour")
    elif features.deadline and own and not clause.undergoes:
        yield Vote("threaten", 3.2, "something is to be done by then, or else")
    elif features.conditional and own and clause.arms:
        yield Vote("threaten", 4.5, "the speaker's arms will be used if it is not done")
    elif _obliged(clause):
        return
    elif features.conditional and own and (clause.reprisal or clause.predicate in _ANSWERS):
        yield Vote("threaten", 4.0, "the speaker's side will answer if it is done")
    elif features.conditional and features.armed and clause.side != "own" and _deadly(clause):
        yield Vote("threaten", 3.2, "those in arms say what is to burn if it is done")
    elif menaced and features.whoever and clause.harm and not own:
        yield Vote("threaten", 3.5, "whoever does it is to suffer")
    elif menaced and features.conditional and own and not clause.commitment:
        yield Vote("threaten", 3.5, "the speaker's side warns of what it will do")
    elif features.defied and own and not clause.commitment and clause.predicate != "be":
        yield Vote("threaten", 3.0, "the speaker's side will come if they do it")
    elif features.conditional and features.official:
        if (
            clause.side == "unknown"
            and clause.forceful
            and (clause.harm or clause.reprisal or clause.predicate in _ANSWERS)
        ):
            # A force that strikes on a condition is the speaker's, unless known not to be.
            yield Vote("threaten", 3.5, "a force will strike if it is done")
        elif clause.side == "other" and clause.harm and clause.undergoes:
            yield Vote("threaten", 3.2, "another is to suffer if it is done")


def _obliged(clause: ClauseFeatures) -> bool:
    """ "will have to | cut rations", "will be forced to close": what they would sooner not do."""
    told = " ".join(clause.lemmas)
    forced = re.search(r"\b(?:have|be (?:force|oblige|compel)) to\b", told)
    served = words("harms", "served") & set(clause.lemmas)
    return forced is not None and not clause.harm and (bool(served) or not clause.reprisal)


def _pursues(clause: ClauseFeatures) -> bool:
    """ "will arrest the terrorists who did it": the work of the law."""
    guilty = words("harms", "villain") | words("harms", "doers")
    return clause.predicate in _LAW and bool(guilty & set(clause.lemmas))


def _tried(clause: ClauseFeatures) -> bool:
    """ "whoever helps them | will be tried": the law, held out to whoever does it."""
    return clause.predicate in _LAW and clause.undergoes and "be" in clause.lemmas


def _recourse(clause: ClauseFeatures) -> bool:
    """ "if they are not freed, we | will take the case to the court"."""
    return idiom(clause.lemmas, words("harms", "recourse"))


def _at_once(clause: ClauseFeatures) -> bool:
    """ "would shut the border “the same hour”": once the other side has done it, or has not."""
    return idiom(clause.lemmas, words("harms", "at_once"))


def _punished(clause: ClauseFeatures) -> bool:
    """ "warned them that they | would be deported": what the state that warns does itself."""
    done = clause.predicate in _LAW | _STATE and clause.undergoes and "be" in clause.lemmas
    return done and clause.clause.subject is not None and bool(clause.clause.modals & _SURE)


def _by_itself(clause: ClauseFeatures) -> bool:
    """ "will strike back", "will retaliate": harm that needs no object to be done."""
    alone = clause.predicate in _ALONE or "back" in clause.lemmas
    return alone and "be" not in clause.lemmas


def _deadly(clause: ClauseFeatures) -> bool:
    """Whether it destroys: "will burn", "will cost the hostages their lives"."""
    return clause.harm or idiom(clause.lemmas, words("harms", "deadly"))


def _suffers(clause: ClauseFeatures) -> bool:
    return clause.predicate in ("pay", "face", "suffer", "bear", "regret")
