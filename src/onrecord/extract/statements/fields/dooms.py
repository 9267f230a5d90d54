"""What is to be done to others, told without a doer: whose hand it will be, who speaks makes plain.

"Any ship that enters will be sunk", said by those who have the guns, is no prophecy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.fields.menaces import Vote
from onrecord.extract.statements.fields.traits import ClauseFeatures, Doom, Features
from onrecord.extract.statements.fields.wording import idiom
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax

_ANY = frozenset({"any", "every", "all", "each", "anyone", "anybody", "everyone", "whoever"})


def doom_of(syntax: Syntax, clause: Clause) -> Doom | None:
    """What a clause holds out: an end by its idiom, a deed that takes a hand (done to all who do
    something, or to some), or an assault of those who speak."""
    subject = clause.subject
    if not clause.future or (subject is None and not syntax.has(clause.head, "csubj")):
        return None
    lemmas = [syntax.lemmas[i] for i in clause.core]
    if clause.negated:
        return "end" if idiom(lemmas, words("harms", "return")) else None
    if idiom(lemmas, words("harms", "end")):
        return "end"
    passive = syntax.has(clause.head, "aux:pass")
    onset = syntax.lemmas[clause.head] in words("harms", "onset")
    if not passive and (onset or idiom(lemmas, words("harms", "assault"))):
        return "assault"
    return _by_hand(syntax, clause, subject, passive=passive)


def _by_hand(
    syntax: Syntax, clause: Clause, subject: int | None, *, passive: bool
) -> Literal["whoever", "hand"] | None:
    """ "would be sunk", "will burn": nobody's name to it."""
    by = any(syntax.words[k] == "by" for i in clause.core for k in syntax.kids(i, "case"))
    done = words("harms", "by_hand" if passive else "by_fire")
    if by or syntax.lemmas[clause.head] not in done or syntax.has(clause.head, "obj"):
        return None
    if subject is None:
        return "whoever"
    some = syntax.has(subject, "acl:relcl") or syntax.has(subject, "acl")
    named = {syntax.words[k] for k in syntax.kids(subject, "det")} | {syntax.words[subject]}
    return "whoever" if some or named & _ANY else "hand"


def dooms(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """A threat, where those who speak are the ones who would do it."""
    party = features.armed or features.official or features.unplaced
    if not party or features.observer or features.court or features.cue.act == "predict":
        return
    if clause.doom == "end" and clause.side != "own":
        yield Vote("threaten", 3.4, "it is to be the end of them")
    elif clause.doom == "assault" and clause.side == "own":
        yield Vote("threaten", 3.4, "the speaker's side will come upon them")
    elif clause.doom in ("hand", "whoever") and clause.side != "own":
        if clause.predicate == "destroy" and not (features.armed or features.defied):
            return  # "all weapons handed in would be destroyed"
        if (
            features.armed
            or (features.official and features.conditional)
            or clause.doom == "whoever"
        ):
            yield Vote("threaten", 3.4, "it takes a hand to do it, and it is theirs who speak")
