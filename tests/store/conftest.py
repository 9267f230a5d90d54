"""A record of three reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.store import Store, open_store
from tests.askedrecords import moscow, other
from tests.recordmaking import example


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("ask") / "record.db", write=True) as opened:
        for record in (example(), moscow(), other()):
            opened.add(record)
        yield opened
