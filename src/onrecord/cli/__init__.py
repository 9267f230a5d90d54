"""The commands. This is the only part of the program that prints."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command that the command line names, and end with its exit status."""
    from onrecord.cli.app import app
    from onrecord.cli.out import INTERRUPTED, NOTHING_DONE, complain
    from onrecord.errors import OnRecordError

    try:
        app(prog_name="onrecord")
    except OnRecordError as error:
        complain(f"onrecord: {error}")
        sys.exit(NOTHING_DONE)
    except KeyboardInterrupt:
        complain("onrecord: interrupted")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader (head, less) has gone; Python would complain again when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
