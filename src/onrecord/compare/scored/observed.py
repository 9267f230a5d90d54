"""What can be observed of two events of one report that may be one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.compare.accounts.dates import apart, same_day
from onrecord.compare.accounts.facts import AHEAD, REAL, EventFacts
from onrecord.compare.pairs.sameness import places
from onrecord.link.words import has_mark
from onrecord.records import Count, EventType

FEATURES = (
    "head", "kin", "topics", "topics differ", "both harm", "one harms", "harm later", "general",
    "fight", "type", "assaults", "mode", "mode differs", "definite", "definite before", "another",
    "another before", "recent", "plural", "plural differs", "plurals", "several", "day",
    "days meet", "apart", "one day", "day later", "place", "place within", "elsewhere",
    "place new", "other towns", "town", "doer", "doer differs", "side differs", "victim",
    "victim differs", "turned", "victim's name", "doer's name", "count", "count differs",
    "one count", "large", "status", "real", "real differs", "ahead", "hypothetical", "denied",
    "said and done", "ongoing", "one word", "bare", "bare before", "same sentence",
    "next sentence", "distance", "headline", "headline and lead", "lead", "keys", "cover",
    "where", "names", "rivals", "same between", "first", "nearest", "alike", "soft", "the", "a",
    "this", "capitals", "capitals' share", "numbers", "run", "of type", "of head",
)  # fmt: skip

_POINTING = frozenset({"this", "that", "these", "those", "its", "their", "such"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as its report tells it, with what pairs are compared by."""

    facts: EventFacts
    kin: frozenset[str]
    harms: bool
    fights: bool
    before: tuple[str, ...]
    doers: frozenset[str]
    victims: frozenset[str]
    counts: tuple[Count, ...]
    sentence: int
    vectors: npt.NDArray[np.float32]
    meant: npt.NDArray[np.float32]
    capitals: frozenset[str]
    numbers: frozenset[str]
    grams: frozenset[tuple[str, ...]]


def observed(
    a: Mention,
    b: Mention,
    mentions: Sequence[Mention],
    one: int,
    other: int,
    types: Counter[EventType],
    heads: Counter[str],
) -> list[float]:
    """What is told of two events, the earlier first, in the order of ``FEATURES``.

    ``one`` and ``other`` are their places among ``mentions``; ``types`` and ``heads`` count the
    report's.
    """
    first = a.facts.event
    values = (
        *_words(a, b), *_scene(a.facts, b.facts), *_parties(a, b), *_standing(a, b),
        *_course(a, b, mentions, one, other), *_alike(a, b),
        np.log1p(types[first.type]), np.log1p(heads[a.facts.head]),
    )  # fmt: skip
    return [float(value) for value in values]


def _words(a: Mention, b: Mention) -> tuple[float, ...]:
    """What their words call them, and how the report speaks of each."""
    left, right = a.facts, b.facts
    first, second = left.event, right.event
    assaults = first.type == second.type == "ASSAULT"
    return (
        left.head == right.head, bool(a.kin & b.kin), bool(left.topics & right.topics),
        bool(left.topics and right.topics and not left.topics & right.topics),
        a.harms and b.harms, a.harms != b.harms and assaults, b.harms and not a.harms,
        (left.general or right.general) and assaults, a.fights != b.fights,
        first.type == second.type, assaults, first.mode is not None and first.mode == second.mode,
        bool(first.mode and second.mode and first.mode != second.mode),
        right.definite, left.definite,
        right.another or _renewed(b), left.another or _renewed(a), _recent(b),
        right.plural, left.plural != right.plural, left.plural and right.plural,
        left.several or right.several,
    )  # fmt: skip


def _scene(left: EventFacts, right: EventFacts) -> tuple[float, ...]:
    """When and where they were."""
    day = same_day(left.days, right.days)
    meets = left.days is not None and right.days is not None and left.days.meets(right.days)
    where = places(left, right)
    one, other = left.matter.spots, right.matter.spots
    return (
        day, meets and not day, apart(left.days, right.days),
        (left.days is None) != (right.days is None), right.days is not None,
        where == 2, where == 1, where < 0, right.place is not None and left.place is None,
        bool(one and other and not one & other), bool(one & other),
    )  # fmt: skip


