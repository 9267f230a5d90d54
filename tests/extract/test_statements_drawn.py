"""Attributions set right: who is quoted, whose paper it is, what is no saying at all."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def speaker(text: str, one: Statement) -> str | None:
    known = {actor.id: actor.name for actor in record(text).actors}
    return known.get(one.source.actor or "") if one.source else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("None was in danger, the head of the hospital was quoted as saying by state news agency "
         "BTA.", "head of the hospital"),
        ("Steele never paid his sources, according to people familiar with his career.", "people"),
        ("Emails seen by the Courier indicate that the minister knew of the raid.", "emails"),
        ("\"It is absolutely not true that the governor knew,\" Bush spokeswoman Kristy Camp told "
         "reporters.", "Kristy Camp"),
        ("Czech Foreign Minister Jan Kavan said the treaty was a victory.", "Jan Kavan"),
    ],
)  # fmt: skip
def test_who_says_it(text: str, who: str) -> None:
    (one,) = record(text).statements
    assert speaker(text, one) == who


@pytest.mark.parametrize(
    "text",
    [
        "Tight control of firearms is often cited as one reason for the low number of deaths.",
        "She witnessed the attack on the bridge.",
        "The FBI put alleged mastermind Omar Sadi on its list on Monday.",
        "It was the largest reward the government has ever offered for a fugitive.",
        "The minister accepted the papers from the envoys of three states.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert not record(text).statements


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The man had pleaded guilty on March 24 to attempted murder of an official.", "confirm"),
        ("Neither the ministry nor the police have been able to confirm the deaths.", "disclaim"),
        ("The agents refused to provide details of the arrests.", "decline"),
        ("They called for Sinn Dal to be expelled from the talks.", "demand"),
        (
            "Israel would withdraw provided its border could be secured, the premier said.",
            "assert",
        ),
    ],
)
def test_what_is_done_by_saying_it(text: str, act: str) -> None:
    (one,) = record(text).statements
    assert one.act == act


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The gun was found at the house at 10 p.m. Wednesday, police said.",
         "The gun was found at the house at 10 p.m. Wednesday"),
        ("The Foreign Office said today conditions in the city appear to be worsening.",
         "conditions in the city appear to be worsening"),
    ],
)  # fmt: skip
def test_what_is_said_neither_stops_short_nor_takes_in_its_day(text: str, content: str) -> None:
    (one,) = record(text).statements
    assert [span.text for span in one.content] == [content]


def test_two_sayings_side_by_side_are_two_statements() -> None:
    text = "Ane Holm says the camp is full and she says she sees no end to the misery."
    first, second = record(text).statements
    assert (first.within, second.within) == (None, None)
    assert [span.text for span in first.content] == ["the camp is full"]


def test_a_quoted_paragraph_goes_on_from_the_one_before() -> None:
    text = (
        'Holm, head of the league, said she would come.\n"We hid nothing," she told the radio.\n'
        '"There is a total blockage of the process, and no one wants it to end."\nThe army is gone.'
    )
    quoted = record(text).statements[1]
    assert len(quoted.content) == 2
    assert quoted.content[1].text.startswith('"There is a total blockage')


def test_a_letter_is_addressed_to_whom_it_is_written() -> None:
    text = "In a letter to President Hashem of Iran, Amar said he would withdraw his troops."
    read = record(text)
    known = {actor.id: actor.name for actor in read.actors}
    assert known.get(read.statements[0].addressee or "") == "Hashem"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("They would withdraw provided the northern border could be secured, the premier said.",
         "the northern border could be secured"),
        ("``If the state will help us, we will be happy to get out,'' the minister said.",
         "the state will help us"),
    ],
)  # fmt: skip
def test_a_condition_by_provided_and_behind_the_marks_of_a_wire(text: str, condition: str) -> None:
    (one,) = record(text).statements
    assert one.condition is not None
    assert one.condition.text == condition


def test_we_is_the_body_for_which_somebody_speaks() -> None:
    text = '"We shelled the base," the spokesman of the Freedom Army, Omar Sadi, told reporters.'
    read = record(text)
    known = {actor.id: actor.name for actor in read.actors}
    shelled = next(e for e in read.events if e.trigger.text == "shelled")
    assert [known[i] for i in shelled.actor] == ["Freedom Army"]


def test_a_short_name_ends_its_sentence() -> None:
    text = "They refused to talk to Eta. In 2014 the group gave up its arms. Eta is older."
    assert "Eta" in {actor.name for actor in record(text).actors}
