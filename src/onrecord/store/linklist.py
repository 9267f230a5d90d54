"""Links as a list: of an item, of a report, or all, with what stands at both ends."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import get_args

from onrecord.errors import QueryError
from onrecord.records import Link, LinkKind
from onrecord.store.answer import chunks, report_refs
from onrecord.store.found import full_id
from onrecord.store.joining import LISTED, join
from onrecord.store.load import load_links
from onrecord.store.rows import ReportRef
from onrecord.store.viewrows import LinkRow

KINDS: tuple[str, ...] = get_args(LinkKind)
"""The kinds of link, in the order in which a list has them."""


def listed(
    db: sqlite3.Connection, asked: str | None, kinds: Collection[str], limit: int | None
) -> Iterator[LinkRow]:
    """The links of the item or report ``asked``, or all; of ``kinds``, or of all kinds.

    A report's are those from or to it and everything in it. By kind, then by where they go from.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise QueryError(f"{kind!r} is no kind of link; kinds are {', '.join(KINDS)}")
    wanted = [kind for kind in KINDS if not kinds or kind in kinds]
    order = _numbers(db, None if asked is None else full_id(db, asked), wanted, limit)
    for some in chunks(order):
        links = load_links(db, f"num IN ({', '.join(map(str, some))})", ())
        yield from _rows(db, sorted(links, key=_place))


def _numbers(
    db: sqlite3.Connection, id_: str | None, kinds: Sequence[str], limit: int | None
) -> list[int]:
    """The numbers of the links, in their order; those between reports have numbers below 0."""
    where, ends = "", {}
    if id_ is not None:
        # "9f2c…" with all that begins "9f2c…:", or the one item
        ends = {"id": id_, "first": f"{id_}:", "last": f"{id_};"}
        one = "{0} = :id OR {0} >= :first AND {0} < :last"
        where = f"AND ({one.format('from_id')} OR {one.format('to_id')})"
    rank = " ".join(f"WHEN '{kind}' THEN {at}" for at, kind in enumerate(KINDS))
    among = ", ".join(f"'{kind}'" for kind in kinds)
    found = db.execute(
        f"SELECT num FROM any_link WHERE kind IN ({among}) {where} "
        f"ORDER BY CASE kind {rank} END, substr(from_id, 1, instr(from_id || ':', ':')), "
        "length(from_id), from_id, substr(to_id, 1, instr(to_id || ':', ':')), length(to_id), "
        "to_id, slot LIMIT :most",
        {**ends, "most": -1 if limit is None else limit},
    )
    return [num for (num,) in found]


def _place(link: Link) -> tuple[int, tuple[str, int, str], tuple[str, int, str], str]:
    """As ``_numbers`` orders them."""
    from_, to = ((end.partition(":")[0], len(end), end) for end in (link.from_, link.to))
    return KINDS.index(link.kind), from_, to, link.slot or ""


def _rows(db: sqlite3.Connection, links: Sequence[Link]) -> Iterator[LinkRow]:
    ids = sorted({end.partition(":")[0] for one in links for end in (one.from_, one.to)})
    sql = f"SELECT num FROM report WHERE id IN {LISTED}"
    nums = [num for (num,) in db.execute(sql, (json.dumps(ids),))]
    refs: dict[str, ReportRef] = {ref.id: ref for ref in report_refs(db, nums).values()}
    for one in join(db, links):
        first, second = (refs[end.partition(":")[0]] for end in (one.link.from_, one.link.to))
        yield LinkRow(one.link, one.from_, one.to, first, second)
