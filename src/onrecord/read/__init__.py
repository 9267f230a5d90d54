"""Reading: files, feeds and archives to reports, whose text is not touched after this.

    for item in read_reports(["reports/", "feed.xml"], options=ReadOptions(outlet="…")):
        ...  # a Report, or a Problem that says what could not be read and why

``frontmatter.front`` says what stands before a report's first sentence.
"""

from onrecord.read.items import Notice, OnNotice, Problem
from onrecord.read.options import Limits, ReadOptions
from onrecord.read.stream import read_reports, read_text

__all__ = [
    "Limits", "Notice", "OnNotice", "Problem", "ReadOptions", "read_reports", "read_text",
]  # fmt: skip
