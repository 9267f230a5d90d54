"""Sources that took in the end of what they say, where a comma is lost."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Nine were killed in a barrage in the central city of Mombasa state television said.",
            "state television",
            "Nine were killed in a barrage in the central city of Mombasa",
        ),
        (
            "Two were wounded in the eastern province of Lamu a monitor said.",
            "a monitor",
            "Two were wounded in the eastern province of Lamu",
        ),
        (
            "The raid took place near the border with Kenya local sources said.",
            "local sources",
            "The raid took place near the border with Kenya",
        ),
        (
            "After talks in Geneva Foreign Minister Ada Cole said a deal was near.",
            "Foreign Minister Ada Cole",
            "a deal was near",
        ),
        ("In Mombasa state television said six people died.", "state television",
         "six people died"),
    ],
)  # fmt: skip
def test_who_tells_begins_behind_what_a_preposition_takes(
    text: str, source: str, content: str
) -> None:
    (told,) = record(text).statements
    assert told.source is not None
    assert (told.source.span.text, told.content[0].text) == (source, content)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Residents of the town said nine people died.", "Residents of the town"),
        ("A spokesman for the group in the north said it would fight.",
         "A spokesman for the group in the north"),
        ("Officials from the ministry in Geneva said the port was shut.",
         "Officials from the ministry in Geneva"),
    ],
)  # fmt: skip
def test_a_source_with_its_place_stays_whole(text: str, source: str) -> None:
    (told,) = record(text).statements
    assert told.source is not None and told.source.span.text == source
