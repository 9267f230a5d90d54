"""Answers about many reports as they are shown: each with its reasons and the words behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.text import Text

from onrecord import words
from onrecord.cli.cards import (
    DIM,
    STATUS_STYLES,
    WHAT,
    WHO,
    Entry,
    condition_of,
    day_words,
    head,
    quote_of,
    source_line,
    source_of,
)
from onrecord.cli.out import safe
from onrecord.records import Link
from onrecord.store.rows import StatementRow
from onrecord.store.viewrows import (
    Bound,
    CopyRow,
    Dispute,
    Happening,
    Item,
    Joined,
    LedgerRow,
    LinkRow,
    News,
    OriginsPage,
    Said,
    SilenceRow,
    SpeakerPage,
)

LINK = "magenta"
MOST_TOLLS, MOST_REPORTS = 4, 6


def sources(reports: int, origins: int) -> str:
    """How many reports carry it, and how many origins those come from."""
    return f"{_count(reports, 'report')}, {_count(origins, 'origin')}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")


class Timeline:
    """One entry an event or utterance; a day stands once where entries share it."""

    def __init__(self) -> None:
        self._day = ""

    def entry(self, one: Happening | Said) -> Entry:
        """An event with all that its tellings come to, or an utterance."""
        if isinstance(one, Said):
            body = [head(one.row), quote_of(one.row), _carried(one.row, one.reports, one.origins)]
            return Entry(self._left(day_words(one.row)), body)
        return Entry(self._left(_day_of(one)), list(_happening(one)))

    def _left(self, day: str) -> str:
        left = "" if day == self._day else day
        self._day = day
        return left


def _day_of(one: Happening) -> str:
    value = one.day if one.basis == "stated" and _single(one) else one.lead.event.when
    return words.day_of(one.day, one.basis, value if one.basis == "stated" else None)


def _single(one: Happening) -> bool:
    return one.day is not None and len(one.tellings) > 1 and one.day in one.whens


def _happening(one: Happening) -> Iterator[Text]:
    if len(one.tellings) == 1:
        yield head(one.lead)
    else:
        actors = ", ".join(actor.name for actor in one.actors[:2]) or words.UNKNOWN
        recipients = ", ".join(actor.name for actor in one.recipients[:2])
        who = f"{actors} → {recipients}" if recipients else actors
        parts = [safe(who, WHO), safe(words.what_of(one.lead), WHAT)]
        parts.append(safe(" / ".join(one.statuses), STATUS_STYLES[one.lead.event.status]))
        parts += [safe(f"at {one.place.name}")] if one.place else []
        yield Text("  ").join(parts)
    tolls = list(dict.fromkeys(f"{t.words} {t.what}" for t in one.tolls))
    if len(one.tellings) > 1 and tolls:
        more = f" and {len(tolls) - MOST_TOLLS} more" if len(tolls) > MOST_TOLLS else ""
        yield safe(f"numbers told: {'; '.join(tolls[:MOST_TOLLS])}{more}")
    yield quote_of(one.lead)
    yield _carried(one.lead, one.reports, len(one.origins))


def _carried(row: Item, reports: int, origins: int) -> Text:
    line = source_of(row)
    if reports > 1:
        line = Text.assemble(line, safe(f" · {sources(reports, origins)}", style=LINK))
    return line


def dispute(one: Dispute) -> Entry:
    """What is in dispute, and each side against it, the reason and the words."""
    if one.event is not None:
        body = list(_happening(one.event))
    else:
        body = [head(one.about), quote_of(one.about), source_of(one.about)]
    for side in one.sides:
        body += _side(side)
    count = f"disputed in {sources(one.reports, one.origins)}: {', '.join(one.slots)}"
    day = _day_of(one.event) if one.event is not None else day_words(one.about)
    return Entry(day, [*body, safe(count, style=DIM)])


def _side(side: Joined) -> list[Text]:
    told = safe(f"{_kind(side.link)}: {side.link.why}", style=LINK)
    if side.from_ is None:
        return [told]
    lines = [told, Text.assemble(safe(f"{day_words(side.from_)}  ", WHAT), head(side.from_))]
    return [*lines, quote_of(side.from_), source_of(side.from_)]


def _kind(link: Link) -> str:
    kind = link.kind.replace("_", " ")
    return f"{kind} ({link.slot})" if link.slot else kind


def origins_page(page: OriginsPage) -> Iterator[Text | Entry]:
    """The claim, then each origin with its copies, then each telling's chain."""
    if page.event is not None:
        yield Entry(_day_of(page.event), list(_happening(page.event)))
    else:
        yield Entry(day_words(page.about), [head(page.about), quote_of(page.about)])
    yield safe(sources(page.reports, len(page.origins)), style="bold")
    for number, origin in enumerate(page.origins, 1):
        credit = f", crediting {', '.join(origin.agencies)}" if origin.agencies else ""
        lines = [Text.assemble(source_line(origin.report, origin.report.id), safe(credit))]
        by = "copied by" if origin.told else "the same text in"
        lines += [safe(f"{by} {words.reference(ref)}") for ref in origin.copies]
        if origin.copies and not origin.told:
            lines.append(safe("which of them had it first the texts do not tell", style=DIM))
        yield Entry(f"origin {number}", lines)
    for chain in page.chains:
        way = " ← ".join(step.name for step in chain.steps)
        yield Entry("", [safe(way, WHO), quote_of(chain.row), source_of(chain.row)])