def _parties(a: Mention, b: Mention) -> tuple[float, ...]:
    """Who did them, whom they befell, and how many."""
    left, right = a.facts, b.facts
    first, second = left.event, right.event
    doer = bool(set(first.actor) & set(second.actor) or left.actors & right.actors)
    victim = bool(set(first.recipient) & set(second.recipient)
                  or left.recipients & right.recipients)  # fmt: skip
    equal, unequal = counted(a.counts, b.counts)
    return (
        doer, bool(first.actor and second.actor) and not doer,
        bool(left.actors and right.actors and not left.actors & right.actors),
        victim, bool(first.recipient and second.recipient) and not victim,
        bool(set(first.actor) & set(second.recipient) or set(second.actor) & set(first.recipient)),
        bool(a.victims & b.victims), bool(a.doers & b.doers),
        equal, unequal, bool(first.counts) != bool(second.counts),
        any((c.low or c.high or 0) >= 10 for c in first.counts),
    )  # fmt: skip


def _standing(a: Mention, b: Mention) -> tuple[float, ...]:
    """Whether they have been, and on whose word."""
    first, second = a.facts.event, b.facts.event
    real = first.status in REAL, second.status in REAL
    return (
        first.status == second.status, all(real), real[0] != real[1],
        first.status in AHEAD and second.status in AHEAD,
        (first.status == "hypothetical") + (second.status == "hypothetical"),
        (first.status == "denied") != (second.status == "denied"),
        {first.status, second.status} == {"happened", "alleged"},
        "ongoing" in (first.status, second.status), first.on_word_of == second.on_word_of,
        _bare(b), _bare(a),
    )  # fmt: skip


def _course(
    a: Mention, b: Mention, mentions: Sequence[Mention], one: int, other: int
) -> tuple[float, ...]:
    """Where they stand in the report, and what it tells between them."""
    left, right = a.facts, b.facts
    steps = b.sentence - a.sentence
    keys = left.matter.telling & right.matter.telling - {left.head, right.head}
    least = max(1, min(len(left.matter.telling), len(right.matter.telling)))
    between = mentions[one + 1 : other]
    rivals = sum(m.facts.event.type == right.event.type for m in between)
    same = sum(m.facts.head == right.head for m in between)
    return (
        steps == 0, steps == 1, np.log1p(steps),
        a.sentence == 0 and steps > 0, a.sentence == 0 and steps in (1, 2), a.sentence <= 1,
        min(len(keys), 5), len(keys) / least, bool(left.matter.where & right.matter.where),
        bool(left.matter.names & right.matter.names), np.log1p(rivals), min(2, same),
        not any(m.facts.event.type == left.event.type for m in mentions[:one]), rivals == 0,
    )  # fmt: skip


def _alike(a: Mention, b: Mention) -> tuple[float, ...]:
    """How near the words around them are."""
    soft = 0.0
    if len(a.meant) and len(b.meant):
        near = a.meant @ b.meant.T
        soft = float(near.max(1).mean() + near.max(0).mean()) / 2
    last, capitals = b.before[-3:], a.capitals & b.capitals
    return (
        float(a.vectors @ b.vectors), soft, "the" in last,
        bool({"a", "an"} & set(last)) and "the" not in last, bool(_POINTING & set(last)),
        min(4, len(capitals)),
        len(capitals) / max(1, min(len(a.capitals), len(b.capitals))),
        min(3, len(a.numbers & b.numbers)), min(len(a.grams & b.grams), 8) / 8,
    )  # fmt: skip


def counted(some: Sequence[Count], others: Sequence[Count]) -> tuple[bool, bool]:
    """Whether a number of the same is told twice, and whether two others are."""
    equal = unequal = False
    for one in some:
        for other in (c for c in others if c.what == one.what):
            if one.low == other.low:
                equal = True
            elif one.low and other.low and None not in (one.high, other.high):
                unequal = True
    return equal, unequal and not equal


def _renewed(mention: Mention) -> bool:
    return has_mark("anew", list(mention.before))


def _recent(mention: Mention) -> bool:
    return bool({"latest", "recent", "past"} & set(mention.before))


def _bare(mention: Mention) -> bool:
    event = mention.facts.event
    told = event.actor or event.recipient or event.when or event.where or event.counts
    return not told
