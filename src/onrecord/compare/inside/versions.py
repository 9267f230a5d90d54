"""Other versions of one event within a report: the accused's own, another doer, another toll.

What two sources tell of one and the same event of a report differs in plain sight: both stand on
the same page. Which event it is has been settled before (``same_event``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import REAL, EventFacts, Said, View
from onrecord.compare.accounts.figures import sole, sum_of
from onrecord.compare.accounts.matter import Tally
from onrecord.compare.inside.replies import elsewhere
from onrecord.compare.pairs.claims import affirms, alike, asserts
from onrecord.compare.pairs.denials import accused, one_side, within
from onrecord.compare.pairs.slots import excludes
from onrecord.link.words import capitals, has_mark, tokens
from onrecord.records import Link, Slot

_NEXT = 4
"""Statements behind a claim among which the accused's own version is looked for."""


def versions(view: View, same: Sequence[Link]) -> Iterator[Link]:
    """``contradicts`` from the version told later. ``same`` are the report's ``same_event``."""
    yield from _own(view)
    roots = {one.from_: one.to for one in same}
    told = [(said, _about(said, view, roots)) for said in view.ordered if _account(said)]
    for place, (later, mine) in enumerate(told):
        for earlier, theirs in told[:place]:
            if one_side(earlier, later) or not mine.keys() & theirs.keys():
                continue
            if _in_one_breath(earlier, later) or sum_of(earlier, later):
                continue
            found = _doers(earlier, later) or _tolls(mine, theirs)
            if found is not None and not elsewhere(earlier, later):
                slot, why = found
                yield link("contradicts", later, earlier, 0.65, why, slot)


def _in_one_breath(one: Said, other: Said) -> bool:
    """Whether one is told within the other: who shares a view does not gainsay it."""
    return any(
        mine.start < theirs.end and theirs.start < mine.end
        for mine, theirs in product(one.statement.content, other.statement.content)
    )


def _own(view: View) -> Iterator[Link]:
    """What the accused says that it was instead: "hit only fighters", "blew it up themselves"; and
    who says that it was nobody: "a gas leak"."""
    for place, reply in enumerate(view.ordered):
        told = tokens(reply.text)
        otherwise, cause = has_mark("instead", told), has_mark("causes", told)
        if "themselves" in told and has_mark("bombers", told):
            continue  # who blew themselves up
        if not _account(reply) or not (otherwise or cause):
            continue
        for claim in reversed(view.ordered[max(0, place - _NEXT) : place]):
            if not affirms(claim) or one_side(claim, reply) or elsewhere(claim, reply):
                continue
            if not cause and not _of_the_deed(reply, claim):
                continue  # "the only way to buy them"
            harm = claim.statement.act == "accuse" or bool(claim.matter.heads)
            blamed = cause and bool(claim.matter.doers) and not _causes(claim)
            if harm and (blamed or accused(claim, reply, view)):
                teller = "told otherwise" if blamed else "the accused tells it otherwise"
                why = f"{teller}: {quote(reply.text)}"
                yield link("contradicts", reply, claim, 0.6, why, "who" if blamed else "whether")
                break


def _of_the_deed(reply: Said, claim: Said) -> bool:
    """Whether a reply tells of what is laid at the speaker's door, in a word that is no name."""
    shared = (reply.keys & claim.keys) | alike(reply.keys, claim.keys)
    own = shared - reply.matter.where - reply.matter.names - capitals(reply.text)
    return bool(own or reply.matter.heads & claim.matter.heads)


def _causes(said: Said) -> bool:
    return has_mark("causes", tokens(said.text))


def _account(said: Said) -> bool:
    return asserts(said) and said.who is not None


def _about(said: Said, view: View, roots: Mapping[str, str]) -> dict[str, list[EventFacts]]:
    """The events that a statement tells, each under the first telling of it."""
    found: dict[str, list[EventFacts]] = {}
    for event in view.events.values():
        if event.event.status in REAL and within(event, said.statement):
            found.setdefault(roots.get(event.event.id, event.event.id), []).append(event)
    return found


def _doers(earlier: Said, later: Said) -> tuple[Slot, str] | None:
    """Each lays one event at another's door, or takes it upon himself."""
    one, other = _blamed(earlier), _blamed(later)
    if not one or not other or one & other:
        return None
    names = " against ".join((" and ".join(sorted(one)), " and ".join(sorted(other))))
    return "who", f"who did it: {names}"


def _blamed(said: Said) -> frozenset[str]:
    if said.statement.act == "accuse":
        return said.matter.doers
    owns = has_mark("owning", tokens(said.statement.cue.text)) if said.statement.cue else False
    return frozenset({said.matter.voice}) if owns and said.matter.voice else frozenset()


def _tolls(
    mine: Mapping[str, list[EventFacts]], theirs: Mapping[str, list[EventFacts]]
) -> tuple[Slot, str] | None:
    """Two tolls of one event that exclude each other."""
    for root in mine.keys() & theirs.keys():
        for one, other in product(sole(_tallies(mine[root])), sole(_tallies(theirs[root]))):
            # "Thirty soldiers" may be some of "eight killed" in another telling, or others.
            if one.what == other.what and one.noun == other.noun and excludes(one, other):
                return "number", f"“{one.text}” against “{other.text}” {one.what}"
    return None


def _tallies(events: Sequence[EventFacts]) -> list[Tally]:
    return [tally for event in events for tally in event.matter.tallies]
