"""Where a report was filed from is nobody's word and nobody's name: "OSLO - The minister said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.syntax import Offsets
from onrecord.model.analysis import Analysis, Attribution
from onrecord.read.frontmatter import front

_FRONT = 1000
"""Code points within which a dateline stands; nothing is sought where nobody speaks so early."""


def filed(analysis: Analysis, title: str | None) -> Offsets | None:
    """The dateline with the space behind it; None where there is none that anybody's words meet."""
    spans = (s for a in analysis.attributions for s in (a.source, a.cue, *a.content) if s)
    if not any(start < _FRONT for start, _ in spans):
        return None
    tagged = {analysis.text[n.start : n.end] for n in (*analysis.names, *analysis.toponyms)
              if n.kind in ("GPE", "LOC")}  # fmt: skip
    found = front(analysis.text, title=title, is_place=tagged.__contains__)
    return (found.dateline.span.start, found.body) if found.dateline else None


def speaking(analysis: Analysis) -> list[Attribution]:
    """The attributions without those of a heading's place to what it heads: "Peru: Two die"."""
    text = analysis.text
    places = {(n.start, n.end) for n in (*analysis.names, *analysis.toponyms) if n.kind == "GPE"}
    kept = []
    for one in analysis.attributions:
        colon = one.cue is not None and text[slice(*one.cue)].strip() == ":"
        opens = one.source is not None and (one.source[0] == 0 or text[one.source[0] - 1] == "\n")
        quoted = any(text[start : start + 1] in "“\"‘'" for start, _ in one.content)
        if not (colon and opens and one.source in places and not quoted):
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


def _first(line: Offsets, span: Offsets | None) -> Offsets | None:
    return next(_beside(line, span), None) if span else None


def _beside(line: Offsets, span: Offsets) -> Iterator[Offsets]:
    """What of a span stands before the dateline, in the headline, and what behind it."""
    start, end = span
    if start < line[0]:
        yield start, min(end, line[0])
    if end > line[1]:
        yield max(start, line[1]), end
