"""One event told by two reports, and several acts told together: labelled pairs."""

from __future__ import annotations

from itertools import combinations

from benchmarks.cases import retellings, tellings
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.compare.accounts.facts import view
from onrecord.compare.inside.comeback import coreferent


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
    rows += _rows("FA-KES pairs", "same_event", found)
    stories = limited(list(retellings.stories("dev")), options)
    told = [pair for story in stories for pair in _within(story)]
    return rows + _rows("ecbplus/dev, within a document", "same_event", told)


def _within(story: retellings.Grouped) -> list[tuple[bool, bool]]:
    """Of each two marked events of one report: whether they were joined, and whether they are one.

    What is joined with the same third event is joined.
    """
    joined = {event.id: {event.id} for event in story.record.events}
    for link in coreferent(view(story.record)):
        both = joined[link.from_] | joined[link.to]
        for one in both:
            joined[one] = both
    known = [event.id for event in story.record.events if event.id in story.group]
    told = []
    for one, other in combinations(known, 2):
        same = story.same(one, other)
        if same is not None:
            told.append((other in joined[one], same))
    return told


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
