"""Headlines that open with what somebody said, or with whom they are about."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)

_BODY = "Ten people were in hospital on Monday after a march in the capital of Peru, doctors said."


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        (
            "'They called the men out by name': survivors describe slaughter in Lun",
            "survivors",
            "'They called the men out by name'",
        ),
        (
            "'They shot at everyone': witnesses recount crackdown in Lima",
            "witnesses",
            "'They shot at everyone'",
        ),
        (
            "‘We had nowhere to hide’: nurse tells of siege of Besk",
            "nurse",
            "‘We had nowhere to hide’",
        ),
    ],
)
def test_what_a_headline_opens_with_is_said_by_who_tells_it(
    headline: str, source: str, content: str
) -> None:
    first, *below = record(f"{headline}\n\n{_BODY}").statements
    assert first.source is not None and first.source.span.text == source
    assert [part.text for part in first.content] == [content]
    assert all("hospital" in part.text for said in below for part in said.content)
    assert all(headline not in part.text for said in below for part in said.content)


@pytest.mark.parametrize(
    ("headline", "speaks"),
    [
        ("Lun schoolchildren: parents told to pay ransom or wait", False),
        ("Missing sailors: navy calls off search near Besk", False),
        ("Survivors: soldiers shot everyone in the camp", True),
        ("Villagers: troops burned our homes in the north", True),
    ],
)
def test_whom_a_headline_is_about_says_nothing(headline: str, speaks: bool) -> None:
    about = headline.split(":")[0]
    said = record(f"{headline}\n\n{_BODY}").statements
    assert any(s.source and s.source.span.text == about for s in said) is speaks
