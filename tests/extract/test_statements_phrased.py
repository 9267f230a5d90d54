"""Attributions by set phrases, by speakers who stand last, and orders with what comes otherwise."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "cue", "act", "content"),
    [
        ("The minister lashed out at the council for closing the road.", "lashed out at", "condemn",
         "the council for closing the road"),
        ("The army pointed the finger at Besk for the blast.", "pointed the finger", "accuse",
         "at Besk for the blast"),
        ("The union put the blame for the fire on the ministry.", "put the blame", "accuse",
         "for the fire on the ministry"),
        ("The foreign minister took issue with the count of the dead.", "took issue with", "deny",
         "the count of the dead"),
        ("The spy chief left no doubt that the cable had been cut on purpose.", "left no doubt",
         "assert", "that the cable had been cut on purpose"),
        ("The premier paid tribute to the dead pilots.", "paid tribute to", "praise",
         "the dead pilots"),
        ("The police kept silent on the number of arrests.", "kept silent on", "decline",
         "the number of arrests"),
        ("The general shrugged off the threat of sanctions.", "shrugged off", "reject",
         "the threat of sanctions"),
        ("The mediator poured cold water on reports of a deal.", "poured cold water on", "deny",
         "reports of a deal"),
        ("Norway gave Sweden 48 hours to pull its ships back.", "gave", "demand",
         "Sweden 48 hours to pull its ships back"),
        ("The paper could not establish who had filmed it.", "could not establish", "disclaim",
         "who had filmed it"),
        ("The mutineers would neither confirm nor deny that he was there.",
         "would neither confirm nor deny", "decline", "that he was there"),
        ("The owner confirmed the arrests but would not give their names.", "would not give",
         "decline", "their names"),
        ("The bishop poured scorn on the election.", "poured scorn on", "condemn", "the election"),
        ("The bishop poured scorn on the ministry's offer of talks.", "poured scorn on", "reject",
         "the ministry's offer of talks"),
        ("The union swore to bring the port to a halt.", "swore", "pledge",
         "to bring the port to a halt"),
        ("Her lawyers insisted that she be seen by a doctor.", "insisted", "demand",
         "that she be seen by a doctor"),
        ("Her lawyers insisted that she was seen by a doctor.", "insisted", "assert",
         "that she was seen by a doctor"),
        ("“No comment,” the envoy said as he left.", "said", "decline", "“No comment,”"),
        ("“That is out of the question,” the minister said.", "said", "reject",
         "“That is out of the question,”"),
        ("“Lay down your arms and go home,” the prince told them.", "told", "demand",
         "“Lay down your arms and go home,”"),
        ("The mayor spoke of soldiers shelling the market.", "spoke of", "assert",
         "soldiers shelling the market"),
    ],
)  # fmt: skip
def test_what_a_phrase_does(text: str, cue: str, act: str, content: str) -> None:
    one = next(s for s in record(text).statements if s.cue and s.cue.text == cue)
    assert (one.act, said(one)) == (act, [content])


@pytest.mark.parametrize(
    "text",
    [
        "Shells tore into the school.",
        "The minister did not take issue with the count.",
        "He gave the boy two days of lessons.",
        "On his Telegram account, the general posted a photo.",
        "He left the town, as he had put it in his will.",
    ],
)
def test_what_is_no_such_phrase(text: str) -> None:
    cues = {"tore into", "take issue with", "gave", "account", "put it"}
    assert not [s for s in record(text).statements if s.cue and s.cue.text in cues]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("By the mayor's own account, the army shelled the market.", "the mayor's"),
        ("The army shelled the market, by the account of two survivors.", "two survivors"),
        ("By all accounts, the army shelled the market.", None),
        ("As the mayor tells it, the army shelled the market.", "the mayor"),
        ("To hear the mayor tell it, the army shelled the market.", "the mayor"),
        ("The mayor's version is that the army shelled the market.", "The mayor's"),
        ("Word from the mayor is that the army shelled the market.", "the mayor"),
        ("The rumour is that the army shelled the market.", None),
        ("If the mayor is to be believed, the army shelled the market.", "the mayor"),
        ("The army shelled the market, refugees who reached the border said.",
         "refugees who reached the border"),
        ("The army shelled the market, residents reached by telephone said.",
         "residents reached by telephone"),
        ("The army shelled the market, a senior official who declined to be named said.",
         "a senior official who declined to be named"),
        ("The army shelled the market, say residents.", "residents"),
    ],
)  # fmt: skip
def test_on_whose_word(text: str, source: str | None) -> None:
    read = record(text)
    (one,) = read.statements
    assert (one.source.span.text if one.source else None) == source
    assert [(e.status, e.on_word_of) for e in read.events] == [("alleged", one.id)]


@pytest.mark.parametrize(
    ("text", "act", "condition", "consequence"),
    [
        ("“Open the gates by noon,” the commander warned them, “or we will open them.”",
         "threaten", "Open the gates by noon", "we will open them"),
        ("Leave the town or face arrest, the army told residents.", "threaten",
         "Leave the town", "face arrest"),
        ("The junta told the strikers to return to work or face dismissal.", "threaten",
         "return to work", "face dismissal"),
        ("“Stay at home or keep off the bridges,” the police told drivers.", "demand", None, None),
        ("Unless the army leaves by Friday, the rebels warned, they will shell the port.",
         "threaten", "Unless the army leaves by Friday", "they will shell the port"),
        ("“If you cross the river, we will come for you,” the colonel said.", "threaten",
         "you cross the river", "we will come for you"),
        ("“If you need help, we will come,” the colonel said.", "assert", "you need help",
         "we will come"),
        ("“Whoever helps the enemy will be tried,” the army said.", "threaten",
         "Whoever helps the enemy", "will be tried"),
    ],
)  # fmt: skip
def test_orders_and_what_comes_otherwise(
    text: str, act: str, condition: str | None, consequence: str | None
) -> None:
    (one,) = record(text).statements
    found = (one.condition and one.condition.text, one.consequence and one.consequence.text)
    assert (one.act, *found) == (act, condition, consequence)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Norway said two shepherds had died and accused Sweden of using mortars.",
         ["two shepherds had died", "Sweden of using mortars"]),
        ("The ministry said two bridges had been hit and blamed the rebels for it.",
         ["two bridges had been hit", "the rebels for it"]),
        ("A witness said soldiers had beaten him and accused him of spying.",
         ["soldiers had beaten him and accused him of spying"]),
        ("The mayor's promise that nobody would go hungry has been kept.",
         ["that nobody would go hungry"]),
        ("The men had crossed the river, police said, and were hiding in the hills.",
         ["The men had crossed the river … and were hiding in the hills"]),
        ("The bridge fell at noon, the mayor said, and the army closed the road.",
         ["The bridge fell at noon"]),
        ("If the shelling goes on, the mayor said, the hospital will close.",
         ["If the shelling goes on … the hospital will close"]),
    ],
)  # fmt: skip
def test_where_a_content_ends(text: str, contents: list[str]) -> None:
    assert [" … ".join(said(one)) for one in record(text).statements] == contents


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The stores are full, Norway's president told a crowd in Bergen.", "a crowd in Bergen"),
        ("“Go home,” the prince told the tribesmen on state radio.", "state radio"),
        ("“I do not know,” the governor told reporters outside the courthouse.",
         "reporters outside the courthouse"),
        ("“They will be tried,” the council said in a leaflet dropped over the town.", "a leaflet"),
    ],
)  # fmt: skip
def test_where_it_was_said(text: str, channel: str) -> None:
    (one,) = record(text).statements
    assert one.channel == channel


@pytest.mark.parametrize(
    ("text", "act", "condition"),
    [
        ("Any vessel that enters the zone will be sunk, the navy warned.", "threaten",
         "Any vessel that enters the zone"),
        ("Ships that ignore the order will be fired on, the coast guard warned.", "threaten",
         "Ships that ignore the order"),
        ("Ships that reach the port will be unloaded, the coast guard said.", "assert", None),
        ("“One more shell on our soil and the truce is dead,” the army chief told them.",
         "threaten", "One more shell on our soil"),
        ("“Once the rains come, this camp will be a lake,” a doctor warned.", "warn",
         "the rains come"),
        ("“We have nothing to add,” an aide said.", "decline", None),
        ("“Yes, we did it,” the rebel commander said.", "confirm", None),
        ("“We did not do it,” the rebels' spokesman said.", "deny", None),
        ("The vote will go to a second round, pollsters say.", "predict", None),
        ("The vote will go to a second round, the minister said.", "assert", None),
        ("Norway stands ready to help, its foreign minister said.", "pledge", None),
        ("Denmark volunteered to take in 500 of the wounded.", "pledge", None),
        ("Not one truck will move, the hauliers' federation threatened.", "threaten", None),
        ("Clashes threatened the truce on Monday, and villagers fled.", None, None),
    ],
)  # fmt: skip
def test_acts_by_what_is_held_out(text: str, act: str | None, condition: str | None) -> None:
    read = record(text).statements
    found = [(one.act, one.condition and one.condition.text) for one in read]
    assert found == ([(act, condition)] if act else [])


def test_a_condition_is_of_whoever_sets_it() -> None:
    text = (
        "The junta said that if the bloc sent troops, it would execute the deposed president, "
        "diplomats disclosed."
    )
    outer, inner = record(text).statements
    assert outer.condition is None and inner.within == outer.id
    assert inner.condition and inner.condition.text == "the bloc sent troops"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The rumour that the queen had fled was laughed off by her office.", "her office",
         ["The rumour that the queen had fled"]),
        ("The fire, per the city's fire department, began in a warehouse.",
         "the city's fire department", ["The fire", "began in a warehouse"]),
        ("“We will rebuild every house,” the governor promised survivors in the square.",
         "the governor", ["“We will rebuild every house,”"]),
        ("Neither the army nor the rebels commented.", "Neither the army nor the rebels", []),
        ("The court heard that the two men had met in March.", None,
         ["that the two men had met in March"]),
    ],
)  # fmt: skip
def test_who_says_what_in_rarer_ways(text: str, source: str | None, content: list[str]) -> None:
    (one,) = record(text).statements
    assert (one.source.span.text if one.source else None, said(one)) == (source, content)
