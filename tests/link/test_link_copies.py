"""Copies at passage level, their direction, and how many origins stand behind reports."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from benchmarks.corpora import corpora_root
from onrecord.link import copies, origins
from onrecord.records import Report

WIRE = (
    "Gunmen opened fire on a fuel convoy near the border town of Harrow on Monday and killed six "
    "drivers the provincial governor said. The convoy of fourteen lorries left the refinery at "
    "dawn with an escort of police who were held up at a flooded crossing. Two of the lorries burnt"
    " out and the road stayed closed until nightfall while bomb teams went over it metre by"
    " metre. Nobody has claimed the attack which is the third on the road since the summer."
)
BACKGROUND = (
    " The conflict in the province began four years ago when the assembly was dissolved and the "
    "garrison mutinied. It has since driven a quarter of a million people from their homes and "
    "drawn in the armies of two neighbours which back opposing sides and deny that they do so."
)


def report(name: str, text: str, outlet: str, published: str | None = "2021-03-02") -> Report:
    basis = "told" if published else None
    return Report(name, text, "0" * 64, outlet=outlet, published=published, published_basis=basis)


def test_a_later_report_in_the_same_words_is_a_copy_with_its_changes_told() -> None:
    changed = WIRE.replace("six drivers", "seven drivers")
    found = copies(
        [report("b", changed, "Herald", "2021-03-03"), report("a", WIRE, "Courier", "2021-03-02")]
    )
    assert [(link.from_, link.to) for link in found] == [("b", "a")]
    assert "“six” to “seven”" in found[0].why
    texts = {"a": WIRE, "b": changed}
    assert found[0].spans
    assert all(texts[where][s.start : s.end] == s.text for where, s in found[0].spans)


def test_a_report_that_credits_an_agency_copies_it_whatever_the_day() -> None:
    agency = report("z", WIRE, "Reuters", "2021-03-03")
    carried = report("a", "HARROW (Reuters) - " + WIRE, "Courier", "2021-03-02")
    (found,) = copies([agency, carried])
    assert (found.from_, found.to) == ("a", "z")
    assert "credits Reuters" in found.why


def test_what_is_shared_only_at_the_end_is_background() -> None:
    other = (
        "A court in the capital sentenced the former head of the state bank to nine years for "
        "fraud on Friday after a trial of eleven months that he called a settling of scores. His "
        "lawyers said they would appeal and that the judges had refused to hear their witnesses."
    )
    one = report("a", WIRE + BACKGROUND, "Courier")
    assert not copies([one, report("b", other + BACKGROUND, "Herald")])


def test_a_quotation_that_both_carry_is_no_copying() -> None:
    said = '"' + WIRE + '"'
    one = report("a", "The minister read this out to the assembly: " + said, "Courier")
    assert not copies([one, report("b", "In a letter she writes: " + said, "Herald")])


def test_order_of_reports_does_not_matter_and_copies_have_one_origin() -> None:
    given = [
        report("a", WIRE, "Courier", "2021-03-02"),
        report("b", WIRE + " More will follow.", "Herald", "2021-03-03"),
        report("c", WIRE.replace("dawn", "first light"), "Gazette", "2021-03-04"),
        report("d", "Nothing of the kind has been heard of in the capital.", "Post"),
    ]
    found = copies(given)
    assert found == copies(reversed(given))
    assert origins([r.id for r in given], found) == (("a", "b", "c"), ("d",))


CASES = Path(__file__).parents[2] / "benchmarks" / "cases" / "copies.csv"


@pytest.mark.skipif(not corpora_root().exists(), reason=f"no corpora at {corpora_root()}")
def test_the_labelled_pairs() -> None:
    """Precision 0.95 and recall 0.9 on the pairs that people have judged."""
    from benchmarks.corpora.fakes import reports

    def digest(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    with CASES.open(encoding="utf-8", newline="") as handle:
        cases = list(csv.DictReader(handle))
    wanted = {row[key] for row in cases for key in ("report", "other")}
    given = {
        digest(r.text): report(digest(r.text), r.text, r.outlet, r.published)
        for r in reports()
        if digest(r.text) in wanted
    }
    found = {frozenset((link.from_, link.to)) for link in copies(given.values())}
    labels = {frozenset((c["report"], c["other"])): c["copies"] == "yes" for c in cases}
    assert len(given) == len(wanted)
    right = sum(labels.get(pair, False) for pair in found)
    judged = sum(pair in labels for pair in found)
    assert right >= 0.95 * judged and judged > 60
    assert right >= 0.9 * sum(labels.values())
