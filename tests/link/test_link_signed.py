"""Which of two reports is the copy, told by credits to agencies that no list has."""

from __future__ import annotations

import pytest

from onrecord.link import compare_copies
from onrecord.link.credits import credits_of
from onrecord.records import Report

NEWS = (
    "Masked men took the cash of a dairy in the valley of Orsk on Monday and wounded its "
    "bookkeeper with a boat hook the cooperative said. The van of the three was found by a ferry "
    "landing with its lamps still lit and a map of the northern farms on the seat. Farmers of the "
    "valley have put a watch on the landing and say that nobody will cross before the men are "
    "found. The bookkeeper was flown to the county town and is out of danger."
)


def report(id_: str, outlet: str | None, text: str, published: str = "2032-06-01") -> Report:
    return Report(id_, text, "0" * 64, outlet=outlet, published=published, published_basis="told")


def ends(one: Report, other: Report) -> tuple[str, str, str]:
    """The copy, the origin and the reason; the same from either side."""
    found = compare_copies(one, other)
    assert found is not None and found == compare_copies(other, one)
    return found.from_, found.to, found.why


@pytest.mark.parametrize(
    "text",
    [
        "ORSK, June 1 (NCS) - " + NEWS,
        NEWS + " - NCS",
        NEWS + " (Valley/NCS)",
        NEWS + " (Valley Post, NCS)",
        NEWS + "\nSource: NCS",
        NEWS + " (With reporting from North Coast Service)",
        NEWS + " He is 61, the NCS agency reported.",
        NEWS + " He is 61, the news agency North Coast Service reported.",
        NEWS + " He told North Coast Service that he had seen nothing.",
    ],
)
def test_a_reprint_is_the_copy_of_the_agency_that_it_credits(text: str) -> None:
    agency = report("z", "North Coast Service", NEWS, "2032-06-02")
    copy, origin, why = ends(agency, report("a", "Valley Post", text))
    assert (copy, origin) == ("a", "z") and "it credits" in why


def test_an_agency_that_signs_its_own_text_credits_nobody_else() -> None:
    agency = report("z", "North Coast Service", f"ORSK, June 1 (NCS) - {NEWS} NCS saw the van.")
    copy, origin, why = ends(agency, report("a", "Valley Post", NEWS + " (Valley/NCS)"))
    assert (copy, origin) == ("a", "z") and "it credits NCS" in why


def test_where_neither_credits_the_other_no_direction_is_told() -> None:
    one, other = report("a", "Valley Post", NEWS), report("b", "Farm Herald", NEWS + " It rained.")
    found = compare_copies(one, other)
    assert found is not None and not found.directed
    assert "which copied which the texts do not tell" in found.why and "changed in" not in found.why


def test_the_shorter_of_two_is_no_copy_for_that() -> None:
    short = report("a", "Valley Post", NEWS)
    found = compare_copies(short, report("b", "Farm Herald", NEWS + " It rained in Orsk." * 20))
    assert found is not None and not found.directed and found.from_ == "a"


def test_both_of_one_unlisted_agency_are_of_no_known_order() -> None:
    dated = "ORSK, June 1 (NCS) - " + NEWS
    found = compare_copies(report("a", "Valley Post", dated), report("b", "Farm Herald", dated))
    assert found is not None and not found.directed and "both credit NCS" in found.why


@pytest.mark.parametrize(
    "text",
    [
        NEWS + " North Coast services to the islands were stopped.",  # a line of ships
        NEWS + " The NCS was not at hand.",
        NEWS + " (end)",
    ],
)
def test_other_words_are_no_credit(text: str) -> None:
    found = compare_copies(
        report("a", "Valley Post", text), report("z", "North Coast Service", NEWS)
    )
    assert found is not None and "it credits" not in found.why


def test_signatures_are_credits_and_words_in_brackets_are_none() -> None:
    assert credits_of(report("a", None, NEWS + " - NCS")) == {"NCS"}
    assert credits_of(report("a", None, NEWS + " (ENDS)")) == frozenset()
    assert (
        credits_of(report("a", None, NEWS + " The union (NCS) has asked for help.")) == frozenset()
    )
