import gzip

import pytest
from conftest import BODY, Read
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import DecodingError, EmptyInput, FormatError, LimitError
from onrecord.read import Limits, ReadOptions
from onrecord.read.documents import plain_of

MARKDOWN = f"""---
title: "Talks in Korvat fail"
date: 2017-04-07
author: Ana Dorel
---
# Talks in Korvat fail

{BODY} The **army** said *nothing*, see [the order](https://elden.example/o "x").

> “We stay,” he said.

- one
- two_words_here
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_plain_text_is_kept_code_point_for_code_point(read: Read, ends: str) -> None:
    text = f"  {BODY}{ends}{ends}“Wait,” he said…\t[sic]{ends}"
    assert read("a.txt", "\ufeff" + text).only.text == text


def test_text_that_looks_like_other_things_stays_text(read: Read) -> None:
    for text in (
        "[Photo] " + BODY, "{sic} " + BODY, "<b>Not</b> a page. " + BODY, "a,b,c\n" + BODY,
    ):  # fmt: skip
        assert read("a.txt", text).only.text == text


def test_markdown_gives_its_words_and_is_kept(read: Read) -> None:
    report = read("a.md", MARKDOWN).only
    assert report.text.startswith(f"Talks in Korvat fail\n\n{BODY} The army said nothing, see the ")
    assert "“We stay,” he said.\n\none\ntwo_words_here" in report.text
    assert (report.title, report.author) == ("Talks in Korvat fail", "Ana Dorel")
    assert (report.published, report.published_basis) == ("2017-04-07", "metadata")
    assert report.original == MARKDOWN


@given(st.text(alphabet=st.sampled_from("ab *_`[]()#>-\n<\\!."), max_size=200))
def test_any_markup_is_taken_off_without_an_error(text: str) -> None:
    assert len(plain_of(text)) <= len(text)


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("a.txt", b"", EmptyInput, "empty"),
        ("a.txt", b" \n\t\n", EmptyInput, "empty"),
        ("a.txt", bytes(range(256)) * 40, DecodingError, "binary"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 50, FormatError, "office"),
        ("a.txt", b"{\\rtf1\\ansi text}", FormatError, "RTF"),
        ("a.txt.gz", gzip.compress(BODY.encode())[:-20], FormatError, "cut off"),
    ],
)
def test_what_cannot_be_read_says_why(
    read: Read, name: str, content: bytes, error: type, words: str
) -> None:
    problem = read(name, content).problem
    assert problem.error is error
    assert words in problem.reason
    assert problem.where.endswith(name)


def test_limits_are_named(read: Read) -> None:
    small = ReadOptions(limits=Limits(max_document_bytes=100))
    assert "max_document_bytes" in read("a.txt", BODY, small).problem.reason
    short = ReadOptions(limits=Limits(max_text_chars=50))
    problem = read("a.txt", BODY, short).problem
    assert problem.error is LimitError and "max_text_chars" in problem.reason


def test_fifty_megabytes_of_text_are_refused_and_not_loaded(read: Read) -> None:
    problem = read("a.txt", (BODY + "\n").encode() * 230_000).problem
    assert problem.error is LimitError and "CSV" in problem.reason


def test_packed_text_is_unpacked(read: Read) -> None:
    assert read("a.txt.gz", gzip.compress(BODY.encode())).only.text == BODY
    bomb = ReadOptions(limits=Limits(max_unpacked_bytes=1000))
    assert "max_unpacked_bytes" in read("b.gz", gzip.compress(b"a" * 5000), bomb).problem.reason
