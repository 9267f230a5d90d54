"""What is asked, conditioned, charged, doubted or still to be found out was not done by that."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_news_of_the_day import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "deed", "status"),
    [
        ("Was the mayor arrested?", "arrested", "hypothetical"),
        ("Do you expect a larger attack?", "attack", "hypothetical"),
        ("Why did the police shoot him?", "shoot", "happened"),
        ("Aid will come provided that access is granted.", "granted", "hypothetical"),
        ("Talks can begin as long as the prisoners are released.", "released", "hypothetical"),
        ("Convoys will roll on condition that the siege is lifted.", "lifted", "hypothetical"),
        ("They hid as long as the army shelled the town.", "shelled", "happened"),
        ("He is charged with genocide.", "genocide", "alleged"),
        (
            "The general, charged with crimes against humanity and genocide, fled.",
            "genocide",
            "alleged",
        ),
        ("The former minister was acquitted of genocide on Friday.", "genocide", "alleged"),
        ("He was acquitted of the killing of a nurse.", "killing", "happened"),
        ("The court convicted him of murder on Friday.", "murder", "happened"),
        ("I don't think that the president will invade Norland.", "invade", "hypothetical"),
        ("Nobody thinks that the rebels will seize the capital.", "seize", "hypothetical"),
        ("The mission is to confirm that both armies have withdrawn.", "withdrawn", "hypothetical"),
        (
            "Observers went in to verify that the rebels had killed the hostages.",
            "killed",
            "hypothetical",
        ),
        ("Two men wanted over the Lagos bombing were arrested.", "bombing", "happened"),
        ("They want guarantees that they will not be arrested.", "arrested", "hypothetical"),
    ],
)
def test_status(text: str, deed: str, status: str) -> None:
    assert event(record(text), deed).status == status


@pytest.mark.parametrize(
    "text",
    [
        "The council has charged the inspectors with verifying that Iraq has destroyed its arms.",
        "The mission is tasked with confirming that both armies have withdrawn.",
        "The observers are responsible for reporting that shells have fallen.",
        "Two men wanted in connection with the bombing were arrested on Friday.",
    ],
)
def test_nobody_says_what_is_somebodys_duty(text: str) -> None:
    assert record(text).statements == ()


def test_a_charge_is_still_an_accusation() -> None:
    (said,) = record("The ministry charged the rebels with breaking the truce.").statements
    assert said.act == "accuse"


def test_nobody_is_left_alive_is_no_retreat() -> None:
    read = record("The army had been ordered to leave nobody.")
    assert not any(e.type == "RETREAT" for e in read.events)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The court convicted him of murder on Friday.", "murder"),
        ("Police found the man's burned and beheaded body Friday in a ditch.", "beheaded"),
        ("They could attack the port, as they did in 2014.", "attack"),
    ],
)
def test_days_of_something_else(text: str, deed: str) -> None:
    assert event(record(text), deed).when is None


def test_there_is_not_where_somebody_spoke() -> None:
    read = record(
        "She told reporters in Phnom Penh that the fighting had stopped. She said eight soldiers "
        "had been killed there."
    )
    assert event(read, "killed").where is None
    read = record("Soldiers took Phnom Penh in May. Eight of them were killed there.")
    assert event(read, "killed").where == "Phnom Penh"


def test_suspects_of_a_bombing_are_handed_over_elsewhere() -> None:
    read = record("Two suspects in the Lagos bombing have been handed over to France for trial.")
    assert (event(read, "handed over").where, event(read, "bombing").where) == (None, "Lagos")
