"""Where one act of a speaker ends and the next begins; what is held out to others."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The rights office said it was examining the raid and urged survivors to get in touch.",
         ("assert", "it was examining the raid"), ("demand", "survivors to get in touch")),
        ("The army said it was reviewing the footage and asked residents to stay indoors.",
         ("assert", "it was reviewing the footage"), ("demand", "residents to stay indoors")),
        ("A driver said he had heard shots near the barracks, but did not know who had fired them.",
         ("assert", "he had heard shots near the barracks"),
         ("disclaim", "who had fired them")),
        ("A fisherman said he had seen two boats, but could not say where they came from.",
         ("assert", "he had seen two boats"), ("decline", "where they came from")),
        ("The mayor claimed that the rounds had come from an army post at Besk and invited the UN "
         "to measure the craters.",
         ("assert", "that the rounds had come from an army post at Besk"),
         ("demand", "the UN to measure the craters")),
        ("The envoy, Musa Keita, deplored the killings and called on the rebels to disarm.",
         ("condemn", "the killings"), ("demand", "the rebels to disarm")),
    ],
)  # fmt: skip
def test_a_second_act_is_a_statement_of_its_own(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    found = [(one.act, *said(one)) for one in record(text).statements]
    assert found == [first, second]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The mayor, Pavel Doru, said he had no idea who had signed the order, then hung up.",
         "he had no idea who had signed the order"),
        ("The ministry said the drone was shot down over the sea but did not specify where.",
         "the drone was shot down over the sea"),
        ("The colonel said he would answer no questions, and then left the room.",
         "he would answer no questions"),
        ("The rebels threatened to strike any place from which foreign troops, who fight alongside "
         "the army, were operating.",
         "to strike any place from which foreign troops, who fight alongside the army, were "
         "operating"),
        ("The governor admitted that he had been misled and declared three days of mourning.",
         "that he had been misled"),
        ("He told the radio that it was something they would look into.",
         "that it was something they would look into"),
        ("The fleet claimed that the voyage was routine and had nothing to do with the sinking.",
         "that the voyage was routine and had nothing to do with the sinking"),
        ("The junta rejected the findings as “lies”; it did not say who had died.",
         "the findings as “lies”"),
    ],
)  # fmt: skip
def test_what_a_speaker_did_next_is_not_said(text: str, what: str) -> None:
    assert all(one.condition is None for one in record(text).statements)
    assert said(record(text).statements[0]) == [what]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"If the siege is not lifted by 3 June, our rockets will fall on their cities," the rebel '
         "statement said.", "threaten"),
        ("In June, the foreign ministry vowed to send warships through the strait unless the "
         "drills were called off.", "threaten"),
        ("If such articles go on appearing, the minister told editors in Lomé, there will be no "
         "more licences for their papers.", "threaten"),
        ("The government promised that the killers would be brought to justice.", "pledge"),
        ("“The government knew this in May,” she said, “and chose to lie.”", "accuse"),
        ("Police chief Anton Weiss told a press conference in Lagos that no policeman had been "
         "ordered to fire at anybody.", "deny"),
        ('Turkey warns Syria of "crushing" response if shells fall again', "threaten"),
    ],
)  # fmt: skip
def test_what_is_held_out_and_what_is_disowned(text: str, act: str) -> None:
    assert [one.act for one in record(text).statements] == [act]


def test_a_channel_is_of_its_own_clause() -> None:
    found = record(
        "Two teachers who had spoken about it on the radio were arrested, their lawyer said; the "
        "prosecutor's office said it knew of no arrests."
    ).statements
    assert [one.channel for one in found][-1] is None


def source(one: Statement) -> str | None:
    return one.source.span.text if one.source else None


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Iran, which Washington has long accused of smuggling weapons to the militia, denied the "
         "charge.", ("Iran", "deny"), ("Washington", "accuse")),
        ("The rebels, whom the army blames for the raid, denied any role in it.",
         ("The rebels", "deny"), ("the army", "accuse")),
        ("A diplomat who urged restraint acknowledged that the talks had failed.",
         ("A diplomat", "confirm"), ("who", "demand")),
    ],
)  # fmt: skip
def test_whom_a_relative_clause_is_about_says_what_follows_it(
    text: str, outer: tuple[str, str], inner: tuple[str, str]
) -> None:
    found = {(source(one), one.act) for one in record(text).statements}
    assert found == {outer, inner}


@pytest.mark.parametrize(
    ("text", "cue", "what", "act"),
    [
        ("The minister, when asked whether troops had been sent, answered that he had “nothing to "
         "add”.", "answered", ["that he had “nothing to add”"], None),
        ("Opposition senator Lim Bora, who also attended the briefing, disagreed.", "disagreed",
         [], "deny"),
        ("Whether the minister had been warned beforehand he would not say.", "would not say",
         ["Whether the minister had been warned beforehand"], "decline"),
        ("He would not say which country had sold the guns.", "would not say",
         ["which country had sold the guns"], "decline"),
        ("Army chief denies shooting order as Lagos toll climbs", "denies", ["shooting order"],
         "deny"),
        ("Japan said at the time the missile had carried no warhead.", "said",
         ["the missile had carried no warhead"], None),
        ("The hospital committee gave the number of killed as 12 and of wounded as 31, some of "
         "them children.", "gave",
         ["the number of killed as 12 and of wounded as 31, some of them children"], "assert"),
    ],
)  # fmt: skip
def test_what_is_said_and_what_stands_beside_it(
    text: str, cue: str, what: list[str], act: str | None
) -> None:
    (one,) = record(text).statements
    assert one.cue is not None
    assert (one.cue.text, said(one)) == (cue, what)
    assert act in (None, one.act)


def test_a_paper_stands_by_what_it_wrote() -> None:
    found = record(
        "The ministry called the story “a fabrication”, but the magazine stands by it."
    ).statements
    assert [(source(one), one.act) for one in found] == [
        ("The ministry", "deny"), ("the magazine", "assert"),
    ]  # fmt: skip


def test_a_time_at_which_the_source_saw_it_is_not_when_it_was_told() -> None:
    (one,) = record(
        "A nurse who was on duty that night told the Daily Star that men had been turned away."
    ).statements
    assert one.said is None


def test_those_who_are_warned_are_no_channel() -> None:
    (one,) = record("The governor warned parents that any disorder would be punished.").statements
    assert one.channel is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ordavia begins boarding ships in Strait of Ezzerin; Kalmeria threatens force", "force"),
        ("Latria closes its border; Ordavia demands an apology", "an apology"),
    ],
)
def test_a_clause_before_a_semicolon_is_not_what_the_next_one_says(text: str, content: str) -> None:
    (one,) = record(text).statements
    assert said(one) == [content]
