"""Sayings on the wrong side: nothing found or shown, taken back, misstated, not carried out."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The commission found no indication that police fired on the crowd.",
            "no indication that police fired on the crowd",
        ),
        (
            "The envoys went to Lun. They found no sign that troops had shelled the mill.",
            "no sign that troops had shelled the mill",
        ),
    ],
)
def test_who_finds_nothing_says_that_there_is_none(text: str, content: str) -> None:
    (said,) = record(text).statements
    assert [part.text for part in said.content] == [content]
    assert said.polarity == "negative"
    assert said.channel is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The commission found no indication that police fired on the crowd.", "fired on"),
        ("The ministry has offered no proof that the rebels burned the market.", "burned"),
        ("Investigators have seen no sign that Peru attacked the convoy.", "attacked"),
    ],
)
def test_what_nothing_shows_is_not_on_the_word_of_who_looked(text: str, trigger: str) -> None:
    deed = event(text, trigger)
    assert (deed.status, deed.on_word_of) == ("alleged", REPORTER)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has offered no proof that the rebels burned the market.",
        "The army has shown no evidence.",
        "The rebels have not provided any evidence that Chad armed them.",
    ],
)
def test_who_shows_nothing_has_said_nothing(text: str) -> None:
    assert record(text).statements == ()


def test_what_is_found_is_on_the_word_of_who_found_it() -> None:
    text = "The mission found evidence that the army shelled the hospital."
    assert event(text, "shelled").on_word_of == record(text).statements[0].id


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Maro Front said that it did not carry out the raid on Lun.", "Maro Front"),
        (
            "A spokesman for the militia told Radio Lun that the group did not launch the raid.",
            "militia",
        ),
    ],
)
def test_who_did_not_carry_it_out_is_named_for_it_and_denies(text: str, doer: str) -> None:
    assert names(text, event(text, "raid").actor) == [doer]
    assert event(text, "raid").status == "denied"
    assert record(text).statements[0].act == "deny"


@pytest.mark.parametrize(
    "text",
    [
        "A police spokesman said the group did not bomb the school.",
        "A spokesman for the army said the rebel group did not bomb the school.",
    ],
)
def test_who_speaks_for_another_body_denies_nothing(text: str) -> None:
    assert record(text).statements[0].act == "assert"


def test_what_a_denied_deed_left_is_denied_and_what_stands_behind_a_semicolon_is_not() -> None:
    text = (
        "The colonel denied that the raid had failed, leaving five soldiers dead; "
        "two were wounded in an accident."
    )
    read = record(text)
    assert read.statements[0].content[0].text == (
        "that the raid had failed, leaving five soldiers dead"
    )
    raid, wounded = event(text, "raid"), event(text, "wounded")
    assert [(c.what, c.low) for c in raid.counts] == [("killed", 5)]
    assert [(c.what, c.low) for c in wounded.counts] == [("injured", 2)]
    assert (raid.status, wounded.status) == ("denied", "happened")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The newspaper retracted its report that soldiers had burned the church.", "burned"),
        ("The rebels withdrew their claim that they had captured the airport.", "captured"),
        ("The agency retracted a story that said troops had shot the bishop.", "shot"),
    ],
)
def test_who_takes_it_back_denies_it(text: str, trigger: str) -> None:
    first = record(text).statements[0]
    assert (first.act, first.polarity) == ("deny", "negative")
    assert (event(text, trigger).status, event(text, trigger).on_word_of) == ("denied", first.id)


def test_a_number_is_taken_back_and_troops_are_withdrawn() -> None:
    text = "The union put the dead at 123. It retracted that number on Friday."
    assert [s.act for s in record(text).statements][-1] == "deny"
    assert record("The government withdrew its troops from the town.").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The radio station wrongly claimed that police had killed the mayor.",
        "An earlier version incorrectly said that police had killed the mayor.",
        "The minister falsely claimed that police had killed the mayor.",
    ],
)
def test_what_is_wrongly_said_is_not_so(text: str) -> None:
    deed = event(text, "killed")
    assert (deed.status, deed.on_word_of) == ("denied", REPORTER)


def test_what_is_only_misplaced_was_all_the_same() -> None:
    text = "The paper wrongly said that the attack on Lun took place on Monday."
    assert event(text, "attack").status != "denied"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Corrects the date of the strike to April 17 from April 16.", "strike", "happened"),
        ("The inquiry could not establish the date of the massacre.", "massacre", "happened"),
        ("The two sides have yet to set the date of the talks.", "talks", "planned"),
    ],
)
def test_the_date_of_a_deed_is_of_one_that_was(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status
