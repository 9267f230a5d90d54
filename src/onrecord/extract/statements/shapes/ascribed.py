"""Words laid to somebody beside the sentence that tells them: "That was the figure of a rights
group", "… , as claimed by the army"; and those of which the contrary is told: "contrary to what the
mayor said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft, relinked
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import trim

_TAKES_UP = frozenset({"that", "this", "those", "these", "it"})
_FIGURES = frozenset(
    {"figure", "estimate", "claim", "count", "toll", "number", "version", "account", "allegation",
     "assessment", "tally", "total"}
)  # fmt: skip
_CLAIMED = frozenset({"claimed", "alleged", "asserted", "suggested", "stated", "reported"})
_CONTRARY = (("contrary", "to", "what"), ("unlike", "what"), ("despite", "what"))
_HEADING = 8
"""Words of a heading, at most."""
_LEAST = 3
"""Words of what is laid to somebody, at least."""


def ascribed(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """The drafts, without what the contrary is told of, and with what is laid to somebody."""
    found = _without_rubrics(syntax, found)
    gone = {id(draft) for draft in found if _contrary(syntax, draft)}
    kept = [d for d in found if id(d) not in gone and id(d.outer) not in gone]
    for low, high in syntax.bounds:
        kept += [*_of_figure(syntax, kept, low, high), *_as_claimed(syntax, kept, low, high)]
    return sorted(kept, key=lambda d: ((d.outer or d).order(), d.outer is not None, d.order()))


def _without_rubrics(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """The drafts, none of them of a heading that runs into the text: "What the papers say: …"."""
    kept = list(found)
    for low, high in syntax.bounds:
        near = range(low, min(low + _HEADING, high))
        colon = next((i for i in near if syntax.tokens[i].text == ":"), None)
        if colon is None or syntax.words[low] not in ("what", "how", "who"):
            continue
        rubric = syntax.tokens[low].start, syntax.tokens[colon].end
        gone = {id(d) for d in kept if d.cue and overlap(d.cue, rubric)}
        left = [d for d in kept if id(d) not in gone]
        kept = relinked(left, [_behind(d, rubric, gone) for d in left])
    return kept


def _behind(draft: Draft, rubric: Offsets, gone: set[int]) -> Draft:
    content = tuple(part for part in draft.content if not overlap(part, rubric))
    outer = None if id(draft.outer) in gone else draft.outer
    return replace(draft, content=content or draft.content, outer=outer)


def _contrary(syntax: Syntax, draft: Draft) -> bool:
    """ "It was shut, contrary to what | the mayor | suggested": the mayor did not say that."""
    first = syntax.at(draft.source[0]) if draft.source is not None else None
    if first is None or draft.cue is None:
        return False
    before = tuple(syntax.words[max(0, first - 3) : first])
    return any(before[-len(one) :] == one for one in _CONTRARY)


def _of_figure(syntax: Syntax, found: Sequence[Draft], low: int, high: int) -> Iterator[Draft]:
    """ "Nine died. | That was the estimate of | the Red Cross": of the sentence before."""
    if low == 0 or high - low < _LEAST or syntax.words[low] not in _TAKES_UP:
        return
    if syntax.words[low + 1] not in ("is", "was", "are", "were"):
        return
    noun = next((i for i in range(low + 2, min(low + 5, high)) if syntax.upos(i) == "NOUN"), None)
    if noun is None or syntax.lemmas[noun] not in _FIGURES or syntax.negated(noun):
        return
    link = noun + 1
    if syntax.word(link) in ("given", "provided", "published", "issued"):
        link += 1
    if link >= high or syntax.words[link] not in ("of", "from", "by"):
        return
    behind = range(link + 1, high)
    who = next((k for k in behind if _heads(syntax, k, link)), None)
    if who is None or not somebody(syntax, who):
        return
    source = noun_phrase(syntax, who, after=link)
    cue = syntax.span([low + 1, link])
    taken = [span for d in found for span in (d.cue, d.source) if span]
    told = _told_before(syntax, found, low)
    if told is None or any(overlap(cue, span) for span in taken):
        return
    content, outer = told
    yield Draft(source, cue, (content,), head=noun, by="rule", outer=outer)


def _heads(syntax: Syntax, index: int, link: int) -> bool:
    return any(kid == link for kid in syntax.kids(index, "case"))


def _told_before(
    syntax: Syntax, found: Sequence[Draft], low: int
) -> tuple[Offsets, Draft | None] | None:
    """What the sentence before tells, and the statement in which it does so, if one does."""
    begin, end = syntax.bounds[syntax.sentences[low - 1]]
    if syntax.paragraphs[syntax.sentences[low - 1]] != syntax.paragraphs[syntax.sentences[low]]:
        return None
    whole = syntax.tokens[begin].start, syntax.tokens[end - 1].end
    inside = [d for d in found if d.content and d.cue and covers([whole], d.cue)]
    inside = [d for d in inside if d.outer is None and covers([whole], d.content[-1])]
    if len(inside) > 1:
        return None
    if inside:
        return inside[0].content[-1], inside[0]
    part = trim(syntax, whole)
    return (part, None) if part is not None and end - begin > _LEAST else None


def _as_claimed(syntax: Syntax, found: Sequence[Draft], low: int, high: int) -> Iterator[Draft]:
    """ "The men were shot|, as claimed by | the army": the army's word."""
    for at in range(low + _LEAST, high - 3):
        words = syntax.words[at : at + 3]
        if words[0] != "as" or words[1] not in _CLAIMED or words[2] != "by":
            continue
        if syntax.tokens[at - 1].text != ",":
            continue
        part = trim(syntax, (syntax.tokens[low].start, syntax.tokens[at - 1].start))
        who = next((k for k in range(at + 3, high) if _heads(syntax, k, at + 2)), None)
        if part is None or who is None or not somebody(syntax, who):
            continue
        if any(syntax.negated(i) or syntax.words[i] in ("no", "not", "nobody", "never")
               for i in syntax.within(*part)):  # fmt: skip
            continue  # "He was not shot, as claimed by the army": which of the two it claims
        cue = syntax.span([at, at + 2])
        if any(overlap(span, s) for d in found for s in d.spans() for span in (part, cue)):
            continue
        source = noun_phrase(syntax, who, after=at + 2)
        yield Draft(source, cue, (part,), head=at + 1, by="rule")
