"""Copies at passage level, their direction, and how many origins stand behind reports."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from benchmarks.corpora import corpora_root
from onrecord.link import SHARED, compare_copies, copies, fingerprint, origins
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


def report(
    name: str,
    text: str,
    outlet: str,
    published: str | None = "2021-03-02",
    title: str | None = None,
) -> Report:
    basis = "told" if published else None
    return Report(
        name,
        text,
        "0" * 64,
        outlet=outlet,
        title=title,
        published=published,
        published_basis=basis,
    )


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


@pytest.mark.parametrize(
    ("day", "day2", "copy", "reason"),
    [
        ("2021-03-02", "2021-03-02", "b", "which copied which the texts do not tell"),
        (None, None, "b", "which copied which the texts do not tell"),
        ("2021-03-03", "2021-03-02", "a", "published 2021-03-03 after 2021-03-02"),
        ("2021-03-02T10:00:00+03:00", "2021-03-02T08:00:00+00:00", "b", "published 2021-03-02T08"),
    ],
)
def test_the_direction_is_of_the_pair_and_not_of_its_order(
    day: str | None, day2: str | None, copy: str, reason: str
) -> None:
    one, other = report("a", WIRE, "Courier", day), report("b", WIRE, "Herald", day2)
    found = compare_copies(one, other)
    assert found is not None and found == compare_copies(other, one)
    assert found.from_ == copy and reason in found.why


def test_both_credit_one_agency_and_which_was_first_is_not_made_up() -> None:
    one = report("a", "HARROW (Reuters) - " + WIRE, "Courier")
    other = report("b", "HARROW (Reuters) - " + WIRE[: WIRE.index("Two of the")], "Herald")
    found = compare_copies(one, other)
    assert found is not None and found.from_ == "b"
    assert "both credit Reuters; which copied which the texts do not tell" in found.why


def test_another_headline_and_another_lead_are_told() -> None:
    one = report("a", WIRE, "Courier", title="Six drivers killed near Harrow")
    lead = "The war came back to the refinery road this week, and nobody there was surprised. "
    other = report("b", lead + WIRE, "Herald", "2021-03-03", title="The road of fear")
    found = compare_copies(one, other)
    assert found is not None
    assert "the headline was “Six drivers killed near Harrow”, is “The road of fear”" in found.why
    assert "it leads with other words: “The war came back" in found.why


def test_a_wire_paragraph_in_a_longer_report_is_a_part_and_leaves_it_an_origin() -> None:
    news = (
        "The assembly voted on Tuesday to end the state of siege in the four eastern districts "
        "after a night of argument in which two ministers offered to resign. Deputies of the "
        "coast walked out and said that they would go to the constitutional court. The prime "
        "minister thanked those who had stayed and promised that the curfew would end within a "
        "week. Markets in the capital opened late because of a strike of the tram drivers. "
    )
    wire = report("a", WIRE + " " + BACKGROUND * 2, "Reuters")
    more = " The governor of the bank, asked about the price of bread, said it would come down."
    longer = report("b", news * 1 + WIRE[:230] + more + news[::-1], "Herald")
    found = compare_copies(longer, wire)
    assert found is not None and found.why.startswith("a part only") and found.score < 0.7
    assert origins(["a", "b"], [found]) == (("a",), ("b",))
    late = report("c", longer.text, "Post", "2021-04-02")
    assert compare_copies(late, wire) is None


def test_reports_in_the_same_few_words_are_copies() -> None:
    flash = "Gunmen have killed six drivers of a fuel convoy near Harrow, the governor says today."
    found = compare_copies(report("a", flash, "Courier"), report("b", flash, "Herald"))
    assert found is not None and found.score == 1.0


def test_copies_share_fingerprints_and_others_do_not() -> None:
    one, other = report("a", WIRE, "Courier"), report("b", "Now: " + WIRE, "Herald")
    far = report("c", BACKGROUND, "Post")
    assert fingerprint(one) == fingerprint(one)
    assert len(set(fingerprint(one)) & set(fingerprint(other))) >= SHARED
    assert not set(fingerprint(one)) & set(fingerprint(far))
    assert all(0 <= run < 2**63 for run in fingerprint(one))


def test_one_word_over_and_over_is_compared_in_time() -> None:
    one = report("a", "alarm " * 8000, "Courier")
    other = report("b", "alarm " * 8001, "Herald")
    assert compare_copies(one, other) is not None


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
