"""What of one report belongs together and what does not: two stories, two events, two who blame
each other, a report that is called false."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def links(text: str, kind: str) -> list[tuple[str, str]]:
    """The ends of a report's links of a kind, by their statements' or events' first words."""
    found = record(text)
    words = {e.id: e.trigger.text for e in found.events}
    words |= {s.id: s.content[0].text if s.content else "" for s in found.statements}
    return [(words[one.from_], words[one.to]) for one in within(found) if one.kind == kind]


PARTED = (
    "Police say robbers have killed two more jewellers, only weeks after a mine Monday killed a "
    "nurse in Kidal. Since the Monday killing, the clinic in Kidal has been shut."
)


def test_a_lapse_of_time_sets_two_events_apart() -> None:
    found = record(PARTED)
    first, second = (e.id for e in found.events if e.trigger.text == "killed")
    noun = next(e.id for e in found.events if e.trigger.text == "killing")
    same = {(one.from_, one.to) for one in within(found) if one.kind == "same_event"}
    assert (second, first) not in same
    assert (noun, first) not in same
    assert (noun, second) in same


def test_the_attack_after_a_lapse_is_still_the_one_told_of() -> None:
    text = (
        "Gunmen attacked a post in Lun on Monday, hours after the army said it had left the town. "
        "The attack killed nine."
    )
    assert links(text, "same_event") == [("attack", "attacked")]


def test_two_stories_are_not_set_against_each_other_by_a_number() -> None:
    text = (
        "The ministry in Chad says fever killed 3,000 children last year. The mayor of Lima says "
        "the bodies of four dead miners were found."
    )
    assert links(text, "contradicts") == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said nine people were killed in the raid on Lun. The rebels put the number "
        "of dead at 22.",
        "The hospital said it had received 12 bodies after the raid on Lun. The ministry said nine "
        "people were killed in Lun.",
    ],
)
def test_two_numbers_of_one_story_are(text: str) -> None:
    assert len(links(text, "contradicts")) == 1


def test_many_fewer_is_no_number() -> None:
    text = (
        "The navy says smugglers rammed a ferry off Lobito at dawn, but caused no injuries. The "
        "engineer leading the search off Lobito says divers are finding many fewer corpses."
    )
    assert links(text, "contradicts") == []


def test_who_blame_each_other_for_one_thing_contradict_each_other() -> None:
    text = (
        "The army blamed the rebels for the fire in the port. The rebels said the army was "
        "responsible for the fire."
    )
    assert links(text, "contradicts") == [
        ("the army was responsible for the fire", "the rebels for the fire in the port")
    ]


def test_who_blame_each_other_for_two_things_do_not() -> None:
    text = (
        "The army blamed the rebels for the fire in the port. The rebels blamed the army for the "
        "drought."
    )
    assert links(text, "contradicts") == []


REPORT = (
    "The club is denying a report that says the goalkeeper has been sold. Its lawyer Omar Haddad "
    "says the announcement of a sale published Monday by Reuters was \"wholly\" false. The Reuters "
    "report quoted an unnamed agent as saying the sale of the goalkeeper was agreed in March."
)  # fmt: skip


def test_a_denial_denies_what_the_report_says_and_what_the_paper_tells() -> None:
    found = links(REPORT, "denies")
    assert ("a report that says the goalkeeper has been sold", "the goalkeeper has been sold") in (
        found
    )
    assert any(
        denial.startswith("the announcement of a sale") and claim.startswith("an unnamed agent")
        for denial, claim in found
    )


def test_another_report_of_the_paper_is_not_called_false() -> None:
    text = (
        "The envoy said the story in the daily El Sol was untrue. El Sol said Monday the bridge "
        "had fallen."
    )
    assert links(text, "denies") == []


def test_who_knows_nothing_of_it_may_stand_before_who_tells_it() -> None:
    text = (
        "Police in Peru said they had no information on a planned attack on a dam near Arequipa. "
        "Chile's interior ministry said Sunday an attack on the dam had been planned."
    )
    assert len(links(text, "undercuts")) == 1
