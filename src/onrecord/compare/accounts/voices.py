"""By what names, posts and bodies a report calls a source, and whether two reports mean one.

What one paper calls "Sri Lanka's ports minister" is "ports minister Nimal Rajakaruna" in another,
and "the coastguard in Taipei" is Taiwan's. That two sources may be one this way is no proof of it:
it counts where both also say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from onrecord import lexicons
from onrecord.compare.accounts.parties import named_sides
from onrecord.link.identity import Who
from onrecord.link.words import fold, has_mark, mark_stems, stem, tokens, words
from onrecord.records import Actor, ReportRecord, Statement

_ANYBODY = re.compile(
    r"(?:an?|one|another|some|several|many|two|three|four|five|six|other)\b", re.IGNORECASE
)
_TIME = re.compile(
    r"\bfor (?:the|a) (?:second|third|fourth|fifth|sixth|umpteenth) time\b|\bonce more\b|"
    r"\bas (?:he|she|it|they) (?:had|has|have|did)\b|\bcontinue[sd]? to\b|"
    r"\bst(?:uck|icks?) (?:to|by)\b|\bkept up\b"
)
_STOP = re.compile(r"[.,;:()\n“”\"]")
_BEHIND = 40
"""Characters behind a verb of saying in which "again" belongs to it."""
_BODIES = frozenset({"office", "military", "government", "igo", "ngo", "company"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "von", "van", "der"})

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Called:
    """What a report calls a source: the words of a person's ``name`` without titles, the ``posts``
    it gives to a person, each as stems, or the stems of a ``body``'s name. ``states`` are those
    whose it is said to be, ``home`` is the first that the report names: "the ministry", under a
    headline on Norway, is Norway's. Words for places and states are in none of these."""

    name: tuple[str, ...] = ()
    posts: tuple[Stems, ...] = ()
    body: Stems = frozenset()
    states: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()


def callings(record: ReportRecord, who: Mapping[str, Who]) -> dict[str, Called]:
    """What a report calls each of its actors that may be known again by it."""
    told = [t for place in record.places for t in tokens(f"{place.name} {place.span.text}")]
    towns = frozenset(stem(word) for word in told)
    sources = {s.source.actor for s in record.statements if s.source}
    found = {}
    for actor in record.actors:
        called = _called(actor, who[actor.id], towns) if actor.id in sources else None
        if called is not None:
            found[actor.id] = replace(called, home=called.states or _home(record))
    return found


def _home(record: ReportRecord) -> frozenset[str]:
    """The state that a report names first, by a place or by its own name; none if it names none."""
    named = [(p.span.start, p.country) for p in record.places if p.country]
    named += [(a.mentions[0].start, a.country) for a in record.actors if a.country]
    return frozenset({min(named)[1]}) if named else frozenset()


def may_be_one(one: Called | None, other: Called | None) -> bool:
    """Whether two reports' sources may be one person, one holder of a post, or one body and who
    speaks for it."""
    if one is None or other is None:
        return False
    if _apart(one.states, other.states):
        return False
    if one.name and other.name:
        return _one_name(one.name, other.name)
    if _apart(one.home, other.home):
        return False
    if one.body and other.body:
        return one.body == other.body
    if one.body or other.body:
        body, person = (one.body, other) if one.body else (other.body, one)
        return any(_speaks_for(post, body) for post in person.posts)
    return any(
        _one_post(post, held, known=bool(one.name or other.name))
        for bare, full in ((one, other), (other, one))
        if not bare.name
        for post in bare.posts
        for held in full.posts
    )


def said_before(text: str, statement: Statement) -> bool:
    """Whether the report tells that something was said before: "reiterated", "said once again",
    "for the second time". The words for it stand with the verb of saying."""
    if statement.cue is None or not statement.content:
        return False
    start = min(span.start for span in statement.content)
    if start < statement.cue.start:
        start = min(len(text), statement.cue.end + _BEHIND)
        lead = _STOP.split(text[statement.cue.start : start])[0]
    else:
        begin = text.rfind(" ", 0, max(0, statement.cue.start - 1)) + 1  # "again gave"
        lead = text[begin:start]
    told = tokens(lead)
    return has_mark("once_more", told) or _TIME.search(" ".join(told)) is not None


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _called(actor: Actor, who: Who, towns: Stems) -> Called | None:
    texts = [text for text in (actor.name, *(m.text for m in actor.mentions)) if _tells(text)]
    states = frozenset(code for text in texts for _, _, code in named_sides(text, at_place=False))
    states = frozenset({who.side}) if who.side is not None else states
    if actor.kind in _BODIES:
        body = _bare(actor.name, towns)
        return Called(body=body, states=states) if body - mark_stems("plain_bodies") else None
    if actor.kind not in ("person", "other"):
        return None
    name = _name(actor)
    titled = [f"{role.title} {role.organisation or ''}" for role in actor.roles]
    if not name and any(_ANYBODY.match(text) for text in texts):
        return None
    own = frozenset(map(stem, name))
    posts = [post for text in (*titled, *texts) if _heads(post := _bare(text, towns) - own)]
    if not name and not posts:
        return None
    return Called(name=name, posts=tuple(dict.fromkeys(posts)), states=states)


