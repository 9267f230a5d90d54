"""Clauses that say what would have been, however the parser hangs their words."""

from __future__ import annotations

import pytest

from tests.extract.test_events import events
from tests.factories import analysis


@pytest.mark.parametrize("above", [4, 12])
def test_had_before_its_subject_tells_what_was_not(above: int) -> None:
    found = events(
        analysis(
            f"Had/AUX/{above}/aux the/DET/3/det soldiers/NOUN/4/nsubj attacked/VERB/12/advcl"
            " on/ADP/7/case the/DET/7/det crowd/NOUN/4/obl ~,/PUNCT/4/punct dozens/NOUN/12/nsubj"
            " would/AUX/12/aux have/AUX/12/aux died/VERB/0/root ~./PUNCT/12/punct"
        )
    )
    assert found[0].status == "hypothetical"
