"""Two events that one sentence sets apart: by time ("killed two more clerics, days after a bomb
killed a mullah"), as an act and its answer, by listing them; or that are called each by its own
place ("the park bombing", "the clinic bombing"). They are two, however alike their words.
"""

from __future__ import annotations

import re

from onrecord.compare.accounts.facts import EventFacts
from onrecord.compare.pairs.claims import alike
from onrecord.link.words import has_mark, mark_stems, tokens

_LAPSE = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|night|morning|evening)\s+(?:after|before)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])|\n")
_NEAR = 160
"""Characters between two events of which one is told to come so long after the other."""
_ANSWER = re.compile(
    r"\b(?:in|as|to) (?:\w+ )?(?:response|retaliation|answer|reaction|reprisal|revenge|vengeance"
    r"|return) (?:to|for|against)\b",
    re.IGNORECASE,
)
"""Between an act and the one that it answers: "struck the base in response to the attack"."""
_COMES = re.compile(
    r"^(?:\W+\w+){0,4}?\W+(?:comes?|came|coming)\s+(?:\w+\s+){0,3}?"
    r"(?:as|after|amid|before|despite|while)\b",
    re.IGNORECASE,
)
"""Between an act and what goes on beside it: "the raid | comes amid an | offensive"."""
_LISTED = re.compile(
    r"^(?:\s+(?:on|of|in|against|at|near)\s[^,.;:]{1,40}?)?,?\s+(?:and|or|as well as)\s+"
    r"(?P<own>(?:the|an?|another|its|their)\s+)?(?:[\w-]+\s+){0,2}?$",
    re.IGNORECASE,
)
"""Between two that are listed: "the attack on a bar | and the Lun | assault", "air strikes | and |
shellings"."""
_WEEKDAY = re.compile(r"XXXX-WXX-\d")


def parted(text: str, earlier: EventFacts, later: EventFacts) -> bool:
    """Whether a lapse of time, or another day of the week, stands between the two."""
    one, other = earlier.event.when or "", later.event.when or ""
    if _WEEKDAY.match(one) and _WEEKDAY.match(other) and one[:10] != other[:10]:
        return True
    if of_two_sites(earlier, later):
        return True
    end, start = earlier.event.trigger.end, later.event.trigger.start
    between = text[end:start]
    if len(between) > _NEAR or _STOP.search(between):
        return False
    if _ANSWER.search(between) or _COMES.search(between) or _listed(earlier, later, between):
        return True
    return _LAPSE.search(between) is not None or _leads(text, earlier.event.trigger.start, between)


def _listed(earlier: EventFacts, later: EventFacts, between: str) -> bool:
    """Whether two nouns are listed; "was hit and killed" is one act."""
    found = _LISTED.match(between)
    if found is None or tokens(earlier.event.trigger.text)[-1].endswith("ed"):
        return False
    return found["own"] is not None or (earlier.plural and later.plural)


def of_two_sites(earlier: EventFacts, later: EventFacts) -> bool:
    """ "The park bombing" and "the clinic bombing"; a clinic is a hospital."""
    left, right = (facts.modifiers & mark_stems("sites") for facts in (earlier, later))
    apart = left and right and not left & right and not alike(left, right)
    return bool(apart) and not any(has_mark("deadly", [f.head]) for f in (earlier, later))


def _leads(text: str, start: int, between: str) -> bool:
    """ "Days after a bomb killed one, gunmen killed two": the lapse stands before both."""
    begin = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    opening = _LAPSE.search(text[begin:start])
    return opening is not None and opening.start() < 20 and "," in between
