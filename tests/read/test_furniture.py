"""A page's adverts, buttons and lists of other reports are no words of the report."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.read.furniture import furniture
from onrecord.read.legible import legible

REPORT = (
    "A shell killed two customs officers in Velmora on Friday, officials said.",
    "The League denied that it had fired.",
)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "READ MORE: Army chief to be sacked after Kesh killings",
        "Share on Facebook Share on Twitter",
        "Sign up to our First Light newsletter to get the day’s news",
        "Image source, Velmora Pictures",
        "By continuing to use this site you agree to our use of cookies",
        "© 2031 Lake Press. All rights reserved.",
        "Video: Moment missile hits tower block",
        "Most read\n1 Hundreds killed in quake\n2 Rebels attack oil port",
    ],
)
def test_a_page_s_furniture_is_not_read(line: str) -> None:
    text = f"{REPORT[0]}\n\n{line}\n\n{REPORT[1]}"
    assert legible(text).text.split() == " ".join(REPORT).split()


@pytest.mark.parametrize(
    "line",
    [
        "Inspectors demanded unlimited access to the site at Kesh.",
        "He wrote on WhatsApp that the army had left.",
        "“Share this with the families,” he told reporters.",
        "Rebels accepted the terms and conditions of the truce.",
        "Reporting by Ana Orlo in Velmora; Editing by Paul Kesh",
        "Images of the blast were shared on Facebook, the ministry said.",
        "The video shows a missile that hits a tower block.",
        "Read more closely, the statement is a threat, she said.",
        "(With inputs from agencies)",
    ],
)
def test_what_is_said_of_shares_and_videos_is_read(line: str) -> None:
    assert not list(furniture(f"{REPORT[0]}\n{line}\n{REPORT[1]}"))


def test_a_list_of_other_reports_ends_where_the_report_goes_on() -> None:
    text = f"{REPORT[0]}\nRelated stories\nRebels attack oil port\n{REPORT[1]}"
    assert legible(text).text.split() == " ".join(REPORT).split()


def test_a_text_of_nothing_else_is_left_as_it_is() -> None:
    assert legible("Advertisement\nShare").text == "Advertisement\nShare"


def test_what_is_behind_left_out_lines_is_where_it_stands() -> None:
    text = f"Advertisement\n\n{REPORT[0]}\n\nRead more: Kesh burns\n\n{REPORT[1]}"
    read = legible(text)
    start = read.text.index("League")
    assert text[slice(*read.stored(start, start + 6))] == "League"


@pytest.mark.skipif(not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here")
def test_nobody_agrees_to_cookies() -> None:
    from onrecord.extract import read_record
    from onrecord.records import Report
    from onrecord.workers import analysis_of

    text = f"{REPORT[0]}\n\nBy continuing to use this site you agree to our use of cookies"
    report = Report("r", text, "0" * 64)
    record = read_record(report, analysis_of(report))
    assert [event.type for event in record.events] == ["ASSAULT"]
