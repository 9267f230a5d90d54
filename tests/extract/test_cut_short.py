"""Texts that break off anywhere: whatever is missing, the rest is read."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.extract import read_record
from onrecord.model import analyse
from onrecord.model.network import WEIGHTS
from onrecord.records import Report

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)

WHOLE = (
    "In the capital, Lun, Ana Roe vowed that the army would rule out talks if not only the rebels",
    "Witnesses saw soldiers beating protesters, police could not say whether the fighting of May",
    "The front welcomed the releases but said they were not enough, and it refused to discuss the",
    "Residents were told to leave the town, and two were arrested and ordered held over a raid on",
    "The mayor was quoted as saying that shelling by rebels had set off a blast in which nine died",
    "Officials, who asked not to be named, accused Oslo of arming them, a charge it denies as is",
    "Three soldiers and two rebels, one of them a child, were killed when a mine went off at Lun",
)


def test_a_text_that_breaks_off_is_read() -> None:
    words = [text.split() for text in WHOLE]
    cut = [" ".join(each[:n]) for each in words for n in range(1, len(each) + 1)]
    for number, (text, analysis) in enumerate(zip(cut, analyse(cut), strict=True)):
        read = read_record(Report(f"r{number}", text, "0" * 64), analysis)
        within(read)
        assert read.report.text == text
