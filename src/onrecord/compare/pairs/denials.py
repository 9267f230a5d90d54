"""What a denial denies."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import REAL, EventFacts, Said, View
from onrecord.compare.accounts.parties import party_keys
from onrecord.compare.pairs.claims import affirms
from onrecord.compare.pairs.sameness import TYPES
from onrecord.compare.pairs.sayings import overlap
from onrecord.link.words import (
    keys,
    mark_stems,
    stem,
    tokens,
    topics,
    written,
)
from onrecord.records import EventType, Link, Span, Statement

_CLAIMS = frozenset({"accuse", "assert", "confirm", "predict"})
USE = keys("use weapons")
"""Words that say of arms no more than that they are some."""
_FORCES = frozenset(stem(word) for word in ("police", "army", "military"))


def denials(view: View) -> list[Link]:
    """From each denial of a report to the event and the accusation that it denies."""
    links: list[Link] = []
    for denial in view.said.values():
        if denial.statement.act != "deny" or not denial.keys:
            continue
        target = _denied_event(view, denial)
        if target is not None:
            links.append(target)
        links += _denied_claims(view, denial)
    return links


def _denied_event(view: View, denial: Said) -> Link | None:
    """The event outside the denial that its words come back to, else the one that they name."""
    inside = [e for e in view.events.values() if within(e, denial.statement)]
    own = frozenset({denial.who.side or denial.who.name or ""} if denial.who else ())
    best: tuple[float, int, EventFacts, str] | None = None
    for event in view.events.values():
        if within(event, denial.statement) or not _deniable(event, own):
            continue
        if _own_word(event, denial, view) or _of_another(event, denial, view):
            continue
        score, why = _comes_back(event, denial, inside)
        before = event.event.trigger.start < denial.start
        score -= 0.0 if before else 0.15
        rank = (score, event.event.trigger.start if before else -event.event.trigger.start)
        if score >= 0.6 and (best is None or rank > best[:2]):
            best = (*rank, event, why)
    if best is not None:
        return link("denies", denial, best[2], best[0], best[3])
    for event in inside:
        begin = min(span.start for span in denial.statement.content)
        leading = event.event.trigger.start - begin < 60  # further on stands what is told beside
        if event.event.status == "denied" and event.event.type in TYPES and leading:
            return link("denies", denial, event, 0.8, f"denies the {quote(_trigger(event))} itself")
    return None


def _deniable(event: EventFacts, own: frozenset[str]) -> bool:
    """Whether the deniers may be answering for it: it is told as fact or claim, and not as
    somebody else's doing."""
    if event.event.type not in TYPES or event.event.status not in REAL - {"denied"}:
        return False
    return not event.actors or not own - {""} or bool(event.actors & own)


def _own_word(event: EventFacts, denial: Said, view: View) -> bool:
    """Whether it is told on the word of those who deny, or of one who speaks for them."""
    teller = view.said.get(event.event.on_word_of)
    if teller is None or teller.who is None or denial.who is None:
        return False
    return (
        one_side(teller, denial) or speaks_for(teller, denial, view) or _named_after(teller, denial)
    )


def _named_after(teller: Said, denial: Said) -> bool:
    """ "A Front commander" is of the Front."""
    source, who = teller.statement.source, denial.who
    if source is None or who is None or who.kind in ("person", "people"):
        return False
    return bool((keys(who.label) - mark_stems("officials")) & keys(source.span.text)) and (
        teller.who is not None and teller.who.kind == "person"
    )


def _of_another(event: EventFacts, denial: Said, view: View) -> bool:
    """Whether a force of a state is said to have done it, and those who deny it are none."""
    own = denial.who.actor if denial.who else None
    doers = [view.who[one] for one in event.event.actor if one in view.who]
    armed = denial.who is not None and denial.who.kind == "armed_group"
    states = ("military", "government")
    return armed and bool(doers) and all(d.actor != own and d.kind in states for d in doers)


