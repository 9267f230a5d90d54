"""What a source answers, in its own words, to what another has told before it in one report.

Within one report an account and the answer to it stand close together, so that less in common is
enough than between two reports: the accused who speaks of the matter, or the speaker right after
who says that there was no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.dates import apart
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.matter import other_towns
from onrecord.compare.accounts.negation import lacks
from onrecord.compare.accounts.parties import party_keys
from onrecord.compare.accounts.unaware import grants
from onrecord.compare.inside.elaborations import flat as flatly
from onrecord.compare.pairs.claims import affirms, alike
from onrecord.compare.pairs.denials import (
    USE,
    accused,
    common_side,
    one_side,
    only_ahead,
    said_before,
)
from onrecord.compare.pairs.references import refers
from onrecord.link.words import (
    NEGATIONS,
    capitals,
    has_mark,
    keys,
    mark_keys,
    negated,
    tokens,
    topics,
    written,
)
from onrecord.records import Link, LinkKind, Slot

_NEAR = 8
"""Claims of others before the reply among which the one that it answers is looked for."""
_CLOSE = 4
"""Claims of others before the reply that stand close enough for a short one to mean them."""
_SHORT = 6
"""Content words that a flat "there was no such thing", or "had seen no sign of it", has at most."""
_OURS = frozenset({"we", "our", "us", "i", "my"})
_THEY = frozenset({"it", "its", "he", "his", "she", "her", "they", "their"})
_AWAY = 6
"""Words of an answer among which "nowhere" stands."""
_OPENS = 3
"""Words within which somebody speaks of himself: "that it has not …"."""
_FLATLY = re.compile(
    r"\W*(?:that )?(?:there (?:is|was|are|were|had been|has been|have been) )?"
    r"(?:no(?: such)?|not a(?: single)?) (?P<what>\w+)",
    re.IGNORECASE,
)
"""That there was no such thing: as much as to deny it."""
_GOES_ON = re.compile(
    r"\W*(?:and )?(?:so|then|since then|after that|therefore|that is why|from then on)\b(?! not)",
    re.IGNORECASE,
)
"""How somebody goes on with his own account: "So I never spoke to him again"."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A claim, how many claims stand between it and the reply, what both name, whether the one who
    replies is named in it, and whether both name one ``party``. ``common`` are keys of names that
    half of the report has."""

    claim: Said
    behind: int
    shared: frozenset[str]
    common: frozenset[str]
    named: bool
    party: bool


def replies(view: View) -> Iterator[Link]:
    """``denies``, ``contradicts`` and ``undercuts`` from each reply to the claim it answers."""
    common = names_of(view)
    for place, reply in enumerate(view.ordered):
        kind = _kind(reply)
        if kind is None or reply.who is None or not reply.keys:
            continue
        if kind == "undercuts" and grants(reply):
            continue
        meant = refers(reply)
        if meant is not None and (meant[1] or reply.statement.within):
            continue  # "the shepherds' account" is theirs, or none that was read
        earlier = tuple(s for s in view.ordered[:place] if not _of_the_same(view, s, reply))
        earlier += tuple(s for s in view.ordered[place + 1 :] if said_before(s, reply))
        near = [claim for claim in earlier if _told_by_other(claim, reply)][-_NEAR:]
        if kind != "undercuts":  # "not aware of any decision to close it" is of what is ahead
            near = [c for c in near if _nobodys(c) or not only_ahead(c, view)]
        if kind == "contradicts":  # "out of oxygen", "no oxygen left"
            near = [c for c in near if not lacks(c.text)]
        found = [
            _Candidate(
                claim,
                behind,
                _shared(claim, reply) - common,
                common,
                accused(claim, reply, view),
                common_side(view, claim, reply),
            )
            for behind, claim in enumerate(reversed(near))
        ]
        best = _best(kind, reply, _of_place(reply, found))
        if best is None:
            continue
        if kind == "contradicts" and (best.named or _flatly(reply, best)):
            kind = "denies"  # the accused says that it was not, or anybody that there was no such
        if kind == "undercuts" and best.named and reply.statement.act == "assert":
            kind = "denies"  # "there is no evidence that we did"
        why = f"answers {quote(best.claim.text)}"
        if best.shared:
            why = f"both speak of {written(best.shared, reply.text)}"
        slot: Slot | None = "whether" if kind == "contradicts" else None
        yield link(kind, reply, best.claim, 0.7 if best.named else 0.6, why, slot)


def _kind(reply: Said) -> LinkKind | None:
    """What an answer would be: a denial, the contrary told, or knowing nothing of it."""
    statement = reply.statement
    if statement.act == "deny":
        return "denies"
    if statement.act == "disclaim":
        return "undercuts"
    nowhere = "nowhere near" in reply.text.lower()
    if statement.act in ("assert", "confirm") and (statement.polarity == "negative" or nowhere):
        if _no_evidence(reply):  # "had seen no evidence against them"
            return "undercuts"
        told = tokens(reply.text)
        before = "before" in told and "never" in told  # "never used before": it is now
        ranked = "first" in told[told.index("not") :][:3] if "not" in told else False
        flat = (nowhere or NEGATIONS & set(told)) and not reply.matter.open
        return "contradicts" if flat and not before and not ranked else None
    return None


def _of_place(reply: Said, found: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that may be of the towns and days of the reply: where some tell of its town ("was not
    behind the Verl attack"), those."""
    here = [one for one in found if not elsewhere(one.claim, reply)]
    towns = reply.matter.spots
    return [
        one for one in here if towns & (one.claim.matter.spots | one.claim.matter.setting)
    ] or here


