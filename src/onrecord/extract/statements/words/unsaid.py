"""Attributions without a speaker who says anything: hearsay, and silence.

"was reportedly killed", "are believed to be in the city" are nobody's word; "declined to comment",
"there was no immediate comment from X" are no word at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_EDGES = ".,;:-–—"


def trim(syntax: Syntax, span: Offsets) -> Offsets | None:
    """The span without the stops at its edges, but with its quotation marks; None for stops."""
    inside = list(syntax.within(*span))
    while inside and syntax.tokens[inside[-1]].text in _EDGES:
        inside.pop()
    while inside and syntax.tokens[inside[0]].text in _EDGES:
        inside.pop(0)
    return syntax.span(inside) if inside else None


def hearsay(syntax: Syntax, index: int, lexicon: Cues) -> Iterator[Draft]:
    """What is told on nobody's word: "reportedly", "it is believed that", "is believed to"."""
    if syntax.upos(index) == "ADV" and syntax.lemmas[index] in words("hedges", "hearsay"):
        holder = syntax.heads[index]
        behind = index + 1 < len(syntax.words) and syntax.upos(index + 1) == "VERB"
        if behind and syntax.word(index + 1).endswith("ing") and holder != index + 1:
            # "aired a video | purportedly | showing …": no more than that, whatever the tree says
            _, high = syntax.bounds[syntax.sentences[index]]
            stops = (i for i in range(index + 1, high) if syntax.tokens[i].text in ",;.")
            rest = list(range(index + 1, next(stops, high)))
            yield from _unattributed(syntax, syntax.span([index]), rest, index)
            return
        if behind and syntax.deprel(index + 1) == "acl" and syntax.heads[index + 1] < index:
            holder = index + 1
        if holder >= 0 and syntax.upos(holder) in ("VERB", "ADJ", "NOUN", "AUX"):
            described = syntax.deprel(holder) == "acl" and holder == index + 1
            clause = holder if described else syntax.clause(holder)
            rest = [  # "suspects | allegedly | linked to it | were held": that they are linked
                i for i in syntax.subtree(clause) if i != index and i not in _joints(syntax, clause)
            ]
            yield from _unattributed(syntax, syntax.span([index]), rest, index)
    elif syntax.upos(index) == "VERB" and _passive_of_saying(syntax, index, lexicon):
        first = min([index, *syntax.kids(index, "aux", "aux:pass")])
        held = syntax.kids(index, "xcomp", "ccomp")
        if not held:
            return
        rest = syntax.subtree(held[0])
        subject = syntax.kid(index, "nsubj:pass", "nsubj")
        if subject is not None and syntax.lemmas[subject] != "it":
            rest = sorted({*syntax.subtree(subject), *rest})
        cue = syntax.tokens[first].start, syntax.tokens[index].end
        yield from _unattributed(syntax, cue, rest, index)


def _joints(syntax: Syntax, clause: int) -> list[int]:
    """The words that join a clause to what is before it."""
    return syntax.kids(clause, "cc", "mark")


def _passive_of_saying(syntax: Syntax, index: int, lexicon: Cues) -> bool:
    if not syntax.has(index, "aux:pass") or syntax.has(index, "obl:agent"):
        return False
    if any(
        syntax.lemmas[case] == "by"
        for child in syntax.kids(index, "obl")
        for case in syntax.kids(child, "case")
    ):
        return False
    if syntax.lemmas[index] == "believe" and any(
        syntax.words[k] == "if" for k in syntax.kids(index, "mark")
    ):
        return False  # "if the rebels are to be believed"
    lemma = syntax.lemmas[index]
    listed = lemma in lexicon.belief or lemma in words("hedges", "passives")
    return listed and not syntax.negated(index)


def _unattributed(syntax: Syntax, cue: Offsets, rest: Sequence[int], head: int) -> Iterator[Draft]:
    outside = [i for i in rest if not cue[0] <= syntax.tokens[i].start < cue[1]]
    spans = [span for span in (trim(syntax, run) for run in syntax.runs(outside)) if span]
    if spans:
        yield Draft(None, cue, tuple(spans), head=head, by="rule")


