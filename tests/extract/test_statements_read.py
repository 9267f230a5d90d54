"""Statements of invented sentences, as the program reads them: acts, spans, who says it."""

from __future__ import annotations

from functools import cache

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import ReportRecord, Statement

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@cache
def record(text: str) -> ReportRecord:
    from onrecord.extract import read_record
    from onrecord.model import analyse
    from onrecord.read.frontmatter import front
    from onrecord.records import Report

    breaks = [(front(text).body,)]
    analysis = analyse([text], breaks=breaks, threads=1)[0]
    report = Report("r", text, "0" * 64, published="2030-05-06", published_basis="told")
    return read_record(report, analysis)


def last(text: str) -> Statement:
    return record(text).statements[-1]


def said(one: Statement) -> list[str]:
    return [span.text for span in one.content]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("BAKU - A rocket brought down the chimney of the plant on Monday, the ministry said.",
         "the ministry", "A rocket brought down the chimney of the plant on Monday"),
        ("KARACHI - Tanker drivers said on Monday that the wells were dry.",
         "Tanker drivers", "that the wells were dry"),
        ("NUKU'ALOFA - The nobles' spokesman, Lord Fakava, said on Monday that the crown was gone.",
         "The nobles' spokesman, Lord Fakava", "that the crown was gone"),
    ],
)  # fmt: skip
def test_a_dateline_is_in_nobodys_mouth(text: str, source: str, content: str) -> None:
    one = last(text)
    assert one.source is not None
    assert one.source.span.text.rstrip(",") == source
    assert said(one) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Gunmen set fire to nine lorries near Faya on Sunday, the army said. Smoke hung over the "
         "road for hours.", "Gunmen set fire to nine lorries near Faya on Sunday"),
        ("Could it come to war? Most analysts think it unlikely.", "it unlikely"),
    ],
)  # fmt: skip
def test_what_nobody_said_is_no_content(text: str, content: str) -> None:
    assert said(last(text)) == [content]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # what was told before, or asked, is said not to be so
        ("Lawyers said guards had tried to tow the boat. A coastguard spokesman, Niko Vard, said "
         "there had been no tow.", "deny"),
        ("The union asked whether the firm had a plan. Chief executive Martin Hale said it did "
         "not.", "deny"),
        ("The minister, Ali Kogler, said no such request had reached his desk.", "deny"),
        ("The army dismissed the figure as “fiction”.", "deny"),
        ("Verania's consul, Levent Aksoy, dismissed the account as a fairy tale.", "deny"),
        # not known
        ("The fire department says it knows of none.", "disclaim"),
        ("The port authority said it had seen no evidence of a theft.", "disclaim"),
        ("The navy said it had not been told of the arrest.", "disclaim"),
        ("The governor, Rosa Lind, said nobody had informed her of a death.", "disclaim"),
        ("The United Nations office said it was not in a position to confirm the escape.",
         "disclaim"),
        ("A doctor told the Star he had no way of knowing who was right.", "disclaim"),
        # harm to come
        ("“If the firms do not stop stealing our gas, every mile of this pipe will burn,” Harun "
         "Marri, a rebel commander, said.", "threaten"),
        ("Brazil has warned both that it will not tolerate foreign troops on its soil.",
         "threaten"),
        ("Colonel Nia Rabe, who leads the mutineers, told the radio that his men would open fire "
         "on any aircraft that tried to land.", "threaten"),
        ("The ministry said it would respond in kind.", "threaten"),
        # who is behind it
        ("Prime Minister Arben Kras said the attackers had been trained and equipped by Serbia.",
         "accuse"),
        ("“We put the hospital on the list, and they bombed it all the same,” said Leila Haddad, "
         "a researcher.", "accuse"),
        ("Interior Minister Asad Qures repeated the charge on Thursday.", "accuse"),
        # what was done to somebody, or long before, is not done by saying so
        ("Three officers told this newspaper that they had been offered money to look away.",
         "assert"),
        ("The United Kingdom should suspend transfers immediately, the Centre said.", "demand"),
    ],
)  # fmt: skip
def test_what_a_statement_does(text: str, act: str) -> None:
    assert last(text).act == act


def test_what_is_played_down_is_no_part_of_the_verb() -> None:
    one = last("A Pentagon official played down reports that it was about to set up a base.")
    assert one.cue is not None and one.cue.text == "played down"
    assert said(one) == ["reports that it was about to set up a base"]
