"""What is in dispute, as the record lists it: each denial once, and never against its own words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from accounts import Account

from onrecord.compare import within
from onrecord.linking import relink
from onrecord.records import ReportRecord
from onrecord.store import open_store
from onrecord.store.viewrows import Dispute

TEXT = (
    "Ordavia accused Kalmeria of shelling the river port of Lun on Monday. "
    "Kalmeria denied that it had shelled the port."
)


def report(id_: str, text: str = TEXT) -> ReportRecord:
    """An accusation and its denial; what is denied is told in the denial's own words, too."""
    a = Account(id_ * 16, text)
    accuser = a.actor("Ordavia", "Ordavia", country="ORD")
    accused = a.actor("Kalmeria", "Kalmeria|Kalmeria#2", country="KAL")
    if "accused" in text:
        a.said("accuse", accuser, "Kalmeria of shelling the river port of Lun on Monday")
    denial = a.said("deny", accused, "that it had shelled the port", polarity="negative")
    a.event("shelled", status="denied", on_word_of=denial, actor=(accused,))
    record = a.record()
    kept = replace(record.report, sha256=hashlib.sha256(text.encode()).hexdigest())
    return replace(record, report=kept, links=within(record))


def disputes(path: Path, *records: ReportRecord) -> list[Dispute]:
    with open_store(path, write=True) as store:
        for record in records:
            store.add(record)
        relink(store)
        return list(store.disputes())


def test_what_a_denial_says_that_it_denies_is_no_dispute_beside_what_it_answers(
    tmp_path: Path,
) -> None:
    (one,) = disputes(tmp_path / "r.db", report("a"))
    assert one.id.endswith(":s1") and one.kinds == ("denies",)


def test_a_denial_of_what_nobody_is_told_to_have_said_is_kept(tmp_path: Path) -> None:
    text = "Ordavia mourns. Kalmeria denied that it had shelled the port. Kalmeria is calm."
    (one,) = disputes(tmp_path / "r.db", report("a", text))
    assert one.id.endswith(":e1")


def test_a_dispute_that_is_told_again_is_one(tmp_path: Path) -> None:
    (one,) = disputes(tmp_path / "r.db", report("a"), report("b", TEXT + " It rained."))
    assert one.reports == 2 and len(one.sides) == 1
