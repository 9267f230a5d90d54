"""Claims told by a noun within what another says: "dismissed Lima's allegation that …".

Who dismisses it tells of it, and whose it is has said it: a statement of its own within the first.
"Suggestions that …" are nobody's. The tagger draws the outer one only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import lexical

_LEAST = 3
"""Words of a clause after "that", at least."""
_AUTHORS = frozenset({"by", "from"})
_PLACES = frozenset({"in", "on"})
_NONE = frozenset({"no", "any", "without", "little"})
_POINTED = frozenset({"the", "this", "that", "these", "those"})
_DONE = frozenset({"pledge", "threaten"})
_DENIALS = frozenset({"deny", "reject"})
_CLAIMS = frozenset({"assert", "accuse"})
_ANSWERS = frozenset({"deny", "reject", "condemn", "confirm"})


def claims(
    syntax: Syntax, lexicon: Cues, found: Sequence[Draft], times: Sequence[Offsets]
) -> Iterator[Draft]:
    """The claims within the contents of the drafts, each with the one that it stands in."""
    for draft in found:
        if draft.outer is not None or draft.cue is None:
            continue
        for part in draft.content:
            for noun in syntax.within(*part):
                if not _names(syntax, lexicon, noun):
                    continue
                inner = _claim(syntax, lexicon, draft, part, noun, times)
                place = _place(syntax, noun)
                if inner and not any(d.cue and overlap(d.cue, place) for d in found):
                    yield inner


def with_claimed(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> list[Draft]:
    """The drafts with those whose claims are denied: "denied that they take a share, as | a report
    by the union | alleged"."""
    claimed = list(_as_claimed(syntax, lexicon, found))
    cues = [draft.cue for draft in claimed if draft.cue]
    own = [d for d in found if d.content or not any(d.cue and overlap(d.cue, c) for c in cues)]
    told = [d.cue for d in own if d.cue]
    return [*own, *(d for d in claimed if not any(d.cue and overlap(d.cue, c) for c in told))]


