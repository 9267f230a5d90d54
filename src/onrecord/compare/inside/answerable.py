"""Which claims a denial in a word may answer: others' that affirm, and whom they accuse."""

from __future__ import annotations

from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.denials import accused, one_side, tells_of
from onrecord.link.words import has_mark, keys, mark_stems, tokens

_ARTICLE = 4
"""Characters of an article before the one who is accused."""


def of_harm(claim: Said, view: View) -> bool:
    """Whether a claim accuses, in its act or by the harm that it tells of."""
    return claim.statement.act == "accuse" or tells_of(claim, view, ("ASSAULT", "COERCE"))


def others_claim(claim: Said, denial: Said) -> bool:
    """Whether a statement is a claim of somebody else."""
    if claim.statement.act not in AFFIRMS:
        return False
    cue = claim.statement.cue
    if claim.who is None and cue is not None and has_mark("published", tokens(cue.text)):
        return True  # "is reported to have …"
    if claim.statement.source is None and claim.statement.act == "accuse":
        return claim.statement.within is None  # "is accused of"
    if one_side(claim, denial):
        return False
    return claim.who is not None and not own_names(denial) & keys(claim.who.label)


def affirmed(claim: Said, denial: Said, view: View) -> bool:
    """Whether it tells of something as done, in whatever words ("no other explanation than …")."""
    return claim.statement.polarity == "positive" or blames(claim, denial, view)


def blames(claim: Said, denial: Said, view: View) -> bool:
    """Whether a claim is an accusation, or tells of the one who denies."""
    return claim.statement.act == "accuse" or accused(claim, denial, view)


def at_another(claim: Said, denial: Said, view: View) -> bool:
    """ "accused the army of coming late": not whoever else denies to have had a part in it."""
    if accused(claim, denial, view):
        return False
    opens = min((span.start for span in claim.statement.content), default=0)
    return any(
        actor.kind in ("government", "military", "armed_group", "office", "igo")
        and any(opens <= mention.start <= opens + _ARTICLE for mention in actor.mentions)
        for actor in view.record.actors
    )


def own_names(denial: Said) -> frozenset[str]:
    """Keys of the names in the words for the source: "army spokesman", "the Freedom Army's X"."""
    source = denial.statement.source
    return frozenset() if source is None else keys(source.span.text) - mark_stems("officials")
