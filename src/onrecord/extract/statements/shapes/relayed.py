"""Words at second hand: "X told the radio, according to Y", "Y said, citing X".

The tagger draws one attribution and mixes the two. Y reports X here: X's statement stands within
Y's, with what X said as its content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.things import lists_deeds
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers
from onrecord.extract.statements.words.verbgroup import group_start

_CLAIM = 4
"""Words that a claim must have which the tagger left out."""
_NEAR = 3
"""Code points between a verb of telling and the "citing" that goes with it."""
_EDGES = " \t\r\n\u00a0,;:"
_NOMINAL = ("NOUN", "PROPN", "DET", "ADJ", "ADP", "PUNCT", "PART", "NUM", "PRON", "SYM", "CCONJ")


def with_relays(syntax: Syntax, drawn: Sequence[Draft]) -> list[Draft]:
    """The drafts as tagged, those "according to" somebody with that somebody and all they told."""
    found = [_denied_by(syntax, _quoted_as(syntax, _quoted_by(syntax, draft))) for draft in drawn]
    for draft in list(found):
        at = _according(syntax, draft)
        if at is None or draft not in found:
            continue
        named = _after(syntax, at)
        if named is None:
            continue
        inside = [d for d in found if d is not draft and _between(draft, d, syntax)]
        content = _whole(syntax, draft, inside)
        found[found.index(draft)] = replace(draft, source=named, content=content)
        for other in inside:
            if other.source is None or not other.content:
                found.remove(other)  # the tree tells it better
    return found


def nested(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> list[Draft]:
    """The drafts, those told within what another is said to have reported as part of it."""
    outer = [d for d in found if d.outer is None and _according(syntax, d) is not None]
    kept = []
    for draft in found:
        around = [
            d
            for d in outer
            if d is not draft and draft.cue is not None and covers(d.content, draft.cue)
        ]
        whole = around[0] if around and draft.outer is None and draft not in outer else None
        kept.append(replace(draft, outer=whole) if whole is not None else draft)
    for draft in outer:
        if not any(d.outer is draft for d in kept):
            inner = _told(syntax, lexicon, draft)
            kept += [inner] if inner is not None else []
    return kept


def _told(syntax: Syntax, lexicon: Cues, outer: Draft) -> Draft | None:
    """ "…, X told the radio" or "…, said X", at the end of what is told according to another."""
    start, end = outer.content[0] if outer.content else (0, 0)
    inside = list(syntax.within(start, end))
    for verb in inside[2:]:
        frames = lexicon.verbs.get(syntax.lemmas[verb], {})
        if syntax.upos(verb) != "VERB" or "clause" not in frames:
            continue
        if syntax.heads[verb] >= 0 or not any(k < verb for k in syntax.kids(verb, "ccomp")):
            continue
        before = [i for i in inside if i < verb]
        told = syntax.lemmas[verb] in words("channels", "telling")
        if syntax.tokens[before[-1]].text in ',"”' and inside[-1] > verb and not told:  # ", said X"
            source, rest = [i for i in inside if i > verb], before
        else:
            commas = [i for i in before if syntax.tokens[i].text == ","]
            cut = next((c for c in commas if _plain(syntax, range(c + 1, verb))), None)
            if cut is None:
                return None
            source, rest = list(range(cut + 1, verb)), [i for i in before if i < cut]
        if not source or not rest or not _plain(syntax, source):
            return None
        spans = [_trimmed(syntax, syntax.span(part)) for part in (source, rest)]
        cue = (syntax.tokens[verb].start, syntax.tokens[verb].end)
        return Draft(spans[0], cue, (spans[1],), head=verb, by="rule", outer=outer)
    return None


def _plain(syntax: Syntax, inside: Sequence[int]) -> bool:
    return all(syntax.upos(i) in _NOMINAL for i in inside)


def _trimmed(syntax: Syntax, span: Offsets) -> Offsets:
    start, end = span
    while end > start and syntax.text[end - 1] in _EDGES:
        end -= 1
    return start, end


def cited(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """The drafts with each "citing X" as X's own statement of what the other says."""
    kept: list[Draft] = []
    for draft in found:
        party = _party(syntax, draft)
        if party is None:
            if not _cites(syntax, draft) or not all(_nominal(syntax, p) for p in draft.content):
                kept.append(draft)  # else a mere reason: "citing security concerns"
            continue
        teller = _teller(syntax, found, draft)
        if teller is not None and not covers(teller.content, party):
            inner = replace(draft, source=party, content=teller.content, outer=teller, by="rule")
            kept.append(inner)
    return kept


