"""When and where an event was, by the words before the teller and by the clauses beside it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "when", "where"),
    [
        (
            "In Oslo today, Norwegian police say six people were injured when a car bomber struck "
            "a convoy.",
            "struck", "2030-05-06", "Oslo",
        ),
        # where officials speak, they may have spoken there and then
        ("In Nairobi on Monday, officials said gunmen killed two officers.", "killed", None, None),
        (
            "The leader was killed in an airstrike as he was leaving a mosque in Mosul last "
            "March.",
            "airstrike", "2030-03", "Mosul",
        ),
        (
            "Union members were denied entry to Zimbabwe as they arrived in the capital, Harare, "
            "early Wednesday.",
            "denied entry", "2030-05-01", None,
        ),
        ("Violence rose in Nepal last year, with rebels killing 40 officers.", "killing", "2029",
         "Nepal"),
        ("Farmers are going to Tombstone to protest the project.", "protest", None, "Tombstone"),
        ("President Jon Reed is expected in Kiev Friday to take part in a rally.", "rally", None,
         "Kiev"),
        ("Baluchistan province experiences regular bombing attacks.", "bombing attacks", None,
         "Balochistan"),
        (
            "He is on trial for the 1982 killing of more than 140 farmers in the village of "
            "Dujail.",
            "killing", "1982", "Ad Dujayl",
        ),
        (
            "Prime Minister Jon Reed has announced plans for a summit with President Ane Holm on "
            "June 21 in the resort town of Kisumu.",
            "summit", "2030-06-21", "Kisumu",
        ),
        ("Authorities have barred the monitors from the prisons since December 2005.", "barred",
         "2005-12", None),
        ("Rebels have attacked the town since 2011.", "attacked", None, None),
    ],
)  # fmt: skip
def test_the_day_and_place_of_a_clause_beside(
    text: str, trigger: str, when: str | None, where: str | None
) -> None:
    one = event(text, trigger)
    assert (one.when, one.where) == (when, where)


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("Earlier Thursday, Prime Minister Jon Reed announced an offensive he said would not "
         "stop.", "offensive", None),
        ("Under a revised March 2004 media law, content deemed insulting is banned.", "banned",
         None),
        ("The law was changed and in March 2004 such content was banned.", "banned", "2004-03"),
        ("He expects the government to follow up its apology for the 1995 Kisumu massacre.",
         "apology", None),
        ("He expects the government to follow up its apology for the 1995 Kisumu massacre.",
         "massacre", "1995"),
    ],
)  # fmt: skip
def test_a_day_of_something_else_is_not_the_event_s(
    text: str, trigger: str, when: str | None
) -> None:
    assert event(text, trigger).when == when


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("Indian officers used excessive force against insurgents in Jammu and Kashmir.",
         "used excessive force", "Jammu and Kashmir"),
        ("The council called on Burma to give Red Cross workers access to the prisoners.",
         "give Red Cross workers access", None),
        ("Reed accused Oslo of human rights violations in Iraq and Afghanistan.",
         "rights violations", "Iraq and Afghanistan"),
        ("Police said they detained a man in Istanbul on suspicion of plotting to kill the "
         "president.", "kill", None),
        ("Police said they detained a man in Istanbul on suspicion of plotting to kill the "
         "president.", "detained", "Istanbul"),
    ],
)  # fmt: skip
def test_where_it_was_and_was_not(text: str, trigger: str, where: str | None) -> None:
    assert event(text, trigger).where == where


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("Shells fired from across the border tore into a market in the town of Adigrat on Monday.",
         "fired", "Adigrat"),
        ("Rockets launched by the rebels slammed into a school in Homs on Tuesday.", "launched",
         "Homs"),
        ("Rockets launched by the rebels from Homs were shown in Moscow.", "launched", None),
    ],
)  # fmt: skip
def test_what_is_fired_is_where_it_came_down(text: str, trigger: str, where: str | None) -> None:
    assert event(text, trigger).where == where
