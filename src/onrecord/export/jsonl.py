"""JSON Lines: each report's record, as ``onrecord read --json`` prints it, then the links."""

from __future__ import annotations

from itertools import islice
from typing import TextIO

from onrecord.codec import links_line, to_json_line
from onrecord.store import Store

LINKS_A_LINE = 1000
"""Links between reports are printed so many to a line, which keeps lines short enough to read."""


def write_jsonl(store: Store, out: TextIO) -> int:
    """Writes the record to ``out``, which is to take UTF-8; how many reports there were."""
    reports = 0
    for record in store.export():
        out.write(to_json_line(record) + "\n")
        reports += 1
    links = store.links()
    while some := list(islice(links, LINKS_A_LINE)):
        out.write(links_line(some) + "\n")
    return reports