def without_cited(syntax: Syntax, drawn: Sequence[Draft]) -> list[Draft]:
    """ "reported, citing | X |, that …": X, which the tagger took for a part of what was said."""
    found = [part for draft in drawn for part in _reported_citing(syntax, draft)]
    for draft in list(found):
        if draft.cue is None or not _cites(syntax, draft):
            continue
        if draft.content:
            _give_back(syntax, found, draft)
            continue
        for number, other in enumerate(found):
            part = next((p for p in other.content if 0 <= p[0] - draft.cue[1] <= 1), None)
            if part is None:
                continue
            rest = tuple(p for p in other.content if p != part)
            if not _nominal(syntax, part):
                part, behind = _to_comma(syntax, part)
                rest = (behind, *rest)
            if not rest or not _nominal(syntax, part):
                continue
            found[number] = replace(other, content=rest)
            found[found.index(draft)] = replace(draft, source=other.source, content=(part,))
            break
    return found


def _quoted_by(syntax: Syntax, draft: Draft) -> Draft:
    """ "X was quoted by the radio as saying that …": X's words, not the radio's."""
    if draft.cue is None or len(draft.content) < 2:
        return draft
    inside = syntax.within(*draft.cue)
    quotes = [i for i in inside if syntax.words[i] in ("quoted", "cited")]
    if not quotes or not syntax.has(quotes[0], "aux:pass", "nsubj:pass"):
        return draft
    first = draft.content[0]
    if first[1] > draft.cue[0] or not _nominal(syntax, first):
        return draft
    return replace(draft, source=first, content=draft.content[1:])


def _quoted_as(syntax: Syntax, draft: Draft) -> Draft:
    """ "was quoted by | the Herald as saying that …": what stands behind "as saying" was said."""
    if draft.cue is None or len(draft.content) != 1 or draft.content[0][0] < draft.cue[1]:
        return draft
    quotes = [i for i in syntax.within(*draft.cue) if syntax.words[i] in ("quoted", "cited")]
    if not quotes or not syntax.has(quotes[0], "aux:pass", "nsubj:pass"):
        return draft
    inside = list(syntax.within(*draft.content[0]))
    for at in range(1, len(inside) - 3):
        if [syntax.words[i] for i in inside[at : at + 2]] == ["as", "saying"]:
            rest = syntax.tokens[inside[at + 2]].start, draft.content[0][1]
            return replace(draft, content=(rest,)) if _plain(syntax, inside[:at]) else draft
    return draft


def _denied_by(syntax: Syntax, draft: Draft) -> Draft:
    """ "…, a claim denied by X": X denies the claim."""
    for index in syntax.within(*draft.spans()[0]) if draft.spans() else ():
        if syntax.words[index] not in ("denied", "disputed", "rejected"):
            continue
        noun = syntax.heads[index]
        told = noun >= 0 and syntax.lemmas[noun] in words("harms", "told") and noun < index
        by = index + 1
        if not told or by >= len(syntax.words) or syntax.words[by] != "by":
            continue
        agent = _after(syntax, by)
        if agent is not None:
            det = [k for k in (noun - 1,) if k >= 0 and syntax.upos(k) == "DET"]
            content = syntax.span([*det, noun])
            start = syntax.tokens[group_start(syntax, index)].start
            cue = (start, syntax.tokens[by].end)
            return replace(draft, source=agent, cue=cue, content=(content,), head=index)
    return draft


