"""Bodies of which a country has one, said by whose they are or without saying whose.

"The Amar regime" is the government of the country that the report says Amar leads; "the army" is
that of the country that the report is about, where one is clear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.extract.actors.mentions.entities import Entities, Entity
from onrecord.extract.actors.mentions.mention import Key, Mention
from onrecord.extract.actors.reference.speech import Speech
from onrecord.extract.actors.trees.authors import Author
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.records import Place

LEAST, LEAD, OPENING = 3, 2, 1.15
"""Mentions that the report's own country must have, and how many times the next country's: fewer
where the report opens with it."""

_SHORT = 3
"""Letters at most of what may stand in capitals without being a dateline's."""
_WHOSE = 4
"""Tokens behind "the army of" within which those stand whose it is."""
NEAR = 60
"""Tokens behind the name of a country's body within which "the army" comes back to it."""

_FIRST = 4
"""Sentences, headlines among them, within which a report has said which country it is about."""
_GONE = 2
"""Sentences back in which the country of a bare "police" must be named, if any is."""
HOLDING = ("held", "controlled", "occupied", "administered", "run", "ruled", "governed")
"""Behind a hyphen: who has a place, whatever country it lies in."""

_OFFICIAL = frozenset({"government", "office", "military"})
_SECTORS = frozenset({"GOV", "MIL"})
_FORCES = frozenset({"military", "troops"})
_OWN = frozenset({"government", "military", "troops", "police", "legislature", "court"})
_BARE = frozenset(
    {"federal", "national", "regular", "government", "state", "regime", "security",
     "pro-government", "armed", "air"}
)  # fmt: skip


