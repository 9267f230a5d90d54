"""Whom an act befell: captives, whose body it was, those of two places, and who did none of it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_news_of_the_day import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "deed", "whom"),
    [
        ("The gunmen took a shop owner hostage on Tuesday.", "took", ["shop owner"]),
        (
            "The gunmen killed a shop owner they took hostage on Tuesday.",
            "took hostage",
            ["shop owner"],
        ),
        (
            "The rebels freed two nurses they had taken hostage in May.",
            "taken hostage",
            ["unnamed nurses"],
        ),
        ("The rebels killed a hostage on Tuesday.", "killed", ["hostage"]),
        (
            "The rebels cut off the hands of two farmers in Tarn.",
            "cut off the hands",
            ["farmers in Tarn"],
        ),
        (
            "The ministry blamed the envoy, who had been kidnapped in May and was freed in June.",
            "freed",
            ["unnamed envoy"],
        ),
        (
            "General Osei said he believed Martin had been killed within a week of his capture.",
            "capture",
            ["Martin"],
        ),
        (
            "The inquiry will ask who shot down Kenyan President Daniel Ouko's plane.",
            "shot down",
            ["Daniel Ouko"],
        ),
    ],
)
def test_whom_it_befell(text: str, deed: str, whom: list[str]) -> None:
    read = record(text)
    found = event(read, deed)
    assert names(read, found.recipient) == whom
    assert not set(found.actor) & set(found.recipient)


def test_who_is_asked_about_has_done_nothing() -> None:
    read = record("The inquiry will ask who shot down Kenyan President Daniel Ouko's plane.")
    assert event(read, "shot down").actor == ()


@pytest.mark.parametrize(
    ("text", "deed", "kind"),
    [
        ("Militants captured three aid workers near Kobo.", "captured", ("ASSAULT", "abduct")),
        ("Soldiers captured two militants near Kobo.", "captured", ("COERCE", "arrest")),
        ("Masked men seized two tourists at a beach.", "seized", ("ASSAULT", "abduct")),
        ("Police seized two men at the airport.", "seized", ("COERCE", "arrest")),
        ("The body was found with the arms and head cut off.", "cut off", ("ASSAULT", None)),
        (
            "The army cut off the town's water on Monday.",
            "cut off the town's water",
            ("COERCE", "withhold"),
        ),
    ],
)
def test_captives_and_limbs(text: str, deed: str, kind: tuple[str, str | None]) -> None:
    found = event(record(text), deed)
    assert (found.type, found.mode) == kind


def test_captured_people_are_counted_as_abducted() -> None:
    (count,) = event(record("Militants captured three aid workers."), "captured").counts
    assert (count.what, count.low) == ("abducted", 3)


def test_a_killing_and_an_abduction_told_of_one_person_are_two() -> None:
    read = record("The gunmen killed a shop owner whom they took hostage on Tuesday.")
    assert len(read.events) == 2
    assert not any(link.kind == "same_event" for link in read.links)


def test_those_whom_the_police_shot_were_not_killed_by_the_crowd() -> None:
    read = record(
        "Police opened fire on a crowd that was throwing stones at a party office, killing two men."
    )
    assert [c.low for c in event(read, "opened fire").counts] == [2]
    assert event(read, "throwing stones").counts == ()


def test_a_thing_that_is_signed_signs_nothing() -> None:
    read = record("The two presidents on Friday signed the plan, which calls for cooperation.")
    assert names(read, event(read, "signed").actor) == ["presidents"]


def test_a_toll_of_two_places_is_of_both() -> None:
    read = record("The bombings killed 247 people in Kenya and 10 in Tanzania.")
    found = event(read, "bombings")
    assert (found.counts[0].low, found.where) == (257, "Kenya and Tanzania")
    assert event(record("The raid killed 40 people in Kenya."), "raid").where == "Kenya"


def test_a_number_in_quotation_marks_counts() -> None:
    (count,) = record("“Several dozen” assailants were killed in an air strike.").events[0].counts
    assert (count.low, count.high) == (24, None)


@pytest.mark.parametrize(
    ("text", "deed", "who"),
    [
        (
            "Local commanders met on Tuesday, the army said, and agreed to halt the raids.",
            "agreed",
            "unnamed local commanders",
        ),
        (
            "The rebels left the town at dawn, the governor said, and promised to return.",
            "promised",
            "rebels",
        ),
    ],
)
def test_what_goes_on_behind_a_parenthesis(text: str, deed: str, who: str) -> None:
    read = record(text)
    found = event(read, deed)
    assert names(read, found.actor) == [who]
    assert (found.status, len(read.statements)) == ("alleged", 1)
