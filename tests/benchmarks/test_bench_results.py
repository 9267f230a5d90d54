"""The table of results keeps other tasks' figures, with the commit that each was measured at."""

from __future__ import annotations

from pathlib import Path

from benchmarks import results
from benchmarks.tasks.base import Options, Result, held_out, limited


def test_a_second_task_leaves_the_first(tmp_path: Path) -> None:
    first = results.Run("abc1234", "2031-05-06", "python -m benchmarks run --only time", 3.2)
    second = results.Run("def5678", "2031-05-07", "python -m benchmarks run --only seeds", 1.0)
    row = Result("time", "TimeBank", "value F1", 71.5, "HeidelTime 77.8")
    results.save("time", [row], first, folder=tmp_path, order=["seeds", "time"])
    new = Result("seeds", "seeds", "times found", 11, "11 of 11 wanted", "of 11")
    results.save("seeds", [new], second, folder=tmp_path, order=["seeds", "time"])
    table = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert table.index("## seeds") < table.index("## time")
    assert "| TimeBank | value F1 | 71.5 | HeidelTime 77.8 |  |" in table
    assert "`abc1234`, 2031-05-06" in table and "`def5678`, 2031-05-07" in table


def test_the_parts_left_out_of_training() -> None:
    assert held_out(list(range(11))) == [0, 5, 10]
    assert list(limited(list(range(10)), Options(limit=5))) == [0, 2, 4, 6, 8]
    assert list(limited([1, 2], Options())) == [1, 2]
