"""What the form of a clause makes of it under a plain "said": a promise to spare somebody, a
refusal to deal with them, a flat denial: "would not touch the villagers", "not one shot was fired".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.fields.menaces import Vote
from onrecord.extract.statements.fields.traits import ClauseFeatures, Features
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Syntax

Turn = Literal["spares", "shuns", "none", "gives_word", "punishes"]
"""What a clause does by its form; see the functions below."""

_DO = frozenset({"do", "does"})
_WORDS_GIVEN = frozenset({"promise", "pledge", "guarantee", "vow", "assure"})
_FLAT = 2
"""Words between a "not" and the noun of which there was not one."""


def turn_of(syntax: Syntax, clause: Clause) -> Turn | None:
    """What a clause does by its form; None where it only tells something."""
    if _gives_word(syntax, clause):
        return "gives_word"
    if _none(syntax, clause):
        return "none"
    if _punishes(syntax, clause):
        return "punishes"
    if not clause.negated or clause.subject is None:
        return None
    if _spares(syntax, clause):
        return "spares"
    return "shuns" if _shuns(syntax, clause) else None


def by_turn(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """The votes that the form of a clause gives, for the side that speaks."""
    own = clause.side == "own"
    plain = features.cue.act in ("assert", None) and not features.cue.negated
    if clause.turn == "spares" and own and features.partisan and plain:
        yield Vote("pledge", 3.0, f"the speaker's side will not {clause.predicate} them")
    elif clause.turn == "shuns" and own and features.partisan:
        yield Vote("reject", 3.5, f"the speaker's side does not {clause.predicate}")
    elif clause.turn == "none" and features.official and plain:
        yield Vote("deny", 4.5, "not one such thing is said to have been done")
    elif clause.turn == "gives_word" and plain:
        yield Vote("pledge", 4.0, "the speaker's word is given for it")
    elif clause.turn == "punishes" and features.official and plain and not features.observer:
        act: Literal["threaten", "pledge"] = "threaten" if features.conditional else "pledge"
        yield Vote(act, 3.0, "the state's punishment is held out")


def _spares(syntax: Syntax, clause: Clause) -> bool:
    """ "would not touch the villagers", "will not shoot at the crowd": harm to somebody."""
    if not clause.future or syntax.has(clause.head, "aux:pass"):
        return False
    verb = syntax.lemmas[clause.head]
    harms = verb in words("harms", "harm") or verb in words("harms", "sparing")
    return harms and syntax.has(clause.head, "obj", "obl")


def _shuns(syntax: Syntax, clause: Clause) -> bool:
    """ "We do not negotiate with kidnappers": what they never do, and now neither."""
    if syntax.lemmas[clause.head] not in words("harms", "dealing") or not clause.quoted:
        return False
    if clause.subject is None or not is_first(syntax.words[clause.subject]):
        return False
    auxiliaries = {syntax.words[k] for k in syntax.kids(clause.head, "aux")}
    whom = [k for k in syntax.kids(clause.head, "obl", "obj")
            if syntax.lemmas[k] not in ("other", "another", "each")]  # fmt: skip
    cases = {syntax.words[c] for k in whom for c in syntax.kids(k, "case")}
    return bool(auxiliaries & _DO) and bool(cases & {"with", "to"})


def _none(syntax: Syntax, clause: Clause) -> bool:
    """ "Not one shot was fired", "not a single soldier crossed": what would have been a deed."""
    subject = clause.subject
    if subject is None or clause.modals or clause.future:
        return False
    before = syntax.words[max(subject - _FLAT - 1, 0) : subject]
    flat = any(before[n : n + 2] in (["not", "one"], ["not", "a"]) for n in range(len(before)))
    things = words("harms", "arms") | words("harms", "deed") | words("harms", "ranks")
    return flat and syntax.lemmas[subject] in things | {"bullet", "round", "cartridge"}


def _gives_word(syntax: Syntax, clause: Clause) -> bool:
    """ "What I can promise is that the road will be open": in somebody's own words."""
    if not clause.quoted or clause.negated:
        return False
    low = syntax.bounds[syntax.sentences[clause.head]][0]
    opening = [i for i in range(low, min(low + 8, clause.head + 1)) if syntax.upos(i) != "PUNCT"]
    lead = [syntax.words[i] for i in opening]
    if lead[:1] != ["what"] or not is_first((lead[1:2] or [""])[0]):
        return False
    verb = next((n for n, i in enumerate(opening) if syntax.lemmas[i] in _WORDS_GIVEN), None)
    return verb is not None and verb + 1 < len(lead) and lead[verb + 1] in ("you", "is", "them")


def _punishes(syntax: Syntax, clause: Clause) -> bool:
    """ "the perpetrators would be punished", "whoever broke the order would be jailed"."""
    head, subject = clause.head, clause.subject
    if clause.negated or not clause.future or not syntax.has(head, "aux:pass"):
        return False
    if subject is None:
        return False
    verb, who = syntax.lemmas[head], syntax.lemmas[subject]
    guilty = words("harms", "villain") | words("harms", "doers") | words("harms", "guilt")
    if verb in words("harms", "requiting") and who in guilty | {"offender", "violator"}:
        return True
    harms = verb in words("harms", "requiting") or verb in words("harms", "harm")
    return harms and who in ("whoever", "anyone", "anybody")
