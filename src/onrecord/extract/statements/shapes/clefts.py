"""Sayings that a cleft turns round: "What people here are telling us | is that the bridge fell"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import negated

_NAMING = ("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON", "ADP", "ADV")
_MOST = 14
"""Words from "what" to the verb of being, at most."""
_LED_TO = frozenset({"keep", "go", "continue"})
"""Verbs that only say how one told it: "kept telling us"."""
_BE = frozenset({"is", "was", "'s", "’s"})


def cleft(syntax: Syntax, lexicon: Cues, what: int) -> Draft | None:
    """The statement that "what" opens: somebody, a verb of saying, "is", and what they say."""
    low, high = syntax.bounds[syntax.sentences[what]]
    if syntax.word(what) != "what" or not _opens(syntax, what, low):
        return None
    reach = range(what + 2, min(what + _MOST, high - 2))
    be = next((i for i in reach if syntax.words[i] in _BE and _tells(syntax, i + 1, high)), None)
    if be is None:
        return None
    verb = next((i for i in range(what + 2, be) if _says(syntax, lexicon, i)), None)
    if verb is None or negated(syntax, verb):
        return None
    first = verb
    while first > what + 1 and (
        syntax.upos(first - 1) == "AUX" or syntax.lemmas[first - 1] in _LED_TO
    ):
        first -= 1
    who = next((k for k in range(first - 1, what, -1) if syntax.upos(k) in ("NOUN", "PROPN")), None)
    named = all(syntax.upos(i) in _NAMING for i in range(what + 1, first))
    if who is None or not named or is_first(syntax.words[what + 1]):
        return None
    source = min(noun_phrase(syntax, who)[0], syntax.tokens[what + 1].start)
    span = (source, syntax.tokens[first - 1].end)
    part = trim(syntax, (syntax.tokens[be + 1].start, syntax.tokens[high - 1].end))
    cue = syntax.tokens[first].start, syntax.tokens[verb].end
    return Draft(span, cue, (part,), head=verb, by="phrase") if part else None


def _opens(syntax: Syntax, what: int, low: int) -> bool:
    """Whether a clause begins with the word: "“What …", "but what …"."""
    before = range(low, what)
    return all(syntax.upos(i) in ("PUNCT", "CCONJ", "ADV", "INTJ") for i in before)


def _tells(syntax: Syntax, after: int, high: int) -> bool:
    """Whether a clause stands behind the verb of being: "that …", or a subject and its verb."""
    if after + 2 >= high:
        return False
    if syntax.words[after] in ("that", ":", ",", "“", '"'):
        return True
    verb = next((i for i in range(after, high) if syntax.upos(i) in ("VERB", "AUX")), None)
    return verb is not None and verb > after and any(
        after <= k < verb for k in syntax.kids(verb, "nsubj", "nsubj:pass")
    )  # fmt: skip


def _says(syntax: Syntax, lexicon: Cues, verb: int) -> bool:
    """Whether a verb tells what follows: "say", "tell"; not "want", "know"."""
    frames = lexicon.verbs.get(syntax.lemmas[verb], {})
    return syntax.upos(verb) == "VERB" and bool({"clause", "person"} & frames.keys())


def uncleft(syntax: Syntax, lexicon: Cues, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each cleft as one statement, in place of what was drawn around its cue."""
    whats = [i for i, word in enumerate(syntax.words) if word == "what"]
    told = [draft for i in whats if (draft := cleft(syntax, lexicon, i)) is not None]
    if not told:
        return list(drafts)
    spans = [(one.source[0], one.content[0][0]) for one in told if one.source]
    kept = [d for d in drafts if not (d.cue and any(overlap(d.cue, span) for span in spans))]
    return [*kept, *told]
