"""Denials that stand first, words of force for no deed of force, and who is not the doer."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("At no time did the police torture the prisoners, Ada Cole said.", "torture", "denied"),
        ('"At no time did our men fire on the crowd," Ada Cole said.', "fire on", "denied"),
        ("In no case did the soldiers shoot at farmers, Ada Cole said.", "shoot at", "denied"),
        ("Under no circumstances did police beat the boys, he said.", "beat", "denied"),
        ("Nor did the troops attack the village, Ada Cole said.", "attack", "denied"),
        ("At no time did the guards kick or beat the boys, Ada Cole said.", "beat", "denied"),
        ("Never before have the police fired on farmers, she said.", "fired on", "alleged"),
        ("Not only did the guards beat the boys, they robbed them, she said.", "beat", "alleged"),
        ("At one time the police did torture the prisoners, she said.", "torture", "alleged"),
    ],
)
def test_a_denial_that_stands_first_denies(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_what_the_report_itself_denies_so_is_no_event() -> None:
    assert not record("Not once did the rebels shell the town.").events


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Monday's unrest was a dispute over pay, not a coup, Ben Lund said.", "coup", "denied"),
        ("It was a protest, not a coup, Ben Lund said.", "protest", "alleged"),
        ("Ben Lund said it was not a coup.", "coup", "denied"),
        ("Ben Lund said that there was not only a raid but a massacre.", "raid", "alleged"),
    ],
)
def test_what_it_is_not_is_denied(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The bloc threatened sanctions on anyone who seizes power.", "seizes power"),
        ("Those who continue to call for a strike will be tried, Ada Cole said.", "call for"),
        ("Norway will punish whoever attacks its ships, Ada Cole said.", "attacks"),
    ],
)
def test_what_whoever_does_it_does_is_no_deed(text: str, trigger: str) -> None:
    assert event(text, trigger).status == "hypothetical"


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it had nothing to do with the attack and was ready to help.",
        "The rebels said they were not behind the attack on the market.",
        "Norway said it had played no part in the attack.",
    ],
)
def test_who_had_no_part_in_it_denies_no_more(text: str) -> None:
    one = event(text, "attack")
    assert (one.status, one.on_word_of, one.actor) == ("happened", REPORTER, ())


def test_of_an_attack_that_nobody_is_known_to_have_made_all_is_denied() -> None:
    assert event("Norway said it had nothing to do with any attack.", "attack").status == "denied"


@pytest.mark.parametrize(
    "text",
    [
        '"This vote is a robbery," Ada Cole said.',
        '"What they did is theft," Ada Cole said.',
        "Ada Cole accused the king of trying to behead the opposition.",
        "After the election Ada Cole, who says she beat him, met President Ben Lund.",
    ],
)
def test_words_of_force_for_no_deed_of_force(text: str) -> None:
    assert not [e for e in record(text).events if e.type in ("ASSAULT", "COERCE")]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels beheaded two men.", "beheaded"),
        ("The robbery of a bank was told of by Ada Cole.", "robbery"),
        ("After the election guards beat Ben Lund in custody, Ada Cole said.", "beat"),
    ],
)
def test_deeds_of_force_stay_so(text: str, trigger: str) -> None:
    assert event(text, trigger).type in ("ASSAULT", "COERCE")


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("Two nurses were killed during an operation by the army.", [], ["unnamed nurses"]),
        ("Two nurses were killed on Monday during a raid by the army.", [], ["unnamed nurses"]),
        ("Two nurses were killed by the army during a raid.", ["army"], ["unnamed nurses"]),
    ],
)
def test_who_is_killed_during_an_operation_is_killed_by_nobody_told(
    text: str, by: list[str], on: list[str]
) -> None:
    assert told(text, "killed")[1:] == (by, on)


def test_an_operation_during_which_some_died_has_its_own_doer_and_day() -> None:
    text = "Two nurses were killed on Monday during an operation by the army."
    assert told(text, "operation")[1:] == (["army"], [])
    assert event(text, "operation").when == event(text, "killed").when != None  # noqa: E711
    assert not event(text, "operation").counts


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("A lawyer for the family said he had been beaten in custody.", []),
        ("Police freed Ben Lund. A lawyer for the family said he had been beaten.", ["Ben Lund"]),
        ("A shepherd said he had been beaten in custody.", ["shepherd"]),
    ],
)
def test_a_lawyer_tells_what_was_done_to_others(text: str, on: list[str]) -> None:
    assert told(text, "beaten")[2] == on
