"""What is said of a claim, beside it: "…, a charge that Lima denied", "…, which X called a lie".

The reporter tells a claim and hangs on it what somebody else makes of it. Whoever denies, rejects,
confirms or judges it speaks of "a charge" or "which", and those words are the content.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import (
    group_start,
    happened,
    head_of,
    lexical,
    negated,
    verb_group,
)

CALLS = frozenset({"call", "describe", "label", "dub", "term", "brand", "deem", "characterise",
                   "characterize"})  # fmt: skip
"""Verbs that say what something is."""
_ANSWERS = frozenset({"deny", "reject", "confirm", "condemn"})
"""Acts that are done to what somebody else has said."""
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "NUM", "PRON"})
_JUDGEMENTS = ("false", "doubted", "bad", "wrong", "good")
_NEAR = 6
"""Words between a participle and the "by" of whoever did it: "rejected as absurd by"."""


def gloss(syntax: Syntax, lexicon: Cues, verb: int) -> Draft | None:
    """What the verb says of a claim that it hangs on; None where it does nothing of the kind."""
    return (
        _of_claim(syntax, lexicon, verb)
        or _by_whom(syntax, lexicon, verb)
        or _of_which(syntax, lexicon, verb)
        or _what_called(syntax, lexicon, verb)
    )


def called_so(syntax: Syntax, verb: int) -> bool:
    """ "what | the president has called | “a provocation”": somebody's word, told in passing; of
    "what he called" whoever speaks already is meant."""
    if syntax.lemmas[verb] not in CALLS or syntax.deprel(verb) != "acl:relcl":
        return False
    what, subject = syntax.heads[verb], syntax.kid(verb, "nsubj")
    if what < 0 or syntax.words[what] != "what" or subject is None or negated(syntax, verb):
        return False
    return what < subject < verb and syntax.upos(subject) in ("NOUN", "PROPN")


def _what_called(syntax: Syntax, lexicon: Cues, verb: int) -> Draft | None:
    if not called_so(syntax, verb) or not happened(syntax, verb):
        return None
    subject = syntax.kid(verb, "nsubj")
    told = [k for k in syntax.kids(verb, "xcomp", "obj", "obl") if k > verb]
    if subject is None or not told:
        return None
    first = verb + 1 + (syntax.word(verb + 1) == "as")
    last = max(syntax.subtree(told[0]))
    for more in told[1:]:  # "“provocations” | from Oslo"
        of = any(
            syntax.words[c] in ("from", "of", "by", "against") for c in syntax.kids(more, "case")
        )
        last = max(syntax.subtree(more)) if of and syntax.subtree(more)[0] == last + 1 else last
    part = trim(syntax, (syntax.tokens[first].start, syntax.tokens[last].end))
    if part is None or last < first:
        return None
    cue = verb_group(syntax, verb, lexicon)
    return Draft(noun_phrase(syntax, subject), cue, (part,), head=verb, by="rule")


def _of_claim(syntax: Syntax, lexicon: Cues, verb: int) -> Draft | None:
    """ "…, a claim the army denied": what is denied is the claim, in the reporter's words."""
    head = syntax.heads[verb]
    if syntax.deprel(verb) not in ("acl:relcl", "acl") or head < 0 or head > verb:
        return None
    frames = lexicon.verbs.get(lexical(syntax, verb, lexicon), {})
    asked = syntax.lemmas[head] in lexicon.nouns and frames.get("object") in ("reject", "condemn")
    told = syntax.lemmas[head] in words("harms", "told") or asked
    if not told or not happened(syntax, verb):
        return None
    subject = syntax.kid(verb, "nsubj")
    if subject is None or "object" not in frames or not head < subject < verb:
        return None
    if syntax.upos(subject) not in ("NOUN", "PROPN", "PRON"):
        return None
    source = noun_phrase(syntax, subject)
    cue = verb_group(syntax, verb, lexicon)
    verdict = syntax.kid(verb, "xcomp") if syntax.lemmas[verb] in CALLS else None
    called = () if verdict is None or verdict < verb else (syntax.span(syntax.subtree(verdict)),)
    return Draft(source, cue, (_named(syntax, head), *called), head=verb, by="rule")


