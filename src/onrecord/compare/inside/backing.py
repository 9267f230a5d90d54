"""Who bears out what another told before in one report: by signs of it, as a witness, by confirming
it, or by taking the other's side.

A source that only passes on another's word is none: it must say itself that it is so, or show it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.figures import figures
from onrecord.compare.inside.evidence import act_of, by_topic, shown, suffered, witnessed
from onrecord.compare.inside.replies import names_of
from onrecord.compare.inside.two_sources import Found, Scene, called, of_two, same
from onrecord.compare.pairs.claims import AFFIRMS, asserts
from onrecord.compare.pairs.denials import common_side
from onrecord.link.words import (
    NEGATIONS,
    has_mark,
    keys,
    mark_stems,
    stem,
    tokens,
    words,
    written,
)
from onrecord.records import Link

_NEAR = 4
"""Statements before who bears out a claim among which it is looked for."""
_FEW = 6
"""Words that "backed her appeal" has at most."""
_NO_DOUBT = re.compile(
    r"\b(?:no (?:reason|cause|grounds) to (?:doubt|question|dispute|disbelieve)|"
    r"(?:shares?|shared|agrees? with|agreed with|endorses?|endorsed|backs?|backed))\s+"
    r"(?P<what>(?:the|that|this|his|her|their|its)\b[^,.;]*)",
    re.IGNORECASE,
)
_POINTING = frozenset(
    {"the", "that", "this", "those", "these", "his", "her", "its", "their", "an", "a"}
)
_MORE = 3
"""Content words that tell by themselves that a claim further before is what is confirmed."""
_TOLL = 3
"""Content words that "confirmed the death toll" has at most."""
_IT = frozenset({"it", "which", "that", "this"})
_EXISTS = frozenset({"exist", "existence", "existed", "exists", "genuine", "authentic"})


def supporting(view: View) -> list[Link]:
    """``supports`` from each statement that bears out what another told before."""
    scene = Scene(view, names_of(view))
    links: list[Link] = []
    for place, backer in enumerate(view.ordered):
        before = view.ordered[:place][::-1]
        near = before[:_NEAR]
        found = (
            _backed(backer, before, scene)
            or _confirmed(backer, near, scene)
            or _blamed_too(backer, near, scene)
            or shown(backer, before, scene)
            or witnessed(backer, before, scene)
            or suffered(backer, before, scene)
        )
        if found is not None:
            claim, score, why = found
            links.append(link("supports", backer, claim, score, why))
    ends = {(one.from_, one.to) for one in links}
    return links + [one for one in by_topic(view) if (one.from_, one.to) not in ends]


def _backed(backer: Said, before: Sequence[Said], scene: Scene) -> Found | None:
    """ "Backed her appeal", "a call that Paris endorsed", "had no reason to doubt the police
    account": the last that the noun may mean, of whom it is called."""
    what = _what_is_backed(backer)
    if what is None:
        return None
    told = tokens(what)
    pronoun = len(told) == 1 and told[0] in _IT
    nouns = [word for word in told if _acts(word)]
    if not pronoun and (not nouns or told[0] not in _POINTING):
        return None
    beside = keys(what) - frozenset(key for word in nouns for key in keys(word))
    acts = _acts(nouns[-1]) if nouns else AFFIRMS | {"demand"}
    found = [
        claim
        for claim in before[: 1 if pronoun else _NEAR if not beside else None]
        if claim.statement.act in acts
        and claim.keys
        and "?" not in claim.text
        and claim.statement.condition is None
        and of_two(claim, backer, scene)
    ]
    of_them = [claim for claim in found if beside <= called(claim)]
    if beside and of_them:
        found = of_them[-1:]  # "the police account": the first that they gave
    found = [claim for claim in found if beside <= claim.keys | called(claim)]
    if not found:
        return None
    return found[0], 0.75, f"“{what.strip()}” here is {quote(found[0].text)}"


def _what_is_backed(backer: Said) -> str | None:
    """The words for what a statement backs; None where it backs nothing that was said."""
    statement, cue = backer.statement, backer.statement.cue
    if statement.act in ("deny", "reject", "disclaim", "decline", "condemn"):
        return None
    phrase = _NO_DOUBT.search(backer.text)
    if phrase is not None and _opens(backer.text, phrase.start()):
        return phrase["what"]
    if cue is None or not has_mark("backing", tokens(cue.text)) or len(tokens(backer.text)) > _FEW:
        return None
    return backer.text if not NEGATIONS & set(tokens(cue.text)) else None


def _opens(text: str, at: int) -> bool:
    """Whether what is said begins there but for who does it: "that they share that view"."""
    return len(tokens(text[:at])) <= 3 and not {"not", "never", "nobody"} & set(tokens(text[:at]))


