"""Clauses that a tree hangs on the wrong word: participles cut short, deeds behind a comma."""

from __future__ import annotations

import pytest

from onrecord.extract.hung import with_clauses
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.model import analyse
from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def above(text: str, word: str) -> tuple[str, str]:
    """The word on which a word hangs, and how."""
    (analysis,) = analyse([text])
    syntax = Syntax(with_clauses(analysis))
    index = syntax.words.index(word)
    return syntax.words[syntax.heads[index]], syntax.deprel(index)


@pytest.mark.parametrize(
    ("text", "verb", "participle", "thing"),
    [
        ("Four suspects detained after the raid were released.", "released", "detained", "raid"),
        ("The two engineers held since the coup have been freed.", "freed", "held", "coup"),
        ("Fighters arrested before the vote have been charged.", "charged", "arrested", "vote"),
    ],
)  # fmt: skip
def test_those_of_whom_it_is_told_go_with_the_verb_behind(
    text: str, verb: str, participle: str, thing: str
) -> None:
    subject = text.split()[text.split().index(participle) - 1].lower()
    assert above(text, subject) == (verb, "nsubj:pass")
    assert above(text, participle) == (subject, "acl")
    assert above(text, thing) == (participle, "obl")


@pytest.mark.parametrize(
    ("text", "thing", "verb"),
    [
        ("Negotiations stalled after the truce was broken.", "truce", "broken"),
        ("Residents fled after the village was shelled.", "village", "shelled"),
        ("Prices doubled since the blockade was imposed.", "blockade", "imposed"),
    ],
)
def test_a_clause_behind_after_stays_one(text: str, thing: str, verb: str) -> None:
    assert above(text, thing) == (verb, "nsubj:pass")


def test_two_doings_behind_a_comma_stand_beside_each_other() -> None:
    text = "Troops repelled attempts by rebels to cross the river, killing 14 and capturing three."
    assert above(text, "capturing") == ("killing", "conj")


def test_after_what_it_was_said() -> None:
    text = '"If the rains stop, we will reopen it," the minister said after meeting the governor.'
    assert above(text, "meeting") == ("said", "advcl")
    text = "The bridge will reopen, the minister said, after being closed for weeks."
    assert above(text, "closed")[0] == "reopen"


def test_who_was_held_was_freed() -> None:
    found = record("Four suspects detained after the raid were released on Monday.")
    freed = next(e for e in found.events if e.trigger.text == "released")
    names = {a.id: a.name for a in found.actors}
    assert [names[a] for a in freed.recipient] == ["unnamed suspects"]
    assert freed.actor == ()
