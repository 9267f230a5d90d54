"""Where two sources of one report put other numbers to what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.dates import days_of
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.figures import Figure, beside, figures, sole
from onrecord.compare.inside.replies import elsewhere, others
from onrecord.compare.inside.turns import marked
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.headline import LEAD
from onrecord.link.words import tokens
from onrecord.records import Link

_NEAR = 4
"""Statements before a number among which the one that it differs from is looked for."""
_LONG_AGO = 30
"""Days before publication from which a paragraph tells of something else."""
_DAYS = frozenset({"day", "night", "week"})
_OF_DAY = re.compile(
    r"\b(?:(?:that|one|a|the|the same) (?:day|night|week)\b|alone\b|on [A-Z]\w+day|on \d)"
)
_UNTIL_NOW = re.compile(r"\b(?:since|so far|in total|altogether|overall|to date)\b", re.IGNORECASE)
_BODIES = frozenset({"body", "bodies", "corpse", "corpses"})


def tolls(view: View) -> Iterator[Link]:
    """``contradicts`` from a number that another source puts to what was counted before it.

    "The ministry gave the toll as 22" counts what the report is about, and so goes with the number
    of its headline or lead and with such a number wherever it stands, and so does "nobody was hurt"
    with the lead's; other numbers are compared where they stand close. Two counts that both name
    what they count are left to ``slots``.
    """
    told = [
        (place, said, found, _recalled(view, said))
        for place, said in enumerate(view.ordered)
        if (found := sole(figures(said)))
    ]
    lead = view.headline + LEAD
    for number, (place, later, mine, recalled) in enumerate(told):
        sources: set[str] = set()
        for before, earlier, theirs, long_ago in reversed(told[:number]):
            far = place - before > _NEAR
            source = earlier.who.actor if earlier.who else ""
            if source in sources or recalled != long_ago:
                continue
            whys = (
                _differ(view, later, one, earlier, other)
                for one, other in product(mine, theirs)
                if not far
                or (_of_all(later, one) and (_of_all(earlier, other) or earlier.start < lead))
                or (_of_nobody(later, one) and earlier.start < lead)
            )
            why = next((why for why in whys if why), None)
            if why is not None:
                sources.add(source)
                mine = [one for one in mine if one.what]  # "put it at 48" meant but one of them
                yield link("contradicts", later, earlier, 0.55 if far else 0.65, why, "number")


def _recalled(view: View, said: Said) -> bool:
    """Whether it stands in a paragraph of long ago: "In March 2024, after a raid, the army …"."""
    text, published = view.record.report.text, said.published
    if published is None:
        return False
    begin = text.rfind("\n", 0, said.start) + 1
    dated = (days_of(t.value) for t in view.record.times if begin <= t.span.start < said.start)
    return any(days is not None and days.end < published.start - _LONG_AGO for days in dated)


def _differ(view: View, later: Said, one: Figure, earlier: Said, other: Figure) -> str | None:
    """Why two numbers cannot both be those of what the report is about; None where they may."""
    if not _counts(later, one) or not _counts(earlier, other) or not others(earlier, later):
        return None
    alike = one.alike(other) or _own_men(later, one, other) or _own_men(earlier, other, one)
    if not alike or not one.apart(other) or one.high == other.high == 0:
        return None
    if _part(other, later, one) or _part(one, earlier, other):
        return None
    if one.bare and one.of - earlier.keys - _DAYS:
        return None  # of others than those told of before
    more = beside(later, one)
    if not one.bare and more - earlier.keys:
        return None
    if not (one.bare or other.bare) and more:
        return None  # "only five had died" counts what the report is about
    if elsewhere(earlier, later) or _of_spans(later, earlier):
        return None
    if _strangers(later, one, earlier, other) and _two_stories(view, earlier, later):
        return None
    if _grown(view, earlier, other, one) or _grown(view, later, one, other):
        return None
    return f"“{one.text}” against “{other.text}” {one.what or other.what}".rstrip()


def _part(some: Figure, whole: Said, other: Figure) -> bool:
    """Whether one counts some of those of the other: officers among the dead, or among bodies."""
    bodies = bool(_BODIES & set(tokens(whole.text)))
    return some.part_of(other) and not some.bare and (bodies or not other.bare)


def _strangers(later: Said, one: Figure, earlier: Said, other: Figure) -> bool:
    """Whether each tells more than a number and nothing of what the other tells: of two stories."""
    mine, theirs = beside(later, one) - _DAYS, beside(earlier, other) - _DAYS
    named = later.matter.where | later.matter.names, earlier.matter.where | earlier.matter.names
    shared = mine & theirs or named[0] & named[1] or later.matter.heads & earlier.matter.heads
    return bool(mine and theirs) and not shared


def _two_stories(view: View, earlier: Said, later: Said) -> bool:
    """Whether nobody named up to the one, and no place, is named again from the other on."""
    until = max(span.end for span in earlier.statement.content)
    record = view.record
    told = [(a.id, m) for a in record.actors if a.named for m in a.mentions]
    told += [(p.name, p.span) for p in record.places]
    before = {who for who, span in told if span.start < until}
    return not any(who in before for who, span in told if span.start >= later.start)


def _of_spans(one: Said, other: Said) -> bool:
    """ "The toll that day" and "31 since the vote": of a day, and of all until now."""
    days = _OF_DAY.search(one.text), _OF_DAY.search(other.text)
    until = _UNTIL_NOW.search(one.text), _UNTIL_NOW.search(other.text)
    return bool((days[0] and until[1]) or (days[1] and until[0]))


def _grown(view: View, said: Said, first: Figure, then: Figure) -> bool:
    """Whether the higher number is what has become of one that was told at first."""
    return then.low > first.low and marked("at_first", said, view)


def _of_all(said: Said, figure: Figure) -> bool:
    """Whether a number is that of all the dead, wherever it stands: "put the toll at 22", and no
    bodies that somebody has seen, nor "put the number at 48", which goes on with what is near."""
    of_dead = figure.bare and bool(figure.what) and figure.high > 0
    return of_dead and not _BODIES & set(tokens(said.text))


def _of_nobody(said: Said, figure: Figure) -> bool:
    """ "Nobody had been hurt": said of what the report is about, if of nothing that it names."""
    return figure.high == 0 and figure.sort is None and not beside(said, figure)


_MEN = {"armed_group": "fighter", "military": "soldier", "government": "soldier"}
"""Whom a side calls its men."""


def _own_men(said: Said, none: Figure, other: Figure) -> bool:
    """ "Lost none of its men", say the rebels of whose fighters others tell."""
    if said.who is None or none.high or none.sort != "man":
        return False
    return none.what == other.what and other.sort == _MEN.get(said.who.kind)


def _counts(said: Said, figure: Figure) -> bool:
    """Whether it tells the number as a fact; that nobody was hurt is told with a "not"."""
    statement = said.statement
    nobody = figure.high == 0
    told = statement.act in AFFIRMS or (nobody and statement.act == "deny")
    told &= nobody or statement.polarity == "positive"
    return told and not statement.condition
