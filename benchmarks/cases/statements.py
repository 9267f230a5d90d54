"""What is wrong with a statement, by a row of a table of labelled cases.

Asked for in any case: source, cue, content, condition and consequence, empty meaning none. Every
other field is asked for where the row fills it: act, quote, named ("yes", "no"), addressee
(a name), certainty, polarity, said, channel, within (the number of the statement within its text
that reports this one).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.score.names import any_alike, tokens
from benchmarks.score.seed_fields import PARTLY, quoted, spans_of
from benchmarks.score.seeds import ENOUGH, jaccard
from benchmarks.score.spans import Span, words

Row = Mapping[str, str]
Json = Mapping[str, Any]

_SHARES = {"source": ENOUGH, "cue": ENOUGH, "content": ENOUGH, "condition": PARTLY,
           "consequence": PARTLY}  # fmt: skip


def statement_wrong(row: Row, found: Json, record: Json) -> list[str]:
    """Each field that is not as the row asks, with what was found."""
    marks = [m for m in words(row["text"]) if row["text"][m[0] : m[1]].isalnum()]
    wrong = []
    for key, share in _SHARES.items():
        wanted = spans(row["text"], row.get(key, ""))
        if jaccard(marks, wanted, spans_of(found[key])) < share:
            wrong.append(f"{key}: want {row.get(key)!r}, found {quoted(found[key])}")
    for key in ("act", "quote", "certainty", "polarity", "said"):
        if row.get(key) and found[key] != row[key]:
            wrong.append(f"{key}: want {row[key]}, found {found[key]}")
    named = "yes" if (found["source"] or {}).get("named") else "no"
    if row.get("named") and named != row["named"]:
        wrong.append(f"named: want {row['named']}, found {named}")
    if row.get("channel") and set(tokens(row["channel"])) != set(tokens(found["channel"] or "")):
        wrong.append(f"channel: want {row['channel']}, found {found['channel']}")
    if row.get("addressee"):
        names = _names(record, found["addressee"])
        if not any_alike([row["addressee"]], names):
            wrong.append(f"addressee: want {row['addressee']}, found {names[:1] or 'nobody'}")
    if row.get("within") and not found["within"]:
        wrong.append("within: want another statement, found none")
    return wrong


def spans(text: str, field: str) -> list[Span]:
    """Where the words of a field stand; " … " stands between the parts of a broken span."""
    found: list[Span] = []
    at = 0
    for piece in field.split(" … ") if field else []:
        start = text.find(piece, at)
        start = text.index(piece) if start < 0 else start
        found.append((start, start + len(piece)))
        at = start + len(piece)
    return found


def _names(record: Json, id_: str | None) -> list[str]:
    """All that the record calls an actor."""
    for actor in record["actors"]:
        if actor["id"] == id_:
            return [actor["name"], *actor["aliases"], *(m["text"] for m in actor["mentions"])]
    return []
