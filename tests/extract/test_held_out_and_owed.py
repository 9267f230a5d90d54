"""Harm that is to end on a condition, what somebody ought to say, and texts that are released."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The general said the army would suspend air raids if the hostages were freed.", "pledge"),
        ('"We will stop the shelling if they free the sailors," the general said.', "pledge"),
        ("Peru said it would lift the embargo if Chile let the ship sail.", "pledge"),
        ("The general said the army would suspend the talks if a hostage died.", "threaten"),
        ('"We will halt all grain exports if the sanctions stay," the minister said.', "threaten"),
        ("The rebels said they would end the ceasefire if the army stayed.", "threaten"),
    ],
)
def test_harm_that_is_to_end_on_a_condition_is_no_threat(text: str, act: str) -> None:
    (statement,) = record(text).statements
    assert statement.act == act
    assert statement.condition is not None


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The president should condemn the killings of the miners.", []),
        ("Leaders must denounce the massacre in the valley.", []),
        ("The ministry ought to admit that it was wrong.", []),
        ("Norway needs to say where the money went.", []),
        ("The president condemned the killings of the miners.", ["The president"]),
        ("The ministry had to admit that it was wrong.", ["The ministry"]),
        ('"I must say that I was surprised," the mayor said.', ["the mayor"]),
    ],
)
def test_what_somebody_ought_to_say_is_not_said(text: str, sources: list[str]) -> None:
    found = record(text).statements
    assert [s.source.span.text for s in found if s.source is not None] == sources


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("European states should back a ban on arms sales to Peru.", "ban", "hypothetical"),
        ("Norway opposed an embargo on arms sales to Peru.", "embargo", "hypothetical"),
        ("France backed the ban on arms sales to Peru.", "ban", "happened"),
        ("The president hurried to congratulate the winner.", "congratulate", "happened"),
        ("The president hoped to congratulate the winner.", "congratulate", "hypothetical"),
    ],
)
def test_what_is_backed_is_not_there_yet(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("In an audio message released on Friday the commander gave no reason.", []),
        ("The footage was released by the insurgents on Friday.", []),
        ("The sailors were released by the insurgents on Friday.", ["released"]),
        ("The miners released on Friday had been held in a cave.", ["released"]),
        ("Helicopters were used to fly out the badly wounded.", []),
        ("Two guards were badly wounded by the gunmen.", ["wounded"]),
    ],
)
def test_a_text_is_no_captive_and_the_wounded_no_deed(text: str, triggers: list[str]) -> None:
    found = [e.trigger.text for e in record(text).events if e.type in ("RETREAT", "ASSAULT")]
    assert found == triggers


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "victims"),
    [
        ("The widow begged the rebels not to bomb the camp.", "bomb", ["rebels"], []),
        ("The bishop exhorted the militia to free the miners.", "free", ["militia"], ["miners"]),
        ("The rebels begged to surrender to the army.", "surrender", ["rebels"], ["army"]),
        (
            "The envoy condemned the conscription of minors by the militia.",
            "conscription",
            ["militia"],
            ["minors"],
        ),
    ],
)
def test_who_is_begged_acts_and_who_is_conscripted_does_not(
    text: str, trigger: str, doers: list[str], victims: list[str]
) -> None:
    found = event(text, trigger)
    assert names(text, found.actor) == doers
    assert names(text, found.recipient) == victims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebels said they would bomb the port if the army stayed.", {"threatens"}),
        ("The army will bomb the port unless they leave, the general warned.", {"threatens"}),
        ("Parents are jailed if their children run away, the report said.", {"about"}),
    ],
)
def test_only_who_holds_something_out_threatens_it(text: str, kind: set[str]) -> None:
    found = record(text)
    deed = next(e.id for e in found.events if e.trigger.text in ("bomb", "jailed"))
    assert {link.kind for link in within(found) if link.to == deed} == kind
