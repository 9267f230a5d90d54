"""Which column of a table, or key of a JSON object, holds what.

A column that the caller names is taken as named. The rest are guessed from their names, and the
text alone, where no name says it, from the length of what the column holds; every guess is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.errors import ColumnError
from onrecord.read.options import ROLES, ReadOptions, Role

# In the order of preference. Names are compared in lower case, words joined by "_".
_NAMES: dict[Role, tuple[str, ...]] = {
    "text": (
        "text", "full_text", "fulltext", "maintext", "main_text", "article_text", "article_body",
        "articlebody", "article_content", "content_text", "body_text", "content", "body",
        "content_html", "html", "article", "story", "report", "raw_text", "plain_text",
    ),
    "title": ("title", "headline", "article_title", "headlines", "heading", "news_title"),
    "outlet": (
        "outlet", "publisher", "publication", "newspaper", "site_name", "sitename",
        "source_name", "media_name", "news_source", "source", "media", "agency", "site",
        "source_domain", "domain",
    ),
    "author": ("author", "authors", "byline", "creator", "writer", "journalist"),
    "url": ("url", "link", "article_url", "web_url", "permalink", "canonical_url", "href", "uri"),
    "date": (
        "published", "published_at", "date_published", "published_date", "publication_date",
        "publish_date", "date_publish", "pub_date", "pubdate", "publishedat", "article_date",
        "date", "datetime", "timestamp", "created_at",
    ),
    "id": ("id", "unit_id", "article_id", "doc_id", "document_id", "uid", "guid", "uuid"),
}  # fmt: skip
_ENDINGS = {"text": ("_text", "_content", "_body"), "title": ("_title", "_headline")}
_LONG = 100
"""Code points that a column's cells hold on average, at least, to be taken for the text."""

Columns = dict[Role, str]


def normal(name: str) -> str:
    """``name`` as names are compared: "publishedAt", "Published at" → "published_at"."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[^0-9a-z]+", "_", name.lower()).strip("_")


def choose(
    present: Sequence[str], sample: Sequence[Mapping[str, object]], options: ReadOptions
) -> tuple[Columns, str | None]:
    """The column of each role, and in words what was guessed (None where all was told).

    ``present`` are the columns in their order, ``sample`` some rows. ColumnError where a column
    that was asked for is missing, or none can be taken for the text.
    """
    chosen: Columns = {}
    for role in ROLES:
        told = options.told_column(role)
        if told is not None:
            if told not in present:
                raise ColumnError(f"there is no column {told!r}; it has {_listed(present)}")
            chosen[role] = told
    guessed: list[Role] = []
    for role in ROLES:
        free = [name for name in present if name not in chosen.values()]
        if role not in chosen and (name := _by_name(role, free)):
            chosen[role] = name
            guessed.append(role)
    if "text" not in chosen:
        name = _by_length([n for n in present if n not in chosen.values()], sample)
        if name is None:
            raise ColumnError(
                f"no column can be told to hold the text; it has {_listed(present)}. "
                "Name the one with --text-column"
            )
        chosen["text"] = name
        guessed.insert(0, "text")
    told_words = ", ".join(f"{role} from {chosen[role]!r}" for role in guessed)
    return chosen, told_words or None


def looks_like_header(cells: Sequence[str]) -> bool:
    """Whether ``cells`` name a text column, as the first line of a table does."""
    return len(cells) > 1 and _by_name("text", cells) is not None


def _by_name(role: Role, free: Sequence[str]) -> str | None:
    normals = [(normal(name), name) for name in free]
    for known in _NAMES[role]:
        for plain, name in normals:
            if plain == known:
                return name
    for ending in _ENDINGS.get(role, ()):
        for plain, name in normals:
            if plain.endswith(ending):
                return name
    return None


def _by_length(free: Sequence[str], sample: Sequence[Mapping[str, object]]) -> str | None:
    best, length = None, float(_LONG)
    for name in free:
        cells = [value for row in sample if isinstance(value := row.get(name), str)]
        mean = sum(map(len, cells)) / len(cells) if cells else 0.0
        if mean > length:
            best, length = name, mean
    return best


def _listed(present: Sequence[str]) -> str:
    if not present:
        return "no columns"
    names = ", ".join(repr(name[:40]) for name in present[:20])
    return names + (f" and {len(present) - 20} more" if len(present) > 20 else "")
