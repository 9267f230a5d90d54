"""Words told to somebody in the passive, and words of a message: whose they are."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Syntax, covers

_FROM = ("from", "by")
_NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PRON"})
_CARRYING = frozenset({"carry", "air", "broadcast", "host", "run", "show"})
"""What a paper or a site does with the words of others."""
_SIGNS = frozenset({"sign", "signs", "indication", "indications"})


def told_by(syntax: Syntax, draft: Draft) -> Draft:
    """The draft with what was told, whose it is, where the tree says so.

    "was told by an aide | that he had lost": the clause, and not who was told; "were held, and
    told officials | that …": not what befell them; "a message from X, saying": X's.
    """
    if draft.head is None or draft.cue is None or draft.source is None or not draft.content:
        return draft
    draft = _whole_subject(syntax, _without_sign(syntax, draft))
    draft = _carried(syntax, draft)
    return _of_message(syntax, _not_the_fate(syntax, _in_passive(syntax, draft)))


def _carried(syntax: Syntax, draft: Draft) -> Draft:
    """ "A site | carried a statement claiming | responsibility": the statement, and no site."""
    assert draft.cue is not None and draft.source is not None
    inside = syntax.within(*draft.cue)
    if len(inside) < 3 or syntax.lemmas[inside[0]] not in _CARRYING:
        return draft
    verb = inside[-1]
    papers = [i for i in inside[1:-1] if syntax.lemmas[i] in words("channels", "voice")]
    if not papers or syntax.upos(verb) != "VERB" or not syntax.words[verb].endswith("ing"):
        return draft
    paper = (syntax.tokens[inside[1]].start, syntax.tokens[verb - 1].end)
    token = syntax.tokens[verb]
    return replace(draft, source=paper, cue=(token.start, token.end), head=verb)


def _whole_subject(syntax: Syntax, draft: Draft) -> Draft:
    """ "A voiceover to | the footage | called": the voiceover, whose noun governs the other."""
    assert draft.head is not None and draft.source is not None
    subject, top = syntax.kid(draft.head, "nsubj"), syntax.top(*draft.source)
    if subject is not None and top is not None and _of_paper(syntax, subject, top):
        return replace(draft, source=(noun_phrase(syntax, subject)[0], draft.source[1]))
    if subject is None or top is None or syntax.heads[top] != subject or subject > top:
        return draft
    first = syntax.at(draft.source[0])
    led = first is not None and syntax.words[first - 1] in ("to", "on", "over", "under")
    if syntax.deprel(top) != "nmod" or not led or syntax.upos(subject) != "NOUN":
        return draft
    return replace(draft, source=(noun_phrase(syntax, subject)[0], draft.source[1]))


def _of_paper(syntax: Syntax, subject: int, top: int) -> bool:
    """ "A statement issued after | the meeting | called for …": the statement does."""
    if syntax.lemmas[subject] not in words("channels", "voice") | words("channels", "dated"):
        return False
    if subject >= top or syntax.deprel(top) != "obl":
        return False
    above = syntax.heads[top]
    led = any(syntax.words[k] not in ("by", "from", "of") for k in syntax.kids(top, "case"))
    return led and syntax.deprel(above) == "acl" and syntax.heads[above] == subject


def _without_sign(syntax: Syntax, draft: Draft) -> Draft:
    """ "another | sign | officials | suspect": a "that" was left out, and the sign does nothing."""
    assert draft.cue is not None and draft.source is not None
    inside = list(syntax.within(*draft.source))
    for at, index in enumerate(inside[:-1]):
        if syntax.words[index] not in _SIGNS or draft.source[1] > draft.cue[0]:
            continue
        if all(syntax.upos(i) in _NAMING for i in inside[at + 1 :]):
            return replace(draft, source=(syntax.tokens[inside[at + 1]].start, draft.source[1]))
    return draft


def _in_passive(syntax: Syntax, draft: Draft) -> Draft:
    head = draft.head
    assert head is not None
    subject, agent = syntax.kid(head, "nsubj:pass"), syntax.kid(head, "obl:agent")
    if subject is None or agent is None or not syntax.has(head, "aux:pass"):
        return draft
    clause = syntax.kid(head, "ccomp")
    who = syntax.tokens[subject]
    told = [part for part in draft.content if not covers([part], (who.start, who.end))]
    if syntax.lemmas[head] not in words("channels", "telling") or clause is None:
        return draft
    if len(told) == len(draft.content) or clause < agent:
        return draft
    inside = syntax.subtree(clause)
    return replace(draft, content=tuple(told) or (syntax.span(inside),))


def _not_the_fate(syntax: Syntax, draft: Draft) -> Draft:
    """Leaves out a clause with the source for its subject to which the cue is but joined."""
    head = draft.head
    assert head is not None and draft.cue is not None and draft.source is not None
    if syntax.deprel(head) != "conj" or len(draft.content) < 2:
        return draft
    first = draft.content[0]
    fate = covers([first], draft.source) and first[1] <= draft.cue[0]
    return replace(draft, content=draft.content[1:]) if fate else draft


def _of_message(syntax: Syntax, draft: Draft) -> Draft:
    head = draft.head
    assert head is not None and draft.cue is not None and draft.source is not None
    if syntax.word(head) != "saying" or draft.source[1] > draft.cue[0]:
        return draft
    low, _ = syntax.bounds[syntax.sentences[head]]
    at = head - 1
    if at > low and syntax.tokens[at].text == ",":
        at -= 1
    phrase = at
    while phrase > low and syntax.upos(phrase) in ("PROPN", "NOUN", "DET", "ADJ"):
        phrase -= 1
    if phrase == at or syntax.words[phrase] not in _FROM:
        return draft
    noun = syntax.lemmas[phrase - 1]
    span = syntax.span(range(phrase + 1, at + 1))
    far = draft.source[1] <= syntax.tokens[phrase].start
    return replace(draft, source=span) if far and noun in words("channels", "voice") else draft
