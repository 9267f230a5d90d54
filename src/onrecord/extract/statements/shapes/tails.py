"""Whose word a headline is, told by its last words: "Raid kills nine near the port: Monitor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, overlap
from onrecord.model.analysis import Analysis, Name, Sentence
from onrecord.read.frontmatter import Front

_MOST = 3
"""Words of a tail."""
_LEAST = 4
"""Words of what is told; one less before a colon or a dash."""
_MARK = re.compile(r"\s*[:–—-]\s+$|\s*[:–—]\s*$")
_WORD = re.compile(r"[^\s:–—]+")
_LONG = 4
"""Letters from which on a word would have a capital in a headline that gives them to all."""


def cut_names(analysis: Analysis, front: Front) -> Analysis:
    """The analysis with no name that runs out of the headline, or into whose word it is.

    "… near Lun Monitor Reuters Monday": a headline without its stop, a teller and an agency.
    """
    if front.headline is None and front.dateline is None:
        return analysis
    head = front.headline
    bounds = {front.body} if head is None else {head.end, front.body}
    tail = _tail(analysis, (head.start, head.end)) if head is not None else None
    spoken = (tail.source or tail.cue) if tail is not None else None
    bounds |= {spoken[0]} if spoken else set()
    if spoken is not None and _plain(analysis.text, spoken):
        sentences = tuple(_cut_tree(one, spoken[0], spoken[1]) for one in analysis.sentences)
        analysis = replace(analysis, sentences=sentences)
    if not any(n.start < b < n.end for n in (*analysis.names, *analysis.toponyms) for b in bounds):
        return analysis
    names = [part for n in analysis.names for part in _parts(analysis.text, n, bounds)]
    places = [part for n in analysis.toponyms for part in _parts(analysis.text, n, bounds)]
    if front.dateline is not None:  # "WASHINGTON Ada Cole, who …": the town is no forename
        line = front.dateline.span
        names = [n for n in names if n.kind != "PER" or not line.start <= n.start < line.end]
    if spoken is not None and _plain(analysis.text, spoken):
        names = [n for n in names if not spoken[0] <= n.start < spoken[1]]
        places = [n for n in places if not spoken[0] <= n.start < spoken[1]]
    return replace(analysis, names=tuple(names), toponyms=tuple(places))


def _cut_tree(sentence: Sentence, start: int, end: int) -> Sentence:
    """A sentence in which the last words of ``[start, end)`` are nouns that nothing hangs on."""
    if not sentence.start <= start < sentence.end:
        return sentence
    tokens = list(sentence.tokens)
    tail = {n for n, token in enumerate(tokens) if start <= token.start < end}
    first = min(tail, default=0)
    if first == 0 or max(tail) + 1 != len(tokens):
        return sentence
    hung = [n for n in range(first) if tokens[n].head in tail]
    root = next((n for n in range(first) if tokens[n].head < 0), hung[-1] if hung else first - 1)
    if hung:  # "in the port | Monitor": the last of them stands where the tail stood
        top, above = hung[-1], tokens[tokens[hung[-1]].head]
        while above.head in tail:
            above = tokens[above.head]
        for n in hung:
            tokens[n] = replace(tokens[n], head=top)
        relation = "root" if above.head < 0 else above.deprel
        tokens[top] = replace(tokens[top], head=above.head, deprel=relation)
    for n in tail:
        plain = tokens[n].text.lower()
        tokens[n] = replace(tokens[n], upos="NOUN", lemma=plain.removesuffix("s") or plain)
    last = max(tail)
    for n in tail:
        head, relation = (root, "parataxis") if n == last else (last, "compound")
        tokens[n] = replace(tokens[n], head=head, deprel=relation)
    return replace(sentence, tokens=tuple(tokens))


def _parts(text: str, name: Name, bounds: Iterable[int]) -> Iterator[Name]:
    inside = sorted(b for b in bounds if name.start < b < name.end)
    for start, end in zip([name.start, *inside], [*inside, name.end], strict=True):
        told = text[start:end]
        if told.strip():
            first = start + len(told) - len(told.lstrip())
            yield replace(name, start=first, end=start + len(told.rstrip()))


def _plain(text: str, span: Offsets) -> bool:
    """Whether a tail is a common noun, whatever its capital: "Monitor"."""
    return text[slice(*span)].casefold().rstrip(".") in words("headlines", "tellers")


def told_last(analysis: Analysis, front: Front, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the headline's own, where its last words say whose it is.

    What another had of the headline is taken from it; where somebody is said to speak within the
    headline nothing is done.
    """
    if front.headline is None:
        return list(drafts)
    drafts = [d for d in drafts if not _heading(analysis.text, d)]
    headline = (front.headline.start, max(front.headline.end, front.body))
    found = _tail(analysis, (front.headline.start, front.headline.end))
    if found is None:
        return list(drafts)
    own = [d for d in drafts if d.cue and overlap(d.cue, headline)]
    if any(not _turned(analysis.text, d, found) for d in own):
        return list(drafts)
    drafts = [d for d in drafts if d not in own and d.outer not in own]
    cut = {id(draft): _behind(headline, draft) for draft in drafts}
    kept = [cut[id(d)] for d in drafts if cut[id(d)].content or not d.content]
    return [found, *(replace(d, outer=cut[id(d.outer)]) if d.outer else d for d in kept)]


