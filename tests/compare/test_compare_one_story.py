"""Reports of several happenings: a number or "the raid" of the one is none of the other."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def links(text: str, kind: str) -> set[tuple[str, str]]:
    """The links of a kind, each item by its trigger or by the last three words of what is said."""
    read = record(text)
    names = {e.id: e.trigger.text for e in read.events}
    for one in read.statements:
        names[one.id] = " ".join(" ".join(c.text for c in one.content).split()[-3:])
    return {(names[x.from_], names[x.to]) for x in within(read) if x.kind == kind}


ROUND_UP = """Three attacks kill at least 44 across the region

Suspected rebels staged three attacks in a day, killing at least 44 people, officials said.

In the deadliest, a car bomb went off at a market in Kano. A doctor put the number of dead at 27. \
Police said 25 were killed.

Further north, gunmen stormed a post at Maradi. The army said that 12 soldiers died. \
The group said that it had killed 19 soldiers.
"""


def test_the_dead_of_one_attack_are_set_against_those_of_the_same() -> None:
    assert links(ROUND_UP, "contradicts") == {
        ("25 were killed", "dead at 27"),
        ("killed 19 soldiers", "12 soldiers died"),
    }


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Two officers said that nine people were killed in the raid on Kano. "
            "The mayor put the number of dead at 14.",
            1,
        ),
        ("Varda puts its dead at 31, including nine policemen. Sela has acknowledged 12 dead.", 0),
    ],
)
def test_a_sides_own_dead_are_none_of_the_others(text: str, count: int) -> None:
    assert len(links(text, "contradicts")) == count


def test_a_sum_of_the_year_is_no_telling_of_one_raid() -> None:
    raid = "Ten people were killed in a market in Kano on Monday. "
    year = "At least 40 people have been killed in fighting across the province this year."
    assert not links(raid + year, "same_event")


@pytest.mark.parametrize(
    ("doer", "same"),
    [("The Islamic State West Africa Province", False), ("The Nigerian air force", True)],
)
def test_a_band_that_claims_a_raid_has_flown_none(doer: str, same: bool) -> None:
    text = (
        "The defence ministry said that dozens of assailants were killed in an air strike near "
        f"Bosso. {doer} claimed the raid in a message."
    )
    assert (("raid", "air strike") in links(text, "same_event")) is same


def test_the_deed_that_is_denied_is_the_one_laid_at_their_door() -> None:
    text = (
        "At least 40 civilians were killed in Djalo on Tuesday by suspected Simba militiamen. "
        "Most of the victims were burned inside their homes. The Simba militia has denied any "
        "involvement."
    )
    assert ("denied any involvement".split()[0], "burned") not in links(text, "denies")
    assert {to for _, to in links(text, "denies")} == {"killed"}


@pytest.mark.parametrize(
    ("answer", "denies"),
    [("So I never spoke to him again", False), ("I never approved it", True)],
)
def test_how_somebody_goes_on_is_no_denial(answer: str, denies: bool) -> None:
    text = (
        "An official said the president had approved the plan after his calls went unanswered. "
        "In June, the president told reporters that the general had not picked up the phone. "
        f"“{answer},” he said."
    )
    assert bool(links(text, "denies")) is denies


def test_each_entry_of_a_live_page_has_its_own_attack() -> None:
    text = """Kano live: army repels assault on Maiduguri

12:40 — Kano
A bomb killed three people in Kano at noon, the mayor said.

11:20 — Zinder
Residents of Zinder fled after the attack, aid workers said.
"""
    assert ("attack", "assault") not in links(text, "same_event")
    assert ("attack", "bomb") not in links(text, "same_event")


def test_what_is_out_of_it_has_none() -> None:
    text = (
        "11:48 Doctors: hospital out of oxygen\n\nMedics at the hospital say that they have no "
        "oxygen left at the hospital.\n"
    )
    assert links(text, "contradicts") == set()
