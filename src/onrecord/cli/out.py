"""Where output goes, and with which exit status the program ends.

Answers go to standard output; problems, notices and progress to standard error, so that a pipe
carries nothing but the answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, NoReturn, ParamSpec

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

P = ParamSpec("P")

WELL = 0
SOME_UNREAD = 1
NOTHING_DONE = 2
NOTHING_NEW = 3
INTERRUPTED = 130

EXITS = {
    WELL: "all went well; also where a question has no answer",
    SOME_UNREAD: "some of the input could not be read; the rest was",
    NOTHING_DONE: "wrong usage, or nothing could be done: no input could be read, no such record",
    NOTHING_NEW: "of `new` alone: nothing is new",
    INTERRUPTED: "interrupted; what was kept until then is whole",
}

# What a report holds must not steer the terminal; each stands for one character, so that the
# offsets of spans hold.
_CONTROLS = {**dict.fromkeys([*range(32), *range(127, 160)], "\ufffd"), 10: "\n"}
_CONTROLS |= dict.fromkeys([9, 11, 12, 13, 0x85, 0x2028, 0x2029], " ")

PIPE_WIDTH = 100
"""Columns where the output is no terminal and COLUMNS does not say."""


def console() -> Console:
    """Standard output, plain where it is no terminal or NO_COLOR is set."""
    return _console(stderr=False)


def errors() -> Console:
    """Standard error."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Console(stderr=stderr, highlight=False, emoji=False, width=width, soft_wrap=False)


def printable(text: str) -> str:
    """``text`` without characters that a terminal would obey; its length is the same."""
    return text.translate(_CONTROLS)


def safe(text: str, style: str = "") -> Text:
    """Words of a report, to be shown on a terminal."""
    from rich.text import Text

    return Text(printable(text), style=style)


def complain(message: str) -> None:
    """A line on standard error, never wrapped, so that paths in it can be copied."""
    print(printable(message), file=sys.stderr, flush=True)


def give_up(message: str) -> NoReturn:
    """Say why nothing could be done, and end."""
    complain(f"onrecord: {message}")
    raise SystemExit(NOTHING_DONE)


def ending(command: Callable[P, None]) -> Callable[P, None]:
    """``command``, with what it raises told in a line and in the exit status.

    It is done here, below the command line's own library, which would end with a status of its own
    where the user interrupts.
    """
    from onrecord.errors import OnRecordError

    @wraps(command)
    def ended(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except OnRecordError as error:
            give_up(str(error))
        except KeyboardInterrupt:
            complain("onrecord: interrupted; what was kept until now is whole")
            raise SystemExit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader (head, less) has gone; Python would complain again when it flushes.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    return ended
