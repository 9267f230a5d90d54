"""What a reading keeps of the dates that it has passed: which one was told last, which quarter."""

from __future__ import annotations

import re

from onrecord.extract.times.expressions import Offset
from onrecord.extract.times.grammar import Found
from onrecord.extract.times.intervals import type_of
from onrecord.extract.times.resolution import Resolved
from onrecord.extract.times.scene import Scene, Told

_FOR = re.compile(r"\bfor\s*\Z", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:after|from|than|since|over|to|with|against)\s*\Z", re.IGNORECASE)
_COMPARED_FIGURE = re.compile(
    r"\b(?:from|than|against|compared with)\s+(?:a |its )?"
    r"(?:[A-Z]{0,3}[$#£€]|\d|loss|profit|net|gain)[^;]{0,60}\bin\s*\Z",
)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|wrote|tweeted|posted|announced|added|reported|declared|stated"
    r"|(?:statement|communiqu[eé]|letter|interview|release|report|post|message|note)"
    r"(?: (?:of|on|from|dated|issued|released|published))?)"
    r"(?: (?:reporters|journalists|parliament|reuters|afp|the [a-z]+))?(?: late| early)?"
    r"(?: on| of| from)?\s*\Z",
    re.IGNORECASE,
)
_LONGER = re.compile(
    r"(?:the|its|their)\b.*\bmonths|(?:six|nine|twelve|6|9|12)-month", re.IGNORECASE | re.DOTALL
)
_MONTHS = re.compile(r"P(?:6|9|12)M")


def remember(scene: Scene, one: Found, resolved: Resolved, identifier: str, text: str) -> None:
    """Tell ``scene`` of the date that was just read.

    One that stayed open makes the date before it no base for "two days later": in "It was hit in
    April 2017. In June the army left. A year later …" nobody knows which June.
    """
    if resolved.period is not None:
        ago = isinstance(one.expression, Offset) and one.expression.quarterly
        aside = bool(
            _COMPARED.search(text, max(0, one.start - 12), one.start)
            or _COMPARED_FIGURE.search(text, max(scene.sentence, one.start - 90), one.start)
        )
        ended = text.startswith(" ended", one.end)
        scene.tell(
            Told(resolved.period, one.start, identifier, ago, aside, ended, _said(one, text))
        )
    elif "XX" in resolved.value and not scene.narrative and type_of(resolved.value) != "DURATION":
        scene.told = None
    if _of_longer(one, resolved, text):
        scene.longer = one.start


def _said(one: Found, text: str) -> bool:
    """Whether a date is when somebody spoke: "said on Friday", "a statement of 6 February"."""
    return bool(_SAID.search(text, max(0, one.start - 40), one.start))


def _of_longer(one: Found, resolved: Resolved, text: str) -> bool:
    """Whether figures of more than a quarter follow: "the first nine months", "for the year"."""
    if _MONTHS.fullmatch(resolved.value):
        return bool(_LONGER.match(text, one.start, one.end))
    year = resolved.value == "P1Y" or (resolved.period and resolved.period.unit == "year")
    return bool(year and _FOR.search(text, max(0, one.start - 5), one.start))
