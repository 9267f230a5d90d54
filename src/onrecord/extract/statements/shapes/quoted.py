"""Whom somebody quotes: "X was quoted by Y as saying that …", "Y quoted X as saying …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim

_FAR = 16
"""Words from "quoted" to "saying"."""
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
_NOMINAL = ("NOUN", "PROPN", "PRON")


def quoted_as(syntax: Syntax, verb: int) -> Iterator[Draft]:
    """The words of whoever is quoted "as saying" them."""
    if syntax.lemmas[verb] not in ("quote", "cite"):
        return
    _, high = syntax.bounds[syntax.sentences[verb]]
    reach = range(verb + 2, min(verb + _FAR, high))
    saying = next((i for i in reach if syntax.words[i - 1 : i + 1] == ["as", "saying"]), None)
    passive = syntax.kid(verb, "nsubj:pass")
    behind = saying is not None and passive is not None and _before(syntax, verb, saying, passive)
    if behind:
        yield behind
        return
    if saying is None or saying + 2 >= high:
        return
    source: Offsets | None
    if passive is not None:
        source = noun_phrase(syntax, passive)
    elif saying - 2 > verb:
        source = _object(syntax, verb, saying)  # "quoted X as saying"
    else:
        subject = syntax.kid(verb, "obj", "nsubj")
        source = noun_phrase(syntax, subject) if subject is not None else None
    part = trim(syntax, (syntax.tokens[saying + 1].start, syntax.tokens[high - 1].end))
    if part is not None and source is not None and source[1] <= syntax.tokens[saying].start:
        cue = (syntax.tokens[saying - 1].start, syntax.tokens[saying].end)
        yield Draft(source, cue, (part,), head=saying, by="rule")


def _before(syntax: Syntax, verb: int, saying: int, subject: int) -> Draft | None:
    """What was said where it stands before the speaker: "…," X was quoted by Y as saying."""
    low, high = syntax.bounds[syntax.sentences[verb]]
    source = noun_phrase(syntax, subject)
    first = syntax.at(source[0])
    if first is None or not low + 1 < first < verb or syntax.words[subject] in _RELATIVE:
        return None
    if syntax.tokens[first - 1].text not in _CLOSING:
        return None
    if any(syntax.upos(i) == "VERB" for i in range(saying + 1, high)):
        return None
    part = trim(syntax, (syntax.tokens[low].start, syntax.tokens[first - 1].end))
    verbs = part is not None and any(syntax.upos(i) == "VERB" for i in syntax.within(*part))
    if part is None or not verbs:
        return None
    cue = (syntax.tokens[saying - 1].start, syntax.tokens[saying].end)
    return Draft(source, cue, (part,), head=saying, by="rule")


_CLOSING = frozenset(
    {",", '"', "\N{RIGHT DOUBLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}", "''"}
)
_RELATIVE = frozenset({"who", "which", "that"})


def _object(syntax: Syntax, verb: int, saying: int) -> Offsets | None:
    """Who stands between the verb and "as saying", less the day: "quoted | on Friday | an aide"."""
    days = words("refusals", "days")
    first = verb + 1
    while first < saying - 1 and (syntax.words[first] in days or syntax.words[first] == "on"):
        first += 1
    run = first
    while run < saying - 1 and (syntax.upos(run) in _PHRASE or syntax.deprel(run) == "amod"):
        run += 1  # "an informed source"
    while run > first and syntax.upos(run - 1) not in _NOMINAL:
        run -= 1
    verbs = (i for i in range(first, run) if syntax.upos(i) == "VERB")
    if run == first or any(syntax.deprel(i) != "amod" for i in verbs):
        return None
    return syntax.span([first, saying - 2])


def of_document(syntax: Syntax, verb: int) -> Iterator[Draft]:
    """ "a report | that | says | the minister has resigned", where the tree hides the clause."""
    if syntax.lemmas[verb] not in ("say", "claim", "state", "allege"):
        return
    noun, that = syntax.heads[verb], verb - 1
    relative = syntax.deprel(verb) == "acl:relcl" and 0 <= noun < that
    if not relative or syntax.words[that] not in ("that", "which") or syntax.has(verb, "ccomp"):
        return
    if syntax.lemmas[noun] not in words("channels", "voice") | words("channels", "dated"):
        return
    _, high = syntax.bounds[syntax.sentences[verb]]
    part = trim(syntax, (syntax.tokens[verb].end, syntax.tokens[high - 1].end))
    rest = range(verb + 1, high)
    if part is None or not any(syntax.upos(i) in ("VERB", "AUX") for i in rest):
        return
    if any(syntax.tokens[i].text == "," for i in rest):
        return
    yield Draft(syntax.span([that]), syntax.span([verb]), (part,), head=verb, by="rule")
