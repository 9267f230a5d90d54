"""The links within one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.compare.answers import answers
from onrecord.compare.build import LEAST, link, quote
from onrecord.compare.denials import accused, denials, supporting, undercutting
from onrecord.compare.denials import within as inside
from onrecord.compare.facts import AHEAD, REAL, EventFacts, View, view
from onrecord.compare.following import following
from onrecord.compare.headline import headline_end, headlined
from onrecord.compare.replies import counted, replies
from onrecord.compare.sameness import TYPES, Match, conflict, match
from onrecord.compare.sayings import in_brief, utterance
from onrecord.compare.slots import at_odds
from onrecord.compare.turns import turns
from onrecord.compare.versions import versions
from onrecord.compare.warnings import outcomes
from onrecord.link.words import has_mark, stem, tokens, words
from onrecord.records import REPORTER, Link, ReportRecord

_CLAIMING = frozenset({"assert", "accuse", "confirm"})
_CLAIMED = frozenset({"alleged", "happened", "ongoing"})
_SPEAKING = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONCEDE"})


_MEANT = TYPES | _SPEAKING


def within(record: ReportRecord) -> tuple[Link, ...]:
    """What the statements and events of one report have to do with each other.

    Links are in the order of their kinds and then of the text; each has a score of at least 0.5.
    """
    if not record.statements and not record.events:
        return ()
    seen = view(record)
    same = coreferent(seen)
    links = [
        *same,
        *following(seen, same),
        *_told_twice(seen),
        *_once(
            _once(denials(seen), answers(seen)) + undercutting(seen) + _at_odds(seen),
            [*replies(seen), *counted(seen), *turns(seen), *versions(seen, same)],
        ),
        *supporting(seen),
        *outcomes(seen),
        *_contents(seen),
    ]
    return tuple(found for found in links if found.score >= LEAST)


def coreferent(seen: View) -> list[Link]:
    """``same_event``: each event to the first telling of it before."""
    links: list[Link] = []
    events = sorted(seen.events.values(), key=lambda e: (e.event.trigger.start, e.event.id))
    first: dict[str, EventFacts] = {}
    members: dict[str, list[EventFacts]] = {}
    for at, later in enumerate(events):
        best: tuple[float, int, EventFacts, Match] | None = None
        for number, earlier in enumerate(events[:at]):
            found = _one(earlier, later) or headlined(seen, earlier, later)
            rank = (found.score, number) if found else (0.0, 0)
            if found and (best is None or rank > best[:2]):
                best = (*rank, earlier, found)
        if best is None:
            only = _only(later, events[:at], first, members) if _named(seen, later) else None
            if only is not None:
                best = (only[1].score, 0, *only)
        root = first.get(best[2].event.id, best[2]) if best else None
        if best is None or root is None:
            continue
        group = members.setdefault(root.event.id, [root])
        # One wrong pair must not fuse two stories: nothing may rule out any of the group.
        ruled = [one for one in group if not headlined(seen, one, later)]
        if any(conflict(member, later) for member in ruled):
            continue
        group.append(later)
        first[later.event.id] = root
        links.append(link("same_event", later, root, best[0], "; ".join(best[3].reasons)))
    return links


def _named(seen: View, later: EventFacts) -> bool:
    """Whether it is called "the raid", and no "the worst raid in years"."""
    start = later.event.trigger.start
    before = tokens(seen.record.report.text[max(0, start - 40) : start])[-2:]
    ranked = has_mark("ranked", before) or any(word.endswith("est") for word in before)
    return bool({"the", "this"} & set(before)) and not ranked


def _only(
    later: EventFacts,
    before: Sequence[EventFacts],
    first: Mapping[str, EventFacts],
    members: Mapping[str, Sequence[EventFacts]],
) -> tuple[EventFacts, Match] | None:
    """The one event told before that "the raid" can come back to, if there is just one."""
    if not later.definite or later.plural or later.another or later.event.status not in REAL:
        return None
    roots = {
        e.event.id: e
        for e in before
        if e.event.id not in first and e.event.type == later.event.type
    }
    akin = [
        root
        for root in roots.values()
        if any(
            one.head == later.head
            or one.kin & later.kin
            or later.general
            or _groups(one) & _groups(later)
            for one in members.get(root.event.id, (root,))
        )
    ]
    if len(akin) != 1 or any(conflict(one, later) for one in members.get(akin[0].event.id, akin)):
        return None
    named = f"“{later.event.trigger.text}” can be no other than “{akin[0].event.trigger.text}”"
    return akin[0], Match(0.65, (named,), 0, False)


def _groups(event: EventFacts) -> frozenset[str]:
    """The groups of words that may name one happening with any word of the trigger: "opened fire"
    is a shooting."""
    told = (stem(word) for word in tokens(event.event.trigger.text))
    return frozenset(group for word in told for group in words().kin_of.get(word, ()))


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


def _once(first: list[Link], more: Iterable[Link]) -> list[Link]:
    """The first links, and of the others those between other ends."""
    known = {(one.from_, one.to) for one in first}
    return first + [one for one in more if (one.from_, one.to) not in known]


def _told_twice(seen: View) -> list[Link]:
    """``restates``: each statement to the first telling of its utterance."""
    links: list[Link] = []
    ordered = sorted(seen.said.values(), key=lambda s: (s.start, s.statement.id))
    end = headline_end(seen)
    brief = [said for said in ordered if said.start < end]
    told: set[str] = set()
    for at, later in enumerate(ordered):
        for earlier in ordered[:at]:
            found = utterance(earlier, later)
            if found is None and later.start >= end and earlier in brief:
                first = earlier.statement.id not in told  # of several it tells the first
                found = in_brief(earlier, later) if first else None
                if found is not None:
                    told.add(earlier.statement.id)
            if found is not None:
                links.append(link("restates", later, earlier, *found))
                break
    return links


def _at_odds(seen: View) -> list[Link]:
    """``contradicts``: two sources of one report on one matter, from the one told later."""
    links: list[Link] = []
    ordered = sorted(seen.said.values(), key=lambda s: (s.start, s.statement.id))
    for at, later in enumerate(ordered):
        for earlier in ordered[:at]:
            odds = at_odds(earlier, later)
            if odds is None:
                continue
            slot, score, why = odds
            negative = later.statement.polarity == "negative" and slot == "whether"
            if negative and accused(earlier, later, seen):
                links.append(link("denies", later, earlier, score, why))
            else:
                links.append(link("contradicts", later, earlier, score, why, slot))
    return links


def _contents(seen: View) -> list[Link]:
    """From each statement to the events in its content: claimed, threatened, or spoken about."""
    links: list[Link] = []
    for said in seen.said.values():
        statement = said.statement
        for event in seen.events.values():
            own = event.event.on_word_of == statement.id
            if not (own or event.event.on_word_of == REPORTER) or not inside(event, statement):
                continue
            named = quote(event.event.trigger.text)
            end = statement.consequence
            if end and end.start <= event.event.trigger.start < end.end:
                links.append(link("threatens", said, event, 0.9, f"{named} is what it holds out"))
            elif own and statement.act in _CLAIMING and event.event.status in _CLAIMED:
                links.append(link("claims", said, event, 0.9, f"{named} is told on its word"))
            elif (
                event.event.type in _MEANT
                and statement.act != "deny"
                and (own or statement.act not in _CLAIMING)
            ):
                links.append(link("about", said, event, 0.8, f"{named} stands in what is said"))
    return links
