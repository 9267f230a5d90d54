"""Whether an event is what a warning spoke of, in the same words or in others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord import lexicons
from onrecord.compare.accounts.facts import EventFacts, Said
from onrecord.compare.accounts.parties import named_sides, share_name, tag
from onrecord.link.words import has_mark, keys, mark_keys, mark_stems, stem, tokens, words

# "The attack on its pilot will not go unpunished" holds out no attack.
_DONE_BEFORE = re.compile(
    r"(?<!resumption of )(?<!renewal of )(?<!continuation of )(?<!escalation of )"
    r"\b(?:the|that|this|these|those|its|their)\s+\w+(?=\s+(?:on|of|against)\b)|"
    r"\b(?:sun|mon|tues|wednes|thurs|fri|satur)day(?:[’']?s)?\s+(?:(?:night|morning|evening)"
    r"(?:[’']?s)?\s+)?\w+",
    re.I,
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_TIME = re.compile(
    r"\b(?:within|in|by|before|until|till|from|after|on|no later than|not later than)\s+"
    r"(?:the\s+)?(?:(?:next|end of(?: the)?|start of(?: the)?|early|late|mid)[\s-]+)*"
    r"(?:(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|few|several)[\s-]+)?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|noon|midnight|tomorrow|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|"
    rf"(?:{_MONTHS})(?:\s+\d{{1,2}})?|\d{{1,2}}\s+(?:{_MONTHS}))\b(?:,?\s+\d{{4}}\b)?",
    re.IGNORECASE,
)
"""A time within which a warning wants or holds out something: no part of what that is."""
_AND = re.compile(r"[,;]\s*|\b(?:and|or|including)\b")
_WILL = re.compile(r"\b(?:will|would|shall)\b")
_THEM = frozenset({"them", "they", "him", "her", "he", "she", "it"})
_SINGLE = 0.6
"""What one word for an act comes to, where it is the one who threatened who does it."""

Groups = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The groups of words for acts and for what they are done to, by stem."""

    acts: Groups
    things: Groups
    light: frozenset[str]
    force: frozenset[str]


@cache
def outcomes() -> Outcomes:
    """The package's words, with the user's."""
    lexicon = lexicons.load("compare/outcomes")

    def by_stem(groups: Mapping[str, Iterable[str]]) -> Groups:
        found: dict[str, set[str]] = {}
        for group, members in groups.items():
            for member in members:
                found.setdefault(stem(member), set()).add(group)
        return {word: frozenset(of) for word, of in found.items()}

    light = frozenset(stem(word) for word in lexicon["words"]["light"])
    force = frozenset(lexicon["words"]["force"])
    return Outcomes(by_stem(lexicon["acts"]), by_stem(lexicon["things"]), light, force)


@lru_cache(maxsize=8192)
def timeless(text: str) -> str:
    """``text`` without the time that it sets: "would close the border within 48 hours"."""
    return _TIME.sub("", text)


def borne_out(event: EventFacts, text: str, warning: Said, *, owned: bool = False) -> float:
    """What part of the words of ``text``, of a warning, the telling of the event has, 0 where the
    act differs. ``owned``: it is what the one who warns is to do."""
    issuer = warning.who.label if owned and warning.who else ""
    text = timeless(text)
    return max(same_words(event, text, issuer), _other_words(event, text, warning, owned=owned))


