"""Days for which something is called, days on which somebody declines, and beginnings."""

from __future__ import annotations

import pytest

from onrecord.compare.pairs.warnings import deadline
from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import last, record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("Nurses in Oslo have called a strike for Friday.", "strike", "2030-05-10"),
        ("The union has announced a march for Saturday.", "march", "2030-05-11"),
        ("The minister blamed the rebels for Friday's attack.", "attack", "2030-05-03"),
        ("The army shot a nurse at a march on Friday.", "shot", "2030-05-03"),
    ],
)
def test_what_is_called_for_a_day_is_to_come(text: str, trigger: str, when: str) -> None:
    assert event(text, trigger).when == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("He had said last week that the dam was safe. He declined to be interviewed yesterday.",
         "2030-05-05"),
        ("The mayor said on Friday that the dam was safe. He declined to talk about the raid of "
         "Sunday.", "2030-05-03"),
    ],
)  # fmt: skip
def test_the_day_in_its_own_sentence_is_the_day_on_which_one_declines(text: str, when: str) -> None:
    assert last(text).said == when


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway threatened to close the border from Sunday.", None),
        (
            "Norway threatened to close the border unless the men were freed by Friday.",
            "2030-05-10",
        ),
    ],
)
def test_a_beginning_is_no_deadline(text: str, day: str | None) -> None:
    read = record(text)
    found = deadline(read, read.statements[0])
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The row comes a day after a depot blew up in Lagos, killing nine, according to the "
         "mayor.", "a depot blew up in Lagos, killing nine"),
        ("A bomb went off in Lagos, killing nine, according to the mayor.",
         "A bomb went off in Lagos, killing nine"),
        ("The attack came a day after the talks had failed, according to the mayor.",
         "The attack came a day after the talks had failed"),
    ],
)  # fmt: skip
def test_what_comes_after_it_the_reporter_says(text: str, content: str) -> None:
    assert said(record(text).statements[0]) == [content]


def test_burials_are_a_count_that_somebody_gives() -> None:
    one = record("The clerk of the district registered 31 burials.").statements[0]
    assert said(one) == ["31 burials"]
    assert not record("The clerk of the district registered 31 cars.").statements