class Home:
    """Finds the earlier mention of the body that a noun phrase means."""

    def __init__(
        self,
        entities: Entities,
        syntax: Syntax,
        lexicons: Tables,
        places: Sequence[Place] = (),
        author: Author | None = None,
    ) -> None:
        self._entities, self._syntax, self._lexicons = entities, syntax, lexicons
        self._speech = Speech(entities, syntax)
        counts = self._counts(places)
        opening = next((m.country for m in entities.mentions if m.country is not None), None)
        own = author.country if author is not None and author.kind in _OFFICIAL else None
        # "the Government" of a ministry's own paper is whose ministry it is
        self.country = own or _clear(counts, opening) or _clear(self._towns(places), None)
        self._filed = _filed(syntax, places)
        self._places = places

    def _counts(self, places: Sequence[Place]) -> Counter[str]:
        """How often each country is named, a name that is an actor's and a place's once.

        A report on a war seldom names its country, and its towns all the time.
        """
        where: dict[str, set[int]] = {}
        for m in self._entities.mentions:
            if m.country is not None:
                where.setdefault(m.country, set()).add(m.head)
        for place in places:
            if place.country is not None:
                token = self._syntax.token_at(place.span.end - 1)
                where.setdefault(place.country, set()).add(token)
        return Counter({country: len(tokens) for country, tokens in where.items()})

    def _towns(self, places: Sequence[Place]) -> Counter[str]:
        """How many places of each country are named that are no countries: where it happens."""
        country = self._lexicons.countries.country
        return Counter(
            place.country
            for place in places
            if place.country is not None and country(place.span.text) is None
        )

    def of(self, mention: Mention) -> Mention | None:
        """The earlier mention of the body that ``mention`` means; None where that is not clear.

        A body that is found to be a country's is told so, whether it was mentioned before or not.
        """
        sort = mention.sort
        if sort is None or mention.country is not None:
            return None
        lesser = sort.name == "government" and mention.key is not None and mention.key[0] == "org"
        if lesser or mention.core == "tribunal":
            return None  # of a part of a country, or of several
        if sort.name not in _OWN:
            return self._countrys(mention) if sort.one else None
        alike = self._alike(mention)
        bare = alike and mention.definite == "bare" and self._a_states(mention)
        if mention.definite == "indef":
            return None
        owner = self._owner(mention)
        if owner is not None and alike:
            return self._owned(mention, owner)
        whose = alike and mention.definite == "poss"
        if owner is not None or not (bare or whose or self._entities.alone(mention)):
            return None
        if mention.definite == "poss":
            return self._countrys(mention)
        if self._narrowed(mention):
            return None
        if sort.name == "police":
            named = self._sole_force(mention)
            if named is not None or self._elsewhere(mention) or self._left(mention):
                return named
        if sort.name == "government":
            return self._government(mention)
        of = self._of_whom(mention)
        if of is not None:
            theirs = of.country or self._entities.of(of).country
            return self._settle(mention, theirs) if theirs is not None else None
        near = self._near(mention)
        if not near and self._told_abroad(mention):
            return None
        country = self.country if not near else near[0] if len(near) == 1 else None
        if not near and country is not None and not self._opened(mention, country):
            return None
        if sort.kind == "military" and country in countries().without_army:
            return None  # the army of which a report on them tells is another's
        if sort.name == "police" and not near and self._filed not in (None, country):
            return None  # of where it was filed, and not of whose embassy was bombed: or of neither
        return self._settle(mention, country) if country is not None else None

    def _sole_force(self, mention: Mention) -> Mention | None:
        """ "Bergen Police said …. Police added": the one force named, or told of by its place."""
        if mention.definite not in ("bare", "def") or mention.last > mention.head:
            return None
        before = self._entities.mentions[: self._entities.index(mention)]
        forces = [m for m in before if m.sort is not None and m.sort.name == "police"]
        forces = [m for m in forces if m.kind == "office" and m.form in ("name", "nominal")]
        told = [m for m in forces if (m.named and m.country is None) or self._elsewhere(m)]
        others = {id(self._entities.of(m)) for m in forces}
        return told[-1] if told and len(others) == 1 else None

    def _opened(self, mention: Mention, country: str) -> bool:
        """Whether the report has come to the country by then, or does so in its first lines.

        "The army" of a land that no table knows is not that of the ally named at the end.
        """
        syntax = self._syntax
        told = [
            m.head for m in self._entities.mentions if m.country == country and m is not mention
        ]
        told += [syntax.token_at(p.span.start) for p in self._places if p.country == country]
        first = min(told, default=len(syntax.tokens))
        return first < mention.head or syntax.sent[min(first, len(syntax.sent) - 1)] < _FIRST

    def _elsewhere(self, mention: Mention) -> bool:
        """Whether police are said to be of a place that is held, or that lies in another country:
        "police in rebel-held Amar" are not the report's own country's."""
        text = self._syntax.text(mention.head, mention.last).lower()
        if any(f"-{word}" in text for word in HOLDING):
            return True
        start = self._syntax.tokens[mention.head].start
        inside = {p.country for p in self._places if start < p.span.start < mention.end}
        return bool(inside - {None}) and self.country not in inside

    def _left(self, mention: Mention) -> bool:
        """Whether the report has gone on to another country's towns, its own no longer named."""
        syntax, own = self._syntax, self._syntax.sent[mention.head]
        country = self._lexicons.countries.country
        named = {
            self._entities.of(m).country or m.country
            for m in self._entities.mentions
            if m is not mention and m.form != "pronoun" and 0 <= own - syntax.sent[m.head] <= _GONE
        }
        towns = {
            place.country
            for place in self._places
            if 0 <= own - syntax.sent[syntax.token_at(place.span.start)] <= _GONE
            and country(place.span.text) is None
        }
        return bool(towns) and not {None, self.country} & towns and self.country not in named

    def _of_whom(self, mention: Mention) -> Mention | None:
        """ "The army | of the Amin regime": whose it is, by the words behind it."""
        tokens, behind = self._syntax.tokens, mention.head + 1
        if behind >= len(tokens) or tokens[behind].text.lower() != "of":
            return None
        for token in range(behind + 1, min(behind + 1 + _WHOSE, len(tokens))):
            found = self._entities.headed(token)
            if found is not None or tokens[token].upos in ("VERB", "PUNCT"):
                return found  # "accused the army | of looking on"
        return None

    def _told_abroad(self, mention: Mention) -> bool:
        """ "American officials said | the military had fired …": theirs, or the other country's."""
        teller = self._speech.around(mention)
        if teller is None or self._speech.direct(mention):
            return False
        entity = self._entities.of(teller)
        country = teller.country or entity.country
        official = entity.kind in _OFFICIAL or teller.sector in _SECTORS
        return official and country not in (None, self.country)

    def _near(self, mention: Mention) -> list[str]:
        """The countries whose body of this sort was named just before: "the army" is theirs."""
        found: list[str] = []
        for back in range(self._entities.index(mention) - 1, -1, -1):
            other = self._entities.mentions[back]
            if mention.first - other.head > NEAR:
                break
            if other.sort is None or mention.sort is None or other.form == "pronoun":
                continue
            sorts = {other.sort.name, mention.sort.name}
            if other.country not in (None, *found) and (len(sorts) == 1 or sorts <= _FORCES):
                found.append(str(other.country))
        return found

    def _countrys(self, mention: Mention) -> Mention | None:
        """ "The country's foreign ministry", where the country is known."""
        for token in range(mention.first, mention.head):
            other = self._entities.headed(token)
            if other is None or self._syntax.deprel[token] != "nmod:poss":
                continue
            owner = self._entities.of(other)
            if owner.kind == "government" and owner.country is not None:
                return self._settle(mention, owner.country)
        return None

    def _a_states(self, mention: Mention) -> bool:
        """ "Government forces", wherever a report says no more of them."""
        before = {word.lower() for word in mention.label.split()[:-1]}
        return mention.core == "regime" or bool(before & {"government", "regime"})

    def _alike(self, mention: Mention) -> bool:
        """Whether all that is known to be the same body is called the same, and no country's."""
        others = [m for m in self._entities.of(mention).mentions if m.form != "pronoun"]
        return all(m.core == mention.core and m.country is None for m in others)

    def _narrowed(self, mention: Mention) -> bool:
        return bool({word.lower() for word in mention.label.split()[:-1]} - _BARE)

    def _owner(self, mention: Mention) -> Entity | None:
        """The person whose body it is: in its words, or by the pronoun before it."""
        first, syntax = mention.first, self._syntax
        if first > 0 and not syntax.apostrophes and syntax.name_of[first - 1] >= 0:
            first = syntax.name_tokens[syntax.name_of[first - 1]][0]  # "Omar Amins forces"
            first = first if syntax.tokens[mention.first - 1].text.endswith("s") else mention.first
        for token in range(first, mention.head):
            other = self._entities.headed(token)
            if other is not None and other.nature == "person":
                return self._entities.of(other)
        return None

    def _owned(self, mention: Mention, owner: Entity) -> Mention | None:
        """The government or forces of a leader's country."""
        leads = [post for post in owner.posts if post.lead and not post.past]
        countries = sorted({post.country for post in leads if post.country is not None})
        if len(countries) == 1:
            return self._settle(mention, countries[0])
        if mention.core == "regime" and self._regime() is not None:
            return self._regime()
        if owner.country is not None and mention.core in ("government", "administration"):
            serves = any(post.sector == "GOV" and not post.past for post in owner.posts)
            if serves:
                return self._settle(mention, owner.country)
        if mention.sort is not None and mention.sort.name in ("government", "military", "troops"):
            body = mention.core if mention.sort.name == "government" else "forces"
            mention.key = ("rule", body if body == "forces" else "", str(owner.order))
            ruler = next(
                (m for m in owner.mentions if mention.first <= m.head < mention.head), None
            )
            if ruler is not None and ruler.form == "name":
                mention.label = f"{ruler.core} {body}"
                mention.named = True
            same = (m for m in self._entities.mentions if m.key == mention.key)
            return next((m for m in same if m is not mention), None)
        return None

    def _regime(self) -> Mention | None:
        """The one government that the report calls a regime."""
        found = [
            m for m in self._entities.mentions if m.core == "regime" and m.key and m.key[0] == "gov"
        ]
        return found[0] if len({m.key for m in found}) == 1 else None

    def _government(self, mention: Mention) -> Mention | None:
        if mention.definite not in ("def", "dem") and mention.core != "regime":
            return None
        for back in range(self._entities.index(mention) - 1, -1, -1):
            other = self._entities.mentions[back]
            same = other.form == "nominal" and other.core == mention.core
            if same and other.key is not None and other.key[0] == "gov":
                return other
        country = self._blaming(mention)
        return self._settle(mention, country) if country is not None else None

    def _blaming(self, mention: Mention) -> str | None:
        """The report's own country; "the government | blamed Norway" is not Norway's, but that of
        the town where it was filed or happened, where one is told."""
        syntax = self._syntax
        above = syntax.head[mention.head]
        others = {
            self._entities.of(m).country or m.country
            for kid in (syntax.of(above, "obj", "iobj") if above >= 0 else ())
            if (m := self._entities.headed(kid)) is not None and m is not mention
        } - {None}
        if self.country is not None and self.country not in others:
            return self.country
        lands = [self._filed] if self._filed is not None else []
        own = syntax.sent[mention.head]
        for place in self._places:
            near = syntax.sent[syntax.token_at(place.span.start)] < own
            land = place.country
            if near and land is not None and land not in others and not place.others:
                lands.append(land)
        named = {m.country for m in self._entities.mentions if m is not mention} | {
            place.country for place in self._places if not place.span.text.isupper()
        }
        told = {land for land in lands if land in named and land not in others}
        return told.pop() if others and len(told) == 1 else None

    def _settle(self, mention: Mention, country: str) -> Mention | None:
        """Tell the body its country; the other mention of the same body, where there is one."""
        sort = mention.sort
        mention.country, mention.named = country, True
        entity = self._entities.of(mention)
        entity.country = country
        mention.key = self._key(mention, country)
        if sort is not None and sort.name != "government":
            adjective = self._lexicons.countries.adjective_of.get(country)
            words = self._syntax.tokens[mention.head].text
            if adjective is not None:
                own = sort.name in _OWN or "of" in mention.label.split()
                mention.label = f"{adjective} {_kept(mention, words) if own else mention.label}"
        same = (m for m in self._entities.mentions if m.key == mention.key and m is not mention)
        return next(same, None)

    def _key(self, mention: Mention, country: str) -> Key:
        if mention.sort is not None and mention.sort.name == "government":
            return ("gov", country)
        head = mention.core
        if mention.sort is not None and mention.sort.name not in _OWN:
            return ("org", self._lexicons.plain(mention.label), country)
        branch = _kept(mention, head).startswith("air ")
        if head in ("force", "troop", "military") and not branch:
            return ("org", "forces", country)
        return ("org", self._lexicons.plain(_kept(mention, head)), country)


def _clear(counts: Counter[str], opening: str | None) -> str | None:
    """The country that is named far more often than the next, if one is."""
    ranked = [*sorted(counts.items(), key=lambda item: (-item[1], item[0])), ("", 0), ("", 0)]
    lead = OPENING if opening == ranked[0][0] else LEAD
    return ranked[0][0] if ranked[0][1] >= max(LEAST, lead * ranked[1][1]) else None


def _kept(mention: Mention, head: str) -> str:
    """The head with what makes it one body ("air" force, "government" forces)."""
    words = mention.label.split()
    before = words[-2].lower() if len(words) > 1 else ""
    joined = before in ("air", "armed", "government", "security", "coast", "national", "riot")
    return f"{before} {head}" if joined else head


def _filed(syntax: Syntax, places: Sequence[Place]) -> str | None:
    """The country of a dateline's place, which opens a line in capitals: "CAPE TOWN (AP) --"."""
    text = syntax.analysis.text
    for place in places:
        start, name = place.span.start, place.span.text
        opens = start == 0 or text[start - 1] == "\n"
        if opens and name.isupper() and len(name) > _SHORT and place.country is not None:
            return place.country
    return None
