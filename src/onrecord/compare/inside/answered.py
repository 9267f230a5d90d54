"""What can be observed of two statements of one report of which the later may answer the earlier.

Who stands where, how each is told, what both speak of, and by which words the later comes back to
something; ``training/answering.py`` has small networks weigh it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.figures import Figure, figures
from onrecord.compare.accounts.parties import kinds_of, party_keys
from onrecord.compare.inside.replies import elsewhere, names_of
from onrecord.compare.pairs.claims import alike
from onrecord.compare.pairs.denials import accused, common_side, one_side, only_ahead, speaks_for
from onrecord.compare.pairs.references import refers
from onrecord.compare.scored.chains import scorer
from onrecord.link.words import NEGATIONS, capitals, has_mark, mark_keys, tokens
from onrecord.records import REPORTER

Floats = npt.NDArray[np.float64]

_ACTS = ("assert", "accuse", "confirm", "deny", "reject", "disclaim", "decline", "condemn", "warn",
         "threaten", "demand", "predict")  # fmt: skip
_KINDS = ("person", "people", "government", "military", "armed_group", "outlet")
_SENTENCE = re.compile(r"[.!?][\"”'’)]*\s+(?=[A-Z0-9“\"'`])|\n")
_AHEAD = frozenset({"would", "will", "should", "might", "may", "could"})
_THEY = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "them"})
_OURS = frozenset({"we", "our", "us", "i", "my", "me"})
_THIS = frozenset({"this", "that", "these", "those", "such"})
_CONTRAST = frozenset({"but", "while", "although", "though", "whereas", "however", "yet"})
_NAMES = (
    *(f"later {act}" for act in _ACTS), *(f"earlier {act}" for act in _ACTS),
    *(f"later by {kind}" for kind in _KINDS), *(f"earlier by {kind}" for kind in _KINDS),
)  # fmt: skip
FEATURES = (
    *_NAMES, "later no", "earlier no", "later negated", "earlier negated", "later direct",
    "earlier direct", "doubtful", "earlier doubtful", "one sentence", "next sentence", "paragraph",
    "distance", "others between", "next of others", "headline", "lead", "one source", "one side",
    "two sides", "spokesman", "named", "earlier named", "later named", "nobody's", "common side",
    "ahead", "later ahead", "condition", "later condition", "elsewhere", "shared", "cover",
    "cover later", "rare", "kin", "parties", "names", "where", "towns", "other towns", "heads",
    "telling", "soft", "softest", "number", "number differs", "numbers", "later numbers", "nobody",
    "contrast", "insists", "concedes", "disputes", "too", "refers", "refers to whom", "short",
    "pronoun", "own", "pointing", "claim word", "dismisses", "evidence", "involved", "events",
    "event types", "same event", "told before", "within other", "last accusation", "words",
    "earlier words", "dismissal beside", "earlier source again", "open", "later open",
    "kind named", "harm", "armed", "told ahead", "would",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as it can be set beside others of its report."""

    said: Said
    place: int
    sentence: int
    paragraph: int
    words: tuple[str, ...]
    cue: tuple[str, ...]
    opening: tuple[str, ...]
    keys: frozenset[str]
    figures: tuple[Figure, ...]
    meant: npt.NDArray[np.float32]
    events: frozenset[str]
    types: frozenset[str]
    refers: tuple[str, frozenset[str]] | None
    ahead: bool
    kinds: frozenset[str]
    kin: frozenset[str]


