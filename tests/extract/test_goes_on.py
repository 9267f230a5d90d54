"""Who goes on speaking behind a quotation, and who is fired at where nobody stands behind it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)
TALKS = '"We will not talk," said Ana Petrova. '


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            '"He fled," said Captain Rosa Diaz of the coast guard. "The boat rammed our launch," '
            "the coast guard officer added.",
            "Rosa Diaz",
        ),
        (f'{TALKS}"They must pay first," the veteran organiser added.', "Ana Petrova"),
        (f'{TALKS}"They must pay first," an official added.', "unnamed official"),
        (
            f'{TALKS}"They must pay," said a guard. "We are sure," the coast guard officer added.',
            "unnamed coast guard officer",
        ),
        (f'{TALKS}\n\n"They must pay first," the veteran organiser added.', "Ana Petrova"),
        ('"It is ours," said Colonel Amadou Ba. "We hold it," the colonel added.', "Amadou Ba"),
    ],
)
def test_who_added_is_who_spoke(text: str, who: str) -> None:
    read = record(text)
    last = read.statements[-1].source
    assert last is not None
    assert next(a.name for a in read.actors if a.id == last.actor) == who


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Two officers shot at in Lun; suspects flee", [], ["unnamed officers"]),
        ("Norwegian police shot at during traffic stop", [], ["police"]),
        ("Police shot at protesters in Lun", ["police"], ["protesters"]),
        ("Rebels fired on police in Lun.", ["rebels"], ["police"]),
    ],
)
def test_who_is_shot_at(text: str, who: list[str], whom: list[str]) -> None:
    read = record(text)
    names = {actor.id: actor.name for actor in read.actors}
    (event,) = [e for e in read.events if e.type == "ASSAULT"]
    assert [names[one].removeprefix("Norwegian ") for one in event.actor] == who
    assert [names[one].removeprefix("Norwegian ") for one in event.recipient] == whom