def _give_back(syntax: Syntax, found: list[Draft], draft: Draft) -> None:
    """ "reported, | citing | officials, that …": the claim is what was reported."""
    assert draft.cue is not None
    party, behind = _to_comma(syntax, draft.content[0])
    if party == behind or not _nominal(syntax, party) or _nominal(syntax, behind):
        return
    for number, other in enumerate(found):
        before = other.cue is not None and 0 <= draft.cue[0] - other.cue[1] <= _NEAR
        if before and not other.content:
            source = other.source or draft.source
            found[number] = replace(other, source=source, content=(behind,))
            found[found.index(draft)] = replace(draft, content=(party,))
            return


def _reported_citing(syntax: Syntax, draft: Draft) -> list[Draft]:
    """ "… killed a child the agency | reported citing | a source": two cues, and the claim."""
    apart = _said_citing(syntax, draft)
    if apart is not None:
        return apart
    if draft.cue is None or draft.source is None or len(draft.content) == 0:
        return [draft]
    cut = _citing(syntax, draft)
    if cut is None:
        return [draft]
    told, citing, party, before = cut
    if not before:
        low, _ = syntax.bounds[syntax.sentences[told[0]]]
        claim = (syntax.tokens[low].start, draft.source[0])
        words_ = syntax.within(*claim)
        if len(words_) < _CLAIM or not any(syntax.upos(i) == "VERB" for i in words_):
            return [draft]
        before = (_trimmed(syntax, claim),)
    telling = replace(draft, cue=syntax.span(told), content=before)
    token = syntax.tokens[citing]
    return [telling, replace(draft, cue=(token.start, token.end), content=(party,))]


def _said_citing(syntax: Syntax, draft: Draft) -> list[Draft] | None:
    """ "…, she said, | citing | doctors", drawn as one: the "said" has a cue of its own."""
    if draft.cue is None or draft.source is None or len(draft.content) != 2:
        return None
    claim, party = draft.content
    if not _cites(syntax, draft) or claim[1] > draft.source[0] or party[0] < draft.cue[1]:
        return None
    between = [i for i in syntax.within(draft.source[1], draft.cue[0]) if syntax.upos(i) != "PUNCT"]
    if len(between) != 1 or syntax.upos(between[0]) != "VERB" or not _nominal(syntax, party):
        return None
    return [
        replace(draft, cue=syntax.span(between), content=(claim,)),
        replace(draft, content=(party,)),
    ]


def _citing(
    syntax: Syntax, draft: Draft
) -> tuple[list[int], int, Offsets, tuple[Offsets, ...]] | None:
    """The telling verb's tokens, "citing", who is cited, and the content before; None else."""
    assert draft.cue is not None
    inside = list(syntax.within(*draft.cue))
    *before, last = draft.content
    if last[0] < draft.cue[1]:
        return None
    if len(inside) > 1 and syntax.words[inside[-1]] in ("citing", "quoting"):
        told, citing, party = inside[:-1], inside[-1], last
    else:
        words_ = list(syntax.within(*last))
        if len(words_) < 2 or not inside or syntax.words[words_[0]] not in ("citing", "quoting"):
            return None
        told, citing = inside, words_[0]
        party = (syntax.tokens[words_[1]].start, last[1])
    if not _nominal(syntax, party):
        party, behind = _to_comma(syntax, party)
        before = [*before, behind]
    return (told, citing, party, tuple(before)) if _nominal(syntax, party) else None


def _to_comma(syntax: Syntax, part: Offsets) -> tuple[Offsets, Offsets]:
    """A part cut at its first comma, or at the "that" of a text that has lost its commas."""
    for index in syntax.within(*part):
        token = syntax.tokens[index]
        if token.start > part[0] and syntax.words[index] == "that" and token.upos == "SCONJ":
            return (part[0], syntax.tokens[index - 1].end), (token.start, part[1])
        if token.text == ",":
            behind = token.end
            while behind < part[1] and syntax.text[behind] in _EDGES:
                behind += 1
            return (part[0], token.start), (behind, part[1])
    return part, part


