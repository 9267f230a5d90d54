"""What a denial goes on to say: "rejected the accusation. “We have no soldiers there,” said a
spokesman" denies in other words what the first sentence denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View, shown
from onrecord.compare.inside.told_there import at_home
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.denials import accused, speaks_for
from onrecord.link.identity import same_voice
from onrecord.link.words import has_mark, keys, mark_stems, tokens
from onrecord.link.words import quoted as quotations
from onrecord.records import Link

_FLAT = re.compile(
    r"\W*(?:and |but )?(?:that )?(?:\w+ ){0,4}?"
    r"(?:(?:no|never|none|nobody|nothing|nowhere)\b|no one\b"
    r"|not (?:a|an|one|any)\b"
    r"|(?:did|do|does|have|has|had|was|were|is|are)(?: not|n['’]t)\b)",
    re.IGNORECASE,
)
"""That there was no such thing, near the beginning of what is said."""
_TO_DO = {("never", "to"), ("not", "to")}
_AHEAD = frozenset({"will", "would", "shall", "should", "must", "can", "cannot", "could", "may"})
_SAID = frozenset({"assert", "accuse", "disclaim"})
_NEXT = 2
"""Statements behind a denial among which it goes on."""
_REACH = 200
"""Characters between the two at most."""
_MISQUOTED = re.compile(
    r"\b(?:been|was|were) (?:misquoted|misreported|misrepresented|quoted out of context)\b"
    r"|\b(?:taken|quoted) out of context\b"
)
_SPOKE = frozenset({"assert", "accuse", "threaten", "warn", "condemn", "predict", "demand"})
_BEFORE = 4
"""Statements before "had been misquoted" among which that stands which was quoted."""
_SENTENCE = re.compile(r"[.!?][\"”’]?\s|\n")


def elaborations(view: View, links: Iterable[Link]) -> Iterator[Link]:
    """``denies`` from what those who deny say beside it to the claim to which the denial goes.

    ``links`` are those of the report so far: who denies by themselves needs no other's denial.
    """
    told: dict[str, list[Said]] = {}
    answered = set()
    for one in links:
        if one.kind in ("denies", "contradicts", "undercuts") and one.to in view.said:
            answered.add(one.from_)
            if one.kind == "denies":
                told.setdefault(one.from_, []).append(view.said[one.to])
    for place, denial in enumerate(view.ordered):
        yield from _misquoted(view, place)
        claims = told.get(denial.statement.id, [])
        if not claims or _of_others(claims[0], denial, view):
            continue
        beside = [
            *_goes_on(view, place),
            *_said_first(view, place),
        ]
        for more in beside:
            if more.statement.id in answered:
                continue
            answered.add(more.statement.id)
            why = f"goes on from {quote(denial.text)}, of {quote(claims[0].text)}"
            yield link("denies", more, claims[0], 0.65, why)


def _of_others(claim: Said, denial: Said, view: View) -> bool:
    """Whether it is others whom a claim accuses."""
    accuses = claim.statement.act == "accuse"
    return accuses and not accused(claim, denial, view) and not at_home(claim, denial, view)


def flat(said: Said) -> bool:
    """Whether it says flatly that something is not or was not so."""
    told = tokens(said.text)
    if _FLAT.match(said.text) is None or said.matter.open or said.statement.condition is not None:
        return False
    opening = told[:10]
    if any(pair in _TO_DO for pair in pairwise(opening)):
        return False  # "told them never to speak of it"
    return not _AHEAD & set(opening) and not has_mark("minding", opening)


def _goes_on(view: View, place: int) -> Iterator[Said]:
    """What the same voice, or one who speaks for it, says flatly right behind."""
    denial = view.ordered[place]
    text = view.record.report.text
    passed = False
    for more in view.ordered[place + 1 : place + 1 + _NEXT]:
        end = max(span.end for span in shown(denial.statement))
        between = text[end : more.start]
        if more.start - end > _REACH or between.count("\n") > 2:
            return
        if more.statement.within == denial.statement.id:
            continue
        own = same_voice(denial.who, more.who)
        if not own and (passed or not _one_voice(denial, more, view)):
            return
        act = more.statement.act
        if act == "deny" or (act in _SAID and flat(more)):
            yield more
            return
        if act not in AFFIRMS:
            return
        passed = True


def _one_voice(denial: Said, more: Said, view: View) -> bool:
    """Whether one side says both: one source, or one who answers for it."""
    if same_voice(denial.who, more.who) or speaks_for(more, denial, view):
        return True
    source = more.statement.source
    if source is None or more.who is None or denial.who is None or more.who.kind != "person":
        return False
    sides = denial.who.side, more.who.side
    known = None not in sides
    # "Rwanda rejected the accusation. “…,” said army spokesman X": nobody else's is spoken of.
    official = mark_stems("speaking") & keys(source.span.text)
    return bool(official) and (sides[0] == sides[1] if known else denial.who.kind != "person")


def _said_first(view: View, place: int) -> list[Said]:
    """What is said before a denial that hangs on it: "had not been asked, an official said,
    contradicting a report that …"."""
    denial = view.ordered[place]
    cue = denial.statement.cue
    if not place or cue is None or not tokens(cue.text)[-1:]:
        return []
    said = view.ordered[place - 1]
    hangs = tokens(cue.text)[0].endswith("ing") and said.statement.act in AFFIRMS | {"disclaim"}
    if not hangs or said.who != denial.who or said.statement.source is None:
        return []
    between = view.record.report.text[said.start : cue.start]
    ends = max(span.end for span in shown(said.statement)) - said.start
    return [] if _SENTENCE.search(between[ends:]) else [said]


def _misquoted(view: View, place: int) -> Iterator[Link]:
    """From who says to have been misquoted to what was quoted."""
    said = view.ordered[place]
    if said.statement.act not in ("assert", "deny") or _MISQUOTED.search(said.text) is None:
        return
    own = [
        one
        for one in view.ordered[max(0, place - _BEFORE) : place]
        if one.statement.act in _SPOKE and same_voice(one.who, said.who)
    ]
    if own and said.who is not None and len(said.keys) <= _BEFORE:
        quoted = max(enumerate(own), key=lambda one: (bool(quotations(one[1].text)), one[0]))[1]
        yield link("denies", said, quoted, 0.7, f"says of it “{said.text}”: {quote(quoted.text)}")
