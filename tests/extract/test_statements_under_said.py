"""Acts under a plain "said": threats, pledges to spare, flat denials, refusals to answer."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Lima said it was weighing sanctions and would not hesitate to impose them unless the "
            "men were freed.",
            "threaten",
        ),
        ('He added that Lima would respond with "all available means" if they came.', "threaten"),
        ("The colonel said that whoever crosses the bridge will be shot.", "threaten"),
        ("The army said the perpetrators of such acts would be punished severely.", "pledge"),
        ("The analyst said the perpetrators would be punished.", "predict"),
        ("The army said perpetrators of such acts were punished in 2020.", "assert"),
        ('"What I can promise is that the road will be open," the mayor said.', "pledge"),
        ('"What I can tell you is that the road is open," the mayor said.', "assert"),
        ("The general said that his men would not touch the villagers.", "pledge"),
        ("The bank said that it would not raise its rates.", "assert"),
        ('"Not one shot was fired at the people," the police chief said.', "deny"),
        ('"Not one house was left standing," the mayor said.', "assert"),
        ("The letter published by the paper is a forgery, the embassy said.", "deny"),
        ("A message saying that the wells had been poisoned is fake, the council said.", "deny"),
        ("The money found in the car was fake, police said.", "assert"),
        ('"I\'m not going to answer that," the general said.', "decline"),
        ('"I won\'t go into that," said the spokesman.', "decline"),
        ('"We don\'t negotiate with terrorists," the spokesman said.', "reject"),
        ('"We don\'t have enough doctors," the director said.', "assert"),
    ],
)
def test_the_act_is_what_is_done_by_saying_it(text: str, act: str) -> None:
    assert [s.act for s in record(text).statements] == [act]


def test_the_judge_threatens_with_a_condition() -> None:
    (said,) = record(
        "Judge Ana Sitan warned the gallery that she would have it cleared if insults were shouted."
    ).statements
    assert said.act == "threaten"
    assert said.condition is not None and said.condition.text == "insults were shouted"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            'Cole said the country "does not kneel" and that any further offence would have '
            "consequences.",
            "any further offence",
        ),
        (
            "The colonel said that whoever did not fire was a traitor and would die like one.",
            "whoever did not fire",
        ),
        (
            "The mayor said anybody who lit fires and left them would be fined.",
            "anybody who lit fires and left them",
        ),
    ],
)
def test_where_a_condition_begins_and_ends(text: str, condition: str) -> None:
    (said,) = record(text).statements
    assert said.condition is not None and said.condition.text == condition


@pytest.mark.parametrize(
    "text",
    [
        "The general said that he would not touch the civilians of Lun.",
        "The Maro Front's leader said the movement would not harm the hostages.",
    ],
)
def test_whom_they_spare_they_turn_down_in_nothing(text: str) -> None:
    assert all(e.type != "REJECT" for e in record(text).events)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The governor said there are no unsettled disputes any more. The disputes lasted.",
            "assert",
        ),
        ('"There is no risk of a flood," the governor said after talk of the risk.', "assert"),
        ("The governor said there had been no attack on the convoy.", "deny"),
        ('"We did not blame the rebels," the minister said.', "assert"),
        ('"We did not bomb the school," the minister said.', "deny"),
        ('"He must have fled the city," the governor said.', "assert"),
        ('"The president must be dreaming," said Sara Lund, an opposition leader.', "assert"),
        ('"The army must leave the camp," said Sara Lund, an opposition leader.', "demand"),
        ("The fire may have been caused by an attack, the ministry said.", "assert"),
        ("An attack could cause a famine, the ministry said.", "warn"),
        ("Records show that the envoy was found guilty of murder.", "assert"),
        ("The minister said the rebels were guilty of murder.", "accuse"),
        ("The army said it was made in sheds and smuggled over the border.", "assert"),
        ("The army said they smuggled the drugs over the border.", "accuse"),
        ("The envoy called the enlargement a move in the wrong direction.", "condemn"),
        ("The envoy called the report wrong.", "deny"),
    ],
)
def test_words_that_only_look_like_an_act(text: str, act: str) -> None:
    (statement,) = record(text).statements
    assert statement.act == act
