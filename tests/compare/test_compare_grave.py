"""Many killed in one small place; a town is taken once; what a general threat may come to."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import across
from onrecord.records import Link

VELDRI = ("Veldri", "Veldri", 50.0, 20.0)
KALU = ("Kalu", "Kalu", 51.5, 22.0)


def links(*reports: Account) -> tuple[Link, ...]:
    return across([report.record() for report in reports])


def same(*reports: Account) -> bool:
    return any(x.kind == "same_event" for x in links(*reports))


def first() -> Account:
    report = Account("r1", "Gunmen killed 23 in an attack on Veldri on Monday.", "2021-03-02")
    report.event("attack", when="2021-03-01", place=VELDRI, killed=(23, 23, "23"))
    return report


@pytest.mark.parametrize(
    ("text", "trigger", "day", "killed", "place", "one"),
    [
        ("The massacre in Veldri shocked us.", "massacre", "2021-03-09", None, VELDRI, True),
        ("Armed men raided Veldri: 31 died.", "raided", "2021-03-03", "31", VELDRI, True),
        ("The attack on Veldri was his.", "attack", "2021-03-12", None, VELDRI, True),
        ("Armed men raided Veldri: 31 died.", "raided", "2021-03-20", "31", VELDRI, False),
        ("The massacre in Veldri shocked us.", "massacre", "2021-06-09", None, VELDRI, False),
        ("Armed men raided Veldri: 300 died.", "raided", "2021-03-03", "300", VELDRI, False),
        ("Armed men raided Veldri: two died.", "raided", "2021-03-03", "two", VELDRI, False),
        ("Armed men raided Kalu: 31 died.", "raided", "2021-03-03", "31", KALU, False),
    ],
)
def test_many_killed_in_one_small_place_is_one_massacre(
    text: str,
    trigger: str,
    day: str,
    killed: str | None,
    place: tuple[str, str, float, float],
    one: bool,
) -> None:
    later = Account("r2", text, day)
    number = {"two": 2}.get(killed or "", int(killed) if killed and killed.isdigit() else 0)
    counts = {"killed": (number, number, killed)} if killed else {}
    later.event(trigger, place=place, **counts)
    assert same(first(), later) is one


@pytest.mark.parametrize(
    ("trigger", "day", "one"),
    [("captured", "2021-03-03", True), ("captured", "2021-04-03", False),
     ("shelled", "2021-03-03", False)],
)  # fmt: skip
def test_one_side_takes_a_town_once(trigger: str, day: str, one: bool) -> None:
    one_ = Account("r1", "The Front seized Veldri on Monday.", "2021-03-02")
    front = one_.actor("Front", "The Front", "armed_group", named=True)
    one_.event("seized", type="COERCE", actor=(front,), when="2021-03-01", place=VELDRI)
    two = Account("r2", f"Front rebels {trigger} Veldri.", day)
    front = two.actor("Front", "Front", "armed_group", named=True)
    kind = "COERCE" if trigger == "captured" else "ASSAULT"
    two.event(trigger, type=kind, actor=(front,), place=VELDRI)
    assert same(one_, two) is one


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "kind"),
    [
        ("Front rebels shelled Veldri.", "shelled", "ASSAULT", "meets_condition"),
        ("Front rebels entered talks on Veldri.", "talks", "CONSULT", None),
        ("Front rebels shelled Kalu.", "shelled", "ASSAULT", None),
        ("Ordavia suspended aid.", "suspended aid", "SANCTION", "fulfils"),
    ],
)
def test_a_general_condition_is_met_by_any_assault(
    text: str, trigger: str, type_: str, kind: str | None
) -> None:
    condition, consequence = "if the rebels attacked Veldri", "it would cut off aid"
    a = Account("r1", f"Ordavia warned the Front that {consequence} {condition}.", "2021-03-02")
    ordavia = a.actor("Ordavia", "Ordavia", country="ORD", named=True)
    front = a.actor("Front", "the Front", "armed_group", named=True)
    a._place(*VELDRI)
    a.said("threaten", ordavia, f"{consequence} {condition}", cue="warned", addressee=front,
           condition=condition.removeprefix("if "), consequence=consequence)  # fmt: skip
    b = Account("r2", text, "2021-03-09")
    by = "Ordavia" if "Ordavia" in text else "Front"
    actor = b.actor(by, by, "government" if by == "Ordavia" else "armed_group",
                    country="ORD" if by == "Ordavia" else None, named=True)  # fmt: skip
    where = {"place": VELDRI} if "Veldri" in text else {"place": KALU} if "Kalu" in text else {}
    b.event(trigger, type=type_, actor=(actor,), when="2021-03-08", **where)
    kinds = {x.kind for x in links(a, b)} & {"meets_condition", "fulfils"}
    assert kinds == ({kind} if kind else set())