def silence(syntax: Syntax, verb: int, cue: Offsets, speaker: int | None) -> Iterator[Draft]:
    """A refusal to speak whose words are ``cue``; ``speaker`` is its subject, if it has one."""
    speaker = speaker if speaker is not None else syntax.kid(verb, "nsubj:pass")
    if speaker is not None:
        content = topic_after(syntax, verb, cue)
        yield Draft(noun_phrase(syntax, speaker), cue, content, head=verb, by="rule")


def no_word(syntax: Syntax, noun: int) -> Iterator[Draft]:
    """ "There was no immediate comment from X"."""
    no = next((d for d in syntax.kids(noun, "det") if syntax.lemmas[d] == "no"), None)
    if no is None or syntax.lemmas[noun] not in words("refusals", "answer"):
        return
    holder = syntax.heads[noun]
    if syntax.deprel(noun) == "obj" and syntax.lemmas[holder] in ("have", "offer", "make", "give"):
        speaker = syntax.kid(holder, "nsubj")
        if speaker is not None and syntax.lemmas[noun] in ("comment", "response", "reply"):
            cue = syntax.tokens[holder].start, syntax.tokens[noun].end
            yield Draft(noun_phrase(syntax, speaker), cue, (), head=noun, by="rule")
        return
    if syntax.lemmas[noun] != "comment" and not (holder >= 0 and syntax.has(holder, "expl")):
        return
    for child in (*syntax.kids(noun, "nmod"), *syntax.kids(holder, "obl", "nmod")):
        if any(syntax.lemmas[case] == "from" for case in syntax.kids(child, "case")):
            cue = syntax.tokens[no].start, syntax.tokens[noun].end
            yield Draft(noun_phrase(syntax, child), cue, (), head=noun, by="rule")
            return


def unanswered(syntax: Syntax, noun: int) -> Iterator[Draft]:
    """ "Calls to X went unanswered", "messages left with X were not returned"."""
    verb = syntax.heads[noun]
    if syntax.lemmas[noun] not in words("refusals", "request") or verb < 0:
        return
    if not syntax.deprel(noun).startswith("nsubj"):
        return
    last = next((i for i in range(verb, min(verb + 3, len(syntax.tokens)))
                 if syntax.lemmas[i] in ("unanswered", "unreturned")), None)  # fmt: skip
    if last is None and not (
        syntax.negated(verb) and syntax.lemmas[verb] in words("refusals", "unanswered")
    ):
        return
    for child in syntax.kids(noun, "nmod", "acl", "obl"):
        if any(syntax.lemmas[case] in ("to", "with") for case in syntax.kids(child, "case")):
            first = min([verb, *syntax.kids(verb, "aux", "aux:pass")])
            cue = syntax.tokens[first].start, syntax.tokens[last or verb].end
            yield Draft(noun_phrase(syntax, child), cue, (), head=verb, by="rule")
            return


def topic_after(syntax: Syntax, verb: int, cue: Offsets) -> tuple[Offsets, ...]:
    """What nothing was said about: "on the allegations or what form retaliation would take"."""
    after = [i for i in syntax.subtree(verb) if syntax.tokens[i].start >= cue[1] and i > verb]
    days = words("refusals", "days")
    run: list[int] = []
    for index in after:
        if syntax.word(index) in days and syntax.word(index + 1) not in ("'s", "’s"):
            # "on Friday" is when nothing was said, not about what.
            run = run[:-1] if run and syntax.upos(run[-1]) == "ADP" else run
            break
        if (run and index != run[-1] + 1) or syntax.tokens[index].text in ",.;":
            break
        run.append(index)
    if not run or syntax.lemmas[run[0]] not in words("refusals", "topic"):
        return ()
    return (syntax.span(run),)


def neither_nor(syntax: Syntax, draft: Draft) -> Draft:
    """ "Neither the army | nor the rebels | commented": neither of them, and nothing was said."""
    first = syntax.at(draft.source[0]) if draft.source else None
    if draft.source is None or first is None or syntax.word(first - 1) != "nor":
        return draft
    low, _ = syntax.bounds[syntax.sentences[first]]
    neither = next((i for i in range(first - 2, low - 1, -1) if syntax.words[i] == "neither"), None)
    if neither is None or any(syntax.upos(i) == "VERB" for i in range(neither, first)):
        return draft
    start = syntax.tokens[neither].start
    content = tuple(
        part for part in draft.content if part[1] <= start or part[0] >= draft.source[1]
    )
    return replace(draft, source=(start, draft.source[1]), content=content)


