"""Where two sources of one report put other numbers to what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.dates import days_of
from onrecord.compare.accounts.facts import EventFacts, Said, View
from onrecord.compare.accounts.figures import Figure, adds_up, beside, figures, sole, told_as_part
from onrecord.compare.inside.one_story import two_counts
from onrecord.compare.inside.replies import elsewhere, others
from onrecord.compare.inside.turns import marked
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.headline import LEAD
from onrecord.link.words import fold, keys, mark_keys, tokens
from onrecord.records import Link

_NEAR = 4
"""Statements before a number among which the one that it differs from is looked for."""
_BESIDE = 2
"""Statements back to which two counts stand side by side."""
_LONG_AGO = 30
"""Days before publication from which a paragraph tells of something else."""
_DAYS = frozenset({"day", "night", "week"})
_OF_DAY = re.compile(
    r"\b(?:(?:that|one|a|the|the same) (?:day|night|week)\b|alone\b|on [A-Z]\w+day|on \d)"
)
_UNTIL_NOW = re.compile(r"\b(?:since|so far|in total|altogether|overall|to date)\b", re.IGNORECASE)
_LONG = re.compile(
    r"\b(?:war|conflict|campaign|uprising|revolution|insurgency|outbreak|pandemic)\b"
    r"|\b(?:past|last) (?:\S+ )?(?:days|weeks|months|years)\b"
    r"|\btotal number\b|\ball of (?:last|this) (?:year|month)\b",
    re.IGNORECASE,
)
"""Of a whole war, or of many days: "the bombing campaign has killed hundreds"."""
_SCALE, _MANY = 20, 100
"""How many times as many, of so many and more, are no other count of one thing."""
_ALSO = re.compile(r"\b(?:also|in addition|as well as|besides)\b", re.IGNORECASE)
"""Of others than those who were counted before: "the army also lost three men"."""
_BODIES = frozenset({"body", "bodies", "corpse", "corpses"})

_APART = re.compile(
    r"\b(?:while|whereas|but|yet|although|though|maintains?|insists?|however)\b", re.I
)
_COMPARED = re.compile(
    r"(?:\bthe|\bthat|\btheir) (?:figure|number|toll|count|total|tally) (?:\w+ ){0,3}?"
    r"(?:exceeds?|(?:higher|lower|less|more|fewer|larger|smaller|greater) than|"
    r"times|double|twice|half)\b",
    re.IGNORECASE,
)
_GAP = 200
"""Characters between two counts within which a "while" or "but" sets them apart."""
_STATE = frozenset({"government", "office", "military", "person", "people"})
"""Kinds of actors of whom two of one state may be one voice."""
_HOUSES = frozenset({"hospital", "clinic", "morgue", "mortuary"})
_NEARLY = 0.75
"""What part of the dead those bodies are that a hospital has when it has about all of them."""
_NO_MORE = re.compile(r"\b(?:only|just|a single|no more|not more)\b", re.IGNORECASE)
_FEW_TIMES = 5
"""How many times as many dead as were told first those may be who are told of far below."""


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
                _differ(view, later, one, earlier, other, side_by_side=place - before <= _BESIDE)
                for one, other in product(mine, theirs)
                if not far
                or (_of_all(later, one) and (_of_all(earlier, other) or earlier.start < lead))
                or (_of_nobody(later, one) and earlier.start < lead)
                or (_of_more(one, other) and earlier.start < lead)
            )
            differ = next((one for one in whys if one), None)
            if differ is not None:
                what, why = differ
                sources.add(source)
                until_now = _UNTIL_NOW.search(earlier.text) is not None
                mine = [  # "put it at 48" meant but one of them
                    replace(one, what=one.what or what) for one in mine if one.what or not until_now
                ]
                yield link("contradicts", later, earlier, 0.55 if far else 0.65, why, "number")


def _recalled(view: View, said: Said) -> bool:
    """Whether it stands in a paragraph of long ago: "In March 2024, after a raid, the army …"."""
    text, published = view.record.report.text, said.published
    if published is None:
        return False
    begin = text.rfind("\n", 0, said.start) + 1
    dated = (days_of(t.value) for t in view.record.times if begin <= t.span.start < said.start)
    return any(days is not None and days.end < published.start - _LONG_AGO for days in dated)


def _differ(
    view: View, later: Said, one: Figure, earlier: Said, other: Figure, *, side_by_side: bool
) -> tuple[str, str] | None:
    """Of what two numbers are that cannot both be those of what the report is about, and why that
    is; None where they may be."""
    if not _counts(later, one) or not _counts(earlier, other) or not two_sources(earlier, later):
        return None
    alike = one.alike(other) or _own_men(later, one, other) or _own_men(earlier, other, one)
    if not alike or one.high == other.high == 0:
        return None
    if not one.apart(other) and not one.short_of(other) and not other.short_of(one):
        return None
    set_apart = side_by_side and _set_apart(view, earlier, later)
    if not set_apart and (_seen(later, one, other) or _seen(earlier, other, one)):
        return None
    if _part(other, later, one) or _part(one, earlier, other):
        return None
    if adds_up(later, one.low, other.low) or adds_up(earlier, other.low, one.low):
        return None
    if one.bare and one.of - earlier.keys - _DAYS:
        return None  # of others than those told of before
    more = beside(later, one)
    if not one.bare and more - earlier.keys and not set_apart:
        return None
    if not (one.bare or other.bare or side_by_side) and more:
        return None  # "only five had died" counts what the report is about
    if elsewhere(earlier, later) or _of_spans(later, earlier) or _of_another(later, earlier):
        return None
    if _out_of_scale(one, other) or (
        0 in (one.high, other.high) and _next_act(view, earlier, later)
    ):
        return None
    if two_counts(view, earlier, other, later, one):
        return None
    strangers = not set_apart and _strangers(later, one, earlier, other)
    if (strangers and _two_stories(view, earlier, later)) or elsewhere_told(view, later):
        return None
    if _grown(view, earlier, other, one) or _grown(view, later, one, other):
        return None
    what = one.what or other.what
    return what, f"“{one.text}” against “{other.text}” {what}".rstrip()


def _set_apart(view: View, earlier: Said, later: Said) -> bool:
    """Whether the report sets the one right behind the other: "while the police maintain …", or
    tells how far apart they are: "the figure exceeds the 31 dead whom …"."""
    end = max(span.end for span in earlier.statement.content)
    between = view.record.report.text[end : later.start]
    if len(between) < _GAP and (_APART.search(between) or _COMPARED.search(between)):
        return True
    return _COMPARED.match(later.text) is not None


_ELSEWHERE = re.compile(
    r"\b(?:another|elsewhere|separately|in a separate|other (?:towns?|cities|villages|places))\b",
    re.I,
)


_IN_ANOTHER = re.compile(
    r"\W*(?:elsewhere|(?:in|at|near|outside) (?:another|a separate|other))\b", re.I
)


def elsewhere_told(view: View, said: Said) -> bool:
    """Whether the sentence of a statement leads away from what was told before: "In another city,
    the police said …"."""
    text = view.record.report.text
    begin = max(text.rfind(mark, 0, max(0, said.start - 1)) for mark in (". ", "\n", "; ")) + 1
    ahead = _ELSEWHERE.search(text[begin : said.start]) is not None
    return ahead or _IN_ANOTHER.match(said.text) is not None


