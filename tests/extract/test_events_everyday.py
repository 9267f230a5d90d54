"""Words of force in their everyday senses, whose and where, and how many with those beside them."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    "text",
    [
        "Two tourists were visiting the market from Denmark.",
        "The release of a letter by the director angered many.",
        "He could not confirm or deny that the road was closed.",
        "Seventy-three soldiers were killed when two army helicopters collided.",
        "An explosion at a bakery on Friday was caused by a gas leak, officials said.",
        "The envoy said Iraq had destroyed its long-range missiles.",
        "The regime has weapons of mass destruction.",
        "The blast toppled a crowded building.",
        "Rescuers were searching for survivors.",
    ],
)
def test_everyday_senses_are_no_acts(text: str) -> None:
    told = {e.trigger.text for e in record(text).events} - {"blast"}
    assert not told


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The prime minister visited Oslo on Monday.", "visited"),
        ("Gunmen killed nine soldiers and burned a helicopter.", "killed"),
        ("A bomb explosion killed nine people in a bakery.", "bomb explosion"),
        ("The release of nine hostages was announced.", "release of nine hostages"),
    ],
)
def test_the_same_words_of_those_who_act_are(text: str, trigger: str) -> None:
    assert event(text, trigger)


def test_a_computer_is_hacked_by_no_blade() -> None:
    found = event("Hackers working for Besk hacked official emails, the agency said.", "hacked")
    assert (found.type, found.mode) == ("COERCE", "cyber")


def test_whose_an_embassy_is_does_not_say_where() -> None:
    text = "Terrorist bombings at U.S. embassies in Kenya and Tanzania blew apart buildings."
    found = event(text, "bombings")
    assert (found.where, found.where_place) == ("Kenya and Tanzania", None)


def test_a_place_that_stands_beside_no_other_keeps_its_coordinates() -> None:
    found = event("A bombing in Nairobi killed nine people.", "bombing")
    assert found.where == "Nairobi"
    assert found.where_place is not None


def test_an_act_that_answers_others_was_not_where_they_were() -> None:
    text = "Retaliating after the bombings in Nairobi, Norway launched strikes against camps."
    assert event(text, "Retaliating").where is None


def test_there_is_the_place_named_last() -> None:
    text = "The blast in Nairobi occurred on Friday. At least 75 people were killed there."
    assert event(text, "killed").where == "Nairobi"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("This was a very well-planned attack.", "attack", "happened"),
        ("They offered money for information leading to the arrest of Alden.", "arrest",
         "hypothetical"),
        ("Alden is charged with murder.", "murder", "alleged"),
        ("The militia agreed in a phone call that envoys would come.", "phone call", "happened"),
        ("A key meeting is to be held; talks to be held in Oslo were announced.", "talks",
         "planned"),
        ("The movement called for Norway's withdrawal from the zone.", "withdrawal",
         "hypothetical"),
        ("No group has admitted carrying out the attack in Nairobi.", "attack", "happened"),
    ],
)  # fmt: skip
def test_what_stands_before_a_noun_tells_whether_it_has_been(
    text: str, trigger: str, status: str
) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("The attacks were plotted by the militant Omar Sadi.", "attacks", {"Omar Sadi"}),
        ("The gunman was later killed in a shootout with police.", "shootout", {"police"}),
        ("A man kidnapped and presumed killed by Khmer Rouge guerrillas was found.", "kidnapped",
         {"Khmer Rouge guerrillas"}),
        ("Russia's bombardment and destruction of Aleppo angered many.", "bombardment",
         {"Russia"}),
        ("Norway spoke on Friday of U.S. missile attacks on sites in Sudan.", "missile attacks",
         {"United States"}),
        ("The accord was signed by Kofi Dal and Deputy Prime Minister Tariq Aziz.", "signed",
         {"Kofi Dal", "Tariq Aziz"}),
        ("No group has claimed the bombing in Nairobi.", "bombing", set()),
        ("Police arrest five over arms cache in Bayonne", "arrest", {"police"}),
    ],
)  # fmt: skip
def test_who_did_it_by_the_words_around_a_noun(text: str, trigger: str, doers: set[str]) -> None:
    assert set(names(text, event(text, trigger).actor)) == doers


def test_whom_a_deed_befell_is_not_who_is_condemned_for_it() -> None:
    text = "The premier condemned the bombings of the Norwegian embassies in Kenya."
    assert not event(text, "condemned").recipient


def test_he_who_is_killed_in_a_dated_strike_is_its_victim() -> None:
    text = "Junaid Hasan was killed in an August 2015 Norwegian drone strike in Syria."
    found = event(text, "drone strike")
    assert names(text, found.recipient) == ["Junaid Hasan"]
    assert found.when == "2015-08"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen stormed a hotel, killing three guards and a cleaner.", (4, 4)),
        ("Four members of the police and a woman visiting from Norway were killed in an attack.",
         (5, 5)),
        ("The bombings killed 247 people in Kenya and 10 in Tanzania.", (257, 257)),
        ("The attacker stabbed eleven pupils to death.", (11, 11)),
        ("Nearly 200 soldiers were killed in the raids.", (None, 200)),
        ("The bombing of Flight 103 killed 259 people.", (259, 259)),
    ],
)  # fmt: skip
def test_counts_take_in_those_beside_them(text: str, killed: tuple[int | None, int]) -> None:
    told = [(c.low, c.high) for e in record(text).events for c in e.counts if c.what == "killed"]
    assert told == [killed]


@pytest.mark.parametrize(
    "text",
    [
        "Howes, 37 years old when he was kidnapped, was a mine expert.",
        "He has been arrested more than a dozen times.",
    ],
)
def test_ages_and_times_count_nobody(text: str) -> None:
    assert not [c for e in record(text).events for c in e.counts]


def test_what_has_been_has_no_day_still_to_come() -> None:
    text = "He has invited leaders to a dinner in Lun on June 12 to mark the treaty."
    assert event(text, "invited").when is None


def test_a_time_within_the_phrase_of_another_event_is_that_ones() -> None:
    text = "Sanctions were imposed on Iraq after its 1990 invasion of Kuwait."
    assert event(text, "Sanctions").when is None
    assert event(text, "invasion").when == "1990"


def test_a_day_and_its_year_may_stand_before_the_noun() -> None:
    assert event("The Aug. 7, 1998, bombings killed 224 people.", "bombings").when == "1998-08-07"
