"""Rows of the tables as the record's items again, many at a time."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from onrecord.records import (
    REPORTER,
    Actor,
    Candidate,
    Count,
    Event,
    Link,
    Place,
    Report,
    ReportRecord,
    Role,
    Source,
    Span,
    Statement,
    Time,
)

T = TypeVar("T")

Nums = Iterable[int]
Quotes = dict[int, dict[str, list[Span]]]

_REPORT = (
    "id, text, sha256, outlet, title, author, url, published, published_basis, language, "
    "version_of, readable, path, received, original"
)


def rows(db: sqlite3.Connection, sql: str, nums: Nums) -> Iterator[tuple[Any, ...]]:
    """The rows of a query that has ``IN {nums}`` for a list of numbers of any length."""
    yield from db.execute(
        sql.replace("{nums}", "(SELECT value FROM json_each(?))"), (json.dumps(list(nums)),)
    )


def made(kind: Callable[..., T], *columns: Any) -> T:
    """A ``kind`` of the columns of a row, which have no types for a checker to compare."""
    return kind(*columns)


def _grouped(db: sqlite3.Connection, sql: str, nums: Nums) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for first, *rest in rows(db, sql, nums):
        found[first].append(tuple(rest))
    return found


def ids(db: sqlite3.Connection, nums: Iterable[int | None]) -> dict[int | None, str]:
    """The ids of items; nothing for None."""
    return dict(rows(db, "SELECT num, id FROM item WHERE num IN {nums}", _some(nums)))


def _some(nums: Iterable[int | None]) -> list[int]:
    return sorted({num for num in nums if num is not None})


def quotes(db: sqlite3.Connection, nums: Nums) -> Quotes:
    """Of each item, by role, the spans in their order with the words of the report."""
    found: Quotes = defaultdict(lambda: defaultdict(list))
    spans = list(
        rows(
            db,
            "SELECT report, item, role, start, stop FROM span WHERE item IN {nums} "
            "ORDER BY item, role, n",
            nums,
        )
    )
    texts = dict(
        rows(db, "SELECT num, text FROM report WHERE num IN {nums}", {span[0] for span in spans})
    )
    for report, item, role, start, stop in spans:
        found[item][role].append(Span(start, stop, texts[report][start:stop]))
    return found


def _first(spans: list[Span]) -> Span | None:
    return spans[0] if spans else None


def load_report(db: sqlite3.Connection, num: int) -> Report:
    """The report of this number, which exists."""
    row = db.execute(f"SELECT {_REPORT} FROM report WHERE num = ?", (num,)).fetchone()
    fields = dict(zip(_REPORT.split(", "), row, strict=True))
    fields["readable"] = bool(fields["readable"])
    return Report(**fields)


def load_times(db: sqlite3.Connection, nums: Nums) -> dict[int, Time]:
    """Times by number."""
    nums = list(nums)
    words = quotes(db, nums)
    sql = (
        "SELECT num, item.id, type, value, from_, to_, anchor FROM time JOIN item USING (num) "
        "WHERE num IN {nums}"
    )
    return {
        num: Time(id_, words[num]["self"][0], *fields) for num, id_, *fields in rows(db, sql, nums)
    }


def load_places(db: sqlite3.Connection, nums: Nums) -> dict[int, Place]:
    """Places by number."""
    nums = list(nums)
    words = quotes(db, nums)
    others = _grouped(
        db,
        "SELECT place, name, country, lat, lon, geonameid, feature, score FROM candidate "
        "WHERE place IN {nums} ORDER BY place, n",
        nums,
    )
    sql = (
        "SELECT num, item.id, name, country, lat, lon, geonameid, feature FROM place "
        "JOIN item USING (num) WHERE num IN {nums}"
    )
    return {
        num: made(
            Place,
            id_,
            words[num]["self"][0],
            *fields,
            tuple(Candidate(*other) for other in others[num]),
        )
        for num, id_, *fields in rows(db, sql, nums)
    }


def load_actors(db: sqlite3.Connection, nums: Nums) -> dict[int, Actor]:
    """Actors by number, as their own report has them."""
    nums = list(nums)
    words = quotes(db, nums)
    aliases = _grouped(
        db, "SELECT actor, alias FROM alias WHERE actor IN {nums} ORDER BY actor, n", nums
    )
    roles = _grouped(
        db,
        "SELECT actor, title, organisation, since, until FROM role WHERE actor IN {nums} "
        "ORDER BY actor, n",
        nums,
    )
    sql = (
        "SELECT num, item.id, name, actor.kind, country, sector, named "
        "FROM actor JOIN item USING (num) WHERE num IN {nums}"
    )
    found = {}
    for num, id_, name, kind, country, sector, named in rows(db, sql, nums):
        held = zip(roles[num], words[num]["role"], strict=True)
        found[num] = Actor(
            id=id_,
            name=name,
            kind=kind,
            mentions=tuple(words[num]["mention"]),
            country=country,
            sector=sector,
            named=bool(named),
            aliases=tuple(alias for (alias,) in aliases[num]),
            roles=tuple(made(Role, *role, span) for role, span in held),
        )
    return found


def load_statements(
    db: sqlite3.Connection, nums: Nums, words: Quotes | None = None
) -> dict[int, Statement]:
    """Statements by number. ``words`` are their quotes, where the caller has them."""
    nums = list(nums)
    words = quotes(db, nums) if words is None else words
    sql = (
        "SELECT num, id, source_actor, source_named, quote, act, addressee, certainty, polarity, "
        "said, said_time, channel, within FROM statement JOIN item USING (num) WHERE num IN {nums}"
    )
    got = list(rows(db, sql, nums))
    names = ids(db, (num for row in got for num in (row[2], row[6], row[10], row[12])))
    found = {}
    for num, id_, source, named, quote, act, to, sure, polarity, said, time, channel, in_ in got:
        spans = words[num]
        who = _first(spans["source"])
        found[num] = Statement(
            id=id_,
            source=Source(who, names.get(source), bool(named)) if who else None,
            cue=_first(spans["cue"]),
            content=tuple(spans["content"]),
            quote=quote,
            act=act,
            addressee=names.get(to),
            condition=_first(spans["condition"]),
            consequence=_first(spans["consequence"]),
            certainty=sure,
            polarity=polarity,
            said=said,
            said_time=names.get(time),
            channel=channel,
            channel_span=_first(spans["channel"]),
            within=names.get(in_),
        )
    return found


def load_events(
    db: sqlite3.Connection, nums: Nums, words: Quotes | None = None
) -> dict[int, Event]:
    """Events by number. ``words`` are their quotes, where the caller has them."""
    nums = list(nums)
    words = quotes(db, nums) if words is None else words
    contexts = _grouped(
        db, "SELECT event, context FROM context WHERE event IN {nums} ORDER BY event, n", nums
    )
    counts = _grouped(
        db, "SELECT event, what, low, high FROM count WHERE event IN {nums} ORDER BY event, n", nums
    )
    sides = _grouped(
        db,
        "SELECT event, side, item.id FROM event_actor JOIN item ON item.num = actor "
        "WHERE event IN {nums} ORDER BY event, side, n",
        nums,
    )
    sql = (
        "SELECT num, id, type, mode, when_, when_time, where_, where_place, status, on_word_of "
        "FROM event JOIN item USING (num) WHERE num IN {nums}"
    )
    got = list(rows(db, sql, nums))
    names = ids(db, (num for row in got for num in (row[5], row[7], row[9])))
    found = {}
    for num, id_, type_, mode, when, when_time, where, place, status, word in got:
        spans = words[num]
        found[num] = Event(
            id=id_,
            trigger=spans["trigger"][0],
            type=type_,
            status=status,
            on_word_of=names.get(word, REPORTER),
            mode=mode,
            context=tuple(context for (context,) in contexts[num]),
            actor=tuple(actor for side, actor in sides[num] if side == "actor"),
            actor_spans=tuple(spans["actor"]),
            recipient=tuple(actor for side, actor in sides[num] if side == "recipient"),
            recipient_spans=tuple(spans["recipient"]),
            when=when,
            when_time=names.get(when_time),
            where=where,
            where_place=names.get(place),
            counts=tuple(
                made(Count, *count, span)
                for count, span in zip(counts[num], spans["count"], strict=True)
            ),
        )
    return found


_LINK = "kind, from_id, to_id, score, why, slot"


def load_links(db: sqlite3.Connection, where: str, values: tuple[Any, ...]) -> tuple[Link, ...]:
    """The links for which ``where`` holds: reports' own as they give them, then those between."""
    got = db.execute(f"SELECT num, {_LINK} FROM any_link WHERE {where}", values).fetchall()
    return _links(db, got)