def two_sources(earlier: Said, later: Said) -> bool:
    """Whether two sources each have a count of their own: of one state, two bodies that have no
    word in common, of which one is none of its offices."""
    one, other = earlier.who, later.who
    if one is None or other is None or one.actor == other.actor:
        return False
    mine, theirs = keys(one.label), keys(other.label)
    if (mine <= theirs or theirs <= mine) and None in (one.name, other.name):
        return False  # "the ministry" is the health ministry of before
    if others(earlier, later):
        return True
    apart = one.kind not in _STATE or other.kind not in _STATE
    nested = earlier.statement.id == later.statement.within
    nested |= later.statement.id == earlier.statement.within
    return apart and not nested and not mine & theirs


def _part(some: Figure, whole: Said, other: Figure) -> bool:
    """Whether one counts some of those of the other: officers among the dead, or among bodies, or
    as many as the other's teller gives as a part."""
    if told_as_part(some.low, whole):
        return True
    bodies = bool(_BODIES & set(tokens(whole.text)))
    return some.part_of(other) and not some.bare and (bodies or not other.bare)


def _seen(said: Said, some: Figure, every: Figure) -> bool:
    """Whether so many bodies have come to one hospital, or stand before one witness, of more dead
    than that; "a single body" and "two, and no more" are all that there were."""
    told = set(tokens(said.text))
    if not _BODIES & told or _NO_MORE.search(said.text):
        return False
    nearly = _HOUSES & told and some.low >= _NEARLY * every.low
    return some.low < every.low and not nearly


