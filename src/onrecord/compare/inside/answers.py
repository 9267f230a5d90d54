"""A denial in a word: "denied it", "rejected the accusations", "a claim denied by the army".

It says nothing of its own of what it denies; what it answers is the claim told before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import AHEAD, Said, View, shown
from onrecord.compare.accounts.figures import figures
from onrecord.compare.inside.answerable import (
    affirmed,
    at_another,
    blames,
    of_harm,
    others_claim,
)
from onrecord.compare.inside.one_story import one_of_several
from onrecord.compare.inside.told_there import KINDS, at_home, faulting, told_within
from onrecord.compare.pairs.claims import AFFIRMS, affirms, alike
from onrecord.compare.pairs.denials import accused, one_side, only_ahead, speaks_for
from onrecord.compare.pairs.references import PRONOUNS, bears_out, refers
from onrecord.link.words import has_mark, keys, mark_stems, stem, tokens, words
from onrecord.records import Link, LinkKind

_REMARKS = frozenset({"remark", "comment"})
_POINTING = frozenset({"that", "this", "those", "these"})
_BEFORE = 4
"""Statements before the denial among which the claim is looked for."""
_JUST = 2
"""The same, where the claim is an accusation of who denies it."""
_THAT = 3
"""Words from which on a first "that" opens a clause and points to nothing."""
_ARTICLE = 4
"""Characters of an article before the one whom the outer statement speaks of."""
_REACH = 120
"""Characters behind a denial within which its sentence may quote what is denied."""
_WOULD = frozenset({"will", "would", "shall", "should"})
_STOP = re.compile(r"[.!?]\W*\s|\n|;\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BODIES = {"bodies": ("ngo", "igo"), "papers": ("outlet",)}
"""What the words for a body stand for, by the lexicon's mark."""


def answers(view: View) -> list[Link]:
    """From each denial in a word to the claim of another source that it answers; ``undercuts``
    from who cannot confirm "that figure", ``supports`` from who confirms it."""
    links: list[Link] = []
    ordered = view.ordered
    for place, denial in enumerate(ordered):
        told = told_within(ordered, denial)
        if told is not None:
            kind = KINDS[denial.statement.act]
            links.append(link(kind, denial, told, 0.85, f"it is told there: {quote(told.text)}"))
            continue
        faulted = faulting(ordered[max(0, place - _BEFORE) : place], denial, view)
        if faulted is not None:
            why = f"“{denial.text}” here is {quote(faulted.text)}"
            links.append(link("denies", denial, faulted, 0.75, why))
            continue
        reference = refers(denial) or bears_out(denial)
        apposed = _taken_up(ordered[:place], denial, view)
        if apposed is not None:
            why = f"“{denial.text}” here is {quote(apposed.text)}"
            links.append(link("denies", denial, apposed, 0.8, why))
            continue
        if reference is None:
            blaming = [
                c
                for c in ordered[max(0, place - _JUST) : place]
                if _charges(c, denial, view) or (c is ordered[place - 1] and _did(c, denial, view))
            ]
            if blaming and _own_doing(denial):
                why = f"answers who accuses: {quote(blaming[-1].text)}"
                links.append(link("denies", denial, blaming[-1], 0.7, why))
            continue
        how, whose = reference
        kind = "denies" if how == "so" else KINDS.get(denial.statement.act, "supports")
        near = _spoken_of(view, place, kind, how, whose)
        if near:
            target = _meant(near, denial, view)
            shown = quote(target.text)
            links.append(link(kind, denial, target, 0.75, f"“{how}” here is {shown}"))
            if kind == "denies" and stem(how) in mark_stems("accusing"):
                links += _repeated(ordered[:place], target, denial, view)
    return links


