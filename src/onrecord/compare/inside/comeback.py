"""What comes back to an event told before in a report: "the raid", "the bombing of a convoy"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.dates import apart
from onrecord.compare.accounts.facts import AHEAD, EventFacts, View
from onrecord.compare.inside.akin import akin, other_arms, single_of
from onrecord.compare.inside.antecedents import last_told, only_one, told_before
from onrecord.compare.inside.lapse import of_two_sites, parted
from onrecord.compare.inside.one_story import apart_told
from onrecord.compare.inside.qualified import OBJECT, dated, fits, of_what, pointing
from onrecord.compare.pairs.headline import headlined
from onrecord.compare.pairs.sameness import Match, conflict, match, places
from onrecord.compare.scored.retelling import Retellings, borne_out
from onrecord.link.words import has_mark, tokens
from onrecord.records import Link

LIKELY, CLEARLY = 0.7, 0.15
"""How likely a telling of an event told before must be by the trained scorer alone, and how much
likelier than of any other."""
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
        before = [
            one
            for one in events[:at]
            if not parted(seen.record.report.text, one, later) and not apart_told(seen, one, later)
        ]
        pointed = pointing(seen, later)
        for number, earlier in enumerate(() if pointed else before):
            found = _one(earlier, later) or headlined(seen, earlier, later)
            rank = (found.score, number) if found else (0.0, 0)
            if found and (best is None or rank > best[:2]):
                best = (*rank, earlier, found)
        worded = best is not None
        if pointed:
            only = last_told(later, before)
        elif best is None and _named(seen, later):
            only = only_one(seen, later, before, first, members)
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
        if any(of_two_sites(m, later) for m in group):
            continue
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
        if later.definite and any(other_arms(one, later) for one in group):
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
    counted = any("in both" in reason for reason in nearest.reasons)
    if not counted and _within_another(later, before, members.get(best[2].event.id, (best[2],))):
        return None
    why = "; ".join((*nearest.reasons, "the words around both agree"))
    return best[0], best[1], best[2], Match(best[0], (why,), nearest.place, nearest.day)


def _within_another(
    later: EventFacts, before: Sequence[EventFacts], group: Sequence[EventFacts]
) -> bool:
    """Whether an act of another day or place was told right before, and no day or place here: "in
    2019 a camp was shelled …; its guns had fired the rounds"."""
    told = told_before(later, before)
    if told is None or told in group or later.days is not None or later.place is not None:
        return False
    return any(apart(one.days, told.days) or places(one, told) < 0 for one in group)


def _named(seen: View, later: EventFacts) -> bool:
    """Whether it is called "the raid", and no "the worst raid in years"."""
    start = later.event.trigger.start
    before = tokens(seen.record.report.text[max(0, start - 40) : start])[-2:]
    behind = seen.record.report.text[later.event.trigger.end :][:20]
    verb = OBJECT.match(behind) is not None and before[-1:] not in (["the"], ["these"])
    known = bool({"the", "this", "these"} & set(before)) or dated(seen, later)
    # "Units of the army hit the gatherings"; but "called the arrests a farce".
    known = known and "all" not in before  # "all the death of these years"
    return known and not _ranked(seen, later) and not verb


def _ranked(seen: View, event: EventFacts) -> bool:
    """ "The worst raid in years"."""
    start = event.event.trigger.start
    before = tokens(seen.record.report.text[max(0, start - 40) : start])[-2:]
    before += tokens(event.event.trigger.text)[:-1]  # "the first shots"
    return has_mark("ranked", before) or any(word.endswith("est") for word in before)


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
