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
