"""One event told by two reports, and several acts told together: labelled pairs."""

from __future__ import annotations

from benchmarks.cases import tellings
from benchmarks.tasks.base import Options, Result, limited, percent


def run(options: Options) -> list[Result]:
    """Precision and recall on invented pairs (in two parts) and on pairs from FA-KES.

    Half of the FA-KES pairs were drawn from what the program joined, half from near misses, and
    labelled without its answer: their recall is of that sample, not of the corpus.
    """
    rows = []
    verdicts = list(tellings.invented())
    for part in ("held", "tune"):
        for kind in tellings.KINDS:
            told = [(v.found, v.right) for v in verdicts if v.case.part == part and v.kind == kind]
            rows += _rows(f"cases/tellings {part}", kind, told)
    pairs = limited(tellings.pairs(), options)
    found = [(got, row["same"] == "yes") for row, got in tellings.judged(pairs) if got is not None]
    return rows + _rows("FA-KES pairs", "same_event", found)


def _rows(corpus: str, kind: str, told: list[tuple[bool, bool]]) -> list[Result]:
    right = sum(found and holds for found, holds in told)
    found, wanted = sum(f for f, _ in told), sum(h for _, h in told)
    rows = []
    if found:
        share = percent(right / found)
        rows.append(Result("tellings", corpus, f"{kind} precision", share, "", f"of {found} found"))
    if wanted:
        share = percent(right / wanted)
        rows.append(Result("tellings", corpus, f"{kind} recall", share, "", f"of {wanted}"))
    return rows