def _spoken_of(
    view: View, place: int, kind: LinkKind, how: str, whose: frozenset[str]
) -> list[Said]:
    """The claims that the denial at ``place`` may speak of by its word ``how``; ``whose`` it calls
    them."""
    ordered = view.ordered
    denial = ordered[place]
    if how == "so":  # "not so": whatever was said right before, by whoever tells it
        beside = place and _anothers(ordered[place - 1], denial)
        return [_outermost(ordered[:place])] if beside else []
    performed = _performed(ordered[:place], denial) if how == "no such" else None
    if performed is not None:
        return performed
    near = [c for c in ordered[:place] if others_claim(c, denial) and affirmed(c, denial, view)]
    outer = _telling(ordered[:place], denial)
    near = [c for c in near if c.statement.id != outer]
    if kind == "supports":
        near = [claim for claim in near[-1:] if ordered[place - 1] is claim]
    quoted = _right_behind(ordered[place + 1 :], denial, view)
    near = _of_charge(quoted or near[-_BEFORE:], view, place, how)
    last = next((c for c in reversed(ordered[:place]) if c.statement.id != outer), None)
    told = tokens(denial.text)
    told = told[told[:1] == ["that"] and len(told) > _THAT :]  # "that its forces had …"
    points = how in PRONOUNS or bool(_POINTING & set(told))
    if stem(how) in mark_stems("counting"):
        told_of = [c for c in near if figures(c) or _number(c)]
        return [] if one_of_several(denial, len(told_of)) else told_of[-1:]
    if points and not whose and last is not None and _anothers(last, denial):
        return [last]  # "that claim": whatever was said right before
    if whose and not quoted:  # "the police version": what they told
        return [claim for claim in near if whose <= _source(claim)] or _body(
            [c for c in ordered[:place] if others_claim(c, denial)], whose
        )
    if how == "involvement":
        return _of_part(near, last, denial, view)
    if stem(how) in _REMARKS:  # "disowned the remark": whatever was said right before
        return [last] if last is not None and not one_side(last, denial) else []
    if how in ("it", "no such") or stem(how) in mark_stems("published"):
        return near[-1:]  # a pronoun reaches no further than the claim right before
    return near


def _of_charge(near: list[Said], view: View, place: int, how: str) -> list[Said]:
    """Of the claims before, those that "the charge" or "the claim" may be, as whoever carries the
    denial tells them; of any other word all of them."""
    ordered, denial = view.ordered, view.ordered[place]
    paper = _carrier(denial, view)
    carried = [c for c in near if paper is not None and _carrier(c, view) == paper]
    if carried:
        return carried  # "the paper also quoted X rejecting the allegations": that it told of
    if stem(how) in mark_stems("accusing"):
        near = [c for c in near if not _to_come(c, view)]
        blaming = [c for c in near if blames(c, denial, view)]
        if place and _condemns(ordered[place - 1], denial, view):
            blaming = [ordered[place - 1]]
        home = [c for c in near if at_home(c, denial, view)]
        near = blaming or [c for c in home if of_harm(c, view)]
        far = (c for c in ordered[:place] if affirms(c) and _charges(c, denial, view))
        near = near or list(far)[-1:]
        near = near or [c for c in home[-1:] if c in ordered[max(0, place - _BEFORE) : place]]
        return near or ([] if how.endswith("s") else _right_before(ordered, place))
    if stem(how) == "claim" and not any(_charges(c, denial, view) for c in near):
        return [c for c in near if c is ordered[place - 1]] or near
    return near


def _of_part(near: list[Said], last: Said | None, denial: Said, view: View) -> list[Said]:
    """ "Denied any involvement": in what they are accused of, or in the deed just told."""
    blaming = [c for c in near[-2:] if blames(c, denial, view)]
    blaming = [c for c in blaming if not at_another(c, denial, view)]
    if not blaming:  # "any hand in the killings"
        blaming = [c for c in near[-1:] if c is last and _named_deed(denial, c, view)]
    if not blaming and denial.start < view.headline:
        blaming = [c for c in near[-1:] if of_harm(c, view)]
    return blaming


def _right_before(ordered: Sequence[Said], place: int) -> list[Said]:
    """What somebody else said right before "the allegation", as done."""
    claim, denial = ordered[place - 1], ordered[place]
    told = place and others_claim(claim, denial) and affirms(claim) and not claim.statement.within
    beside = told and 0 <= denial.start - claim.start - len(claim.text) <= _REACH
    return [claim] if beside and not _WOULD & set(tokens(claim.text)) else []


