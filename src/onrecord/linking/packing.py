"""A unit as bytes and back, for the store that keeps it."""

from __future__ import annotations

import zlib
from functools import cache

import msgspec

from onrecord.compare.between.units import Unit


@cache
def _decoder() -> msgspec.msgpack.Decoder[Unit]:
    return msgspec.msgpack.Decoder(Unit)


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    # sets in an order of their own, so that the same unit is the same bytes
    return msgspec.msgpack.Encoder(order="deterministic")


def pack(unit: Unit) -> bytes:
    """``unit`` as MessagePack, compressed: a record keeps some twenty for each report."""
    return zlib.compress(_encoder().encode(unit), 1)


def unpack(data: bytes) -> Unit:
    """The unit that ``pack`` was given."""
    return _decoder().decode(zlib.decompress(data))
