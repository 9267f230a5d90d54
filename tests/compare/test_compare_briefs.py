"""What a headline tells in brief of what somebody said, and the report below it in full."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.compare.accounts.facts import view
from onrecord.compare.accounts.figures import figures
from onrecord.model.network import WEIGHTS
from onrecord.records import Report, ReportRecord, Statement

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def opening(said: Statement) -> str:
    """The first three words of what is said."""
    return " ".join(" ".join(part.text for part in said.content).split()[:3])


def headed(title: str, body: str) -> ReportRecord:
    """The record of a report with a headline."""
    from onrecord.extract import read_record
    from onrecord.model import analyse
    from onrecord.read.frontmatter import front

    text = f"{title}\n\n{body}"
    head = title.splitlines()[0]
    begins = (len(head), front(text, title=head).body)
    analysis = analyse([text], breaks=[begins], threads=1)[0]
    day = "2030-05-06"
    report = Report("r", text, "0" * 64, title=head, published=day, published_basis="told")
    return read_record(report, analysis)


def told_again(title: str, body: str) -> list[tuple[str, str]]:
    """The first words of each statement below with those of the headline that it tells in full."""
    read = headed(title, body)
    said = {
        s.id: " ".join(" ".join(c.text for c in s.content).split()[:3]) for s in read.statements
    }
    return [(said[x.from_], said[x.to]) for x in within(read) if x.kind == "restates"]


@pytest.mark.parametrize(
    ("title", "body", "links"),
    [
        (
            "Iran vows revenge after general is killed in Damascus",
            "TEHRAN, May 5 (Agency) - Iran said on Sunday that Israel would pay for the killing of "
            'one of its generals "at a time and place of our choosing".',
            [("that Israel would", "revenge")],
        ),
        (
            "Iran vows revenge after general is killed in Damascus",
            "TEHRAN, May 5 (Agency) - Hezbollah said on Sunday that Israel would pay for the "
            "killing of the general.",
            [],
        ),
        (
            "Moscow vows to hit back as Latvia expels diplomats",
            "RIGA, May 5 (Agency) - Latvia on Sunday expelled four Russian diplomats. The move was "
            '"hostile," Foreign Ministry spokeswoman Irina Belova said, adding that an answer '
            '"will not be long in coming."',
            [("that an answer", "to hit back")],
        ),
        (
            "Rebels shell hospital in Bentiu, army says; SPLA-N denies role",
            "JUBA, May 5 (Agency) - The army said on Sunday that six patients had died.\n\nThe "
            "SPLA-N said it had nothing to do with the shelling.",
            [("it had nothing", "role")],
        ),
        (
            "Police boss denies shoot order as toll rises",
            "Nine people have died in Lagos, lawyers said yesterday.\n\nInspector General Musa "
            "Bello told reporters that no officer had been ordered to shoot anyone.",
            [("that no officer", "shoot order")],
        ),
        (
            "Police boss denies shoot order as toll rises",
            "Nine people have died in Lagos, lawyers said yesterday.\n\nInspector General Musa "
            "Bello denied that he owned a villa.",
            [],
        ),
        (
            "Chad blames neighbour for raid in which it lost 30 men",
            "N'DJAMENA, May 5 (Agency) - Chad's military rulers on Sunday accused Sudan of having "
            "armed the horsemen who fell upon a garrison near Adre.",
            [("Sudan of having", "neighbour for raid")],
        ),
        (
            "Ethiopia denies massacre in Amhara",
            "ADDIS ABABA, May 5 (Agency) - Ethiopia denied on Sunday that it had cut the water of "
            "the Nile.",
            [],
        ),
        (
            "Serbia threatens to close border over vote",
            "PRISTINA, May 5 (Agency) - Albania threatened to recall its envoy.",
            [],
        ),
        (
            "N. Korea claims success in rocket test; Seoul says it blew up in flight",
            "SEOUL, May 5 (Agency) - North Korea said Sunday it had successfully tested a new "
            "rocket, while South Korea's military said the weapon exploded after liftoff.",
            [("it had successfully", "success in rocket"), ("the weapon exploded", "it blew up")],
        ),
        (
            "Drone strike killed 25 at funeral, rights group finds\n\nArmy dismisses report as "
            "fiction\n\nJane Doe in Nairobi",
            "A drone strike on a village killed 25 people, the Horn Rights Centre said on Sunday. "
            'The army rejected the findings as "a fiction".',
            [("A drone strike", "Drone strike killed"), ("the findings as", "report")],
        ),
    ],
)
def test_the_headline_and_the_act_below_it(
    title: str, body: str, links: list[tuple[str, str]]
) -> None:
    assert sorted(told_again(title, body)) == links


def test_hours_are_no_people() -> None:
    read = headed(
        "Guards watched for five hours as inmates were killed in Tulcan, Commission says",
        "QUITO, May 5 (Agency) - At least 31 inmates were killed in Tulcan prison while guards "
        "stood outside for five hours, the Commission for Prisoners' Rights said on Sunday.",
    )
    counted = [[f.low for f in figures(said)] for said in view(read).ordered]
    assert counted == [[], [31]]
    assert [link.kind for link in within(read) if link.kind == "restates"] == ["restates"]
