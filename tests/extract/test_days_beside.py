"""Days that are of something beside an event, and days that an event shares with what is beside."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        (
            "Police stormed a farm on 3 May 2029 and freed a Danish nurse kidnapped nine days"
            " earlier.",
            "freed",
            "2029-05-03",
        ),
        (
            "Police stormed a farm on 3 May 2029 and freed a Danish nurse kidnapped nine days"
            " earlier.",
            "kidnapped",
            "2029-04-24",
        ),
        ("The army mutiny ended on 3 May 2029.", "mutiny", None),
        ("In May 2029 the army mutiny ended.", "mutiny", "2029-05"),
        ("The army mutiny began on 3 May 2029.", "mutiny", "2029-05-03"),
        (
            "The group said it carried out the strike in revenge for the killing of two of its"
            " men in May 2029.",
            "strike",
            None,
        ),
        (
            "The group said it carried out the strike in revenge for the killing of two of its"
            " men in May 2029.",
            "killing",
            "2029-05",
        ),
        ("The group carried out the strike in Lagos in May 2029.", "strike", "2029-05"),
        ("In 2014 a boat sank after it was rammed by a Danish ship.", "rammed", "2014"),
        ("On 3 May 2014 a boat sank after it was rammed by a Danish ship.", "rammed", None),
        (
            "Nine people were killed in 2019 in demonstrations against a law.",
            "demonstrations",
            "2019",
        ),
        (
            "Norway released two men it had been holding for a week on 3 May 2029.",
            "holding",
            None,
        ),
        (
            "Norway released two men it had been holding for a week on 3 May 2029.",
            "released",
            "2029-05-03",
        ),
        (
            "Envoys held talks on 3 May 2029, hours after rebels freed four sailors.",
            "freed",
            "2029-05-03",
        ),
        (
            "Envoys held talks on 3 May 2029, days after rebels freed four sailors.",
            "freed",
            None,
        ),
        (
            "Two sailors were interviewed on 3 May 2029. According to them, the boat was rammed by"
            " a Danish ship shortly before midnight.",
            "rammed",
            None,
        ),
    ],
)
def test_whose_day_it_is(text: str, trigger: str, when: str | None) -> None:
    assert event(text, trigger).when == when


def test_who_is_described_as_kidnapped_was() -> None:
    text = "Police stormed a farm and freed a Danish nurse kidnapped nine days earlier."
    assert told(text, "kidnapped")[1:] == ([], ["unnamed Danish nurse"])