def _comes_back(event: EventFacts, denial: Said, inside: Sequence[EventFacts]) -> tuple[float, str]:
    matter = topics(denial.keys)
    named = _trigger(event)
    for mine in inside:
        if mine.topics and event.topics and not mine.topics & event.topics:
            continue
        same = mine.head == event.head or mine.general
        if mine.definite and same and _where_agrees(mine, event):
            closer = 0.05 * bool(event.topics) + 0.05 * bool(event.event.when)
            closer += 0.1 * bool(mine.where and event.where)  # "the Verl attack"
            return 0.75 + closer, f"“{_trigger(mine)}” in the denial is the “{named}”"
        if mine.head == event.head and mine.where and mine.where == event.where:
            return 0.85, f"both speak of a “{named}” in {event.where}"
    if matter and matter & event.topics:
        return 0.7, f"both are of {' and '.join(sorted(matter & event.topics))} arms or acts"
    return 0.0, ""


def _where_agrees(mine: EventFacts, event: EventFacts) -> bool:
    return mine.where is None or event.where is None or mine.where == event.where


def _denied_claims(view: View, denial: Said) -> list[Link]:
    links = []
    for claim in view.said.values():
        if claim.statement.act not in _CLAIMS or not said_before(claim, denial):
            continue
        if one_side(claim, denial) or claim.statement.id == denial.statement.within:
            continue  # who tells that something is denied does not claim it
        if only_ahead(claim, view):
            continue  # what is only planned is not what "did not do it" answers
        shared, cover = overlap(claim, denial)
        whole = len(shared) >= 2 and shared == denial.keys and affirms(claim)
        whole &= bool(shared - party_keys())  # "there are no rebels, only civilians"
        # "denies using chemical weapons" answers who says that he did, not whoever speaks of them
        whole &= bool(shared - topics(shared) - USE) or accused(claim, denial, view)
        accuses = claim.statement.act == "accuse" and len(shared) >= 3 and cover >= 0.5
        if whole or (accuses and accused(claim, denial, view)):
            named = written(shared, denial.text)
            links.append(link("denies", denial, claim, 0.5 + cover / 3, f"both speak of {named}"))
    return links


_SHORTLY = 300
"""Characters behind an answer within which "had said" tells what it answers."""


def said_before(claim: Said, answer: Said) -> bool:
    """Whether a claim was made before the answer: it is told before it, or right after it as what
    somebody "had said"."""
    if claim.start < answer.start:
        return True
    cue = tokens(claim.statement.cue.text) if claim.statement.cue else []
    return claim.start < answer.start + len(answer.text) + _SHORTLY and "had" in cue[:1]


def one_side(left: Said, right: Said) -> bool:
    """Whether two sources are one, of one state, or not both known."""
    if left.who is None or right.who is None:
        return True
    return left.who == right.who or bool(left.who.side and left.who.side == right.who.side)


def only_ahead(claim: Said, view: View) -> bool:
    """Whether all acts that a claim tells of are yet to come."""
    told = [e.event.status for e in view.events.values() if within(e, claim.statement)]
    return bool(told) and not REAL & set(told)


def _bodies(denial: Said, view: View) -> frozenset[str]:
    """Keys of the body for which a person speaks: "a coastguard spokesman"."""
    own = next((a for a in view.record.actors if denial.who and a.id == denial.who.actor), None)
    if own is None or own.kind != "person":
        return frozenset()
    found = {key for role in own.roles for key in keys(f"{role.title} {role.organisation or ''}")}
    found |= {key for role in own.roles for key in keys(role.span.text)} & _FORCES
    return (
        frozenset(found)
        - keys(own.name)
        - (mark_stems("officials") - _FORCES)
        - mark_stems("telling")
    )


