"""Whose word a disclaimer undercuts, by what it says that it knows nothing of."""

from __future__ import annotations

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.unaware import grants, unaware_of
from onrecord.compare.inside.unheard import pointed
from onrecord.compare.pairs.claims import alike
from onrecord.compare.pairs.denials import one_side, said_before, tells_of, within
from onrecord.compare.pairs.sayings import overlap
from onrecord.link.words import has_mark, keys, mark_stems, stem, tokens, words, written
from onrecord.records import EventType, Link

_CLAIMS = frozenset({"accuse", "assert", "confirm", "predict"})
_BRIEF = 3
"""Content words that "no information about the incident" has at most."""
_AT_LENGTH = 6
"""Content words beyond which a disclaimer tells more than that it knows nothing."""
_FORCE: frozenset[EventType] = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_PERFORMED = frozenset({"threaten", "warn", "demand", "pledge", "condemn", "reject"})
_NEXT = 2
"""Statements behind who knows nothing of it among which it is told."""


def undercutting(view: View) -> list[Link]:
    """From each disclaimer to the statement of whose matter it professes not to know."""
    links: list[Link] = []
    for place, denier in enumerate(view.ordered):
        meant = pointed(denier, place, view)
        links += [link("undercuts", denier, claim, 0.65, why) for claim, why in meant]
        if meant or denier.statement.act != "disclaim" or not denier.keys:
            continue
        before = [
            s
            for s in view.ordered
            if said_before(s, denier)
            and s.statement.act in _CLAIMS | _PERFORMED
            and not (s.who is not None and denier.who is not None and s.who == denier.who)
        ]
        found = _spoken_of(denier, before) or _unknown(denier, before, view)
        found = found or _told_next(denier, view)
        if found is not None:
            target, score, why = found
            links.append(link("undercuts", denier, target, score, why))
    return links


def _spoken_of(denier: Said, before: list[Said]) -> tuple[Said, float, str] | None:
    """The first telling of what the disclaimer refers to, by its noun or by its words."""
    said = tokens(denier.text)
    prompted = any(stem(w) in mark_stems("prompting") for w in said)
    for word in said:
        acts = words().sayings.get(stem(word))
        if acts is None or not _definite(word, said):
            continue
        wanted = set(acts) & _PERFORMED if prompted and set(acts) & _PERFORMED else set(acts)
        targets = [s for s in before if s.statement.act in wanted]
        if targets:
            first = targets[0]
            return first, 0.75, f"“{word}” here is {quote(first.text)}"
    named = next(
        (w for w in said if stem(w) in mark_stems("happening") and _definite(w, said)), None
    )
    harming = [s for s in before if s.statement.act in _CLAIMS and s.matter.heads]
    if named is not None and harming and len(denier.keys) <= _BRIEF:
        of = keys(named)  # "the strikes" are such, "the incident" is whatever was told of
        akin = [s for s in harming if of & s.keys or alike(of, s.keys)]
        if not akin and not has_mark("general", [named]) and words().kin_of.get(stem(named)):
            return None
        meant = (akin or harming)[-1]
        return meant, 0.65, f"“{named}” here is {quote(meant.text)}"
    if len(denier.keys) > _AT_LENGTH:
        return None  # who tells of it at length, and does not know one thing, has seen it
    if grants(denier):
        return None  # "did not know why the signal had failed"
    matching = [(overlap(denier, s), s) for s in before if s.statement.act in _CLAIMS]
    matching = [(o, s) for o, s in matching if len(o[0]) >= 3 and o[1] >= 0.5]
    if matching:
        (shared, cover), target = max(matching, key=lambda m: (m[0][1], -m[1].start))
        return target, 0.5 + cover / 4, f"both speak of {', '.join(sorted(shared)[:5])}"
    return None


def _unknown(denier: Said, before: list[Said], view: View) -> tuple[Said, float, str] | None:
    """What is claimed, or warned of, where somebody else knows of no such thing: "were not aware of
    any preparations for an attack"."""
    told = tokens(denier.text)
    named = [e for e in view.events.values() if within(e, denier.statement)]
    harm = [one for one in named if one.event.type in _FORCE]
    if not harm or len(denier.keys) > _BRIEF + 1 or not {"no", "any", "nothing"} & set(told):
        return None
    if grants(denier):
        return None
    # Who knows of no arrests says nothing of a raid; an attack may be any.
    types = _FORCE if any(one.general for one in harm) else {one.event.type for one in harm}
    of_harm = [s for s in before if tells_of(s, view, types)]
    of_harm = [s for s in of_harm if s.statement.condition is None]
    claimed = [s for s in of_harm if s.statement.act in _CLAIMS and not one_side(s, denier)]
    target = next(iter(claimed or of_harm), None)
    if target is None:
        return None
    return target, 0.55, f"knows of no “{harm[-1].event.trigger.text}”, after {quote(target.text)}"


def _told_next(denier: Said, view: View) -> tuple[Said, float, str] | None:
    """What is told right behind who knows nothing of it: "have no information about an attack on
    the camp. | Oslo said an attack on the camp was planned"."""
    at = view.ordered.index(denier)
    named = {e.head for e in view.events.values()
             if within(e, denier.statement) and e.event.type in _FORCE}  # fmt: skip
    if not named or not {"no", "any", "nothing"} & set(tokens(denier.text)):
        return None
    for claim in view.ordered[at + 1 : at + 1 + _NEXT]:
        if claim.statement.act not in _CLAIMS or one_side(claim, denier):
            continue
        told = {e.head for e in view.events.values() if within(e, claim.statement)}
        shared, _ = overlap(claim, denier)
        if named & told and len(shared | (named & told)) >= 3 and unaware_of(denier, claim):
            return claim, 0.55, f"both speak of {written(shared, denier.text)}"
    return None


def _definite(word: str, said: list[str]) -> bool:
    at = said.index(word)
    return bool({"the", "this", "that", "these", "those"} & set(said[max(0, at - 3) : at]))