def same_words(event: EventFacts, text: str, issuer: str = "") -> float:
    """The same by the words themselves and their next of kin.

    One word alone bears nothing out, unless the ``issuer`` is named beside it.
    """
    known = words()
    wanted = keys(text) - _common()
    wanted = wanted - outcomes().light or wanted
    have = event.matter.keys | event.matter.names
    trigger = [stem(word) for word in tokens(event.event.trigger.text)]
    kin = {g for word in trigger for g in known.kin_of.get(word, ())}
    asked = {
        word: known.kin_of.get(word, frozenset()) for word in _stems(_DONE_BEFORE.sub("", text))
    }
    # "If the rebels attack it again": to shell it is to attack it.
    general = {w for w in asked if event.event.type == "ASSAULT" and has_mark("general", [w])}
    # "sent troops" is not what "withdraw his troops" holds out
    acting = [w for w in trigger if len(trigger) == 1 or w not in mark_stems("uniformed")]
    named = general or any(word in asked for word in acting)
    if not named and not any(kin & g for g in asked.values()):
        return 0.0
    like = {w for w in wanted if known.kin_of.get(w, frozenset()) & kin} | (general & wanted)
    shared = (wanted & (have | set(trigger))) | like
    # a union's strike is not the strike of another union
    named_by = keys(issuer) - mark_keys("plain_bodies") or keys(issuer)
    if len(shared) < 2 and not (shared and named_by & have):
        return 0.0
    return len(shared) / len(wanted)


def _other_words(event: EventFacts, text: str, warning: Said, *, owned: bool) -> float:
    """ "would cut mobile data" and "access to the internet was limited"; of several acts that are
    held out, the one that is told of."""
    known = outcomes()
    if known.force & set(tokens(text)) and event.event.type != "ASSAULT":
        return 0.0
    act = acts_of(tokens(event.event.trigger.text))
    have = event.matter.keys | event.matter.names
    things = _of(have, known.things)
    best = 0.0
    for part, wanted in parts(text):
        done = {w for w in wanted if known.acts.get(w, frozenset()) & act}
        if not done:
            continue
        like = {w for w in wanted if known.things.get(w, frozenset()) & things}
        shared = (wanted & have) | done | like
        pointed = bool(_meant(part, warning) & things)
        if len(shared) + pointed >= 2:
            best = max(best, len(shared) / len(wanted))
        elif owned and wanted == shared and _by_and_to(event, warning):
            best = max(best, _SINGLE)
    return best


def parts(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The coordinated parts of what is held out, each with its telling words."""
    for part in _AND.split(_DONE_BEFORE.sub("", text)):
        wanted = keys(part) - _common() - outcomes().light
        if wanted:
            yield part, wanted


def acts_of(found: Iterable[str]) -> frozenset[str]:
    """The groups of acts that words belong to."""
    return _of((stem(word) for word in found), outcomes().acts)


def things_of(found: Iterable[str]) -> frozenset[str]:
    """The groups of what acts are done to that stems belong to."""
    return _of(found, outcomes().things)


def _of(found: Iterable[str], groups: Groups) -> frozenset[str]:
    return frozenset(group for word in found for group in groups.get(word, ()))


def _meant(part: str, warning: Said) -> frozenset[str]:
    """What a pronoun in the condition points to, in the consequence: "if they try to free them,
    the hostages will die"."""
    then = warning.statement.consequence
    if then is None or not _THEM & set(tokens(part)) or part in then.text:
        return frozenset()
    return _of(keys(then.text), outcomes().things)


def who_would(warning: Said) -> str | None:
    """Whose doing it is to be: of the one who threatens, else of the state that is said to do it
    ("the Norwegian navy will board them")."""
    doer, then = tag(warning.who), warning.statement.consequence
    if doer is not None or then is None:
        return doer
    will = _WILL.search(then.text)
    named = named_sides(then.text[: will.start()]) if will else ()
    return next((code for _, _, code in named), None)


def _by_and_to(event: EventFacts, warning: Said) -> bool:
    """Whether it is told to be done by the one who threatened, to the one who was."""
    doer = who_would(warning)
    if doer is None:
        return bool(warning.who and keys(warning.who.label) & (event.matter.keys))
    if not event.actors or not share_name(frozenset({doer}), event.actors):
        return False
    to = tag(warning.to)
    warned = frozenset({to} if to is not None else warning.matter.sides - {doer})
    befell = event.recipients | (event.matter.sides - {doer})
    return bool(warned and befell) and share_name(warned, befell)


def _stems(text: str) -> set[str]:
    return {stem(word) for word in tokens(text)} - _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in words().marks["common"])
