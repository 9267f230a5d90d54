"""Which tellings of one report the trained scorer may join, and which nothing may."""

from __future__ import annotations

from accounts import Account
from test_compare_within import pairs

from onrecord.compare import across, within
from onrecord.compare.accounts.facts import view
from onrecord.compare.scored.observed import FEATURES
from onrecord.compare.scored.retelling import Retellings, borne_out, network, ruled_out
from onrecord.records import Count, ReportRecord, Span


def told(text: str, *events: tuple[str, dict[str, object]]) -> ReportRecord:
    a = Account("r", text)
    for trigger, fields in events:
        a.event(trigger, **fields)
    return a.record()


def killed(text: str, number: str, low: int, start: int = 0) -> tuple[Count, ...]:
    at = text.index(number, start)
    return (Count("killed", low, low, Span.of(text, at, at + len(number))),)


def test_the_network_takes_what_is_observed() -> None:
    read = told("A raid hit Brasnik. The raid killed nine.", ("raid", {}), ("raid#2", {}))
    found = Retellings(view(read))
    assert len(found.features(0, 1)) == len(FEATURES)
    assert all(0 <= chance <= 1 for chance in found.chances().values())
    assert network() is network()


def test_two_days_are_two_raids() -> None:
    text = "A raid hit Brasnik on Monday. The raid on Friday killed nine."
    read = told(text, ("raid", {"when": "2030-05-06"}), ("raid#2", {"when": "2030-05-10"}))
    one, other = Retellings(view(read)).mentions
    assert ruled_out(one.facts, other.facts)
    assert pairs(within(read), "same_event") == []


def test_what_is_threatened_is_not_what_was_done() -> None:
    text = "A raid hit Brasnik. The army threatened a raid on Brasnik."
    read = told(text, ("raid", {}), ("raid#2", {"status": "threatened"}))
    one, other = Retellings(view(read)).mentions
    assert ruled_out(one.facts, other.facts)


def test_words_alike_bear_nothing_out_alone() -> None:
    read = told("A raid hit Brasnik. Later raids hit Lun.", ("raid", {}), ("raids", {}))
    one, other = Retellings(view(read)).mentions
    assert not borne_out(one.facts, other.facts)


def test_a_raid_told_as_new_is_one_told_before_only_by_its_number() -> None:
    text = (
        "A raid killed 31 in Brasnik. Aid came late. Shops were shut. A raid killed {} there, "
        "officials say."
    )
    for number, joined in (("31", True), ("12", False)):
        full = text.format(number)
        later = full.rindex("A raid")
        read = told(
            full,
            ("raid", {"counts": killed(full, "31", 31)}),
            ("raid#2", {"counts": killed(full, number, int(number), later)}),
        )
        assert bool(Retellings(view(read)).pairs(1)) is joined


def test_shells_that_were_fired_are_a_shelling_in_another_report() -> None:
    def fired(id_: str, text: str, trigger: str, mode: str) -> ReportRecord:
        a = Account(id_, text)
        place = ("Lun", "Lun", 50.0, 30.0)
        a.event(trigger, mode=mode, place=place, when="2021-03-09", time=("Monday", "2021-03-09"))
        return a.record()

    first = fired(
        "a", "Shells fired over the river fell on Lun on Monday.", "fired", "heavy-weapons"
    )
    again = fired("b", "Lun was shelled on Monday.", "shelled", "heavy-weapons")
    shots = fired("c", "Shots fired over the river woke Lun on Monday.", "fired", "firearms")
    kinds = [(one.from_, one.to) for one in across([first, again]) if one.kind == "same_event"]
    assert len(kinds) == 1
    assert not [one for one in across([shots, again]) if one.kind == "same_event"]