class Answers:
    """The statements of one report in the order of the text, and what is observed of each two."""

    def __init__(self, seen: View) -> None:
        self.seen = seen
        text = seen.record.report.text
        ends = sorted({*(m.end() for m in _SENTENCE.finditer(text)), seen.headline or 0})
        breaks = [m.end() for m in re.finditer(r"\n\s*\n|\n", text)]
        self.common = names_of(seen)
        self.told = tuple(
            _told(seen, said, at, ends, breaks) for at, said in enumerate(seen.ordered)
        )
        self.often = Counter(key for one in self.told for key in one.keys)

    def open(self, one: int, other: int) -> bool:
        """Whether the statement at ``other`` may answer the one at ``one`` at all."""
        a, b = self.told[one].said, self.told[other].said
        if a.statement.id == b.statement.within or b.statement.id == a.statement.within:
            return False
        return not (a.who is not None and b.who is not None and a.who.actor == b.who.actor)

    def features(self, one: int, other: int) -> list[float]:
        """What is observed of an earlier statement and a later, in the order of ``FEATURES``."""
        a, b = self.told[one], self.told[other]
        found = (
            *_by_kind(a.said, b.said), *_way(a, b), *self._course(a, b), *_sources(self.seen, a, b),
            *self._matter(a, b), *_numbers(a, b), *self._words(a, b), *_events(self.seen, a, b),
            *self._rest(a, b),
        )  # fmt: skip
        return [float(value) for value in found]

    def _course(self, a: Told, b: Told) -> tuple[float, ...]:
        between = self.told[a.place + 1 : b.place]
        others = sum(not _one_who(one.said, b.said) for one in between)
        return (
            a.sentence == b.sentence, a.sentence + 1 == b.sentence, a.paragraph == b.paragraph,
            np.log1p(b.place - a.place), np.log1p(others), others == 0,
            a.said.start < self.seen.headline, a.sentence <= 2,
        )  # fmt: skip

    def _matter(self, a: Told, b: Told) -> tuple[float, ...]:
        left, right = a.keys - self.common, b.keys - self.common
        shared = left & right
        kin = alike(right - shared, left - shared)
        own = shared - party_keys()
        rare = sum(1.0 / self.often[key] for key in own)
        one, other = a.said.matter, b.said.matter
        soft, softest = _soft(a.meant, b.meant)
        both = len(shared) + 0.5 * len(kin)
        return (
            np.log1p(both), both / max(1, min(len(left), len(right))), both / max(1, len(right)),
            rare, bool(kin), bool(shared & party_keys()),
            len((a.keys & b.keys) & self.common), bool(one.where & other.where),
            bool(one.spots & other.spots),
            bool(one.spots and other.spots and not one.spots & other.spots),
            bool(one.heads & other.heads), len(one.telling & other.telling), soft, softest,
        )  # fmt: skip

    def _words(self, a: Told, b: Told) -> tuple[float, ...]:
        text = self.seen.record.report.text
        end = max(span.end for span in (*a.said.statement.content, a.said.statement.cue) if span)
        between = tokens(text[end : b.said.start])[-14:] if end < b.said.start else []
        near = [*between, *b.cue]
        every = set(b.words)
        return (
            bool(_CONTRAST & set(between)), has_mark("gainsaying", near),
            has_mark("conceding", list(b.cue)), has_mark("disputing", near),
            has_mark("too", near[-6:]), b.refers is not None, bool(b.refers and b.refers[1]),
            len(b.keys) <= 3, bool(_THEY & set(b.opening[:4])), bool(_OURS & set(b.opening[:4])),
            bool(_THIS & set(b.opening[:3])), has_mark("claiming", list(b.words[:6])),
            has_mark("dismissing", [*b.words, *b.cue]), has_mark("evidence", list(b.words)),
            has_mark("involving", list(b.words)) or bool(every & {"responsible"}),
        )  # fmt: skip

    def _rest(self, a: Told, b: Told) -> tuple[float, ...]:
        before = [t for t in self.told[: b.place] if t.said.statement.act == "accuse"]
        last = [t for t in before if not _one_who(t.said, b.said)][-1:]
        again = any(
            _one_who(t.said, a.said) and t.place != a.place for t in self.told[a.place : b.place]
        )
        told_before = any(
            len(t.keys & a.keys) >= 3 and 2 * len(t.keys & a.keys) >= len(a.keys)
            for t in self.told[: a.place]
        )
        return (
            told_before, b.said.statement.within is not None, last == [a], np.log1p(len(b.words)),
            np.log1p(len(a.words)), has_mark("dismissing", list(a.words)), again,
            bool(a.said.matter.open), bool(b.said.matter.open),
            bool(a.kinds & b.kin), bool(a.said.matter.heads), bool(b.kin),
            would(a) and not would(b), would(b),
        )  # fmt: skip


