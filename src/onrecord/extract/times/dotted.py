"""Clock times with a full stop, as British papers and running reports write them: "at 13.40"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.times.expressions import Clock
from onrecord.extract.times.grammar import Found

_FIGURES = r"(?P<hour>[01]\d|2[0-3])\.(?P<minute>[0-5]\d)"
_TOLD = re.compile(
    rf"\b(?:at|by|around|about|until|since|from|before|after)\s+(?P<whole>{_FIGURES})(?![\d%])"
    r"(?!\.\d)(?!\s*(?:per|percent|million|billion|points?|km|kg|m|met(?:er|re)s|miles|tonn?e?s|degrees)\b)"
)
_ALONE = re.compile(rf"^[ \t]*(?P<whole>{_FIGURES})[ \t]*$", re.MULTILINE)


def with_dotted(found: Sequence[Found], text: str) -> list[Found]:
    """``found`` with the dotted clock times that stand in none of it, in the order of the text.

    A figure alone is a time only after "at" and its like, or on a line of its own.
    """
    more = [
        Found(m.start("whole"), m.end("whole"), Clock(f"T{m['hour']}:{m['minute']}"), (0, 0))
        for pattern in (_TOLD, _ALONE)
        for m in pattern.finditer(text)
    ]
    kept = [one for one in more if not any(f.start < one.end and one.start < f.end for f in found)]
    return sorted([*found, *kept], key=lambda one: one.start)
