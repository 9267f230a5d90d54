"""A timeline to scale: density where items crowd, one mark each where there is room."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from math import sqrt
from typing import Literal

from markupsafe import Markup

from onrecord.store.density import OTHERS, DayCount
from onrecord.web.draw.scale import Scale, following, in_full
from onrecord.web.draw.svg import element, joined

WIDTH, LEFT, TOP = 960.0, 150.0, 26.0
LANE, BAR, MARK = 34.0, 26.0, 9.0
"""Heights: of a lane of bars, of its highest bar, of one mark among those of a lane."""
LANES = 9
"""The fullest lanes are drawn, the others stand together in one."""
NAME = 24
"""Characters of a lane's name that have room beside it."""
_DAY = timedelta(days=1)
Address = Callable[[str, str], str]
"""The address of the same page for the days from one to another, both included."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One item: where it leads, what it is called, and its half-open days.

    ``part`` is the part of its day at which it was, where that is told. ``status`` is a word that
    the stylesheet knows.
    """

    kind: Literal["event", "statement"]
    lane: str
    day: str
    day_end: str
    href: str
    label: str
    status: str
    part: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A lane in its place: ``top`` is in units from the upper edge."""

    lane: str
    top: float
    height: float


def span_of(counts: Iterable[DayCount]) -> tuple[date, date] | None:
    """The shortest stretch of days in which nine in ten begin; None where nothing does.

    A war's reports recall a treaty of a century ago: it is there to be asked for, and does not
    squeeze all the rest into a line.
    """
    totals: Counter[date] = Counter()
    for one in counts:
        totals[_date(one.day)] += one.items
    days = sorted(totals)
    if not days:
        return None
    wanted = -(-9 * sum(totals.values()) // 10)
    best = (days[0], days[-1])
    first = held = 0
    for last in days:
        held += totals[last]
        while held - totals[days[first]] >= wanted:
            held -= totals[days[first]]
            first += 1
        if held >= wanted and last - days[first] < best[1] - best[0]:
            best = (days[first], last)
    room = timedelta(days=1 + (best[1] - best[0]).days // 40)
    return best[0] - room, best[1] + room


def density(
    counts: Sequence[DayCount], days: tuple[date, date], names: Mapping[str, str], address: Address
) -> Markup:
    """Bars by lane; each leads to its days, so from years to hours. ``names`` are the lanes'."""
    scale = Scale(*days, LEFT, WIDTH - LEFT - 8)
    # as ISO dates, which are in order as they are written
    start, end = days[0].isoformat(), days[1].isoformat()
    shown = [c for c in counts if c.day < end and c.day_end > start]
    rows = _rows(_lanes(shown), lambda _: LANE)
    bins: dict[str, Counter[date]] = defaultdict(Counter)
    spans: list[DayCount] = []
    # a day's bin is the same for every lane
    bin_of = cache(scale.bin)
    for one in shown:
        first = bin_of(_date(one.day))
        if first == bin_of(_date(one.day_end) - _DAY):
            bins[_in(one.lane, rows)][first] += one.items
        else:
            spans.append(one)
    most = max((n for counted in bins.values() for n in counted.values()), default=1)
    bars = joined(
        _bar(rows[lane], start, count, most, scale, names.get(lane, lane), address)
        for lane, counted in sorted(bins.items())
        for start, count in sorted(counted.items())
    )
    lines = joined(_spans(spans, rows, scale))
    what = f"{sum(c.items for c in shown):,} dated items from {days[0]} to {days[1]}"
    return _drawing(rows, scale, names, [lines, bars], what)


def marks(items: Sequence[Mark], days: tuple[date, date], names: Mapping[str, str]) -> Markup:
    """One mark an item, above each other where they meet; unsettled dates as the spans they are."""
    scale = Scale(*days, LEFT, WIDTH - LEFT - 8)
    lanes: dict[str, list[list[tuple[float, float, Mark]]]] = {}
    for item in sorted(items, key=lambda m: (m.day, m.part or 0.0, m.label, m.href)):
        x, x2 = _extent(item, scale)
        levels = lanes.setdefault(item.lane, [])
        for level in levels:
            if level[-1][1] + 1 < x:
                level.append((x, x2, item))
                break
        else:
            levels.append([(x, x2, item)])
    order = sorted(lanes, key=lambda lane: (-sum(map(len, lanes[lane])), lane))
    rows = _rows(order, lambda lane: max(LANE, MARK * len(lanes[lane]) + 10))
    drawn = joined(
        _mark(rows[lane], number, *placed)
        for lane in order
        for number, level in enumerate(lanes[lane])
        for placed in level
    )
    return _drawing(rows, scale, names, [drawn], f"{len(items)} items from {days[0]} to {days[1]}")


