"""Who did it: the answers of those who do not know, and of those who say that it was not they."""

from __future__ import annotations

import re

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import REAL, EventFacts, Said, View
from onrecord.compare.pairs.denials import one_side, only_ahead, tells_of, within
from onrecord.compare.pairs.references import refers
from onrecord.link.words import has_mark, keys, mark_keys, mark_stems, stem, tokens, words
from onrecord.records import EventType, Link

_WHO = re.compile(
    r"\bwho(?: (?:had|has|have|was|were|is|might|may|could))*(?: been| be)? (?P<did>\w+)"
)
_CANNOT_SAY = re.compile(
    r"\b(?:in no position|(?:not|n.t)(?: yet)? (?:in a position|able|possible|known|clear)|unable|"
    r"impossible|unclear|too (?:early|soon)|cannot|could not|can.t|couldn.t)(?: yet)? (?:to )?"
    r"(?:(?:say|tell|know|establish|determine|confirm|judge) )?(?:for certain )?who\b",
    re.IGNORECASE,
)
_DEED: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})
_REACH = 250
"""Characters before "denied any role" within which stands the deed that is meant."""
_FEW = 3
"""Content words that "denied holding her" has at most."""
_HER = frozenset({"him", "her", "them", "it"})


def culprits(view: View) -> list[Link]:
    """``undercuts`` from who cannot say who did it to each accusation, and ``denies`` from who
    denies a part in a deed, or a deed by a pronoun ("holding her"), to what was told of it."""
    links: list[Link] = []
    for place, said in enumerate(view.ordered):
        before = view.ordered[:place]
        if _asks_who(said):
            links += _blamed(said, before, view)
        elif said.statement.act == "deny" and _disowns(said):
            links += _deed(said, view)
        elif said.statement.act == "deny" and place and _by_pronoun(said):
            told = before[-1]
            if not one_side(told, said) and tells_of(told, view, _DEED):
                why = f"denies to have done it: {quote(told.text)}"
                links.append(link("denies", said, told, 0.65, why))
    return links


def _asks_who(said: Said) -> bool:
    """Whether what is not known is who did it: "who had fired first", "was in no position to say
    who was responsible"."""
    found = _WHO.search(said.text)
    if said.statement.act != "disclaim" and not _CANNOT_SAY.search(said.text):
        return False
    return found is not None and stem(found["did"]) in mark_stems("culprit")


def _blamed(said: Said, before: tuple[Said, ...], view: View) -> list[Link]:
    """To each accusation of others, told before, that lays harm at somebody's door."""
    return [
        link("undercuts", said, claim, 0.6, f"cannot say who did it: {quote(claim.text)}")
        for claim in before
        if (claim.statement.act == "accuse" or _lays(claim, said, view))
        and not claim.statement.within
        and (not one_side(claim, said) or _outsider(said))
        and claim.who is not None
        and not only_ahead(claim, view)
    ]


def _outsider(said: Said) -> bool:
    """ "Nato's mission in Kosovo" is of no side there, whatever country its name has."""
    source = said.statement.source
    named = tokens(source.span.text) if source else []
    return said.who is not None and (said.who.kind == "igo" or has_mark("missions", named))


def _lays(claim: Said, said: Said, view: View) -> bool:
    """Whether an account names the doer of the deed whose doer is not known: "Ordavian troops
    opened fire on its post", before who does not know who fired first."""
    if claim.statement.act != "assert" or claim.statement.polarity != "positive":
        return False
    told = [e for e in view.events.values() if within(e, claim.statement)]
    told = [e for e in told if e.event.type in _DEED and e.event.status in REAL]
    own = {claim.who.side or claim.who.name} if claim.who else set()
    named = [e for e in told if (e.actors | claim.matter.doers) - own]
    anyone = has_mark("answerable", tokens(said.text))
    shared = said.keys & claim.keys - mark_keys("telling")
    return any(anyone or shared or _kin(event, said) for event in named)


def _kin(event: EventFacts, said: Said) -> bool:
    """Whether a word of what is not known may name the event."""
    return any(event.kin & words().kin_of.get(key, frozenset()) for key in said.keys)


def _disowns(said: Said) -> bool:
    """ "denied responsibility", "denied any role": in what was told right before."""
    every = tokens(said.text)
    if every[-1:] == ["it"] and refers(said) == ("involvement", frozenset()):
        return True  # "that its forces had nothing to do with it"
    told = [word for word in every if word not in ("any", "all", "having", "had", "a")]
    return 0 < len(told) <= 1 + ("for" in told or "in" in told) and (
        stem(told[0]) in mark_stems("involving")
    )


def _deed(said: Said, view: View) -> list[Link]:
    """The last deed told before in the paragraph, where no claim answers for it."""
    text = view.record.report.text
    near = [
        event
        for event in view.events.values()
        if event.event.type in _DEED
        and event.event.status in ("happened", "alleged")
        and said.start - _REACH <= event.event.trigger.start < said.start
        and "\n" not in text[event.event.trigger.start : said.start]
        and _not_by_others(event, said)
    ]
    theirs = [
        event
        for event in view.events.values()
        if event.event.type in _DEED
        and event.event.status in ("happened", "alleged")
        and event.event.trigger.start < said.start
        and _is_theirs(event, said, view)
    ]
    near = theirs or near  # "killed by suspected Simba militiamen … Simba denied any part in it"
    if not near:
        return []
    last = max(near, key=lambda event: event.event.trigger.start)
    why = f"“{said.text}” here is of the “{last.event.trigger.text}”"
    return [link("denies", said, last, 0.65, why)]


def _not_by_others(event: EventFacts, said: Said) -> bool:
    """Whether the deed is nobody's, or theirs who deny it."""
    own = {said.who.side or said.who.name} if said.who else set()
    return not event.actors or bool(event.actors & own)


def _is_theirs(event: EventFacts, said: Said, view: View) -> bool:
    """Whether the deed is told as theirs who deny it: "by suspected | Simba | militiamen"."""
    own = keys(said.who.label) if said.who is not None else frozenset()
    doers = (view.who[one].label for one in event.event.actor if one in view.who)
    return any(own & keys(doer) for doer in doers)


def _by_pronoun(said: Said) -> bool:
    """ "denied holding her": the deed of the claim right before, in another word."""
    told = tokens(said.text)
    return len(told) <= _FEW and any(word.endswith("ing") for word in told[:2]) and told[-1] in _HER
