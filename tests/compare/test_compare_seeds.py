"""The links of the hand-coded record, found by the program's own reading; skips without seeds."""

from __future__ import annotations

import json

import pytest

from benchmarks.score.seed_links import SYMMETRIC, score_links
from benchmarks.seeds import score_lines, seeds_root
from onrecord.codec import record_to_dict
from onrecord.compare import across
from onrecord.pipeline import read_records
from onrecord.read.options import ReadOptions
from onrecord.records import ReportRecord

LINKS = 10
# Kinds that the gold lists in full.
LISTED = {"restates", "repeats", "denies", "undercuts", "supports", "includes", "contradicts"}

pytestmark = pytest.mark.skipif(not seeds_root().exists(), reason=f"no seeds at {seeds_root()}")


def test_ten_of_the_gold_links_and_none_that_is_wrong() -> None:
    root = seeds_root()
    gold = json.loads((root / "gold_record.json").read_text(encoding="utf-8"))
    records: list[ReportRecord] = []
    for report in gold["reports"]:
        options = ReadOptions(published=report["published_if_told"])
        for item in read_records([str(root / report["doc"])], options=options):
            assert isinstance(item, ReportRecord)
            records.append(item)
    lines = [json.loads(json.dumps(record_to_dict(record))) for record in records]
    to_gold: dict[str, str] = {}
    for _, result in score_lines(root, lines):
        to_gold |= result.to_gold
    links = [link for record in records for link in record.links] + list(across(records))
    given = [{"kind": x.kind, "from": x.from_, "to": x.to} for x in links]
    found, missing = score_links(gold["cross"], given, to_gold)
    assert len(found) >= LINKS, missing

    listed = {(kind, *pair[:2]) for kind, pairs in gold["cross"].items() for pair in pairs}
    listed |= {(k, b, a) for k, a, b in listed if k in SYMMETRIC}
    ends = [(x["kind"], to_gold.get(x["from"]), to_gold.get(x["to"])) for x in given]
    wrong = [e for e in ends if e[0] in LISTED and None not in e[1:] and e not in listed]
    assert not wrong
