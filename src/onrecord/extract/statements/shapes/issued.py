"""Papers within what is reported: "the radio says the rebels issued a statement saying that …".

The tagger draws the outer report up to the paper, and gives what the paper says to nobody or to the
radio; it is the rebels' statement, and stands within the radio's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Syntax, covers
from onrecord.extract.statements.words.verbgroup import group_start

_ISSUES = frozenset({"issue", "release", "publish", "post", "put"})
_PAPERS = frozenset({"statement", "communique", "communiqué", "declaration", "bulletin", "letter"})


def of_issuer(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """The drafts with what a paper says given to whoever issued it, within who reports it."""
    kept = list(found)
    for draft in found:
        verb = _issuing(syntax, draft)
        subject = syntax.kid(verb, "nsubj") if verb is not None else None
        if verb is None or subject is None or draft.cue is None or draft.outer is not None:
            continue
        token = syntax.tokens[subject]
        outer = next(
            (d for d in kept if d is not draft and covers(d.content, (token.start, token.end))),
            None,
        )
        if outer is None or not outer.content or outer.content[-1][1] > draft.content[0][0]:
            continue
        end = max(e for _, e in draft.content)
        whole = outer.with_(content=(*outer.content[:-1], (outer.content[-1][0], end)))
        cue = syntax.tokens[group_start(syntax, verb)].start, draft.cue[1]
        source = noun_phrase(syntax, subject)
        inner = replace(draft, source=source, cue=cue, outer=whole)
        kept = [whole if d is outer else inner if d is draft else d for d in kept]
        kept = [replace(d, outer=whole) if d.outer is outer else d for d in kept]
    return kept


def of_shown(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """ "The tape shows | a man urging officials to talk|": he urges it, on the tape."""
    kept = list(found)
    for draft in found:
        who = _seen(syntax, draft)
        if who is None or draft.outer is not None:
            continue
        shows = syntax.heads[who]
        inner = draft.with_(source=(noun_phrase(syntax, who)[0], syntax.tokens[who].end))
        outer = next((d for d in kept if d is not draft and d.head == shows and d.content), None)
        if outer is not None:
            start = min(s for s, _ in (*outer.content, inner.source or draft.content[0]))
            whole = outer.with_(content=((start, max(e for _, e in draft.content)),))
            inner = replace(inner, outer=whole)
            kept = [whole if d is outer else d for d in kept]
        kept = [inner if d is draft else d for d in kept]
    return kept


def _seen(syntax: Syntax, draft: Draft) -> int | None:
    """Who is seen doing what the cue says: the noun before it, behind a verb of showing."""
    head = draft.head
    if head is None or not draft.content or not syntax.words[head].endswith("ing"):
        return None
    who = syntax.heads[head]
    if syntax.deprel(head) != "acl" or who != head - 1 or syntax.heads[who] < 0:
        return None
    if syntax.upos(who) not in ("NOUN", "PROPN"):
        return None
    shown = syntax.lemmas[syntax.heads[who]] in _SHOWS and syntax.heads[who] < who
    return who if shown else None


_SHOWS = frozenset({"show", "film", "depict", "portray", "hear", "see", "record", "capture"})


def _issuing(syntax: Syntax, draft: Draft) -> int | None:
    """The verb whose object, a paper, "saying" hangs on: "issued a statement | saying"."""
    if draft.cue is None or not draft.content or draft.content[0][0] < draft.cue[1]:
        return None
    last = syntax.at(draft.cue[1] - 1)
    if last is None or syntax.words[last] not in ("saying", "stating", "announcing"):
        return None
    paper = syntax.heads[last]
    if paper < 0 or syntax.deprel(last) != "acl" or syntax.lemmas[paper] not in _PAPERS:
        return None
    verb = syntax.heads[paper]
    issues = verb >= 0 and syntax.lemmas[verb] in _ISSUES and syntax.deprel(paper) == "obj"
    return verb if issues else None
