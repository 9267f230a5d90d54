"""The links within one report."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.compare.accounts.build import LEAST, link, quote
from onrecord.compare.accounts.facts import Said, View, view
from onrecord.compare.inside.again import repeats
from onrecord.compare.inside.announced import announced
from onrecord.compare.inside.answering import answering
from onrecord.compare.inside.answers import answers
from onrecord.compare.inside.backing import supporting
from onrecord.compare.inside.blames import blames
from onrecord.compare.inside.causes import rivals
from onrecord.compare.inside.comeback import coreferent
from onrecord.compare.inside.contrast import contrasted
from onrecord.compare.inside.culprits import culprits
from onrecord.compare.inside.doors import at_other_doors
from onrecord.compare.inside.doubts import undercutting
from onrecord.compare.inside.echoes import echoes
from onrecord.compare.inside.elaborations import elaborations
from onrecord.compare.inside.opposites import opposed
from onrecord.compare.inside.quantities import amounts
from onrecord.compare.inside.rebuttals import rebuttals
from onrecord.compare.inside.replies import replies
from onrecord.compare.inside.tolls import tolls
from onrecord.compare.inside.turns import turns
from onrecord.compare.inside.versions import versions
from onrecord.compare.inside.wrapped import to_inner
from onrecord.compare.pairs.briefs import briefs, in_brief
from onrecord.compare.pairs.denials import accused, denials
from onrecord.compare.pairs.denials import within as inside
from onrecord.compare.pairs.following import following
from onrecord.compare.pairs.sameness import TYPES
from onrecord.compare.pairs.sayings import utterance
from onrecord.compare.pairs.slots import at_odds
from onrecord.compare.pairs.warnings import outcomes
from onrecord.records import REPORTER, Link, ReportRecord

_HOLDING_OUT = frozenset({"threaten", "warn", "demand"})
"""Acts whose consequence is held out: what is said on a condition in passing is only spoken of."""
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
    answered = _once(
        _once(_once(denials(seen), answers(seen)), undercutting(seen)) + _at_odds(seen),
        [
            *culprits(seen),
            *replies(seen),
            *rebuttals(seen),
            *blames(seen),
            *tolls(seen),
            *amounts(seen),
            *turns(seen),
            *versions(seen, same),
            *at_other_doors(seen),
            *announced(seen),
            *contrasted(seen),
            *opposed(seen),
            *rivals(seen),
        ],
    )
    outside = {found.from_ for found in answered if not _own(seen, found)}
    answered += answering(seen, outside)
    links = [
        *same,
        *following(seen, same),
        *_told_twice(seen),
        *_once(answered, elaborations(seen, answered)),
        *_once(supporting(seen), echoes(seen)),
        *repeats(seen),
        *outcomes(seen),
        *_contents(seen),
    ]
    return tuple(found for found in to_inner(seen, links) if found.score >= LEAST)


def _own(seen: View, found: Link) -> bool:
    """Whether a denial is but linked to the deed that it tells of itself."""
    said, event = seen.said.get(found.from_), seen.events.get(found.to)
    return said is not None and event is not None and inside(event, said.statement)


def _once(first: list[Link], more: Iterable[Link]) -> list[Link]:
    """The first links, and of the others those between other ends."""
    found = {(one.from_, one.to): one for one in reversed(first)}
    rest = [one for one in more if found.setdefault((one.from_, one.to), one) is one]
    return first + rest


def _told_twice(seen: View) -> list[Link]:
    """``restates``: each statement to the first telling of its utterance."""
    links: list[Link] = []
    brief = [said for said in seen.ordered if said.start < seen.lines]
    told: set[str] = set()
    again: set[str] = set()
    for at, later in enumerate(seen.ordered):
        for earlier in seen.ordered[:at]:
            found = utterance(earlier, later)
            if found is None and earlier in brief and _below(earlier, later, seen):
                first = earlier.statement.id not in told  # of several it tells the first
                found = in_brief(earlier, later) if first else None
                if found is not None:
                    told.add(earlier.statement.id)
            if found is not None:
                links.append(link("restates", later, earlier, *found))
                again.add(earlier.statement.id)
                break
    return [*links, *briefs(seen, again)]


def _below(headline: Said, later: Said, seen: View) -> bool:
    """Whether it stands below the headline, or in a further line of it."""
    text = seen.record.report.text
    return later.start >= seen.lines or "\n" in text[headline.start : later.start]


def _at_odds(seen: View) -> list[Link]:
    """``contradicts``: two sources of one report on one matter, from the one told later."""
    links: list[Link] = []
    for at, later in enumerate(seen.ordered):
        for earlier in seen.ordered[:at]:
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
            supposed = end is not None and end.start <= event.event.trigger.start < end.end
            if supposed and statement.act in _HOLDING_OUT:
                links.append(link("threatens", said, event, 0.9, f"{named} is what it holds out"))
            elif (
                own
                and not supposed
                and statement.act in _CLAIMING
                and event.event.status in _CLAIMED
            ):
                links.append(link("claims", said, event, 0.9, f"{named} is told on its word"))
            elif (
                event.event.type in _MEANT
                and statement.act != "deny"
                and (own or statement.act not in _CLAIMING)
            ):
                links.append(link("about", said, event, 0.8, f"{named} stands in what is said"))
    return links
