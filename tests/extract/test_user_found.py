"""Whose words they are, what stands though denied, and what nobody has said."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Rebels shelled a market in Gulu, killing nine", "officials say"),
        ("Troops burn homes in Lun, killing six", "aid group says"),
        ("Soldiers killed at least nine villagers in Gulu", "survivors say"),
    ],
)
def test_a_first_line_without_a_stop_keeps_its_words(line: str, source: str) -> None:
    read = record(f"{line}, {source}\n\nThe mayor of Oslo has gathered names. He shot nobody.")
    one = read.statements[0]
    assert one.source is not None
    assert one.source.span.text in source
    assert said(one) == [line]
    assert {e.on_word_of for e in read.events if e.trigger.end < len(line)} == {one.id}


def test_no_cue_reaches_over_a_break() -> None:
    assert not record("Doctors say\n\nThe men fled to the hills.").statements
    quoted = record('The mayor said:\n\n"The men have fled to the hills."').statements[0]
    assert said(quoted) == ['"The men have fled to the hills."']


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was the first time that the army has admitted to a raid since a bus was bombed in "
         "March.", "to a raid"),
        ("It is the second time the army has acknowledged killing civilians since soldiers shot "
         "nine marchers in March.", "killing civilians"),
        ("The army admitted to a raid on Goma for the first time since a bus was bombed there.",
         "a raid on Goma"),
        ("The army confirmed three raids on the camp since the truce was signed in May.",
         "three raids on the camp since the truce was signed in May"),
        ("The minister said that nobody had crossed for the first time since the bridge was "
         "bombed.",
         "that nobody had crossed for the first time since the bridge was bombed"),
    ],
)  # fmt: skip
def test_since_when_it_is_the_first_is_the_reporters(text: str, content: str) -> None:
    assert said(record(text).statements[0]) == [content]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ('The general vowed that the raid "will not go unanswered".', "raid", "happened"),
        ("The minister said the massacre would never be forgotten.", "massacre", "happened"),
        ("The bombing of the port will not go unnoticed, he vowed.", "bombing", "happened"),
        ("The general denied that the attack had taken place.", "attack", "denied"),
        ("The Front has not said that it shelled the camp.", "shelled", "hypothetical"),
        ("The ministry would not say that its men had shelled the camp.", "shelled",
         "hypothetical"),
        ("The police have not said who killed the miner.", "killed", "happened"),
        ("The Front has said that it shelled the camp.", "shelled", "alleged"),
    ],
)  # fmt: skip
def test_what_is_not_let_pass_and_what_is_not_said(text: str, trigger: str, status: str) -> None:
    one = event(text, trigger)
    assert one.status == status
    assert (one.on_word_of == "reporter") == (status in ("happened", "hypothetical"))


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("In another attack, gunmen fired on a patrol in Lun, causing no injuries, police said.",
         "attack", "alleged"),
        ("Police said another attack would cost lives.", "attack", "hypothetical"),
    ],
)  # fmt: skip
def test_another_attack_that_hurt_nobody_has_been(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_who_is_off_duty_is_named_so() -> None:
    found = {m.text for a in record("A bomb killed 13 off-duty soldiers in Oslo.").actors
             for m in a.mentions}  # fmt: skip
    assert found == {"13 off-duty soldiers"}
