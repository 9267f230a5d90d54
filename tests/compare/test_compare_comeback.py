"""What "the raid" may come back to in one report, and what it may not."""

from __future__ import annotations

import pytest
from accounts import Account
from test_compare_within import pairs

from onrecord.compare import within


def test_the_december_raid_is_none_that_is_told_at_no_time() -> None:
    a = Account(
        "r",
        "Ten were hurt in an attack on a bus in Brasnik. The December attack killed forty.",
    )
    a.event("attack")
    a.event("attack#2", when="2020-12")
    assert pairs(within(a.record()), "same_event") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels seized a hill near Brasnik. The seizure of Ostrava came on Monday.", []),
        ("Rebels seized Ostrava. The seizure of Ostrava came on Monday.", [("e2", "e1")]),
    ],
)
def test_what_is_taken_is_told_by_its_name(text: str, expected: list[tuple[str, str]]) -> None:
    a = Account("r", text)
    a.event("seized", type="COERCE")
    a.event("seizure", type="COERCE")
    assert pairs(within(a.record()), "same_event") == expected


def test_the_raid_by_somebody_is_not_just_any() -> None:
    a = Account("r", "A raid hit the port of Brasnik. The raid by Kalmeria was long planned.")
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.event("raid")
    a.event("raid#2", actor=(kal,))
    assert pairs(within(a.record()), "same_event") == []


@pytest.mark.parametrize(
    ("number", "low", "high", "expected"),
    [("dozens", 24, None, []), ("44", 44, 44, [("e2", "e1")])],
)
def test_loose_numbers_agree_by_chance(
    number: str, low: int, high: int | None, expected: list[tuple[str, str]]
) -> None:
    a = Account("r", f"Raids on Brasnik killed {number}. Raids on Brasnik again killed {number}.")
    a.event("Raids", place=("Brasnik", "Brasnik", 1.0, 1.0), killed=(low, high, number))
    a.event("Raids#2", place=("Brasnik", "Brasnik#2", 1.0, 1.0), killed=(low, high, f"{number}#2"))
    assert pairs(within(a.record()), "same_event") == expected


def test_the_attack_is_the_bombing_and_not_the_kidnapping() -> None:
    text = "Gunmen kidnapped two men. A bomber struck a bus. The attack was the first this year."
    a = Account("r1", text)
    a.event("kidnapped", mode="abduct")
    a.event("struck")
    a.event("attack")
    links = within(a.record())
    assert [(x.from_, x.to) for x in links if x.kind == "same_event"] == [("r1:e3", "r1:e2")]
