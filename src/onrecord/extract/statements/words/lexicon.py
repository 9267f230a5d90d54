"""The lexicons of attribution, as the extractors ask them: what a cue does and what it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from onrecord import lexicons
from onrecord.errors import LexiconError
from onrecord.records import Act, Certainty

Frame = Literal["clause", "quotation", "object", "infinitive", "person"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Who attributes what. Verbs are lemmas, or a lemma with its particle ("point out").

    ``verbs[verb][frame]`` is the act; ``nouns[noun]`` too. ``particles[lemma]`` are the second
    words that the lemma is listed with; ``links[lemma]`` are those that follow the person
    ("accuse … of").
    """

    verbs: Mapping[str, Mapping[Frame, Act]]
    nouns: Mapping[str, Act]
    particles: Mapping[str, frozenset[str]]
    links: Mapping[str, frozenset[str]]
    belief: Mapping[str, Certainty]
    not_said: frozenset[str]

    def act(self, verb: str) -> Act | None:
        """The act of a verb where its frame is not known: that with a clause, else the first."""
        frames = self.verbs.get(verb)
        if not frames:
            return None
        return frames.get("clause") or next(iter(frames.values()))


@cache
def cues(folder: str | None = None) -> Cues:
    """The cues of the package and of the user's folder. LexiconError for an act that is none."""
    data = lexicons.load("statements/cues", folder=folder)
    attitudes = lexicons.load("statements/attitudes", folder=folder)
    verbs: dict[str, dict[Frame, Act]] = {}
    links: dict[str, set[str]] = {}
    for act, table in data.items():
        if act == "nouns":
            continue
        if act not in get_args(Act):
            raise LexiconError(
                f"statements/cues: {act!r} is no act; {', '.join(get_args(Act))} are"
            )
        for frame, listed in table.items():
            if frame not in get_args(Frame):
                raise LexiconError(f"statements/cues: {act}.{frame} is none of {get_args(Frame)}")
            for entry in listed:
                verb, _, link = entry.partition(" … ")
                if link:
                    links.setdefault(verb, set()).add(link)
                # The first table that lists a verb with a frame wins: "acknowledge" asserts or owns
                # up, and which of the two is for the act rules to say.
                verbs.setdefault(verb, {}).setdefault(frame, cast(Act, act))
    particles: dict[str, set[str]] = {}
    for verb in verbs:
        lemma, _, second = verb.partition(" ")
        if second:
            particles.setdefault(lemma, set()).add(second)
    return Cues(
        verbs=verbs,
        nouns={noun: cast(Act, act) for act, ns in data["nouns"].items() for noun in ns},
        particles={lemma: frozenset(seconds) for lemma, seconds in particles.items()},
        links={lemma: frozenset(words) for lemma, words in links.items()},
        belief=attitudes["belief"],
        not_said=frozenset(attitudes["not_said"]),
    )


@cache
def words(name: str, key: str, folder: str | None = None) -> frozenset[str]:
    """A plain list of a lexicon of statements, as a set."""
    return frozenset(lexicons.load(f"statements/{name}", folder=folder)[key])


_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID", "RETREAT"})


@cache
def deeds() -> frozenset[str]:
    """Verbs of what somebody does, which show no attitude: the events' own."""
    listed = lexicons.load("events/plover")["entry"]
    found = {verb for one in listed if one["type"] in _DEEDS for verb in one.get("verbs", ())}
    return frozenset(found - words("attitudes", "both"))
