"""Names that the tagger cut or took for another sort, set right by the text: "us" is no country."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.gazetteer import Gazetteer
from onrecord.model.analysis import Analysis, Name

_PROVINCE = re.compile(
    r"\bIslamic State(?:['’]s)?(?: in| of)?(?: the)?(?: [A-Z][\w-]+){1,3} Province\b"
)
"""A branch of the Islamic State, whose name holds those of places."""
_OFFICE = re.compile(
    r"\b(?:[Gg]overnor|[Hh]ead|[Ll]eader|[Cc]hief|[Pp]resident|[Mm]ayor|[Pp]rosecutor|[Mm]inister)"
    r" of (?:the )?(?P<where>(?:[A-Z][\w-]+ ){1,2}(?:Territory|Region|Oblast|Krai|Republic|"
    r"Province|District|Governorate|County)) (?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})"
)
"""An office with its region and its holder: "Governor of | Lun Region | Ada Cole"."""
_PLACES = ("GPE", "LOC", "FAC")
_SURE = 1.0


def with_whole_names(analysis: Analysis, gazetteer: Gazetteer) -> Analysis:
    """The analysis with whole names of branches, with bodies as bodies wherever they are named,
    and with no place that is the pronoun "us"."""
    text = analysis.text
    wholes = [match.span() for match in _PROVINCE.finditer(text)]
    bodies = {text[n.start : n.end] for n in analysis.names if n.kind == "ORG"}
    turned = {
        told
        for n in analysis.names
        if n.kind in _PLACES and " " not in (told := text[n.start : n.end])
        if (told in bodies or f"{told} party" in text) and not gazetteer.lookup(told)
    }

    def kept(names: Iterable[Name]) -> list[Name]:
        return [
            name
            for name in names
            if text[name.start : name.end] != "us"
            and not any(name.start < end and start < name.end for start, end in wholes)
        ]

    names = [
        replace(name, kind="ORG") if text[name.start : name.end] in turned else name
        for name in kept(analysis.names)
    ]
    names += [Name(start, end, "ORG", _SURE) for start, end in wholes]
    names = _holders(text, names)
    places = [n for n in kept(analysis.toponyms) if text[n.start : n.end] not in turned]
    if names == list(analysis.names) and places == list(analysis.toponyms):
        return analysis
    names.sort(key=lambda name: name.start)
    return replace(analysis, names=tuple(names), toponyms=tuple(places))


def _holders(text: str, names: list[Name]) -> list[Name]:
    """The names with the region and the holder of an office apart, where they ran into another."""
    for match in _OFFICE.finditer(text):
        (begin, middle), (start, end) = match.span("where"), match.span("who")
        inside = [n for n in names if n.start < end and begin < n.end]
        if not any(n.kind in ("PER", "ORG") and n.end == end for n in inside):
            continue
        names = [n for n in names if n not in inside]
        names += [Name(begin, middle, "GPE", _SURE), Name(start, end, "PER", _SURE)]
    return names