def without_recipient(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """ "“We will rebuild,” he | promised | survivors": who was told it, and no part of it."""
    if len(draft.content) != 2 or draft.cue is None or draft.content[0][1] > draft.cue[0]:
        return draft
    first, second = draft.content
    quoted = any(mark[0] <= first[0] and first[1] - 1 <= mark[1] for mark in marks)
    inside = list(syntax.within(*second))
    if not quoted or not inside or second[0] - draft.cue[1] > 1:
        return draft
    nominal = syntax.upos(inside[0]) in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM")
    verbal = any(syntax.upos(i) in ("VERB", "AUX") for i in inside)
    marked = any(mark[0] < second[1] and second[0] < mark[1] for mark in marks)
    return replace(draft, content=(first,)) if nominal and not verbal and not marked else draft


def of_participle(syntax: Syntax, draft: Draft) -> Draft:
    """ "suspects | allegedly | linked to it|, were held": that they are linked, and no more."""
    index = syntax.at(draft.cue[0]) if draft.cue and draft.source is None else None
    if index is None or draft.cue is None or len(syntax.within(*draft.cue)) != 1:
        return draft
    verb = index + 1
    listed = syntax.lemmas[index] in words("hedges", "hearsay") and verb < len(syntax.words)
    if not listed or syntax.deprel(verb) != "acl" or syntax.heads[verb] >= index:
        return draft
    inside = [i for i in syntax.subtree(verb) if i >= verb]
    part = trim(syntax, syntax.span(inside))
    return replace(draft, content=(part,)) if part else draft


_FINITE = frozenset({"is", "are", "was", "were", "has", "had", "will", "would", "can", "could",
                     "may", "might", "must", "did", "does", "do"})  # fmt: skip
_INNER = frozenset({"who", "which", "that", "where", "when", "whose"})


def said_to_be(syntax: Syntax, head: int) -> bool:
    """ "a message | said | to be his": what is said of it, by nobody who is named."""
    opens = [syntax.word(head + 1), syntax.word(head + 2)] if head + 2 < len(syntax.words) else []
    said = syntax.lemmas[head] in words("hedges", "passives")
    past = syntax.words[head] != syntax.lemmas[head] and not syntax.words[head].endswith("ing")
    return said and past and opens in (["to", "be"], ["to", "have"])


def without_main_verb(syntax: Syntax, draft: Draft) -> Draft:
    """ "a message | said | to be his voice| was broadcast": nobody is told to say it, least of all
    the message, and what became of it is no part of it."""
    head, part = draft.head, draft.content[0] if draft.content else None
    if head is None or part is None or draft.cue is None or not said_to_be(syntax, head):
        return draft
    inside = list(syntax.within(*part))
    alone = len(syntax.within(*draft.cue)) == 1 and inside[:1] == [head + 1]
    if not alone or syntax.has(head, "aux", "aux:pass"):
        return draft
    cut = next((i for i in inside[3:] if _ends_noun(syntax, inside, i)), None)
    alone = cut is None or syntax.tokens[cut].text == ","
    if syntax.lemmas[head] == "claim" and alone and syntax.has(head, "nsubj"):
        return draft  # "the rebels | claimed | to have shot it down": of themselves
    end = part[1] if cut is None else syntax.tokens[cut - 1].end
    kept = trim(syntax, (part[0], end))
    return replace(draft, source=None, content=(kept,)) if kept else draft


def _ends_noun(syntax: Syntax, inside: Sequence[int], index: int) -> bool:
    """Whether the main clause goes on at a word: a comma, or its verb."""
    if any(syntax.words[i] in _INNER for i in inside if i < index):
        return False
    if syntax.tokens[index].text == "," or syntax.words[index] in _FINITE:
        return True
    past = syntax.upos(index) == "VERB" and syntax.words[index] != syntax.lemmas[index]
    bare = syntax.upos(index - 1) in ("NOUN", "PROPN", "ADJ")
    return (
        past
        and bare
        and not syntax.words[index].endswith("ing")
        and (syntax.deprel(index) in ("root", "ccomp", "parataxis"))
    )
