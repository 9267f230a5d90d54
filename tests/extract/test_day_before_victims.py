"""A day between a deed's noun and whom it befell: "the killing on Monday of nine men"."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def test_whom_it_befell_when_where_and_how_many() -> None:
    one = record(
        "Norway condemned the killing on Friday of at least nine nurses in the town of Lagos.",
    )
    deed = next(e for e in one.events if e.trigger.text == "killing")
    hit = {a.id: a.name for a in one.actors}
    assert [hit[i] for i in deed.recipient] == ["unnamed nurses in the town of Lagos"]
    assert (deed.when, deed.where) == ("2030-05-03", "Lagos")
    assert [(c.what, c.low, c.high) for c in deed.counts] == [("killed", 9, None)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The murder last week of two nurses angered the town.", "murder"),
        ("The arrest on 3 May of the mayor angered the town.", "arrest"),
    ],
)
def test_other_days_part_them_too(text: str, trigger: str) -> None:
    assert event(text, trigger).recipient


def test_what_a_length_of_time_is_of_befell_nobody() -> None:
    one = event("A ceasefire after several days of fighting by rebels held.", "fighting")
    assert not one.recipient