def _named_deed(denial: Said, claim: Said, view: View) -> bool:
    """Whether the deed in which somebody denies a part is that of a claim, by its name."""
    told = tokens(denial.text)
    joints = [i for i, word in enumerate(told[:-1]) if word in ("in", "for", "with")]
    named = next((told[i + 2] for i in joints if told[i + 1] == "the" and i + 2 < len(told)), None)
    if named is None or not of_harm(claim, view):
        return False
    of = keys(named)
    return has_mark("general", [named]) or bool(of & claim.keys or alike(of, claim.keys))


def _telling(before: Sequence[Said], denial: Said) -> str | None:
    """The statement that tells of the denial and of nothing else before it: "“The suspects deny
    everything,” said their lawyer"."""
    source = denial.statement.source
    opens = source.span.start if source is not None else denial.start
    outer = (c for c in before if c.statement.id == denial.statement.within)
    return next((c.statement.id for c in outer if c.start >= opens - _ARTICLE), None)


def _performed(before: Sequence[Said], denial: Said) -> list[Said] | None:
    """ "No such request had been received": who said that one was made, else the last request
    told of, if the noun names a speech act; None where it names none."""
    told = tokens(denial.text)
    noun = next(iter(told[told.index("such") + 1 :]), "") if "such" in told else ""
    acts = words().sayings.get(stem(noun))
    if acts is None:
        return None
    near = [c for c in before[-_BEFORE:] if c.who != denial.who]
    wanted = [c for c in near if c.statement.act in acts][-1:]
    outer = [c for c in near for one in wanted if c.statement.id == one.statement.within]
    if not wanted and "demand" in acts:  # "complained that they had asked for one"
        asked = [c for c in near[-1:] if others_claim(c, denial)]
        wanted = [c for c in asked if has_mark("asking", tokens(c.text))]
    return [c for c in outer if others_claim(c, denial)] or wanted


def _repeated(before: Sequence[Said], target: Said, denial: Said, view: View) -> list[Link]:
    """To the other tellings of an accusation that is denied: its own source's, of who denies."""
    return [
        link("denies", denial, claim, 0.65, f"the same is laid at its door: {quote(claim.text)}")
        for claim in before
        if claim is not target
        and claim.statement.act == "accuse"
        and target.who is not None
        and (_says_it_again(target, claim) or _same_charge(target, claim, denial, view))
    ]


def _same_charge(target: Said, claim: Said, denial: Said, view: View) -> bool:
    """Whether it is the charge of one source, or of whoever speaks for it."""
    if not _charges(claim, denial, view) and not at_home(claim, denial, view):
        return False
    return (
        one_side(claim, target)
        or speaks_for(target, claim, view)
        or speaks_for(claim, target, view)
    )


def _says_it_again(target: Said, claim: Said) -> bool:
    """ "The minister repeated the charge": what was charged before."""
    told = [stem(word) for word in tokens(claim.text) if word not in words().stop]
    bare = len(told) == 1 and told[0] in mark_stems("accusing")
    return bare and claim.start > target.start


def _to_come(claim: Said, view: View) -> bool:
    """Whether a claim, no accusation, tells what will be: nothing that anybody has done."""
    if claim.statement.act == "accuse":
        return False  # "accused them of plotting to burn it"
    if only_ahead(claim, view) or claim.statement.condition:
        return True
    return not _WOULD.isdisjoint(tokens(claim.text))


def _condemns(claim: Said, denial: Said, view: View) -> bool:
    """Whether it condemns, right before, what it lays at the door of who denies."""
    if claim.statement.act != "condemn" or one_side(claim, denial):
        return False
    return accused(claim, denial, view) or at_home(claim, denial, view, seat=True)


def _outermost(before: Sequence[Said]) -> Said:
    """What was said last, by whoever tells it in the report: not whom he quotes."""
    last = before[-1]
    outer = (one for one in before if one.statement.id == last.statement.within)
    return next((one for one in outer if one.who is not None), last)


def _anothers(claim: Said, denial: Said) -> bool:
    """Whether what was said right before is another's claim, be it that of a document."""
    if others_claim(claim, denial):
        return True
    told = claim.statement.act in AFFIRMS and claim.statement.source is not None
    return told and claim.who is None


