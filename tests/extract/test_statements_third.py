"""What is taken up and denied, where a statement ends, and what is none."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def by(text: str, cue: str) -> Statement:
    """The one statement whose cue has the word."""
    (one,) = [s for s in record(text).statements if s.cue and cue in s.cue.text.split()]
    return one


def who(text: str, one: Statement) -> str | None:
    names = {actor.id: actor.name for actor in record(text).actors}
    return names.get(one.source.actor or "") if one.source else None


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Neighbours accuse the army of beating prisoners, a charge it denies.",
         "denies", "army", "a charge"),
        ("Farmers say the miners poisoned the well, allegations the miners deny.",
         "deny", "miners", "allegations"),
        ("The bishop accused the guards of beating monks, charges denied by the guards.",
         "denied", "guards", "charges"),
        ("Rowers say the mayor sold the quay, something his office denies.",
         "denies", "office", "something"),
    ],
)  # fmt: skip
def test_a_denial_in_apposition_answers_what_was_said_before_it(
    text: str, cue: str, source: str, content: str
) -> None:
    one = by(text, cue)
    assert (one.act, who(text, one), said(one)) == ("deny", source, [content])
    links = [x for x in within(record(text)) if x.kind == "denies"]
    assert [(x.from_, x.to) for x in links] == [(one.id, "r:s1")]
    assert not any(content in span for span in said(record(text).statements[0]))


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said that he had a list the mayor rejected.",
        "The court heard the pleas, a list the judge had not read.",
    ],
)
def test_what_is_no_apposition_denies_nothing_that_was_said(text: str) -> None:
    assert not [x for x in within(record(text)) if x.kind == "denies"]
