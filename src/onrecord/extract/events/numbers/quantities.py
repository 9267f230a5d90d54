"""The patterns of quantities, and of what befell as many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from onrecord import lexicons

_INITIALS = r"(?:[a-z]\.){2,}"
"""A word that is written with stops: "three U.S. soldiers"."""

TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


@cache
def tables() -> tuple[dict[str, int], dict[str, int], dict[str, str], dict[str, str]]:
    """Numbers, loose numbers, which bound a word is, and what befell those that are counted."""
    data = lexicons.load("events/counts")
    numbers = {str(k): int(v) for k, v in data["numbers"].items()}
    vague = {str(k): int(v) for k, v in data["vague"].items()}
    bounds = {w: side for side in ("low", "high", "about") for w in data["bounds"][side]}
    what = {
        w: name for sort in ("what", "of_people") for name in data[sort] for w in data[sort][name]
    }
    return numbers, vague, bounds, what


@cache
def nouns_of() -> dict[str, str]:
    """Nouns for what befell those who stand behind them, each with what it was."""
    listed = lexicons.load("events/counts")["of"]
    return {word: what for what, words in listed.items() for word in words}


def any_of(listed: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(listed, key=lambda w: (-len(w), w)))


def quantity_pattern() -> str:
    """The pattern of a quantity: its bound, one number or two, or a loose one."""
    numbers, vague, bounds, _ = tables()
    simple, times = any_of(numbers), any_of(TIMES)
    number = (
        rf"(?:\d+\.\d+(?=\s+(?:{times}))|(?<!\d[.,])(?:\d{{1,3}}(?:,\d\d)*(?:,\d{{3}})+|\d+)"
        rf"|(?:{simple})(?:[- ](?:and )?(?:{simple}))*|a hundred|a thousand"
        r"|(?:half |(?:a |three )?quarters? of )?a million)"
    )
    return (
        rf"(?P<bound>(?:{any_of(bounds)})\s+)?"
        rf"(?:(?P<one>{number})(?:\s*(?:to|-|–|and|or)\s*(?P<two>{number}))?"
        rf"(?P<mult>\s+(?:{times}))?|(?P<vague>{any_of(vague)}))"
    )


@cache
def any_number() -> re.Pattern[str]:
    """What every quantity holds: a digit, or a word of number. Far quicker to look for."""
    numbers, vague, _, _ = tables()
    return re.compile(rf"\d|\b(?:{any_of([*numbers, *vague])}|hundred|thousand|million)\b", re.I)


class _Parts(NamedTuple):
    """What the patterns are made of: a quantity, any word for what befell, one for it behind those
    it befell, where a phrase stops, what fills it, and the verbs, adverbs and numbers beside."""

    quantity: str
    what: str
    befell: str
    stop: str
    filler: str
    verbs: str
    adverbs: str
    number: str


@cache
def _parts() -> _Parts:
    forms = lexicons.load("events/counts")["forms"]
    # "two men are accused of executing 11"
    doing = {word for word in tables()[3] if word.endswith("ing") and word != "missing"}
    befell = any_of(tables()[3].keys() - doing - {*forms["active"], *forms["nouns"]})
    # "five of the injured are in critical condition" tells how many are, not how many were hurt.
    stop = r"(?:and|but|or|in|on|at|after|who|by|to|with|over|leaving|an?)"
    filler = rf"(?:\s+(?!{stop}\b|\d)(?:{_INITIALS}|[\w’'“”\"-]+)){{0,5}}?"
    verbs = r"(?:were|was|are|is|have been|had been|has been|have|being|reported|had|left)"
    adverbs = r"(?:later|also|reportedly|then|since|already|been|reported|now|feared|believed)"
    number = rf"\d+|{any_of(tables()[0])}|{any_of(tables()[1])}"
    what = any_of(tables()[3])
    return _Parts(quantity_pattern(), what, befell, stop, filler, verbs, adverbs, number)


def befell() -> str:
    """A pattern of any word for what befell those before it: "were | hurt"."""
    return _parts().befell


def _rows(p: _Parts) -> tuple[str, str, str]:
    """Those who stand in a row: before the verb, behind it, and as it left them."""
    said_more = rf"(?:\s+{p.adverbs})*"
    forms = lexicons.load("events/counts")["forms"]
    beside = (  # "two soldiers and a policeman were killed"
        rf"\b{p.quantity}{p.filler}(?:\s+and|,?\s+as well as|,?\s+(?:along|together) with)\s+"
        rf"(?P<more>an?|one|{p.number})(?:\s+(?!and\b)(?:{_INITIALS}|[\w’'-]+)){{1,6}}?"
        rf",?\s+(?:(?:were|are|had been|have been){said_more}\s+|(?=(?:died|perished)\b))"
        rf"(?P<what>{p.befell})\b"
    )
    no_more = rf"(?!\s+(?:{p.verbs}|{p.what})\b)"
    both = (  # "killed two officers and a driver"
        rf"\b(?P<what>{any_of(forms['active'])})\s+{p.quantity}"
        rf"(?:\s+(?!(?:{p.stop}|{p.what})\b|\d)[\w’'-]+){{1,3}}?\s+and\s+(?:at least\s+)?"
        rf"(?P<more>an?|one|{p.number})(?:\s+(?!(?:{p.stop}|{p.what}|{p.verbs}|others?|more)\b|\d)[\w’'-]+)"
        rf"{{1,3}}(?=[.,;]|\s+(?:in|on|at|when|after|near|and)\b|$){no_more}"
    )
    left = (  # "leaving 30 rebels and four soldiers dead"
        rf"\b(?:leav(?:es?|ing)|left)\s+{p.quantity}{p.filler}\s+and\s+(?P<more>an?|one|{p.number})"
        rf"(?:\s+(?!(?:{p.stop}|{p.what})\b|\d)(?:{_INITIALS}|[\w’'-]+)){{1,4}}?"
        rf"\s+(?P<what>dead|injured|wounded|homeless)\b"
    )
    return beside, both, left


def _of_parts(p: _Parts) -> tuple[str, str, str, str]:
    """Those of whom a part is told beside: "30 people including 24 civilians were killed"."""
    said_more = rf"(?:\s+{p.adverbs})*"
    whole = (  # "30 people including 24 civilians were killed", "38 men of both sides were killed"
        rf"\b{p.quantity}{p.filler},?\s+(?:including|among them|from|of)(?:\s+[\w’'-]+){{1,8}}?"
        rf",?\s+(?:were|are|had been|have been){said_more}\s+(?P<what>{p.befell})\b"
    )
    counting = (  # "four people, one of them a child, killed", and no "700, including 47 wounded"
        rf"\b{p.quantity}{p.filler},?\s+(?:including|among them|(?:{p.number}) of (?:them|whom))"
        rf"(?:\s+(?!(?:and|but|or|who|by|to|with)\b)[\w’'-]+){{0,3}}?\s+(?!(?:{p.number})\b)[\w’'-]+"
        rf"(?:\s+-|,)?(?:\s+{p.verbs})?\s+(?P<what>{p.befell})\b"
    )
    some = rf"(?:{p.number}|most|many|all|some|half|several|(?:nearly|almost) all|the majority)"
    aside = (  # "64 villagers, most of them women and children, were killed"
        rf"\b{p.quantity}{p.filler}(?:,|\s[-–—]|\s?\()\s*"
        rf"(?:{some} of (?:them|whom)|mostly|mainly|including|among them)\s+"
        rf"(?:(?!(?:{p.what})\b)[\w’'-]+,?\s+){{0,8}}?(?!(?:{p.what})\b)[\w’'-]+"
        rf"(?:,|\s[-–—]|\))\s+{p.verbs}(?:\s+{p.adverbs})*\s+(?P<what>{p.befell})\b"
    )
    apposed = (  # "at least one civilian, a girl of 12, was wounded"
        rf"\b{p.quantity}(?:\s+(?!(?:{p.stop}|{p.what})\b)[\w’'-]+){{1,3}}?,\s+an?\s+"
        rf"(?:(?!(?:{p.what}|and)\b)[\w’'-]+\s+){{0,5}}?(?!(?:{p.what})\b)[\w’'-]+,\s+"
        rf"{p.verbs}(?:\s+{p.adverbs})*\s+(?P<what>{p.befell})\b"
    )
    return whole, counting, aside, apposed


def _driven_out(p: _Parts) -> tuple[str, str]:
    """Those who were driven from their homes: behind the verb, and before it."""
    home = r"(?:their|its|the) (?:own )?(?:homes?|houses|villages?|land|farms)"
    flee = rf"to (?:flee|evacuate|leave {home}|abandon {home})"
    driven = (  # "driven two million others from their homes"
        r"\b(?:driv(?:es?|en|ing)|drove|forc(?:e|es|ed|ing)|chas(?:ed|ing))\s+"
        rf"{p.quantity}{p.filler}\s+(?P<homeless>(?:from|out of) {home}|{flee})\b"
    )
    driven_out = (  # "some 40,000 people have been forced from their homes"
        rf"\b{p.quantity}{p.filler}\s+{p.verbs}(?:\s+{p.adverbs})*\s+(?:driven|forced|chased)\s+"
        rf"(?P<homeless>(?:from|out of) {home}|{flee})\b"
    )
    return driven, driven_out


def _phrased(p: _Parts) -> tuple[str, str, str]:
    """Harm told by a phrase around its number."""
    to_death = (  # "stabbed eleven pupils to death"
        rf"\b(?:stab|beat|hack|burn|stone|crush|tortur|starv|tramp|club|knif)\w*\s+{p.quantity}"
        rf"(?:\s+[\w’'-]+){{0,4}}?\s+(?P<what>to death)\b"
    )
    lives = (  # "claimed the lives of 30 people"
        rf"\b(?:claim|cost|tak|took)\w*\s+the\s+(?P<what>lives)\s+of\s+{p.quantity}\b"
    )
    whose = (  # "the two soldiers whose kidnapping …"
        rf"\b{p.quantity}{p.filler}\s+whose\s+(?:\w+\s+)?(?P<of>{any_of(nouns_of())})\b"
    )
    return to_death, lives, whose


_DAY = r"(?:\s+(?:late\s+|early\s+)?(?:on|in|last|this|earlier)(?:\s+[\w.,]+){1,4}?)?"
"""When it was, between a deed's noun and "of": "the killing on Monday of 57 civilians"."""


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """A word of harm before its number, a number before its word, and a toll."""
    p = _parts()
    beside, both, left = _rows(p)
    whole, counting, aside, apposed = _of_parts(p)
    nouns = any_of(lexicons.load("events/counts")["forms"]["nouns"])
    no_people = r"(?:%|per ?cent|years?|kilomet|miles|km|days|hours|dollars|weeks|months|times)"
    the, said = r"(?:the|those|its|their)", rf"\s+{p.verbs}(?:\s+{p.adverbs})*"
    after = (
        # … unless it is they who were killed: "three of the detained were killed".
        rf"\b{p.quantity}(?!\s+years? old)"
        rf"(?!\s+of\s+{the}\s+(?:{p.what})\b(?!{said}\s+(?:{p.what})\b))"
        rf"(?P<group>\s+of\s+{the}\s+(?:{p.what})(?={said}\s)|\s+of{p.filler}|{p.filler})"
        rf"(?:,? (?:who )?{p.verbs}|,? who(?= died\b))?(?:\s+{p.adverbs})*\s+(?P<what>{p.befell})\b"
    )
    themselves = (  # "twelve civilian deaths", and no "hundreds were seen watching the killings"
        rf"\b{p.quantity}(?:\s+(?!(?:{p.stop}|{p.verbs}|the|his|her|its|their)\b|\d)[\w’'-]+){{0,3}}?"
        rf"\s+(?P<what>{nouns})\b"
    )
    of_them = (  # "the arrest and beating of more than 200 workers"
        rf"\b(?P<of>{any_of(nouns_of())})(?:\s+and\s+[\w-]+)?{_DAY}\s+of\s+(?:the\s+)?{p.quantity}\b"
        rf"(?![\d,.-]*\s*{no_people})"
    )
    before = (
        rf"\b(?P<what>{p.what})\s+(?:reportedly\s+)?(?:another\s+|all\s+(?:of\s+)?(?:the\s+)?)?"
        r"(?:a (?:further|confirmed|reported|total of)\s+)?"
        rf"{p.quantity}\b(?![\d,.-]*\s*{no_people})(?!\s+(?:(?:others?|more|people)\s+)?(?:{p.what})\b)"
    )
    to_death, lives, whose = _phrased(p)
    toll = (
        rf"\b(?P<toll>(?:death )?toll)\b[^.;\d]{{0,100}}?"
        rf"\b(?:(?:to|of|at|is|was|reached|reaches|hits|passed|passes|stands at)\s+"
        rf"|(?=(?:at least|more than|over)\s)){p.quantity}"
    )
    but = (  # "sixteen lives were not lost, as is claimed, but four"
        rf"\bnot (?:been )?(?P<toll>lost|killed|dead)\b[^.;]{{0,120}}?\bbut (?:only )?{p.quantity}"
        r"(?=\s*[,.;:]|\s*$|\s+(?:people|persons|men|victims)\b)"
    )
    found = (
        but,
        left,
        to_death,
        lives,
        *_driven_out(p),
        both,
        before,
        of_them,
        whose,
        themselves,
        beside,
        after,
        whole,
        counting,
        aside,
        apposed,
        toll,
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in found)
