"""Contents that are drawn too short: what is said goes on behind an aside, in a list, or with a
second verb of the same subject.

"Police say he was held on Sunday|, and is expected to be tried": the police say both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import trim

_DASHES = frozenset({"-", "--", "–", "—", "_"})
_ASIDE = 10
"""Words from dash to dash, at most."""
_COMMA_AND = re.compile(r",? (and|but) ")
_JOINED = re.compile(r"\s*,?\s*(?:and|but)\s+")


def goes_on(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> list[Draft]:
    """The drafts, which must stand beside one another, with contents as long as they are."""
    longer = [_in_list(syntax, found, over_dashes(syntax, found, draft)) for draft in found]
    longer = [_behind_source(syntax, longer, draft) for draft in longer]
    return _with_second(syntax, lexicon, longer)


def _with_second(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> list[Draft]:
    """ "said it was shut|, and | is expected | to reopen": what is expected was said too, and
    so was what those told of go on doing."""
    kept = list(found)
    for second in found:
        if second.cue is None or second.head is None or not second.content:
            continue
        passive = syntax.has(second.head, "aux:pass") and not syntax.has(second.head, "obl:agent")
        held = syntax.lemmas[second.head] in set(lexicon.belief) | words("hedges", "passives")
        further = _keeps_on(syntax, second)
        if not ((passive and held) or further) or second.content[0][0] < second.cue[1]:
            continue
        for at, first in enumerate(kept):
            if first is second or first.cue is None or not first.content:
                continue
            start, end = first.content[-1]
            joined = _JOINED.fullmatch(syntax.text[end : second.cue[0]]) if end > start else None
            own, whose = first.source, second.source
            shared = whose is None or own is None or covers([whose], own)  # "a | Norway | envoy"
            if further and not _hangs_in(syntax, second, first):
                continue  # "said it was dead | and continues | to oppose it": the speaker's own
            if joined and shared and first.cue[1] <= start:
                part = start, second.content[-1][1]
                content = (*first.content[:-1], part)
                kept[at] = replace(first, source=whose or own, content=content)
                kept.remove(second)
                break
    return kept


def _behind_source(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft:
    """ "They crossed the river, police said|, and were hiding in the hills": of the same ones."""
    if draft.cue is None or draft.source is None or len(draft.content) != 1:
        return draft
    said, end = draft.content[0], max(draft.source[1], draft.cue[1])
    if said[1] > min(draft.source[0], draft.cue[0]):
        return draft
    joint = _COMMA_AND.match(syntax.text, end)
    verbs = [i for i in syntax.within(*said) if syntax.upos(i) in ("VERB", "AUX", "ADJ")]
    more = [k for v in verbs for k in syntax.kids(v, "conj") if syntax.tokens[k].start >= end]
    if joint is None or not more:
        return draft
    subject = syntax.kid(more[0], "nsubj", "nsubj:pass")
    if subject is not None and syntax.upos(subject) != "NUM":
        return draft
    inside = [i for i in syntax.subtree(more[0]) if syntax.tokens[i].start >= joint.end()]
    if not inside or syntax.tokens[inside[0]].start != joint.end():
        return draft
    part = trim(syntax, (joint.start(1), syntax.span(inside)[1]))
    if part is None or any(overlap(span, part) for one in found for span in one.spans()):
        return draft
    return replace(draft, content=(said, part))


def _keeps_on(syntax: Syntax, draft: Draft) -> bool:
    """ "continues to support": what somebody goes on doing, with no subject of its own."""
    if draft.cue is None or draft.source is None or draft.source[1] > draft.cue[0]:
        return False
    first = syntax.at(draft.cue[0])
    return (
        first is not None
        and syntax.lemmas[first] == "continue"
        and syntax.deprel(first) == "conj"
        and not syntax.has(first, "nsubj")
    )


def _hangs_in(syntax: Syntax, second: Draft, first: Draft) -> bool:
    """Whether a second verb stands beside one that was said, and not beside the saying."""
    assert second.cue is not None
    verb = syntax.at(second.cue[0])
    above = syntax.heads[verb] if verb is not None else -1
    return above >= 0 and any(above in syntax.within(*part) for part in first.content)


def _in_list(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft:
    """ "claimed the raid in Lun|, an attack on a bar and a fire": all that is listed."""
    if draft.cue is None or not draft.content or draft.content[-1][0] < draft.cue[1]:
        return draft
    start, end = draft.content[-1]
    top = syntax.top(start, end)
    if top is None or syntax.upos(top) != "NOUN":
        return draft
    owned = syntax.deprel(top) == "nmod" and syntax.heads[top] in syntax.within(*draft.cue)
    if syntax.deprel(top) not in ("obj", "obl") and not owned:
        return draft
    rest = [i for kid in syntax.kids(top, "conj") if syntax.upos(kid) == "NOUN"
            for i in syntax.subtree(kid) if syntax.tokens[i].start >= end]  # fmt: skip
    if not rest or any(syntax.has(i, "nsubj", "nsubj:pass") for i in rest):
        return draft
    between = syntax.text[end : syntax.tokens[min(rest)].start].strip()
    last = syntax.tokens[max(rest)].end
    taken = any(overlap(span, (end, last)) for other in found for span in other.spans())
    part = trim(syntax, (start, last))
    if between not in (",", "and", ", and", "") or taken or part is None:
        return draft
    return replace(draft, content=(*draft.content[:-1], part))


def over_dashes(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft:
    """ "was killed in the raid | - the first of three - on Sunday": what is said goes on."""
    if draft.cue is None or not draft.content or draft.content[-1][0] < draft.cue[1]:
        return draft
    start, end = draft.content[-1]
    dash = syntax.at(end + 1)
    if dash is None or syntax.tokens[dash].text not in _DASHES or syntax.text[end] != " ":
        return draft
    _, high = syntax.bounds[syntax.sentences[dash]]
    aside = range(dash + 1, min(dash + _ASIDE, high - 1))
    close = next((i for i in aside if syntax.tokens[i].text == syntax.tokens[dash].text), None)
    if close is None or any(syntax.upos(i) in ("VERB", "AUX") for i in range(dash + 1, close)):
        return draft
    rest = end, syntax.tokens[high - 1].end
    if any(overlap(span, rest) for other in found for span in other.spans()):
        return draft
    part = trim(syntax, (start, rest[1]))
    return replace(draft, content=(*draft.content[:-1], part)) if part else draft
