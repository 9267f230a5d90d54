"""Attributions as the tagger drew them, a word short or with the wrong speaker, set right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.accused import accused
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start

_SHORT = 4
"""Words by which a content may be drawn too short before "…, police said"."""
_NEAR = 4
"""Words from "quoted" to "saying"."""


def set_right(syntax: Syntax, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, whose heads need not be known."""
    for draft in _each_its_own(syntax, list(drafts)):
        own = _by_way_of(syntax, _with_its_verb(syntax, draft))
        yield _closed_up(syntax, accused(syntax, _quoted_by(syntax, own)))


def _with_its_verb(syntax: Syntax, draft: Draft) -> Draft:
    """ "An aide played down | reports | that …": who played them down, and what."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return draft
    inside, cue = syntax.within(*draft.source), syntax.within(*draft.cue)
    verb = syntax.heads[cue[-1]] if cue else -1
    if verb not in inside or syntax.upos(verb) != "VERB" or syntax.upos(cue[-1]) != "NOUN":
        return draft
    subject = syntax.kid(verb, "nsubj")
    if subject is None or syntax.deprel(cue[-1]) != "obj" or not draft.content:
        return draft
    first = group_start(syntax, verb)
    content = (draft.cue[0], draft.content[-1][1])
    return draft.with_(
        source=noun_phrase(syntax, subject),
        cue=(syntax.tokens[first].start, draft.source[1]),
        content=(content,),
    )


def _by_way_of(syntax: Syntax, draft: Draft) -> Draft:
    """ "Reports | quoting | the clerk say that it fell": they say it, on the clerk's word."""
    if draft.source is None or draft.cue is None or len(draft.content) != 1:
        return draft
    cue, (start, end) = syntax.within(*draft.cue), draft.content[0]
    inside = list(syntax.within(start, end))
    if not cue or syntax.words[cue[-1]] not in ("quoting", "citing") or len(cue) > 1:
        return draft
    beside = draft.source[1] + 1 == draft.cue[0] and start == draft.cue[1] + 1
    verb = next((n for n, i in enumerate(inside) if syntax.upos(i) in ("VERB", "AUX")), None)
    if not beside or not verb or verb + 1 >= len(inside):
        return draft
    said = inside[verb]
    if syntax.lemmas[said] not in ("say", "report", "state", "claim", "suggest"):
        return draft
    if any(syntax.upos(i) == "PUNCT" for i in inside[:verb]):
        return draft
    return draft.with_(
        source=(draft.source[0], syntax.tokens[inside[verb - 1]].end),
        cue=syntax.span([said]),
        content=((syntax.tokens[inside[verb + 1]].start, end),),
    )


def _each_its_own(syntax: Syntax, drafts: list[Draft]) -> list[Draft]:
    """ "X | said | that it fell | LNA | reported |": X has said it, though drawn to "reported"."""
    kept = list(drafts)
    for at, far in enumerate(drafts):
        if far.source is None or far.cue is None or far.content:
            continue
        for other, near in enumerate(drafts):
            if near.source is not None or near.cue is None or not near.content:
                continue
            between = far.source[1] <= near.cue[0] and near.cue[1] <= far.cue[0]
            if not between or syntax.within(far.source[1], near.cue[0]):
                continue
            kept[other] = near.with_(source=far.source)
            who = syntax.kid(syntax.within(*far.cue)[-1], "nsubj")
            own = noun_phrase(syntax, who) if who is not None else None
            follows = own is not None and own[0] >= near.content[-1][1]
            kept[at] = far.with_(source=own if follows else None)
            break
    return kept


def _closed_up(syntax: Syntax, draft: Draft) -> Draft:
    """ "was found at 10 p.m. | Wednesday, | police said": the content goes on to its comma."""
    if draft.source is None or not draft.content:
        return draft
    start, end = draft.content[-1]
    gap = syntax.within(end, draft.source[0]) if end < draft.source[0] else range(0)
    if not 1 < len(gap) <= _SHORT + 1 or syntax.tokens[gap[-1]].text != ",":
        return draft
    words = gap[:-1]
    plain = all(syntax.upos(i) in ("NOUN", "PROPN", "NUM", "ADP", "DET") for i in words)
    inside = syntax.within(start, end)
    if not plain or not all(_hangs(syntax, i, inside) for i in words):
        return draft
    return draft.with_(content=(*draft.content[:-1], (start, syntax.tokens[words[-1]].end)))


def _hangs(syntax: Syntax, index: int, inside: range) -> bool:
    return any(up in inside for up in syntax.up(index))


def _quoted_by(syntax: Syntax, draft: Draft) -> Draft:
    """ "…, X | was quoted as saying by Y": X says it, not the paper that quotes him."""
    verb = _quoting(syntax, draft)
    if verb is None or draft.source is None:
        return draft
    saying = next((i for i in range(verb + 1, verb + _NEAR) if syntax.word(i) == "saying"), None)
    subject = syntax.kid(verb, "nsubj:pass", "nsubj")
    if saying is None or subject is None or syntax.word(saying + 1) != "by":
        return draft
    source = noun_phrase(syntax, subject)
    parts = [trim(syntax, (s, min(e, source[0]))) for s, e in draft.content if s < source[0]]
    content: tuple[Offsets, ...] = tuple(part for part in parts if part is not None)
    if not content:
        return draft
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[saying].end
    return draft.with_(source=source, cue=cue, content=content)


def _quoting(syntax: Syntax, draft: Draft) -> int | None:
    if draft.cue is None:
        return None
    low = syntax.within(*draft.cue)
    return next((i for i in low if syntax.lemmas[i] == "quote" and syntax.has(i, "aux:pass")), None)


def side_by_side(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """ "She says A | and she says B": two statements of one speaker, and none within the other."""
    found = list(drafts)
    for inner in drafts:
        outer = inner.outer
        if outer is None or outer.outer is not None or not _goes_on(syntax, outer, inner):
            continue
        assert inner.source is not None
        cut = _before_joint(syntax, inner.source[0])
        content = tuple((s, min(e, cut)) for s, e in outer.content if s < cut)
        shorter = outer.with_(content=content)
        found = [
            replace(one, outer=None) if one is inner
            else shorter if one is outer
            else replace(one, outer=shorter) if one.outer is outer
            else one
            for one in found
        ]  # fmt: skip
        return side_by_side(syntax, found)
    return found


def _goes_on(syntax: Syntax, outer: Draft, inner: Draft) -> bool:
    """Whether a pronoun speaks again behind "and", by the verb of the statement around it."""
    if None in (inner.source, inner.head, outer.head, outer.source) or not inner.content:
        return False
    assert inner.source and outer.source and inner.head is not None and outer.head is not None
    who = syntax.within(*inner.source)
    if len(who) != 1 or syntax.word(who[0]) not in ("he", "she", "they"):
        return False
    if who[0] < 1 or syntax.word(who[0] - 1) != "and":
        return False
    said = syntax.word(inner.head) == syntax.word(outer.head) and outer.head < inner.head
    whole = inner.content[-1][1] >= outer.content[-1][1] if outer.content else False
    before = [i for s, e in outer.content for i in syntax.within(s, min(e, inner.source[0]))]
    told = any(syntax.upos(i) in ("VERB", "AUX") for i in before)
    return said and whole and told


def _before_joint(syntax: Syntax, at: int) -> int:
    """Where what stands before ", and" ends."""
    index = syntax.at(at)
    assert index is not None
    index -= 2
    while index > 0 and syntax.tokens[index].text == ",":
        index -= 1
    return syntax.tokens[index].end
