"""What "the raid" and "that raid" mean, of all that was told before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.compare.accounts.facts import REAL, EventFacts, View
from onrecord.compare.inside.akin import akin, narrowed, of_kin, single_of
from onrecord.compare.inside.qualified import dated, elsewhere, fits, of_what
from onrecord.compare.pairs.headline import LEAD
from onrecord.compare.pairs.sameness import Match, conflict
from onrecord.link.words import has_mark

Groups = Mapping[str, Sequence[EventFacts]]
"""By the id of its first telling, all tellings of an event."""
Found = tuple[EventFacts, Match] | None
_NEAR = 400
"""Characters before "the raid" within which one of several that it may mean was told of last."""
_RIGHT_BEFORE = 300
"""Characters before "that raid" within which the raid is told that is meant."""
_ANSWER = re.compile(
    r"\b(?:response|answer|reaction|retaliation|reprisal|revenge|vengeance) (?:to|for|against)"
    r" [^.;:]*$|\b(?:after|following|since) (?:the|this|that|these|those) [^.,;:]*$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])")
_CLOSE = 60


def only_one(
    seen: View,
    later: EventFacts,
    before: Sequence[EventFacts],
    first: Mapping[str, EventFacts],
    members: Mapping[str, Sequence[EventFacts]],
) -> Found:
    """The one event told before that "the raid" can come back to, if there is just one."""
    if not (later.definite or dated(seen, later)) or later.another:
        return None
    if later.event.status not in REAL:
        return None
    roots = [e for e in before if e.event.id not in first and e.event.type == later.event.type]
    groups = {root.event.id: members.get(root.event.id, (root,)) for root in roots}
    kindred = _kindred(seen, later, roots, groups)
    told = _told_last(later, before)
    root = first.get(told.event.id, told) if told is not None else None
    if told is None or root is None or told.head != later.head:
        return _meant(seen, later, kindred, groups, told, root)
    # What was called so right before is meant, or nothing is: it may be one of several.
    if root not in kindred or told.plural != single_of((told,), later).plural:
        return None
    main = min(kindred, key=lambda one: one.event.trigger.start)
    own, last = groups[main.event.id], groups[root.event.id]
    if main is not root and _another_one(own, root) and _drawn(own, last, later):
        return None
    return (root, _right_before(later, told)) if len(kindred) > 1 else _no_other(later, root)


def _kindred(
    seen: View,
    later: EventFacts,
    every: Sequence[EventFacts],
    groups: Groups,
) -> list[EventFacts]:
    """The first tellings of all events that a noun may name and that nothing rules out."""
    answered = _answering(seen, later)
    roots = [
        one
        for one in every
        if one.event.trigger.start < answered and _may_be(one, single_of((one,), later))
    ]
    as_one = {id_: single_of(group, later) for id_, group in groups.items()}
    of = of_what(seen, later)
    open_ = [
        root
        for root in roots
        if not any(
            conflict(one, as_one[root.event.id], worded=False) for one in groups[root.event.id]
        )
        and fits(seen, later, of, groups[root.event.id])
        and not elsewhere(seen, later, groups[root.event.id])
    ]
    kindred = [r for r in open_ if any(akin(o, as_one[r.event.id]) for o in groups[r.event.id])]
    kindred = _of_day(kindred, groups, later) or kindred
    kindred = [r for r in kindred if _says(groups[r.event.id], later)] or kindred
    if later.kin:  # "the assault" after an offensive and a raid is the offensive
        named = [r for r in kindred if any(of_kin(o, later) for o in groups[r.event.id])]
        kindred = named or kindred
    if later.plural:  # "the bombardments" far from "the strikes" may be of the whole war
        return [r for r in kindred if _alike_enough(groups[r.event.id], later)]
    if kindred or any(of_kin(o, later) for r in roots for o in groups[r.event.id]):
        return kindred
    return [r for r in open_ if any(narrowed(o, later) for o in groups[r.event.id])]


def _meant(
    seen: View,
    later: EventFacts,
    kindred: Sequence[EventFacts],
    groups: Groups,
    told: EventFacts | None,
    root: EventFacts | None,
) -> Found:
    """Which of those that a noun may name it does: what the report is about, unless another was
    told of last. ``told`` was told right before, ``root`` is its first telling."""
    main = min(kindred, key=lambda one: one.event.trigger.start, default=None)
    if main is None or len(kindred) == 1:
        return _no_other(later, main) if main is not None else None
    own = groups[main.event.id]
    if told is not None and root is not None and root is not main and root in kindred:
        toll = _other_toll(own, groups[root.event.id])
        called = [r for r in kindred if any(o.head == later.head for o in groups[r.event.id])]
        loose = later.general or has_mark("deadly", [later.head])
        telling = not loose or _says(own, later)
        if called == [main] and telling and (toll or _another_one(own, root)):
            return _no_other(later, main)
        if toll:
            return (root, _right_before(later, told)) if of_kin(told, later) else None
    if main.event.trigger.start > seen.headline + LEAD:
        return None
    last = min(kindred, key=lambda one: _since(groups[one.event.id], later))
    if last is not main and _other_toll(own, groups[last.event.id]):
        return None  # one of several that the report tells of
    meant = main
    if _since(groups[last.event.id], later) <= _NEAR and _another_one(own, last):
        if _since(own, later) <= _NEAR:
            return None  # two of other days, both told of right before
        meant = last
    named = f"“{later.event.trigger.text}” is the “{meant.event.trigger.text}”"
    return meant, Match(0.6, (named,), 0, False)


def _no_other(later: EventFacts, meant: EventFacts) -> tuple[EventFacts, Match]:
    named = f"“{later.event.trigger.text}” can be no other than “{meant.event.trigger.text}”"
    return meant, Match(0.65, (named,), 0, False)


def _told_last(later: EventFacts, before: Sequence[EventFacts]) -> EventFacts | None:
    """What was told right before that a noun may name."""
    return told_before(later, [e for e in before if akin(e, single_of((e,), later))])


def told_before(later: EventFacts, before: Sequence[EventFacts]) -> EventFacts | None:
    """What of the same type was told last, right before."""
    near = [
        e
        for e in before
        if e.event.status in REAL
        and e.event.type == later.event.type
        and _since((e,), later) <= _RIGHT_BEFORE
    ]
    return max(near, key=lambda e: e.event.trigger.start, default=None)


def _right_before(later: EventFacts, told: EventFacts) -> Match:
    named = f"“{later.event.trigger.text}” is the “{told.event.trigger.text}” told right before"
    return Match(0.65, (named,), 0, False)


def last_told(later: EventFacts, before: Sequence[EventFacts]) -> Found:
    """What "that raid" is: the last of its kind that was told, right before."""
    last = _told_last(later, before)
    if last is None or later.event.status not in REAL or later.another:
        return None
    if conflict(last, single_of((last,), later), worded=False):
        return None
    return last, _right_before(later, last)


def _of_day(
    roots: Sequence[EventFacts], groups: Mapping[str, Sequence[EventFacts]], later: EventFacts
) -> list[EventFacts]:
    """ "The Friday killing": of two, the one that was on a Friday."""
    when = later.event.when
    if when is None:
        return []
    return [r for r in roots if any(one.event.when == when for one in groups[r.event.id])]


def _answering(seen: View, later: EventFacts) -> int:
    """Where the sentence begins in which something is told to answer or to come after this: it is
    none of what that sentence has told ("fired on the base in response to the raid")."""
    text, start = seen.record.report.text, later.event.trigger.start
    if not _ANSWER.search(text[max(0, start - _CLOSE) : start]):
        return start
    stop = _STOP.finditer(text, 0, start)
    return max((found.end() for found in stop), default=0)


def _another_one(main: Sequence[EventFacts], last: EventFacts) -> bool:
    """Whether an event is known to be another than the report's own, by its day, its place or
    whom it befell."""
    known = last.days is not None or last.place is not None or bool(last.recipients)
    return known and any(conflict(one, last, worded=False) for one in main if one is not last)


def _alike_enough(group: Sequence[EventFacts], later: EventFacts) -> bool:
    """Whether a plural is of these acts: by its own word, by what it is of, or right behind."""
    if any(one.head == later.head for one in group) or _says(group, later):
        return True
    return _since(group, later) <= _RIGHT_BEFORE or not single_of(group, later).plural


def _says(group: Sequence[EventFacts], later: EventFacts) -> bool:
    """Whether what a noun is of by its own words was told: "the market bombing"."""
    return any(later.modifiers & one.matter.telling for one in group)


def _drawn(main: Sequence[EventFacts], last: Sequence[EventFacts], later: EventFacts) -> bool:
    """Whether the words around a noun are of the report's own event and not of the last: "visited
    the ferry after the blast", where a blast at a mall was told of in between."""
    own = {later.head, *(one.head for one in (*main, *last))}
    shared = [frozenset().union(*(o.matter.telling for o in g)) - own for g in (main, last)]
    return bool(later.matter.telling & shared[0]) and not later.matter.telling & shared[1]


def _other_toll(main: Sequence[EventFacts], last: Sequence[EventFacts]) -> bool:
    """Whether what was told right before has other numbers than the report's own event."""
    own = {(c.what, c.low) for one in main for c in one.event.counts}
    told = {(c.what, c.low) for one in last for c in one.event.counts}
    return bool({what for what, _ in own} & {what for what, _ in told}) and not own & told


def _may_be(event: EventFacts, later: EventFacts) -> bool:
    """Whether an event is told of as something that may be come back to."""
    if event.means and event.days is None and event.place is None:
        return False  # "accused of using sarin": at no time told
    return event.event.status in REAL and not (event.plural and not later.plural)


def _since(group: Sequence[EventFacts], later: EventFacts) -> int:
    """Characters since an event was last told of."""
    return min(later.event.trigger.start - one.event.trigger.end for one in group)
