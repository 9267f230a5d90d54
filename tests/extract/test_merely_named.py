"""Deeds that are only spoken of, whose release is asked for, and whom a noun's deed befell."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "The European Union is discussing new sanctions against Peru.",
            "sanctions",
            "hypothetical",
        ),
        ("The allies are weighing an attack on the port.", "attack", "hypothetical"),
        ("The pact covers attacks on embassies, the official said.", "attacks", "hypothetical"),
        ("The law applies to killings of journalists, he said.", "killings", "hypothetical"),
        ("Ada Cole said it was too soon to talk about an invasion.", "invasion", "hypothetical"),
        ("Ada Cole said it was premature to call it an attack.", "attack", "hypothetical"),
        ("Norway is preparing a fifth package of sanctions on Peru.", "sanctions", "planned"),
        ("Norway and Peru discussed the sanctions against Lima.", "sanctions", "happened"),
        ("The ministers discussed attacks on shipping in May.", "attacks", "happened"),
        ("It is too early to say who carried out the attack.", "attack", "happened"),
        ("Norway imposed a fifth package of sanctions on Peru.", "sanctions", "happened"),
    ],
)
def test_what_is_only_spoken_of_has_not_been(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The court was not convinced that the general had ordered the bombing.", "bombing"),
        ("The jury was not satisfied that the soldiers tortured the man.", "tortured"),
        ("Prosecutors failed to prove that the captain ordered the raid.", "raid"),
    ],
)
def test_of_what_nobody_is_convinced_nobody_tells(text: str, trigger: str) -> None:
    found = event(text, trigger)
    assert (found.status, found.on_word_of) == ("alleged", REPORTER)


def test_what_a_court_is_satisfied_of_it_tells() -> None:
    found = event("The court was satisfied that the general had ordered the bombing.", "bombing")
    assert found.status == "alleged" and found.on_word_of != REPORTER


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Police detained six nurses on Monday. The union demanded their release.", ["nurses"]),
        ("The navy detained the crew. The embassy called for their release.", ["crew"]),
        ("Police arrested a reporter. Her editor demanded her release.", ["reporter"]),
        ("The prisoners demanded their release.", ["prisoners"]),
        ("Police detained Ane Holm and Ben Lund. The ministry ordered their release.", []),
    ],
)
def test_release_is_that_of_those_who_are_held(text: str, whom: list[str]) -> None:
    read = record(text)
    names = {actor.id: actor.name for actor in read.actors}
    release = next(e for e in read.events if e.trigger.text == "release")
    assert [names[id_].removeprefix("unnamed ") for id_ in release.recipient] == whom


@pytest.mark.parametrize(
    ("text", "trigger", "who", "whom"),
    [
        (
            "Armed men are blamed for the takeover of the ministry.",
            "takeover",
            ["armed men"],
            ["ministry"],
        ),
        ("The general denounced the army's takeover of the port.", "takeover", ["army"], []),
        ("The union denounced the mayor's arrest.", "denounced", ["union"], []),
        ("The prisoners were beaten and denied water.", "denied", [], ["prisoners"]),
        ("The hostages were chained, tied up and denied food.", "denied", [], ["hostages"]),
        ("The truce between the army and the rebels was broken.", "broken", [], []),
        (
            "Rebels broke the truce between the army and the clans.",
            "broke the truce",
            ["rebels"],
            [],
        ),
        ("Guards denied the prisoners water.", "denied", ["guards"], ["prisoners"]),
        ("The men were arrested and denied the charges.", "denied", ["men"], []),
    ],
)
def test_whom_a_deed_befell_did_not_do_it(
    text: str, trigger: str, who: list[str], whom: list[str]
) -> None:
    read = record(text)
    names = {actor.id: actor.name.removeprefix("unnamed ") for actor in read.actors}
    found = next(e for e in read.events if e.trigger.text == trigger)
    assert [names[id_] for id_ in found.actor] == who
    assert [names[id_] for id_ in found.recipient] == whom


def test_who_does_not_tell_its_losses_caused_none() -> None:
    assert not [e for e in record("The army does not publish its casualties.").events if e.actor]