def _by_whom(syntax: Syntax, lexicon: Cues, verb: int) -> Draft | None:
    """ "…, a claim denied by the army", "an allegation rejected as absurd by Lima"."""
    noun = syntax.heads[verb]
    if syntax.deprel(verb) != "acl" or noun < 0 or noun > verb or syntax.upos(noun) != "NOUN":
        return None
    if syntax.lemmas[noun] not in words("harms", "told") or syntax.words[verb].endswith("ing"):
        return None
    frames = lexicon.verbs.get(syntax.lemmas[verb], {})
    if frames.get("object") not in _ANSWERS or syntax.has(verb, "mark", "nsubj"):
        return None
    _, high = syntax.bounds[syntax.sentences[verb]]
    by = next(
        (i for i in range(verb + 1, min(verb + _NEAR, high)) if syntax.words[i] == "by"), None
    )
    if by is None or any(syntax.upos(i) in ("VERB", "AUX", "PUNCT") for i in range(verb + 1, by)):
        return None
    agent = syntax.heads[by]
    if agent <= by or syntax.upos(agent) not in ("NOUN", "PROPN", "PRON"):
        return None
    start, end = noun_phrase(syntax, agent, after=by)
    last = syntax.within(start, end)[-1]
    while last + 1 < high and syntax.upos(last + 1) == "PROPN":
        last += 1  # "the charity | SeaLine": a name that the tree cuts off
    source = start, max(end, syntax.tokens[last].end)
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    parts = [_named(syntax, noun)]
    if syntax.word(verb + 1) == "as":
        parts.append((syntax.tokens[verb + 1].start, syntax.tokens[by - 1].end))
    return Draft(source, cue, tuple(parts), head=verb, by="rule")


def _of_which(syntax: Syntax, lexicon: Cues, verb: int) -> Draft | None:
    """ "…, which Moscow also denied", "…, which it called a lie": of what stands before."""
    calls = syntax.lemmas[verb] in CALLS
    frames = lexicon.verbs.get(syntax.lemmas[verb], {})
    if not (calls or frames.get("object") == "deny") or not happened(syntax, verb):
        return None
    thing, subject = syntax.kid(verb, "obj"), syntax.kid(verb, "nsubj")
    if thing is None and syntax.deprel(verb) == "acl:relcl":
        thing = syntax.heads[verb] if syntax.words[syntax.heads[verb]] == "something" else None
    if thing is None or subject is None or not thing < subject < verb:
        return None
    if syntax.words[thing] not in ("which", "something"):
        return None
    token = syntax.tokens[thing]
    parts: list[Offsets] = [(token.start, token.end)]
    if calls:
        judged = next((k for k in syntax.kids(verb, "xcomp", "obl", "advcl") if k > verb), None)
        if judged is None:
            return None
        parts.append(syntax.span([i for i in syntax.subtree(judged) if i > verb]))
        if not appraises(syntax, parts[-1]):
            return None
    cue = verb_group(syntax, verb, lexicon)
    return Draft(noun_phrase(syntax, subject), cue, tuple(parts), head=verb, by="rule")


def appraises(syntax: Syntax, part: Offsets) -> bool:
    """Whether a thing is judged by what it is called: "the lake, which they call the Mirror"."""
    if any(mark in syntax.text[slice(*part)] for mark in '“"'):
        return True
    told = {syntax.lemmas[i] for i in syntax.within(*part)}
    return any(told & words("harms", listed) for listed in _JUDGEMENTS)