def _acts(word: str) -> frozenset[str]:
    """The acts of speech that a noun may name."""
    if has_mark("calls", [word]):
        return frozenset({"demand"})
    if has_mark("accusing", [word]):
        return frozenset({"accuse"})
    if has_mark("views", [word]) or (
        stem(word) in mark_stems("claiming") and not has_mark("counting", [word])
    ):
        return AFFIRMS | {"warn", "predict"} if has_mark("views", [word]) else AFFIRMS
    return frozenset()


def _confirmed(backer: Said, near: Sequence[Said], scene: Scene) -> Found | None:
    """What somebody else says is so: "an inspector confirmed that rifles had come through"."""
    cue = backer.statement.cue
    if backer.statement.act != "confirm" or cue is None or not asserts(backer):
        return None
    if not has_mark("attesting", tokens(cue.text)):
        return None
    if near and of_two(near[0], backer, scene) and _names_source(backer, near[0]):
        return near[0], 0.7, f"confirms it: {quote(near[0].text)}"
    reluctant = has_mark("reluctant", tokens(cue.text))
    meant = _toll(backer, near, scene) or _leaked(backer, near, scene)
    if meant is not None:
        return meant, 0.65, f"confirms it: {quote(meant.text)}"
    told = [claim for claim in near if claim.statement.act not in ("decline", "disclaim")]
    for behind, claim in enumerate(told):
        if not asserts(claim) or not of_two(claim, backer, scene):
            continue
        shared = same(claim, backer) - scene.names
        own = shared & claim.matter.telling & backer.matter.telling
        whole = min(len(claim.keys - scene.names), len(backer.keys - scene.names))
        enough = len(shared) >= 2 and len(shared) >= 0.3 * whole
        enough &= behind == 0 or len(shared) >= _MORE or bool(act_of(shared, claim, scene))
        close = behind == 0 and len(shared) >= 0.25 * whole and act_of(shared, claim, scene)
        most = behind == 0 and len(shared) >= 0.5 * whole  # of words that many reports have
        if (own and (enough or (close and reluctant))) or (most and len(shared) >= 2):
            return claim, 0.65, f"confirms it: {written(shared, backer.text)}"
    return None


def _toll(backer: Said, near: Sequence[Said], scene: Scene) -> Said | None:
    """ "Confirmed the death toll": the last number that another gave."""
    told = tokens(backer.text)
    counting = [word for word in told[:4] if has_mark("counting", [word])]
    if not counting or told[0] not in _POINTING or len(backer.keys) > _TOLL:
        return None
    deaths = any(stem(word) == stem("death") for word in told)
    counts = (claim for claim in near if asserts(claim) and _counts(claim, deaths=deaths))
    return next((claim for claim in counts if of_two(claim, backer, scene)), None)


def _counts(claim: Said, *, deaths: bool) -> bool:
    """Whether it tells a number of people: of the dead, where their number is confirmed."""
    return any(one.what == "killed" or not deaths for one in figures(claim))


def _leaked(backer: Said, near: Sequence[Said], scene: Scene) -> Said | None:
    """What a paper reported, where who confirms follows it, or follows those who would not."""
    if backer.who is not None and backer.who.kind == "outlet":
        return None
    for claim in near:
        if claim.statement.act in ("deny", "decline", "disclaim", "reject"):
            continue
        cue = claim.statement.cue
        outlet = claim.who is not None and claim.who.kind == "outlet"
        reported = cue is not None and has_mark("published", tokens(cue.text))
        if not (outlet and reported and asserts(claim) and of_two(claim, backer, scene)):
            return None
        return claim
    return None


def _names_source(backer: Said, claim: Said) -> bool:
    """ "Corroborated the records" after what records show; "confirmed that the report exists"
    after what a report says."""
    told = [word for word in tokens(backer.text) if word not in words().stop]
    told = [word for word in told if word not in _EXISTS]
    if len(told) != 1 or tokens(backer.text)[0] not in _POINTING | {"that"}:
        return False
    source = claim.statement.source
    named = tokens(source.span.text) if source else []
    exhibit = has_mark("exhibits", told) and stem(told[0]) in {stem(word) for word in named}
    exists = bool(_EXISTS & set(tokens(backer.text))) and stem(told[0]) in mark_stems("published")
    return exhibit or exists


def _blamed_too(backer: Said, near: Sequence[Said], scene: Scene) -> Found | None:
    """Who "likewise blames" whom another blames, or names, for the same."""
    cue = backer.statement.cue
    if backer.statement.act != "accuse" or cue is None or not asserts(backer):
        return None
    told = tokens(scene.view.record.report.text[max(0, cue.start - 25) : cue.start])[-2:]
    if not has_mark("too", [*told, *tokens(cue.text)]):
        return None
    like = bool({"likewise", "similarly", "too"} & {*told, *tokens(cue.text)})
    for claim in near:
        if not asserts(claim) or not of_two(claim, backer, scene):
            continue
        if not common_side(scene.view, claim, backer):
            continue
        shared = same(claim, backer) - scene.names
        heads = claim.matter.heads & backer.matter.heads
        if like or shared or heads:
            return claim, 0.65, f"blames the same: {quote(claim.text)}"
    return None
