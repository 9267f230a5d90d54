"""What two units of different reports have to do with each other, judged by them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.compare.accounts.facts import EventFacts, Said
from onrecord.compare.accounts.refrain import own
from onrecord.compare.between.denying import both_negate
from onrecord.compare.between.judged import judged
from onrecord.compare.between.units import Unit
from onrecord.compare.pairs.claims import AFFIRMS, denies, denies_event, supports, undercuts
from onrecord.compare.pairs.gainsaid import other_doer
from onrecord.compare.pairs.sameness import includes
from onrecord.compare.pairs.sayings import another_occasion, repeated, told_again
from onrecord.compare.pairs.slots import at_odds, events_at_odds
from onrecord.compare.pairs.warnings import fulfilled, met, warns
from onrecord.compare.pairs.withdrawals import (
    claim_taken_back,
    not_after_all,
    takes_no_blame,
    tells_of_it,
    withdrawn,
)
from onrecord.compare.scored.settled import same, same_but_for_doer
from onrecord.records import LinkKind, Slot

EVENT_LEAST = 0.7
"""The least score of two events' being one across reports."""


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A link that two units may have: from the later to the earlier, from the whole to the part,
    from an event to the warning. Which edges become links is decided over all of them."""

    from_: str
    to: str
    kind: LinkKind
    score: float
    why: str
    slot: Slot | None = None


def edges(one: Unit, other: Unit) -> tuple[Edge, ...]:
    """The edges between two units of different reports. The order of the two does not matter."""
    if one.report == other.report:
        return ()
    earlier, later = sorted((one, other), key=Unit.order)
    return tuple(_edges(earlier, later))


def _edges(earlier: Unit, later: Unit) -> Iterator[Edge]:
    if earlier.event and later.event:
        found = same(earlier.event, later.event)
        if found is not None and found.score >= EVENT_LEAST:
            yield _edge("same_event", later, earlier, found.score, "; ".join(found.reasons))
        for whole, part in ((later, earlier), (earlier, later)):
            if whole.event and part.event:
                inside = includes(whole.event, part.event)
                if inside is not None and not (part.event.several or part.event.plural):
                    yield _edge("includes", whole, part, *inside)
        odds = events_at_odds(earlier.event, later.event)
        if odds is not None and found is None:
            yield _edge("contradicts", later, earlier, odds[1], odds[2], odds[0])
        rival = same_but_for_doer(earlier.event, later.event) if found is None else None
        if rival is not None:
            doers = (" and ".join(sorted(f.actors)) for f in (earlier.event, later.event))
            told = f"who did it: {' against '.join(doers)}; {'; '.join(rival.reasons)}"
            yield _edge("contradicts", later, earlier, rival.score, told, "who")
    elif earlier.said and later.said:
        yield from _statements(earlier, later, earlier.said, later.said)
    else:
        event, said = (earlier, later) if earlier.event else (later, earlier)
        if event.event and said.said:
            yield from _told_of(event, said, event.event, said.said)


def _statements(one: Unit, other: Unit, earlier: Said, later: Said) -> Iterator[Edge]:
    """What the rules find, and where they find nothing what is likely."""
    taken = not_after_all(later, earlier) or claim_taken_back(later, earlier)
    if taken is not None:
        yield _edge("contradicts", other, one, *taken, "whether")
        return
    if warns(earlier.statement) and tells_of_it(later):
        return  # that a threat is lifted is no threat again
    found = [*_sayings(one, other, earlier, later), *_claims(one, other, earlier, later)]
    yield from found
    if found:
        return
    for kind, back, score, why, slot in judged(earlier, later):
        if kind == "denies" and takes_no_blame(*((later, earlier) if back else (earlier, later))):
            continue
        from_, to = (other, one) if back else (one, other)
        yield _edge(kind, from_, to, score, why, slot)


def _told_of(event: Unit, said: Unit, facts: EventFacts, words: Said) -> Iterator[Edge]:
    """What an event comes to for a warning, and a denial for an event."""
    back = withdrawn(facts, event.back, words) if event.back is not None else None
    if back is not None:
        yield _edge("contradicts", event, said, *back, "whether")
        return
    told = event.word is None or event.word.statement.act in AFFIRMS
    outcomes: tuple[tuple[LinkKind, Callable[[EventFacts, Said], tuple[float, str] | None]], ...]
    outcomes = (("meets_condition", met), ("fulfils", fulfilled))
    for kind, outcome in outcomes:
        tellings = (facts, event.fullest) if told else ()
        found = next(
            (f for one in tellings if one is not None and (f := outcome(one, words))), None
        )
        if found is not None:
            yield _edge(kind, event, said, *found)
    found = denies_event(own(words, words), facts) if event.word is None else None
    if found is not None:
        yield _edge("denies", said, event, *found)


def _edge(
    kind: LinkKind, from_: Unit, to: Unit, score: float, why: str, slot: Slot | None = None
) -> Edge:
    return Edge(from_.id, to.id, kind, round(min(1.0, score), 2), why, slot)


def _claims(one: Unit, other: Unit, earlier: Said, later: Said) -> Iterator[Edge]:
    """What the rules find. What the accused answers may be in words that all of a report has; of
    anything else these tell nothing."""
    for answer, told, first, second in ((other, one, later, earlier), (one, other, earlier, later)):
        found = denies(first, second)
        if found is not None and not (both_negate(first, second) or takes_no_blame(first, second)):
            yield _edge("denies", answer, told, *found)
        found = undercuts(own(first, second), own(second, first))
        if found is not None:
            yield _edge("undercuts", answer, told, *found)
    earlier, later = own(earlier, later), own(later, earlier)
    odds = at_odds(earlier, later)
    if odds is not None:
        yield _edge("contradicts", other, one, odds[1], odds[2], odds[0])
    found = supports(earlier, later)
    if found is not None and odds is None and not other_doer(earlier, later):
        yield _edge("supports", other, one, *found)


def _sayings(one: Unit, other: Unit, earlier: Said, later: Said) -> Iterator[Edge]:
    again = told_again(earlier, later)
    if again is not None:
        yield _edge("restates", other, one, *again)
    elif another_occasion(earlier, later):
        again = repeated(earlier, later)
        if again is not None:
            yield _edge("repeats", other, one, *again)
