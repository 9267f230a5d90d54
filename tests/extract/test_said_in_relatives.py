"""When what a relative clause tells was said, and when what stands behind it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (
            "The mayor, who had warned of unrest, said on 6 April 2030 that two men had been held.",
            {"said": "2030-04-06", "had warned of": None},
        ),
        (
            "Ada Cole, who had accused the army of torture, said on 9 April 2030 that she left.",
            {"said": "2030-04-09", "had accused": None},
        ),
        (
            "The envoy, who said on 2 April 2030 that talks had failed, told reporters on 6 April "
            "2030 that he would leave.",
            {"told": "2030-04-06", "said": "2030-04-02"},
        ),
        (
            "The minister said on 9 April 2030 that she would leave and added that she was ill.",
            {"said": "2030-04-09", "added": "2030-04-09"},
        ),
    ],
)
def test_a_relative_clause_has_no_day_of_the_main_one(
    text: str, cues: dict[str, str | None]
) -> None:
    found = {s.cue.text: s.said for s in record(text).statements if s.cue is not None}
    assert {cue: found.get(cue, "lost") for cue in cues} == cues
