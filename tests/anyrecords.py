"""Any record that is sound, for hypothesis."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from onrecord import records as r
from onrecord.records import (
    Actor,
    Candidate,
    Count,
    Event,
    Link,
    Place,
    ReportRecord,
    Role,
    Source,
    Span,
    Statement,
    Time,
)
from tests.recordmaking import report

# Lone surrogates are no text in UTF-8; everything else is, NUL and the odd planes included.
_texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    str.strip
)
_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
_maybe = st.none() | _words
_finite = st.floats(-90, 90, allow_nan=False)
_code = st.none() | st.sampled_from(["SYR", "RUS", "USA"])
_day = st.dates().map(lambda day: day.isoformat())


def _one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def records(draw: st.DrawFn, id: str | None = None) -> ReportRecord:
    """Any record that is sound, of arbitrary Unicode."""
    text = draw(_texts)
    id = id or draw(st.text("0123456789abcdef", min_size=4, max_size=8))

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span.of(text, start, draw(st.integers(start + 1, len(text))))

    def some(make: Any, most: int = 2) -> tuple[Any, ...]:
        return tuple(make() for _ in range(draw(st.integers(0, most))))

    def maybe(make: Any) -> Any:
        return make() if draw(st.booleans()) else None

    def one(values: list[str]) -> str | None:
        return draw(st.none() | st.sampled_from(values)) if values else None

    times = [
        Time(
            f"{id}:t{n}",
            span(),
            draw(_one_of(r.TimeType)),
            draw(_words),
            draw(_maybe),
            draw(_maybe),
            draw(_maybe),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    places = [_place(draw, f"{id}:p{n}", span()) for n in range(draw(st.integers(0, 2)))]
    actors = [
        Actor(
            f"{id}:a{n}",
            draw(_words),
            draw(_one_of(r.ActorKind)),
            (span(), *some(span)),
            draw(_code),
            draw(_maybe),
            draw(st.booleans()),
            some(lambda: draw(_words)),
            some(lambda: Role(draw(_words), draw(_maybe), draw(_maybe), draw(_maybe), span())),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    actor_ids = [actor.id for actor in actors]
    statements: list[Statement] = []
    for n in range(draw(st.integers(0, 3))):
        before = [s.id for s in statements]
        source = maybe(lambda: Source(span(), one(actor_ids), draw(st.booleans())))
        statements.append(
            Statement(
                f"{id}:s{n}",
                source,
                span(),
                some(span),
                draw(_one_of(r.Quote)),
                draw(_one_of(r.Act)),
                one(actor_ids),
                maybe(span),
                maybe(span),
                draw(_one_of(r.Certainty)),
                draw(_one_of(r.Polarity)),
                draw(_maybe | _day),
                one([t.id for t in times]),
                draw(_maybe),
                maybe(span),
                one(before),
            )
        )
    events = [
        Event(
            f"{id}:e{n}",
            span(),
            draw(_one_of(r.EventType)),
            draw(_one_of(r.Status)),
            one([s.id for s in statements]) or "reporter",
            draw(_maybe),
            some(lambda: draw(_words)),
            tuple(filter(None, some(lambda: one(actor_ids)))),
            some(span),
            tuple(filter(None, some(lambda: one(actor_ids)))),
            some(span),
            draw(_maybe | _day),
            one([t.id for t in times]),
            draw(_maybe),
            one([p.id for p in places]),
            some(lambda: Count(draw(_words), draw(st.none() | st.integers(0, 9)), None, span())),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    ends = [id, *(s.id for s in statements), *(e.id for e in events)]
    links = some(
        lambda: Link(
            draw(_one_of(r.LinkKind)),
            draw(st.sampled_from(ends)),
            draw(st.sampled_from(ends)),
            draw(st.floats(0, 1)),
            draw(_words),
            draw(st.none() | _one_of(r.Slot)),
            ((id, span()),),
        )
    )
    dated = draw(st.booleans())
    told = report(
        id,
        text,
        outlet=draw(_maybe),
        title=draw(_maybe),
        author=draw(_maybe),
        url=draw(_maybe),
        language=draw(_maybe),
        published=draw(_day) if dated else None,
    )
    return ReportRecord(
        told, tuple(times), tuple(places), tuple(actors), tuple(statements), tuple(events), links
    )


def _place(draw: st.DrawFn, id: str, span: Span) -> Place:
    point = draw(st.none() | st.tuples(_finite, _finite)) or (None, None)
    number = draw(st.none() | st.integers(1, 2**31))
    other = Candidate(draw(_words), draw(_code), 1.5, -2.5, None, "P", draw(st.floats(0, 1)))
    others = (other,) if draw(st.booleans()) else ()
    return Place(id, span, draw(_words), draw(_code), *point, number, draw(_maybe), others)