def copy(one: CopyRow) -> Entry:
    """The copy, its origin, the reason, and the words that were changed."""
    body = [
        safe(words.reference(one.copy), WHO),
        safe(f"{'from' if one.link.directed else 'and'} {words.reference(one.origin)}", WHO),
        safe(one.link.why),
    ]
    for was, now in one.changed[:MOST_REPORTS]:
        first, second = (was or "…"), (now or "…")
        changed = f"“{first}” became “{second}”" if one.link.directed else f"“{second}” / “{first}”"
        body.append(safe(changed, style=LINK))
    ids = f"{words.short_id(one.copy.id)} · {words.short_id(one.origin.id)}"
    return Entry(f"{one.link.score:.2f}", [*body, safe(ids, style=DIM)])


def link_entry(one: LinkRow) -> Entry:
    """A link with its kind and reason, and the words at both its ends."""
    body = [safe(f"{_kind(one.link)}: {one.link.why}", style=LINK)]
    for word, id_, row, report in (
        ("from", one.link.from_, one.from_, one.from_report),
        ("to" if one.link.directed else "and", one.link.to, one.to, one.to_report),
    ):
        if row is None:
            body.append(Text.assemble(safe(f"{word}  "), source_line(report, id_)))
        else:
            body.append(Text.assemble(safe(f"{word}  {day_words(row)}  ", WHAT), head(row)))
            body += [quote_of(row), source_of(row)]
    return Entry(f"{one.link.score:.2f}", body)


class WarningLedger:
    """The ledger of warnings: each utterance once, with what came of it."""

    def entry(self, one: LedgerRow) -> Entry:
        """By whom to whom, if what, then what, how often, and what happened."""
        row = one.row
        own = one.tellings
        body = [head(row), *condition_of(row.statement)]
        if row.statement.condition is None:
            body.append(quote_of(row))
        for what, links in (
            ("said before", one.before),
            ("said again", one.again),
            ("the condition was met", one.met),
            ("carried out", one.fulfilled),
            ("withdrawn", one.withdrawn),
            ("answered", one.answers),
        ):
            # the reports that carry a warning may each be linked to the one event
            told = dict.fromkeys(_after(what, link, own) for link in links)
            body += [safe(line, style=LINK) for line in told]
        body.append(safe(words.outcome_of(one), style="bold"))
        return Entry(day_words(row), [*body, _carried(row, one.reports, one.origins)])


def _after(what: str, one: Joined, own: Collection[str]) -> str:
    """What stands at the end of a link that is none of the ``own`` tellings, and why."""
    ours = one.link.from_ in own
    end, other = (one.link.to, one.to) if ours else (one.link.from_, one.from_)
    when = f" {day_words(other)}" if other is not None else ""
    told = f"{words.reference(other.report)} · " if other is not None else ""
    return f"{what}{when}: {one.link.why} ({told}{words.short_id(end)})"


class SilenceLedger:
    """Who would not speak."""

    def entry(self, one: SilenceRow) -> Entry:
        """The silence, and the first answer after it."""
        body = [head(one.row), quote_of(one.row), source_of(one.row)]
        if one.answered is not None:
            body.append(safe(f"spoke {day_words(one.answered)}: {one.reason}", style=LINK))
            body += [quote_of(one.answered), source_of(one.answered)]
        return Entry(day_words(one.row), body)


class SpeakerLedger:
    """All that one actor said."""

    def head(self, page: SpeakerPage) -> Text:
        """Who it is, and how much there is."""
        actor = page.actor
        also = f" (also {', '.join(actor.aliases[:4])})" if actor.aliases else ""
        told = f"{_count(len(page.said), 'utterance')}, {_count(len(page.silences), 'silence')}"
        lines = Text.assemble(safe(actor.name, WHO), safe(f"{also}: {told}"))
        if page.others:
            lines.append("\nso called as well, and asked for by the id:", LINK)
        for other in page.others:
            said = _count(other.statements, "statement")
            lines.append(safe(f"\n  {other.id}  {other.name}: {said}", style=LINK))
        return lines

    def row_of(self, one: Said | StatementRow) -> StatementRow:
        """The statement that stands for it."""
        return one.row if isinstance(one, Said) else one

    def entry(self, one: Said | StatementRow) -> Entry:
        """What was said, and how it is linked to the rest."""
        row = self.row_of(one)
        body = [head(row), quote_of(row)]
        if isinstance(one, Said):
            own = {telling.statement.id for telling in one.tellings}
            told = dict.fromkeys(_after(_kind(x.link), x, own) for x in one.links)
            body += [safe(line, style=LINK) for line in told]
            body.append(_carried(row, one.reports, one.origins))
        else:
            body.append(source_of(row))
        return Entry(day_words(row), body)


def bound(one: Bound) -> Entry:
    """The report and the days that others leave it, with the reasons."""
    span = " and ".join(
        part
        for part in (
            f"not before {one.after}" if one.after else "",
            f"before {one.before}" if one.before else "",
        )
        if part
    )
    body = [safe(words.reference(one.report), WHO), safe(span, WHAT)]
    body += [safe(reason) for reason in one.reasons]
    shown = ", ".join(words.short_id(id_) for pair in one.shown for id_ in pair)
    return Entry("undated", [*body, safe(shown, style=DIM)])


def news_entry(one: News) -> Entry:
    """A report that came in; an event with its words; what came of a claim or of a warning."""
    if one.row is None:
        report = one.report
        version = f"a later version of {words.short_id(report.version_of or '')}"
        return Entry(
            (report.published or "undated")[:10],
            [safe(words.headline(report, 90)), source_line(report, report.id),
             safe(version if report.version_of else "", style=DIM)],
        )  # fmt: skip
    body = [head(one.row), quote_of(one.row), source_of(one.row)]
    return Entry(day_words(one.row), body + (_side(one.joined) if one.joined else []))
