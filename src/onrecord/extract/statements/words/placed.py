"""Who or what somebody says that another is: "identified | the three as members of the gang",
"have linked | it to the rebels".

The verbs say nothing by themselves: a road links towns, and a body is identified.
"""

from __future__ import annotations

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import happened, verb_group

_LINKS = {"identify": "as", "link": "to", "tie": "to", "connect": "to"}


def placed(syntax: Syntax, lexicon: Cues, verb: int, speaker: int | None) -> Draft | None:
    """What a verb says that another is or belongs to; None where nobody is told to say it."""
    if not classing(syntax, verb) or not happened(syntax, verb):
        return None
    named = [k for k in syntax.kids(verb, "nsubj") if syntax.upos(k) in ("NOUN", "PROPN")]
    speaker = named[-1] if named else speaker
    if speaker is None:
        return None
    if syntax.upos(verb) != "VERB" or syntax.words[verb] in (syntax.lemmas[verb], "identifying"):
        return None
    link = _link(syntax, verb)
    if link is None or not _somebody(syntax, speaker) or speaker > verb:
        return None
    thing = syntax.kid(verb, "obj")
    whole = [i for i in syntax.subtree(syntax.heads[link]) if i >= link]
    end = syntax.tokens[max(whole)].end
    if thing is None or not verb < thing < link:
        return None
    part = trim(syntax, (noun_phrase(syntax, thing)[0], end))
    if part is None:
        return None
    source = _phrase(syntax, speaker)
    return Draft(source, verb_group(syntax, verb, lexicon), (part,), head=verb, by="rule")


def classing(syntax: Syntax, verb: int) -> bool:
    """Whether the verb is one of those."""
    return syntax.lemmas[verb] in _LINKS


def _link(syntax: Syntax, verb: int) -> int | None:
    """The preposition that leads to what another is, or belongs to."""
    word = _LINKS[syntax.lemmas[verb]]
    for kid in syntax.kids(verb, "obl", "advcl", "xcomp"):
        for case in syntax.kids(kid, "case", "mark"):
            if syntax.words[case] == word and case > verb:
                return case
    thing = syntax.kid(verb, "obj")
    for kid in syntax.kids(thing, "nmod", "acl") if thing is not None else ():
        for case in syntax.kids(kid, "case", "mark"):
            if syntax.words[case] == word and case > verb:
                return case
    return None


def _somebody(syntax: Syntax, speaker: int) -> bool:
    """Whether a noun is for persons, or for a body that speaks."""
    known, lemma = actor_words(), syntax.lemmas[speaker]
    listed = lemma in known.nouns or syntax.words[speaker] in known.plural
    return listed and syntax.upos(speaker) in ("NOUN", "PROPN")


def _phrase(syntax: Syntax, noun: int) -> Offsets:
    """A noun with what stands before it."""
    before = [k for k in syntax.children[noun] if k < noun and syntax.deprel(k) in (
        "det", "amod", "compound", "nummod", "nmod:poss", "flat")]  # fmt: skip
    first = min([noun, *(syntax.subtree(k)[0] for k in before)])
    last = max([noun, *(k for k in syntax.kids(noun, "flat") if k > noun)])
    return syntax.span([first, last])
