"""Events of two reports that are known to be one by what stands beside both."""

from __future__ import annotations

from accounts import Account

from onrecord.compare import across

SHOAL = ("Hollow Shoal", "Hollow Shoal", 50.0, 20.0)
FIRST = "A trawler with nine men aboard was sunk at Hollow Shoal by a patrol ship, officials said."


def same(*reports: Account) -> set[tuple[str, str]]:
    links = across([report.record() for report in reports])
    return {(x.from_, x.to) for x in links if x.kind == "same_event"}


def trawler() -> Account:
    report = Account("r1", FIRST, "2021-03-02")
    report.event("sunk", when="2021-03-01", place=SHOAL)
    return report


def later(text: str, trigger: str = "sunk", day: str = "2021-03-09", **fields: object) -> Account:
    report = Account("r2", text, day)
    report.event(trigger, **fields)
    return report


def test_a_rare_thing_at_a_rare_place_is_known_a_week_later() -> None:
    again = later("Envoys met for the first time since the trawler was sunk at Hollow Shoal.")
    assert same(trawler(), again) == {("r2:e1", "r1:e1")}


def test_the_place_alone_does_not_tell() -> None:
    text = "A lightship was sunk at Hollow Shoal, a pilot said."
    assert not same(trawler(), later(text, place=SHOAL))


def test_another_one_is_another() -> None:
    text = "After another attack at Hollow Shoal a second trawler lay wrecked."
    assert not same(trawler(), later(text, "attack"))


def test_what_is_told_a_month_later_without_a_day_stays_apart() -> None:
    text = "Envoys spoke of the trawler that was sunk at Hollow Shoal."
    assert not same(trawler(), later(text, day="2021-04-20"))
    assert not same(trawler(), later(text, day="2021-02-27"))  # told before it was


def test_another_day_keeps_apart() -> None:
    text = "The trawler was sunk at Hollow Shoal."
    assert not same(trawler(), later(text, when="2021-03-05"))


def test_who_is_only_heard_ties_nothing() -> None:
    one = Account("r1", "Harbourmaster Ilmo Querst said rebels had attacked.", "2021-03-02")
    one.actor("Ilmo Querst", "Ilmo Querst", "person")
    one.event("attacked", type="ASSAULT")
    two = Account("r2", "Ilmo Querst, the harbourmaster, was attacked in words.", "2021-03-02")
    two.actor("Ilmo Querst", "Ilmo Querst", "person")
    two.event("attacked", type="ASSAULT")
    assert not same(one, two)


def engineers(id: str, text: str, trigger: str, day: str, **fields: object) -> Account:
    report = Account(id, f"{text} Ossel, Tarn Mabry and Ula Genn wait for news.", day)
    for name in ("Ossel", "Tarn Mabry", "Ula Genn"):
        report.actor(name, name, "person")
    report.event(trigger, **fields)
    return report


def test_in_one_story_less_is_enough() -> None:
    taken = "Gunmen kidnapped five engineers of the power company."
    one = engineers("r1", taken, "kidnapped", "2021-03-02", when="2021-03-01")
    told = "The engineers of the power company who were abducted are alive, a priest said."
    two = engineers("r2", told, "abducted", "2021-03-04")
    assert same(one, two) == {("r2:e1", "r1:e1")}
    elsewhere = Account("r2", told, "2021-03-04")
    elsewhere.event("abducted")
    assert not same(one, elsewhere)


def test_other_tolls_of_other_days_are_of_other_acts() -> None:
    one = engineers(
        "r1", "Raiders killed 35 guards of the power company.", "killed", "2021-03-02",
        killed=(35, 35, "35"),
    )  # fmt: skip
    two = engineers(
        "r2", "Raiders killed 47 guards of the power company.", "killed", "2021-03-04",
        killed=(47, 47, "47"),
    )  # fmt: skip
    assert not same(one, two)
