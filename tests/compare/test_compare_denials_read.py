"""Denials in texts as the program reads them: which claim each denies, and which none."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def opening(said: Statement) -> str:
    """The first three words of what is said."""
    return " ".join(" ".join(part.text for part in said.content).split()[:3])


def denied(text: str) -> list[tuple[str, str]]:
    """The first words of each denial with those of the statement that it denies."""
    read = record(text)
    said = {
        s.id: " ".join(" ".join(c.text for c in s.content).split()[:3]) for s in read.statements
    }
    return [
        (said[one.from_], said[one.to])
        for one in within(read)
        if one.kind == "denies" and one.to in said
    ]


GOES_ON = [
    (
        "Kinshasa accused Uganda on Tuesday of smuggling gold through Bunia. Uganda dismissed the "
        'charge as "the invention of tired men". "We have no traders in Bunia," said government '
        "spokesman Moses Okello.",
        '"We have no',
    ),
    (
        "The Gulf News Wire reported that Cairo had been told of the raid in advance. Egypt denied "
        'the report. "We were not told and we were not asked," foreign ministry spokesman Sami '
        "Adel said.",
        '"We were not',
    ),
    (
        "Washington had not been consulted about the strike, a State Department official said, "
        "contradicting a report on Israel's Channel 9 that it had approved the target.",
        "Washington had not",
    ),
]


@pytest.mark.parametrize(("text", "begins"), GOES_ON)
def test_what_a_denial_goes_on_to_say_denies_the_same(text: str, begins: str) -> None:
    links = denied(text)
    targets = {target for _, target in links}
    assert begins in [source for source, _ in links]
    assert len(targets) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Standard reported that the minister had taken bribes from a builder. The "
        "minister, Paul Otieno, rejected the allegation. He said he would not resign.",
        "The paper said the mayor had sold the land. The mayor, Ruth Ade, denied the report. She "
        "said she did not know who would buy the harbour.",
        "The paper said the mayor had sold the land. The mayor, Ruth Ade, denied the report. The "
        'bishop, Leo Strand, had another worry. "We have no priests," he said.',
    ],
)
def test_what_is_said_beside_a_denial_and_denies_nothing(text: str) -> None:
    assert len(denied(text)) == 1


def test_who_is_accused_of_plotting_may_deny_it() -> None:
    text = (
        "Sweden's security service on Monday accused Iranian agents of plotting to burn down a "
        "synagogue in Malmo. The Iranian embassy in Stockholm rejected the accusation."
    )
    assert denied(text) == [("the accusation", "Iranian agents of")]


def test_a_charge_told_of_a_capital_is_denied_by_its_embassy() -> None:
    text = (
        'Colombia condemned what it called "an invasion planned in Caracas". The {} embassy in '
        "Bogota dismissed the charge as absurd."
    )
    assert [to for _, to in denied(text.format("Venezuelan"))] == ["what it called"]
    assert denied(text.format("Spanish")) == []


def test_a_charge_that_is_repeated_is_denied_with_the_first() -> None:
    text = (
        "Islamabad has long accused Kabul of sheltering gunmen. Interior Minister Rashid Malik "
        "repeated the accusation on Friday. Kabul called the allegation baseless."
    )
    assert sorted(to for _, to in denied(text)) == ["Kabul of sheltering", "the accusation"]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Prosecutors say the two men were paid in cash to burn the warehouse. The suspects "
            "deny everything, said their lawyer, Emil Pavel.",
            [("everything", "the two men")],
        ),
        (
            'The ministry said the families had returned to their homes.\n\n"They have not," said '
            'Maria Lopez, who runs the school. "Nobody has come back."',
            [('"They have not,"', "the families had")],
        ),
        (
            "Chad, which Khartoum has repeatedly accused of letting weapons through, said that not "
            "a single truck had crossed its border.",
            [("that not a", "which of letting")],
        ),
        (
            "The mayor is accused of having paid a gang to break up the march. He says he has "
            "never met any of its members.",
            [("he has never", "The mayor of")],
        ),
        (
            "A UN panel reported in June that Rwandan troops had crossed the border. Kigali has "
            "repeatedly denied sending soldiers into Congo.",
            [("sending soldiers into", "that Rwandan troops")],
        ),
        (
            "Ethiopia's army has been accused by Tigrayan officials of blocking food convoys. "
            '"We have not stopped a single truck," said Colonel Getnet Adane, the army spokesman.',
            [('"We have not', "blocking food convoys")],
        ),
        (
            "Burundi's army killed 22 villagers in Kabezi, survivors said. The army's spokesman, "
            "Gaspard Baratuza, said soldiers had been nowhere near Kabezi.",
            [("soldiers had been", "Burundi's army killed")],
        ),
        (
            "The minister accused Burundi's army of stealing cattle in Kabezi. A farmer in "
            "Ngozi, Jean Bizimana, said soldiers had been nowhere near Kabezi.",
            [],
        ),
        (
            "A Syrian diplomat complained that his country had asked for a visit of inspectors and "
            "had been turned away. No such request had been received, a UN official said.",
            [("No such request", "that his country")],
        ),
        (
            "A Syrian diplomat complained that his country had been insulted. No such request had "
            "been received, a UN official said.",
            [],
        ),
        (
            'Minister Ruth Achieng described the strikers as "bandits". She later wrote on X that '
            "she had been misquoted.",
            [("that she had", "the strikers as")],
        ),
    ],
)
def test_short_answers_and_near_misses(text: str, links: list[tuple[str, str]]) -> None:
    assert denied(text) == links


@pytest.mark.parametrize(
    ("noun", "links"), [("the allegation", 1), ("allegations against his friends", 0)]
)
def test_the_allegation_is_what_was_said_right_before(noun: str, links: int) -> None:
    text = (
        "A former aide says the president kept $4 million in a suitcase. The president's lawyer, "
        f"Omar Diop, described {noun} as grotesque."
    )
    assert [s.act for s in record(text).statements] == ["assert", "deny"]
    assert len(denied(text)) == links


def test_what_is_grotesque_and_no_claim_is_not_denied() -> None:
    read = record("The minister described the old palace as grotesque.")
    assert [s.act for s in read.statements] == ["assert"]


def test_a_remark_is_the_one_before_and_not_what_the_sentence_goes_on_to_say() -> None:
    text = (
        "The opposition lawmaker Doru Lup said the police had shown no proof. His party disowned "
        'the remark; its leader, Carmen Ruiz, called the evidence "overwhelming".'
    )
    assert [to for _, to in denied(text)] == ["the police had"]


def test_reports_to_the_contrary_are_none_that_was_told() -> None:
    text = (
        "A nurse said that the staff had been told to keep silent. The army said it held the town "
        "and called reports to the contrary enemy propaganda."
    )
    assert denied(text) == []


@pytest.mark.parametrize(
    ("text", "whose", "told"),
    [
        (
            "Turkey denied a report by the German weekly Der Blick that it had bought drones.",
            "the German weekly Der Blick",
            "that it had bought drones",
        ),
        (
            'Reports that the president had fled were "groundless," spokesman Anton Mba told the '
            "press on Sunday.",
            None,
            "that the president had fled",
        ),
        (
            "Claims that soldiers had fired on the crowd were false, the defence ministry said.",
            None,
            "that soldiers had fired on the crowd",
        ),
        (
            "The minister denied that prisoners had been beaten, as Amnesty International claimed "
            "last week.",
            "Amnesty International",
            "that prisoners had been beaten",
        ),
    ],
)
def test_a_claim_is_told_within_its_denial(text: str, whose: str | None, told: str) -> None:
    read = record(text)
    outer = next(s for s in read.statements if s.within is None)
    inner = next(s for s in read.statements if s.within == outer.id)
    assert outer.act == "deny"
    assert (inner.source.span.text if inner.source else None) == whose
    assert [part.text for part in inner.content] == [told]
    assert (outer.id, inner.id) in {
        (one.from_, one.to) for one in within(read) if one.kind == "denies"
    }


def test_how_something_did_not_end_is_no_claim_of_anybody() -> None:
    read = record("The minister denied that the war had ended as the army planned.")
    assert [s.within for s in read.statements] == [None]
