"""Harm that is to befall others: what may come, what looms, what somebody was told of in time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.extract.statements.fields.menaces import Vote
from onrecord.extract.statements.fields.traits import ClauseFeatures, Features
from onrecord.extract.statements.fields.wording import idiom
from onrecord.extract.statements.words.lexicon import words


def dreads(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """Harm that is to befall others if something is done, or that somebody was told of in time."""
    could = clause.dire or clause.danger or (clause.harm and clause.undergoes)
    if features.forewarns and could and (clause.clause.future or clause.clause.possible):
        yield Vote("warn", 2.5, "somebody was told in time of the harm")
    elif clause.dire and features.conditional:
        if not features.defied and words("harms", "engulfed") & set(clause.lemmas):
            return  # "if the dyke breaks, the town will be under water": so it is foreseen
        yield Vote("warn", 2.5, "harm will befall somebody if something happens")
    elif clause.dire and clause.clause.quoted and clause.clause.future and not features.observer:
        yield Vote("warn", 2.2, "harm is foretold")
    elif any(one.clause.necessary or one.clause.imperative for one in features.clauses):
        return  # "must not attack; thousands could be killed": it is asked for, and that is why
    elif _looms(clause) or (_may(clause) and _peril(features, clause)):
        yield Vote("warn", 2.4, "harm may follow")
    elif clause.clause.future and not _armed(features) and _deadly(clause):
        yield Vote("warn", 2.2, "harm to life is foretold")


def _may(clause: ClauseFeatures) -> bool:
    """ "could", "might", "may", of what is to come: not "could have killed them"."""
    told = " ".join(clause.lemmas)
    been = re.search(r"\b(?:could|might|may|can) (?:not |well |also )?have\b", told)
    return clause.clause.possible and (been is None or clause.predicate == "have")


def _peril(features: Features, clause: ClauseFeatures) -> bool:
    """Whether it is harm that may be, and to others or by others than who speaks."""
    if clause.clause.negated or _averted(clause):
        return False
    if clause.side == "own" and (features.armed or clause.predicate not in words("harms", "dire")):
        return False
    told = set(clause.lemmas)
    if told & words("harms", "surmised"):
        return False  # "an explosion could be the cause", "may amount to a massacre"
    return bool(told & words("harms", "peril")) or idiom(clause.lemmas, words("harms", "perils"))


def _looms(clause: ClauseFeatures) -> bool:
    """ "is on the brink of famine", "there is a danger of a burst", "risk abduction"."""
    if clause.clause.negated or _averted(clause):
        return False
    told = set(clause.lemmas)
    near = bool(told & words("harms", "brink")) or {"away", "from"} <= told
    if near and told & words("harms", "peril"):
        return True
    there = "there" in told and told & {"risk", "danger", "peril"} and not told & {"no", "little"}
    risks = clause.predicate == "risk" and clause.side != "own"
    return bool(there) or (risks and bool(told & words("harms", "peril")))


def _deadly(clause: ClauseFeatures) -> bool:
    """ "would slide into famine", "will run out of oxygen", "would face torture"."""
    if clause.clause.negated or clause.side == "own" or _averted(clause):
        return False
    told = set(clause.lemmas)
    spent = {"run", "out"} <= told and told & words("harms", "vital")
    return bool(spent) or bool(told & words("harms", "fatal"))


def _averted(clause: ClauseFeatures) -> bool:
    """ "could end the war", "may prevent a famine": what would be good."""
    return bool(words("harms", "averting") & set(clause.lemmas))


def _armed(features: Features) -> bool:
    """Whether who speaks could do the harm, or prevent it: for a state, or with arms."""
    return features.official or features.armed
