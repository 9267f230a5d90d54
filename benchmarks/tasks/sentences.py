"""Sentences written and coded without sight of the program."""

from __future__ import annotations

from benchmarks import cases, system
from benchmarks.cases import sentences
from benchmarks.tasks.base import Options, Result, percent


def statements(part: str) -> list[cases.Outcome]:
    """The outcome of each statement of a part."""
    rows = sentences.statement_rows(part)
    given = sorted({(row["text"], row["published"]) for row in rows})
    lines = system.record_jsons([system.Given(text, day or None) for text, day in given])
    records = dict(zip(given, lines, strict=True))
    return [
        cases.Outcome(
            "statements",
            row["at"],
            row["text"],
            cases.CHECKS["statements"](row, records[row["text"], row["published"]]),
        )
        for row in rows
    ]


def events(part: str) -> sentences.EventScore:
    """The score of a part's events."""
    given = sentences.event_cases(part)
    asked = [system.Given(case["text"], case["published"]) for case in given]
    score = sentences.EventScore()
    for case, record in zip(given, system.record_jsons(asked), strict=True):
        sentences.score(case, record, score)
    return score


def told() -> list[str]:
    """Every miss of the part in view."""
    wrong = [f"{one.at}: {one.wrong}: {one.case}" for one in statements("tune") if one.wrong]
    return wrong + events("tune").wrong


def run(options: Options) -> list[Result]:
    """The share of statements right in every field that is asked, and the events' figures."""
    rows = []
    for part in sentences.PARTS:
        corpus = f"cases/sentences {part}"
        found = statements(part)
        share = percent(sum(not one.wrong for one in found) / len(found))
        rows.append(Result("sentences", corpus, "statements right", share, "", f"of {len(found)}"))
        score = events(part)
        both = score.gold + score.found
        f1 = percent(2 * score.matched / both)
        rows.append(Result("sentences", corpus, "events F1", f1, "", f"of {score.gold}"))
        whole = percent(score.whole / score.gold)
        rows.append(
            Result(
                "sentences", corpus, "events right in every field", whole, "", f"of {score.gold}"
            )
        )
    return rows
