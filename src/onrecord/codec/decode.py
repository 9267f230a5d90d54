"""JSON objects to records, refusing whatever the format does not have."""

from __future__ import annotations

from typing import Any, cast

from onrecord.codec.fields import Fields
from onrecord.records import (
    Act,
    Actor,
    ActorKind,
    Candidate,
    Certainty,
    Count,
    Event,
    EventType,
    Link,
    LinkKind,
    Place,
    Polarity,
    PublishedBasis,
    Quote,
    Report,
    ReportRecord,
    Role,
    Slot,
    Source,
    Span,
    Statement,
    Status,
    Time,
    TimeType,
)

# The casts below name what the constructors then check: each refuses a value that is not allowed.


def record_from_dict(value: Any) -> ReportRecord:
    """The record of a report's JSON object; RecordError (SpanError) names what is wrong where."""
    report = Fields(value, "").one("report", _report)
    items = Fields(value, "", report.text)
    record = ReportRecord(
        report=report,
        times=items.each("times", _time),
        places=items.each("places", _place),
        actors=items.each("actors", _actor),
        statements=items.each("statements", _statement),
        events=items.each("events", _event),
        links=Fields(value, "").each("links", link_from_fields),
    )
    items.done(besides={"report", "links"})
    return record


def link_from_fields(f: Fields) -> Link:
    """A link; its spans may stand in other reports, so their words are not compared here."""
    return Link(
        kind=cast(LinkKind, f.text("kind")),
        from_=f.text("from"),
        to=f.text("to"),
        score=f.number("score"),
        why=f.text("why"),
        slot=cast("Slot | None", f.opt_text("slot")),
        spans=f.each("spans", lambda s: (s.text("report"), s.span())),
    )


def _span(f: Fields) -> Span:
    return f.span()


def _report(f: Fields) -> Report:
    return Report(
        id=f.text("id"),
        outlet=f.opt_text("outlet"),
        title=f.opt_text("title"),
        author=f.opt_text("author"),
        url=f.opt_text("url"),
        published=f.opt_text("published"),
        published_basis=cast("PublishedBasis | None", f.opt_text("published_basis")),
        language=f.opt_text("language"),
        sha256=f.text("sha256"),
        version_of=f.opt_text("version_of"),
        text=f.text("text"),
    )


def _time(f: Fields) -> Time:
    return Time(
        id=f.text("id"),
        span=f.span(),
        type=cast(TimeType, f.text("type")),
        value=f.text("value"),
        from_=f.opt_text("from"),
        to=f.opt_text("to"),
        anchor=f.opt_text("anchor"),
    )


def _place(f: Fields) -> Place:
    return Place(
        id=f.text("id"),
        span=f.span(),
        name=f.text("name"),
        country=f.opt_text("country"),
        lat=f.opt_number("lat"),
        lon=f.opt_number("lon"),
        geonameid=f.opt_whole("geonameid"),
        feature=f.opt_text("feature"),
        others=f.each("others", _candidate),
    )


def _candidate(f: Fields) -> Candidate:
    return Candidate(
        name=f.text("name"),
        country=f.opt_text("country"),
        lat=f.number("lat"),
        lon=f.number("lon"),
        geonameid=f.opt_whole("geonameid"),
        feature=f.opt_text("feature"),
        score=f.number("score"),
    )


def _actor(f: Fields) -> Actor:
    return Actor(
        id=f.text("id"),
        name=f.text("name"),
        kind=cast(ActorKind, f.text("kind")),
        country=f.opt_text("country"),
        sector=f.opt_text("sector"),
        named=f.flag("named"),
        aliases=f.texts("aliases"),
        roles=f.each("roles", _role),
        mentions=f.each("mentions", _span),
    )


def _role(f: Fields) -> Role:
    return Role(
        title=f.text("title"),
        organisation=f.opt_text("organisation"),
        since=f.opt_text("since"),
        until=f.opt_text("until"),
        span=f.span(),
    )


def _source(f: Fields) -> Source:
    return Source(span=f.span(), actor=f.opt_text("actor"), named=f.flag("named"))


def _statement(f: Fields) -> Statement:
    return Statement(
        id=f.text("id"),
        source=f.opt("source", _source),
        cue=f.opt("cue", _span),
        content=f.each("content", _span),
        quote=cast(Quote, f.text("quote")),
        act=cast(Act, f.text("act")),
        addressee=f.opt_text("addressee"),
        condition=f.opt("condition", _span),
        consequence=f.opt("consequence", _span),
        certainty=cast(Certainty, f.text("certainty")),
        polarity=cast(Polarity, f.text("polarity")),
        said=f.opt_text("said"),
        said_time=f.opt_text("said_time"),
        channel=f.opt_text("channel"),
        channel_span=f.opt("channel_span", _span),
        within=f.opt_text("within"),
    )


def _event(f: Fields) -> Event:
    return Event(
        id=f.text("id"),
        trigger=f.one("trigger", _span),
        type=cast(EventType, f.text("type")),
        mode=f.opt_text("mode"),
        context=f.texts("context"),
        actor=f.texts("actor"),
        actor_spans=f.each("actor_spans", _span),
        recipient=f.texts("recipient"),
        recipient_spans=f.each("recipient_spans", _span),
        when=f.opt_text("when"),
        when_time=f.opt_text("when_time"),
        where=f.opt_text("where"),
        where_place=f.opt_text("where_place"),
        status=cast(Status, f.text("status")),
        on_word_of=f.text("on_word_of"),
        counts=f.each("counts", _count),
    )


def _count(f: Fields) -> Count:
    return Count(
        what=f.text("what"), low=f.opt_whole("low"), high=f.opt_whole("high"), span=f.span()
    )
