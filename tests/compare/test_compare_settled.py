"""Tellings of one event whose day or town only the rest of a report settles."""

from __future__ import annotations

from accounts import Account

from onrecord.compare import across

TALVIK = ("Talvik", "Talvik", 50.0, 20.0)
HARNE = ("Harne", "Harne", 50.4, 20.3)


def same(*reports: Account) -> set[tuple[str, str]]:
    links = across([report.record() for report in reports])
    return {(x.from_, x.to) for x in links if x.kind == "same_event"}


def test_the_rest_of_a_report_gives_the_town_of_a_gas_attack() -> None:
    one = Account("r1", "A sarin attack in Talvik killed 40.", "2021-03-02")
    one.event("sarin attack", when="2021-03-01", place=TALVIK)
    two = Account(
        "r2", "Envoys met over the gas attack. The gas attack of Talvik killed 44.", "2021-03-04"
    )
    two.event("gas attack")
    two.event("gas attack#2", place=TALVIK)
    assert ("r2:e1", "r1:e1") in same(one, two) or ("r2:e2", "r1:e1") in same(one, two)


def test_a_report_that_ties_two_towns_to_gas_gives_neither_to_a_third_telling() -> None:
    one = Account("r1", "A sarin attack in Talvik killed 40.", "2021-03-02")
    one.event("sarin attack", when="2021-03-01", place=TALVIK)
    text = "A gas attack in Talvik. A gas attack in Harne. Envoys met over a gas attack."
    two = Account("r2", text, "2021-03-04")
    two.event("gas attack", place=TALVIK)
    two.event("gas attack#2", place=HARNE)
    two.event("gas attack#3")
    assert "r2:e3" not in {end for link in same(one, two) for end in link}


def test_one_side_one_day_and_an_airbase_are_one_strike() -> None:
    one = Account("r1", "Ordavia launched a missile strike on an airbase.", "2021-03-02")
    by = one.actor("Ordavia", "Ordavia", country="ORD")
    one.event("missile strike", when="2021-03-01TNI", actor=(by,))
    two = Account("r2", "Ordavia hit an air base with missile strikes.", "2021-03-03")
    by = two.actor("Ordavia", "Ordavia", country="ORD")
    two.event("missile strikes", when="2021-03-02", actor=(by,))
    three = Account("r3", "Ordavia hit a market with missile strikes.", "2021-03-03")
    by = three.actor("Ordavia", "Ordavia", country="ORD")
    three.event("missile strikes", when="2021-03-02", actor=(by,))
    assert same(one, two, three) == {("r2:e1", "r1:e1")}


SENTENCE = (
    "Shells fired from rebel positions hit a crowded bakery where {} died queueing for bread."
)


def carried(day: str, killed: int = 5) -> Account:
    report = Account(f"r{day[-2:]}", SENTENCE.format(killed), day)
    report.event("hit", killed=(killed, killed, str(killed)))
    return report


def test_one_sentence_in_two_fresh_reports_tells_one_act() -> None:
    assert len(same(carried("2021-03-02"), carried("2021-03-03"))) == 1
    assert not same(carried("2021-03-02"), carried("2021-03-12"))


def test_the_same_words_with_another_toll_may_be_another_act() -> None:
    assert not same(carried("2021-03-02"), carried("2021-03-03", killed=9))


def test_a_sentence_in_other_words_settles_nothing() -> None:
    other = Account("r9", "Shells hit a school after rebels had left the quarter.", "2021-03-03")
    other.event("hit")
    assert not same(carried("2021-03-02"), other)


def test_a_raid_that_released_gas_is_the_gas_attack_of_its_town_and_day() -> None:
    one = Account("r1", "A sarin attack in Talvik killed 40.", "2021-03-02")
    one.event("sarin attack", when="2021-03-01", place=TALVIK)
    two = Account("r2", "Ten died in a raid that released “toxic gas” on Talvik.", "2021-03-02")
    two.event("raid", when="2021-03-01", place=TALVIK)
    other = Account("r3", "Ten died in a raid that flattened a mill in Talvik.", "2021-03-02")
    other.event("raid", when="2021-03-01", place=TALVIK)
    assert same(one, two, other) == {("r2:e1", "r1:e1")}


def test_gas_attacks_of_one_day_and_town_are_the_gas_attack() -> None:
    one = Account("r1", "A sarin attack in Talvik killed 40.", "2021-03-02")
    one.event("sarin attack", when="2021-03-01", place=TALVIK)
    two = Account("r2", "Envoys condemned the gas attacks in Talvik.", "2021-03-02")
    two.event("gas attacks", when="2021-03-01", place=TALVIK)
    assert same(one, two) == {("r2:e1", "r1:e1")}


def test_using_gas_at_no_time_told_is_no_certain_attack() -> None:
    one = Account("r1", "A sarin attack in Talvik killed 40.", "2021-03-02")
    one.event("sarin attack", when="2021-03-01", place=TALVIK)
    two = Account("r2", "A gas attack hit Talvik. The army denied using sarin.", "2021-03-02")
    two.event("gas attack", when="2021-03-01", place=TALVIK)
    two.event("using sarin", status="denied")
    assert same(one, two) == {("r2:e1", "r1:e1")}


def test_one_side_and_an_airbase_in_the_days_of_a_strike_are_that_strike() -> None:
    one = Account("r1", "Ordavia bombed an airbase near Harne on 1 March.", "2021-03-02")
    one.event("bombed", when="2021-03-01", actor=(one.actor("Ordavia", "Ordavia", country="ORD"),))
    two = Account("r2", "An Ordavian missile strike wrecked the airbase.", "2021-03-02")
    two.event("missile strike", actor=(two.actor("Ordavia", "Ordavian", country="ORD"),))
    old = Account("r3", "An Ordavian missile strike wrecked an airbase.", "2021-04-20")
    old.event("missile strike", actor=(old.actor("Ordavia", "Ordavian", country="ORD"),))
    other = Account("r4", "A Kalmerian missile strike wrecked the airbase.", "2021-03-02")
    other.event("missile strike", actor=(other.actor("Kalmeria", "Kalmerian", country="KAL"),))
    assert same(one, two, old, other) == {("r2:e1", "r1:e1")}


def test_late_on_a_day_may_be_the_day_after_elsewhere() -> None:
    one = Account("r1", "A sarin attack hit Talvik late Monday.", "2021-03-02")
    one.event("sarin attack", when="2021-03-01", place=TALVIK, time=("late Monday", "2021-03-01"))
    two = Account("r2", "A sarin attack hit Talvik on 2 March.", "2021-03-03")
    two.event("sarin attack", when="2021-03-02", place=TALVIK)
    assert same(one, two) == {("r2:e1", "r1:e1")}