def _turned(text: str, draft: Draft, found: Draft) -> bool:
    """Whether a draft has who speaks for what is said: "Rebels take port | : | ministry"."""
    teller = found.source or found.cue
    assert draft.cue is not None and teller is not None
    if overlap(draft.cue, teller):
        return True  # "Rebels take port - | report"
    return text[slice(*draft.cue)].strip() == ":" and draft.cue[1] <= teller[0] and any(
        overlap(part, teller) for part in draft.content
    )  # fmt: skip


def _heading(text: str, draft: Draft) -> bool:
    """ "Explainer: why …", "Rebels take port: what we know", "Lun hostages: parents told to pay":
    what a text is, or is about, and nobody's word."""
    if draft.cue is None or text[slice(*draft.cue)].strip() != ":":
        return False
    spoken = text[slice(*draft.source)].casefold().split() if draft.source is not None else []
    about = spoken[-1:] and spoken[-1] in words("headlines", "matters")
    if about or (spoken[1:] and spoken[0] in words("headlines", "befallen")):
        return True
    kicker = draft.source is not None and text[slice(*draft.source)].casefold().strip() in words(
        "headlines", "kickers"
    )
    first = text[slice(*draft.content[0])].split()[:1] if draft.content else []
    return kicker or bool(first and first[0].casefold() in words("headlines", "asking"))


def _behind(headline: Offsets, draft: Draft) -> Draft:
    """A draft without the headline's words."""
    if not any(overlap(span, headline) for span in draft.spans()):
        return draft
    content = tuple((max(s, headline[1]), e) for s, e in draft.content if e > headline[1])
    source = draft.source if draft.source and not overlap(draft.source, headline) else None
    return replace(draft, content=content, source=source)


def _tail(analysis: Analysis, headline: Offsets) -> Draft | None:
    """The statement that the headline is; None where its last words may belong to what it tells."""
    text, (start, end) = analysis.text, headline
    at = [m.span() for m in _WORD.finditer(text, start, end)]
    for count in range(min(_MOST, len(at) - _LEAST + 1), 0, -1):
        first = at[-count][0]
        told = text[first : at[-1][1]]
        mark = _MARK.search(text, start, first)
        plain = told.casefold().rstrip(".")
        teller = plain in words("headlines", "tellers")
        teller |= mark is not None and plain in words("headlines", "marked")
        report = plain in words("headlines", "reports")
        named = mark is not None and ":" in mark.group() and _is_name(analysis, first, at[-1][1])
        if mark is None and len(at) - count < _LEAST:
            continue
        if not (teller or report or named) or (mark is None and not told[0].isupper()):
            continue
        if mark is None and not _apart(analysis, at[:-count], text):
            return None
        body = text[start : mark.start() if mark else first].rstrip()
        span, content = (first, at[-1][1]), ((start, start + len(body)),)
        if report:
            return Draft(None, span, content, by="rule")
        return Draft(span, None, content, by="rule")
    return None


def _is_name(analysis: Analysis, start: int, end: int) -> bool:
    return any(
        n.kind in ("PER", "ORG") and n.start >= start - 1 and n.end >= end - 1 and n.start < end
        for n in analysis.names
    )


def _apart(analysis: Analysis, before: Iterable[Offsets], text: str) -> bool:
    """Whether a capital alone tells the tail apart: others have none, or a place stands before."""
    inside = list(before)
    long = [text[s:e] for s, e in inside[1:] if e - s >= _LONG]
    if sum(word[:1].islower() for word in long) >= 2:
        return True
    last = inside[-1]
    names = (*analysis.names, *analysis.toponyms)
    placed = any(n.start <= last[0] < n.end and n.kind in ("GPE", "LOC") for n in names)
    return placed or text[slice(*last)].casefold() in ("dead", "killed", "injured", "wounded")
