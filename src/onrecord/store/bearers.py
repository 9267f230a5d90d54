"""What the record tells of those whom a short name may mean."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.identity import Bearer, Form, Post
from onrecord.identity.resolve import CLEAR

FORM = "k.num, k.sort, k.norm, k.country, k.office, k.month"
"""The columns of a form ``k``, its number first."""

_USE = "SELECT key, n FROM actor_use WHERE n > 0"
_TENURE = "SELECT key, office, country, month FROM actor_tenure WHERE n > 0"


def tallied(db: sqlite3.Connection, forms: Mapping[int, Form]) -> dict[Form, int]:
    """In how many reports each form stands, to a power of two; none that stands nowhere."""
    counts = db.execute(
        "SELECT key, n FROM actor_tally WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(forms)),),
    )
    return {forms[key]: _power(n) for key, n in counts if n}


def bearers_of(db: sqlite3.Connection, keys: Iterable[int], short: str) -> list[Bearer]:
    """The groups that these forms are of, each with what the record tells of it."""
    listed = json.dumps(sorted(set(keys)))
    ids = "(SELECT DISTINCT id FROM actor_group WHERE key IN (SELECT value FROM json_each(?)))"
    of: dict[str, dict[int, Form]] = defaultdict(dict)
    for num, *fields, group in db.execute(
        f"SELECT {FORM}, g.id FROM actor_group g CROSS JOIN actor_key k ON k.num = g.key "
        f"WHERE k.sort IN ('person', 'body') AND g.id IN {ids}",
        (listed,),
    ):
        of[group][num] = Form(*fields)
    # three queries for all: a common surname has thousands of bearers
    nums = [num for forms in of.values() for num in forms]
    tally = dict(_counted(db, "SELECT key, n FROM actor_tally WHERE n > 0", nums))
    used = dict(_counted(db, f"{_USE} AND short = ?", nums, short))
    posts: dict[int, list[Post]] = defaultdict(list)
    for key, *post in _counted(db, _TENURE, nums):
        posts[key].append(Post(*post))
    found = []
    for group, forms in sorted(of.items()):
        counts = {form: tally.get(num, 0) for num, form in forms.items()}
        by_country: dict[str, int] = defaultdict(int)
        for form, count in counts.items():
            by_country[form.country] += _power(count) if form.country else 0
        most = max(by_country.values())
        bearer = Bearer(
            group,
            _shown(max(sorted(counts), key=lambda form: _power(counts[form])).norm),
            frozenset(c for c, n in by_country.items() if n and n * CLEAR > most),
            frozenset(post for num in forms for post in posts[num]),
            sum(_power(used.get(num, 0)) for num in forms),
        )
        found.append(bearer)
    return found


def _counted(
    db: sqlite3.Connection, sql: str, nums: list[int], *values: str
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query that begins with a form's number, of these forms."""
    within = f"{sql} AND key IN (SELECT value FROM json_each(?))"
    yield from db.execute(within, (*values, json.dumps(nums)))


def _power(count: int) -> int:
    return 1 << (count.bit_length() - 1) if count else 0


def _shown(norm: str) -> str:
    return norm.removeprefix("=").replace("_", " ").title()
