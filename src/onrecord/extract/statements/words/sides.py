"""Who stands where: the actors of a report as the statements meet them.

Whether a clause is about the speaker's own side or about somebody else decides between a warning
and a threat, a denial and an accusation. Where it cannot be told the answer is "unknown", and no
act rests on it.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.extract.actors import ActorIndex
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.records import Actor

Side = Literal["own", "other", "unknown"]

_FIRST = frozenset({"i", "we", "our", "my", "us", "me", "ourselves", "ours"})
_THIRD = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "him", "them"})
_SECOND = frozenset({"you", "your"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "SPY", "LEG"})
"""PLOVER's sectors of those who act for a state."""


class Cast:
    """The actors of a report, asked by the tokens that mean them."""

    def __init__(self, syntax: Syntax, actors: ActorIndex) -> None:
        self._syntax = syntax
        self._actors = actors
        self._by_id = {actor.id: actor for actor in actors.actors}

    def get(self, actor: str | None) -> Actor | None:
        """The actor of an id."""
        return self._by_id.get(actor) if actor else None

    def on(self, index: int) -> Actor | None:
        """The actor whom a mention with this token as its head means, or a name that it is in."""
        token = self._syntax.tokens[index]
        return self._actors.at(token.start, token.end)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody in the text."""
        return self._actors.actors

    def of(self, span: Offsets) -> Actor | None:
        """The actor that a phrase means."""
        return self._actors.at(*span)

    def side(self, index: int, speaker: Actor | None, *, quoted: bool) -> Side:
        """Whether the token means the speaker, somebody of the speaker's side, or somebody else.

        ``quoted`` is whether it stands in the speaker's own words, where "we" is the speaker; in
        reported speech a "he" that nobody resolved is taken for nobody.
        """
        word = self._syntax.word(index)
        if word in _FIRST:
            return "own" if quoted else "unknown"
        if word in _SECOND:
            return "other"
        actor = self.on(index)
        if actor is None:
            actor = self._possessor(index)
            if actor is None:
                return "unknown"
        return relation(speaker, actor)

    def _possessor(self, index: int) -> Actor | None:
        """ "our forces", "Iran's army", "the Iranian army": whose they are."""
        for child in self._syntax.kids(index, "nmod:poss", "amod", "compound", "nmod"):
            found = self.on(child)
            if found is not None:
                return found
        return None

    def owner(self, index: int) -> int | None:
        """The possessive on a word ("our forces": our)."""
        return self._syntax.kid(index, "nmod:poss")


def relation(speaker: Actor | None, other: Actor) -> Side:
    """How an actor stands to the speaker: by identity, else by the countries of both."""
    if speaker is None:
        return "unknown"
    if speaker.id == other.id or _speaks_for(speaker, other):
        return "own"
    if not speaker.country or not other.country:
        # Of a crisis that names no country, the state and those against it are two sides still.
        return "other" if _opposed(speaker, other) else "unknown"
    if speaker.country != other.country:
        return "other"
    # A country's people, rebels and ministry are not of one mind; its offices and forces are.
    if _of_state(speaker) and _of_state(other):
        return "own"
    return "other" if _opposed(speaker, other) else "unknown"


def _speaks_for(speaker: Actor, other: Actor) -> bool:
    """ "The League's chairman, Ana Cole": what the League will do, her own side will."""
    if other.kind in ("person", "people", "outlet"):
        return False
    whose = tuple(f"{name.text.lower()}{end}" for name in other.mentions for end in ("'s ", "’s "))
    if any(said.text.lower().startswith(whose) for said in speaker.mentions):
        return True
    names = {_bare(name.text) for name in other.mentions} | {_bare(other.name)}
    for role in speaker.roles:
        if _MOUTHPIECE.search(role.title.lower()) and _bare(role.organisation or "") in names:
            return True
    said = {_bare(match[1]) for mention in speaker.mentions for told in _SPOKEN_FOR
            if (match := told.search(mention.text.lower())) is not None}  # fmt: skip
    return bool(said & names)


_MOUTHPIECE = re.compile(r"\b(?:spokes\w+|representative|mouthpiece)\b")
_SPOKEN_FOR = (
    re.compile(r"\bspokes\w+ (?:for|of) (.+)$"),
    re.compile(
        r"^(?:the |an? )?(?!(?:an?|the|its|his|their) spokes)(.+) spokes(?:man|woman|person)\b"
    ),
)
"""Whom somebody speaks for: "a spokesman for | the militia", "a | Maro Front | spokesman"."""


def _bare(name: str) -> str:
    """A name without its article, in lower case."""
    return re.sub(r"^(?:the|an?) ", "", name.lower())


def _opposed(speaker: Actor, other: Actor) -> bool:
    """Whether one is of a state and the other against one."""
    return (_of_state(speaker) and against_state(other)) or (
        against_state(speaker) and _of_state(other)
    )


def against_state(actor: Actor) -> bool:
    """Whether an actor is in arms or in revolt against a state."""
    return actor.kind == "armed_group" or actor.sector in ("REB", "OPP", "SEP", "INS", "UAF")


def _of_state(actor: Actor) -> bool:
    if actor.kind == "person":
        return actor.sector in _OFFICIAL
    return actor.kind in ("government", "office", "military")


def partisan(actor: Actor | None) -> bool:
    """Whether a speaker is a party: a state, a force, a person of either; not an observer."""
    if actor is None or against_state(actor):
        return True
    return actor.kind not in ("ngo", "people", "outlet", "other")


def official(actor: Actor | None) -> bool:
    """Whether a speaker speaks for a state or a force."""
    if actor is None:
        return False
    return actor.kind == "armed_group" or _of_state(actor) or against_state(actor)


def unplaced(actor: Actor | None) -> bool:
    """Whether a speaker is a body of whom nothing is known, or criminals."""
    return actor is not None and (
        actor.sector == "CRM" or (actor.kind, actor.sector) == ("other", None)
    )


def is_third(word: str) -> bool:
    """A pronoun of the third person."""
    return word in _THIRD


def is_first(word: str) -> bool:
    """A pronoun of the first person."""
    return word in _FIRST