def _as_claimed(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> Iterator[Draft]:
    for draft in found:
        if draft.outer is not None or draft.head is None or draft.cue is None or not draft.content:
            continue
        if not set(_acts(syntax, lexicon, draft)) & _DENIALS or draft.content[0][0] < draft.cue[1]:
            continue
        denied = [draft.head, *syntax.kids(draft.head, "ccomp")]
        for verb in (kid for top in denied for kid in syntax.kids(top, "advcl")):
            as_ = next((k for k in syntax.kids(verb, "mark") if syntax.words[k] == "as"), None)
            subject = syntax.kid(verb, "nsubj")
            if as_ is None or subject is None or not draft.head < as_ < subject < verb:
                continue
            if syntax.tokens[as_ - 1].text != ",":
                continue  # "that it had ended as the army claimed": how it did
            acts = set(lexicon.verbs.get(syntax.lemmas[verb], {}).values())
            if not acts & _CLAIMS or syntax.upos(subject) == "PRON" or syntax.negated(verb):
                continue
            first = syntax.tokens[as_].start
            parts = tuple(trim(syntax, (a, min(b, first))) for a, b in draft.content if a < first)
            told = tuple(part for part in parts if part is not None)
            if told:
                source = noun_phrase(syntax, subject, after=as_)
                yield Draft(source, _place(syntax, verb), told, verb, "rule", draft)


def to_clause(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "Lun's claim | that the dam had held| did not last": the clause of the noun, and no more.

    The owner's "'s" goes with the owner.
    """
    if draft.cue is None or len(draft.content) != 1:
        return draft
    cue = list(syntax.within(*draft.cue))
    if draft.source and len(cue) > 1 and syntax.words[cue[0]] in ("'s", "'"):
        beside = draft.source[1] == syntax.tokens[cue[0]].start
        if beside and syntax.lemmas[cue[-1]] in lexicon.nouns:
            source = draft.source[0], syntax.tokens[cue[0]].end
            draft = replace(draft, source=source, cue=(syntax.tokens[cue[1]].start, draft.cue[1]))
    noun = next((i for i in cue if _names(syntax, lexicon, i)), None)
    clause = _clause(syntax, noun) if noun is not None else None
    if noun is None or clause is None or clause[0] < cue[-1]:
        return draft
    last = max(syntax.subtree(clause[1]))
    end = syntax.at(draft.content[0][1] - 1)
    above = _predicate(syntax, noun, last)
    if above is None or end is None or above > end:
        return draft
    part = trim(syntax, (draft.content[0][0], syntax.tokens[last].end))
    return replace(draft, content=(part,)) if part else draft


def standing(syntax: Syntax, lexicon: Cues, noun: int) -> Iterator[Draft]:
    """ "A warning by geologists | that the slope was moving | had been ignored": theirs."""
    if syntax.upos(noun) != "NOUN" or not _names(syntax, lexicon, noun) or _unsaid(syntax, noun):
        return
    clause = _clause(syntax, noun) or _to_do(syntax, lexicon, noun)
    if clause is None or not syntax.deprel(noun).startswith(("nsubj", "root", "obj", "obl")):
        return  # "We have read | the statement by the army | that two had died": the army's too
    for kid in syntax.kids(noun, "nmod"):
        by = next((k for k in syntax.kids(kid, "case") if syntax.words[k] in _AUTHORS), None)
        if by is None or not noun < kid < clause[0] or by != noun + 1:
            continue
        source = noun_phrase(syntax, kid, after=by)
        source = source[0], min(source[1], syntax.tokens[clause[0] - 1].end)
        inside = [i for i in syntax.subtree(clause[1]) if i >= clause[0]]
        part = trim(syntax, syntax.span(inside))
        first = noun - 1 if noun and syntax.upos(noun - 1) == "DET" else noun
        if part is not None:
            yield Draft(source, syntax.span([first, by]), (part,), head=noun, by="phrase")
        return


def _predicate(syntax: Syntax, noun: int, last: int) -> int | None:
    """The verb behind the clause of a noun, of which the noun is the subject."""
    above = syntax.heads[noun]
    if above > last and syntax.deprel(noun).startswith("nsubj"):
        return above
    bare = (  # "The army's warning that more were coming | went | unheeded", by some trees
        k for k in syntax.kids(noun, "acl", "acl:relcl")
        if k == last + 1 and not syntax.has(k, "nsubj", "nsubj:pass", "mark")
        and syntax.upos(k) == "VERB" and not syntax.words[k].endswith(("ing", "ed"))
    )  # fmt: skip
    return next(bare, None) if above < 0 else None


def _claim(
    syntax: Syntax,
    lexicon: Cues,
    outer: Draft,
    part: Offsets,
    noun: int,
    times: Sequence[Offsets],
) -> Draft | None:
    """The claim that a noun tells of; None where it tells of none, or of the speaker's own."""
    clause = _clause(syntax, noun)
    told = syntax.lemmas[noun] in words("harms", "told")
    if clause is None or _unsaid(syntax, noun):
        return None
    inside = [i for i in syntax.subtree(clause[1]) if i >= clause[0]]
    start, end = syntax.span(inside)
    span = trim(syntax, (start, min(end, part[1])))
    if span is None or len(syntax.within(*span)) <= _LEAST or not covers([part], span):
        return None
    source, known = _author(syntax, noun, times)
    if source is not None and not covers([part], source):
        return None
    pronoun = source is not None and syntax.upos(syntax.within(*source)[0]) == "PRON"
    answered = bool(set(_acts(syntax, lexicon, outer)) & _ANSWERS) or _called_false(syntax, noun)
    if (pronoun and not answered) or (source is None and not (told and answered and not known)):
        return None  # "repeated his claim that": his own; "issued a warning that": the verb's
    return Draft(source, _place(syntax, noun), (span,), head=noun, by="rule", outer=outer)


def _called_false(syntax: Syntax, noun: int) -> bool:
    """ "Reports that he had fled | were groundless": who says so of a claim denies it."""
    above = syntax.heads[noun]
    subject = syntax.deprel(noun) == "nsubj" and above > noun and syntax.has(above, "cop")
    return subject and syntax.lemmas[above] in words("harms", "false") and not syntax.negated(above)


def _clause(syntax: Syntax, noun: int) -> tuple[int, int] | None:
    """The "that" of what is claimed, and the clause's verb; None for "a claim that was made"."""
    held = syntax.kids(noun, "acl", "acl:relcl", "ccomp")
    if syntax.deprel(noun) == "obj":  # some trees hang the clause on the verb beside its object
        held += [k for k in syntax.kids(syntax.heads[noun], "ccomp", "advcl") if k > noun]
    for verb in held:
        that = next((k for k in syntax.kids(verb, "mark") if syntax.words[k] == "that"), None)
        if that is not None and noun < that < verb:
            if syntax.has(verb, "nsubj", "nsubj:pass", "expl", "csubj"):
                return that, verb
    return None


def _to_do(syntax: Syntax, lexicon: Cues, noun: int) -> tuple[int, int] | None:
    """ "A promise by the mayor | to reopen | it": the "to" and the verb of what is promised."""
    if lexicon.nouns[syntax.lemmas[noun]] not in _DONE:
        return None
    for kid in syntax.kids(noun, "nmod"):
        for verb in (*syntax.kids(noun, "acl", "xcomp"), *syntax.kids(kid, "acl")):
            to = next((k for k in syntax.kids(verb, "mark") if syntax.words[k] == "to"), None)
            if to is not None and noun < kid < to < verb:
                return to, verb
    return None


def _names(syntax: Syntax, lexicon: Cues, noun: int) -> bool:
    """Whether the word is a noun that attributes; "Israeli claims that" is taken for a verb."""
    if syntax.lemmas[noun] not in lexicon.nouns:
        return False
    thing = syntax.deprel(noun) in ("obj", "obl", "nsubj", "nsubj:pass", "nmod")
    return syntax.upos(noun) == "NOUN" or (thing and syntax.has(noun, "amod", "det", "compound"))


def _acts(syntax: Syntax, lexicon: Cues, draft: Draft) -> list[str]:
    if draft.head is None:
        return []
    return list(lexicon.verbs.get(lexical(syntax, draft.head, lexicon), {}).values())


def _place(syntax: Syntax, noun: int) -> Offsets:
    return syntax.tokens[noun].start, syntax.tokens[noun].end


def _unsaid(syntax: Syntax, noun: int) -> bool:
    """ "no claim that", "any suggestion that": that none was made, or that it does not matter."""
    return any(syntax.words[k] in _NONE for k in syntax.children[noun]) or syntax.negated(noun)


def _of_name(syntax: Syntax, index: int, last: int) -> bool:
    """Whether a word before a name's last is a part of it."""
    capital = syntax.tokens[index].text[:1].isupper() and syntax.upos(index) in ("PROPN", "ADJ")
    return capital and index < syntax.heads[index] <= last


def author_of(syntax: Syntax, noun: int, times: Sequence[Offsets]) -> Offsets | None:
    """Whose a claim is, where its noun says so."""
    return _author(syntax, noun, times)[0]


def _author(syntax: Syntax, noun: int, times: Sequence[Offsets]) -> tuple[Offsets | None, bool]:
    """Whose claim it is, and whether the noun says so: "Lima's claim", "a report on the radio"."""
    for kid in syntax.kids(noun, "nmod:poss"):
        if is_first(syntax.words[kid]):
            return None, True
        return noun_phrase(syntax, kid), True
    for kid in syntax.kids(noun, "nmod", "obl", "obl:agent"):
        cases = [k for k in syntax.kids(kid, "case") if k > noun]
        if kid < noun or not cases:
            continue
        case = syntax.words[cases[0]]
        span = noun_phrase(syntax, kid, after=cases[0])
        if any(overlap(_place(syntax, kid), time) for time in times):
            continue  # not "by Monday", but "by the weekly Der Blick"
        outlet = syntax.upos(kid) == "PROPN" or syntax.lemmas[kid] in words("channels", "press")
        if case in _AUTHORS or (case in _PLACES and outlet):
            return span, True
    for kid in syntax.kids(noun, "compound", "amod"):
        press = syntax.words[kid] in words("channels", "press")
        if kid == noun - 1 and (syntax.tokens[kid].text[0].isupper() or press):
            first = (
                kid  # "Israeli claims that", "media reports that", "a | New York Times | report"
            )
            while first > 0 and _of_name(syntax, first - 1, kid):
                first -= 1
            return (syntax.tokens[first].start, syntax.tokens[kid].end), True
    # "the claim that": it was made before, or by somebody who is not told.
    return None, any(syntax.words[kid] in _POINTED for kid in syntax.kids(noun, "det"))
