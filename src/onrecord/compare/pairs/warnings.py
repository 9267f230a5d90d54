"""What came of warnings: events that meet the condition or carry out the consequence; deadlines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.conditions import averts, negated
from onrecord.compare.accounts.dates import Days, days_of
from onrecord.compare.accounts.facts import EventFacts, Said, View
from onrecord.compare.accounts.parties import named_sides, share_name, tag
from onrecord.compare.pairs.borne import borne_out, who_would
from onrecord.extract.actors.trees.countries import countries
from onrecord.link.words import keys, tokens
from onrecord.records import Link, ReportRecord, Span, Statement

WARNS = frozenset({"warn", "threaten"})
_CONDITIONAL = frozenset({"assert", "pledge", "predict"})
_WILL = frozenset({"will", "would", "shall", "going", "won't", "won’t"})
_DONE = frozenset({"happened", "ongoing", "alleged"})
_LONG, _SOON = 200, 30
# What part of the words of a condition or consequence an event must bear out.
_COVER = 0.6
# The same, where who would do it is not told.
_WHOLE = 0.8
_BY = re.compile(
    r"\b(?:by|before|until|till|within|in (?:the )?next|no later than|not later than|"
    r"deadline (?:of|is|was))\s+(?:the\s+|midnight\s+(?:on\s+)?|noon\s+(?:on\s+)?)?$",
    re.IGNORECASE,
)
_NEXT = 250
"""Characters behind a warning within which what came next is told."""
_LATER = re.compile(
    r"\b(?:within (?:\w+ ){0,2}(?:minutes|hours?|days?|weeks?)|"
    r"(?:minutes|hours?|days?|weeks?|months?) later|that (?:same )?(?:night|evening|day)|"
    r"(?:the )?(?:next|following) (?:day|night|morning|evening|week)|"
    r"(?:soon|shortly) (?:after|afterwards)|since then|has since|have since)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"(?<!there )\b(?:could|may|might|would|will)\s+(?:\w+\s+)?"
    r"(?:amount|constitute|represent|violate|be (?:an?|the)|be (?:il)?legal|be criminal)\b",
    re.IGNORECASE,
)
"""What says of a thing that it is a crime or a mistake."""
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?.*)?$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time that a warning sets: the words, and its last day (ISO; None where it is not known)."""

    span: Span
    day: str | None


def warns(statement: Statement) -> bool:
    """Whether something may come of a statement: a warning, a threat, or whatever says what will be
    if something is done."""
    if statement.act in WARNS:
        return True
    if statement.condition is None or statement.consequence is None:
        return False
    # "such attacks, if deliberate, may be war crimes" says what they are, not what will be done
    ahead = statement.act != "assert" or bool(_WILL & set(tokens(statement.consequence.text)))
    return ahead and statement.act in _CONDITIONAL


def outcomes(view: View) -> list[Link]:
    """``meets_condition`` and ``fulfils`` within one report, from an event to the warning."""
    links = []
    for warning in view.said.values():
        if not warns(warning.statement):
            continue
        for event in view.events.values():
            if event.event.on_word_of == warning.statement.id:
                continue
            next_ = _sequel(event, warning, view.record.report.text)
            for kind, found in (
                ("meets_condition", met(event, warning, sequel=next_)),
                ("fulfils", fulfilled(event, warning, sequel=next_)),
            ):
                if found is not None:
                    links.append(link(kind, event, warning, *found))  # type: ignore[arg-type]
    return links


def met(event: EventFacts, warning: Said, *, sequel: bool = False) -> tuple[float, str] | None:
    """How surely an event is what the condition of a warning named.

    Only what is told as done, after the warning, by the one who was warned where both are known,
    and in most of the condition's own words, its verb or noun for the act among them.
    """
    condition = warning.statement.condition
    if not warns(warning.statement) or condition is None or not (sequel or _after(event, warning)):
        return None
    if averts(warning.statement) or negated(condition):
        return None  # "leave or face our fire": who leaves has met what was asked, and no condition
    warned = tag(warning.to)
    by = event.actors | (event.matter.sides if not event.actors else frozenset())
    if warned is not None and by and not share_name(frozenset({warned}), by):
        return None
    if _elsewhere(event, warning, condition.text):
        return None
    cover = borne_out(event, condition.text, warning)
    if cover < _COVER or _fits(event, warning, warning.statement.consequence, cover):
        return None
    return (
        0.45 + cover / 3,
        f"{quote(event.event.trigger.text)} is what {quote(condition.text)} named",
    )