def _according(syntax: Syntax, draft: Draft) -> int | None:
    """The "to" of a draft's "according to"."""
    if draft.cue is None:
        return None
    inside = syntax.within(*draft.cue)
    if len(inside) < 2 or syntax.words[inside[-2]] != "according":
        return None
    return inside[-1] if syntax.words[inside[-1]] == "to" else None


def _after(syntax: Syntax, at: int) -> Offsets | None:
    """The phrase right behind a token."""
    _, high = syntax.bounds[syntax.sentences[at]]
    for index in range(at + 1, high):
        span = noun_phrase(syntax, index, after=at)
        if syntax.upos(index) in ("NOUN", "PROPN", "PRON") and syntax.heads[index] <= at:
            if span[0] <= syntax.tokens[at + 1].start:
                return span
            if _plain(syntax, range(at + 1, index)) and syntax.deprel(index) == "obl:agent":
                return syntax.tokens[at + 1].start, span[1]
        if syntax.upos(index) in ("VERB", "AUX"):
            return None
    return None


def _between(draft: Draft, other: Draft, syntax: Syntax) -> bool:
    """Whether another cue stands among what is told according to somebody, in its sentence."""
    if other.cue is None or draft.cue is None or not draft.content:
        return False
    first, last = syntax.at(other.cue[0]), syntax.at(draft.cue[0])
    if first is None or last is None or syntax.sentences[first] != syntax.sentences[last]:
        return False
    return draft.content[0][0] <= other.cue[0] and other.cue[1] <= draft.cue[0]


def _whole(syntax: Syntax, draft: Draft, inside: Sequence[Draft]) -> tuple[Offsets, ...]:
    """The content with what the tagger gave to a cue, or to a source, within it."""
    assert draft.cue is not None
    before = sorted(part for part in draft.content if part[1] <= draft.cue[0])
    if not before:
        return draft.content
    gap = _gap(syntax, (before[-1][1], draft.cue[0]))
    if not inside and (not gap or syntax.upos(gap[0] - 1) != "VERB"):
        return draft.content
    if not all(syntax.upos(i) in _NOMINAL for i in gap):
        return draft.content
    end = draft.cue[0]
    while end > before[0][0] and syntax.text[end - 1] in _EDGES:
        end -= 1
    return ((before[0][0], end), *(part for part in draft.content if part[0] >= draft.cue[1]))


def _gap(syntax: Syntax, span: Offsets) -> list[int]:
    return [i for i in syntax.within(*span) if syntax.upos(i) != "PUNCT"]


def _cites(syntax: Syntax, draft: Draft) -> bool:
    if draft.cue is None:
        return False
    inside = syntax.within(*draft.cue)
    if lists_deeds(syntax, draft):
        return False
    return len(inside) == 1 and syntax.lemmas[inside[0]] in ("cite", "quote")


def _nominal(syntax: Syntax, part: Offsets) -> bool:
    return _plain(syntax, syntax.within(*part))


def _party(syntax: Syntax, draft: Draft) -> Offsets | None:
    """Who is cited: a name, or persons and papers that tell something; no mere reason."""
    if not _cites(syntax, draft) or len(draft.content) != 1:
        return None
    part = draft.content[0]
    top = syntax.top(*part)
    if top is None or not _nominal(syntax, part):
        return None
    named = syntax.upos(top) == "PROPN"
    return part if named or syntax.lemmas[top] in words("channels", "cited") else None


def _teller(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft | None:
    """The statement that rests on the one who is cited: the nearest of the sentence."""
    assert draft.cue is not None
    here = syntax.at(draft.cue[0])
    near = []
    for other in found:
        at = syntax.at(other.cue[0]) if other.cue else None
        if other is draft or at is None or here is None or not other.content:
            continue
        if syntax.sentences[at] == syntax.sentences[here] and other.outer is None:
            assert other.cue is not None
            if not _cites(syntax, other):
                near.append((abs(other.cue[0] - draft.cue[0]), other))
    return min(near, key=lambda n: n[0])[1] if near else None
