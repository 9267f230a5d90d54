"""Headlines whose verb a tagger takes for a noun."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "by"),
    [
        ("Army masses tanks on border", "masses tanks", "MOBILIZE", "army"),
        ("Rebels attack convoy in Besk", "attack", "ASSAULT", "rebels"),
        ("Islamist rebels attack army base in northern Norway", "attack", "ASSAULT",
         "Islamist rebels"),
        ("Norway troops shell village near Besk", "shell", "ASSAULT", "Norwegian troops"),
        ("Court jails editor", "jails", "COERCE", "court"),
    ],
)  # fmt: skip
def test_the_verb_of_a_headline_tells_what_is_done(
    text: str, trigger: str, kind: str, by: str
) -> None:
    one = event(text, trigger)
    assert (one.type, one.status, names(text, one.actor)) == (kind, "happened", [by])


@pytest.mark.parametrize(
    "text",
    [
        "Rebel attack victims in Lagos hospital",
        "Army forces base near Besk",
        "Union talks venue",
    ],
)
def test_nouns_in_a_row_tell_of_nothing_done(text: str) -> None:
    assert record(text).events == ()
