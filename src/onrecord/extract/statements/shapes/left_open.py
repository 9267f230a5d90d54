"""What is left open: kept back, not found out, not verified; and warnings by a set phrase."""

from __future__ import annotations

from onrecord.extract.statements.shapes.sift import FINDING
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, happened, negated, verb_group

_LEAST = 4
"""Words of a question at least that stands before whoever would not answer it."""
_PHRASE = 6
"""Words within which a set phrase ends, and what was said begins."""


def left_open(syntax: Syntax, lexicon: Cues, verb: int, speaker: int | None) -> Draft | None:
    """The statement that a verb makes by telling nothing, if it does."""
    return (
        _left_open(syntax, verb, speaker)
        or _unverified(syntax, verb, lexicon)
        or _not_found(syntax, verb, speaker)
        or _not_how(syntax, verb, speaker)
    )


def _left_open(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "Whether he knew | she would not say": an open question, and who would not answer it."""
    if syntax.lemmas[verb] not in ("say", "tell") or not negated(syntax, verb):
        return None
    low, _ = syntax.bounds[syntax.sentences[verb]]
    start = group_start(syntax, verb)
    modal = any(syntax.words[i] in ("would", "could", "wo") for i in range(start, verb))
    if not modal or syntax.words[low] not in ("whether", "what", "why", "how", "who", "where"):
        return None
    if speaker is None or speaker <= low + 2:
        return None
    source = noun_phrase(syntax, speaker)
    first = syntax.at(source[0])
    if first is None or first - low < _LEAST or source[1] > syntax.tokens[start].start:
        return None
    part = trim(syntax, (syntax.tokens[low].start, syntax.tokens[first - 1].end))
    cue = syntax.tokens[start].start, syntax.tokens[verb].end
    return Draft(source, cue, (part,), head=verb, by="rule") if part else None


def _unverified(syntax: Syntax, verb: int, lexicon: Cues) -> Draft | None:
    """ "The claim could not be independently verified": the report says so."""
    claim = syntax.kid(verb, "nsubj:pass")
    frames = lexicon.verbs.get(syntax.lemmas[verb], {})
    if claim is None or "confirm" not in frames.values() or not negated(syntax, verb):
        return None
    modals = {syntax.lemmas[kid] for kid in syntax.kids(verb, "aux")}
    if not modals & {"could", "can"} or syntax.has(verb, "obl:agent"):
        return None
    cases = [case for kid in syntax.kids(verb, "obl") for case in syntax.kids(kid, "case")]
    if any(syntax.words[case] == "by" for case in cases):
        return None
    part = noun_phrase(syntax, claim)
    return Draft(None, verb_group(syntax, verb, lexicon), (part,), head=verb, by="rule")


def _not_found(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "The paper | could not establish | who had filmed it": that it does not know."""
    if syntax.lemmas[verb] not in FINDING or speaker is None or not negated(syntax, verb):
        return None
    group = range(group_start(syntax, verb), verb)
    thing = next((k for k in syntax.kids(verb, "ccomp", "obj") if k > verb), None)
    if thing is None or not any(syntax.words[i] in ("could", "can", "unable") for i in group):
        return None
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    span = syntax.span(syntax.subtree(thing))
    part = trim(syntax, span) or span
    return Draft(noun_phrase(syntax, speaker), cue, (part,), head=verb, by="rule")


def _not_how(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "It | did not say | how", "did not say by whom": that it keeps this back."""
    if syntax.lemmas[verb] not in words("refusals", "comment") or speaker is None:
        return None
    helpers = {syntax.lemmas[k] for k in syntax.kids(verb, "aux")}
    if not negated(syntax, verb) or not helpers & {"do", "would"} or speaker > verb:
        return None
    _, high = syntax.bounds[syntax.sentences[verb]]
    asked = verb + 1 + (syntax.upos(min(verb + 1, high - 1)) == "ADP")
    if asked >= high or syntax.words[asked] not in words("refusals", "asked"):
        return None
    rest = [i for i in range(verb + 1, high) if syntax.upos(i) != "PUNCT"]
    part = trim(syntax, syntax.span(rest)) if len(rest) <= _PHRASE else None
    if part is None:
        return None
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    return Draft(noun_phrase(syntax, speaker), cue, (part,), head=verb, by="phrase")


def on_notice(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "put the firm on notice: if …", "gave Lima notice that …": a warning by a set phrase."""
    if syntax.lemmas[verb] not in ("put", "serve", "give") or not happened(syntax, verb):
        return None
    _, high = syntax.bounds[syntax.sentences[verb]]
    reach = range(verb + 1, min(verb + _PHRASE, high))
    noun = next((i for i in reach if syntax.words[i] == "notice"), None)
    if noun is None or speaker is None or is_first(syntax.word(speaker)):
        return None
    given = noun == verb + 1 or syntax.heads[noun] == verb
    if syntax.words[noun - 1] != "on" and (syntax.lemmas[verb] == "put" or not given):
        return None
    opens = next((i for i in range(noun + 1, high) if syntax.words[i] in ("that", ":")), None)
    if opens is None or opens + 3 > high or opens - noun > _PHRASE:
        return None
    start = opens + (syntax.words[opens] == ":")
    part = trim(syntax, (syntax.tokens[start].start, syntax.tokens[high - 1].end))
    if part is None:
        return None
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[noun].end
    return Draft(noun_phrase(syntax, speaker), cue, (part,), head=verb, by="rule")
