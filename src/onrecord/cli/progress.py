"""How far long work is: on a terminal only, on standard error, with rate and time left."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from onrecord.read.options import ReadOptions

ONE_EACH = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf"}


class Meter:
    """Counts reports. ``total`` is their number where that is known before the end."""

    def __init__(self, bar: Progress | None, task: TaskID | None) -> None:
        self._bar, self._task = bar, task
        self._began = time.monotonic()
        self.done = 0
        self.visible = bar is not None

    def step(self) -> None:
        """One report more."""
        self.done += 1
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self.done, rate=f"{self.rate():.1f} a second")

    def at(self, done: int, total: int) -> None:
        """So many of so many reports."""
        self.done = done
        self.total(total)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, rate=f"{self.rate():.1f} a second")

    def total(self, reports: int) -> None:
        """How many there will be."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=reports)

    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self._began

    def rate(self) -> float:
        """Reports a second."""
        return self.done / max(self.seconds(), 1e-9)


@contextmanager
def meter(what: str, *, quiet: bool) -> Iterator[Meter]:
    """A meter that shows itself where standard error is a terminal and nobody asked for quiet."""
    from onrecord.cli.out import errors

    if quiet or not errors().is_terminal:
        yield Meter(None, None)
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=errors(), transient=True) as bar:
        yield Meter(bar, bar.add_task(what, total=None, rate=""))


def count_ahead(paths: Sequence[str], options: ReadOptions, shown: Meter) -> None:
    """Count, beside the work, how many reports there will be, and tell the meter.

    Tables and feeds are gone through once more for it, which costs little beside their analysis;
    of other files each is one report. A pipe cannot be read twice: then the total stays unknown.
    """
    if shown.visible:
        Thread(target=_count, args=(paths, options, shown), daemon=True).start()


def _count(paths: Sequence[str], options: ReadOptions, shown: Meter) -> None:
    from onrecord.read import read_reports
    from onrecord.read.sources import names
    from onrecord.records import Report

    total = 0
    for name in names(paths):
        if not isinstance(name, str):
            continue
        if not os.path.isfile(name):
            return
        if os.path.splitext(name)[1].lower() in ONE_EACH:
            total += 1
        else:
            items = read_reports([name], options=options)
            total += sum(isinstance(item, Report) for item in items)
    shown.total(total)
