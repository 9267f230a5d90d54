"""Where output goes, and with which exit status the program ends.

Answers go to standard output; problems, notices and progress to standard error, so that a pipe
carries nothing but the answer.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from rich.console import Console

WELL = 0
SOME_UNREAD = 1
NOTHING_DONE = 2
INTERRUPTED = 130

EXITS = {
    WELL: "all went well; also where a question has no answer",
    SOME_UNREAD: "some of the input could not be read; the rest was",
    NOTHING_DONE: "wrong usage, or nothing could be done: no input could be read, no such record",
    INTERRUPTED: "interrupted; what was kept until then is whole",
}

PIPE_WIDTH = 100
"""Columns where the output is no terminal and COLUMNS does not say."""


@cache
def console() -> Console:
    """Standard output, plain where it is no terminal or NO_COLOR is set."""
    return _console(stderr=False)


@cache
def errors() -> Console:
    """Standard error."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Console(stderr=stderr, highlight=False, emoji=False, width=width, soft_wrap=False)


def complain(message: str) -> None:
    """A line on standard error, never wrapped, so that paths in it can be copied."""
    print(message, file=sys.stderr, flush=True)


def give_up(message: str) -> NoReturn:
    """Say why nothing could be done, and end."""
    complain(f"onrecord: {message}")
    raise SystemExit(NOTHING_DONE)
