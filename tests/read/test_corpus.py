"""The reports of the corpora beside the repository, where they are."""

from pathlib import Path

import pytest
from conftest import Reading

SHARED = Path(__file__).parents[3] / "shared"
FAKES = SHARED / "corpora" / "fakes" / "FA-KES-Dataset.csv"


@pytest.mark.skipif(not FAKES.exists(), reason="../shared/corpora is not here")
def test_every_row_of_fa_kes_is_read() -> None:
    reading = Reading([str(FAKES)], None)
    assert not reading.problems
    assert len(reading.reports) == 804
    # Fourteen rows are a report over again; one text stands under two headlines.
    assert len({r.text for r in reading.reports}) == 789
    assert len({r.id for r in reading.reports}) == 790
    assert all(r.outlet and r.title and r.published and r.readable for r in reading.reports)
    assert len({r.outlet for r in reading.reports}) == 15
    assert {r.language for r in reading.reports} <= {"en", None}


@pytest.mark.skipif(not (SHARED / "seeds").exists(), reason="../shared/seeds is not here")
def test_the_seeds_are_dated_by_what_they_say_alone() -> None:
    reading = Reading([str(SHARED / "seeds" / "*.txt")], None)
    assert [r.published for r in reading.reports] == [None, "2017-06-27"]
