"""Turns of an interview or a press conference: "Q: Will you go? | Ada Cole: No. | We stay."

A turn goes on, over paragraphs, to the next one's label; what a report asks is nobody's statement.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.extract.actors.trees.authors import listed
from onrecord.extract.actors.trees.interviews import interview
from onrecord.extract.actors.trees.lexicon import words
from onrecord.model.analysis import Analysis

_LABEL = re.compile(r"(?:^|\n)[ \t]*(?P<who>[A-Z][^\n:.!?;“”\"]{0,60}?)[ \t]*:(?=\s)")
_LONGEST = 6
"""Words of a label, at most."""
_FEW = 2
"""Labels that may stand in any report; a named asker and a named answerer take turns oftener."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of them says: ``who`` is the label's span (None where the label names nobody),
    ``start``/``end`` that of the words."""

    who: tuple[int, int] | None
    label: tuple[int, int]
    start: int
    end: int
    asks: bool = False


def turns(analysis: Analysis) -> tuple[Turn, ...]:
    """The turns of a text, in order; none where it is no exchange of questions and answers."""
    text = analysis.text
    people = {(n.start, n.end) for n in analysis.names if n.kind in ("PER", "ORG")}
    surnames = {text[n.start : n.end].split()[-1].upper() for n in analysis.names
                if n.kind == "PER" and " " in text[n.start : n.end]}  # fmt: skip
    labels = [m for m in _LABEL.finditer(text)
              if m["who"] in surnames or _may_speak(m, people)]  # fmt: skip
    told = [match["who"].casefold() for match in labels]
    asking = listed("asking")
    asked = [one for one in told if one in asking]
    if not labels:
        return _unlabelled(analysis)
    ends = [*(match.start() for match in labels[1:]), len(text)]
    said = [text[m.end() : end].strip() for m, end in zip(labels, ends, strict=True)]
    again = any(count > 1 for count in Counter(told).values()) and len(told) > _FEW
    again = again and any(one.endswith("?") for one in said)
    quoted = any(one[:1] in '“"«„' for one in said)  # "Cole: “No.”" is a report of her words
    if len(set(told)) < 2 or quoted or not (again or asked) or (len(told) == len(asked)):
        return _unlabelled(analysis)
    # whoever only asks is no source: "Radio Lun: Will you resign?"
    only = {one for one in told if all(w.endswith("?") for w, t in zip(said, told, strict=True)
                                       if t == one)}  # fmt: skip
    sole = _sole(text[: labels[0].start()], labels[0].start(), analysis)
    found = []
    for number, (match, end) in enumerate(zip(labels, ends, strict=True)):
        asks = told[number] in asking | only
        answers = told[number] in listed("answering")
        who = None if asks else sole if answers else match.span("who")
        found.append(Turn(who, match.span("who"), match.end(), end, asks))
    return tuple(found)


def _unlabelled(analysis: Analysis) -> tuple[Turn, ...]:
    """The turns of an interview that has no labels: what its guest says is the guest's own."""
    found = interview(analysis)
    if found is None:
        return ()
    who, parts = found
    return tuple(
        Turn(None if asks else who, (start, start), start, end, asks)
        for (start, end), asks in parts
    )


def _may_speak(match: re.Match[str], people: set[tuple[int, int]]) -> bool:
    """Whether what stands before a colon may be who speaks: a name, a title, "Q"."""
    who = match["who"]
    told = who.casefold()
    if told in listed("no_names") or len(who.split()) > _LONGEST:
        return False
    if told in listed("asking") | listed("answering"):
        return True
    start, end = match.span("who")
    capital = all(word[0].isupper() for word in who.split())
    if any((start <= s and e == end) or (s == start and capital) for s, e in people):
        return True
    line = match.string[match.end() :].split("\n", 1)[0].rstrip()
    if capital and line.endswith("?"):
        return True  # "Lun Radio: Did the police shoot?"
    parts = told.split()
    titled = words().title_only(parts) or words().sort_of(parts) is not None
    return titled and len(parts) <= 3


def _sole(before: str, end: int, analysis: Analysis) -> tuple[int, int] | None:
    """Whom "A:" answers for: the one person named before the first turn."""
    spans = [(n.start, n.end) for n in analysis.names if n.kind == "PER" and n.end <= end]
    return spans[0] if len({before[s:e].split()[-1] for s, e in spans}) == 1 else None