def _lanes(shown: Iterable[DayCount]) -> list[str]:
    totals: Counter[str] = Counter()
    for one in shown:
        totals[one.lane] += one.items
    ordered = sorted(totals.keys() - {OTHERS}, key=lambda lane: (-totals[lane], lane))
    if len(ordered) > LANES or OTHERS in totals:
        return [*ordered[: LANES - 1], OTHERS]
    return ordered


def _rows(lanes: Iterable[str], height: Callable[[str], float]) -> dict[str, Row]:
    rows, top = {}, TOP
    for lane in lanes:
        rows[lane] = Row(lane, top, height(lane))
        top += rows[lane].height
    return rows


def _in(lane: str, rows: Mapping[str, Row]) -> str:
    return lane if lane in rows else OTHERS


def _bar(
    row: Row, start: date, count: int, most: int, scale: Scale, name: str, address: Address
) -> Markup:
    end = following(start, scale.unit)
    x, x2 = scale.x(start), scale.x(end)
    height = max(2.0, BAR * sqrt(count / most))
    label = f"{in_full(start, scale.unit)}: {count:,} × {name}"
    rect = element(
        "rect", element("title", label), x=x, y=row.top + row.height - 4 - height,
        width=max(x2 - x - 0.6, 1.0), height=height,
    )  # fmt: skip
    last = (end - timedelta(days=1)).isoformat()
    return element("a", rect, href=address(start.isoformat(), last), aria_label=label)


def _spans(spans: Sequence[DayCount], rows: Mapping[str, Row], scale: Scale) -> Iterator[Markup]:
    """Items whose day is not settled within a bin, as lines on the floor of their lane."""
    found: Counter[tuple[str, str, str]] = Counter()
    for one in spans:
        found[_in(one.lane, rows), one.day, one.day_end] += one.items
    for (lane, day, end), count in sorted(found.items()):
        y = rows[lane].top + rows[lane].height - 2.5
        told = f"{count:,} some time from {day} to before {end}"
        yield element(
            "line", element("title", told), x1=scale.x(_date(day)), x2=scale.x(_date(end)), y1=y,
            y2=y, class_="span",
        )  # fmt: skip


def _extent(item: Mark, scale: Scale) -> tuple[float, float]:
    first, last = _date(item.day), _date(item.day_end)
    if item.part is not None:
        x = scale.x(first, item.part)
        return x - 4, x + 4
    if (last - first).days <= 1 and scale.days > 3:
        middle = scale.x(first, 0.5)
        return middle - 4, middle + 4
    return scale.x(first) + 1, max(scale.x(last) - 1, scale.x(first) + 8)


def _mark(row: Row, level: int, x: float, x2: float, item: Mark) -> Markup:
    y = row.top + row.height - 9 - MARK * level
    title = element("title", item.label)
    if x2 - x > 8.5:
        shape = element("rect", title, x=x, y=y - 2.5, width=x2 - x, height=5.0, rx=2.5)
    elif item.kind == "event":
        shape = element("circle", title, cx=(x + x2) / 2, cy=y, r=3.6)
    else:
        shape = element("rect", title, x=(x + x2) / 2 - 3.2, y=y - 3.2, width=6.4, height=6.4)
    classes = f"{item.kind} {item.status}" + (" span" if x2 - x > 8.5 else "")
    return element("a", shape, href=item.href, class_=classes, aria_label=item.label)


def _drawing(
    rows: Mapping[str, Row], scale: Scale, names: Mapping[str, str], drawn: list[Markup], what: str
) -> Markup:
    bottom = max((row.top + row.height for row in rows.values()), default=TOP + LANE)
    ticks = list(scale.ticks())
    axis = joined(
        element("line", x1=x, x2=x, y1=TOP - 4, y2=bottom) + element("text", name, x=x + 3, y=14.0)
        for x, name in ticks
    )
    labels = joined(
        element("line", x1=0.0, x2=WIDTH, y1=row.top + row.height, y2=row.top + row.height)
        + _name(names.get(row.lane, row.lane), row)
        for row in rows.values()
    )
    picture = element(
        "svg",
        element("g", axis, class_="axis", aria_hidden="true"),
        element("g", labels, class_="lanes"),
        element("g", *drawn, class_="drawn"),
        class_="timeline",
        viewBox=f"0 0 {WIDTH:.0f} {bottom + 2:.0f}",
        role="group",
        aria_label=what,
    )
    return element("div", picture, class_="scrolled", tabindex="0", role="region", aria_label=what)


def _name(name: str, row: Row) -> Markup:
    """A lane's name, cut where the drawing begins; whole for who points at it."""
    shown = name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"
    more = [element("title", name)] if shown != name else []
    return element("text", *more, shown, x=2.0, y=row.top + row.height - 8)


@lru_cache(maxsize=16_384)
def _date(day: str) -> date:
    return date.fromisoformat(day[:10])
