"""Links between reports, on records made by hand."""

from __future__ import annotations

import random

import pytest
from accounts import Account

from onrecord.compare import across
from onrecord.compare.accounts.dates import days_of
from onrecord.records import Link, ReportRecord

BRASNIK = ("Brasnik", "Brasnik", 50.0, 20.0)


def bombing(id: str, text: str, published: str, when: str | None, **fields: object) -> Account:
    """A report of one bombing in Brasnik."""
    a = Account(id, text, published)
    a.event("bombing", when=when, place=BRASNIK, **fields)
    return a


def ends(links: tuple[Link, ...], kind: str) -> set[tuple[str, str]]:
    return {(x.from_, x.to) for x in links if x.kind == kind}


def test_one_day_one_town_one_kind_is_one_event_and_another_day_is_not() -> None:
    one = bombing("r1", "A bombing in Brasnik killed 12.", "2021-03-02", "2021-03-01")
    two = bombing("r2", "The bombing of Brasnik, a port.", "2021-03-03", "2021-03-01")
    three = bombing("r3", "A bombing shook Brasnik.", "2021-03-06", "2021-03-05")
    links = across([one.record(), two.record(), three.record()])
    assert ends(links, "same_event") == {("r2:e1", "r1:e1")}


def test_the_order_of_reports_does_not_change_the_links() -> None:
    texts = "A bombing in Brasnik killed many."
    records = [
        bombing(f"r{n}", texts, f"2021-03-{n + 2:02}", f"2021-03-{n % 3 + 1:02}").record()
        for n in range(12)
    ]
    expected = across(records)
    shuffled = list(records)
    random.Random(7).shuffle(shuffled)
    assert expected and across(shuffled) == expected


@pytest.mark.parametrize(
    ("earlier", "later", "contradicted"),
    [
        ((12, 12, "12"), (30, 30, "30"), False),  # a toll that grew
        ((30, 30, "30"), (12, 12, "12"), True),
        ((12, None, "12"), (30, 30, "30"), False),
    ],
)
def test_a_lower_toll_contradicts_and_a_later_higher_one_updates(
    earlier: tuple[int, int | None, str], later: tuple[int, int, str], contradicted: bool
) -> None:
    first = f"A bombing in Brasnik killed {earlier[2]} people."
    second = f"The bombing in Brasnik killed {later[2]} people."
    one = bombing("r1", first, "2021-03-02", "2021-03-01", killed=earlier)
    two = bombing("r2", second, "2021-03-03", "2021-03-01", killed=later)
    links = across([one.record(), two.record()])
    assert ends(links, "same_event")
    found = [x for x in links if x.kind == "contradicts"]
    assert [(x.slot, x.from_) for x in found] == ([("number", "r2:e1")] if contradicted else [])


def test_has_twice_struck_includes_a_single_strike_told_before() -> None:
    one = Account("r1", "Ordavia carried out a missile strike on Kalmeria.", "2021-03-02")
    ord_ = one.actor("Ordavia", "Ordavia", country="ORD")
    kal = one.actor("Kalmeria", "Kalmeria", country="KAL")
    one.event("missile strike", actor=(ord_,), recipient=(kal,))
    two = Account("r2", "Ordavia has twice struck Kalmeria.", "2022-03-02")
    ord_ = two.actor("Ordavia", "Ordavia", country="ORD")
    kal = two.actor("Kalmeria", "Kalmeria", country="KAL")
    two.event("struck", actor=(ord_,), recipient=(kal,))
    links = across([two.record(), one.record()])
    assert ends(links, "includes") == {("r2:e1", "r1:e1")}
    assert not ends(links, "same_event")


def denial(id: str, published: str, *, named: bool = True) -> ReportRecord:
    a = Account(id, "Kalmeria denied ever using nerve gas on civilians or soldiers.", published)
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL", named=named)
    a.said("deny", kal, "ever using nerve gas on civilians or soldiers", polarity="negative")
    return a.record()


