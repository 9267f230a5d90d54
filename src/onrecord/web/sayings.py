"""What an utterance of a speaker has to do with others, told from its side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import LinkKind
from onrecord.store.viewrows import Item, Repeated, Said

_FROM: dict[LinkKind, str] = {
    "denies": "Denies",
    "contradicts": "Contradicts",
    "supports": "Bears out",
    "undercuts": "Knows nothing of",
}
_TO: dict[LinkKind, str] = {
    "fulfils": "Carried out",
    "meets_condition": "Its condition met",
    "denies": "Denied",
    "contradicts": "Contradicted",
    "undercuts": "Of which others know nothing",
    "supports": "Borne out",
}


@dataclass(frozen=True, slots=True)
class Away:
    """What stands at the other end of a link, and why it is linked."""

    row: Item | None
    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Saying:
    """An utterance with its later occasions, the reports that tell of them, and what came of it:
    by a label, what stands at the other end of its links."""

    said: Said
    again: tuple[Said, ...]
    came: tuple[tuple[str, tuple[Away, ...]], ...]


def sayings_of(found: Sequence[Repeated]) -> list[Saying]:
    """The utterances of a page as it tells them."""
    return [Saying(one.said, one.again, _came(one)) for one in found]


def _came(one: Repeated) -> tuple[tuple[str, tuple[Away, ...]], ...]:
    groups: dict[str, dict[str, Away]] = defaultdict(dict)
    for said in (one.said, *one.again):
        own = {told.statement.id for told in said.tellings}
        for joined in said.links:
            link = joined.link
            if link.from_ in own:
                label, away = _FROM.get(link.kind), Away(joined.to, link.to, link.why)
            else:
                label, away = _TO.get(link.kind), Away(joined.from_, link.from_, link.why)
            if label is not None:
                groups[label].setdefault(away.id, away)
    order = [*_TO.values(), *_FROM.values()]
    return tuple((label, tuple(groups[label].values())) for label in order if label in groups)
