"""Whether two statements of a report are of two sources, of which neither only passes on the
other's word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.figures import differ
from onrecord.compare.inside.replies import elsewhere
from onrecord.compare.pairs.claims import alike, told_figures
from onrecord.compare.pairs.denials import one_side, speaks_for
from onrecord.link.identity import Who
from onrecord.link.words import has_mark, keys, tokens

Found = tuple[Said, float, str]
"""A claim, how surely it is borne out, and why."""
_CITING = re.compile(r"\b(?:citing|quoting|according to|cited|quoted)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """A report, and the keys of its names, which half of what is said in it has in common."""

    view: View
    names: frozenset[str]


def of_two(claim: Said, backer: Said, scene: Scene) -> bool:
    """Whether the two are of two sources, of which one does not only tell the other's word, and
    nothing keeps them apart."""
    if claim.statement.id == backer.statement.within or claim.statement.within is not None:
        return False
    if claim.start < scene.view.headline <= backer.start or _cites(backer, scene.view):
        return False
    unknown = [one for one in (claim, backer) if one.who is None]
    if any(not exhibits(one) for one in unknown) or (not unknown and one_side(claim, backer)):
        return False  # records are nobody's, and a source nevertheless
    if claim.who is not None and backer.who is not None:
        if _named_after(claim.who, backer.who) or _named_after(backer.who, claim.who):
            return False
    speaks = speaks_for(backer, claim, scene.view) or speaks_for(claim, backer, scene.view)
    if speaks or elsewhere(claim, backer) or differ(claim, backer) is not None:
        return False
    numbers = told_figures(claim.text), told_figures(backer.text)
    return not (all(numbers) and numbers[0].isdisjoint(numbers[1]))


def _named_after(one: Who, other: Who) -> bool:
    """ "The Trump campaign" is Donald Trump's, and "the ministry" the one of that name."""
    name = keys(one.label.split()[-1]) if one.kind == "person" and one.name else keys(one.label)
    return bool(name) and name <= keys(other.label)


def exhibits(said: Said) -> bool:
    """Whether the source is a thing that shows it: "medical records", "video footage"."""
    source = said.statement.source
    return source is not None and has_mark("exhibits", tokens(source.span.text))


def _cites(said: Said, view: View) -> bool:
    """Whether a source tells what it has from another: "said, citing the governor"."""
    source, cue = said.statement.source, said.statement.cue
    if source is None or cue is None:
        return False
    start, end = min(source.span.start, cue.start), max(source.span.end, cue.end)
    return _CITING.search(view.record.report.text[start : end + 12]) is not None


def called(said: Said) -> frozenset[str]:
    """The keys of the words for a source, here and by its name."""
    source = said.statement.source
    label = keys(said.who.label) if said.who else frozenset()
    return label | (keys(source.span.text) if source else frozenset())


def same(claim: Said, backer: Said) -> frozenset[str]:
    """What two accounts have in common."""
    both = claim.keys & backer.keys
    return both | alike(backer.keys - both, claim.keys - both)
