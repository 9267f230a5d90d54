"""What is measured: one module a task, each giving rows for the table of results."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from benchmarks.tasks.base import Options, Result

TASKS = {
    "seeds": "benchmarks.tasks.seeds",
    "cases": "benchmarks.tasks.cases",
    "sentences": "benchmarks.tasks.sentences",
    "reports": "benchmarks.tasks.reports",
    "links": "benchmarks.tasks.links",
    "attribution": "benchmarks.tasks.attribution",
    "time": "benchmarks.tasks.time",
    "events": "benchmarks.tasks.events",
    "mentions": "benchmarks.tasks.mentions",
    "places": "benchmarks.tasks.places",
    "entities": "benchmarks.tasks.entities",
    "syntax": "benchmarks.tasks.syntax",
    "coreference": "benchmarks.tasks.coreference",
    "crossdoc": "benchmarks.tasks.crossdoc",
    "tellings": "benchmarks.tasks.tellings",
    "actors": "benchmarks.tasks.actors",
}
"""Each task's module, which has ``run(options)``; they are imported when they are run."""

MODEL_TASKS = ("attribution", "mentions", "entities", "syntax", "time", "places")
"""The tasks whose figures depend on the networks' arithmetic enough to measure it."""

__all__ = ["MODEL_TASKS", "TASKS", "Options", "Result", "load"]


def load(name: str) -> Callable[[Options], list[Result]]:
    """The function that runs a task; KeyError where there is none of that name."""
    run: Callable[[Options], list[Result]] = import_module(TASKS[name]).run
    return run
