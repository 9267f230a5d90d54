"""How likely two events of one report are one happening: a trained scorer.

A report tells its story several times over: in the headline, in the lead, by each of its sources,
and then "the attack" again. What ties two tellings is seldom one thing, so what can be observed of
them is weighed together by small networks (``training/retelling.py`` makes them, from reports whose
tellings were grouped by hand). What rules out that two are one is no matter of weight
(``ruled_out``). It looks at one report alone, so that what it says never changes with the record.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.compare.accounts.dates import apart, same_day
from onrecord.compare.accounts.facts import AHEAD, REAL, EventFacts, View
from onrecord.compare.pairs.sameness import TYPES, places
from onrecord.compare.scored.chains import scorer
from onrecord.compare.scored.observed import Mention, counted, observed
from onrecord.link.words import mark_stems, stem, tokens, words
from onrecord.records import Count

Floats = npt.NDArray[np.float64]

WEIGHTS = Path(__file__).parents[1] / "weights" / "retelling.npz"
_SENTENCE = re.compile(r"[.!?][\"”'’)]*\s+(?=[A-Z0-9“\"'`])|\n")
_NAME = re.compile(r"[A-Z][a-z’'-]{2,}")
_NUMBER = re.compile(r"\d+")
_AROUND, _BESIDE = 80, 60
_FEW = 5
_LEAD = 2
"""Sentences in which the headline's own event is told anew: "A blast killed nine in Lun …"."""
_UNNAMED = frozenset({"unnam", "unnamed"})


@dataclass(frozen=True, slots=True)
class Network:
    """Networks of one hidden layer with a linear way around it, whose outputs are averaged.

    ``mean`` and ``spread`` of the features (f,); ``inner`` (n, f, h), ``inner_bias`` (n, h),
    ``outer`` (n, h), ``outer_bias`` (n,), ``around`` (n, f).
    """

    mean: Floats
    spread: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    around: Floats

    def chances(self, features: Floats) -> Floats:
        """How likely the two of each row (p, f) are one, (p,)."""
        x = (features - self.mean) / self.spread
        hidden = np.tanh(np.einsum("pf,nfh->nph", x, self.inner) + self.inner_bias[:, None])
        odds = (hidden * self.outer[:, None]).sum(-1) + self.outer_bias[:, None]
        odds += np.einsum("pf,nf->np", x, self.around)
        return np.asarray(1 / (1 + np.exp(-odds.mean(0))))


@cache
def network(path: Path = WEIGHTS) -> Network:
    """The scorer shipped in a file."""
    with np.load(path) as data:
        return Network(*(data[name].astype(np.float64) for name in Network.__slots__))


class Retellings:
    """The events of one report in the order of its text, and how likely each two are one."""

    def __init__(self, seen: View) -> None:
        events = sorted(seen.events.values(), key=lambda e: (e.event.trigger.start, e.event.id))
        text = seen.record.report.text
        ends = sorted({*(m.end() for m in _SENTENCE.finditer(text)), seen.headline or 0})
        names = {a.id: a.name for a in seen.record.actors}
        self.mentions = tuple(
            _mention(e, text, bisect_right(ends, e.event.trigger.start), names) for e in events
        )
        self._headline = seen.headline
        self._types = Counter(e.event.type for e in events)
        self._heads = Counter(e.head for e in events)
        self.at = {e.event.id: place for place, e in enumerate(events)}

    def pairs(self, number: int) -> list[int]:
        """The earlier events that nothing rules out for the one at ``number``."""
        later = self.mentions[number]
        new = _new(later)
        if new and later.facts.another:
            return []
        open_ = [
            i for i, m in enumerate(self.mentions[:number]) if not ruled_out(m.facts, later.facts)
        ]
        if not new or any(_same_toll(self.mentions[i], later) for i in open_):
            return open_
        head = self._headline if later.sentence <= _LEAD else 0
        return [i for i in open_ if self.mentions[i].facts.event.trigger.start < head]

    def features(self, one: int, other: int) -> list[float]:
        """What can be observed of two events, the earlier first, in the order of ``FEATURES``."""
        a, b = self.mentions[one], self.mentions[other]
        return observed(a, b, self.mentions, one, other, self._types, self._heads)

    def chances(self) -> dict[tuple[str, str], float]:
        """How likely each two are one happening, by ids, the earlier first; those ruled out are
        left out."""
        found = [(i, n) for n in range(len(self.mentions)) for i in self.pairs(n)]
        if not found:
            return {}
        rows = np.array([self.features(i, n) for i, n in found])
        told = network().chances(rows)
        ids = [m.facts.event.id for m in self.mentions]
        return {(ids[i], ids[n]): float(p) for (i, n), p in zip(found, told, strict=True)}


