"""What object, subject and opening words make of an act; who does it, and what has not been."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def triggers(text: str) -> list[str]:
    return [e.trigger.text for e in record(text).events]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "mode"),
    [
        ("A gunman seized a rifle from a guard.", "seized", "COERCE", "seize"),
        ("Students seized the embassy in 1979.", "seized", "COERCE", "seize"),
        ("Kidnappers seized a health official from her home.", "seized", "ASSAULT", "abduct"),
        ("Police seized three men in Lagos.", "seized", "COERCE", "arrest"),
        ("The coast guard repatriated 15 migrants.", "repatriated", "COERCE", "deport"),
        ("The president met with leaders of the opposition.", "met with", "CONSULT", None),
        ("The minister met his Kenyan counterpart in Oslo.", "met", "CONSULT", None),
        ("The militia, armed by Kenya, attacked the town.", "armed", "AID", None),
        ("Hackers attacked the website of the ministry.", "attacked", "COERCE", "cyber"),
        ("Kenya fired two missiles into the sea.", "fired", "MOBILIZE", "weapons"),
        ("Kenya fired two missiles at the port.", "fired", "ASSAULT", "heavy-weapons"),
        ("Warplanes bombed rebel positions.", "bombed", "ASSAULT", "aerial"),
        ("Police fired live rounds at the crowd.", "fired live rounds", "ASSAULT", "firearms"),
        ("The armies exchanged prisoners.", "exchanged prisoners", "RETREAT", "release"),
        ("Norway suspended its offensive in the valley.", "suspended", "RETREAT", "ceasefire"),
        ("Norway suspended its aid to Kenya.", "suspended its aid", "SANCTION", "discontinue"),
    ],
)
def test_the_object_decides_what_act_it_is(
    text: str, trigger: str, type_: str, mode: str | None
) -> None:
    one = event(text, trigger)
    assert (one.type, one.mode) == (type_, mode)


@pytest.mark.parametrize(
    "text",
    [
        "The hostages have returned to their families.",
        "Some 1.6 million Ugandans have abandoned their homes.",
        "The province was struck by Cyclone Ada in May.",
        "The body was found gagged and bound.",
        "Activists hung a banner on the city hall.",
        "The policy allows refugees to stay.",
        "The flow of roadside bombs into the country has grown.",
        "The truce collapsed on Wednesday.",
        "The woman has undergone a number of operations.",
        "The talks did not take place.",
        "Residents met with friends in the cafe.",
        "Nine people were killed by a fire.",
        "Ada Cole will be released from the hospital on Friday.",
        "A man armed with a rifle stood at the gate.",
    ],
)
def test_what_is_no_act(text: str) -> None:
    assert triggers(text) == []


def test_a_truce_that_is_ended_is_none_that_was_made() -> None:
    ended = record("The rebels have killed 20 soldiers since ending a ceasefire in June.").events
    assert [(e.trigger.text, e.type) for e in ended] == [
        ("killed", "ASSAULT"),
        ("ending a ceasefire", "REJECT"),
    ]
    assert triggers("The truce between the two sides took effect on Monday.") == ["truce"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Riot police had to use tear gas on the crowd.", "tear gas", "happened"),
        ("Norway is the only state so far to send troops.", "send troops", "happened"),
        ("The gunmen ignored a request that they disarm.", "disarm", "hypothetical"),
        ("The ministers were to have met on Monday.", "met", "hypothetical"),
        ("The meeting with the rebels was canceled.", "meeting", "hypothetical"),
        ("The talks with the rebels were postponed.", "talks", "planned"),
        ("The talks with the rebels were held.", "talks", "happened"),
        ("The president promised to stop killing civilians.", "killing", "alleged"),
        ("The envoy is expected to be extradited to Lagos.", "extradited", "planned"),
        ("The minister said he was ready for a second round of talks.", "talks", "hypothetical"),
        ("Instead of attacking the town, the army withdrew.", "attacking", "hypothetical"),
        ("The army withdrew rather than attack the town.", "attack", "hypothetical"),
        ("The rebels came close to capturing the capital.", "capturing", "hypothetical"),
        ("The rebels stopped short of attacking the capital.", "attacking", "hypothetical"),
        ("The rebels are capable of striking the capital.", "striking", "hypothetical"),
        ("The rebels are guilty of striking the capital.", "striking", "happened"),
        ("The video appears to show soldiers shooting prisoners.", "shooting", "alleged"),
        ("There were reports that the army had bombed the market.", "bombed", "alleged"),
        ("The man was cleared of killing two women.", "killing", "alleged"),
        ("The exercise simulated an attack on the port.", "attack", "hypothetical"),
        ("Villagers fear that the army will attack again.", "attack", "hypothetical"),
        ("Three men suspected of the bombing were held.", "bombing", "alleged"),
        ("Ben Lund is accused of the murder of a judge.", "murder", "alleged"),
        ("Ben Lund was convicted of the murder of a judge.", "murder", "happened"),
        ("The rebels were accused of being behind the abductions.", "abductions", "alleged"),
        ("The rebels were behind the abductions.", "abductions", "happened"),
        ("The rebels threatened to quit the upcoming talks.", "talks", "planned"),
        ("Police would use force to recapture the town, a minister said.", "recapture",
         "hypothetical"),
        ("Police used force to recapture the town.", "recapture", "happened"),
        ("The general ruled out talks.", "talks", "hypothetical"),
        ("The guards said they were not hurt in an assassination attempt.",
         "assassination attempt", "alleged"),
        ("The guards said there was no assassination attempt.", "assassination attempt", "denied"),
    ],
)  # fmt: skip
def test_what_has_been_and_what_has_not(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "befell"),
    [
        ("Norway is the only state so far to send troops.", "send troops", ["Norway"], []),
        ("The army arrested thousands for taking part in the demonstrations.", "demonstrations",
         [], []),
        ("Three men were jailed for attacking a bus.", "attacking", ["men"], []),
        ("The doctor was killed by a sniper's bullet.", "killed", ["sniper"], ["unnamed doctor"]),
        ("Three men were convicted over the Norwegian embassy blasts.", "blasts", [], ["Norway"]),
        ("The Norwegian invasion began in 1999.", "invasion", ["Norway"], []),
        ("The Iraq invasion began in 1999.", "invasion", [], ["Iraq"]),
        ("The Israeli pullout from the valley began on Tuesday.", "pullout", ["Israel"], []),
        ("A series of insurgent attacks killed nine people.", "attacks", ["insurgents"],
         ["people"]),
        ("A terrorist attack killed nine people.", "attack", [], ["people"]),
        ("The exiles protested against the deportation of Elena Ruiz.", "protested against",
         ["exiles"], []),
        ("Students protested against the army on Monday.", "protested against",
         ["unnamed students"], ["army"]),
        ("The senator rejected calls for the withdrawal of Kenyan troops.", "rejected",
         ["senator"], []),
        ("The mayor called for more help for the city's addicts.", "called for", ["mayor"], []),
        ("Norway and Kenya discussed Somalia's situation.", "discussed", ["Norway", "Kenya"], []),
        ("Karl Brandt, 27, and Omar Saleh, 18, were sentenced to life.", "sentenced to", [],
         ["Karl Brandt", "Omar Saleh"]),
        ("The army captured two towns during a series of raids.", "raids", ["army"], []),
        ("Norway accused the regime and the rebels of heavy shelling.", "shelling",
         ["regime", "rebels"], []),
        ("The opposition accused the army of being behind the abductions.", "abductions",
         ["army"], []),
        ("Hezbollah fire killed an Israeli soldier.", "killed", ["Hezbollah"],
         ["Israeli soldier"]),
        ("Warplanes bombed rebel positions.", "bombed", [], ["rebels"]),
        ("Norway agreed to send troops.", "agreed", ["Norway"], []),
        ("Norway pledged to release the prisoners.", "pledged", ["Norway"], ["prisoners"]),
        ("The two armies exchanged prisoners.", "exchanged prisoners", ["armies"],
         ["prisoners"]),
        ("The group has not claimed the attack.", "attack", [], []),
        ("The group claimed the attack.", "attack", ["group"], []),
        ("India blamed the attack on Ansar.", "attack", ["Ansar"], []),
        ("The army raised the alarm over the attack on Lagos.", "attack", [], []),
        ("Two men were hanged after being convicted of killing a guard.", "hanged", [],
         ["men"]),
        ("Ben Lund was found guilty of ordering the raid.", "found guilty", [], ["Ben Lund"]),
        ("No group has said it carried out the attack.", "attack", [], []),
        ("Warplanes bombed camps in northern Kenya overnight, the army said, hours after a car "
         "bomb in Lagos killed nine people.", "car bomb", [], ["people"]),
        ("The lawyer filed a complaint on behalf of the migrants.", "filed a complaint",
         ["unnamed lawyer"], []),
        ("The minister defended the raids against the rebels.", "defended", ["minister"], []),
        ("Police foiled an attempt to bomb the embassy.", "bomb", [], ["embassy"]),
        ("It is unclear whether the army fired on the crowd.", "fired on", ["army"], ["crowd"]),
        ("The army launched a winter offensive two weeks ago.", "offensive", ["army"], []),
    ],
)  # fmt: skip
def test_who_does_it_and_whom_it_befalls(
    text: str, trigger: str, doers: list[str], befell: list[str]
) -> None:
    _, by, on = told(text, trigger)
    assert (by, on) == (doers, befell)


@pytest.mark.parametrize(
    ("text", "trigger", "when", "where"),
    [
        ("In Lagos, police said a bomber attacked a convoy.", "attacked", None, "Lagos"),
        ("In Lagos, police said nine people were killed in Abuja.", "killed", None, "Abuja"),
        ("In Geneva, the minister said rebels had attacked a convoy.", "attacked", None, None),
        ("In the occupied West Bank, the army said a man stabbed a soldier.", "stabbed", None,
         "West Bank"),
        ("Two weeks ago, the army launched a winter offensive.", "offensive", "2030-W17", None),
        ("One of the bombers in the failed July 21 attacks is being extradited from Italy.",
         "extradited", None, None),
        ("One of the bombers in the failed July 21 attacks is being extradited from Italy.",
         "attacks", "2029-07-21", None),
        ("A soldier has been indicted in the killing of four men earlier this month.",
         "indicted", None, None),
        ("The envoy denounced the fighting in statements Friday.", "fighting", None, None),
    ],
)  # fmt: skip
def test_day_and_place_are_of_what_they_stand_with(
    text: str, trigger: str, when: str | None, where: str | None
) -> None:
    one = event(text, trigger)
    assert (one.when, one.where) == (when, where)


def test_an_age_is_no_count() -> None:
    assert event("Yusuf Adan, 21, who was detained on Sunday, is ill.", "detained").counts == ()
    two = event("Police detained 21, who were later freed.", "detained")
    assert [count.low for count in two.counts] == [21]


@pytest.mark.parametrize("name", ["Sea of Japan", "Strait of Hormuz", "Gulf of Guinea"])
def test_a_water_is_not_the_land_that_it_is_called_after(name: str) -> None:
    read = record(f"The tanker was seized in the {name}.")
    assert [place.name for place in read.places] == [name]


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("Between 20 and 30 people were killed.", "killed", [("killed", 20, 30)]),
        ("Twenty soldiers and 30 rebels were killed.", "killed", [("killed", 50, 50)]),
        ("Nine soldiers and four rebels died in the clashes.", "clashes", [("killed", 13, 13)]),
        ("A woman and her two children were killed.", "killed", [("killed", 3, 3)]),
        ("A bus and two cars were hit, and five people were killed.", "killed",
         [("killed", 5, 5)]),
        ("A teacher, two pupils and a driver were killed.", "killed", [("killed", 4, 4)]),
        ("Ben Lund and 20 others were killed in the bombing.", "bombing", [("killed", 21, 21)]),
        ("Three people, two of them police officers, were killed.", "killed",
         [("killed", 3, 3)]),
        ("More than a million people have been displaced.", "displaced",
         [("displaced", 1_000_000, None)]),
        ("The attack left 14 dead and dozens wounded.", "attack",
         [("killed", 14, 14), ("injured", 24, None)]),
        ("The army said it had rescued 15 of the girls kidnapped in Lun.", "kidnapped", []),
        ("Nine of the hostages were later killed.", "killed", [("killed", 9, 9)]),
        ("A second arrest brought to nine the number of people in custody.", "arrest", []),
    ],
)  # fmt: skip
def test_how_many(text: str, trigger: str, counts: list[tuple[str, int, int | None]]) -> None:
    found = [(c.what, c.low, c.high) for c in event(text, trigger).counts]
    assert found == counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elections were called after Omar Saleh's death in November.", []),
        (
            "Omar Saleh was stabbed. Police said Omar Saleh's death was murder.",
            ["stabbed", "death"],
        ),
        ("Ben Lund submitted his resignation on Friday.", ["resignation"]),
    ],
)
def test_a_death_that_nobody_calls_a_killing_is_none(text: str, found: list[str]) -> None:
    assert [t for t in triggers(text) if t != "murder"] == found


def test_gunmen_loyal_to_somebody_fire_themselves() -> None:
    text = "Ben Lund left the cabinet after gunmen loyal to him fired on the compound in Lagos."
    one, by, on = told(text, "fired on")
    assert (by, on, one.where) == (["gunmen"], [], "Lagos")


@pytest.mark.parametrize(
    ("text", "trigger", "status", "when"),
    [
        ("The ceasefire is due to begin on Friday.", "ceasefire", "planned", "2030-05-10"),
        ("The talks are likely to resume next week.", "talks", "hypothetical", "2030-W20"),
        ("The minister flew from Oslo to Nairobi for talks.", "talks", "planned", None),
        ("The minister flew home after talks in Nairobi.", "talks", "happened", None),
    ],
)
def test_what_is_awaited_has_not_been(
    text: str, trigger: str, status: str, when: str | None
) -> None:
    one = event(text, trigger)
    assert (one.status, one.when) == (status, when)


def test_who_boards_a_flight_seizes_nothing() -> None:
    assert triggers("The men tried to board a flight to Kenya.") == []
    assert triggers("Troops boarded the tanker.") == ["boarded"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army denied involvement in the raids.", "raids", "happened"),
        ("The army denied involvement in any raid.", "raid", "denied"),
        ("The army denied that there had been a raid.", "raid", "denied"),
        ("Norway said its aim was to stop militants from firing rockets.", "firing rockets",
         "alleged"),
        ("Norway said it had kept militants from firing rockets.", "firing rockets", "denied"),
    ],
)  # fmt: skip
def test_what_is_denied_or_to_be_stopped_has_been(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "when", "where"),
    [
        ("During Wednesday's raids, nine men were held.", "raids", "2030-05-01", None),
        ("The minister began a visit to Kenya on Monday.", "began a visit", "2030-05-06", "Kenya"),
    ],
)
def test_the_day_that_owns_an_act_and_where_a_visit_goes(
    text: str, trigger: str, when: str | None, where: str | None
) -> None:
    one = event(text, trigger)
    assert (one.when, one.where) == (when, where)


def test_shops_that_close_are_closed_by_nobody() -> None:
    assert triggers("Banks, businesses and schools closed on Friday.") == []
    assert triggers("The army closed the schools.") == ["closed"]


@pytest.mark.parametrize(
    ("text", "trigger", "when", "where"),
    [
        ("The envoy denounced the fighting on Friday.", "fighting", None, None),
        ("The envoy denounced Friday's fighting.", "fighting", "2030-05-03", None),
        ("Two car bombs in Lagos have wounded nine people.", "car bombs", None, "Lagos"),
        ("The president visited northern Iraq on Monday.", "visited", "2030-05-06", "Iraq"),
    ],
)
def test_whose_day_it_is_and_where_bombs_and_guests_are(
    text: str, trigger: str, when: str | None, where: str | None
) -> None:
    one = event(text, trigger)
    assert (one.when, one.where) == (when, where)


@pytest.mark.parametrize(
    "text",
    [
        "Police found the bodies of nine men near Lagos on Friday.",
        "The firm has recalled a million toys.",
        "Norland has recalled its consul from Tirsa.",
        "The minister inaugurated a new airport.",
        "The cabinet appointed a new police commander.",
    ],
)
def test_what_is_found_recalled_or_opened_is_not_said(text: str) -> None:
    assert record(text).statements == ()


def test_what_an_inquiry_finds_and_survivors_recall_is_said() -> None:
    assert len(record("The inquiry found that the army had fired first.").statements) == 1
    assert len(record("Survivors recalled the attack.").statements) == 1


def test_who_will_not_hand_over_denies_nothing() -> None:
    assert record("The army said it would not hand over the files.").statements[0].act != "deny"
    assert record("The army said it had no hand in the raid.").statements[0].act == "deny"


def test_who_is_slated_to_meet_accuses_nobody() -> None:
    one = event("The president was slated to meet his Kenyan counterpart.", "meet")
    assert one.status == "planned"
    assert triggers("The president was slated to meet his Kenyan counterpart.") == ["meet"]


def test_one_was_not_hurt_and_the_other_was() -> None:
    text = "Officials said no guards were hurt, but several prisoners were injured."
    assert event(text, "hurt").status == "denied"
    hurt = event(text, "injured")
    assert (hurt.status, [c.low for c in hurt.counts]) == ("alleged", [2])


def test_those_who_are_seen_do_it() -> None:
    _, by, _ = told("Troops saw rebels firing at a bus.", "firing")
    assert by == ["rebels"]


def test_who_is_accused_is_not_counted_as_killed() -> None:
    one = event("The two men are accused of executing 11 guardsmen.", "executing")
    assert [c.low for c in one.counts] == [11]
    assert triggers("Two people were killed near Lun in the collapse of a tunnel.") == []
    assert triggers("The doctors refused to hand over the documents.") == ["refused"]


def test_letters_end_a_sentence_with_their_stop() -> None:
    text = "The war goes on, according to the UN. The army's chief, General Omar Deng, said no."
    named = [s.source.span.text for s in record(text).statements if s.source is not None]
    assert named[0] == "the UN"


def test_two_were_killed_when_gunmen_opened_fire() -> None:
    text = "Two soldiers were killed and a third was wounded when rebels opened fire on Monday."
    one = event(text, "opened fire")
    assert (one.when, [(c.what, c.low) for c in one.counts]) == ("2030-05-06", [("killed", 2)])
