"""The record of the example reports, read once for all the tests that ask it."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="session")
def example_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples as ``dev.py run`` reads them, with the shipped model."""
    import onrecord

    path = tmp_path_factory.mktemp("examples") / "example.db"
    with pytest.MonkeyPatch.context() as patch, onrecord.Record(path, write=True) as record:
        patch.setenv("ONRECORD_LEXICONS", str(EXAMPLES / "lexicons"))
        record.add(EXAMPLES / "reports", gazetteer=EXAMPLES / "gazetteer.csv")
    return path
