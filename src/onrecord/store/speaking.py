"""What one actor said or would not say, what was warned of, and what came of it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import islice

from onrecord import lexicons
from onrecord.errors import QueryError
from onrecord.records import LinkKind
from onrecord.store.actorlist import actors
from onrecord.store.answer import chunks, statement_rows
from onrecord.store.filters import ActorFilter, StatementFilter, WarningFilter
from onrecord.store.items import Hit, find, find_statements, statement_query
from onrecord.store.joining import (
    items_by_number,
    join,
    links_of,
    roots,
    tellings_of,
)
from onrecord.store.load import rows
from onrecord.store.match import whose
from onrecord.store.originating import copied, origins_of
from onrecord.store.rows import StatementRow
from onrecord.store.viewrows import (
    Item,
    Joined,
    LedgerRow,
    Outcome,
    Said,
    SilenceRow,
    SpeakerPage,
)

SILENT = ("decline", "disclaim")
SOON, LATE = 3, 60
"""Days after a silence within which an answer to it is looked for."""
AT_ONCE = 40
"""Utterances that are loaded together: a page shows twenty of thousands."""
MOST = 400
"""Statements of one speaker in that time that are looked at."""
_WORD = re.compile(r"\b[^\W\d_A-Z]{6,}\b")
_CALLED_SO = 10  # actors of one name that are looked at, the one who is asked for among them
"""Words that are no names: what two sayings of a war's governments share are their names."""


def utterances(
    db: sqlite3.Connection, hits: Iterable[Hit]
) -> Iterator[tuple[StatementRow, tuple[StatementRow, ...]]]:
    """Of the statements each utterance once: its first telling, and all tellings by date."""
    seen: set[int] = set()
    for chunk in chunks(hits, AT_ONCE):
        tops = roots(db, [hit.num for hit in chunk])
        new = [top for top in dict.fromkeys(tops[hit.num] for hit in chunk) if top not in seen]
        seen.update(new)
        tellings = tellings_of(db, new)
        found = items_by_number(db, [num for told in tellings.values() for num in told])
        for top in new:
            told = [row for num in tellings[top] if isinstance(row := found[num], StatementRow)]
            told.sort(key=lambda row: (row.report.published or "~", row.report.id))
            if isinstance(found[top], StatementRow):
                yield _standing_for(db, found[top], told), tuple(told)


def _standing_for(
    db: sqlite3.Connection, first: Item, told: Sequence[StatementRow]
) -> StatementRow:
    """The telling that stands for an utterance: the first, or where its report copies another that
    tells it too, the first of one that copies none."""
    copying = copied(db, {row.report.id for row in told}) if len(told) > 1 else frozenset()
    row = next(row for row in told if row == first)
    if row.report.id not in copying:
        return row
    return next((one for one in told if one.report.id not in copying), row)


def ledger(db: sqlite3.Connection, asked: WarningFilter) -> Iterator[LedgerRow]:
    """Warnings and threats by day, each utterance once, with what came of it."""
    given = {name: getattr(asked, name) for name in asked.__slots__}
    query = StatementFilter(**{**given, "act": ("warn", "threaten"), "limit": None})
    last = _last_day(db)
    for row, told in islice(utterances(db, find_statements(db, query)), asked.limit):
        yield _ledger_row(db, row, told, last)


def _last_day(db: sqlite3.Connection) -> str | None:
    """The day of the record's latest report."""
    at = "coalesce(published, '~')"
    row = db.execute(
        f"SELECT published FROM report WHERE {at} < '~' ORDER BY {at} DESC LIMIT 1"
    ).fetchone()
    return None if row is None else str(row[0])[:10]


def _ledger_row(
    db: sqlite3.Connection, row: StatementRow, told: Sequence[StatementRow], last: str | None
) -> LedgerRow:
    ids = [one.statement.id for one in told]
    row = _whole(row, told)
    parts: dict[LinkKind, list[Joined]] = defaultdict(list)
    for one in join(db, links_of(db, ids)):
        if one.link.to in ids or one.link.kind == "repeats":
            parts[one.link.kind].append(one)
    reports = {one.report.id for one in told}
    deadline = _deadline(db, ids)
    own = row.statement.id
    back = tuple(one for one in parts["contradicts"] if one.link.withdraws)
    odds = [one for one in parts["contradicts"] if not one.link.withdraws]
    met, done = _by_event(parts["meets_condition"], own), _by_event(parts["fulfils"], own)
    return LedgerRow(
        row=row,
        retold=tuple(parts["restates"]),
        repeated=tuple(parts["repeats"]),
        met=tuple(met),
        fulfilled=tuple(done),
        withdrawn=back,
        answers=tuple([*parts["denies"], *odds, *parts["undercuts"]]),
        deadline=deadline,
        outcome=_outcome(bool(met), bool(done), bool(back), deadline, last),
        reports=len(reports),
        origins=len(origins_of(db, reports)),
    )


def _whole(row: StatementRow, told: Sequence[StatementRow]) -> StatementRow:
    """The telling that says on what condition: a headline leaves it out. Its own report's goes
    first, then the earliest."""
    if row.statement.condition is not None:
        return row
    named = [one for one in told if one.statement.condition is not None]
    return min(named, key=lambda one: one.report.id != row.report.id, default=row)


def _by_event(links: Sequence[Joined], own: str) -> list[Joined]:
    """One link for each event, the one to the telling shown, ``own``, where there is one."""
    found: dict[str, Joined] = {}
    for one in sorted(links, key=lambda one: one.link.to != own):
        found.setdefault(one.link.from_, one)
    return list(found.values())


