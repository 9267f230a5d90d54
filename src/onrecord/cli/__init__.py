"""The commands. This is the only part of the program that prints."""

from __future__ import annotations


def main() -> None:
    """Run the command that the command line names, and end with its exit status."""
    from onrecord.cli.app import app

    app(prog_name="onrecord")