def _body(claims: Sequence[Said], whose: frozenset[str]) -> list[Said]:
    """ "the organisation's findings": the first claim of the one body of that sort that claims."""
    kinds = {k for mark, kinds in _BODIES.items() if whose <= mark_stems(mark) for k in kinds}
    found = [claim for claim in claims if claim.who is not None and claim.who.kind in kinds]
    return found[:1] if len({claim.who for claim in found}) == 1 else []


def _taken_up(before: Sequence[Said], denial: Said, view: View) -> Said | None:
    """ "accuse it of torture, | a charge | it denies": the last claim of the sentence, an
    accusation first, be it that of nobody who is named."""
    told = [word for word in tokens(denial.text) if word not in ("a", "an", "another", "both")]
    apposed = len(told) == 1 and (told[0] == "something" or stem(told[0]) in mark_stems("claiming"))
    if denial.statement.act != "deny" or not apposed:
        return None
    text = view.record.report.text
    near = [
        claim
        for claim in before
        if claim.statement.act in AFFIRMS | {"condemn", "predict", "warn"}
        and not (claim.who is not None and claim.who == denial.who)
        and max((s.end for s in claim.statement.content), default=0) <= denial.start
        and not _STOP.search(text[claim.start : denial.start])
    ]
    accusing = [claim for claim in near if claim.statement.act == "accuse"]
    return next(iter((accusing or near)[-1:]), None)


def _charges(claim: Said, denial: Said, view: View) -> bool:
    """Whether a claim accuses whoever denies."""
    return (
        claim.statement.act == "accuse"
        and not any(
            one.event.on_word_of == claim.statement.id and one.event.status in AHEAD
            for one in view.events.values()
        )
        and others_claim(claim, denial)
        and accused(claim, denial, view)
    )


def _did(claim: Said, denial: Said, view: View) -> bool:
    """Whether somebody else tells it as the doing of who denies."""
    voice = denial.matter.voice
    doer = voice is not None and voice in claim.matter.doers
    done = affirms(claim) and not only_ahead(claim, view)
    return doer and done and others_claim(claim, denial)


def _own_doing(denial: Said) -> bool:
    """ "denied carrying out the attack": what is denied is a deed of one's own."""
    told = tokens(denial.text)
    doing = any(word.endswith("ing") for word in told[:2])
    return denial.statement.act == "deny" and doing and not denial.statement.within


def _meant(near: Sequence[Said], denial: Said, view: View) -> Said:
    """Of several claims the one that accuses who denies, else that accuses, else of harm, else the
    last."""

    def rank(place: int, claim: Said) -> tuple[int, bool, int]:
        blamed = 2 * accused(claim, denial, view) + (claim.statement.act == "accuse")
        return blamed, of_harm(claim, view), place

    return max(enumerate(near), key=lambda one: rank(*one))[1]


def _carrier(said: Said, view: View) -> str | None:
    """The actor within whose statement another is told: "the paper quoted X denying it"."""
    outer = next((s for s in view.ordered if s.statement.id == said.statement.within), None)
    return outer.who.actor if outer is not None and outer.who is not None else None


def _number(claim: Said) -> bool:
    """Whether it tells a number that is no year."""
    return any(word.isdigit() and not _YEAR.fullmatch(word) for word in tokens(claim.text))


def _source(claim: Said) -> frozenset[str]:
    """The stems of the words that name who told a claim, here or elsewhere in the report."""
    source = claim.statement.source
    told = [*tokens(source.span.text)] if source else []
    told += tokens(claim.who.label) if claim.who else []
    return frozenset(stem(word) for word in told)


def _right_behind(rest: Sequence[Said], denial: Said, view: View) -> list[Said]:
    """The claim that the denial's own sentence goes on to quote: "rejected the claim of the
    agency, which quoted an officer as saying that …"."""
    text = view.record.report.text
    end = max(span.end for span in shown(denial.statement))
    found = [
        claim
        for claim in rest
        if others_claim(claim, denial)
        and claim.keys
        and claim.start <= end + _REACH
        and not _STOP.search(text[min(end, claim.start) : claim.start])
    ]
    return found[-1:]  # the innermost is what is denied
