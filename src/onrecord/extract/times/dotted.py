"""Clock times with a full stop, as British papers and running reports write them: "at 13.40"; and
days that have lost the comma and the space before their year: "Jun 142016".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord.extract.times.expressions import Clock, Fixed
from onrecord.extract.times.grammar import Found

_FIGURES = r"(?P<hour>[01]\d|2[0-3])\.(?P<minute>[0-5]\d)"
_TOLD = re.compile(
    rf"\b(?:at|by|around|about|until|since|from|before|after)\s+(?P<whole>{_FIGURES})(?![\d%])"
    r"(?!\.\d)(?!\s*(?:per|percent|million|billion|points?|km|kg|m|met(?:er|re)s|miles|tonn?e?s|degrees)\b)"
)
_ALONE = re.compile(rf"^[ \t]*(?P<whole>{_FIGURES})[ \t]*$", re.MULTILINE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GLUED = re.compile(
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?P<day>[0-3]?\d)"
    r"(?P<year>(?:19|20)\d\d)\b"
)


def with_dotted(found: Sequence[Found], text: str) -> list[Found]:
    """``found`` with the dotted clock times that stand in none of it, in the order of the text.

    A figure alone is a time only after "at" and its like, or on a line of its own.
    """
    more = [
        Found(m.start("whole"), m.end("whole"), Clock(f"T{m['hour']}:{m['minute']}"), (0, 0))
        for pattern in (_TOLD, _ALONE)
        for m in pattern.finditer(text)
    ]
    more += [one for match in _GLUED.finditer(text) if (one := _glued(match)) is not None]
    kept = [one for one in more if not any(f.start < one.end and one.start < f.end for f in found)]
    return sorted([*found, *kept], key=lambda one: one.start)


def _glued(match: re.Match[str]) -> Found | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    try:
        day = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    return Found(match.start(), match.end(), Fixed(day.isoformat()), (0, 0))
