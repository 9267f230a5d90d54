"""The labelled cases of links: small piles of reports, and what must and must not be found."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import system
from onrecord.compare import across, within
from onrecord.records import Link, ReportRecord

FOLDER = Path(__file__).parent / "links"
KINDS = (
    "contradicts", "denies", "undercuts", "supports", "restates", "repeats", "fulfils",
    "meets_condition", "follows", "claims", "threatens", "about",
)  # fmt: skip
"""The kinds that the cases label; other links are not looked at."""
PLAIN = frozenset({"claims", "threatens", "about"})
"""Kinds that nearly every statement has: only labelled ones are judged, and where a case has none
of ``follows``, neither are those."""

_MARK = re.compile(r"\{(\d)\|([^{}]*)\}")
_SYMMETRIC = frozenset({"contradicts", "supports", "restates", "repeats"})

End = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """A link of ``kind`` between two stretches of two reports: ``holds`` is "yes", "no" or "maybe"
    (neither counted for nor against)."""

    kind: str
    from_: str
    to: str
    holds: str


@dataclass(frozen=True, slots=True)
class Case:
    """``reports`` by their letter, ``marks`` the stretches by letter and number."""

    name: str
    part: str
    reports: dict[str, system.Given]
    marks: dict[str, End]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a label, or of a link that no label has: ``right`` and ``found``."""

    case: Case
    kind: str
    found: bool
    right: bool
    what: str


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """All cases of ``folder``, in the order of the files."""
    for path in sorted(folder.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield _case(row)


def _case(row: dict[str, object]) -> Case:
    reports: dict[str, system.Given] = {}
    marks: dict[str, End] = {}
    for letter, told in row.items():
        if not isinstance(told, dict):
            continue
        text, at = "", 0
        for match in _MARK.finditer(told["text"]):
            text += told["text"][at : match.start()]
            marks[letter + match.group(1)] = (letter, len(text), len(text) + len(match.group(2)))
            text += match.group(2)
            at = match.end()
        reports[letter] = system.Given(text + told["text"][at:], told["day"], told["outlet"])
    labels = [
        Label(*str(given).split(), holds)
        for holds in ("yes", "no", "maybe")
        for given in _listed(row.get(holds, []))
    ]
    return Case(str(row["name"]), str(row["part"]), reports, marks, tuple(labels))


def _listed(given: object) -> list[object]:
    return given if isinstance(given, list) else []


def judge(given: Sequence[Case]) -> Iterator[Verdict]:
    """Every label's verdict and every other link that was found, case by case."""
    texts = [report for case in given for report in case.reports.values()]
    records = iter([record for _, record in system.records(texts)])
    for case in given:
        mine = {letter: next(records) for letter in case.reports}
        yield from _judge(case, mine)


def _judge(case: Case, records: dict[str, ReportRecord]) -> Iterator[Verdict]:
    links = [*across(list(records.values()))]
    links += [link for record in records.values() for link in within(record)]
    letters = {record.report.id: letter for letter, record in records.items()}
    known: dict[str, set[tuple[str, str]]] = {}
    told: dict[str, set[Link]] = {}
    for link in links:
        if link.kind in KINDS:
            for from_, to in _ends(case, link, letters):
                known.setdefault(link.kind, set()).add((from_, to))
                told.setdefault(link.kind, set()).add(link)
    labelled: set[tuple[str, str, str]] = set()
    for label in case.labels:
        pairs = {(label.from_, label.to)}
        if label.kind in _SYMMETRIC:
            pairs.add((label.to, label.from_))
        labelled |= {(label.kind, *pair) for pair in pairs}
        if label.holds != "maybe":
            found = bool(pairs & known.get(label.kind, set()))
            text = f"{label.kind} {label.from_} {label.to}"
            yield Verdict(case, label.kind, found, label.holds == "yes", text)
    for link in links:
        if link.kind not in KINDS or link.kind in PLAIN or _itself(link):
            continue
        if link.kind == "follows" and not any(one.kind == "follows" for one in case.labels):
            continue
        ends = list(_ends(case, link, letters))
        if not any((link.kind, *pair) in labelled for pair in ends):
            yield Verdict(case, link.kind, True, False, f"not labelled: {_shown(link)}")


def _itself(link: Link) -> bool:
    """Whether it is the link from a denial to what stands in the denial's own words."""
    if len(link.spans) < 2 or link.spans[0][0] != link.spans[-1][0]:
        return False
    own, other = link.spans[0][1], link.spans[-1][1]
    return own.start <= other.start and other.end <= own.end


def _ends(case: Case, link: Link, letters: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The marked stretches that the two ends of a link lie on."""
    sides: list[list[str]] = []
    for item in (link.from_, link.to):
        report = item.rsplit(":", 1)[0]
        spans = _spans_of(link, item, report)
        sides.append(
            [
                mark
                for mark, (letter, start, end) in case.marks.items()
                if letters.get(report) == letter
                and any(span[0] < end and start < span[1] for span in spans)
            ]
        )
    for from_ in sides[0]:
        for to in sides[1]:
            if from_ != to:
                yield from_, to


def _spans_of(link: Link, item: str, report: str) -> list[tuple[int, int]]:
    spans = [(span.start, span.end) for where, span in link.spans if where == report]
    if link.from_.rsplit(":", 1)[0] != link.to.rsplit(":", 1)[0]:
        return spans
    return spans[:1] if item == link.from_ else spans[-1:]


def _shown(link: Link) -> str:
    words = " / ".join(span.text[:50] for _, span in link.spans)
    return f"{link.kind} {words} ({link.score}: {link.why})"
