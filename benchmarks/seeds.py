"""Read the seeds, score them against the hand-coded record, and print every miss.

    python -m benchmarks seeds                 reads them with the program
    python -m benchmarks seeds --json A B      scores lines that ``onrecord read --json`` printed

The first report carries no date: it is read once with one told and once without. Of several
lines for one report, the one with a publication date is scored as dated, the other as not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks import system
from benchmarks.corpora import corpora_root
from benchmarks.score.seed_links import score_links
from benchmarks.score.seeds import Options, SeedScore, score

Json = Mapping[str, Any]

KINDS = ("statement", "event", "time", "actor")


def seeds_root() -> Path:
    """The folder of the seeds, beside the corpora."""
    return corpora_root().parent / "seeds"


def read_seeds(root: Path) -> list[Json]:
    """The records of the seeds as the program reads them, the undated one dated and not."""
    gold = json.loads((root / "gold_record.json").read_text(encoding="utf-8"))
    lines: list[Json] = []
    for report in gold["reports"]:
        told = report["published_if_told"]
        for published in (told, None) if told else (None,):
            lines += system.read_files([root / report["doc"]], published=published)
    return lines


def score_lines(root: Path, lines: Iterable[Json]) -> list[tuple[str, SeedScore]]:
    """Score records of the seeds; each score comes with what was told to the reader."""
    gold = json.loads((root / "gold_record.json").read_text(encoding="utf-8"))
    by_text = {}
    for report in gold["reports"]:
        content = (root / report["doc"]).read_bytes()
        by_text[hashlib.sha256(content).hexdigest()] = report
    found = []
    for line in lines:
        known = by_text.get(line["report"]["sha256"])
        if known is None:
            continue
        basis = line["report"]["published_basis"]
        dated = line["report"]["published"] is not None
        told = f"dated ({basis})" if dated else "undated"
        result = score(known, line, Options(dated=dated or bool(known["published"])))
        if known["published"] is None and dated and basis != "told":
            result.invented.append(f"the report's date {line['report']['published']} ({basis})")
        found.append((told, result))
    return found


def render(scores: list[tuple[str, SeedScore]], *, extra: bool = True) -> str:
    """The misses of every report, then the totals over the dated readings."""
    lines: list[str] = []
    for told, result in scores:
        lines.append(f"== {result.doc}, {told}")
        for item in result.items:
            mark = "ok  " if item.full else ("part" if item.found else "MISS")
            lines.append(f"{mark} {item.kind} {item.id}: {item.gold}")
            lines += [f"       {miss}" for miss in item.misses]
        lines += [f"INVENTED {what}" for what in result.invented]
        if extra and result.extra:
            lines.append("-- not in the gold (for you to judge):")
            lines += [f"       {what}" for what in result.extra]
        lines.append("")
    return "\n".join(lines + summary(scores)) + "\n"


def summary(scores: list[tuple[str, SeedScore]]) -> list[str]:
    """Totals: dated readings together, each undated one for itself, and what was invented."""
    dated = [result for told, result in scores if told != "undated"]
    lines = ["TOTAL (every report dated)", *_totals(dated)]
    for told, result in scores:
        if told == "undated":
            lines += [f"UNDATED {result.doc}", *_totals([result])]
            invented = len(result.invented)
            lines.append(f"  {'calendar dates invented':24} {invented:3}   (want 0)")
    return lines


def totals(scores: list[SeedScore]) -> dict[str, tuple[int, int, int]]:
    """Per kind: found, right in every field, and how many there are."""
    found = {}
    for kind in KINDS:
        counts = [result.count(kind) for result in scores]
        full = [result.count(kind, full=True)[0] for result in scores]
        found[kind] = (sum(c for c, _ in counts), sum(full), sum(n for _, n in counts))
    return found


def _totals(scores: list[SeedScore]) -> list[str]:
    lines = []
    for kind, (right, full, of) in totals(scores).items():
        both = kind in ("statement", "event")
        every = f", {full} with every field" if both else ""
        lines.append(f"  {kind + 's found':24} {right:3} of {of}{every}")
    return lines


def link_lines(root: Path, scores: list[tuple[str, SeedScore]], lines: Iterable[Json]) -> list[str]:
    """What of the gold's links stands in the lines, for the reader."""
    gold = json.loads((root / "gold_record.json").read_text(encoding="utf-8"))
    to_gold: dict[str, str] = {}
    for _, result in scores:
        to_gold |= result.to_gold
    links = [link for line in lines for link in line.get("links", ())]
    found, missing = score_links(gold["cross"], links, to_gold)
    told = [f"LINKS {len(found)} of {len(found) + len(missing)}"]
    return told + [f"  found {x}" for x in found] + [f"  missing {x}" for x in missing]