def _tells(text: str) -> bool:
    """Whether it is more than a pronoun."""
    return any(word not in words().stop for word in tokens(text))


def _name(actor: Actor) -> tuple[str, ...]:
    """The words of a person's name, without the titles before it; empty for one who has none."""
    parts = [part for part in re.split(r"[\s-]+", actor.name) if part]
    if not actor.named or not parts or not parts[-1][:1].isupper():
        return ()
    told = [word for part in parts for word in tokens(part)]
    while told and (told[0] in _addresses() or stem(told[0]) in _titles()):
        told.pop(0)
    if not told or stem(told[-1]) in _titles() or any(named_sides(actor.name)):
        return ()
    return tuple(word for word in told if word not in _PARTICLES)


def _one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name ends the other: "Paz", "Zelaya Paz" and "Oscar Zelaya Paz"."""
    short, full = sorted((one, other), key=len)
    return full[-len(short) :] == short


def _one_post(bare: Stems, held: Stems, *, known: bool) -> bool:
    """Whether "the ports minister" may be whom the other calls so, or more fully.

    A post of which there are many, "the spokesman", is known by what stands beside it. ``known``:
    the other is known by name, so that nothing may stand beside the post that it has not.
    """
    if (bare ^ held) & mark_stems("juniors") or not _heads(bare) & _heads(held):
        return False
    least = bare if known or len(bare) <= len(held) else held
    if not least <= (bare | held) - (bare ^ held):
        return False
    return bool(least & _sole()) or len(least) >= 2


def _speaks_for(post: Stems, body: Stems) -> bool:
    """Whether who holds a post speaks for that body: its spokesman, its head, its minister."""
    if post & mark_stems("juniors"):
        return False
    if "minister" in post and "ministry" in body:
        return post - {"minister", "prim"} == body - {"ministry"} and len(post) > 1
    return bool(post & mark_stems("posts")) and post - mark_stems("posts") == body


def _bare(text: str, towns: Stems) -> Stems:
    """The stems of a post or body without its state, its town and words that anybody has."""
    for start, end, _ in sorted(named_sides(text, at_place=False), reverse=True):
        text = text[:start] + " " + text[end:]
    found = (stem(word) for word in tokens(text) if word not in words().stop)
    bare = frozenset(found) - towns
    through = frozenset({"servic", "offic"} if "press" in bare else ())
    return bare - mark_stems("press") - through


@lru_cache(maxsize=4096)
def _heads(post: Stems) -> Stems:
    """The words of a post that name it."""
    return post & _titles()


@cache
def _titles() -> Stems:
    """The last word of each title of the lexicon."""
    titles = lexicons.load("actors/titles")
    listed = [*titles["one"]["leads"], *titles["one"]["offices"], *titles["anywhere"]["words"]]
    return _last([*listed, *(title for many in titles["many"].values() for title in many)])


@cache
def _sole() -> Stems:
    """Those of which there is one at a time, whatever stands beside them."""
    titles = lexicons.load("actors/titles")
    one = [t for t in (*titles["one"]["leads"], *titles["one"]["offices"]) if len(t.split()) == 1]
    several = {stem(fold(t)) for t in titles["many"]["government"]}
    return (_last(one) - several - {"leader", "director", "founder"}) | mark_stems("sole_posts")


def _last(titles: Iterable[str]) -> Stems:
    return frozenset(stem(told[-1]) for title in titles if (told := tokens(title)))


@cache
def _addresses() -> frozenset[str]:
    """Forms of address, as they are told apart from names."""
    told = lexicons.load("actors/titles")["address"]
    return frozenset(word for kind in told.values() for form in kind for word in tokens(form))
