"""Acts of force told by a country's name or adjective are that state's."""

import pytest

from onrecord.extract import read_record
from onrecord.model import analyse
from onrecord.read import read_text


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Dozens of people were killed after Russian airstrikes hit a market in Idlib.", "Russia"),
        ("A US drone strike killed two men in Yemen.", "United States"),
        ("Israeli strikes hit a base near Damascus.", "Israel"),
    ],
)
def test_the_state_behind_a_strike(text: str, state: str) -> None:
    record = read_record(read_text(text), analyse([text])[0])
    names = {actor.id: actor.name for actor in record.actors}
    doers = {names[identity] for event in record.events for identity in event.actor}
    assert doers == {state}


def test_workers_are_no_state() -> None:
    text = "French rail strikes began on Monday."
    record = read_record(read_text(text), analyse([text])[0])
    assert not any(event.actor for event in record.events)
