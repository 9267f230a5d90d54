"""What comes back to an event told before in a report: "the raid", "the bombing of a convoy"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.dates import apart
from onrecord.compare.accounts.facts import AHEAD, REAL, EventFacts, View
from onrecord.compare.inside.akin import akin, narrowed, of_kin, single_of
from onrecord.compare.inside.lapse import parted
from onrecord.compare.inside.qualified import OBJECT, dated, elsewhere, fits, of_what, pointing
from onrecord.compare.pairs.headline import LEAD, headlined
from onrecord.compare.pairs.sameness import Match, conflict, match
from onrecord.compare.scored.retelling import Retellings, borne_out
from onrecord.link.words import has_mark, tokens
from onrecord.records import Link

LIKELY, CLEARLY = 0.7, 0.15
"""How likely a telling of an event told before must be by the trained scorer alone, and how much
likelier than of any other."""
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


def coreferent(seen: View) -> list[Link]:
    """``same_event``: each event to the first telling of it before."""
    links: list[Link] = []
    likely = Retellings(seen).chances()
    events = sorted(seen.events.values(), key=lambda e: (e.event.trigger.start, e.event.id))
    first: dict[str, EventFacts] = {}
    members: dict[str, list[EventFacts]] = {}
    loose: set[str] = set()  # that are "the attack" of whatever was told before
    for at, later in enumerate(events):
        best: tuple[float, int, EventFacts, Match] | None = None
        before = [one for one in events[:at] if not parted(seen.record.report.text, one, later)]
        pointed = pointing(seen, later)
        for number, earlier in enumerate(() if pointed else before):
            found = _one(earlier, later) or headlined(seen, earlier, later)
            rank = (found.score, number) if found else (0.0, 0)
            if found and (best is None or rank > best[:2]):
                best = (*rank, earlier, found)
        worded = best is not None
        if pointed:
            only = _last(later, before)
        elif best is None and _named(seen, later):
            only = _only(seen, later, before, first, members)
        else:
            only = None
        if only is not None:
            best = (only[1].score, 0, *only)
        ruled = best is not None
        if best is None and not pointed:
            best = _likeliest(seen, later, before, first, members, likely)
        root = first.get(best[2].event.id, best[2]) if best else None
        if best is None or root is None:
            continue
        group = members.setdefault(root.event.id, [root])
        # One wrong pair must not fuse two stories: nothing may rule out any of the group.
        others = [one for one in group if not headlined(seen, one, later)]
        as_one = single_of(group, later)
        if ruled and any(
            conflict(m, as_one, worded=worded and m.event.id not in loose) for m in others
        ):
            continue
        if only is not None:
            loose.add(later.event.id)
        group.append(later)
        first[later.event.id] = root
        links.append(link("same_event", later, root, best[0], "; ".join(best[3].reasons)))
    return links


def _likeliest(
    seen: View,
    later: EventFacts,
    before: Sequence[EventFacts],
    first: Mapping[str, EventFacts],
    members: Mapping[str, Sequence[EventFacts]],
    likely: Mapping[tuple[str, str], float],
) -> tuple[float, int, EventFacts, Match] | None:
    """The event told before of which this is most likely a telling, by all that is observed."""
    if later.another or _ranked(seen, later) or _again(seen, later):
        return None
    if _named(seen, later) and _several_akin(later, before, first, members):
        return None
    best: tuple[float, int, EventFacts] | None = None
    second = 0.0
    of = of_what(seen, later)
    for number, root in enumerate(before):
        if root.event.id in first:
            continue
        group = members.get(root.event.id, (root,))
        if not fits(seen, later, of, group):
            continue
        odds = [likely.get((one.event.id, later.event.id)) for one in group]
        known = [chance for chance in odds if chance is not None]
        if len(known) < len(odds):
            continue  # something rules it out for one of them
        if not any(borne_out(one, later) for one in group):
            continue
        chance = (max(known) + sum(known) / len(known)) / 2
        if best is None or chance > best[0]:
            best, second = (chance, number, root), best[0] if best else second
        else:
            second = max(second, chance)
    if best is None or best[0] < LIKELY or best[0] - second < CLEARLY:
        return None  # "the raid", which may be either of two
    nearest = match(best[2], later)
    why = "; ".join((*nearest.reasons, "the words around both agree"))
    return best[0], best[1], best[2], Match(best[0], (why,), nearest.place, nearest.day)


def _named(seen: View, later: EventFacts) -> bool:
    """Whether it is called "the raid", and no "the worst raid in years"."""
    start = later.event.trigger.start
    before = tokens(seen.record.report.text[max(0, start - 40) : start])[-2:]
    behind = seen.record.report.text[later.event.trigger.end :][:20]
    verb = OBJECT.match(behind) is not None  # "units of the army hit the gatherings"
    known = bool({"the", "this", "these"} & set(before)) or dated(seen, later)
    known = known and "all" not in before  # "all the death of these years"
    return known and not _ranked(seen, later) and not verb


def _ranked(seen: View, event: EventFacts) -> bool:
    """ "The worst raid in years"."""
    start = event.event.trigger.start
    before = tokens(seen.record.report.text[max(0, start - 40) : start])[-2:]
    before += tokens(event.event.trigger.text)[:-1]  # "the first shots"
    return has_mark("ranked", before) or any(word.endswith("est") for word in before)


def _only(
    seen: View,
    later: EventFacts,
    before: Sequence[EventFacts],
    first: Mapping[str, EventFacts],
    members: Mapping[str, Sequence[EventFacts]],
) -> tuple[EventFacts, Match] | None:
    """The one event told before that "the raid" can come back to, if there is just one."""
    if not (later.definite or dated(seen, later)) or later.another:
        return None
    if later.event.status not in REAL:
        return None
    roots = [
        e
        for e in before
        if e.event.id not in first
        and e.event.type == later.event.type
        and _may_be(e, single_of((e,), later))
    ]
    groups = {root.event.id: members.get(root.event.id, (root,)) for root in roots}
    as_one = {id_: single_of(group, later) for id_, group in groups.items()}
    answered = _answering(seen, later)
    roots = [root for root in roots if root.event.trigger.start < answered]
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
        kindred = [
            r for r in kindred if any(of_kin(o, later) for o in groups[r.event.id])
        ] or kindred
    kindred = kindred or [r for r in open_ if any(narrowed(o, later) for o in groups[r.event.id])]
    told = _told_last(later, before)
    if told is not None:
        root = first.get(told.event.id, told)
        if told.head == later.head and told.plural != single_of((told,), later).plural:
            return None  # one of several
        if told.head == later.head and root not in kindred:
            return None  # what was called so right before is another one
        if len(kindred) > 1 and root in kindred:
            main = min(kindred, key=lambda one: one.event.trigger.start)
            called = [r for r in kindred if any(o.head == later.head for o in groups[r.event.id])]
            if told.head == later.head:
                return root, _right_before(later, told)
            own, others = groups[main.event.id], groups[root.event.id]
            toll = root is not main and _other_toll(own, others)
            if called == [main] and _says(own, later) and (toll or _another_one(own, root)):
                kindred = called
            elif toll and of_kin(told, later):
                return root, _right_before(later, told)
            elif toll:
                return None
    if len(kindred) == 1:
        named = (
            f"“{later.event.trigger.text}” can be no other than “{kindred[0].event.trigger.text}”"
        )
        return kindred[0], Match(0.65, (named,), 0, False)
    if not kindred:
        return None
    # "The attack" is what the report is about, unless one of another day was told of right before.
    main = min(kindred, key=lambda root: root.event.trigger.start)
    if main.event.trigger.start > seen.headline + LEAD:
        return None
    near = [r for r in kindred if _since(groups[r.event.id], later) <= _NEAR]
    last = min(near, key=lambda root: _since(groups[root.event.id], later), default=main)
    meant = main
    if _another_one(groups[main.event.id], last):
        if main in near:
            return None  # two of other days, both told of right before
        meant = last
    named = f"“{later.event.trigger.text}” is the “{meant.event.trigger.text}”"
    return meant, Match(0.6, (named,), 0, False)


def _told_last(later: EventFacts, before: Sequence[EventFacts]) -> EventFacts | None:
    """What was told right before that a noun may name."""
    near = [e for e in before if e.event.status in REAL and _since((e,), later) <= _RIGHT_BEFORE]
    near = [e for e in near if akin(e, single_of((e,), later))]
    return max(near, key=lambda e: e.event.trigger.start, default=None)


def _right_before(later: EventFacts, told: EventFacts) -> Match:
    named = f"“{later.event.trigger.text}” is the “{told.event.trigger.text}” told right before"
    return Match(0.65, (named,), 0, False)


def _last(later: EventFacts, before: Sequence[EventFacts]) -> tuple[EventFacts, Match] | None:
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


def _again(seen: View, event: EventFacts) -> bool:
    """ "Raids on the town again killed dozens"."""
    start, end = event.event.trigger.start, event.event.trigger.end
    text = seen.record.report.text
    behind = tokens(_STOP.split(text[end : end + _CLOSE])[0])
    return "again" in tokens(text[max(0, start - 20) : start])[-2:] + behind


def _several_akin(
    later: EventFacts,
    before: Sequence[EventFacts],
    first: Mapping[str, EventFacts],
    members: Mapping[str, Sequence[EventFacts]],
) -> bool:
    """Whether "the raid" may be one of two that were told of."""
    roots = [e for e in before if e.event.id not in first and e.event.type == later.event.type]
    groups = [members.get(root.event.id, (root,)) for root in roots]
    kindred = [g for g in groups if any(akin(one, later) for one in g)]
    named = [g for g in kindred if not any(apart(one.days, later.days) for one in g)]
    return len(named) > 1


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


def _says(group: Sequence[EventFacts], later: EventFacts) -> bool:
    """Whether what a noun is of by its own words was told: "the market bombing"."""
    return any(later.modifiers & one.matter.telling for one in group)


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


def _one(earlier: EventFacts, later: EventFacts) -> Match | None:
    """Whether ``later`` comes back to ``earlier``; what is only possible is not one."""
    if later.another or conflict(earlier, later):
        return None
    found = match(earlier, later)
    if earlier.place and later.place and found.place < 2 and not found.day:
        return None  # a town and its province, on no day told: a report of one names it
    if later.definite and not later.plural:
        bonus = Match(
            min(1.0, found.score + 0.2),
            (*found.reasons, "told of as known"),
            found.place,
            found.day,
        )
        return bonus if bonus.score >= 0.65 else None
    ahead = later.event.status in AHEAD
    settled = found.day or any("in both" in reason for reason in found.reasons)
    if ahead and found.place == 2 and found.score >= 0.6:
        return found
    return found if settled and found.score >= 0.7 else None