def fulfilled(
    event: EventFacts, warning: Said, *, sequel: bool = False
) -> tuple[float, str] | None:
    """How surely an event is what a warning held out: done after it, by the one who threatened."""
    statement = warning.statement
    if not warns(statement) or not (sequel or _after(event, warning)):
        return None
    cue = tokens(statement.cue.text) if statement.cue else []
    if "against" in cue:
        return None  # what is warned against is no consequence
    if statement.consequence is None and statement.condition is not None:
        return None
    if statement.consequence is not None and negated(statement.consequence):
        return None  # "no lorry would pass": those that pass are the contrary
    text = statement.consequence.text if statement.consequence else warning.text
    if _JUDGES.search(text):
        return None  # what it is, and not what will be done
    by = event.actors or event.matter.sides
    issuer = who_would(warning) if statement.act == "threaten" else None
    named = _states(text)
    doer = issuer if statement.act == "threaten" else next(iter(named), None)
    unmet = doer is not None and not share_name(frozenset({doer}), by)
    if unmet and (by or not statement.consequence):
        return None
    others = set(named) - {doer}
    if others and event.matter.sides - {doer} and not others & event.matter.sides:
        return None
    if _elsewhere(event, warning, text):
        return None
    cover = borne_out(event, text, warning, owned=True)
    if cover < (_COVER if doer is not None or statement.consequence else _WHOLE):
        return None
    if _fits(event, warning, statement.condition, cover):
        return None
    return 0.45 + cover / 3, f"{quote(event.event.trigger.text)} is what {quote(text)} held out"


def deadline(record: ReportRecord, statement: Statement) -> Deadline | None:
    """The time that a warning or demand sets ("within 48 hours", "by Friday", "until 1 May").

    A length counts from the day on which it was said, where that is known.
    """
    said = statement.said or record.report.published
    for time in sorted(record.times, key=lambda t: t.span):
        if not any(s.start <= time.span.start < s.end for s in statement.content):
            continue
        lead = record.report.text[max(0, time.span.start - 24) : time.span.start]
        first = tokens(time.span.text)[:1]
        if not _BY.search(lead) and not (set(first) & {"within", "by", "until", "before"}):
            continue
        if time.type == "DURATION":
            if _from_then_on(statement, time.span):
                continue
            return Deadline(time.span, _ends(said, time.value))
        days = days_of(time.value)
        return Deadline(time.span, date.fromordinal(days.end - 1).isoformat() if days else None)
    return None


def _from_then_on(statement: Statement, span: Span) -> bool:
    """Whether a length runs from when the condition is met, and not from the day of saying: "if the
    sluices are shut, we will close the border within 48 hours"."""
    then = statement.consequence
    if statement.condition is None or then is None or averts(statement):
        return False
    return then.start <= span.start < then.end


def lapsed(found: Deadline, today: str) -> bool:
    """Whether a deadline is over on ``today`` (ISO)."""
    return found.day is not None and found.day < today[:10]


def _ends(said: str | None, value: str) -> str | None:
    began = days_of(said)
    match = _LENGTH.match(value)
    if began is None or began.length != 1 or match is None or "X" in value:
        return None
    years, months, weeks, days, hours = (int(part or 0) for part in match.groups())
    length = 365 * years + 30 * months + 7 * weeks + days + -(-hours // 24)
    return (date.fromordinal(began.start) + timedelta(days=length)).isoformat() if length else None


def _after(event: EventFacts, warning: Said) -> bool:
    """Whether the event is told as done, on a day after the warning and not long after."""
    said: Days | None = warning.days or warning.published
    when = event.days or event.published
    if event.event.status not in _DONE or said is None or when is None:
        return False
    if event.days is None and event.report == warning.report:
        return False
    most = _LONG if event.days is not None else _SOON
    return said.end <= when.start <= said.start + most


def _sequel(event: EventFacts, warning: Said, text: str) -> bool:
    """Whether the paragraph goes on to tell it as what came next: "within hours", "nine days
    later"."""
    end = max((span.end for span in warning.statement.content), default=warning.start)
    start = event.event.trigger.start
    if event.event.status not in _DONE or start < end:
        return False
    if event.days is not None and warning.days is not None:
        if event.days.end <= warning.days.start:
            return False
    between = text[end:start]
    if len(between) > _NEXT or "\n" in between:
        return False
    return _LATER.search(between) is not None


def towns(warning: Said, text: str) -> frozenset[str]:
    """The keys of the towns that ``text``, a part of a warning, names: "if they attack Tarn".

    A capital is none: it stands for its government as often ("if Kigali sends troops").
    """
    named = (t for t in warning.matter.spots if countries().capital(t.title()) is None)
    return frozenset(key for town in named for key in keys(town)) & keys(text)


def _elsewhere(event: EventFacts, warning: Said, text: str) -> bool:
    """Whether a warning names a town, and the event is not told of that one."""
    named = towns(warning, text)
    told = event.matter
    return bool(named) and not named & (told.where | told.keys | told.names)


def _fits(event: EventFacts, warning: Said, other: Span | None, cover: float) -> bool:
    """Whether the other half of the warning fits the event better."""
    return other is not None and borne_out(event, other.text, warning) > cover


def _states(text: str) -> tuple[str, ...]:
    """The states that ``text`` names, in its order."""
    return tuple(dict.fromkeys(code for _, _, code in named_sides(text)))
