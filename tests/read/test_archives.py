import gzip

import pytest
from conftest import BODY, Read, page, pdf, warc_record

from onrecord.errors import FormatError

LONG = "\n\n".join([BODY, BODY.replace("Friday", "Monday"), BODY.replace("Friday", "Sunday")])
PAGES = [warc_record(f"https://elden.example/{n}", page(LONG).encode()) for n in range(3)]


def test_pages_of_an_archive_are_reports(read: Read) -> None:
    others = [
        warc_record("https://elden.example/x", b"\x89PNG", "image/png"),
        warc_record("https://elden.example/y", b"gone", "text/html", "404 Not Found"),
        warc_record("https://elden.example/z", BODY.encode("utf-16"), "text/plain"),
        warc_record("https://elden.example/p", pdf(*BODY.split(". ")), "application/pdf"),
    ]
    reading = read("a.warc", b"".join(PAGES + others))
    assert not reading.problems
    assert [r.url[-1] for r in reading.reports if r.url] == ["0", "1", "2", "z", "p"]
    assert BODY in reading.reports[0].text
    assert reading.reports[3].text == BODY
    assert reading.reports[0].published is None  # when it was fetched is not when it was published
    assert "1 image/png" in reading.notices[0].message


def test_packed_archives(read: Read) -> None:
    packed = b"".join(gzip.compress(record) for record in PAGES)
    assert len(read("a.warc.gz", packed).reports) == 3
    assert len(read("whole.warc.gz", gzip.compress(b"".join(PAGES))).reports) == 3


def test_a_record_of_the_wrong_length_is_told_and_prints_nothing(
    read: Read, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = PAGES[0].replace(b"Content-Length: ", b"Content-Length: 1")
    reading = read("a.warc", PAGES[1] + PAGES[0][:-4] + b"x" * 9 + b"\r\n" * 2 + PAGES[2])
    assert "as long as they say" in reading.problem.reason
    assert len(reading.reports) == 3
    assert read("b.warc", wrong).problems
    assert capsys.readouterr() == ("", "")


def test_a_cut_archive_gives_what_is_whole(read: Read) -> None:
    for name, cut in (
        ("a.warc", b"".join(PAGES)[:-300]),
        ("a.warc.gz", b"".join(gzip.compress(record) for record in PAGES)[:-100]),
    ):
        reading = read(name, cut)
        assert len(reading.reports) == 2, name
        assert reading.problem.error is FormatError
        assert "cut off" in reading.problem.reason


def test_what_is_no_archive_is_told(read: Read) -> None:
    assert read("a.warc", BODY).problem.error is FormatError
