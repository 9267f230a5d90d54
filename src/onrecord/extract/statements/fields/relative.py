"""Sources that a relative clause breaks into: "Chad, which Khartoum accuses of it, rejected …".

The outer verb is said by whom the clause is about, not by whoever speaks in it; and what that one
says is a statement of its own. A question that was put to a source is no answer of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.candidates import speaker_of
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.verbgroup import group_start, head_of, lexical

_PRONOUNS = frozenset({"which", "who", "whom"})


def apart(syntax: Syntax, lexicon: Cues, drawn: Sequence[Draft]) -> list[Draft]:
    """The drafts as tagged, each with the source of its own clause, and none with a question."""
    found = [_without_question(syntax, draft) for draft in drawn]
    for draft in list(found):
        head = head_of(syntax, draft.cue, lexicon) if draft.cue else None
        accusing = _accusing(syntax, lexicon, head) if head is not None else None
        if accusing is not None:
            found[found.index(draft)] = replace(accusing, score=draft.score)
    inner = [draft.cue for draft in found if draft.cue]
    return [_of_outer(syntax, lexicon, inner, draft) for draft in found]


def in_relative(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "jailed two men | who | had denounced him and | expressed support for | the rebels": those
    who say the first say the second, and not who jails them."""
    head = head_of(syntax, draft.cue, lexicon) if draft.cue is not None else None
    main = syntax.heads[head] if head is not None else -1
    if head is None or main < 0 or syntax.deprel(head) != "conj" or draft.source is None:
        return draft
    first = group_start(syntax, head)
    if syntax.words[first - 1] not in ("and", "or") or syntax.tokens[first - 2].text == ",":
        return draft
    if syntax.has(head, "nsubj", "aux"):
        return draft
    who = syntax.kid(main, "nsubj")
    if syntax.deprel(main) == "acl:relcl" and who is not None and syntax.words[who] == "who":
        outside = syntax.tokens[syntax.heads[main]].start
        before = outside > draft.source[0] and draft.source[1] <= outside
        return draft.with_(source=syntax.span([who])) if before else draft
    if lexical(syntax, main, lexicon) in lexicon.verbs:
        return draft
    for noun in syntax.kids(main, "obj", "obl"):
        for verb in syntax.kids(noun, "acl:relcl"):
            who = syntax.kid(verb, "nsubj")
            says = lexical(syntax, verb, lexicon) in lexicon.verbs and main < verb < head
            if says and who is not None and syntax.words[who] == "who":
                return draft.with_(source=syntax.span([who]))
    return draft


def _accusing(syntax: Syntax, lexicon: Cues, verb: int) -> Draft | None:
    """ "X, | which | Y | has long accused | of doing it": of X, though a pronoun says so."""
    if syntax.deprel(verb) != "acl:relcl" or syntax.heads[verb] > verb:
        return None
    links = lexicon.links.get(syntax.lemmas[verb], frozenset())
    if "accuse" not in lexicon.verbs.get(lexical(syntax, verb, lexicon), {}).values() or not links:
        return None
    clause = syntax.subtree(verb)
    pronoun, subject = clause[0], group_start(syntax, verb) - 1
    if syntax.tokens[pronoun].text == "," and len(clause) > 1:
        pronoun = clause[1]
    if syntax.words[pronoun] not in _PRONOUNS or not pronoun < subject < verb:
        return None
    if syntax.upos(subject) not in ("NOUN", "PROPN", "PRON"):
        return None
    link = next((i for i in clause if i > verb and syntax.words[i] in links), None)
    if link is None or link > verb + 3:
        return None
    last = clause[-1]
    while last > link and syntax.upos(last) == "PUNCT":
        last -= 1
    if last == link:
        return None
    source = syntax.span(list(range(pronoun + 1, subject + 1)))
    cue = syntax.span([group_start(syntax, verb), verb])
    content = (syntax.span([pronoun]), syntax.span([link, last]))
    return Draft(source, cue, content, head=verb)


def _of_outer(syntax: Syntax, lexicon: Cues, inner: Sequence[Offsets], draft: Draft) -> Draft:
    """The draft with whom its own clause is about, where its source reaches into a relative one."""
    if draft.cue is None:
        return draft
    head = head_of(syntax, draft.cue, lexicon)
    if head is None or syntax.upos(head) != "VERB":
        return draft
    noun = speaker_of(syntax, head)
    if noun is None or noun > head or syntax.sentences[noun] != syntax.sentences[head]:
        return draft
    for verb in syntax.kids(noun, "acl:relcl"):
        clause = syntax.subtree(verb)
        pronoun = next((i for i in clause if syntax.upos(i) != "PUNCT"), verb)
        if syntax.words[pronoun] not in _PRONOUNS or head in clause or not noun < verb < head:
            continue
        span = syntax.span([pronoun, clause[-1]])
        said = any(cue != draft.cue and covers([span], cue) for cue in inner)
        source = draft.source
        broken = source is not None and overlap(source, span) and source[1] < span[1] - 1
        lacking = source is None and said
        if not (broken or lacking) or (source is not None and source[0] > span[1]):
            continue
        start = noun_phrase(syntax, noun)[0]
        end = pronoun - 1
        while syntax.upos(end) == "PUNCT" and end > noun:
            end -= 1
        if source is not None and source[0] < start:
            start = source[0]
        return draft.with_(source=(start, syntax.tokens[end].end))
    return draft


def _without_question(syntax: Syntax, draft: Draft) -> Draft:
    """ "when asked | whether it was so|, replied that …": he has not said that."""
    if len(draft.content) < 2:
        return draft
    kept = tuple(part for part in draft.content if not _asked(syntax, part))
    return replace(draft, content=kept) if kept and len(kept) < len(draft.content) else draft


def _asked(syntax: Syntax, part: Offsets) -> bool:
    first, top = syntax.at(part[0]), syntax.top(*part)
    if first is None or top is None or syntax.words[first] not in words("channels", "openers"):
        return False
    asks = syntax.heads[top]
    if asks < 0 or syntax.lemmas[asks] != "ask" or syntax.has(asks, "nsubj", "aux"):
        return False
    return syntax.deprel(asks) in ("advcl", "acl") and not syntax.words[asks].endswith("ing")
