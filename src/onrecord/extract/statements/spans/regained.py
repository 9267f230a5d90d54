"""Contents that begin or end a clause off: what a tagger left out, and what it took in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.glosses import CALLS
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import trim

_RELATIVES = frozenset({"that", "which", "who"})
_BACKGROUND = frozenset({"after", "before"})
_TELLING = frozenset({"telling", "saying", "urging", "advising", "warning", "asking", "ordering"})


def regained(syntax: Syntax, draft: Draft) -> Draft:
    """ "They fled, police said, | in riots | that went on for days": a clause with its noun."""
    if draft.cue is None or len(draft.content) < 2:
        return draft
    start, end = draft.content[-1]
    first = syntax.at(start)
    if first is None or start < draft.cue[1] or syntax.words[first] not in _RELATIVES:
        return draft
    verb = next((i for i in syntax.up(first) if syntax.deprel(i) == "acl:relcl"), None)
    noun = syntax.heads[verb] if verb is not None else -1
    gap = list(syntax.within(draft.cue[1], start))
    while gap and syntax.upos(gap[0]) == "PUNCT":
        gap = gap[1:]
    phrase = set(syntax.subtree(noun)) if noun >= 0 else set()
    if not gap or noun not in gap or not set(gap) <= phrase:
        return draft
    return draft.with_(content=(*draft.content[:-1], (syntax.tokens[gap[0]].start, end)))


def to_background(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """ "reported clashes on Sunday|, after mediators had left", "called it a threat | after they
    fired": when it was told, not what."""
    if draft.head is None or draft.cue is None or not draft.content:
        return draft
    head = draft.head
    if syntax.has(head, "ccomp", "parataxis") or syntax.upos(head) != "VERB":
        return draft
    clauses = syntax.kids(head, "advcl")
    if syntax.lemmas[head] in CALLS:
        clauses += [i for i in syntax.within(*draft.content[-1]) if syntax.deprel(i) == "advcl"]
    for clause in clauses:
        mark = syntax.kid(clause, "mark")
        if mark is None or syntax.words[mark] not in _BACKGROUND or not syntax.has(clause, "nsubj"):
            continue
        comma = syntax.tokens[mark - 1].text == ","
        if mark < head or not (comma or syntax.lemmas[head] in CALLS):
            continue
        close = syntax.tokens[mark - 1].start if comma else syntax.tokens[mark - 1].end
        if covers(marks, (close, close + 1)) or draft.content[0][0] >= close:
            continue
        return draft.with_(content=tuple((s, min(e, close)) for s, e in draft.content if s < close))
    return draft


def unjoined(syntax: Syntax, draft: Draft) -> Draft:
    """ "accused Reed of lying | and again | called for it": joined is what comes, not what was."""
    parts: list[Offsets] = []
    for start, end in draft.content:
        last = syntax.at(end - 1)
        again = last is not None and syntax.upos(last) == "ADV" and last > 0
        if again and last is not None and syntax.upos(last - 1) == "CCONJ":
            verb = syntax.heads[last]
            part = trim(syntax, (start, syntax.tokens[last - 1].start))
            if verb > last and part is not None and part[0] < part[1]:
                end = part[0] + len(syntax.text[part[0] : part[1]].rstrip())
        parts.append((start, end))
    return draft if tuple(parts) == draft.content else draft.with_(content=tuple(parts))


def with_warning(syntax: Syntax, lexicon: Cues, drafts: Sequence[Draft]) -> list[Draft]:
    """ "issued a warning to | travellers|, telling them | to keep away": who is warned is not what
    of; that stands in the clause behind, or is not told."""
    found = list(drafts)
    for draft in drafts:
        noun = _warned_whom(syntax, lexicon, draft)
        if noun is None:
            continue
        verb = syntax.heads[noun]
        more = next(
            (d for d in found if d.head is not None and syntax.heads[d.head] in (noun, verb)
             and syntax.words[d.head] in _TELLING and d is not draft), None)  # fmt: skip
        found.remove(draft)
        if more is not None and more.content:
            first = syntax.at(more.content[0][0])
            start, end = more.content[0]
            if first is not None and syntax.upos(first) == "PRON" and first + 1 < len(syntax.words):
                start = syntax.tokens[first + 1].start
            found[found.index(more)] = replace(draft, content=((start, end), *more.content[1:]))
    return found


def _warned_whom(syntax: Syntax, lexicon: Cues, draft: Draft) -> int | None:
    """The noun of a warning, an order or an appeal of which the content is but to whom it goes."""
    if draft.cue is None or len(draft.content) != 1 or draft.outer is not None:
        return None
    part = draft.content[0]
    top = syntax.top(*part)
    if top is None or syntax.upos(top) not in ("NOUN", "PROPN") or part[0] < draft.cue[1]:
        return None
    noun = syntax.heads[top]
    to = next((k for k in syntax.kids(top, "case") if syntax.words[k] == "to"), None)
    if noun < 0 or to is None or syntax.upos(noun) != "NOUN" or syntax.deprel(top) != "nmod":
        return None
    inside = overlap((syntax.tokens[noun].start, syntax.tokens[noun].end), draft.cue) > 0
    if not inside or lexicon.nouns.get(syntax.lemmas[noun]) not in ("warn", "demand"):
        return None
    plain = not any(
        syntax.words[i] in ("to", "that", "about", "over") for i in syntax.within(*part)
    )
    return noun if plain else None