def test_the_same_denial_a_year_later_repeats_and_the_next_day_restates() -> None:
    reports = [denial("r1", "2021-03-02"), denial("r2", "2021-03-03")]
    assert ends(across(reports), "restates") == {("r2:s1", "r1:s1")}
    a = Account("r3", "Kalmeria again denied that nerve gas was used on civilians.", "2022-03-03")
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.said("deny", kal, "that nerve gas was used on civilians", polarity="negative")
    links = across([reports[0], a.record()])
    assert ends(links, "repeats") == {("r3:s1", "r1:s1")}
    assert not ends(links, "restates")


def test_unnamed_sources_of_two_reports_are_never_one() -> None:
    records = [denial("r1", "2021-03-02", named=False), denial("r2", "2021-03-03", named=False)]
    assert across(records) == ()


def test_a_denial_also_denies_what_other_reports_tell_of_the_event() -> None:
    one = bombing("r1", "A bombing in Brasnik killed 12.", "2021-03-02", "2021-03-01")
    two = Account("r2", "After a bombing in Brasnik, Kalmeria denied the bombing.", "2021-03-03")
    kal = two.actor("Kalmeria", "Kalmeria", country="KAL")
    two.event("bombing", when="2021-03-01", place=BRASNIK, status="alleged")
    two.said("deny", kal, "the bombing")
    two.event("bombing#2", status="denied", on_word_of="r2:s1")
    links = across([one.record(), two.record()])
    assert ("r2:s1", "r1:e1") in ends(links, "denies")


@pytest.mark.parametrize(
    ("value", "length"),
    [("2021-03-01", 1), ("2021-03", 31), ("2021-W09", 7), ("2021-03-01TEV", 1), ("P3D", None)],
)
def test_days_of_a_value(value: str, length: int | None) -> None:
    days = days_of(value)
    assert (days.length if days else None) == length


PROMISED = "they would stay on the bridge until the curfew over the northern districts was lifted"


def unnamed(id: str, who: str, said: str, day: str) -> Account:
    report = Account(id, f"{who} said {said}.", day)
    source = report.actor(f"unnamed {who.lower()}", who, "people", named=False)
    report.said("assert", source, said, cue="said")
    return report


@pytest.mark.parametrize(
    ("who", "said", "day", "one"),
    [
        ("Students", PROMISED, "2021-03-11", True),
        ("Young students", f"this time {PROMISED}", "2021-03-11", True),
        ("Porters", PROMISED, "2021-03-11", True),  # in so many words it is one text
        ("Porters", " ".join(PROMISED.split()[:10]), "2021-03-11", False),
        ("Students", "they would stay on the bridge", "2021-03-11", False),
        ("Students", PROMISED, "2021-05-11", False),
    ],
)
def test_one_text_of_a_source_that_nobody_names(who: str, said: str, day: str, one: bool) -> None:
    first = unnamed("r1", "Students", PROMISED, "2021-03-10")
    links = across([first.record(), unnamed("r2", who, said, day).record()])
    told = {(x.kind, x.from_, x.to) for x in links}
    assert (("restates", "r2:s1", "r1:s1") in told) is one


@pytest.mark.parametrize(
    ("name", "other", "text", "one"),
    [
        # the second paper leaves the long name out, and so names the body otherwise
        ("State Bureau for Inland Waters", "Bureau", "a lock gate had been forced open", True),
        ("Ada Venn", "Ola Prast", "a lock gate had been forced open by night", False),
        ("State Bureau for Inland Waters", "Bureau", "nobody had opened the weir", False),
    ],
)
def test_one_sentence_in_two_papers_is_one_utterance(
    name: str, other: str, text: str, one: bool
) -> None:
    said = "a lock gate had been forced open and two barges set adrift near the old bridge"
    kind = "person" if name == "Ada Venn" else "office"
    first = Account("r1", f"The {name} said {said}.", "2021-03-10")
    first.said("assert", first.actor(name, name, kind), said, cue="said")
    again = text + " and two barges set adrift near the old bridge" if "lock" in text else text
    second = Account("r2", f"The {other} said {again}.", "2021-03-11")
    second.said("assert", second.actor(other, other, kind), again, cue="said")
    links = across([first.record(), second.record()])
    assert any(x.kind == "restates" for x in links) is one
