"""Who is named, who is not, and who is blamed in a clause that describes a deed.

"The papers identify the man as X" tells who he is; "did not name the suspect" keeps it back.
"""

from __future__ import annotations

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, happened, negated


def identifies(syntax: Syntax, verb: int) -> bool:
    """ "identified | the man | as X": the verb, where it says who somebody is."""
    if syntax.lemmas[verb] not in words("refusals", "naming") or syntax.upos(verb) != "VERB":
        return False
    if syntax.words[verb].endswith("ing") or syntax.has(verb, "aux:pass", "nsubj:pass"):
        return False
    thing = syntax.kid(verb, "obj")
    itself = thing is not None and syntax.words[thing].endswith(("self", "selves"))
    return syntax.lemmas[verb] == "identify" and not itself and _as(syntax, verb) is not None


def naming(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """A statement of who somebody is, or one that keeps it back."""
    return named(syntax, verb, speaker) or withheld(syntax, verb, speaker)


def named(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "The papers | identify | the man as X": told by the papers."""
    thing = syntax.kid(verb, "obj")
    if speaker is None or thing is None or not identifies(syntax, verb):
        return None
    if not happened(syntax, verb) or negated(syntax, verb):
        return None
    last = _as(syntax, verb)
    assert last is not None
    start = noun_phrase(syntax, thing)[0]
    end = syntax.span([i for i in syntax.subtree(last) if i >= last])[1]
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    source = noun_phrase(syntax, speaker)
    return Draft(source, cue, ((start, end),), head=verb, by="rule") if end > start else None


def _as(syntax: Syntax, verb: int) -> int | None:
    """The head of what stands behind "as"."""
    thing = syntax.kid(verb, "obj")
    held = syntax.kids(verb, "obl", "xcomp", "advcl")
    held += syntax.kids(thing, "nmod", "acl") if thing is not None else []
    for kid in held:
        if any(syntax.words[k] == "as" and k > verb for k in syntax.kids(kid, "case", "mark")):
            return kid
    return None


def withheld(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "The army | did not identify | the dead": it kept back who they are."""
    thing = syntax.kid(verb, "obj")
    if speaker is None or thing is None or not keeps_back(syntax, verb):
        return None
    source = noun_phrase(syntax, speaker)
    part = trim(syntax, syntax.span([i for i in syntax.subtree(thing) if i > verb]))
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    return Draft(source, cue, (part,), head=verb, by="rule") if part else None


def keeps_back(syntax: Syntax, verb: int) -> bool:
    """Whether somebody did not name or tell what they know: "has not named the suspect"."""
    gives = syntax.lemmas[verb] in ("release", "give", "provide")
    would = any(syntax.words[k] in ("would", "will", "wo") for k in syntax.kids(verb, "aux"))
    gives = gives and (would or syntax.lemmas[verb] == "release")
    names = syntax.lemmas[verb] in words("refusals", "naming")
    if not (gives or names) or not negated(syntax, verb):
        return False
    helpers = [syntax.lemmas[k] for k in syntax.kids(verb, "aux")]
    if not helpers or set(helpers) - {"do", "have", "will", "would"}:
        return False
    subject, thing = syntax.subject(verb), syntax.kid(verb, "obj")
    if subject is None or thing is None or thing < verb or syntax.has(verb, "mark"):
        return False
    whom = names and somebody(syntax, thing)
    return somebody(syntax, subject) and (whom or _told(syntax, thing))


def _told(syntax: Syntax, thing: int) -> bool:
    return syntax.lemmas[thing] in words("refusals", "kept_back") | words("refusals", "detail")


def somebody(syntax: Syntax, index: int) -> bool:
    """Whether a word may be of a person or a body."""
    known, lemma, word = actor_words(), syntax.lemmas[index], syntax.words[index]
    if syntax.upos(index) == "PROPN" or (syntax.upos(index) == "PRON" and word not in ("it",)):
        return True
    return lemma in known.nouns or word in known.nouns or word in known.plural


def laid_to(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "riots | that officials | blamed | on anarchists": an accusation about the noun before."""
    noun = syntax.heads[verb]
    if syntax.lemmas[verb] != "blame" or syntax.deprel(verb) != "acl:relcl" or noun < 0:
        return None
    if speaker is None or speaker > verb or not happened(syntax, verb):
        return None
    relative = noun < speaker and syntax.words[verb + 1 : verb + 2] == ["on"]
    on = next((k for k in syntax.kids(verb, "obl", "obj") if k > verb + 1), None)
    if not relative or on is None:
        return None
    part = trim(syntax, syntax.span([i for i in syntax.subtree(on) if i > verb]))
    first = syntax.span([i for i in syntax.subtree(noun) if i <= noun and _own(syntax, noun, i)])
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    if part is None:
        return None
    return Draft(noun_phrase(syntax, speaker), cue, (first, part), head=verb, by="rule")


def _own(syntax: Syntax, noun: int, index: int) -> bool:
    """Whether a word before a noun is one of its own, and no preposition."""
    return index == noun or (
        syntax.heads[index] == noun
        and syntax.deprel(index) in ("det", "amod", "compound", "nummod")
    )