def speaks_for(person: Said, body: Said, view: View) -> bool:
    """Whether a person speaks for the body that is the other's source: "its spokeswoman"."""
    if person.who is None or body.who is None or person.who.kind != "person":
        return False
    source = person.statement.source
    told = tokens(source.span.text) if source else []
    if told[:1] in (["its"], ["their"]):
        return True
    if _heads(told, body):
        return True
    side = body.who.kind != "person" and person.who.side and person.who.side == body.who.side
    return bool(side) and bool(_bodies(person, view) & keys(body.who.label))


def _heads(told: Sequence[str], body: Said) -> bool:
    """ "The head of the service", "the ministry's spokesman": of the body of that name."""
    label = tokens(body.who.label) if body.who is not None else []
    if not label or body.who is None or body.who.kind in ("person", "people"):
        return False
    posts = mark_stems("posts")
    behind = any(
        stem(told[at]) in posts and told[at + 1 : at + 4] == ["of", "the", label[-1]]
        for at in range(len(told))
    )
    return behind or (told[:2] == ["the", label[-1]] and len(told) > 2 and stem(told[2]) in posts)


def accused(claim: Said, denial: Said, view: View) -> bool:
    """Whether the one who denies, or the body for which he speaks, is named in the claim."""
    if denial.who is None:
        return False
    source = denial.statement.source.span if denial.statement.source else None
    if source and 0 < claim.start - source.end <= _COMMA and _relative(claim):
        return True
    passive = _in_passive(claim, view)
    spans = (*claim.statement.content, *passive)
    for actor in view.record.actors:
        who = view.who[actor.id]
        alike = actor.id == denial.who.actor or (who.side and who.side == denial.who.side)
        if source and actor.named and actor.kind not in ("person", "people", "outlet"):
            alike = alike or any(source.start <= m.start < source.end for m in actor.mentions)
        if alike and any(s.start <= m.start < s.end for m in actor.mentions for s in spans):
            return True
    if _bodies(denial, view) & claim.keys.union(*(keys(span.text) for span in passive)):
        return True
    return claim.to is not None and claim.to.side == denial.who.side


def _in_passive(claim: Said, view: View) -> tuple[Span, ...]:
    """ "The army | has been accused by officials of blocking aid": who stands before the cue."""
    cue = claim.statement.cue
    told = tokens(cue.text) if cue is not None else []
    if (
        cue is None
        or claim.statement.act != "accuse"
        or not {"been", "is", "was", "are", "were"} & set(told)
    ):
        return ()
    text = view.record.report.text
    begin = max(
        text.rfind(". ", 0, cue.start), text.rfind("\n", 0, cue.start), cue.start - _SUBJECT
    )
    return (Span(begin + 1, cue.start, text[begin + 1 : cue.start]),)


_BE = frozenset({"been", "is", "was", "are", "were"})
_SUBJECT = 60
"""Characters before "has been accused" within which stands who is."""
_COMMA = 2
"""Characters between one who is spoken of and the "which" that says so."""


def _relative(claim: Said) -> bool:
    """ "Chad, | which | Khartoum accuses of …": of whom the claim is stands right before it."""
    return tokens(claim.text)[:1] in (["which"], ["who"], ["whom"])


def tells_of(said: Said, view: View, types: Collection[EventType]) -> bool:
    """Whether an event of one of some types stands in what is said."""
    told = (e.event for e in view.events.values() if within(e, said.statement))
    return any(e.type in types for e in told)


def common_side(view: View, left: Said, right: Said) -> bool:
    """Whether both contents name the same state or group."""
    found = []
    for said in (left, right):
        spans = said.statement.content
        named = set()
        for actor in view.record.actors:
            who = view.who[actor.id]
            tag = who.side or who.name
            if tag and any(s.start <= m.start < s.end for m in actor.mentions for s in spans):
                named.add(tag)
        found.append(named)
    return bool(found[0] & found[1])


def within(event: EventFacts, statement: Statement) -> bool:
    """Whether the event's trigger stands in the statement's content."""
    at = event.event.trigger.start
    return any(span.start <= at < span.end for span in statement.content)


def _trigger(event: EventFacts) -> str:
    return event.event.trigger.text