def load_links_of(db: sqlite3.Connection, ends: Sequence[str]) -> dict[str, tuple[Link, ...]]:
    """Of each of these ids, the links from or to it."""
    # each table by its own indexes: SQLite would go through the whole of the view that joins them
    found = {
        row
        for table, num in (("link", "num"), ("cross_link", "-num"))
        for end in ("from_id", "to_id")
        for row in db.execute(
            f"SELECT {num}, {_LINK} FROM {table} WHERE {end} IN (SELECT value FROM json_each(?))",
            (json.dumps(ends),),
        )
    }
    of: dict[str, list[Link]] = {end: [] for end in ends}
    for link in _links(db, found):
        for end in {link.from_, link.to} & of.keys():
            of[end].append(link)
    return {end: tuple(links) for end, links in of.items()}


def _links(db: sqlite3.Connection, got: Iterable[tuple[Any, ...]]) -> tuple[Link, ...]:
    """Links of the rows (number, then ``_LINK``); those between reports have numbers below 0."""

    def place(row: tuple[Any, ...]) -> tuple[Any, ...]:
        num, kind, from_id, to_id, _, _, slot = row
        return (num < 0, max(num, 0), kind, from_id, to_id, slot or "")

    ordered = sorted(got, key=place)
    spans: dict[int, list[tuple[Any, ...]]] = {}
    for table, sign in (("link_span", 1), ("cross_span", -1)):
        sql = (
            f"SELECT {sign} * link, report, start, stop FROM {table} "
            "WHERE link IN {nums} ORDER BY link, n"
        )
        spans |= _grouped(db, sql, [abs(row[0]) for row in ordered if row[0] * sign > 0])
    # each text once: a report that is copied much shows a passage in every link
    quoted = {report for shown in spans.values() for report, _, _ in shown}
    texts = {
        num: (id_, text)
        for num, id_, text in rows(
            db, "SELECT num, id, text FROM report WHERE num IN {nums}", quoted
        )
    }

    def span(report: int, start: int, stop: int) -> tuple[str, Span]:
        id_, text = texts[report]
        return id_, Span(start, stop, text[start:stop])

    return tuple(
        made(Link, *fields, tuple(span(*shown) for shown in spans.get(num, ())))
        for num, *fields in ordered
    )


def load_record(db: sqlite3.Connection, num: int) -> ReportRecord:
    """Everything that the report of this number gave, in the order in which it was given."""
    kinds: dict[str, list[int]] = {letter: [] for letter in "tpase"}
    for item, kind in db.execute(
        "SELECT num, kind FROM item WHERE report = ? ORDER BY num", (num,)
    ):
        kinds[kind].append(item)
    times = load_times(db, kinds["t"])
    places = load_places(db, kinds["p"])
    actors = load_actors(db, kinds["a"])
    statements = load_statements(db, kinds["s"])
    events = load_events(db, kinds["e"])
    return ReportRecord(
        report=load_report(db, num),
        times=tuple(times[item] for item in kinds["t"]),
        places=tuple(places[item] for item in kinds["p"]),
        actors=tuple(actors[item] for item in kinds["a"]),
        statements=tuple(statements[item] for item in kinds["s"]),
        events=tuple(events[item] for item in kinds["e"]),
        links=load_links(db, "report = ?", (num,)),
    )
