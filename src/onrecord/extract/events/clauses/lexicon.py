"""The word lists of events, as the rules ask them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import cast, get_args

from onrecord import lexicons
from onrecord.errors import LexiconError
from onrecord.records import EventType


@dataclass(frozen=True, slots=True)
class Frame:
    """Of which classes the parties of an everyday verb must be for it to name an event.

    ``by`` are the prepositions of the object ("": none), ``beside`` words of which one must follow.
    """

    actors: tuple[str, ...]
    objects: tuple[str, ...]
    by: tuple[str, ...]
    beside: tuple[str, ...]
    agentless: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word names: a PLOVER type and mode.

    ``weak`` words name it only where something else speaks for it; ``speech`` words are said, not
    done; ``mutual`` ones have all parties as actors; ``frame`` is what its parties must be.
    """

    type: EventType
    mode: str | None = None
    weak: bool = False
    speech: bool = False
    mutual: bool = False
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that with one of ``objects`` names what the object alone may not."""

    sense: Sense
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas by what they name.

    ``verbs`` and ``nouns`` have entries of several words too ("blow up", "car bomb"); ``frames``
    are the senses that everyday verbs have with parties of some classes; ``seconds``
    are the words that follow a verb in such an entry, ``tails`` the lengths of the noun entries
    that end in a noun, longest first; ``of`` are nouns with what stands behind their "of"
    ("exchange of fire").
    """

    verbs: Mapping[str, tuple[Sense, ...]]
    frames: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, Sense]
    light: Mapping[str, tuple[Light, ...]]
    seconds: Mapping[str, frozenset[str]]
    tails: Mapping[str, tuple[int, ...]]
    of: Mapping[str, Mapping[str, Sense]]
    harm: frozenset[str]


@cache
def words(folder: str | None = None) -> Words:
    """The package's event words and the user's. LexiconError for a type that is none."""
    data = lexicons.load("events/plover", folder=folder)
    verbs: dict[str, list[Sense]] = {}
    nouns: dict[str, Sense] = {}
    light: dict[str, list[Light]] = {}
    for entry in data["entry"]:
        for verb in entry.get("verbs", ()):
            verbs.setdefault(verb, []).append(
                _sense(entry, weak=verb in entry.get("weak_verbs", ()))
            )
        for noun in entry.get("nouns", ()):
            nouns.setdefault(noun, _sense(entry, weak=noun in entry.get("weak_nouns", ())))
    for entry in data["light"]:
        for verb in entry["verbs"]:
            light.setdefault(verb, []).append(Light(_sense(entry), frozenset(entry["objects"])))
    frames = _frames(folder)
    seconds: dict[str, set[str]] = {}
    for verb in (*verbs, *light, *frames):
        first, _, rest = verb.partition(" ")
        if rest:
            seconds.setdefault(first, set()).add(rest)
    tails: dict[str, set[int]] = {}
    of: dict[str, dict[str, Sense]] = {}
    for noun, sense in nouns.items():
        head, joint, object_ = noun.partition(" of ")
        if joint:
            of.setdefault(head, {})[object_] = sense
            continue
        parts = noun.split()
        tails.setdefault(parts[-1], set()).add(len(parts))
    return Words(
        {verb: tuple(senses) for verb, senses in verbs.items()},
        {verb: tuple(senses) for verb, senses in frames.items()},
        nouns,
        {verb: tuple(found) for verb, found in light.items()},
        {first: frozenset(rest) for first, rest in seconds.items()},
        {head: tuple(sorted(lengths, reverse=True)) for head, lengths in tails.items()},
        of,
        frozenset(data["harm"]),
    )


def _frames(folder: str | None) -> dict[str, list[Sense]]:
    """The senses of everyday verbs, in the order of their list."""
    found: dict[str, list[Sense]] = {}
    for entry in lexicons.load("events/frames", folder=folder)["frame"]:
        frame = Frame(
            tuple(entry.get("actors", ())),
            tuple(entry.get("objects", ())),
            tuple(entry.get("by", ("",))),
            tuple(entry.get("with", ())),
            bool(entry.get("agentless")),
        )
        sense = replace(_sense(entry, weak=True), frame=frame)
        for verb in entry["verbs"]:
            found.setdefault(verb, []).append(sense)
    return found


def _sense(entry: Mapping[str, object], *, weak: bool = False) -> Sense:
    type_ = entry.get("type")
    if type_ not in get_args(EventType):
        raise LexiconError(
            f"events/plover: {type_!r} is no type; {', '.join(get_args(EventType))} are"
        )
    mode = entry.get("mode")
    return Sense(
        cast(EventType, type_),
        str(mode) if mode else None,
        weak,
        bool(entry.get("speech")),
        entry.get("sides") == "both",
    )


@cache
def listed(lexicon: str, name: str) -> frozenset[str]:
    """The words of one list of ``events/<lexicon>.toml``; empty where it has none."""
    return frozenset(lexicons.load(f"events/{lexicon}").get(name, ()))


@cache
def table(lexicon: str, name: str) -> Mapping[str, frozenset[str]]:
    """A table of lists of ``events/<lexicon>.toml``."""
    data = lexicons.load(f"events/{lexicon}").get(name, {})
    return {key: frozenset(value) for key, value in data.items()}


@cache
def people() -> frozenset[str]:
    """Nouns that mean persons, alone or many: "diplomat", "protester", "rebel"."""
    tables = lexicons.load("actors/nouns").values()
    kinds = ("person", "people", "military", "armed_group")
    named = {
        word
        for table in tables
        if isinstance(table, Mapping) and table.get("kind") in kinds
        for word in table.get("words", ())
    }
    return frozenset(named) | listed("roles", "persons")
