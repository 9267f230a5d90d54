"""Full-text search of the reports, answered with sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.records import Span
from onrecord.store.answer import REF
from onrecord.store.items import LATEST
from onrecord.store.query import Query
from onrecord.store.rows import ReportRef, SearchHit
from onrecord.store.sentences import Sentences
from onrecord.store.words import expression

PER_REPORT = 3
"""Sentences shown of one report: the words may be in every one of them."""

TITLE_WEIGHT = 4.0
"""How much more a word counts in a headline than in the text."""

# Code points that Unicode keeps for a program's own use, to mark words in a text that has none.
_MARKS = [(chr(0xFDD0 + 2 * n), chr(0xFDD1 + 2 * n)) for n in range(16)]


def search(db: sqlite3.Connection, words: str, limit: int | None) -> Iterator[SearchHit]:
    """Sentences that hold the words, the best reports first."""
    query = Query()
    query.where(f"report_fts MATCH {query.bind(expression(words))}")
    query.where(LATEST)
    ref = ", ".join(f"r.{column}" for column in REF.split(", "))
    sql = query.sql(
        f"SELECT r.num, {ref} FROM report_fts JOIN report r ON r.num = report_fts.rowid",
        f"bm25(report_fts, {TITLE_WEIGHT}, 1.0), r.id",
        limit,
    )
    left = limit
    for num, *fields in db.execute(sql, query.values):
        for sentence, marks in _sentences(db, num, words):
            if left is not None:
                if left == 0:
                    return
                left -= 1
            yield SearchHit(ReportRef(*fields), sentence, marks)


def _sentences(
    db: sqlite3.Connection, num: int, words: str
) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """The sentences of a report that hold most of the words, in the order of the text.

    The first sentence, unmarked, where the words are in the headline alone.
    """
    (text,) = db.execute("SELECT text FROM report WHERE num = ?", (num,)).fetchone()
    sentences = Sentences(text)
    held: dict[tuple[int, int], list[Span]] = {}
    for mark in _marks(db, num, words, text):
        held.setdefault(sentences.around(mark.start, mark.end), []).append(mark)
    if not held:
        first = len(text) - len(text.lstrip())
        held[sentences.around(first, first + 1)] = []
    best = sorted(held, key=lambda at: (-len({m.text.casefold() for m in held[at]}), at))
    for start, end in sorted(best[:PER_REPORT]):
        yield Span.of(text, start, end), tuple(held[start, end])


def _marks(db: sqlite3.Connection, num: int, words: str, text: str) -> list[Span]:
    """Where the words stand in the text, as the index sees it (so with their other endings)."""
    pair = next((p for p in _MARKS if p[0] not in text and p[1] not in text), None)
    if pair is None:
        return []
    (marked,) = db.execute(
        "SELECT highlight(report_fts, 1, ?, ?) FROM report_fts "
        "WHERE report_fts MATCH ? AND rowid = ?",
        (*pair, expression(words), num),
    ).fetchone()
    found, at, start = [], 0, 0
    for char in marked:
        if char == pair[0]:
            start = at
        elif char == pair[1]:
            found.append(Span.of(text, start, at))
        else:
            at += 1
    return found
