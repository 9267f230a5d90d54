"""What is made of a claim: denied beside it, called false or bad, told within who dismisses it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def denial(text: str) -> Statement:
    (found,) = [one for one in record(text).statements if one.act == "deny"]
    assert found.polarity == "negative"
    return found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The radio said that the convoy had carried rockets, a claim denied by the army.",
         "the army", ["a claim"]),
        ("Verania said on Monday that the balloons carried poison, an allegation rejected as "
         "absurd by the neighbouring state.", "the neighbouring state",
         ["an allegation", "as absurd"]),
        ("Norway has accused Russia of cutting the cable, which Moscow denies\n"
         "• The navy is to send two more ships to the north", "Moscow", ["which"]),
        ("The minister said that Peru had armed the gang, a charge Lima called ridiculous.",
         "Lima", ["a charge", "ridiculous"]),
        ("The council said that soldiers had shelled a camp, which the defence ministry called "
         "“a lie from start to finish”.", "the defence ministry",
         ["which", "“a lie from start to finish”"]),
        ("Prosecutors allege that the mayor took bribes, something his lawyers vehemently dispute.",
         "his lawyers", ["something"]),
        ("The company says that the spill was contained. Fishermen say otherwise.",
         "Fishermen", ["otherwise"]),
        ("Lima calls claim “absurd”", "Lima", ["claim “absurd”"]),
        ("That version was rejected by the federation of miners.",
         "the federation of miners", ["That version"]),
    ],
)  # fmt: skip
def test_who_is_set_beside_a_claim_answers_it(text: str, source: str, content: list[str]) -> None:
    one = denial(text)
    assert one.source is not None
    assert one.source.span.text == source
    assert said(one) == content


def test_a_name_given_by_whoever_calls_a_thing_so_is_no_judgement() -> None:
    text = "The lake, which locals call the Mirror, has dried up."
    assert not any("which" in said(one) for one in record(text).statements)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ministry called the accusation “a provocation”.", "deny"),
        ("The ministry called the report a provocation.", "deny"),
        ("The ministry called the report of a massacre at the mine a provocation.", "deny"),
        ("The general called the report one-sided.", "deny"),
        ("New Delhi called the allegation baseless.", "deny"),
        ("Army calls report of massacre “a fairy tale”", "deny"),
        ("“Lies, all lies,” the envoy said of the report.", "deny"),
        ("The minister said the accusation was a provocation.", "deny"),
        ("The ministry called the report a wake-up call.", "assert"),
        ("The ministry called the allegations of torture serious.", "assert"),
        ("The president called the findings alarming.", "assert"),
        ("The ministry called the shelling “a provocation”.", "condemn"),
        ("The president called the strikers bandits.", "condemn"),
    ],
)
def test_who_calls_a_claim_bad_or_untrue_denies_it(text: str, act: str) -> None:
    assert [one.act for one in record(text).statements] == [act]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Lima dismissed Quito’s allegation that the firing was meant to cover an escape.",
         "Quito", "allegation", "that the firing was meant to cover an escape"),
        ("The chief of staff rejected suggestions that the patrol had been sent out as bait.",
         None, "suggestions", "that the patrol had been sent out as bait"),
        ("The claim by the foreign ministry that the gunmen were heroes is absurd, he said.",
         "the foreign ministry", "claim", "that the gunmen were heroes"),
        ("The army admitted the mistake, contradicting a report on Channel 9 that it had "
         "approved the raid.", "Channel 9", "report", "that it had approved the raid"),
        ("The minister dismissed media reports that the president had left the country.",
         "media", "reports", "that the president had left the country"),
        ("The union said that the ministry’s promise that wages would be paid in May was void.",
         "the ministry", "promise", "that wages would be paid in May"),
    ],
)  # fmt: skip
def test_a_claim_told_by_a_noun_is_a_statement_within(
    text: str, source: str | None, cue: str, content: str
) -> None:
    (inner,) = [one for one in record(text).statements if one.within is not None]
    assert (inner.source.span.text if inner.source else None) == source
    assert inner.cue is not None
    assert (inner.cue.text, said(inner)) == (cue, [content])


@pytest.mark.parametrize(
    "text",
    [
        "The minister repeated his claim that the vote had been rigged.",
        "The ministry said it had received no reports that anyone had been hurt.",
        "Residents rejected the claim that the building had any military use.",
        "The army issued a warning that the road was mined.",
    ],
)
def test_ones_own_claim_or_none_is_nothing_within(text: str) -> None:
    assert all(one.within is None for one in record(text).statements)


def test_a_participle_that_answers_has_a_statement_of_its_own() -> None:
    text = (
        "The town had been given a day’s warning, an official said, contradicting a report in the "
        "Herald that it had been taken by surprise."
    )
    first, second, third = record(text).statements
    assert (first.act, second.act, third.within) == ("assert", "deny", second.id)
    assert said(first) == ["The town had been given a day’s warning"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The governor said the raid was “an act of cowardice”.", "condemn"),
        ("“Let the inspectors in,” the EU's foreign policy chief said.", "demand"),
        ("“Let us look at the facts,” the EU's foreign policy chief said.", "assert"),
        ("“It was us,” a commander of the front told the radio.", "confirm"),
        ("“It was not us,” a commander of the front told the radio.", "assert deny"),
        ("A police spokesman said it was too early to say who was behind the attack.", "disclaim"),
        ("The foreign ministry of Peru said it reserved the right to respond.", "threaten"),
        ("The foreign ministry of Peru said it reserved the right to appeal.", "assert"),
    ],
)
def test_what_short_phrases_do(text: str, act: str) -> None:
    (one,) = record(text).statements
    assert one.act in act.split()
