"""The labelled cases of links between accounts: precision and recall of each kind."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

from benchmarks import system
from benchmarks.cases import links
from benchmarks.corpora import corpora_root
from benchmarks.corpora.fakes import reports
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.compare import across
from onrecord.records import Link

PAIRS = Path(__file__).parents[1] / "cases" / "copy_pairs.csv"
JUDGED = PAIRS.with_name("links_fakes.csv")
PARTS = ("held", "tune")


def run(options: Options) -> list[Result]:
    """Each kind's precision and recall; rules were written with the part ``tune`` in view only."""
    given = limited(list(links.cases()), options)
    verdicts = list(links.judge(given))
    rows = []
    for part in PARTS:
        for kind in links.KINDS:
            of = [v for v in verdicts if v.case.part == part and v.kind == kind]
            right = sum(v.found and v.right for v in of)
            found, wanted = sum(v.found for v in of), sum(v.right for v in of)
            corpus = f"cases/links {part}"
            if wanted and found:
                rows.append(Result("links", corpus, f"{kind} precision", percent(right / found), "",
                                   f"of {found} found"))  # fmt: skip
            if wanted:
                rows.append(Result("links", corpus, f"{kind} recall", percent(right / wanted), "",
                                   f"of {wanted}"))  # fmt: skip
    return rows + (_copies() + _judged() if corpora_root().exists() else [])


def _copies() -> list[Result]:
    """Copies among FA-KES on pairs that were judged without sight of the program's score."""
    from onrecord.link import compare_copies
    from onrecord.records import Report

    texts: dict[str, Report] = {}
    for one in reports():
        id_ = hashlib.sha256(one.text.encode()).hexdigest()[:16]
        texts.setdefault(
            id_,
            Report(id_, one.text, "0" * 64, one.outlet, one.title, published=one.published,
                   published_basis="told"),
        )  # fmt: skip
    with PAIRS.open(encoding="utf-8", newline="") as handle:
        judged = list(csv.DictReader(handle))
    found = [compare_copies(texts[row["report"]], texts[row["other"]]) for row in judged]
    labels = [row["copies"] == "yes" for row in judged]
    right = sum(one is not None and label for one, label in zip(found, labels, strict=True))
    given = sum(one is not None for one in found)
    corpus = "FA-KES, cases/copy_pairs.csv"
    return [
        Result("links", corpus, "copies precision", percent(right / given), "", f"of {given}"),
        Result("links", corpus, "copies recall", percent(right / sum(labels)), "",
               f"of {sum(labels)}, {len(judged)} pairs"),
    ]  # fmt: skip


def _judged() -> list[Result]:
    """Links between FA-KES reports that were judged: how many of the right ones are given among
    those of the judged ones that are given."""
    with JUDGED.open(encoding="utf-8", newline="") as handle:
        judged = list(csv.DictReader(handle))
    wanted = {row[key] for row in judged for key in ("report", "other")}
    given: dict[str, system.Given] = {}
    for one in reports():
        id_ = hashlib.sha256(one.text.encode()).hexdigest()[:16]
        if id_ in wanted:
            given[id_] = system.Given(one.text, one.published, one.outlet)
    records = [record for _, record in system.records(list(given.values()))]
    found = [_ends(link) for link in across(records)]
    rows = []
    for kind in sorted({row["kind"] for row in judged}):
        of = [row for row in judged if row["kind"] == kind]
        kept = [row for row in of if any(_meets(_row(row), ends) for ends in found)]
        right = sum(row["holds"] == "yes" for row in kept)
        if kept:
            told = f"of {len(kept)} of {len(of)} judged"
            share = percent(right / len(kept))
            rows.append(Result("links", "FA-KES, cases/links_fakes.csv", f"{kind} precision", share,
                               "", told))  # fmt: skip
    return rows


Ends = tuple[str, str, int, int, str, int, int]


def _ends(link: Link) -> Ends:
    (report, span), (other, span2) = link.spans[0], link.spans[-1]
    return link.kind, report, span.start, span.end, other, span2.start, span2.end


def _row(row: dict[str, str]) -> Ends:
    own = (row["report"], int(row["start"]), int(row["end"]))
    return row["kind"], *own, row["other"], int(row["other_start"]), int(row["other_end"])


def _meets(one: Ends, other: Ends) -> bool:
    """Whether two links of one kind lie between the same stretches, as far as they overlap."""
    same = (one[0], one[1], one[4]) == (other[0], other[1], other[4])
    return same and all(one[at] < other[at + 1] and other[at] < one[at + 1] for at in (2, 5))
