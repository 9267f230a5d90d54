"""The labelled cases of events, read by the shipped model."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS

ENOUGH = 0.85
"""The share of cases that must be right: a model is not a proof, but it must not slide."""


@pytest.mark.skipif(not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here")
def test_most_labelled_events_are_right() -> None:
    from benchmarks import cases, system

    rows = cases.rows("events")
    given = sorted({(row["text"], row.get("published", "")) for row in rows})
    lines = system.record_jsons([system.Given(text, day or None) for text, day in given])
    found = list(cases.check("events", dict(zip(given, lines, strict=True))))
    wrong = [f"{one.at}: {one.case}: {one.wrong}" for one in found if one.wrong]
    assert len(found) > 40
    assert len(wrong) <= (1 - ENOUGH) * len(found), "\n".join(wrong)
