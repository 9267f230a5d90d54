"""What a denial, or who knows of nothing, most likely answers: a trained scorer beside the rules.

Rules know what they have seen; a denial that comes back to a claim in quite other words is left to
what can be observed of the two statements (``answered``), weighed by small networks that
``training/answering.py`` makes from reports coded by hand. It looks at one report alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.parties import party_keys
from onrecord.compare.accounts.unaware import grants, of_aspect
from onrecord.compare.inside.answered import Answers, Floats, would
from onrecord.compare.inside.replies import elsewhere, others
from onrecord.compare.pairs.claims import alike
from onrecord.compare.pairs.denials import accused
from onrecord.compare.scored.retelling import Network, network
from onrecord.link.words import written
from onrecord.records import Link, LinkKind

WEIGHTS = Path(__file__).parents[1] / "weights" / "answering.npz"
LIKELY = 0.3
"""How likely the answer must be; chosen of three settings on the coded reports held out."""
_SHORT = 6
"""Content words that "had no record of any raid" has at most."""
FAR = 6.0
"""Standard deviations beyond which an observation counts as no further."""
_ANSWERS: dict[str, LinkKind] = {"deny": "denies", "disclaim": "undercuts"}
_TOLD = frozenset(
    {"assert", "accuse", "confirm", "warn", "threaten", "predict", "condemn", "demand"}
)


def chances(scorer: Network, features: Floats) -> Floats:
    """How likely the later of each pair answers the earlier, (p,) of (p, f)."""
    far = FAR * scorer.spread
    return scorer.chances(np.clip(features, scorer.mean - far, scorer.mean + far))


def answering(view: View, answered: Collection[str]) -> Iterator[Link]:
    """``denies`` and ``undercuts`` from statements that are not among those ``answered`` already,
    each to the one before it that it answers most likely."""
    kinds = {s.statement.id: _ANSWERS.get(s.statement.act) for s in view.ordered}
    left = [at for at, s in enumerate(view.ordered) if kinds[s.statement.id] is not None]
    left = [at for at in left if view.ordered[at].statement.id not in answered]
    if not left:
        return
    pairs = Answers(view)
    for at in left:
        kind = kinds[view.ordered[at].statement.id]
        before = [one for one in range(at) if pairs.open(one, at) and _may_answer(pairs, one, at)]
        if not before or kind is None:
            continue
        told = chances(network(WEIGHTS), np.array([pairs.features(one, at) for one in before]))
        best = before[int(told.argmax())]
        shared = _shared(pairs, best, at)
        if told.max() < LIKELY:
            continue
        claim, answer = view.ordered[best], view.ordered[at]
        why = f"most likely answers {quote(claim.text)}"
        if shared:
            why += f": both speak of {written(shared, answer.text)}"
        score = 0.5 + float(told.max()) / 5
        yield link(kind, answer, claim, score, why)


def _may_answer(pairs: Answers, one: int, other: int) -> bool:
    """Whether a claim can be what is denied or not known of: told as so, by another, of no other
    town or day. Who does not know how many died knows that some did."""
    claim, answer = pairs.told[one].said, pairs.told[other].said
    if claim.statement.act not in _TOLD or claim.statement.polarity == "negative":
        return False
    if answer.statement.act == "disclaim" and (grants(answer) or of_aspect(answer)):
        return False
    if not others(claim, answer) or elsewhere(claim, answer):
        return False
    if pairs.told[other].refers is not None or _of_another(claim, answer):
        return False  # "the shepherds' account": the rules know whose that is, or it was not read
    if answer.statement.act == "disclaim" and len(pairs.told[other].keys) > _SHORT:
        return False  # who tells of it at length, and does not know one thing, has seen it
    if pairs.told[one].ahead or (would(pairs.told[one]) and not would(pairs.told[other])):
        return False  # "would send a commission": nothing has been done that could be denied
    return _tied(pairs, one, other, _shared(pairs, one, other))


def _of_another(claim: Said, answer: Said) -> bool:
    """Whether somebody else than the speaker is accused of it."""
    voice, doers = answer.matter.voice, claim.matter.doers
    return voice is not None and bool(doers) and voice not in doers


def _shared(pairs: Answers, one: int, other: int) -> frozenset[str]:
    left, right = pairs.told[one].keys, pairs.told[other].keys
    return ((left & right) | alike(right - left, left - right)) - pairs.common - party_keys()


def _tied(pairs: Answers, one: int, other: int, shared: frozenset[str]) -> bool:
    """Whether more than their places ties the two: a word of both, or that it is the accused who
    answers, or calls it "the claim"."""
    claim, answer = pairs.told[one], pairs.told[other]
    if shared or claim.kinds & answer.kin:
        return True
    return accused(claim.said, answer.said, pairs.seen)
