"""Titles: "former US Secretary of State", "spokesman for the coalition", "Lt. Gen.".

A title is looked for among the words beside a name, or in a noun phrase of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.actors.trees.countries import Countries, bare
from onrecord.extract.actors.trees.lexicon import LONGEST, Title, Words
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables

_BINDERS = ("of", "for", "at", "to", "with")
_ONE_OF = frozenset({"head", "chief", "leader", "commander", "minister", "secretary", "candidate"})
_RANKS = frozenset(
    {"first", "second", "third", "another", "other", "senior", "top", "chief", "high-ranking",
     "prominent", "veteran", "leading"}
)  # fmt: skip
_SHORT = frozenset({"the", "a", "an", "its", "his", "her", "their", "'s", "’s", "'", "’", "s"})


@dataclass(frozen=True, slots=True)
class Post:
    """A title as a report gives it.

    ``title`` is in the report's words and ``key`` in lower case, shortened to the lexicon's title;
    ``organisation`` is what it belongs to, as written, and ``country`` its ISO code. ``past`` and
    ``since`` are the words that say so. ``first``/``last`` are its tokens, ``start``/``end`` their
    code points.
    """

    title: str
    key: str
    organisation: str | None
    country: str | None
    past: str | None
    since: str | None
    one: bool
    lead: bool
    sector: str | None
    first: int
    last: int
    start: int
    end: int


def posts(syntax: Syntax, first: int, last: int, tables: Tables) -> list[Post]:
    """The titles in the tokens ``first`` to ``last``, left to right."""
    words = tables.words
    lower = [syntax.tokens[i].text.lower() for i in range(first, last + 1)]
    found: list[Post] = []
    position = begin = 0
    while position < len(lower):
        size, title = _longest(words, lower, position)
        if title is None or _owned(lower, position + size):
            position += 1
            continue
        stop = position + size
        bound = _bound(lower, stop, begin_next=_next(words, lower, stop))
        found.append(_post(syntax, first, (begin, position, stop, bound), title, tables))
        position = begin = bound
    return found


def _longest(words: Words, lower: list[str], at: int) -> tuple[int, Title | None]:
    for size in range(min(LONGEST, len(lower) - at), 0, -1):
        text = " ".join(lower[at : at + size]).replace(" - ", "-")
        title = words.titles.get(text) or words.titles.get(_singular(text))
        if title is not None:
            return size, title
    return 0, None


def _singular(text: str) -> str:
    return text[:-3] + "man" if text.endswith("men") else text[:-1] if text.endswith("s") else text


def _owned(lower: list[str], at: int) -> bool:
    """Whether an 's follows: "the president's office" is no president."""
    return at < len(lower) and lower[at] in ("'s", "’s", "'", "’") and at + 1 < len(lower)


def _next(words: Words, lower: list[str], start: int) -> int:
    for at in range(start, len(lower)):
        if _longest(words, lower, at)[1] is not None:
            return at
    return len(lower)


def _bound(lower: list[str], stop: int, *, begin_next: int) -> int:
    """Where the words that a title governs end ("of the Free State Army")."""
    if stop < len(lower) and lower[stop] in _BINDERS:
        if begin_next < len(lower) and begin_next > stop + 1:
            return begin_next
        return len(lower)
    return stop


def _post(
    syntax: Syntax,
    offset: int,
    cut: tuple[int, int, int, int],
    title: Title,
    tables: Tables,
) -> Post:
    """The post of ``title``; ``cut`` has where its modifiers, it, its end and its "of" end are."""
    words, countries = tables.words, tables.countries
    begin, at, stop, bound = (offset + place for place in cut)
    before = _affiliation(syntax, begin, at, words)
    after = list(range(stop + 1, bound))
    first, last = at, stop - 1
    organisation: str | None = None
    country = countries.within([syntax.tokens[i].text for i in before])
    rest = _without_country(syntax, before, countries)
    if rest and _subject_matter(syntax, rest, title):
        first = rest[0]
    elif rest:
        organisation = syntax.text(before[0], before[-1])
    if after:
        last = after[-1]
        country = country or countries.within([syntax.tokens[i].text for i in after])
        if title.text not in ("minister", "secretary", "deputy minister"):
            organisation, last = bare(syntax.text(after[0], after[-1])), stop - 1
    name = syntax.text(first, last)
    if organisation is None or countries.of_word(organisation) is not None:
        organisation = countries.common.get(country) if country is not None else organisation
    outer = (before[0] if before else at, after[-1] if after else last)
    flags = [syntax.tokens[i].text for i in range(begin, at)]
    return Post(
        title=name,
        key=_key(name.lower(), title),
        organisation=organisation,
        country=country,
        past=next((w for w in flags if w.lower() in words.past), None),
        since=next((w for w in flags if w.lower() in words.present), None),
        one=title.one or first < at or (bool(after) and title.text in _ONE_OF),
        lead=title.lead,
        sector=_sector(title, organisation, country, tables),
        first=outer[0],
        last=outer[1],
        start=syntax.tokens[outer[0]].start,
        end=syntax.tokens[outer[1]].end,
    )


def _sector(
    title: Title, organisation: str | None, country: str | None, tables: Tables
) -> str | None:
    """The sector of the body that a post belongs to, else what the title says alone.

    "Head" and "spokesman" say nothing alone: of a charity as of a state.
    """
    words = tables.words
    if organisation is not None and tables.countries.of_word(organisation) is None:
        known = words.institution(organisation)
        if known is not None:
            return known.sector
        sort = words.sort_of_name(organisation.lower().split())
        if sort is not None and sort.kind != "people":
            return sort.sector
    if title.text in words.anywhere and (organisation is None or country is None):
        return None
    return title.sector


def _affiliation(syntax: Syntax, begin: int, at: int, words: Words) -> list[int]:
    """The tokens before a title that say whose it is: "US Army" of "retired US Army Colonel"."""
    skip = words.past | words.present | _SHORT | _RANKS
    kept = [i for i in range(begin, at) if syntax.tokens[i].text.lower() not in skip]
    while kept and syntax.tokens[kept[0]].upos in ("PUNCT", "NUM", "ADP", "CCONJ"):
        kept.pop(0)
    while kept and syntax.tokens[kept[-1]].upos == "PUNCT":
        kept.pop()
    return kept


def _without_country(syntax: Syntax, indices: list[int], countries: Countries) -> list[int]:
    """``indices`` less a country's name or adjective at their beginning."""
    for size in range(min(LONGEST, len(indices)), 0, -1):
        text = " ".join(syntax.tokens[i].text for i in indices[:size])
        followed = len(indices) > size and syntax.tokens[indices[size]].text == "-"
        if countries.of_word(bare(text)) is not None and not followed:
            return indices[size:]
    return indices


def _subject_matter(syntax: Syntax, indices: list[int], title: Title) -> bool:
    """Whether the words say what the post is about ("water" minister) rather than whose it is."""
    if title.text in ("minister", "secretary", "deputy minister"):
        return True
    return all(syntax.tokens[i].upos in ("ADJ", "ADV") for i in indices)


def _key(name: str, title: Title) -> str:
    """One key for "minister of defence" and "defense minister"."""
    name = name.replace("defense", "defence").replace(" - ", "-")
    for binder in (" of ", " for "):
        if binder in name and title.text in ("minister", "secretary", "deputy minister"):
            return f"{bare(name.split(binder, 1)[1])} {title.text}"
    return name if title.text in ("minister", "secretary") else _plain(title.text)


def _plain(text: str) -> str:
    return text.replace("defense", "defence").replace("advisor", "adviser")