def _strangers(later: Said, one: Figure, earlier: Said, other: Figure) -> bool:
    """Whether each tells more than a number and nothing of what the other tells: of two stories."""
    where = mark_keys("of_bodies")  # "the town's hospital had received 16 bodies"
    mine = (beside(later, one) & later.matter.keys) - _DAYS - where
    theirs = (beside(earlier, other) & earlier.matter.keys) - _DAYS - where
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


def _of_another(later: Said, earlier: Said) -> bool:
    """Whether one is of all until now, or of a whole war, and the other of one act; or the later
    of others as well."""
    long = [_LONG.search(s.text) or _UNTIL_NOW.search(s.text) for s in (later, earlier)]
    return bool(long[0]) != bool(long[1]) or _ALSO.search(later.text) is not None


def _out_of_scale(one: Figure, other: Figure) -> bool:
    """Whether the one is so many times the other that they cannot be of one thing."""
    few, many = sorted((one.low, other.low))
    return few > 0 and many >= _MANY and many >= _SCALE * few


def _next_act(view: View, earlier: Said, later: Said) -> bool:
    """Whether another act is told of after the first account, or with the second: that it hurt
    nobody says nothing of whom the first one killed."""
    begin = max(span.end for span in earlier.statement.content)
    until = max(span.end for span in later.statement.content)
    known = earlier.matter.spots | earlier.matter.setting
    for facts in view.events.values():
        if facts.event.type != "ASSAULT" or not begin <= facts.event.trigger.start < until:
            continue
        where = frozenset() if facts.place is None else frozenset({fold(facts.place.name)})
        if facts.another or (where and not where & known) or _of_other_place(facts, earlier):
            return True
    return False


def _of_other_place(facts: EventFacts, earlier: Said) -> bool:
    """Whether an act is told with names of places of which the first account has none."""
    mine, theirs = facts.matter.where - facts.matter.names, earlier.matter.where
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _grown(view: View, said: Said, first: Figure, then: Figure) -> bool:
    """Whether the higher number is what has become of one that was told at first."""
    return then.low > first.low and marked("at_first", said, view)


def _of_all(said: Said, figure: Figure) -> bool:
    """Whether a number is that of all the dead, wherever it stands: "put the toll at 22", and no
    bodies that somebody has seen, nor "put the number at 48", which goes on with what is near."""
    of_dead = figure.bare and bool(figure.what) and figure.high > 0
    return of_dead and not _BODIES & set(tokens(said.text))


def _of_more(some: Figure, every: Figure) -> bool:
    """Whether somebody has more bodies than were told to be dead: they cannot be a part."""
    counted = some.bare and some.what == every.what == "killed"
    return counted and 0 < every.low < some.low <= _FEW_TIMES * every.low


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
