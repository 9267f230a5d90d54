"""Small makers of the files that reports come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.read import Notice, Problem, ReadOptions, read_reports
from onrecord.records import Report

BODY = (
    "The defence minister said on Friday that the talks in the capital had failed. "
    "He told reporters that the army would not leave the valley, and that the other side had "
    "broken the truce of last week."
)


class Reading:
    """What came of reading some inputs."""

    def __init__(self, inputs: list[str], options: ReadOptions | None) -> None:
        self.notices: list[Notice] = []
        items = list(read_reports(inputs, options=options, on_notice=self.notices.append))
        self.reports = [item for item in items if isinstance(item, Report)]
        self.problems = [item for item in items if isinstance(item, Problem)]

    @property
    def only(self) -> Report:
        assert not self.problems, self.problems
        assert len(self.reports) == 1
        return self.reports[0]

    @property
    def problem(self) -> Problem:
        assert len(self.problems) == 1, self.problems
        return self.problems[0]


Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write ``content`` to a file of this name and read it."""

    def reading(name: str, content: str | bytes, options: ReadOptions | None = None) -> Reading:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return Reading([str(path)], options)

    return reading


def pdf(*lines: str, title: str = "") -> bytes:
    """A PDF of one page with ``lines`` as its text layer."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 60 700 Td {shown} ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(%s)>>" % title.encode("latin-1"),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )


def warc_record(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """One response record of a WARC."""
    http = b"HTTP/1.1 %s\r\nContent-Type: %s\r\n\r\n%s" % (status.encode(), kind.encode(), body)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def page(body: str = BODY, head: str = "", title: str = "Talks in Korvat fail") -> str:
    """An HTML page with a menu, an article and a footer."""
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article>"
        "<footer>All rights reserved 2011</footer></body></html>"
    )
