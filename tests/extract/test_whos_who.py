"""Whom a report's words mean: the one described and then named, the group, the pair, the head."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def called(text: str) -> dict[str, list[str]]:
    """The words for each actor, by name."""
    return {
        actor.name: [text[m.start : m.end] for m in actor.mentions] for actor in record(text).actors
    }


def told(text: str, words: str) -> list[str]:
    """The names of the actors whom these words mean."""
    return [name for name, said in called(text).items() if words in said]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "An influential Norwegian cleric is calling on Muslim nations to send aid to the rebels"
            " in Chad. Imam Karim Solheim, who heads a council in Oslo, told a crowd Tuesday that"
            " he wants Muslims everywhere to send aid to the rebels.",
            "An influential Norwegian cleric",
            "Karim Solheim",
        ),
        (
            "Norway's Defense Minister - sharply criticized for his part in the war in Chad - says"
            " he will leave the defense ministry. Jon Reed said in a Saturday interview he intends"
            " to hand the defense ministry over to a rival.",
            "Norway's Defense Minister",
            "Jon Reed",
        ),
        (
            "A top Fatah leader says the movement is willing to discuss a truce with Israel. Karim"
            " Haddad, the top Fatah official in Gaza, is quoted as saying the movement could accept"
            " a long truce.",
            "A top Fatah leader",
            "Karim Haddad",
        ),
        (
            "A spokesman for Norway's National Fisheries Council is denying a report that says the"
            " chief has resigned. Spokesman Jon Reed says the resignation report was false.",
            "A spokesman for Norway's National Fisheries Council",
            "Jon Reed",
        ),
        (
            "A key Harbour Party lawmaker has said she will leave the party to join Prime Minister"
            " Jon Reed's new party. Tuesday's announcement from Ane Holm has fueled speculation"
            " that others will join the new party.",
            "A key Harbour Party lawmaker",
            "Ane Holm",
        ),
        (
            "The man who trained 300 falcons for the airport in Oslo says half the falcons have"
            " been stolen. In recent interviews, Jon Reed has expressed his anger at the loss of"
            " the falcons.",
            "The man",
            "Jon Reed",
        ),
        (
            "The United Nations envoy to Chad has urged the rebels to accept a truce. Jon Reed made"
            " the appeal after meeting with the president Tuesday.",
            "The United Nations envoy to Chad",
            "Jon Reed",
        ),
        (
            "Authorities in Croatia say they have arrested a former Serb police officer. The state"
            " prosecutor's office says 47-year-old Dragan Ilic was arrested Wednesday in Vrana.",
            "a former Serb police officer",
            "Dragan Ilic",
        ),
    ],
)
def test_the_next_sentence_names_whom_the_first_described(text: str, words: str, name: str) -> None:
    assert told(text, words) == [name]
    assert any(name in said for said in called(text)[name])


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The Norwegian prime minister says the talks on fish quotas have failed. Defense"
            " Minister Ane Holm said the talks on fish quotas may go on.",
            "The Norwegian prime minister",
            "Ane Holm",
        ),
        (
            "A spokesman for the Norwegian army says two soldiers died in the blast. Police"
            " spokesman Jon Reed said the soldiers died in the blast.",
            "A spokesman for the Norwegian army",
            "Jon Reed",
        ),
        (
            "A Norwegian lawmaker says the army knew of the raid on Karst. General Jon Reed told"
            " reporters the army knew nothing of the raid.",
            "A Norwegian lawmaker",
            "Jon Reed",
        ),
        (
            "A rebel leader in Chad says his men will lay down their arms. Chadian President Jon"
            " Reed said the rebels must lay down their arms.",
            "A rebel leader in Chad",
            "Jon Reed",
        ),
        (
            "A fisherman says the quotas on cod are too low. Professor Ane Holm said the quotas on"
            " cod are too high.",
            "A fisherman",
            "Ane Holm",
        ),
        (
            "A Norwegian official says the talks have failed. Ane Holm also said the talks have"
            " failed.",
            "A Norwegian official",
            "Ane Holm",
        ),
    ],
)
def test_another_who_is_named_next_is_another(text: str, words: str, name: str) -> None:
    assert told(text, words) != [name]
    assert name in called(text)
