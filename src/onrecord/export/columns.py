"""What the flat tables of an export hold, and in which order."""

from __future__ import annotations

from typing import Literal, TypeAlias

Cell: TypeAlias = str | int | float | bool | list[str] | None
Row: TypeAlias = dict[str, Cell]
Kind = Literal["text", "whole", "number", "flag", "texts"]
"""What a column holds: a string, an integer, a float, a truth value, a list of strings."""

_EVIDENCE: dict[str, Kind] = {"text": "text", "start": "whole", "end": "whole"}
_REPORT: dict[str, Kind] = {"report": "text", "outlet": "text", "published": "text"}
_ACTOR: dict[str, Kind] = {"id": "text", "kind": "text", "country": "text"}


def _prefixed(prefix: str, columns: dict[str, Kind]) -> dict[str, Kind]:
    return {f"{prefix}_{name}": kind for name, kind in columns.items()}


TABLES: dict[str, dict[str, Kind]] = {
    "reports": {
        "id": "text",
        "outlet": "text",
        "title": "text",
        "author": "text",
        "url": "text",
        "published": "text",
        "published_basis": "text",
        "language": "text",
        "sha256": "text",
        "version_of": "text",
        "text": "text",
    },
    "statements": {
        "id": "text",
        **_REPORT,
        "source": "text",
        **_prefixed("source", {**_ACTOR, "named": "flag", **_EVIDENCE}),
        "act": "text",
        "content": "texts",
        "content_spans": "texts",
        "quote": "text",
        **_prefixed("cue", _EVIDENCE),
        "addressee": "text",
        **_prefixed("addressee", _ACTOR),
        **_prefixed("condition", _EVIDENCE),
        **_prefixed("consequence", _EVIDENCE),
        "certainty": "text",
        "polarity": "text",
        "said": "text",
        "said_from": "text",
        "said_to": "text",
        "channel": "text",
        **_prefixed("channel", _EVIDENCE),
        "within": "text",
    },
    "events": {
        "id": "text",
        **_REPORT,
        "type": "text",
        "mode": "text",
        "context": "texts",
        "status": "text",
        **_prefixed("trigger", _EVIDENCE),
        "actors": "texts",
        "actor_ids": "texts",
        "recipients": "texts",
        "recipient_ids": "texts",
        "when": "text",
        "when_from": "text",
        "when_to": "text",
        "where": "text",
        "country": "text",
        "lat": "number",
        "lon": "number",
        "geonameid": "whole",
        "on_word_of": "text",
        "source": "text",
        "counts": "texts",
    },
    "actors": {
        "id": "text",
        **_REPORT,
        "name": "text",
        "kind": "text",
        "country": "text",
        "sector": "text",
        "named": "flag",
        "aliases": "texts",
        "roles": "texts",
        "mentions": "texts",
        "mention_spans": "texts",
    },
    "places": {
        "id": "text",
        **_REPORT,
        **_EVIDENCE,
        "name": "text",
        "country": "text",
        "lat": "number",
        "lon": "number",
        "geonameid": "whole",
        "feature": "text",
        "others": "texts",
    },
    "times": {
        "id": "text",
        **_REPORT,
        **_EVIDENCE,
        "type": "text",
        "value": "text",
        "from": "text",
        "to": "text",
        "anchor": "text",
    },
    "links": {
        "kind": "text",
        "from": "text",
        "to": "text",
        "score": "number",
        "why": "text",
        "slot": "text",
        "quotes": "texts",
        "quote_spans": "texts",
    },
}
"""Each table's columns in their order, with what they hold."""
