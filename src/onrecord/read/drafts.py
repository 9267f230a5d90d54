"""From a draft to a report: dated, named, its language told, its id made."""

from __future__ import annotations

from onrecord.errors import EmptyInput, LimitError
from onrecord.read.dates import DateReading
from onrecord.read.frontmatter import Front, front
from onrecord.read.identity import report_id, sha256_of
from onrecord.read.items import Draft, Notice, OnNotice
from onrecord.read.language import is_readable, language_of
from onrecord.read.legible import legible
from onrecord.read.options import ReadOptions
from onrecord.records import PublishedBasis, Report

_SURROGATES = range(0xD800, 0xE000)


def report_of(draft: Draft, options: ReadOptions, notify: OnNotice) -> Report:
    """The report that ``draft`` is. EmptyInput or LimitError where it cannot be one."""
    text = _whole(draft.text)
    if not text.strip():
        raise EmptyInput("there is no text in it", where=draft.where)
    limit = options.limits.max_text_chars
    if len(text) > limit:
        raise LimitError(
            f"it holds {len(text):,} characters; at most {limit:,} make one report "
            "(max_text_chars). If it holds many reports, give each its own file, or a row of CSV",
            where=draft.where,
        )
    title = options.title or draft.title
    head = front(legible(text).text, title=title)
    if title is None and head.headline is not None:
        title = head.headline.text
    outlet = options.outlet or draft.outlet
    url = options.url or draft.url
    language = options.language or language_of(text)
    published, basis = published_of(draft, head, options, notify)
    return Report(
        id=report_id(text, outlet=outlet, title=title, url=url),
        text=text,
        sha256=sha256_of(text),
        outlet=outlet,
        title=title,
        author=options.author or draft.author,
        url=url,
        published=published,
        published_basis=basis,
        language=language,
        readable=is_readable(language),
        path=draft.where,
        original=_whole(draft.original) if draft.original else None,
    )


def published_of(
    draft: Draft, head: Front, options: ReadOptions, notify: OnNotice
) -> tuple[str | None, PublishedBasis | None]:
    """When the report was published and how that is known.

    Told wins. Between a page's or a feed's own metadata and the date that leads the text, the
    metadata wins. Between a table's column and the text, the text wins: the report says of itself
    when it is from, while a table's date may be of the event or of the download. Where the text's
    date could be read two ways, the column chooses if it is one of them; else, for what the two
    say cannot both be so, nothing is known.
    """
    if options.published is not None:
        return options.published, "told"
    meta = draft.date.settled(options.day_first) if draft.date else None
    own = head.published or DateReading()
    lead = own.settled(options.day_first if options.day_first is not None else draft.day_first)
    if lead is None and own.either is None:
        return (meta, "metadata") if meta else (None, None)
    if meta is None:
        return (lead, "text") if lead else (_common(draft.date, own), _basis(draft.date, own))
    if draft.own_metadata:
        return meta, "metadata"
    says = {lead[:10]} if lead else set(own.either or ())
    if meta[:10] in says:
        return meta, "metadata"
    shown = lead or " or ".join(sorted(says))
    taken = "the text's is taken" if lead else "neither is taken"
    notify(Notice(draft.where, f"its column says {meta}, its text {shown}: {taken}"))
    return (lead, "text") if lead else (None, None)


def _common(meta: DateReading | None, own: DateReading) -> str | None:
    """The only day that two ambiguous dates can both mean."""
    days = set(meta.either or ()) & set(own.either or ()) if meta else set()
    return days.pop() if len(days) == 1 else None


def _basis(meta: DateReading | None, own: DateReading) -> PublishedBasis | None:
    return "text" if _common(meta, own) else None


def _whole(text: str) -> str:
    """``text`` with half surrogate pairs, which JSON may hold and UTF-8 cannot, as U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if ord(c) in _SURROGATES else c for c in text)
    return text
