"""Where one act of a speaker ends and the next begins; what is held out to others."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
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
        ("The colonel said he would answer no questions, and then left the room.",
         "he would answer no questions"),
        ("The junta rejected the findings as “lies”; it did not say who had died.",
         "the findings as “lies”"),
    ],
)  # fmt: skip
def test_what_a_speaker_did_next_is_not_said(text: str, what: str) -> None:
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
