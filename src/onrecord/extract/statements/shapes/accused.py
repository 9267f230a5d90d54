"""Accusations in the passive: who is accused does not accuse; whoever does stands behind "by"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start

_RELATIVES = frozenset({"whom", "which", "who", "that"})
_REACH = 8
"""Words from "whom" to what somebody accuses them of."""
LAID = frozenset({"accused", "blamed", "suspected", "condemned", "criticised", "criticized"})
"""Participles with "of", "for" or "over" right behind them, of whom something is laid to."""
_CHARGED = frozenset({"charged", "indicted", "arraigned", "denounced"})
"""The same, as only a passive tells: "was charged with it"."""
_OF_WHOM = LAID | _CHARGED


def accused(syntax: Syntax, draft: Draft) -> Draft:
    """ "police arrested two men | accused of | plotting it": by whom, it does not say."""
    if draft.cue is None or draft.source is None:
        return draft
    head = next((i for i in syntax.within(*draft.cue) if syntax.word(i) in _OF_WHOM), None)
    if head is None:
        return draft
    if _passive(syntax, head):  # "the deputy has been | charged | with fraud"
        return replace(draft, source=None) if draft.source[1] <= draft.cue[0] else draft
    if syntax.has(head, "aux"):
        return draft
    behind = syntax.words[head + 1 : head + 2]
    if behind == ["by"]:  # "Blamed by many for it, the general fled"
        own = draft.source[0] >= syntax.tokens[head + 1].start and _near(syntax, head, draft.source)
        return draft if own else replace(draft, source=None)
    if behind not in (["of"], ["for"], ["over"]) or syntax.has(head, "obl:agent"):
        return draft
    low, _ = syntax.bounds[syntax.sentences[head]]
    relative = set(syntax.words[max(low, head - _REACH) : head]) & _RELATIVES
    if syntax.deprel(head) == "acl:relcl" or (relative and syntax.has(head, "nsubj")):
        return draft  # "the rebels, whom the army | accused of | it"
    return replace(draft, source=None)  # "Oslo | accused of | arming rebels"


def _passive(syntax: Syntax, head: int) -> bool:
    """Whether the participle has a form of "be" before it, however the tree hangs it."""
    if syntax.has(head, "aux:pass"):
        return True
    helper = syntax.kid(head, "cop")
    return helper is not None and helper < head


def _near(syntax: Syntax, head: int, source: Offsets) -> bool:
    """Whether a source stands within the phrase behind "by"."""
    between = syntax.within(syntax.tokens[head + 1].end, source[0])
    return all(syntax.upos(i) in ("DET", "ADJ", "ADP") for i in between)


def of_nobody(syntax: Syntax, verb: int) -> Draft | None:
    """ "The rebels | are accused | of looting it": somebody says so, and the report not who."""
    subject = syntax.kid(verb, "nsubj:pass")
    if syntax.words[verb] not in ("accused", "suspected") or subject is None:
        return None
    helpers = syntax.kids(verb, "aux:pass")
    if not helpers or syntax.negated(verb) or syntax.has(verb, "obl:agent", "mark"):
        return None
    modal = any(syntax.lemmas[i] not in ("be", "have") for i in syntax.kids(verb, "aux"))
    told = [k for k in syntax.kids(verb, "advcl", "obl", "ccomp", "xcomp") if k > verb]
    behind = verb + 1 < len(syntax.words) and syntax.word(verb + 1) == "of"
    of = next((k for k in told if behind and verb + 1 in syntax.kids(k, "mark", "case")), None)
    if modal or of is None or syntax.upos(subject) not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    who = trim(syntax, syntax.span(syntax.subtree(subject)))
    what = trim(syntax, syntax.span([i for i in syntax.subtree(of) if i > verb]))
    relative = syntax.deprel(verb) in ("acl:relcl", "acl")
    if (
        who is None
        or what is None
        or relative
        or any(_by_accuser(syntax, verb, of, i) for i in syntax.within(*what))
    ):
        return None
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    return Draft(None, cue, (who, what), head=verb, by="rule")


def _by_accuser(syntax: Syntax, verb: int, of: int, index: int) -> bool:
    """Whether "by" may tell who accuses; not in "of funding attacks carried out | by rebels"."""
    if syntax.words[index] != "by":
        return False
    holder = syntax.heads[syntax.heads[index]] if syntax.heads[index] >= 0 else -1
    return holder in (verb, of) or syntax.deprel(holder) not in ("acl", "acl:relcl")


def by_accuser(syntax: Syntax, verb: int, lexicon: Cues) -> Draft | None:
    """ "the rebels were accused by the army | of shelling it": the army's words."""
    links = lexicon.links.get(syntax.lemmas[verb], frozenset())
    agent = syntax.kid(verb, "obl:agent")
    if agent is None or agent < verb or not links or syntax.negated(verb):
        return None
    by = next((k for k in syntax.kids(agent, "case") if syntax.words[k] == "by"), None)
    _, high = syntax.bounds[syntax.sentences[verb]]
    link = next((i for i in range(agent + 1, high) if syntax.words[i] in links), None)
    if by is None or link is None:
        return None
    if syntax.lemmas[agent] in words("refusals", "members"):
        link = _second(syntax, link, high)  # "by relatives of the dead | of a cover-up"
    told = link
    while syntax.heads[told] > link:
        told = syntax.heads[told]
    inside = [i for i in syntax.subtree(told) if i >= link]
    if len(inside) < 2 or inside[0] != link:
        return None
    part = trim(syntax, syntax.span(inside[1:]))
    if part is None:
        return None
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    return Draft(syntax.span(range(by + 1, link)), cue, (part,), head=verb, by="rule")


def _second(syntax: Syntax, first: int, high: int) -> int:
    """The second "of" of a noun phrase, behind which stands the charge; else the first."""
    for index in range(first + 1, high):
        if syntax.words[index] == syntax.words[first]:
            return index
        if syntax.upos(index) not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            return first
    return first


def accusing_too(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Reed denied it and | accused | officials loyal to the king | of theft": a second verb of
    Reed's, which the tree takes for what the officials are called."""
    found = list(drafts)
    for index in range(1, len(syntax.words) - 2):
        whom = syntax.heads[index]
        beside = syntax.words[index] == "accused" and syntax.deprel(index) == "amod"
        if not beside or whom <= index or syntax.words[index - 1] not in ("and", "but"):
            continue
        inner = syntax.heads[whom]
        verb = syntax.heads[inner] if inner == whom + 1 and syntax.deprel(inner) == "conj" else -1
        speaker = syntax.kid(verb, "nsubj") if 0 <= verb < index else None
        _, high = syntax.bounds[syntax.sentences[index]]
        rest = trim(syntax, (syntax.tokens[index + 1].start, syntax.tokens[high - 1].end))
        if speaker is None or rest is None or "of" not in syntax.words[inner:high]:
            continue
        token = syntax.tokens[index]
        gone = [d for d in found if _meets(d, (token.start, rest[1]))]
        found = [d for d in found if d not in gone and d.outer not in gone]
        one = Draft(noun_phrase(syntax, speaker), (token.start, token.end), (rest,), head=index)
        found.append(replace(one, by="rule"))
    return found


def _meets(draft: Draft, span: Offsets) -> bool:
    """Whether the cue of a draft, or its source, stands within a span."""
    return any(one is not None and overlap(one, span) > 0 for one in (draft.cue, draft.source))