def ruled_out(left: EventFacts, right: EventFacts) -> bool:
    """Whether something says that the two are not one: other days, other places, other kinds."""
    one, other = left.event, right.event
    alike = left.head == right.head
    if not {one.type, other.type} <= TYPES or (one.type != other.type and not alike):
        return True
    kin = alike or _kin(left) & _kin(right)
    if one.type != "ASSAULT" and one.mode and other.mode and one.mode != other.mode and not kin:
        return True  # "took power" and "imposed a curfew"
    if _seizes(left) != _seizes(right) and not (left.general or right.general):
        return True  # "killed a trader whom they had taken hostage"
    if left.actors and right.actors and not left.actors & right.actors:
        return True
    if left.matter.whom and right.matter.whom and not left.matter.whom & right.matter.whom:
        return True
    both = {one.status, other.status}
    if not (both <= REAL or both <= AHEAD):
        return True
    if left.topics and right.topics and not left.topics & right.topics:
        return True
    if (left.several or right.several) and not alike:
        return True
    if (_fights(left) != _fights(right)) and not alike:
        return True
    towns = left.matter.spots and right.matter.spots and not left.matter.spots & right.matter.spots
    if towns and not same_day(left.days, right.days):
        return True
    return apart(left.days, right.days) or places(left, right) < 0


def borne_out(left: EventFacts, right: EventFacts) -> bool:
    """Whether something of their own speaks for two events being one, beside where they stand.

    Two words of one act, where anything else agrees or the later is told of as known; of assaults
    any two words, where who did it, whom it befell, where, when or how many agrees.
    """
    one, other = left.event, right.event
    named = left.head == right.head or bool(_kin(left) & _kin(right))
    doer = bool(set(one.actor) & set(other.actor) or left.actors & right.actors)
    victim = bool(set(one.recipient) & set(other.recipient) or left.recipients & right.recipients)
    day = same_day(left.days, right.days)
    place = places(left, right) == 2 or bool(left.matter.spots & right.matter.spots)
    equal, _ = counted(
        [c for c in one.counts if not _loose(c)], [c for c in other.counts if not _loose(c)]
    )
    known = right.definite and not right.plural
    if named:
        return known or doer or victim or day or place or equal
    if one.type != "ASSAULT":
        return False
    if left.general or right.general:
        return known or victim or equal or (doer and (day or place)) or (day and place)
    return equal or (victim and (doer or day or place)) or (doer and day and place)


def _new(mention: Mention) -> bool:
    """ "A strike": a noun that tells of it for the first time, save in the headline."""
    told = set(mention.before[-2:])
    return bool({"a", "an", "another"} & told) and "the" not in told


def _same_toll(earlier: Mention, later: Mention) -> bool:
    """ "Blasts kill 31", and "a blast that killed 31": one number of more than a few."""
    told = {(c.what, c.low) for c in earlier.counts if c.low == c.high and (c.low or 0) > _FEW}
    return any((c.what, c.low) in told for c in later.counts if c.low == c.high)


def _mention(facts: EventFacts, text: str, sentence: int, names: dict[str, str]) -> Mention:
    event = facts.event
    start, end = event.trigger.start, event.trigger.end
    near = text[max(0, start - _AROUND) : end + _AROUND]
    beside = text[max(0, start - _BESIDE) : end + _BESIDE]
    told = tokens(beside)
    vectors = scorer().vectors
    keys = tuple(sorted(facts.matter.telling))
    return Mention(
        facts=facts,
        kin=_kin(facts),
        harms=facts.head in mark_stems("harm"),
        fights=_fights(facts),
        before=tuple(tokens(text[max(0, start - 45) : start])[-5:]),
        doers=_named(event.actor, names),
        victims=_named(event.recipient, names),
        counts=tuple(c for c in event.counts if not _loose(c)),
        sentence=sentence,
        vectors=vectors.of((facts.head,))[0],
        meant=vectors.of(keys) if keys else np.zeros((0, 1), dtype=np.float32),
        capitals=frozenset(_NAME.findall(near)),
        numbers=frozenset(_NUMBER.findall(beside)),
        grams=frozenset(tuple(told[i : i + 3]) for i in range(len(told) - 2)),
    )


def _kin(facts: EventFacts) -> frozenset[str]:
    told = (stem(word) for word in tokens(facts.event.trigger.text))
    return frozenset(group for word in told for group in words().kin_of.get(word, ()))


def _fights(facts: EventFacts) -> bool:
    return facts.head in mark_stems("fighting")


def _seizes(facts: EventFacts) -> bool:
    """Whether somebody is abducted, which no killing or bombing is."""
    return facts.event.mode == "abduct"


def _named(ids: Iterable[str], names: dict[str, str]) -> frozenset[str]:
    return frozenset(stem(w) for i in ids for w in tokens(names.get(i, ""))) - _UNNAMED


def _loose(count: Count) -> bool:
    """ "scores", "a number of": numbers that agree by chance."""
    told = count.span.text.lower()
    return count.high is None and (
        told.split()[-1] in words().marks["loose_numbers"] or "number" in told
    )
