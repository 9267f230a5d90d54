"""Links made of their parts."""

from __future__ import annotations

from onrecord.compare.accounts.facts import EventFacts, Said, shown
from onrecord.records import Link, LinkKind, Slot, Span

LEAST = 0.5
"""No link below this score is given."""

End = EventFacts | Said


def item_id(end: End) -> str:
    """The id of the item that is compared."""
    return end.event.id if isinstance(end, EventFacts) else end.statement.id


def spans_of(end: End) -> tuple[tuple[str, Span], ...]:
    """The words that show an item, with their report."""
    spans = (end.event.trigger,) if isinstance(end, EventFacts) else shown(end.statement)
    return tuple((end.report, span) for span in spans)


def link(
    kind: LinkKind, from_: End, to: End, score: float, why: str, slot: Slot | None = None
) -> Link:
    """A link between two items, shown by the words of both."""
    return Link(
        kind=kind,
        from_=item_id(from_),
        to=item_id(to),
        score=round(min(1.0, score), 2),
        why=why,
        slot=slot,
        spans=spans_of(from_) + spans_of(to),
    )


def quote(text: str, most: int = 60) -> str:
    """The first words of ``text``, for a reason."""
    flat = " ".join(text.split())
    cut = flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
    bare = cut.strip('“”"')
    return f"“{bare}”"
