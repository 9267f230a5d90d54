"""When and where a report was filed is nobody's word or name: "OSLO - The minister said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft, relinked
from onrecord.extract.statements.words.syntax import Offsets, covers, overlap
from onrecord.extract.times.entries import Entry
from onrecord.model.analysis import Analysis, Attribution
from onrecord.read.frontmatter import front

_FRONT = 1000
"""Code points within which a dateline stands; nothing is sought where nobody speaks so early."""


def filed(analysis: Analysis, title: str | None) -> Offsets | None:
    """The date line and dateline with what is between them; None where nobody's words meet them."""
    spans = (s for a in analysis.attributions for s in (a.source, a.cue, *a.content) if s)
    if not any(start < _FRONT for start, _ in spans):
        return None
    tagged = {analysis.text[n.start : n.end] for n in (*analysis.names, *analysis.toponyms)
              if n.kind in ("GPE", "LOC")}  # fmt: skip
    found = front(analysis.text, title=title, is_place=tagged.__contains__)
    if found.date is None and found.dateline is None:
        return None
    head = found.headline
    ends = head.end if head is not None else 0
    starts = [one.span.start for one in (found.date, found.dateline) if one is not None]
    return min((start for start in starts if start >= ends), default=ends), found.body


def speaking(analysis: Analysis) -> list[Attribution]:
    """The attributions without those that are none: "Peru: Two die", "Mr Said" who says nothing."""
    text = analysis.text
    places = {(n.start, n.end) for n in (*analysis.names, *analysis.toponyms) if n.kind == "GPE"}
    persons = [(n.start, n.end) for n in analysis.names if n.kind == "PER"]
    kept = []
    for one in analysis.attributions:
        colon = one.cue is not None and text[slice(*one.cue)].strip() == ":"
        opens = one.source is not None and (one.source[0] == 0 or text[one.source[0] - 1] == "\n")
        quoted = any(text[start : start + 1] in "“\"‘'" for start, _ in one.content)
        heads = colon and opens and one.source in places and not quoted
        if not heads and not (one.cue and covers(persons, one.cue)):
            kept.append(one)
    return kept


def behind(line: Offsets | None, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each with nothing of the dateline in its spans."""
    if line is None:
        return list(drafts)
    kept = []
    for draft in drafts:
        source, cue = _first(line, draft.source), _first(line, draft.cue)
        content = tuple(piece for part in draft.content for piece in _beside(line, part))
        if cue is not None or draft.cue is None:
            kept.append(replace(draft, source=source, cue=cue, content=content))
    return kept


def without_clocks(pages: Sequence[Entry], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the clock that opens an entry of a live page: "16:30 Lun has replied"."""
    found = list(drafts)
    for entry in pages:
        for at, draft in enumerate(found):
            if not any(overlap(entry.clock, span) for span in draft.spans()):
                continue
            source = _first(entry.clock, draft.source)
            content = tuple(piece for part in draft.content for piece in _beside(entry.clock, part))
            found[at] = replace(draft, source=source, content=content)
    found = relinked(drafts, found)
    bare = {id(d) for d, was in zip(found, drafts, strict=True) if was.content and not d.content}
    return [d for d in found if id(d) not in bare and id(d.outer) not in bare]


def _first(line: Offsets, span: Offsets | None) -> Offsets | None:
    return next(_beside(line, span), None) if span else None


def _beside(line: Offsets, span: Offsets) -> Iterator[Offsets]:
    """What of a span stands before the dateline, in the headline, and what behind it."""
    start, end = span
    if start < line[0]:
        yield start, min(end, line[0])
    if end > line[1]:
        yield max(start, line[1]), end
