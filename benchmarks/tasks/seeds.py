"""The two hand-coded reports."""

from __future__ import annotations

from benchmarks import seeds
from benchmarks.tasks.base import Options, Result

WANTED = {
    "statement": ("20 of 22 wanted", "14 of 22 wanted"),
    "event": ("14 of 16 wanted", "8 of 16 wanted"),
    "time": ("11 of 11 wanted", ""),
    "actor": ("", ""),
}


def run(options: Options) -> list[Result]:
    """Counts over the dated readings, and what the undated one invented."""
    root = seeds.seeds_root()
    scores = seeds.score_lines(root, seeds.read_seeds(root))
    dated = [result for told, result in scores if told != "undated"]
    rows = []
    for kind, (right, full, of) in seeds.totals(dated).items():
        wanted, wanted_full = WANTED[kind]
        rows.append(Result("seeds", "seeds", f"{kind}s found", right, wanted, f"of {of}"))
        if wanted_full:
            metric = f"{kind}s right in every field"
            rows.append(Result("seeds", "seeds", metric, full, wanted_full, f"of {of}"))
    invented = sum(len(result.invented) for _, result in scores)
    rows.append(Result("seeds", "seeds", "calendar dates invented", invented, "0 wanted"))
    return rows
