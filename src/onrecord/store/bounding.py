"""Between which days undated reports must have come out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.store.answer import report_refs
from onrecord.store.viewrows import Bound

_AFTER = """
SELECT r.num, mine.id, theirs.id, o.day, o.when_, text.words
FROM report r
JOIN event e ON e.report = r.num AND e.status IN ('happened', 'ongoing', 'alleged', 'denied')
JOIN item mine ON mine.num = e.num
JOIN any_link l ON (l.from_id = mine.id OR l.to_id = mine.id)
  AND l.kind IN ('same_event', 'includes')
JOIN item theirs ON theirs.id = iif(l.from_id = mine.id, l.to_id, l.from_id)
JOIN event o ON o.num = theirs.num AND o.basis = 'stated' AND o.report <> r.num
JOIN (SELECT s.item, substr(t.text, s.start + 1, s.stop - s.start) AS words
      FROM span s JOIN report t ON t.num = s.report WHERE s.role = 'trigger') text
  ON text.item = e.num
WHERE r.published IS NULL AND (l.kind = 'same_event' OR l.from_id = mine.id)
ORDER BY r.id, o.day DESC, mine.id, theirs.id
"""

_BEFORE = """
SELECT r.num, r.id, c.id, substr(c.published, 1, 10), l.why
FROM report r JOIN cross_link l ON l.kind = 'copies' AND l.to_id = r.id
JOIN report c ON c.id = l.from_id AND c.published IS NOT NULL
WHERE r.published IS NULL AND l.why LIKE '%it credits%'
ORDER BY r.id, c.published, c.id
"""


def bounds(db: sqlite3.Connection) -> Iterator[Bound]:
    """Of each undated report that others bound, the days, with what shows them."""
    after: dict[int, tuple[str, str, tuple[str, str]]] = {}
    for num, mine, theirs, day, when, words in db.execute(_AFTER):
        told = " ".join(words.split())
        reason = f"it tells of the “{told}” of {when or day}, as another report dates it"
        after.setdefault(num, (day, reason, (mine, theirs)))
    before: dict[int, tuple[str, str, tuple[str, str]]] = {}
    for num, mine, theirs, day, why in db.execute(_BEFORE):
        following = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        reason = f"a report of {day} copies it: {why}"
        before.setdefault(num, (following, reason, (mine, theirs)))
    refs = report_refs(db, {*after, *before})
    for num in sorted(refs, key=lambda num: refs[num].id):
        first, last = after.get(num), before.get(num)
        found = [x for x in (first, last) if x is not None]
        yield Bound(
            refs[num],
            first[0] if first else None,
            last[0] if last else None,
            tuple(x[1] for x in found),
            tuple(x[2] for x in found),
        )
