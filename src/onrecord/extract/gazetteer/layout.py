"""The layout of the shipped index, shared by its reader and by ``training/build_gazetteer.py``.

The file is ``MAGIC``, the length of a JSON header (uint32, little-endian), the header, and then
the arrays that the header lists as ``[name, dtype, start, count]``; ``start`` is counted in bytes
from the end of the header and is a multiple of ``ALIGN``, as is the header's end. Nothing is
compressed, so that the file is mapped and only the pages that a report touches are read.

Of N places: ``lat``, ``lon`` int32 (1e-5 degree; ``NOWHERE`` if unknown), ``country`` uint8 (into
the header's ``countries``), ``admin1`` uint16 (the place that is its first-order division,
``NO_ADMIN1`` if unknown), ``size`` uint8 (population, see ``size_of``), ``fame`` uint8 (how many
names it has in all languages, see ``size_of`` too), ``level`` uint8 (into ``LEVELS``),
``geonameid`` uint32 (0 if unknown), ``name`` uint32 (N + 1 offsets into ``names``, UTF-8).

Of K names: ``bucket`` uint32 (65,537 offsets into the two that follow), ``tail`` uint32 (the rest
of the name's digest) and ``place`` uint32 (the place, and in its top two bits how the name names
it, see ``KIND_BITS``). ``bone_bucket``, ``bone_tail`` and ``bone_place`` are the same of
skeletons. Postings of one name stand in order of kind and size.
"""

from __future__ import annotations

import math

MAGIC = b"ORGAZ\x01\r\n"
ALIGN = 8
NO_ADMIN1 = 0xFFFF
NOWHERE = -(2**31)
BUCKETS = 65536

LEVELS = (
    "country", "admin1", "admin2", "admin3", "capital", "town", "continent", "region", "site",
    "water", "terrain",
)  # fmt: skip
"""What a place is, as far as resolution cares."""

FEATURES = ("A", "A", "A", "A", "P", "P", "L", "L", "S", "H", "T")
"""The GeoNames feature class of each level."""

KIND_BITS = 30
MAIN, ALTERNATE, SHORT = 0, 1, 2
"""How a name names its place: as its own, as another, or without a generic word ("County")."""


def size_of(count: int) -> int:
    """A count on a scale of 0 to 255: 24 steps for each power of ten."""
    return min(255, round(24 * math.log10(count + 1)))
