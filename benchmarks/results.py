"""Results on disk: results.json, and the table RESULTS.md that is written from it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.tasks.base import Result

FOLDER = Path(__file__).resolve().parent
HEADER = """# Results

Written by `python -m benchmarks run` (and `speed`); do not edit by hand. Figures are in per cent
unless the metric says otherwise, on development parts only. "Best" quotes what others reach, on
the part of the data that it names: where that is not ours, the two are not strictly comparable.
What each metric is stands in the scorer's docstring (`benchmarks/score/`).
"""


@dataclass(frozen=True, slots=True)
class Run:
    """When, from what and how a task's figures were measured. ``seconds`` is wall time."""

    commit: str
    date: str
    command: str
    seconds: float


def commit(root: Path = FOLDER.parent) -> str:
    """The commit that is checked out, with "+" where source files differ from it."""
    shown = _git(root, "rev-parse", "--short", "HEAD")
    changed = _git(root, "status", "--porcelain", "--untracked-files=no", "--", "src")
    return (shown or "unknown") + ("+" if changed else "")


def today() -> str:
    """The date in UTC, ISO."""
    return datetime.now(UTC).date().isoformat()


def save(
    task: str, rows: Sequence[Result], run: Run, *, folder: Path = FOLDER, order: Sequence[str] = ()
) -> None:
    """Put a task's figures in place of its earlier ones, and write the table anew."""
    path, kept = folder / "results.json", _kept(folder)
    kept[task] = {"run": asdict(run), "rows": [asdict(row) for row in rows]}
    ranked = {name: i for i, name in enumerate(order)}
    kept = {name: kept[name] for name in sorted(kept, key=lambda n: (ranked.get(n, 99), n))}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "RESULTS.md").write_text(table(kept), encoding="utf-8")


def rows(task: str, *, folder: Path = FOLDER) -> list[Result]:
    """A task's figures as they are kept; none where it was never measured."""
    return [Result(**row) for row in _kept(folder).get(task, {}).get("rows", ())]


def _kept(folder: Path) -> dict[str, Any]:
    path = folder / "results.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def table(results: dict[str, Any]) -> str:
    """The Markdown of all results."""
    lines = [HEADER]
    for task, found in results.items():
        run = found["run"]
        lines += [
            f"## {task}",
            "",
            f"Commit `{run['commit']}`, {run['date']}, {run['seconds']:.0f} s: `{run['command']}`",
            "",
            *_rows(found["rows"]),
        ]
        lines.append("")
    return "\n".join(lines)


def _rows(rows: Sequence[dict[str, Any]]) -> list[str]:
    """A table's lines; the column of unquantised networks only where it was measured."""
    wide = any(row["fp32"] is not None for row in rows)
    head = ["corpus", "metric", "ours", *(["fp32"] if wide else []), "best", ""]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        fp32 = ["" if row["fp32"] is None else f"{row['fp32']:g}"] if wide else []
        lines.append(
            [row["corpus"], row["metric"], f"{row['ours']:g}", *fp32, row["best"], row["of"]]
        )
    return ["| " + " | ".join(line) + " |" for line in lines]


def _git(root: Path, *words: str) -> str:
    """What git says, "" where it cannot."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
