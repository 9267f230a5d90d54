"""Who is meant by "he", by "state TV" and by IS; whose army; where words are quoted."""

from __future__ import annotations

import pytest

from onrecord.extract.actors.trees.quotes import quoted_stretches
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import tables
from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record
from tests.factories import analysis

weighed = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@weighed
def test_who_tells_of_their_own_doing_means_themselves() -> None:
    text = (
        "Anders Lund said the port was safe. He said that ships were coming in. He told Harbour"
        " Radio that he was glad. President Omar Reed said he ordered raids on the port."
    )
    assert names(text, event(text, "raids").actor) == ["Omar Reed"]
    (told,) = [s for s in record(text).statements if "raids" in s.content[0].text]
    assert told.act == "assert"


@weighed
def test_two_stations_are_two_and_the_states_is_the_states() -> None:
    read = record("Kenyan state TV reported ten dead. Harbour TV reported that eleven died.")
    speakers = [s.source.actor for s in read.statements if s.source is not None]
    assert len(set(speakers)) == 2


@weighed
def test_is_and_us_in_capitals_are_names() -> None:
    text = "IS captured the town from US-backed rebels."
    assert names(text, event(text, "captured").actor) == ["Islamic State"]
    text = "At least 31 IS fighters were killed in the north."
    assert names(text, event(text, "killed").recipient) == ["IS fighters"]
    text = "Nine people were killed in Lun by US airstrikes on the town."
    assert names(text, event(text, "airstrikes").actor) == ["United States"]


@weighed
def test_the_army_in_foreign_officials_words_is_not_the_army_of_where_it_happened() -> None:
    text = (
        "The Kenyan government shut the port of Mombasa. Kenya lost a ship off Mombasa and Lamu."
        " Norwegian officials said that the military had shelled the port."
    )
    assert "Kenyan military" not in names(text, event(text, "shelled").actor)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"It will not change. "This was not the last" he said. He left. "The war" goes on.',
         ['It will not change. "This was not the last', "The war"]),
        ('A stray" mark and "two words" here.', ["two words"]),
        ("“One.\n\n“Two” he said.", ["One.", "Two"]),
    ],
)  # fmt: skip
def test_a_lost_mark_turns_nothing_inside_out(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_stretches(text)] == quoted


def test_a_governor_whose_town_is_hung_beside_him_is_himself() -> None:
    tree = (
        "Karst/PROPN/5/nsubj Governor/PROPN/3/nmod:desc Ane/PROPN/5/nsubj Holm/PROPN/1/flat"
        " said/VERB/0/root ~./PUNCT/5/punct"
    )
    syntax = Syntax(analysis(tree, names=[("Ane Holm", "PER")]), tables().words)
    at = {token.text: index for index, token in enumerate(syntax.tokens)}
    assert syntax.head[at["Ane"]] == at["said"]
    assert syntax.head[at["Karst"]] == at["Governor"]
    assert syntax.head[at["Governor"]] == at["Ane"]


@weighed
def test_an_army_is_whose_the_words_behind_it_say() -> None:
    text = (
        "The United States regrets it, the Pentagon said in Washington. The United States will"
        " look into it, the U.S. Central Command said, and the U.S. would pay. The army of the"
        " Karim regime said that a raid hit a depot."
    )
    read = record(text)
    armies = [actor for actor in read.actors if "army" in actor.name.lower()]
    assert [(army.name, army.country) for army in armies] == [("army of the Karim regime", None)]