def _told(seen: View, said: Said, at: int, ends: Sequence[int], breaks: Sequence[int]) -> Told:
    statement = said.statement
    inside = [
        e for e in seen.events.values()
        if any(s.start <= e.event.trigger.start < s.end for s in statement.content)
    ]  # fmt: skip
    words = tuple(tokens(said.text))
    meant = tuple(sorted(said.matter.telling)) or ("",)
    return Told(
        said=said,
        place=at,
        sentence=bisect_right(ends, said.start),
        paragraph=bisect_right(breaks, said.start),
        words=words,
        cue=tuple(tokens(statement.cue.text)) if statement.cue else (),
        opening=words[:6],
        keys=said.keys - mark_keys("telling"),
        figures=tuple(figures(said)),
        meant=scorer().vectors.of(meant),
        events=frozenset(e.head for e in inside),
        types=frozenset(e.event.type for e in inside),
        refers=refers(said),
        ahead=only_ahead(said, seen),
        kinds=kinds_of(said.text),
        kin=kinds_of(statement.source.span.text if statement.source else ""),
    )


def would(one: Told) -> bool:
    """Whether it tells what is ahead, or only thought of."""
    return bool(_AHEAD & set(one.words))


def _one_who(one: Said, other: Said) -> bool:
    return one.who is not None and other.who is not None and one.who.actor == other.who.actor


def _by_kind(a: Said, b: Said) -> tuple[float, ...]:
    later, earlier = b.statement.act, a.statement.act
    kinds = (b.who.kind if b.who else None), (a.who.kind if a.who else None)
    return (
        *(later == act for act in _ACTS), *(earlier == act for act in _ACTS),
        *(kinds[0] == kind for kind in _KINDS), *(kinds[1] == kind for kind in _KINDS),
    )  # fmt: skip


def _way(a: Told, b: Told) -> tuple[float, ...]:
    one, other = a.said.statement, b.said.statement
    return (
        other.polarity == "negative", one.polarity == "negative",
        bool(NEGATIONS & set(b.words[:6])), bool(NEGATIONS & set(a.words[:6])),
        other.quote == "direct", one.quote == "direct", other.certainty != "certain",
        one.certainty != "certain",
    )  # fmt: skip


def _sources(seen: View, a: Told, b: Told) -> tuple[float, ...]:
    left, right = a.said, b.said
    sides = (left.who.side if left.who else None), (right.who.side if right.who else None)
    both = None not in sides
    return (
        _one_who(left, right), one_side(left, right), both and sides[0] != sides[1],
        speaks_for(right, left, seen), accused(left, right, seen),
        _names(left, right), _names(right, left), left.statement.source is None,
        common_side(seen, left, right), a.ahead, b.ahead, left.statement.condition is not None,
        right.statement.condition is not None, elsewhere(left, right),
    )  # fmt: skip


def _names(one: Said, other: Said) -> bool:
    """Whether what the other says names the source of the one."""
    source = one.statement.source
    named = capitals(source.span.text) if source is not None and source.span is not None else None
    return bool(named and named & capitals(other.text))


def _numbers(a: Told, b: Told) -> tuple[float, ...]:
    pairs = [(one, other) for one in a.figures for other in b.figures if one.alike(other)]
    return (
        any(not one.apart(other) for one, other in pairs),
        any(one.apart(other) for one, other in pairs), bool(a.figures), bool(b.figures),
        any(other.high == 0 for other in b.figures),
    )  # fmt: skip


def _events(seen: View, a: Told, b: Told) -> tuple[float, ...]:
    own = any(
        e.event.on_word_of == REPORTER and a.said.start <= e.event.trigger.start < b.said.start
        for e in seen.events.values()
    )
    return bool(a.events & b.events), bool(a.types & b.types), own


def _soft(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> tuple[float, float]:
    """How near what both say is in meaning: each word of the later by its nearest; the nearest."""
    near = one @ other.T
    if not near.size:
        return 0.0, 0.0
    best = near.max(0)
    best = np.where(best > 0.98, 0.5, best)  # the same word is counted by itself
    return float(best.mean()), float(best.max())
