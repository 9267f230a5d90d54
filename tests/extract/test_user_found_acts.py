"""Owning up by one's own fighters, and threats and warnings that no cue names."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import last, record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"Our men blew up the bridge," said a spokesman for the Liberation Front.', "confirm"),
        ("A spokesman for the rebel Salt Column said on Monday that its fighters had fired the "
         "rockets.", "confirm"),
        ("The rebels said their fighters had planted the explosives.", "confirm"),
        ("The rebels said the army's soldiers had burned the village.", "accuse"),
        ("The rebels said their fighters had not burned the village.", "deny"),
        ("The army said its soldiers had shot a man at a checkpoint.", "assert"),
        ('"Our fighters laid flowers on the grave," the rebels said.', "assert"),
    ],
)  # fmt: skip
def test_by_their_own_fighters_they_own_up(text: str, act: str) -> None:
    assert last(text).act == act


def test_whose_fighters_did_it_has_done_it() -> None:
    text = (
        'The rebel Salt Front claimed responsibility. "Our fighters placed the charges and left '
        'without loss," its spokesman said.'
    )
    assert told(text, "placed")[1] == ["rebel Salt Front"]
    text = "A spokesman for the Salt Column said that its fighters had fired the rockets."
    assert told(text, "fired the rockets")[1] == ["Salt Column"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"If the villagers hide them, they will share their fate," the general said.', "threaten"),
        ('"For Lun they will pay at the bridge," the rebel leader said.', "threaten"),
        ('"Should one tank cross the river, we shall answer with everything we have," the '
         'president said.', "threaten"),
        ('"If a single shell more falls here, we will silence the guns that fired it," the '
         'minister said.', "threaten"),
        ('"Without a corridor, patients will die," the doctor said.', "warn"),
        ('"If they blow up the dam, the town will be under two metres of water," the engineer '
         'said.', "warn"),
        ('"They will come for the gates, and the valley will drown," the engineer said.', "warn"),
        ("The nurse said that if the road stayed shut the children would starve.", "warn"),
        ('"If the dyke gives way, the town will be under water," the farmer said.', "predict"),
        ('"If the villagers vote, they will share the water," the general said.', "assert"),
        ('"For the first time they will pay at the bridge," the minister said.', "assert"),
        ('"Without a subsidy, farmers will plant maize," the minister said.', "assert"),
        ('"If we win, the streets will be full of people," the captain said.', "assert"),
        ('"We will silence the doubters," the minister said.', "assert"),
    ],
)  # fmt: skip
def test_threats_and_warnings_that_no_cue_names(text: str, act: str) -> None:
    assert last(text).act == act


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ('"Should one tank cross the river, we shall answer with all we have," the king said.',
         "one tank cross the river"),
        ('"Without a corridor, patients will die," the doctor said.', "Without a corridor"),
        ('"Without firing a shot, they will take the town," the general said.', None),
    ],
)  # fmt: skip
def test_conditions_without_an_if(text: str, condition: str | None) -> None:
    found = last(text).condition
    assert (found.text if found else None) == condition


@pytest.mark.parametrize(
    ("what", "act"), [("the market might be hit", "warn"), ("the road might be opened", "assert")]
)
def test_who_was_told_in_time_was_warned(what: str, act: str) -> None:
    read = record(f"A trader said he had told the government in April that {what}.")
    inner = next(s for s in read.statements if s.within is not None)
    assert inner.act == act
    assert inner.addressee is not None


@pytest.mark.parametrize(
    ("text", "trigger", "sense"),
    [
        ("The king sent bombers against the port on Monday.", "sent bombers",
         ("ASSAULT", "aerial")),
        ('"We will silence the guns," the minister said.', "silence", ("ASSAULT", "destroy")),
        ("The regime silenced two newspapers.", "silenced", ("COERCE", "censor")),
        ("France sent warplanes to Chad on Monday.", "sent", ("MOBILIZE", "troops")),
    ],
)  # fmt: skip
def test_what_is_sent_against_and_silenced(text: str, trigger: str, sense: tuple[str, str]) -> None:
    one = event(text, trigger)
    assert (one.type, one.mode) == sense
