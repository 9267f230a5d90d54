"""Events of invented sentences: what a promise tells besides, what is still to come, hoped or not
wanted."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Norway has agreed to let diplomats see the engineer who was sentenced to death.",
            "sentenced to",
        ),
        ("The premier promised to meet a teacher who was shot by police.", "shot"),
        ("The general threatened to shell the town where rebels killed nine men.", "killed"),
        ("The rebels vowed to free the men captured in Lun last year.", "captured"),
        ("The court refused to free the teacher who was jailed in May.", "jailed"),
        ("The premier vowed to catch the men behind the March bombing.", "bombing"),
        ("The president vowed to punish anyone involved in the May killing.", "killing"),
    ],
)
def test_who_somebody_is_of_whom_a_promise_speaks_is_told_by_the_reporter(
    text: str, trigger: str
) -> None:
    one = event(text, trigger)
    assert (one.status, one.on_word_of) == ("happened", REPORTER)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Norway vowed to punish anyone who attacks its ships.", "attacks", "hypothetical"),
        ("The rebels threatened to kill people convicted of theft.", "convicted", "alleged"),
        ("The premier said that he would free the men who were jailed.", "jailed", "alleged"),
        ("A judge has ordered four men detained.", "detained", "hypothetical"),
        (
            "The plan calls for jobs for militants who renounce violence.",
            "violence",
            "hypothetical",
        ),
        ('He said he sees "no possibility" of a raid on Norway.', "raid", "hypothetical"),
    ],
)
def test_what_is_said_or_threatened_itself_stays_so(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_a_month_of_what_is_to_be_punished_is_none_to_come() -> None:
    one = event("The premier vowed to catch the men behind the March bombing.", "bombing")
    assert one.when is None


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The plan will be raised when Ada Cole meets Ben Lund.", "meets", "planned"),
        ("The move comes weeks before a council meets in Lagos.", "meets", "planned"),
        (
            "The proposal comes weeks before a council of elders, known as a moot, meets in Lagos.",
            "meets",
            "planned",
        ),
        ("Trade will be a key issue discussed when Ada Cole meets Ben Lund.", "meets", "planned"),
        ("The premier spoke before the council met in Lagos.", "met", "happened"),
        ("When Ada Cole meets Ben Lund, they talk about trade.", "meets", "happened"),
        ("Activists are going to Lagos to protest the law.", "protest", "planned"),
        ("Activists went to Lagos to protest the law.", "protest", "happened"),
    ],
)
def test_what_is_told_in_the_present_may_be_to_come(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "The party backed the plan in the hope it will end the siege and enable the withdrawal"
            " of foreign troops.",
            "withdrawal",
            "hypothetical",
        ),
        ("The deal enabled the withdrawal of foreign troops.", "withdrawal", "happened"),
        ("Denmark fears the rebels will attack the port and kill the mayor.", "kill",
         "hypothetical"),
        ("He warned the miners that they would be arrested or deported.", "deported",
         "hypothetical"),
        ("Nine miners were arrested and deported.", "deported", "happened"),
    ],
)  # fmt: skip
def test_the_second_of_two_verbs_is_hoped_or_feared_as_the_first(
    text: str, trigger: str, status: str
) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The rebels said they did not want to harm the villagers.", "harm", "denied"),
        ("The rebels said they want to harm the king.", "harm", "planned"),
        ("The premier said it was not a mistake to invade Norway.", "invade", "alleged"),
        ("The premier said it would be a mistake to invade Norway.", "invade", "hypothetical"),
    ],
)
def test_what_is_not_wanted_and_what_was_no_mistake(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_what_nobody_plans_is_no_event() -> None:
    assert record("The rebels did not plan to attack the town.").events == ()


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The government warned the miners that they would be deported or jailed.", "deported",
         "threatened"),
        ("The government warned the miners that they would be deported or jailed.", "jailed",
         "threatened"),
        ("The rebels warned that the mayor would be killed.", "killed", "threatened"),
        ("The envoy warned that civilians would be killed.", "killed", "hypothetical"),
        ("Norway warned that the sailors could be attacked by pirates.", "attacked",
         "hypothetical"),
    ],
)  # fmt: skip
def test_who_has_the_power_warns_of_what_he_would_do(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Norway plans to sue the firm that supplied arms to the rebels.", "supplied arms"),
        ("Denmark offered to help find those who planted the bomb.", "planted"),
    ],
)
def test_of_whom_a_plan_speaks_is_told_by_the_reporter(text: str, trigger: str) -> None:
    assert event(text, trigger).on_word_of == REPORTER


def test_thousands_who_demonstrate_march() -> None:
    assert event("Thousands demonstrated in Oslo.", "demonstrated").type == "PROTEST"
    text = "Thousands gathered in Oslo on Monday to demonstrate against the war."
    assert event(text, "demonstrate").status == "happened"


def test_who_planned_a_bombing_of_a_known_day_made_it() -> None:
    text = "The army said it held a commander who planned the May bombing."
    assert event(text, "bombing").status == "alleged"
    text = "The army said it held a commander who planned a bombing."
    assert event(text, "bombing").status == "planned"
