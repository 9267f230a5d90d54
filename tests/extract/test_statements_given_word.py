"""A word given, silence kept, slurs, and what comes to those who do not obey."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import last

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('General Lund has sworn that the army "will not fire on the people".', "pledge"),
        ("The mayor assured the victims that the state would foot their bills.", "pledge"),
        ("The ministry told us that it will grant access to the site.", "pledge"),
        ("The witness has sworn that the door was open.", "assert"),
        ("The dam's owner assured residents that the wall would hold.", "assert"),
        ("The rebels swore they would burn the town.", "threaten"),
        ('The party calls it "an attempted putsch by people who cannot count".', "condemn"),
        ("Officials reported piracy off the coast.", "assert"),
        ("The mission reminded all states of their obligations.", "demand"),
        ('"Pay, or your people will pay," the message read.', "threaten"),
        ("The ministry attributed the shortages to looting by rebels.", "accuse"),
        ("The governor attributed the rise in wages to growth.", "assert"),
        ("Norway's government says nothing.", "decline"),
        ("The general has kept silent.", "decline"),
        ("He said nothing had been ordered.", "assert"),
    ],
)
def test_the_act(text: str, act: str) -> None:
    assert last(text).act == act