def _best(kind: LinkKind, reply: Said, found: Sequence[_Candidate]) -> _Candidate | None:
    """The claim that the reply answers most surely, if any does surely enough."""
    sure = [one for one in found if _answers(kind, reply, one)]
    return max(sure, key=lambda one: (one.named, len(one.shared), -one.behind), default=None)


def _answers(kind: LinkKind, reply: Said, one: _Candidate) -> bool:
    """Whether a reply answers this claim. ``part`` is how much of the reply is of its matter."""
    shared = len(one.shared)
    if shared and kind != "undercuts" and one.shared <= negated(one.claim.text, after=8):
        return False  # both say that it was not
    part = shared / max(1, len(reply.keys - one.common - mark_keys("telling")))
    if not shared and _GOES_ON.match(reply.text):
        return False
    harm = one.claim.statement.act == "accuse" or bool(one.claim.matter.heads)
    denied = kind == "denies" or (not one.behind and one.named and flatly(reply))
    flat = denied and _speaks_of_own(reply)
    at_once = one.behind == 0 and harm and (len(reply.keys) <= 2 or flat)
    accuses = one.claim.statement.act == "accuse"
    at_once |= flat and one.behind <= _CLOSE and accuses
    if one.named and kind != "undercuts":
        # "Not a single drone had crossed its soil", right behind who accuses him who says so
        there_was_no = _FLATLY.match(reply.text) is not None
        at_once |= one.behind == 0 and (accuses or harm) and there_was_no
        at_once |= one.behind == 0 and (accuses or _did(one.claim, reply)) and _of_oneself(reply)
        at_once |= flat and one.behind < _CLOSE and harm and flatly(reply)
        own = one.shared - party_keys()
        of_it = len(own) >= 2 or own & one.claim.matter.heads or kind == "denies"
        return (shared >= 1 and part >= 0.25 and bool(of_it)) or at_once
    if kind == "undercuts" and harm and one.behind < _CLOSE and _no_evidence(reply):
        if one.party and len(reply.keys) <= _SHORT:
            return True  # "no evidence against them"
    if kind == "contradicts":
        flat = len(reply.keys) <= _SHORT and one.behind <= 1
        said = one.shared & one.claim.keys  # "hit" may be a missile's kin, and is none of its own
        said -= mark_keys("everyday")  # "did not want to leave", "I want to thank you"
        return flat and bool(said & negated(reply.text)) and part >= 0.3
    if kind == "denies" and _of_another(one.claim, reply):
        return False
    own = one.shared - topics(one.shared) - USE - party_keys()  # more than the kind of arms
    such = _FLATLY.match(reply.text) if kind == "denies" and one.behind <= 1 else None
    if such is not None and keys(such["what"]) & one.shared:
        return True  # "there was no explosion at all", after who heard one
    if kind == "denies" and not own:
        return False
    if kind == "undercuts" and len(reply.keys - one.common) > _SHORT:
        return False  # who tells of it at length, and does not know one thing, has seen it
    if kind == "undercuts" and own & one.claim.matter.telling and one.behind < _CLOSE:
        # "was not aware of any helicopter"; the name of a body alone is not what is in doubt
        return bool(own - capitals(reply.text)) or shared >= 2
    return part >= 0.3 and (shared >= 2 or (shared >= 1 and one.behind <= (kind == "undercuts")))


