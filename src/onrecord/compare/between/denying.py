"""Whether a statement of one report denies what another report tells.

That the two are of one matter is weighed elsewhere (``onematter``); here it is asked whether the
one denies at all, whether it may be answering this claim, and whether it has more in common with
it than names.
"""

from __future__ import annotations

from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.negation import attitude, negates
from onrecord.compare.accounts.whose import owner
from onrecord.compare.pairs.claims import alike
from onrecord.compare.pairs.gainsaid import met
from onrecord.link.words import capitals, has_mark, mark_keys, tokens

_BRIEF = 3
"""Words of a matter of which one is a good part."""
_FIRST = 6
"""Words of a statement among which stands that something is not so."""
_AHEAD = frozenset({"will", "would", "wouldnt", "wont", "shall"})
_OFFICIAL = frozenset({"government", "office", "military"})


def denying(said: Said) -> bool:
    """Whether it says that something is not so; who rejects a demand denies nothing."""
    told = tokens(said.text)[:_FIRST]
    claimed = told[:1] == ["that"] or has_mark("claiming", told)
    if said.statement.act == "deny":
        return not _only_said(said) or _contrary(said, told)
    ahead = not _AHEAD.isdisjoint(told[:4])  # "that it would not take part"
    return said.statement.act == "reject" and claimed and not ahead


def of_it(denial: Said, claim: Said) -> bool:
    """Whether what is denied may be what the claim tells.

    Where somebody just says that there was none of it, the word that is negated must be the
    claim's: "there is no requirement to trace it" denies no word on whoever traced it.
    """
    if only_names(denial, claim) or _of_other_sides(denial, claim) or too_little(denial, claim):
        return False
    if both_negate(denial, claim):
        return False
    if denial.statement.act != "deny" or not _only_said(denial) or not negates(_opening(denial)):
        return True
    return bool(met(denial, claim))


def both_negate(denial: Said, claim: Said) -> bool:
    """Whether both say that it was not: "he had no gun", "there had been no gun at all"."""
    return _only_said(denial) and negates(_opening(denial)) and negates(tokens(claim.text))


def too_little(denial: Said, claim: Said) -> bool:
    """Whether they share one word, and it names no act that both tell of: a studio, parole.

    Of whoever is accused, who denies a part in something, one word is enough: "at the market".
    """
    one, two = denial.matter, claim.matter
    if one.voice is not None and one.voice in two.doers and denial.statement.act == "deny":
        return False
    shared = one.keys & two.keys
    shared |= alike(*sorted((one.keys - shared, two.keys - shared), key=sorted))
    if len(shared) != 1 or one.heads & two.heads or min(len(one.keys), len(two.keys)) <= _BRIEF:
        return False
    if shared & (capitals(denial.text) | capitals(claim.text)):
        return False  # a ship or a village by its name
    return not shared & one.where and not (one.spots or one.setting) & (two.spots or two.setting)


def only_names(one: Said, other: Said, *, any_act: bool = False) -> bool:
    """Whether they share names of persons and no more: he was not beaten, and he eats nothing.

    ``any_act``: one name is too little though the acts be one.
    """
    shared = one.matter.keys & other.matter.keys
    if not shared or shared & (one.matter.where | other.matter.where):
        return False
    mine, theirs = capitals(one.text), capitals(other.text)
    if len(shared) > 1:
        return shared <= mine & theirs
    return shared <= mine | theirs and (any_act or _other_acts(one, other))


def other_sides(one: Said, other: Said) -> bool:
    """Whether each names states, and none in common."""
    mine, theirs = one.matter.sides, other.matter.sides
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def answers(denial: Said, claim: Said) -> bool:
    """Whether who denies may be answering: not for another than the accused, and not before."""
    whose = owner(denial)
    if whose is not None and (whose.is_another(claim) or _another_sort(whose.called, claim)):
        return False
    voice, accused = denial.matter.voice, claim.matter.doers
    if voice is not None and accused and voice not in accused:
        if not denial.matter.doers & accused:
            return False
    return not told_before(denial, claim)


def told_before(denial: Said, claim: Said) -> bool:
    """Whether the claim was made only after the denial, by its report's day or its own."""
    for one, other in ((claim.published, denial.published), (claim.days, denial.days)):
        if one is not None and other is not None and one.start > other.start:
            return True
    return False


def named(denial: Said, claim: Said) -> bool:
    """Whether a denial names the claim's source: "the harbour master's complaint"."""
    whose = owner(denial)
    return whose is not None and whose.is_source(claim)


def _opening(said: Said) -> list[str]:
    return tokens(said.text)[:_FIRST]


def _only_said(said: Said) -> bool:
    """Whether the denial is in what is said, and not in the word for saying it."""
    cue = said.statement.cue
    return cue is not None and has_mark("plain_saying", tokens(cue.text)[-1:])


def _contrary(said: Said, told: list[str]) -> bool:
    """Whether the words themselves say that it is not so, or that a claim is false: "the change is
    absurd" calls no claim false."""
    if negates(told):
        return not attitude(said.text)
    if has_mark("claiming", tokens(said.text)) or has_mark("dismissing", told[:3]):
        return True
    return not has_mark("dismissing", tokens(said.text))


def _other_acts(one: Said, other: Said) -> bool:
    """Whether both tell of acts, and of none that may be one."""
    heads = one.matter.heads, other.matter.heads
    if any(found & mark_keys("general") for found in heads):
        return False  # "the attack" may be any
    return all(heads) and heads[0].isdisjoint(heads[1]) and not alike(*sorted(heads, key=sorted))


def _of_other_sides(denial: Said, claim: Said) -> bool:
    """Whether each names states, and none in common: a Chinese cutter and a Thai trawler."""
    mine = denial.matter.sides | ({denial.matter.voice} - {None})
    theirs = claim.matter.sides | ({claim.matter.voice} - {None})
    return bool(denial.matter.sides and claim.matter.sides) and mine.isdisjoint(theirs)


def _another_sort(called: frozenset[str], claim: Said) -> bool:
    """Whether "the rebels' claim" is said to be denied, and this is a ministry's; or a ministry's,
    and this is the rebels'."""
    if claim.who is None:
        return False
    if called & mark_keys("unofficial"):
        return claim.who.kind in _OFFICIAL
    source = claim.statement.source
    theirs = tokens(source.span.text) if source else []
    return bool(called & mark_keys("officials")) and has_mark("unofficial", theirs)
