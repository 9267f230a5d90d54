"""Where two sources of one report tell another amount of one thing: kilometres flown, homes burnt,
how long it lasted, how many marched."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.quantities import CLOCK, Quantity, quantities, renewed
from onrecord.compare.inside.replies import elsewhere
from onrecord.compare.inside.tolls import elsewhere_told, two_sources
from onrecord.compare.pairs.claims import AFFIRMS, alike
from onrecord.compare.pairs.denials import only_ahead
from onrecord.link.words import mark_keys
from onrecord.records import Link, Slot

_NEAR = 8
"""Statements before an amount among which the one that it differs from is looked for."""
_NEXT = 3
"""The same, for things that are counted."""


def amounts(view: View) -> Iterator[Link]:
    """``contradicts``, slot ``number`` or ``time``, from an amount to that of another source."""
    told = [
        (place, said, found)
        for place, said in enumerate(view.ordered)
        if said.statement.act in AFFIRMS and (found := quantities(said))
    ]
    for number, (place, later, mine) in enumerate(told):
        for before, earlier, theirs in reversed(told[:number]):
            if place - before > _NEAR:
                break
            differ = _differ(earlier, theirs, later, mine, near=place - before <= _NEXT)
            facts = differ is not None and _facts(earlier, view) and _facts(later, view)
            if differ is not None and facts and not elsewhere_told(view, later):
                slot, why = differ
                yield link("contradicts", later, earlier, 0.6, why, slot)
                break


def _facts(said: Said, view: View) -> bool:
    """Whether it tells what is or was: no plan, no condition, no "not"."""
    statement = said.statement
    if statement.condition or statement.polarity != "positive" or only_ahead(said, view):
        return False
    return not said.matter.open


def _differ(
    earlier: Said,
    theirs: tuple[Quantity, ...],
    later: Said,
    mine: tuple[Quantity, ...],
    *,
    near: bool,
) -> tuple[Slot, str] | None:
    """In which slot, and why, two amounts of one thing cannot both be right."""
    if renewed(later) or not two_sources(earlier, later) or elsewhere(earlier, later):
        return None
    for one in mine:
        for other in theirs:
            if one.kind != other.kind or not one.apart(other) or not _of_one_thing(one, other):
                continue
            if not near and not (one.kind and one.groups & other.groups):
                continue
            if _several(one, mine) or _several(other, theirs):
                continue  # of several, each is of a part
            slot: Slot = "time" if one.kind == CLOCK else "number"
            return slot, f"“{one.text}” against “{other.text}”"
    return None


def _several(one: Quantity, told: tuple[Quantity, ...]) -> bool:
    return sum(other.kind == one.kind and bool(other.of) == bool(one.of) for other in told) > 1


def _of_one_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of one thing: measured alike, or called and told of alike."""
    common = one.groups & other.groups
    if one.kind or other.kind:
        shared = (one.near & other.near) | alike(one.near, other.near)
        if one.kind in ("money", "share", "duration"):
            return bool(common)
        if one.kind == CLOCK:
            return bool(common & {"beginning", "coming"})
        return bool(common) or (len(shared) >= 2 and bool(shared - mark_keys("generic")))
    if "crowd" in common:
        return True
    counted = one.of & other.of
    beside = (one.near & other.near) - counted
    beside |= alike(one.near - counted, other.near - counted)
    return bool(counted and beside)
