"""What has been, whatever is refused; words of force that are none; whose guilt a deed is."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The court rejected the appeal by Ben Lund against his conviction on fraud charges.",
         "conviction"),
        ("A judge in Lagos dismissed charges related to the 1984 killings of student protesters.",
         "killings"),
        ("The court refused to issue an arrest warrant for former President Ruiz and seven others "
         "for the 1984 massacre of students.", "massacre"),
        ("The premier called on the captors of a Norwegian woman taken hostage in Iraq to release "
         "her.", "taken hostage"),
        ("The army denied shelling the port during the offensive in Norway.", "offensive"),
    ],
)  # fmt: skip
def test_what_a_refusal_leaves_as_it_was(text: str, trigger: str) -> None:
    one = event(text, trigger)
    assert (one.status, one.on_word_of) == ("happened", "reporter")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The minister denied the massacre of students in 1984.", "massacre", "denied"),
        ("The minister denied that he had ordered the 1984 killings of protesters.", "killings",
         "denied"),
        ("The ministry rejected accusations of the torture of prisoners.", "torture", "denied"),
        ("The premier ordered four officers detained.", "detained", "hypothetical"),
        ("The premier rejected a call for the withdrawal of troops.", "withdrawal",
         "hypothetical"),
        ("Reaching a peace deal will take a miracle, the mayor said.", "Reaching a peace deal",
         "hypothetical"),
    ],
)  # fmt: skip
def test_what_is_itself_refused_or_only_thought_of(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    "text",
    [
        "The government said it would freeze civil service pay and cut wages.",
        "The minister will quit after considering the demands of the job.",
        "Heavy rains will hit Lagos on Friday, forecasters said.",
        "Two soldiers died and another was injured when their armored vehicle rolled over.",
        "Candidates scrambled to woo voters before the poll.",
        "The U.N. rapporteur on torture, Ben Lund, presented his report.",
        "Norwegian forces will be ready to take over the country's security next year.",
        "General Lund took over as president on Friday.",
        "The government will do everything to eliminate poppy growing.",
    ],
)
def test_words_of_force_that_are_none(text: str) -> None:
    assert not [e for e in record(text).events if e.trigger.text != "quit"]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "mode"),
    [
        ("Washington froze the assets of nine officials.", "froze the assets", "SANCTION",
         "discontinue"),
        ("Norway scrambled two jets after the plane came.", "scrambled two jets", "MOBILIZE",
         "troops"),
        ("Soldiers took over the palace and the state television.", "took over", "COERCE", "seize"),
        ("The army eliminated two rebels in Lun.", "eliminated", "ASSAULT", None),
        ("Police seized an unlicensed gun and laptops during a search of homes of suspected "
         "rebels.", "seized", "COERCE", "seize"),
        ("Police seized documents from the office of the party.", "seized", "COERCE", "seize"),
        ("Police seized two suspects in Lun.", "seized", "COERCE", "arrest"),
        ("The delegation will meet with Egyptian officials.", "meet with", "CONSULT", None),
        ("The court reduced his prison sentence from nine to eight years.",
         "reduced his prison sentence", "CONCEDE", None),
    ],
)  # fmt: skip
def test_what_kind_of_act_it_is(text: str, trigger: str, type_: str, mode: str | None) -> None:
    one = event(text, trigger)
    assert (one.type, one.mode) == (type_, mode)


def test_a_motive_is_no_deed() -> None:
    text = "The army shelled the town in retaliation for an attack on its base."
    assert [e.trigger.text for e in record(text).events] == ["shelled", "attack"]


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("The court refused to issue an arrest warrant for former President Ruiz and seven others.",
         "issue an arrest warrant", ["court"], ["Ruiz", "other people"]),
        ("NATO has acknowledged responsibility for killing 12 civilians during an offensive "
         "against the rebels.", "killing", ["NATO"], ["civilians"]),
        ("No group has claimed responsibility for killing the mayor.", "killing", [], ["mayor"]),
        ("The ruling was a blow to an effort by President Lund's government to prosecute the "
         "former generals.", "prosecute", ["government"], ["unnamed generals"]),
        ("The visit comes amid pressure on Serbia to capture the general.", "capture", ["Serbia"],
         ["unnamed general"]),
        ("The minister repeated Norway's refusal to release the prisoners.", "release",
         ["Norway"], ["prisoners"]),
        ("The union renewed its call on the government to free the miners.", "free",
         ["government"], ["miners"]),
        ("A senior leader of the rebel group is in Egypt to resume talks with the army.",
         "resume talks", ["senior leader of the rebel group", "army"], []),
        ("President Ben Lund spoke after meeting in Lagos Tuesday with British Foreign Secretary "
         "Ada Cole.", "meeting", ["Ben Lund", "Ada Cole"], []),
        ("Two men were arrested after meeting with the envoy.", "meeting with",
         ["men", "unnamed envoy"], []),
        ("The Norway-Denmark negotiations will resume on Monday. Norway wants a deal with Denmark.",
         "negotiations", ["Norway", "Denmark"], []),
        ("Israeli Prime Minister Ben Olm and Palestinian President Ali Abbas resumed peace talks.",
         "resumed peace talks", ["Ben Olm", "Ali Abbas"], []),
        ("The minister met visiting Chinese President Wu Li in Oslo.", "visiting", ["Wu Li"], []),
        ("The minister met visiting Chinese President Wu Li in Oslo.", "met",
         ["minister", "Wu Li"], []),
        ("Diplomats visiting Lagos met the minister.", "visiting", ["unnamed diplomats"], []),
        ("The report spoke of the tycoon's backing of opposition politicians.", "backing",
         ["tycoon"], ["opposition politicians"]),
        ("Ben Lund was handed a prison sentence of nine years by a court in Lagos.",
         "handed a prison sentence", ["court in Lagos"], ["Ben Lund"]),
        ("The tribunal indicted him in 2001 for the deaths of 150 civilians.", "indicted",
         ["tribunal"], []),
        ("The charges of genocide against Mr. Lund were dropped.", "genocide", ["Lund"], []),
        ("The allegations of torture against prisoners were dropped.", "torture", [],
         ["prisoners"]),
        ("The six insurgents were killed as they fled after attacking a post in Lun.",
         "attacking", ["insurgents"], []),
    ],
)  # fmt: skip
def test_who_does_it_and_to_whom(text: str, trigger: str, by: list[str], on: list[str]) -> None:
    assert told(text, trigger)[1:] == (by, on)


def test_his_country_is_the_state_and_not_he() -> None:
    text = "Syrian Deputy Minister Ali Lund said his country has been deploying troops. "
    assert told(text + "Syria denies the charge.", "deploying troops")[1] == ["Syria"]
    assert (
        told("The minister said his country has been deploying troops.", "deploying troops")[1]
        == []
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The court upheld the conviction of Ben Lund for the 1999 murder of a judge.", "murder"),
        ("The judge threw out a lawsuit over the killing of nine protesters in Lagos.", "killing"),
        ("The minister urged Norway to release prisoners captured during the war.", "captured"),
        ("The government has ordered the arrest of officers linked to the coup.", "coup"),
        ("The army denied links to the coup.", "coup"),
        ("Norway agreed last month during talks in Beijing to abandon its weapons.", "talks"),
    ],
)
def test_what_a_court_or_an_order_is_about_has_been(text: str, trigger: str) -> None:
    one = event(text, trigger)
    assert (one.status, one.on_word_of) == ("happened", "reporter")


def test_what_is_rumoured_in_a_clause_of_time_is_the_reporters() -> None:
    text = "The UN called the plan a threat after the rebels reportedly fired two missiles at Lun."
    one = event(text, "fired")
    assert (one.status, one.on_word_of) == ("alleged", "reporter")
    said = event("The minister said the rebels had reportedly fired two missiles.", "fired")
    assert said.on_word_of != "reporter"


def test_a_suit_thrown_out_expels_nobody() -> None:
    text = "The judge threw out a lawsuit over the killing of nine protesters in Lagos."
    one, _, on = told(text, "threw out a lawsuit")
    assert (one.type, on) == ("REJECT", [])
    assert event("The club threw out two members.", "threw out").type == "SANCTION"
