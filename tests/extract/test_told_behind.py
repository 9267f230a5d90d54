"""Words told behind a parenthesis, what a denial leaves alone, and who is taken or refused."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "They marched to the square, where police fired tear gas and, witnesses said, live "
            "rounds.",
            ["live rounds"],
        ),
        ("Soldiers burned houses and, residents said, killed a farmer.", ["killed a farmer"]),
        (
            "Talks began on Monday but, the envoy said, the rebels walked out.",
            ["the rebels walked out"],
        ),
        (
            "The mayor, residents said, left the town and joined the rebels.",
            ["The mayor", "left the town and joined the rebels"],
        ),
    ],
)
def test_who_is_set_in_behind_an_and_tells_the_rest(text: str, content: list[str]) -> None:
    (statement,) = record(text).statements
    assert [part.text for part in statement.content] == content


def test_who_did_it_is_told_before_the_parenthesis() -> None:
    text = "Soldiers burned houses and, residents said, killed a farmer."
    assert event(text, "burned").on_word_of == REPORTER
    killed = event(text, "killed")
    assert names(text, killed.actor) == ["soldiers"]
    assert (killed.status, killed.on_word_of) == ("alleged", "r:s1")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "He rejected claims that a car had left shortly before the shooting.",
            "shooting",
            "happened",
        ),
        ("Police denied that officers had fired during the protest.", "protest", "happened"),
        ("Police denied that officers had fired during the protest.", "fired", "denied"),
        ("The army denied that there had been an attack before noon.", "attack", "denied"),
        ("Peru renounced the use of force against Chile.", "use of force", "hypothetical"),
        ("Peru condemned the use of force against Chile.", "use of force", "happened"),
    ],
)
def test_what_a_denial_and_a_renunciation_leave_alone(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The minister, who was refused entry to Eritrea, called it a disgrace.", ["The minister"]),
        ("Two journalists were refused permission to visit the camp.", []),
        ("The wounded men were denied treatment at the clinic.", []),
        ("The minister refused to visit the camp.", ["The minister"]),
    ],
)
def test_who_is_refused_something_refuses_nothing(text: str, speakers: list[str]) -> None:
    found = record(text).statements
    assert [s.source.span.text for s in found if s.source is not None] == speakers


@pytest.mark.parametrize(
    ("text", "trigger", "mode"),
    [
        ("Six engineers were seized when gunmen stopped their convoy.", "seized", "abduct"),
        ("Six engineers were seized when police stopped their convoy.", "seized", "arrest"),
        ("The crew had seen a drone before the strike.", "strike", None),
        ("The crew came home early because of the strike.", "strike", "strike"),
        ("A guard was shot dead in the kidnapping of the engineers.", "shot dead", "firearms"),
    ],
)
def test_who_is_taken_and_what_strikes(text: str, trigger: str, mode: str | None) -> None:
    assert event(text, trigger).mode == mode


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "There were reports that the militia was preparing an attack on Lun.",
            "attack",
            "hypothetical",
        ),
        ("The militia is preparing an attack on Lun.", "attack", "planned"),
        ("The army reported that the militia was preparing an attack.", "attack", "planned"),
    ],
)
def test_what_is_rumoured_to_be_planned_is_not_planned(
    text: str, trigger: str, status: str
) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("No group has claimed responsibility for the blast, police said.", ["blast"]),
        ("The rebels claimed responsibility for the blast, police said.", ["blast"]),
    ],
)
def test_nobodys_claim_is_nobodys(text: str, triggers: list[str]) -> None:
    found = record(text)
    assert [e.trigger.text for e in found.events] == triggers
    doers = [names(text, e.actor) for e in found.events]
    assert doers == ([[]] if text.startswith("No") else [["rebels"]])


def test_where_it_was_denied_is_no_part_of_what_was() -> None:
    text = (
        "The commander denied in a voice message circulated on Facebook that a ransom had ever "
        "been demanded."
    )
    (statement,) = record(text).statements
    assert [part.text for part in statement.content] == ["that a ransom had ever been demanded"]
    assert event(text, "demanded").status == "denied"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Peru warned that it would ban exports if the talks continued, and officers have held "
            "up lorries at the border.",
            "the talks continued",
        ),
        (
            "Peru warned that it would ban exports if the talks continued and a pact was signed.",
            "the talks continued and a pact was signed",
        ),
    ],
)
def test_what_has_been_done_already_is_no_condition(text: str, condition: str) -> None:
    statement = record(text).statements[0]
    assert statement.condition is not None
    assert statement.condition.text == condition


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The envoy called for a freeze until Peru allowed monitors into the camp.",
            "hypothetical",
        ),
        ("The envoy said Peru allowed monitors into the camp.", "alleged"),
    ],
)
def test_until_when_it_is_asked_for_has_not_come(text: str, status: str) -> None:
    assert event(text, "allowed").status == status


def test_a_number_of_several_words_is_no_part_of_a_name() -> None:
    text = "A hundred and fifty thousand people fled the town."
    assert names(text, event(text, "fled").actor) == ["people"]
