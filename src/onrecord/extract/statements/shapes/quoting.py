"""One who quotes another doing something: "quoted X rejecting the charges", "quotes X as saying A,
and he denied B". What X said, denied or called is X's own statement, within the other's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start

_FAR = 16
"""Words from "quoted" to what the one who is quoted does."""
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "PUNCT", "ADP")
_LEAST = 2
"""Words that what was said must have at least."""
_THIRD = frozenset({"he", "she", "they"})


def quoted_doing(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> list[Draft]:
    """The drafts, whoever is quoted doing something with a statement of their own."""
    kept = list(found)
    for verb, who, doing in _quotes(syntax, lexicon):
        outer, inner = _two(syntax, kept, verb, who, doing)
        if outer is None or inner is None:
            continue
        both = [cue for cue in (outer.cue, inner.cue) if cue]
        gone = [d for d in kept if d.cue and any(overlap(d.cue, cue) for cue in both)]
        kept = [d for d in kept if d not in gone and d.outer not in gone]
        kept += [outer, replace(inner, outer=outer)]
    return kept


def _quotes(syntax: Syntax, lexicon: Cues) -> Iterator[tuple[int, Offsets, int]]:
    """Each "quoted" with whom, and the participle that says what they did."""
    for verb, lemma in enumerate(syntax.lemmas):
        if lemma != "quote" or syntax.upos(verb) != "VERB" or syntax.has(verb, "aux:pass"):
            continue
        _, high = syntax.bounds[syntax.sentences[verb]]
        for index in range(verb + 2, min(verb + _FAR, high)):
            before = syntax.words[index - 1]
            if _says(syntax, lexicon, index) and before != "as":
                yield verb, syntax.span(range(verb + 1, index)), index
            if syntax.upos(index) not in _PHRASE or syntax.words[index] in ("as", "when"):
                break
            if syntax.tokens[index].text in ';:“"' or before == "as":
                break


def _says(syntax: Syntax, lexicon: Cues, index: int) -> bool:
    """Whether a word is the participle of a verb that attributes: "rejecting", "calling"."""
    verb = syntax.upos(index) == "VERB" and syntax.words[index].endswith("ing")
    return verb and bool(lexicon.verbs.get(syntax.lemmas[index]))


def _two(
    syntax: Syntax, found: Sequence[Draft], verb: int, who: Offsets, doing: int
) -> tuple[Draft | None, Draft | None]:
    """Who quotes, and who is quoted, with all that stands behind."""
    token = syntax.tokens[doing]
    near = [d for d in found if d.cue and _at(syntax, d, verb, doing) and d.outer is None]
    source = next((d.source for d in near if d.source and d.source[1] <= syntax.tokens[verb].start),
                  None)  # fmt: skip
    subject = syntax.kid(verb, "nsubj")
    if source is None and subject is not None and subject < verb:
        source = noun_phrase(syntax, subject)
    _, high = syntax.bounds[syntax.sentences[verb]]
    ends = [d.content[-1][1] for d in near if d.content and d.content[-1][1] > token.end]
    end = max(ends, default=syntax.tokens[high - 1].end)
    part = trim(syntax, (syntax.tokens[doing + 1].start, end)) if doing + 1 < high else None
    if source is None or part is None or len(syntax.within(*part)) < _LEAST:
        return None, None
    start = syntax.tokens[group_start(syntax, verb)].start
    outer = Draft(source, (start, syntax.tokens[verb].end), ((who[0], part[1]),), head=verb)
    inner = Draft(who, (token.start, token.end), (part,), head=doing, by="rule")
    return outer, inner


def _at(syntax: Syntax, draft: Draft, verb: int, doing: int) -> bool:
    """Whether a draft's cue is one of the two verbs."""
    assert draft.cue is not None
    spans = [(syntax.tokens[i].start, syntax.tokens[i].end) for i in (verb, doing)]
    return any(overlap(draft.cue, span) for span in spans)


def saying_on(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """ "quotes X as saying A|, and he denied B": B is told by X too, as is what he did."""
    kept = list(found)
    for draft in found:
        if draft.head is None or not draft.content or draft.cue is None:
            continue
        as_saying = syntax.words[max(0, draft.head - 1) : draft.head + 1] == ["as", "saying"]
        start, end = draft.content[-1]
        last = syntax.at(end - 1)
        if not as_saying or last is None or draft.content[-1][0] < draft.cue[1]:
            continue
        _, high = syntax.bounds[syntax.sentences[last]]
        opening = [syntax.words[i] for i in range(last + 1, min(last + 4, high))]
        if opening[:2] != [",", "and"] or not set(opening[2:]) <= _THIRD or len(opening) < 3:
            continue
        part = trim(syntax, (start, syntax.tokens[high - 1].end))
        if part is not None:
            _stretch(kept, draft, end, part)
    return kept


def _stretch(kept: list[Draft], draft: Draft, end: int, part: Offsets) -> None:
    """Put the longer content in, in the one that quotes too, and what it now holds within that."""
    new: dict[int, Draft] = {}
    for other in kept:
        ends = other.content and other.content[-1][1] == end
        if other is draft or (ends and other is draft.outer):
            whole = (other.content[-1][0], part[1])
            new[id(other)] = replace(other, content=(*other.content[:-1], whole))
    top = draft.outer or draft
    for number, other in enumerate(kept):
        one = new.get(id(other), other)
        inside = one.cue is not None and end <= one.cue[0] < part[1] and one.outer is None
        above = top if inside else one.outer
        kept[number] = replace(one, outer=new.get(id(above), above)) if above else one