def _of_the_same(view: View, claim: Said, reply: Said) -> bool:
    """Whether a claim tells what the speaker himself has said: "RUIZ: The rebels promised to go"
    is no charge that the rebels answer."""
    inner = [s for s in view.ordered if s.statement.within == claim.statement.id]
    return claim.statement.cue is None and len(inner) == 1 and one_side(inner[0], reply)


def _of_another(claim: Said, reply: Said) -> bool:
    """Whether somebody else is said to have done what the speaker denies to have done himself."""
    voice, doers = reply.matter.voice, claim.matter.doers
    gerund = next(iter(tokens(reply.text)), "").endswith("ing")  # "denied carrying out any strikes"
    own = gerund or reply.matter.doers == {voice}
    return voice is not None and own and bool(doers) and voice not in doers


def _did(claim: Said, reply: Said) -> bool:
    """Whether a claim tells of the speaker as of who did it."""
    voice, told = reply.matter.voice, claim.matter
    return voice is not None and (voice in told.doers or told.sides == {voice})


def _of_oneself(reply: Said) -> bool:
    """ "That it has not given weapons to any side", "he has never met any of them"."""
    opening = tokens(reply.text)[:_OPENS]
    return bool((_OURS | _THEY) & set(opening)) and flatly(reply)


def _speaks_of_own(reply: Said) -> bool:
    """Whether it tells what the speaker's own side did not do: "no bullets left our barracks"."""
    told = tokens(reply.text)
    own = bool(_OURS & set(told)) or reply.matter.voice in reply.matter.sides - {None}
    away = "nowhere" in told[:_AWAY]  # "our men were nowhere near it"
    return away or (own and bool((NEGATIONS | _OURS) & set(told[:5])))


def _no_evidence(reply: Said) -> bool:
    told = tokens(reply.text)
    return has_mark("evidence", told) and bool(NEGATIONS & set(told[:6]))


def _flatly(reply: Said, best: _Candidate) -> bool:
    match = _FLATLY.match(reply.text)
    return match is not None and bool(keys(match["what"]) & best.shared)


def _told_by_other(claim: Said, reply: Said) -> bool:
    """Whether it is somebody else's claim, told as done."""
    return affirms(claim) and others(claim, reply)


def others(claim: Said, reply: Said) -> bool:
    """Whether two statements are of two sources, and neither stands in the other."""
    if one_side(claim, reply) and not _nobodys(claim):
        return False
    inside = claim.statement.within, reply.statement.within
    return claim.statement.id != inside[1] and reply.statement.id != inside[0]


def _nobodys(claim: Said) -> bool:
    """ "The mayor is accused of …": by whomever."""
    return claim.statement.source is None and claim.statement.act == "accuse"


def elsewhere(one: Said, other: Said) -> bool:
    """Whether the two are known to be of two days or two towns."""
    left, right = one.matter, other.matter
    return apart(left.days, right.days) or other_towns(left, right)


def _shared(claim: Said, reply: Said) -> frozenset[str]:
    """The keys that both have, or whose kin both have: shots and a shooting."""
    both = claim.keys & reply.keys
    return both | alike(reply.keys - both, claim.keys - both)


def names_of(view: View) -> frozenset[str]:
    """Keys of names of persons, bodies and places, which half of a report's statements share."""
    named = [m.text for a in view.record.actors if a.named for m in a.mentions]
    named += [place.span.text for place in view.record.places]
    # "The police" and "Freedom Army" are names, "police" and "army" are none.
    return frozenset(key for name in named for key in keys(name)) - mark_keys("officials")
