"""Groups of mentions that mean the same actor, and what they say of it together."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.roles import Post
from onrecord.records import ActorKind

_BODIES = frozenset({"company", "ngo", "outlet", "igo", "office", "armed_group"})
"""What "the firm", "the charity" tell of a name that tells nothing."""


@dataclass(slots=True, eq=False)
class Entity:
    """One actor in the making. ``order`` is the index of its first mention in the report."""

    order: int
    mentions: list[Mention] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None
    _nature: str | None = None
    _number: str | None = None

    @property
    def kind(self) -> ActorKind | None:
        """The kind that its best mention gives: a name's before a noun's, a clear one's first."""
        found: ActorKind | None = None
        for form in ("name", "nominal", "joint", "pronoun"):
            kinds = [m.kind for m in self.mentions if m.form == form and m.kind is not None]
            clear = next((kind for kind in kinds if kind != "other"), None)
            if clear is not None and (found is None or clear in _BODIES):
                return clear
            found = found or clear or next(iter(kinds), None)
        return found

    @property
    def nature(self) -> str:
        """person, group, place or thing; a place that acts somewhere is a group."""
        if self._nature is None:
            natures = {m.nature for m in self.mentions if m.form != "pronoun"}
            order = ("person", "group", "place", "thing")
            self._nature = next((nature for nature in order if nature in natures), "thing")
        return self._nature

    @property
    def number(self) -> str | None:
        """s or p: the first mention's that says."""
        if self._number is None:
            numbers = (m.number for m in self.mentions if m.number is not None)
            self._number = next(numbers, None)
        return self._number

    def changed(self) -> None:
        """To be told when a mention was added, or says something else than before."""
        self._nature = self._number = None

    def heads(self) -> set[str]:
        """The head nouns of its mentions, and of their names, in lower case."""
        return {head_word(m) for m in self.mentions if m.form not in ("pronoun", "joint")}

    def sorts(self) -> set[str]:
        """The names of the lexicon's sorts among its mentions."""
        return {m.sort.name for m in self.mentions if m.sort is not None}


class Entities:
    """The entities of a report: each mention belongs to one."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self._index = {id(mention): place for place, mention in enumerate(mentions)}
        self._headed = {m.head: m for m in reversed(mentions) if m.form != "joint"}
        self._of = [self._single(place, mention) for place, mention in enumerate(mentions)]

    @staticmethod
    def _single(place: int, mention: Mention) -> Entity:
        return Entity(place, [mention], list(mention.posts), _sex(mention), mention.country)

    def index(self, mention: Mention) -> int:
        """The mention's place in the report."""
        return self._index[id(mention)]

    def of(self, mention: Mention) -> Entity:
        """The entity of a mention."""
        return self._of[self._index[id(mention)]]

    def headed(self, token: int) -> Mention | None:
        """The mention whose head the token is."""
        return self._headed.get(token)

    def alone(self, mention: Mention) -> bool:
        """Whether nothing but its own relative pronouns belongs to the mention's entity."""
        others = (m for m in self.of(mention).mentions if m is not mention)
        return all(m.form == "pronoun" and m.gender == "r" for m in others)

    def merge(self, one: Mention, other: Mention) -> Entity:
        """Make one entity of the two mentions' entities."""
        first, second = self.of(one), self.of(other)
        if first is second:
            return first
        if second.order < first.order:
            first, second = second, first
        first.mentions = sorted([*first.mentions, *second.mentions], key=self.index)
        first.posts.extend(post for post in second.posts if post not in first.posts)
        first.gender = first.gender or second.gender
        first.country = first.country or second.country
        first.changed()
        for mention in second.mentions:
            self._of[self._index[id(mention)]] = first
        return first

    def all(self) -> list[Entity]:
        """The entities in order of first mention."""
        seen: dict[int, Entity] = {}
        for entity in self._of:
            seen.setdefault(id(entity), entity)
        return sorted(seen.values(), key=lambda e: e.order)


def head_word(mention: Mention) -> str:
    """The last word, or that before "of" or "for" in the name of a body."""
    words = mention.core.lower().split()
    for place, word in enumerate(words[1:], 1):
        if word in ("of", "for") and mention.nature == "group":
            return words[place - 1]
    return words[-1] if words else ""


def _sex(mention: Mention) -> str | None:
    return mention.gender if mention.gender in ("m", "f") else None


def agree(one: Entity, other: Entity) -> bool:
    """Whether two entities may be one: gender, number, country and nature do not differ."""
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    if one.number and other.number and one.number != other.number:
        return False
    pair = {one.nature, other.nature}
    return len(pair) == 1 or pair <= {"group", "place"}


def named_person(entity: Entity) -> bool:
    """Whether a person's name is among its mentions."""
    return any(m.name >= 0 and m.kind == "person" for m in entity.mentions)