def _outcome(met: bool, done: bool, back: bool, deadline: str | None, last: str | None) -> Outcome:
    """``last`` is the day of the record's latest report: what came after it nobody has told."""
    if done:
        return "carried out"
    if back:
        return "withdrawn"
    if met:
        return "met"
    over = deadline is not None and last is not None and deadline < last
    return "lapsed" if over else "open"


def _deadline(db: sqlite3.Connection, ids: Sequence[str]) -> str | None:
    sql = (
        "SELECT min(n.data ->> '$') FROM note n JOIN item i ON i.num = n.item "
        "WHERE n.what = 'deadline' AND i.id IN (SELECT value FROM json_each(?))"
    )
    found = db.execute(sql, (json.dumps(list(ids)),)).fetchone()[0]
    return None if found is None else str(found)


def silences(db: sqlite3.Connection, asked: StatementFilter) -> Iterator[SilenceRow]:
    """Who declined to comment or knew of nothing, by day, and what they said afterwards."""
    query = replace(asked, act=SILENT, limit=None)
    for row, _ in islice(utterances(db, find_statements(db, query)), asked.limit):
        answer = _answered(db, row)
        yield SilenceRow(row, *(answer or (None, None)))


def _answered(db: sqlite3.Connection, row: StatementRow) -> tuple[StatementRow, str] | None:
    """The first statement afterwards by the same named actor that shares words of the matter.

    Two words within ``SOON`` days, three until ``LATE``: who speaks of a war each day says the same
    words of other things before long, and an answer that is none is worse than none.
    """
    speaker = row.speaker
    if speaker is None or not speaker.named or row.day is None:
        return None
    matter = _matter(row.sentence.text)
    first = date.fromisoformat(row.day)
    last = (first + timedelta(days=LATE)).isoformat()
    query = statement_query(db, StatementFilter(since=row.day, until=last))
    # along the index by day: the speaker may have said ten thousand things in other years
    its_own = whose(db, speaker.record_id).holds(query, "a")
    query.where(f"EXISTS (SELECT 1 FROM actor a WHERE a.num = x.source_actor AND {its_own})")
    query.where(f"coalesce(x.day, '~') > {query.bind(row.day)}")
    after = list(find(db, query, "statement", limit=MOST))
    said = _told(db, [hit.num for hit in after])
    for hit in after:
        shared = sorted(matter & _matter(said.get(hit.num, "")))
        soon = hit.day is not None and (date.fromisoformat(hit.day) - first).days <= SOON
        if len(shared) < (2 if soon else 3):
            continue
        one = next(statement_rows(db, [hit]))
        if one.speaker is not None and one.speaker.record_id == speaker.record_id:
            return one, f"the same speaker on {', '.join(shared[:4])}"
    return None


def _told(db: sqlite3.Connection, nums: Sequence[int]) -> dict[int, str]:
    """What was said in those of the statements that are no silence, by number."""
    sql = (
        "SELECT s.num, h.start, h.stop, r.text FROM statement s "
        "JOIN span h ON h.item = s.num AND h.role = 'content' JOIN report r ON r.num = s.report "
        f"WHERE s.num IN {{nums}} AND s.act NOT IN {SILENT} ORDER BY s.num, h.n"
    )
    found: dict[int, str] = {}
    for num, start, stop, text in rows(db, sql, nums):
        found[num] = f"{found.get(num, '')} {text[start:stop]}".strip()
    return found


def _matter(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _common()


@cache
def _common() -> frozenset[str]:
    """Words that say nothing of the matter."""
    return frozenset(lexicons.load("compare/words")["stop"])


def speaker(db: sqlite3.Connection, who: str) -> SpeakerPage:
    """All that an actor said, each utterance once, and when they would not speak."""
    called_so = list(actors(db, ActorFilter(name=who, limit=_CALLED_SO)))
    if not called_so:
        raise QueryError(f"nobody in the record is called {who!r}")
    found, *others = called_so
    said: list[Said] = []
    silent: list[StatementRow] = []
    hits = find_statements(db, StatementFilter(by=found.id))
    own = _own(db, found.id, hits)
    told = list(utterances(db, own))
    links = _links_by_end(db, [row.statement.id for _, rows_ in told for row in rows_])
    for row, tellings in told:
        if row.statement.act in SILENT:
            silent.append(row)
            continue
        reports = {one.report.id for one in tellings}
        mine = {
            (x.link.kind, x.link.from_, x.link.to): x
            for one in tellings
            for x in links.get(one.statement.id, ())
            if x.link.kind not in ("restates", "claims", "about")
        }
        origins = len(origins_of(db, reports)) if len(reports) > 1 else len(reports)
        said.append(Said(row, tellings, len(reports), origins, tuple(mine.values())))
    rest = tuple(other for other in others if other.statements)
    return SpeakerPage(found, tuple(said), tuple(silent), rest)


def _own(db: sqlite3.Connection, actor: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits whose source is this very actor of the record."""
    sql = (
        "SELECT s.num, a.id FROM statement s JOIN actor_record a ON a.actor = s.source_actor "
        "WHERE s.num IN {nums}"
    )
    for chunk in chunks(hits):
        whose = dict(rows(db, sql, [hit.num for hit in chunk]))
        yield from (hit for hit in chunk if whose.get(hit.num) == actor)


def _links_by_end(db: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, list[Joined]]:
    found: dict[str, list[Joined]] = defaultdict(list)
    for one in join(db, links_of(db, ids)):
        for end in {one.link.from_, one.link.to}:
            found[end].append(one)
    return found
