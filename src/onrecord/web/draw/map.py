"""A map of places: how often each is told of, and how exactly each is known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from onrecord.store.rows import PlaceRow
from onrecord.web import links
from onrecord.web.draw.outlines import Array, Ring, rings
from onrecord.web.draw.svg import element, joined

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 0.12
EDGE = 0.04
"""The part of the drawing along its edge in which a mark would be cut off."""
"""Of the width that the places take up, kept free around them."""
SMALLEST = 1.5
"""Degrees that the map shows at the least, so that one town stands in its country."""
LABELS = 24
_LARGEST, _LEAST = 22.0, 3.0
_FEATURE_AREA = ("A", "L")


@dataclass(frozen=True, slots=True)
class Box:
    """What a map shows, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, text: str) -> Box | None:
        """The box of "west,south,east,north"; None where that is none."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            return None
        sound = -180 <= west < east <= 180 and -90 <= south < north <= 90
        return cls(west, south, east, north) if sound else None

    def __str__(self) -> str:
        return f"{self.west:.2f},{self.south:.2f},{self.east:.2f},{self.north:.2f}"

    def scaled(self, by: float) -> Box:
        """The box around the same middle, ``by`` times as wide, within the world."""
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        w, h = (self.east - self.west) * by / 2, (self.north - self.south) * by / 2
        return Box(max(-180, x - w), max(-85, y - h), min(180, x + w), min(85, y + h))


def box_of(places: Sequence[PlaceRow]) -> Box:
    """Where most mentions of spots are, of areas where there are none; else the world.

    A country far away that is told of as a party is no reason to show half the world.
    """
    spots = [p for p in places if not is_area(p)] or list(places)
    known = [(p.lon, p.lat, p.mentions) for p in spots if p.lat is not None and p.lon is not None]
    if not known:
        return Box(-170, -56, 180, 75)
    west, east = _middle([(lon, n) for lon, _, n in known])
    south, north = _middle([(lat, n) for _, lat, n in known])
    return _framed(west, south, east, north)


def _middle(weighted: list[tuple[float, int]]) -> tuple[float, float]:
    """Between which values all but a fourteenth at both ends lies."""
    ordered = sorted(weighted)
    total, sofar = sum(n for _, n in ordered), 0
    low = high = ordered[0][0]
    for value, n in ordered:
        if sofar <= 0.07 * total:
            low = value
        if sofar <= 0.93 * total:
            high = value
        sofar += n
    return low, high


def _framed(west: float, south: float, east: float, north: float) -> Box:
    """With room around, in the proportions of the drawing."""
    x, y = (west + east) / 2, (south + north) / 2
    stretch = math.cos(math.radians(y)) or 0.1
    w = max(east - west, SMALLEST) * (1 + 2 * (MARGIN + EDGE))
    h = max(north - south, SMALLEST) * (1 + 2 * (MARGIN + EDGE))
    w = max(w, h * WIDTH / HEIGHT / stretch)
    h = max(h, w * stretch * HEIGHT / WIDTH)
    return Box(max(-180, x - w / 2), max(-85, y - h / 2), min(180, x + w / 2), min(85, y + h / 2))


class _Projection:
    """Degrees to the drawing's units: equal steps, right in the middle of the box."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self._x = WIDTH / (box.east - box.west)
        self._y = HEIGHT / (box.north - box.south)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.box.west) * self._x, (self.box.north - lat) * self._y

    def points(self, degrees: Array) -> Array:
        box = self.box
        return (degrees - (box.west, box.north)) * (self._x, -self._y)

    def shows(self, ring: Ring) -> bool:
        box = self.box
        apart = ring.east < box.west or box.east < ring.west
        return not (apart or ring.north < box.south or box.north < ring.south)


def map_(places: Iterable[PlaceRow], box: Box | None = None) -> Markup:
    """Places with coordinates on the outlines of the countries around them."""
    known = [p for p in places if p.lat is not None and p.lon is not None]
    if not known:
        return Markup("<p class='none'>No place has coordinates.</p>")
    shown = box or box_of(known)
    projection = _Projection(shown)
    inside = [p for p in known if _inside(p, shown)]
    land = joined(_outline(ring, projection) for ring in rings() if projection.shows(ring))
    most = max((p.mentions for p in inside), default=1)
    ordered = sorted(inside, key=lambda p: (-p.mentions, p.name))
    marks = joined(_mark(p, projection, most) for p in ordered)
    labels = joined(_labels(ordered, projection, most))
    label = f"Map of {len(inside)} places; the list below has them all"
    picture = element(
        "svg",
        element("g", land, class_="land"),
        element("g", marks, class_="spots"),
        element("g", labels, class_="names", aria_hidden="true"),
        class_="map",
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="group",
        aria_label=label,
    )
    return element("div", picture, class_="scrolled", tabindex="0", role="region", aria_label=label)


def _inside(place: PlaceRow, box: Box) -> bool:
    lon, lat = place.lon or 0.0, place.lat or 0.0
    wide, high = EDGE * (box.east - box.west), EDGE * (box.north - box.south)
    across = box.west + wide <= lon <= box.east - wide
    return across and box.south + high <= lat <= box.north - high


def _outline(ring: Ring, projection: _Projection) -> Markup:
    """A ring as a path; points closer than a unit to the one before are left out."""
    span = projection.box.east - projection.box.west
    points = projection.points(ring.points).round()
    moved = np.ones(len(points), bool)
    moved[1:] = (np.abs(np.diff(points, axis=0)) >= 1).any(axis=1)
    kept = points[moved].astype(int)
    if len(kept) < 3:
        return Markup("")
    # a ring that crosses the date line runs off both edges, and not across the map
    leaps = np.flatnonzero(np.abs(np.diff(kept[:, 0])) > 180 * WIDTH / span) + 1
    path = "".join(
        "M" + "L".join(f"{x} {y}" for x, y in part.tolist()) for part in np.split(kept, leaps)
    )
    return element("path", d=path)


def _radius(place: PlaceRow, most: int) -> float:
    return _LEAST + (_LARGEST - _LEAST) * math.sqrt(place.mentions / most)


def is_area(place: PlaceRow) -> bool:
    """Whether the place is a country, province or region, which a point only stands for."""
    return place.feature is None or place.feature.startswith(_FEATURE_AREA)


def _mark(place: PlaceRow, projection: _Projection, most: int) -> Markup:
    x, y = projection.point(place.lon or 0.0, place.lat or 0.0)
    what = "an area, shown at its middle" if is_area(place) else "a spot"
    told = f"{place.name}: {place.mentions} mentions in {place.reports} reports; {what}"
    circle = element("circle", element("title", told), cx=x, cy=y, r=_radius(place, most))
    kind = "area" if is_area(place) else "spot"
    return element("a", circle, href=links.events(at=place.name), class_=kind, aria_label=told)


def _labels(places: Sequence[PlaceRow], projection: _Projection, most: int) -> Iterator[Markup]:
    """The names of those most told of, where they do not run into one another."""
    taken: list[tuple[float, float, float, float]] = []
    for place in places[: LABELS * 3]:
        x, y = projection.point(place.lon or 0.0, place.lat or 0.0)
        x += _radius(place, most) + 3
        box = (x, y - 9, x + 7.2 * len(place.name), y + 7)
        hidden = any(
            box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken
        )
        if hidden or box[2] > WIDTH:
            continue
        taken.append(box)
        yield element("text", place.name, x=x, y=y + 4)
        if len(taken) == LABELS:
            return
