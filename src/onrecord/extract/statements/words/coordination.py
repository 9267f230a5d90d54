"""Verbs and clauses joined by "and", each with what is its own.

"declared a day of mourning and accused | Norway of arming them": of which the accusing tells.
"demanded | a ceasefire and the council will meet": that it will, nobody demands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import lexical

_LONGEST = 12
"""Words from a verb to the one that is joined to it, at most."""
_FINITE = frozenset({"will", "would", "is", "are", "was", "were", "has", "have", "had", "'ll"})
_WANTING = frozenset({"demand", "condemn", "reject", "praise", "accuse"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})


def own_verb(syntax: Syntax, lexicon: Cues, drawn: Sequence[Draft]) -> list[Draft]:
    """The drafts as tagged, each with the verb right before its content for its cue."""
    found = list(drawn)
    for at, draft in enumerate(drawn):
        cue = _nearer(syntax, lexicon, draft)
        if cue is None:
            continue
        bare = next((n for n, d in enumerate(drawn) if d.cue and overlap(d.cue, cue)), None)
        if bare is None:
            found[at] = replace(draft, cue=cue, head=None)
        elif not drawn[bare].content:
            found[bare] = replace(drawn[bare], content=draft.content)
            found[at] = replace(draft, content=())
    return found


def _nearer(syntax: Syntax, lexicon: Cues, draft: Draft) -> Offsets | None:
    """ "declared | three days of mourning and accused | Norway of …": the verb beside it."""
    if draft.cue is None or not draft.content or draft.content[0][0] < draft.cue[1]:
        return None
    between = list(syntax.within(draft.cue[1], draft.content[0][0]))
    told = syntax.within(*draft.cue)
    if not 1 < len(between) <= _LONGEST or not any(syntax.upos(i) == "VERB" for i in told):
        return None
    verb = between[-1]
    joined = syntax.words[verb - 1] in ("and", "but") and syntax.upos(verb) == "VERB"
    if not joined or any(syntax.upos(i) in ("VERB", "AUX", "PUNCT") for i in between[:-1]):
        return None
    cue = syntax.span([verb])
    frames = lexicon.verbs.get(lexical(syntax, verb, lexicon), {})
    if not frames or syntax.words[verb].endswith("ing"):
        return None
    return cue


def without_next_clause(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "demanded | a ceasefire| and the council will meet on Monday": the reporter tells that."""
    if draft.head is None or draft.cue is None or len(draft.content) != 1:
        return draft
    start, end = draft.content[0]
    inside = list(syntax.within(start, end))
    if start < draft.cue[1] or not inside or syntax.upos(draft.head) != "VERB":
        return draft
    if lexicon.act(lexical(syntax, draft.head, lexicon)) not in _WANTING:
        return draft
    joint = next((n for n, i in enumerate(inside) if syntax.words[i] in ("and", "but")), None)
    if joint == 0 and (thing := _object(syntax, draft.head, inside[0])) is not None:
        return replace(draft, content=(thing,))
    if joint is None or joint + 2 >= len(inside) or any(_verbal(syntax, i) for i in inside[:joint]):
        return draft
    clause = inside[joint + 1 :]
    verb = next((n for n, i in enumerate(clause) if _verbal(syntax, i)), None)
    if not verb or syntax.words[clause[verb]] not in _FINITE:
        return draft
    if any(syntax.upos(i) not in _NOMINAL | {"ADP", "PART"} for i in clause[:verb]):
        return draft
    if syntax.upos(clause[0]) == "ADP" or syntax.words[clause[0]] in ("that", "who", "which"):
        return draft
    part = trim(syntax, (start, syntax.tokens[inside[joint] - 1].end))
    return replace(draft, content=(part,)) if part else draft


def _object(syntax: Syntax, head: int, end: int) -> Offsets | None:
    """ "demanded | a truce | and the council will meet": what stands before the "and"."""
    thing = syntax.kid(head, "obj")
    if thing is None or not head < thing < end:
        return None
    return syntax.span([i for i in syntax.subtree(thing) if head < i < end])


def _verbal(syntax: Syntax, index: int) -> bool:
    return syntax.upos(index) in ("VERB", "AUX")
