"""What stands on both sides of who says it: "Not so, said the envoy: he was there"."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A minister said the envoy had been summoned. Not so, said spokesman Peter Odera: no "
         "soldier had entered the district.", "spokesman Peter Odera",
         ["Not so", "no soldier had entered the district"]),
        ("Not so, said the Norwegian embassy: the envoy had asked for the meeting himself.",
         "the Norwegian embassy", ["Not so", "the envoy had asked for the meeting himself"]),
        ("Wrong, said Lemu: the guns were bought in March.", "Lemu",
         ["Wrong", "the guns were bought in March"]),
        ("Not true, the mayor said: nobody had left the town.", "the mayor",
         ["Not true", "nobody had left the town"]),
    ],
)  # fmt: skip
def test_both_sides_are_his_words(text: str, source: str, content: list[str]) -> None:
    one = record(text).statements[-1]
    assert one.source is not None
    assert (one.source.span.text, said(one)) == (source, content)


def test_arms_put_down_are_laid_down_and_a_revolt_is_not() -> None:
    (laid,) = record("The rebels put down their weapons on Monday.").events
    assert (laid.type, laid.mode) == ("RETREAT", "disarm")
    crushed = record("Troops put down the revolt on Monday.").events[0]
    assert (crushed.type, crushed.trigger.text) == ("COERCE", "put down")
