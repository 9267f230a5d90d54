"""The id of a report, from its content alone."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

ID_LENGTH = 16
"""Hex digits of an id: 64 bits, so that a million reports collide with odds of 1 in 37 million."""


def sha256_of(text: str) -> str:
    """The sha256, in hex, of ``text`` in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def report_id(text: str, *, outlet: str | None, title: str | None, url: str | None) -> str:
    """The id of a report: 16 hex digits over its text, its title and who published it.

    Who published it is the outlet, or where that is unknown the host of its address. So the same
    report read twice, from wherever, has the same id and adds nothing to a record; the same text
    from two outlets is two reports, since that each of them carried it is part of the record; and
    a changed headline is a new version. The date is left out on purpose: a report read first
    without and then with a date told is still the same report. So are the path, and the query
    and path of an address, which differ between fetches of one page.
    """
    origin = outlet if outlet else _host(url)
    parts = (text, _fold(title), _fold(origin))
    # Each part is led by its length, so that no two different triples give the same bytes.
    data = b"".join(b"%d:%s" % (len(part), part) for part in (p.encode("utf-8") for p in parts))
    return hashlib.sha256(data).hexdigest()[:ID_LENGTH]


def _fold(value: str | None) -> str:
    return " ".join(value.casefold().split()) if value else ""


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
