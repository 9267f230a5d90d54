"""What is claimed and disputed: denied, contradicted, or known nothing of."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice

from onrecord.records import WITHDRAWN, Link, Slot
from onrecord.store.answer import chunks
from onrecord.store.filters import EventFilter, StatementFilter
from onrecord.store.happenings import load_happenings
from onrecord.store.items import find_events, find_statements
from onrecord.store.joining import id_of, items_by_number, join
from onrecord.store.load import load_links, rows
from onrecord.store.originating import origins_of
from onrecord.store.rows import EventRow
from onrecord.store.viewrows import Dispute, Joined

_KINDS = f"('denies', 'contradicts', 'undercuts') AND why NOT LIKE '{WITHDRAWN}%'"
"""A threat that is taken back is told of with the warnings."""


def disputes(db: sqlite3.Connection, asked: EventFilter) -> Iterator[Dispute]:
    """What is in dispute, the latest first."""
    first = _first_tellings(db)
    groups = _groups(db, first)
    if any(getattr(asked, f.name) for f in fields(asked) if f.name not in ("limit", "versions")):
        wanted = _answering(db, asked)
        groups = {about: sides for about, sides in groups.items() if about in wanted}
    ids = dict(rows(db, "SELECT num, id FROM item WHERE num IN {nums}", groups))
    order = sorted(groups, key=lambda about: ids[about])
    order.sort(key=lambda about: _latest(groups[about]), reverse=True)
    for chunk in chunks(islice(order, asked.limit)):
        yield from _load(db, {about: groups[about] for about in chunk}, first)


_Side = tuple[int, str | None]
"""A link's number, and the day of its from-side."""


def _latest(sides: list[_Side]) -> str:
    return max((day or "") for _, day in sides)


def _groups(db: sqlite3.Connection, first: dict[int, int]) -> dict[int, list[_Side]]:
    """By the item in dispute (an event by its lead, an utterance by its first telling): the links.

    A denial's own words for what it denies are no other side, where it answers somebody's.
    """
    found: dict[int, list[_Side]] = defaultdict(list)
    sql = (
        # each table along its index by kind, which the view that joins them does not use
        f"WITH l AS (SELECT num, kind, from_id, to_id, slot FROM link WHERE kind IN {_KINDS} "
        f"UNION ALL SELECT -num, kind, from_id, to_id, slot FROM cross_link WHERE kind IN {_KINDS})"
        "SELECT coalesce(t.lead, b.num), l.num, coalesce(s.day, e.day), a.num, "
        "o.on_word_of = a.num AND l.kind = 'denies' "
        "FROM l CROSS JOIN item a ON a.id = l.from_id CROSS JOIN item b ON b.id = l.to_id "
        "LEFT JOIN telling t ON t.event = b.num LEFT JOIN event o ON o.num = b.num "
        "LEFT JOIN statement s ON s.num = a.num LEFT JOIN event e ON e.num = a.num "
        "ORDER BY 3, a.id, b.id, l.kind, l.slot"
    )
    listed = db.execute(sql).fetchall()
    about_own: dict[int, bool] = defaultdict(lambda: True)  # what only its deniers tell of
    answered: set[int] = set()  # denials that answer what somebody else tells
    for about, _, _, by, own in listed:
        about_own[about] &= bool(own)
        if not own:
            answered.add(by)
    for about, link, day, by, own in listed:
        if not (own and about_own[about] and by in answered):
            found[first.get(about, about)].append((link, day))
    return found


def _first_tellings(db: sqlite3.Connection) -> dict[int, int]:
    """The first telling of each statement that restates another."""
    again = dict(
        db.execute(
            "SELECT a.num, b.num FROM any_link JOIN item a ON a.id = from_id "
            "JOIN item b ON b.id = to_id WHERE any_link.kind = 'restates'"
        )
    )
    found = {}
    for one in again:
        seen, root = {one}, again[one]
        while root in again and root not in seen:
            seen.add(root)
            root = again[root]
        found[one] = root
    return found


def _answering(db: sqlite3.Connection, asked: EventFilter) -> set[int]:
    """The leads of events and the statements that answer; one about which they speak, too."""
    found = {hit.num for hit in find_events(db, replace(asked, limit=None))}
    leads = rows(db, "SELECT lead FROM event_lead WHERE event IN {nums}", found)
    answering = {lead for (lead,) in leads}
    if asked.at is None and not asked.type and not asked.status:
        names = {f.name for f in fields(StatementFilter)} - {"limit"}
        common = {f.name: getattr(asked, f.name) for f in fields(asked) if f.name in names}
        answering |= {hit.num for hit in find_statements(db, StatementFilter(**common))}
    return answering


def _load(
    db: sqlite3.Connection, groups: dict[int, list[_Side]], first: dict[int, int]
) -> Iterator[Dispute]:
    nums = [num for sides in groups.values() for num, _ in sides]
    listed = ", ".join(map(str, nums))
    keyed: dict[int, Joined] = {}
    loaded = load_links(db, f"num IN ({listed})", ())
    order = [n for (n,) in db.execute(_ORDERED.format(listed=listed))]
    for num, one in zip(order, join(db, loaded), strict=True):
        keyed[num] = one
    abouts = items_by_number(db, groups)
    leads = [num for num, row in abouts.items() if isinstance(row, EventRow)]
    events = {one.id: one for one in load_happenings(db, leads)}
    told = _told_by(db, nums, first)
    for about, sides in groups.items():
        every = [keyed[num] for num, _ in sides]
        found = _once(every, told)
        row = abouts[about]
        reports = {x.from_.report.id for x in every if x.from_ is not None}
        yield Dispute(
            id=id_of(row),
            about=row,
            sides=tuple(found),
            kinds=tuple(dict.fromkeys(x.link.kind for x in found)),
            slots=tuple(dict.fromkeys(_slot(x.link) for x in found)),
            day=_latest(sides) or None,
            reports=len(reports),
            origins=len(origins_of(db, reports)),
            event=events.get(id_of(row)),
        )


def _told_by(db: sqlite3.Connection, links: list[int], first: dict[int, int]) -> dict[str, str]:
    """The first telling of each statement that restates one and from which a link goes."""
    listed = ", ".join(map(str, links))
    sql = (
        "SELECT i.num, i.id FROM any_link l JOIN item i ON i.id = from_id "
        f"WHERE l.num IN ({listed})"
    )
    again = {num: id_ for num, id_ in db.execute(sql) if num in first}
    roots = {first[num] for num in again}
    ids = dict(rows(db, "SELECT num, id FROM item WHERE num IN {nums}", roots))
    return {id_: ids[first[num]] for num, id_ in again.items()}


def _once(sides: list[Joined], told: dict[str, str]) -> list[Joined]:
    """Each side once, whichever tellings of one event its links go to, and however often it is
    told again; ``told`` are the first tellings."""
    found: dict[tuple[str, str, Slot], Joined] = {}
    for one in sides:
        by = told.get(one.link.from_, one.link.from_)
        key = (one.link.kind, by, _slot(one.link))
        if key not in found or (one.link.from_ == by != found[key].link.from_):
            found[key] = one
    return list(found.values())


_ORDERED = (
    "SELECT num FROM any_link WHERE num IN ({listed}) "
    "ORDER BY num < 0, iif(num < 0, 0, num), kind, from_id, to_id, slot"
)


def _slot(link: Link) -> Slot:
    return link.slot or "whether"
