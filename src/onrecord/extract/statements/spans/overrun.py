"""Contents that run on into the reporter's own words, or over the words of another.

"suggested talks | as envoys met in Lun", "said nothing was lost. | For Radio One, I'm Ada Cole":
nobody said that. "one of them - he did not say which - had gone": the aside ends at its dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, lexical

_SIGNED = re.compile(
    r"(?:(?<=[.!?\"”’]\s)|(?<=\n))For [A-Z][^.\n]{2,40}?,? (?:I['’]?m|I am|this is)"
    r" [A-Z][\w'’-]+ [A-Z][^.\n]*\.?"
)
"""How a broadcaster ends a report: "For Radio One, I'm Ada Cole in Geneva"."""
_DASHES = frozenset({"-", "--", "–", "—", "_"})
_MOMENTS = frozenset({"after", "before"})
_UNITS = frozenset({"hour", "day", "week", "month", "minute", "year"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PHRASE = 4
"""Words that a speaker is told by, when told again."""


def signed(syntax: Syntax, draft: Draft) -> Draft:
    """The draft without the words by which a broadcaster ends a report."""
    content = draft.content
    for found in _SIGNED.finditer(syntax.text):
        parts = []
        for start, end in content:
            if found.start() <= start < found.end():
                continue
            if start < found.start() < end:
                end = found.start()
            parts += [(start, start + len(syntax.text[start:end].rstrip(" .\n")))]
        content = tuple(parts)
    return draft if content == draft.content else replace(draft, content=content)


def told_again(
    syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], draft: Draft
) -> Iterator[Draft]:
    """ "Sources say he fainted|, but the sources ruled out a stroke": two statements of theirs.

    Who speaks says "I" or "they"; where the noun stands again, it is the reporter who tells.
    """
    if draft.source is None or draft.cue is None or not draft.content:
        yield draft
        return
    start, end = draft.content[-1]
    top = syntax.top(*draft.source)
    inside = list(syntax.within(start, end)) if top is not None and start >= draft.cue[1] else []
    for at, index in enumerate(inside[2:-3], start=2):
        joint = syntax.words[index] in ("but", "and", "while") and syntax.words[index - 1] == ","
        if not joint or covers(marks, (syntax.tokens[index].start, syntax.tokens[index].end)):
            continue
        who = next((i for i in inside[at + 1 : at + 1 + _PHRASE]
                    if syntax.upos(i) in _NOMINAL), None)  # fmt: skip
        if who is None or top is None or syntax.lemmas[who] != syntax.lemmas[top]:
            continue
        verb = _saying(syntax, lexicon, who, inside[-1])
        if syntax.word(index + 1) not in ("the", "those", "these") or verb is None:
            continue
        close = syntax.tokens[index - 1].start
        yield replace(draft, content=(*draft.content[:-1], (start, close)))
        particle = len(lexical(syntax, verb, lexicon).split()) - 1
        part = trim(syntax, (syntax.tokens[verb + particle + 1].start, end))
        source = syntax.tokens[index + 1].start, syntax.tokens[who].end
        cue = syntax.tokens[who + 1].start, syntax.tokens[verb + particle].end
        yield Draft(source, cue, (part,) if part else (), head=verb, by="rule")
        return
    yield draft


def _saying(syntax: Syntax, lexicon: Cues, who: int, last: int) -> int | None:
    """The verb of saying whose group begins right behind a noun."""
    for verb in range(who + 1, min(who + 4, last)):
        if syntax.upos(verb) == "VERB":
            known = lexical(syntax, verb, lexicon) in lexicon.verbs
            return verb if known and group_start(syntax, verb) == who + 1 else None
        if syntax.upos(verb) not in ("AUX", "ADV", "PART"):
            return None
    return None


def without_overrun(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """The draft with a content that ends where the reporter goes on."""
    if draft.cue is None or draft.head is None or len(draft.content) != 1:
        return draft
    start, end = draft.content[0]
    if start < draft.cue[1] or any(overlap(mark, (start, end)) for mark in marks):
        return draft
    inside = list(syntax.within(start, end))
    if _dated(syntax, draft, inside):
        return replace(draft, content=())
    cut = _while(syntax, inside)
    cut = cut if cut is not None else _occasion(syntax, draft, inside)
    if cut is None:
        return draft
    part = trim(syntax, (start, syntax.tokens[cut - 1].end))
    return replace(draft, content=(part,)) if part else draft


def _dated(syntax: Syntax, draft: Draft, inside: Sequence[int]) -> bool:
    """ "issued a statement Monday, | a day after shells fell": when, and not what."""
    assert draft.cue is not None
    near = inside[:5]
    pairs = pairwise(near)
    if not any(syntax.lemmas[a] in _UNITS and syntax.words[b] in _MOMENTS for a, b in pairs):
        return False
    before = inside[0] - 1
    told = words("channels", "voice") | {"statement", "report"}
    nominal = any(syntax.lemmas[i] in told for i in syntax.within(*draft.cue))
    return nominal and before >= 0 and syntax.tokens[before].text == ","


def _while(syntax: Syntax, inside: Sequence[int]) -> int | None:
    """ "suggested the talks | as envoys met": a thing is said, and a clause tells when."""
    for at, index in enumerate(inside[1:], start=1):
        if syntax.upos(index) in ("VERB", "AUX"):
            return None
        if syntax.words[index] != "as" or syntax.tokens[index - 1].text == ",":
            continue
        behind = inside[at + 1 :]
        verb = next((i for i in behind if syntax.upos(i) in ("VERB", "AUX")), None)
        if verb is None or syntax.upos(inside[0]) == "SCONJ":
            return None
        if "mark" != syntax.deprel(index) and syntax.deprel(verb) != "advcl":
            return None
        subject = syntax.kid(verb, "nsubj", "nsubj:pass")
        told = subject is not None and index < subject < verb
        return index if told and syntax.upos(index - 1) in _NOMINAL else None
    return None


def _occasion(syntax: Syntax, draft: Draft, inside: Sequence[int]) -> int | None:
    """ "stressed the need for peace | during a meeting with the envoy": where it was said."""
    top = syntax.top(*syntax.span(inside)) if inside else None
    if top is None or syntax.heads[top] != draft.head or syntax.deprel(top) != "obj":
        return None
    for at, index in enumerate(inside[1:-2], start=1):
        if syntax.words[index] != "during":
            continue
        near = inside[at + 1 : at + 5]
        met = next((i for i in near if syntax.lemmas[i] in words("channels", "occasion")), None)
        if met is not None and syntax.words[met + 1 : met + 2] == ["with"]:
            return index
    return None


def in_dashes(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """The drafts with each aside between dashes ended at its second, and what it breaks into
    going on behind it: "one of them | - he did not say which - | had gone"."""
    new = {id(draft): draft for draft in found}
    for draft in found:
        aside = _aside(syntax, draft)
        if aside is None:
            continue
        begin, end = syntax.tokens[aside[0]].start, syntax.tokens[aside[1]].start
        parts = ((s, min(e, end)) for s, e in draft.content if s < end)
        closed = tuple(part for p in parts if (part := trim(syntax, p)))
        if not closed and draft.content:
            continue
        new[id(draft)] = replace(draft, content=closed)
        _, high = syntax.bounds[syntax.sentences[aside[1]]]
        rest = trim(syntax, (syntax.tokens[aside[1]].end, syntax.tokens[high - 1].end))
        if rest is None or any(d.cue and overlap(d.cue, rest) for d in found):
            continue
        for other in found:
            last = new[id(other)].content[-1:]
            beside = last and not syntax.text[last[0][1] : begin].strip() and last[0][1] <= begin
            if other is not draft and beside and other.cue and other.cue[1] <= last[0][0]:
                new[id(other)] = replace(other, content=(*new[id(other)].content, rest))
    return [
        replace(one, outer=new.get(id(one.outer), one.outer)) if one.outer else one
        for one in (new[id(draft)] for draft in found)
    ]


def _aside(syntax: Syntax, draft: Draft) -> Offsets | None:
    """The dashes between which a draft opens, and over the second of which it may run."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return None
    first = syntax.at(draft.source[0])
    if first is None or first < 2 or syntax.tokens[first - 1].text not in _DASHES:
        return None
    low, high = syntax.bounds[syntax.sentences[first]]
    dash = syntax.tokens[first - 1].text
    close = next((i for i in range(first, high - 1) if syntax.tokens[i].text == dash), None)
    if close is None or first - 1 <= low or draft.cue[1] >= syntax.tokens[close].start:
        return None
    spaced = syntax.text[syntax.tokens[close].start - 1] == " "
    return (first - 1, close) if spaced or len(dash) > 1 else None
