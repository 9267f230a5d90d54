"""What is no denial and no accusation; whom fighting kills; nights between two days."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import last, record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said he did not expect Norway to attack.", "assert"),
        ("The militia said it did not attack the port.", "deny"),
        ("A judge denied a motion to free the men.", "reject"),
        ("A judge denied that he had freed the men.", "deny"),
        ("The announcement is absurd, the minister said.", "assert"),
        ("The claim is absurd, the minister said.", "deny"),
    ],
)
def test_the_act(text: str, act: str) -> None:
    assert last(text).act == act


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor said he did not expect Norway to attack.", ["hypothetical"]),
        ("The militia said it did not attack the port.", ["denied"]),
        ("The observatory interviewed 22 survivors by telephone.", []),
    ],
)
def test_how_the_deed_stands(text: str, status: list[str]) -> None:
    assert [event.status for event in record(text).events] == status


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "The five days of fighting have killed 38 people and displaced 5,000 on both sides.",
            [],
            ["people"],
        ),
        ("Clashes with rebels killed nine civilians.", ["rebels"], ["civilians"]),
    ],
)
def test_who_is_killed_by_fighting(text: str, actors: list[str], recipients: list[str]) -> None:
    made = record(text)
    names = {actor.id: actor.name for actor in made.actors}
    (event,) = made.events
    assert [names[one] for one in event.actor] == actors
    assert [names[one] for one in event.recipient] == recipients


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Nine people were killed on the night of 9 to 10 February 2030.", "2030-02-09/2030-02-10"),
        ("Nine people were killed on the night of 9 February 2030.", "2030-02-09TNI"),
    ],
)
def test_the_night_between_two_days(text: str, when: str) -> None:
    (event,) = record(text).events
    assert event.when == when


def test_a_dateline_behind_an_editors_note_speaks_for_nobody() -> None:
    text = (
        "Drone strike in Norway kills nine, residents say\n\n"
        "(Corrects the day of the strike in paragraph 2)\n\n"
        "TROMSØ, April 18, 2031 - A drone strike in the north killed nine people, three residents "
        "and a health official said on Friday.\n\nThe strike hit a village, they said."
    )
    made = record(text)
    assert not [actor for actor in made.actors if "TROMS" in actor.name.upper()]
    sources = [s.source.span.text for s in made.statements if s.source]
    assert "three residents and a health official" in sources


def test_a_reports_stamp_dates_no_deed() -> None:
    text = (
        "Attacks on camps in the north of Norway\nAs of 10 February 2031, 17:00\n\n"
        "This report is produced by the office. It covers the period from 7 to 10 February.\n"
    )
    (attacks,) = record(text).events
    assert attacks.when is None


def test_how_old_the_dead_was_is_no_toll() -> None:
    text = "Gunmen raided a town. 38-year-old Cole is dead after being hit on Friday."
    assert all(not event.counts for event in record(text).events)
