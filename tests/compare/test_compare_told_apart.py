"""What one sentence tells as two acts, sums that agree, and denials of another matter."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.link.identity import whos
from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def links(text: str, kind: str) -> set[tuple[str, str]]:
    """The links of a kind, each item by its trigger or by the last two words of what is said."""
    read = record(text)
    names = {e.id: e.trigger.text for e in read.events}
    for one in read.statements:
        names[one.id] = " ".join(" ".join(c.text for c in one.content).split()[-2:])
    return {(names[x.from_], names[x.to]) for x in within(read) if x.kind == kind}


@pytest.mark.parametrize(
    "text",
    [
        "The army launched a missile strike on the depot in response to the attack on Friday that "
        "killed nine soldiers, a spokesman said.",
        "At least 35 people died in airstrikes and mortar attacks by the Ordavian army on the town "
        "of Sel on Monday, medics said.",
        "Police tied the man to the attack on a theatre and the Verl assault.",
        "Monday's attack comes as government troops are on the offensive in the north.",
    ],
)
def test_two_acts_of_one_sentence_are_two(text: str) -> None:
    assert links(text, "same_event") == set()


def test_bombings_called_by_two_places_are_two() -> None:
    told = (
        "A bomb went off in Rubina Park on Friday, killing four. Fragments found at the park "
        "bombing match those found at the church bombing in Verl, the police said. "
    )
    assert ("church bombing", "went off") not in links(told, "same_event")
    one = "A bomb went off in Rubina Park on Friday, killing four. The park bombing shocked Verl."
    assert links(one, "same_event") == {("park bombing", "went off")}


def test_parts_that_make_the_whole_contradict_nothing() -> None:
    told = "Air raids killed 18 civilians in Verl on Saturday, a monitor said. {} in the harbour, \
the Sel hospital said."
    parts = "Eleven civilians were killed in the old town in air raids on Verl and seven others"
    assert links(told.format(parts), "contradicts") == set()


def test_a_denial_is_of_the_town_that_it_names() -> None:
    text = (
        "The UN said that Ordavian forces had used chemical weapons in 2014. In 2013, shells with "
        "sarin killed hundreds in Verl. Western states blamed the Ordavian government for the Verl "
        "attack. Ordavia denied that its forces were behind the Verl attack."
    )
    found = {to for _, to in links(text, "denies")}
    assert "used chemical weapons" not in found
    assert found


@pytest.mark.parametrize(
    "text",
    [
        "Shelling by the army killed 32 civilians in a rebel-held district of Sel, a monitor said. "
        "“There are only civilians here, there are no rebels,” a man shouted.",
        "The company will pay 30,000 shares for the mine, a regulator said. The company said that "
        "it had no plans for the shares.",
    ],
)
def test_what_is_only_of_the_same_people_is_no_denial(text: str) -> None:
    assert links(text, "denies") == set()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ships may no longer go to Iraq. Secretary of State Dean Holm spoke of a siege.", None),
        ("In Washington, U.S. Secretary of State Dean Holm spoke of a siege.", "USA"),
    ],
)
def test_the_end_of_the_sentence_before_gives_nobody_a_state(text: str, side: str | None) -> None:
    read = record(text)
    holm = next(a for a in read.actors if "Holm" in a.name)
    assert whos(read)[holm.id].side == side