def of_thing(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft | None:
    """The tagged draft with what it judges: "an accusation that X | called | false"."""
    if draft.cue is None or draft.source is None:
        return None
    verb = head_of(syntax, draft.cue, lexicon)
    upon = verb is not None and syntax.words[verb + 1 : verb + 2] in (["on"], ["upon"], ["for"])
    if verb is not None and syntax.lemmas[verb] in CALLS and not upon:
        whole = _with_called(syntax, lexicon, verb, draft)
        if whole is not None:
            return whole
    if verb is None or syntax.deprel(verb) not in ("acl:relcl", "acl"):
        return None
    thing, calls = syntax.heads[verb], syntax.lemmas[verb] in CALLS
    acts = lexicon.verbs.get(lexical(syntax, verb, lexicon), {})
    judged = calls or acts.get("object") in ("deny", "reject", "condemn", "praise")
    first = syntax.at(draft.source[0])
    if thing < 0 or not judged or first is None:
        return None
    which = _which(syntax, verb, draft)
    if which is not None:
        return replace(draft, content=which) if which != draft.content else None
    if syntax.upos(thing) != "NOUN" or not thing < first < verb:
        return None
    if syntax.tokens[thing].end > draft.source[0]:
        return None
    if any(syntax.words[i] not in ("that", "which", ",") for i in range(thing + 1, first)):
        return None
    det = [k for k in syntax.kids(thing, "det", "amod") if k < thing]
    span = syntax.span([min([*det, thing]), thing])
    said = syntax.at(draft.content[0][0]) if draft.content else None
    if said is not None:
        told = syntax.lemmas[thing] in words("harms", "told")
        beside = said == verb + 1 and calls and told
        as_ = syntax.words[said] == "as"
        return replace(draft, content=(span, *draft.content)) if as_ or beside else None
    if not calls:
        return replace(draft, content=(span,))
    rest = [k for k in syntax.kids(verb, "xcomp", "obj", "amod") if k > verb]
    if not rest:
        return None
    told_as = syntax.span([i for i in syntax.subtree(rest[0]) if i > verb])
    return replace(draft, content=(span, told_as))


def _with_called(syntax: Syntax, lexicon: Cues, verb: int, draft: Draft) -> Draft | None:
    """ "calls | claim | “absurd”": what is called so stands between the verb and the name."""
    if len(draft.content) != 1 or draft.cue is None:
        return None
    start, end = draft.content[0]
    between = list(syntax.within(syntax.tokens[verb].end, start))
    nominal = all(syntax.upos(i) in _NOMINAL or syntax.lemmas[i] in lexicon.nouns for i in between)
    if not between or len(between) > _NEAR or not nominal or start < draft.cue[1]:
        return None
    if between[0] != verb + 1 or all(
        syntax.upos(i) in ("DET", "ADJ", "ADP", "PRON", "PART") for i in between
    ):
        return None
    cue = draft.cue[0], syntax.tokens[verb].end
    return replace(draft, cue=cue, content=((syntax.tokens[between[0]].start, end),))


def _which(syntax: Syntax, verb: int, draft: Draft) -> tuple[Offsets, ...] | None:
    """The "which" that the verb denies or judges, with what of the content is its judgement.

    What the tagger found beyond the paragraph is nobody's answer to it.
    """
    thing = syntax.kid(verb, "obj")
    if thing is None or syntax.words[thing] != "which" or thing > verb:
        return None
    token, here = syntax.tokens[thing], syntax.sentences[verb]
    kept = [
        part
        for part in draft.content
        if part[0] >= token.end
        and (first := syntax.at(part[0])) is not None
        and (syntax.lemmas[verb] in CALLS or syntax.words[first] == "as")
        and syntax.paragraphs[syntax.sentences[first]] == syntax.paragraphs[here]
    ]
    return ((token.start, token.end), *kept)


def _named(syntax: Syntax, noun: int) -> Offsets:
    """The noun with its article: "a claim"."""
    det = syntax.kid(noun, "det")
    return syntax.span(sorted({noun, det if det is not None else noun}))
