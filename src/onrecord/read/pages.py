"""HTML pages: the main text, and what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.errors import EmptyInput, FormatError
from onrecord.read.dates import UNKNOWN, DateReading, parse_date
from onrecord.read.decoding import decode
from onrecord.read.documents import ADVICE
from onrecord.read.fragment import check_depth
from onrecord.read.items import Draft, OnNotice
from onrecord.read.options import Limits, ReadOptions
from onrecord.read.sources import Source, read_all

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding=[\"']([\w-]+)", re.I
)
# Where publishers write the date of publication, the most exact first. A page's date of change, a
# copyright year or a date in the text are not taken.
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date_published", "publication_date", "publish_date", "publishdate", "published_date",
    "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
    "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "pubdate",
    "date",
)  # fmt: skip
_ARTICLE = re.compile(r"article|posting|report", re.I)


def page_drafts(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Draft]:
    """The one report of an HTML file."""
    data = read_all(source, options.limits.max_document_bytes, "max_document_bytes", ADVICE)
    yield page_of(data, source.where, options)


def page_of(
    data: bytes, where: str, options: ReadOptions, *, url: str | None = None,
    charset: str | None = None,
) -> Draft:  # fmt: skip
    """The draft of an HTML page. ``charset`` is what its sender declared, ``url`` where it was.

    EmptyInput where the page has no main text, LimitError where it nests too deep.
    """
    named = _CHARSET.search(data[:4096])
    declared = (named[1] or named[2]).decode("ascii") if named else charset
    markup = decode(data, told=options.encoding, declared=declared)
    return _draft(markup, where, options.limits, url)


def _draft(markup: str, where: str, limits: Limits, url: str | None) -> Draft:
    from lxml import etree  # these take a third of a second, which plain text need not wait for
    from lxml import html as lxml_html

    # An encoding in an XML declaration contradicts text that is decoded already.
    body = re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup)
    try:
        tree = lxml_html.document_fromstring(body)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"its HTML cannot be read ({error})", where=where) from error
    check_depth(tree, limits)
    facts = _facts(tree)
    try:
        document = _extracted(body, url)
    except Exception as error:  # it lets many kinds through on a broken page
        raise FormatError(f"its HTML cannot be read ({error})", where=where) from error
    text = (document.text or "").strip() if document is not None else ""
    if not text:
        raise EmptyInput(
            "the page has no main text; if it needs a script to show it, save it as text",
            where=where,
        )
    return Draft(
        where,
        text,
        title=document.title or facts.title,
        outlet=facts.outlet or document.sitename,
        author=document.author or facts.author,
        url=facts.url or document.url or url,
        date=facts.date,
        original=markup,
    )


def _extracted(markup: str, url: str | None) -> Any:
    """What trafilatura makes of the page; it fetches nothing."""
    from trafilatura import bare_extraction

    return bare_extraction(
        markup, url=url, include_comments=False, include_tables=True, with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip


def _facts(tree: HtmlElement) -> Draft:
    """What the page's head says, as a draft without text; JSON-LD first, then meta tags."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            metas.setdefault(name.lower(), meta.get("content").strip())
    linked = _linked(tree)
    date = linked.date or next(
        (r for name in _DATE_METAS if name in metas and (r := parse_date(metas[name])) != UNKNOWN),
        None,
    )
    canonical = next(
        (e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"), None
    )
    address = canonical or metas.get("og:url") or linked.url
    return replace(
        linked,
        title=linked.title or metas.get("og:title"),
        outlet=linked.outlet or metas.get("og:site_name"),
        author=linked.author,
        url=address if address and address.startswith(("http://", "https://")) else None,
        date=date or _tagged_date(tree),
    )


def _tagged_date(tree: HtmlElement) -> DateReading | None:
    """The date of a <time> that is marked as the publication's."""
    for node in tree.iter("time"):
        if node.get("itemprop") == "datePublished" or node.get("pubdate") is not None:
            reading = parse_date(node.get("datetime") or node.text_content())
            if reading != UNKNOWN:
                return reading
    return None


def _linked(tree: HtmlElement) -> Draft:
    """What the page's JSON-LD says of the article on it."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text)
        except (json.JSONDecodeError, RecursionError):
            continue
        for item in _items(data):
            if _ARTICLE.search(str(item.get("@type", ""))):
                date = parse_date(str(item.get("datePublished", "")))
                return Draft(
                    "", "",
                    title=_name(item.get("headline")),
                    outlet=_name(item.get("publisher")),
                    author=_name(item.get("author")),
                    url=_name(item.get("url")),
                    date=date if date != UNKNOWN else None,
                )  # fmt: skip
    return Draft("", "")


def _items(data: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _items(item)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"))


def _name(value: object) -> str | None:
    from onrecord.read.rows import plain

    words = plain(value)
    return " ".join(words.split()) or None if words else None
