"""Who tells of whom: words within words, figures that are given, refusals, owning up."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def source(one: Statement) -> str | None:
    return one.source.span.text if one.source else None


@pytest.mark.parametrize(
    ("text", "who", "what", "act"),
    [
        ("The driver has accused the rebels of mining the road, according to the radio.",
         "The driver", "the rebels of mining the road", "accuse"),
        ("The suspects deny everything, said their lawyer, Ana Cole.",
         "The suspects", "everything", "deny"),
        ("Two of the wounded said that officers had threatened them with dismissal if they spoke.",
         "officers", "them with dismissal if they spoke", "threaten"),
        ("According to the prison service, she had herself asked to be housed alone.",
         "she", "to be housed alone", "demand"),
        ("On Monday he asked parliament to approve a curfew, a deputy of his party said.",
         "he", "parliament to approve a curfew", "demand"),
        ("One of the pilots has told the court that he knew the risk, according to two lawyers.",
         "One of the pilots", "that he knew the risk", "assert"),
    ],
)  # fmt: skip
def test_what_is_told_of_somebodys_words_stands_within(
    text: str, who: str, what: str, act: str
) -> None:
    (inner,) = [one for one in record(text).statements if one.within is not None]
    assert (source(inner), said(inner), inner.act) == (who, [what], act)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The Observatory gave a slightly lower toll of 31 people killed.", "The Observatory",
         "a slightly lower toll of 31 people killed"),
        ("By Monday evening the ministry had raised the toll to 14.", "the ministry",
         "the toll to 14"),
        ("The governor revised the number of dead from four to seven.", "The governor",
         "the number of dead from four to seven"),
        ("The league has documented at least eleven such cases.", "The league",
         "at least eleven such cases"),
        ("Ombudsman counts nine dead", "Ombudsman", "nine dead"),
        ("The ministry had first spoken of two deaths.", "The ministry", "two deaths"),
    ],
)  # fmt: skip
def test_a_figure_is_given(text: str, who: str, what: str) -> None:
    (one,) = record(text).statements
    assert (source(one), said(one)) == (who, [what])


@pytest.mark.parametrize(
    "text",
    [
        "The bank raised its rate to six percent.",
        "The army raised the number of tanks to 40.",
        "The city counts three million people.",
        "The episode recalls a raid in which eleven people died.",
        "A boy of nine was asked what he remembered.",
        "The crowd sang, asking not to be filmed.",
        "The minister stopped short of blaming the neighbours.",
    ],
)
def test_deeds_and_likenesses_are_no_statements(text: str) -> None:
    assert not record(text).statements


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        ("The army was unable to say how many militants had been killed.", "was unable to say",
         "how many militants had been killed", ("decline", "disclaim")),
        ("A group calling itself the Northern Guard has claimed responsibility in a post on X.",
         "has claimed", "responsibility", ("confirm",)),
        ("The army attributed the abduction to the rebels.", "attributed",
         "the abduction to the rebels", ("accuse",)),
        ("A nurse was quoted by the Herald as saying that the ward had been full.", "was quoted",
         "that the ward had been full", ("assert",)),
        ("The mission says it “cannot confirm” who was behind the ambush.", "says",
         "it “cannot confirm” who was behind the ambush", ("disclaim",)),
        ("The Courier has not been able to verify the footage.", "has not been able to verify",
         "the footage", ("disclaim",)),
        ("The claim could not be independently verified.", "could not be independently verified",
         "The claim", ("disclaim",)),
        ("The village chief, who helped to bury them, counts 39.", "counts", "39", ("assert",)),
    ],
)  # fmt: skip
def test_owning_up_and_not_knowing(text: str, cue: str, content: str, act: tuple[str, ...]) -> None:
    (one,) = record(text).statements
    assert one.cue is not None
    assert (one.cue.text, said(one)) == (cue, [content])
    assert one.act in act


def test_the_nearer_subject_is_who_says_it() -> None:
    text = (
        "The border service confirmed that the village had been lost but its spokeswoman, Ana "
        "Cole, later said it was under full control."
    )
    first, second = record(text).statements
    assert source(first) == "The border service"
    assert (source(second) or "").rstrip(",") == "its spokeswoman, Ana Cole"


def test_what_stands_behind_a_semicolon_is_anothers() -> None:
    text = (
        "The minister had left the country, a deputy said; the presidency declined to confirm it."
    )
    first, second = record(text).statements
    assert said(first) == ["The minister had left the country"]
    assert (source(second), second.act, second.within) == ("the presidency", "decline", None)


def test_a_name_with_an_and_in_it_is_one() -> None:
    (one,) = record("Food and Water International has documented at least nine deaths.").statements
    assert source(one) == "Food and Water International"


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("“Who would do such a thing?” asked the headmaster.", "the headmaster",
         ["“Who would do such a thing?”"]),
        ("There was, he said, “no way back” from war.", "he",
         ["There was", "“no way back” from war"]),
        ("Three diplomats, none of whom would be named, said the deal was dead.",
         "Three diplomats, none of whom would be named", ["the deal was dead"]),
        ("The president is to blame for the fire, in the view of the leader of the union.",
         "the leader of the union", ["The president is to blame for the fire"]),
        ("In the words of one commander, a truce is out of the question.", "one commander",
         ["a truce is out of the question"]),
        ("According to the police, on the other hand, they were dressed as soldiers.",
         "the police", ["they were dressed as soldiers"]),
    ],
)  # fmt: skip
def test_who_says_it_and_what(text: str, who: str, what: list[str]) -> None:
    (one,) = record(text).statements
    assert ((source(one) or "").rstrip(","), said(one)) == (who, what)


def test_what_a_source_adds_is_no_part_of_its_name() -> None:
    text = "The men fled, according to the general, who added that two of them had been wounded."
    first, second = record(text).statements
    assert source(first) == "the general"
    assert said(second) == ["that two of them had been wounded"]


def test_who_does_not_intend_to_say_it_again_has_said_it() -> None:
    text = (
        "“Close the strait, and we will open it,” the minister said. “I have said it. I do not "
        "intend to say it a third time.”"
    )
    assert all(one.act != "disclaim" for one in record(text).statements)


def test_the_spokesperson_of_a_headline_is_the_only_one_that_the_opening_names() -> None:
    text = (
        "Coast guard acted lawfully, spokesperson says\n\nHarbour Guard spokesperson Ama Reis said "
        "Wednesday that the boat had left. “The fault lies with them,” the spokesperson said."
    )
    found = record(text)
    known = {actor.id: actor.name for actor in found.actors}
    who = [known[one.source.actor or ""] for one in found.statements if one.source]
    assert who == ["Ama Reis"] * 3
