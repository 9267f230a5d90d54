"""Interviews without labels: the lead says who is asked, and questions and answers take turns.

"Ada Cole was mayor of Lun. | Why did you leave? | I was told to. | Will you go back? | No."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.actors.trees.authors import listed
from onrecord.model.analysis import Analysis

_PARAGRAPH = re.compile(r"[^\n]+")
_FIRST = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur|[Mm]yself|[Oo]urselves)\b")
_FEW = 2
"""Questions that an interview has, at least."""
_OPENING = 8
"""Paragraphs before the first question, at most."""
_PROMPT = 40
"""Words of what the asker puts to who is asked without asking, at most."""
_NEAR = 80
"""Code points between "an interview with" and the name."""

Stretch = tuple[int, int]


def interview(analysis: Analysis) -> tuple[Stretch, list[tuple[Stretch, bool]]] | None:
    """Who is asked, and the paragraphs that are questions (true) or answers; None for none.

    A paragraph of which it cannot be told is left out.
    """
    text = analysis.text
    parts = [m.span() for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    asked = [at for at, part in enumerate(parts) if _asks(text, part)]
    if len(asked) < _FEW or not 0 < asked[0] <= _OPENING:
        return None
    who = _guest(analysis, parts[asked[0]][0])
    if who is None:
        return None
    found = list(_sorted(text, parts[asked[0] :], [at - asked[0] for at in asked]))
    surname = text[slice(*who)].split()[-1]
    answers = [text[slice(*part)] for part, asks in found if not asks]
    told = any(surname in one or one.lstrip()[:1] in "“\"‘'«„" for one in answers)
    if told or not any(_FIRST.search(one) for one in answers):
        return None  # "“I was told to,” Ms Cole says": a report of the talk
    return who, found


def _asks(text: str, part: Stretch) -> bool:
    """Whether a paragraph asks: it ends in a question that is nobody's quoted words."""
    told = text[slice(*part)].strip()
    return told.endswith("?") and told[0] not in "“\"‘'«„" and ":" not in told[:40]


def _sorted(
    text: str, parts: Sequence[Stretch], asked: Sequence[int]
) -> Iterator[tuple[Stretch, bool]]:
    """The paragraphs from the first question on, where it can be told which they are."""
    if _take_turns(text, parts, asked):
        yield from ((part, at % 2 == 0) for at, part in enumerate(parts))
        return
    open_ = True
    for at, part in enumerate(parts):
        told = text[slice(*part)]
        if at in asked:
            open_ = True
            yield part, True
        elif _FIRST.search(told) or (open_ and (at - 1 in asked or _sentences(told) > 1)):
            yield part, False
        else:
            open_ = False  # a prompt, or the answer's going on: "The rebels deny it."


def _take_turns(text: str, parts: Sequence[Stretch], asked: Sequence[int]) -> bool:
    """Whether each paragraph asked or put to the guest has one of an answer behind it."""
    if any(at % 2 for at in asked):
        return False
    prompts = [text[slice(*part)] for part in parts[::2]]
    short = all(one.rstrip().endswith("?") or len(one.split()) <= _PROMPT for one in prompts)
    return short and not any(_FIRST.search(one) for one in prompts)


def _sentences(told: str) -> int:
    return len(re.findall(r"[.!?](?:\s|$)", told))


def _guest(analysis: Analysis, end: int) -> Stretch | None:
    """Whom the lead says is asked: named behind "an interview with", or alone in a lead that tells
    that somebody was spoken to."""
    text = analysis.text
    opening = " ".join(text[:end].casefold().split())
    if not any(word in opening for word in listed("interviewing")):
        return None
    people = [(n.start, n.end) for n in analysis.names if n.kind == "PER" and n.end <= end]
    full = [span for span in people if " " in text[slice(*span)].strip()]
    for start, stop in full:
        before = " ".join(text[max(0, start - _NEAR) : start].split("\n")[-1].casefold().split())
        told = [before.rfind(one) + len(one) for one in listed("interview_with") if one in before]
        cut = max(told, default=-1)
        if cut >= 0 and not re.search(r"[.!?;:]", before[cut:]):
            return start, stop
    guests = [span for span in full if not _asker(text, span[0])]
    surnames = {text[slice(*span)].split()[-1].casefold() for span in guests}
    return guests[0] if len(surnames) == 1 else None


def _asker(text: str, start: int) -> bool:
    """Whether a name is that of who asks: "spoke to | Lena Holm", "By | Lena Holm"."""
    before = text[max(0, start - 30) : start].casefold()
    return any(re.search(rf"\b{re.escape(one)}\s+$", before) for one in listed("asked_by"))
