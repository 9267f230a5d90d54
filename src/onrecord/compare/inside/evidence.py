"""What is shown or was seen of what another told before in one report: records and images, the eyes
of a witness, and what befell those who tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.inside.two_sources import Found, Scene, called, exhibits, of_two, same
from onrecord.compare.pairs.claims import asserts
from onrecord.compare.pairs.denials import common_side, within
from onrecord.compare.pairs.sayings import overlap
from onrecord.link.words import (
    NEGATIONS,
    has_mark,
    keys,
    mark_stems,
    stem,
    tokens,
    topics,
    words,
    written,
)
from onrecord.records import Link

_FAR = 8
"""Statements before what shows or has seen it among which a claim is looked for."""
_SEEN = 4
"""Words at the beginning of what a witness says among which the word for the sense stands."""
_HEARING = frozenset({stem("hear"), stem("heard"), stem("hearing")})
_LIKE = 4
"""Words behind "consistent with" that say with what."""
_CONSISTENT = re.compile(r"\b(?:consistent|compatible|in keeping|in line) with\b", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:but|however|yet|although|though|while|instead)\b", re.IGNORECASE)
_OWN = frozenset({"they", "he", "she", "we", "i"})
_OF_ONE = frozenset({"he", "she", "i"})
_BEFELL = 4
"""Words at the beginning of what victims say among which "had been" stands."""
_JUST = 2
"""Statements before what befell its sources among which whoever speaks for them is looked for."""


def shown(backer: Said, before: Sequence[Said], scene: Scene) -> Found | None:
    """What records, images or traces show of what another claims."""
    if backer.statement.act not in ("assert", "confirm") or not asserts(backer):
        return None
    source = backer.statement.source
    named = tokens(source.span.text) if source else []
    fits = _CONSISTENT.search(backer.text)
    if fits is None and not exhibits(backer):
        return None
    if fits is None and "same" in named:
        return None  # "the same video" is the one that was told of
    own = frozenset(key for word in named for key in keys(word))
    for behind, claim in enumerate(before):
        if not asserts(claim) or not of_two(claim, backer, scene) or own & called(claim):
            continue  # what a side shows of its own claim bears nothing out
        if fits is not None:
            like = keys(" ".join(tokens(backer.text[fits.end() :])[:_LIKE]))
            shared = like & claim.keys - scene.names
            enough = len(shared) >= 2 or (behind < _FAR and bool(shared & claim.matter.telling))
        else:
            shared = claim.keys & backer.keys
            enough = behind < _FAR and len(shared) >= 2 and bool(act_of(shared, claim, scene))
            enough &= bool(shared & claim.matter.telling)
            enough &= not has_mark("exhibits", tokens(claim.text))  # it tells of the images
        if enough:
            return claim, 0.65, f"shows signs of it: {written(shared, backer.text)}"
    return None


def act_of(shared: frozenset[str], claim: Said, scene: Scene) -> frozenset[str]:
    """Those of the keys that name what was done: an event of the claim, or a word with others that
    may name the same."""
    heads = {e.head for e in scene.view.events.values() if within(e, claim.statement)}
    return frozenset(key for key in shared if key in heads or key in words().kin_of)


def witnessed(backer: Said, before: Sequence[Said], scene: Scene) -> Found | None:
    """What a witness saw of what another claims: the same one doing it, and more in common."""
    if backer.statement.act not in ("assert", "accuse", "confirm") or not asserts(backer):
        return None
    if backer.who is None or backer.who.kind not in ("person", "people"):
        return None
    told = tokens(backer.text)
    at = next((n for n, w in enumerate(told[:_SEEN]) if has_mark("sensing", [w])), None)
    if at is not None and stem(told[at]) in _HEARING:
        return None  # "they heard the grant had been cut": so they were told
    if at is None or NEGATIONS & set(told) or _turns(backer, scene.view):
        return None
    first = next((word for word in told[at + 1 :] if keys(word) and not word.isdigit()), None)
    if first is None:
        return None
    seen = keys(first)
    for claim in before[:_FAR]:
        if not asserts(claim) or not of_two(claim, backer, scene):
            continue
        shared = same(claim, backer) - scene.names
        more = (shared - seen) & claim.matter.telling & backer.matter.telling
        if seen & shared and more and len(shared) >= 0.25 * len(backer.keys - scene.names):
            return claim, 0.6, f"saw it too: {written(shared, backer.text)}"
    return None


def suffered(backer: Said, before: Sequence[Said], scene: Scene) -> Found | None:
    """What befell those who tell of it: "said they had been beaten", after who accuses the guards
    of beating them."""
    if backer.statement.act not in ("assert", "accuse", "confirm") or not asserts(backer):
        return None
    if backer.who is None or backer.who.kind not in ("person", "people"):
        return None
    told = tokens(backer.text)
    told = told[told[:1] == ["that"] :]
    befell = told[:1] and told[0] in _OWN and {"was", "were", "been"} & set(told[:_BEFELL])
    if befell and backer.who.kind == "people" and told[0] in _OF_ONE:
        return None  # "the officers concluded he had been killed": no word of what befell them
    if not befell or NEGATIONS & set(told) or _turns(backer, scene.view):
        return None
    events = scene.view.events.values()
    done = {
        e.head
        for e in events
        if within(e, backer.statement)
        and not e.event.actor
        and {"was", "were", "been"} & set(_just_before(scene.view, e.event.trigger.start))
    }
    for behind, claim in enumerate(before[:_FAR]):
        if not asserts(claim) or not of_two(claim, backer, scene):
            continue
        shared = frozenset(done & claim.keys)
        if shared and (behind < _JUST or called(backer) & claim.keys):
            return claim, 0.6, f"tells that it befell them: {written(shared, backer.text)}"
    return None


def _just_before(view: View, at: int) -> list[str]:
    """The last words before a deed: "had | been badly | beaten"."""
    return tokens(view.record.report.text[max(0, at - 24) : at])[-2:]


def _turns(said: Said, view: View) -> bool:
    """Whether it is set against what stands before it: "But a nurse said …"."""
    source = said.statement.source
    start = min(said.start, source.span.start if source else said.start)
    return _TURNED.search(view.record.report.text[max(0, start - 20) : start]) is not None


def by_topic(view: View) -> Iterator[Link]:
    """From a statement that brings evidence to the claim of another source that it bears out: of
    one kind of arms or acts, by one side."""
    evidence = mark_stems("evidence")
    names = frozenset(
        k for a in view.record.actors if a.named for m in a.mentions for k in keys(m.text)
    )
    names -= topics(names)
    for witness in view.said.values():
        if witness.statement.act not in ("assert", "confirm") or witness.who is None:
            continue
        if not evidence & {stem(w) for w in tokens(witness.text)}:
            continue
        if witness.statement.polarity == "negative":
            continue
        best: tuple[int, bool, int, Said] | None = None
        for claim in view.said.values():
            shared, _ = overlap(claim, witness)
            shared -= names
            if not _supportable(claim, witness) or not topics(shared) or len(shared) < 2:
                continue
            if not common_side(view, claim, witness):
                continue
            rank = (len(shared), claim.statement.quote == "direct", -claim.start)
            if best is None or rank > best[:3]:
                best = (*rank, claim)
        if best is not None:
            shared = overlap(best[3], witness)[0] - names
            why = f"brings signs of it: {', '.join(sorted(shared))}"
            yield link("supports", witness, best[3], 0.6, why)


def _supportable(claim: Said, witness: Said) -> bool:
    if claim.statement.act not in ("accuse", "assert", "predict") or claim.who is None:
        return False
    if claim.who == witness.who or claim.start > witness.start or claim.statement.within:
        return False
    return claim.statement.polarity == "positive" and witness.who is not None
