"""The labelled cases of links between accounts: precision and recall of each kind."""

from __future__ import annotations

from benchmarks.cases import links
from benchmarks.tasks.base import Options, Result, limited, percent

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
    return rows
