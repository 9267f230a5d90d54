"""What somebody is said to have said: "the mayor is said to have told them that it was unsafe".

Nobody is named who says so of the mayor, and the mayor says no more than that they say so: two
statements, his within theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft, relinked
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, lexical

_OF_THINGS = frozenset({"accuse", "deny", "warn", "threaten", "confirm", "condemn"})
"""Acts that need no clause: "accused him of theft", "denied the charge"."""
_KNOWN = "know"


def said_to_have(syntax: Syntax, lexicon: Cues, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with two for each such clause in place of what was drawn around its verbs."""
    found = list(drafts)
    for verb in range(len(syntax.words)):
        if syntax.lemmas[verb] not in words("hedges", "said_of") or syntax.negated(verb):
            continue
        told = _told(syntax, lexicon, verb)
        if told is not None:
            found = _placed(syntax, found, *told)
    return found


def _told(syntax: Syntax, lexicon: Cues, verb: int) -> tuple[Draft | None, Draft] | None:
    """What is said of somebody, where anything is, and what that one is said to have said."""
    subject = syntax.kid(verb, "nsubj:pass")
    done = next((k for k in syntax.kids(verb, "xcomp") if k > verb), None)
    if subject is None or done is None or not syntax.has(verb, "aux:pass") or subject > verb:
        return None
    had = any(syntax.lemmas[k] == "have" for k in syntax.kids(done, "aux"))
    by = syntax.has(verb, "obl:agent", "advcl")
    if not had or by or syntax.negated(done) or syntax.has(done, "aux:pass"):
        return None
    act = lexicon.act(lexical(syntax, done, lexicon))
    clause = next((k for k in syntax.kids(done, "ccomp") if k > done), None)
    if act is None or (clause is None and act not in _OF_THINGS):
        return None
    told = next((k for k in syntax.kids(done, "iobj") if k > done), done)  # "warned them | of it"
    below = [i for i in syntax.subtree(done) if i > told]
    inside = below if clause is None else [i for i in syntax.subtree(clause) if i > done]
    part = trim(syntax, syntax.span(inside)) if inside else None
    rest = trim(syntax, syntax.span([i for i in syntax.subtree(done) if i > verb]))
    who = noun_phrase(syntax, subject)
    if part is None or rest is None or who[1] > syntax.tokens[verb].start:
        return None
    cue = syntax.tokens[done]
    inner = Draft(who, (cue.start, cue.end), (part,), head=done, by="phrase")
    if syntax.lemmas[verb] == _KNOWN:
        return None, inner
    first = syntax.tokens[group_start(syntax, verb)].start
    whole = Draft(None, (first, syntax.tokens[verb].end), (who, rest), head=verb, by="phrase")
    return whole, replace(inner, outer=whole)


def _placed(
    syntax: Syntax, found: Sequence[Draft], whole: Draft | None, inner: Draft
) -> list[Draft]:
    """The drafts with the two; those within what was drawn there are the inner one's."""
    assert inner.cue is not None
    start = whole.cue[0] if whole is not None and whole.cue is not None else inner.cue[0]
    gone = {id(d) for d in found if d.cue is not None and overlap(d.cue, (start, inner.cue[1]))}
    spans = [*inner.spans(), *(whole.spans() if whole is not None else [])]
    low, high = min(s for s, _ in spans), max(e for _, e in spans)
    around = [
        d for d in found if id(d) not in gone and any(s <= low and high <= e for s, e in d.content)
    ]
    above = min(around, key=lambda d: sum(e - s for s, e in d.content), default=None)
    if whole is not None:
        whole = replace(whole, outer=above)
        inner = replace(inner, outer=whole)
    else:
        inner = replace(inner, outer=above)
    left = [d for d in found if id(d) not in gone]
    kept = [
        replace(d, outer=inner) if d.outer is not None and id(d.outer) in gone else d for d in left
    ]
    return [*relinked(left, kept), *([whole] if whole is not None else []), inner]
