"""Two statements of two reports that a trained scorer finds to be of one matter."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare.facts import Said, view
from onrecord.compare.figures import differ, figures
from onrecord.compare.judged import judged
from onrecord.compare.onematter import FEATURES, network, one_matter


def claim(id: str, who: str, act: str, said: str, day: str = "2021-03-10", **fields: str) -> Said:
    """One statement that makes up its report."""
    account = Account(id, f"{who} told reporters: {said}.", day)
    kind = fields.pop("kind", "government")
    actor = account.actor(who, who, kind=kind, country=fields.pop("country", None))
    statement = account.said(act, actor, said, **fields)
    return view(account.record()).said[statement]


CLAIM = claim("r1", "Kalmeria", "accuse", "Ordavian frogmen mined the ferry pier at Lysk harbour",
              country="KAL")  # fmt: skip


def kinds(other: Said) -> list[tuple[str, str | None]]:
    return [(kind, slot) for kind, _, _, _, slot in judged(CLAIM, other)]


def test_what_a_second_report_says_to_it_follows_from_the_act() -> None:
    text = "frogmen had mined the pier at Lysk harbour"
    denied = claim("r2", "Ordavia", "reject", f"that its {text}", country="ORD",
                   polarity="negative")  # fmt: skip
    unknown = claim("r2", "Latria", "disclaim", f"whether {text}", country="LAT")
    assert kinds(denied) == [("denies", None)]
    assert kinds(unknown) == [("undercuts", None)]


def test_another_matter_of_the_same_parties_is_nothing() -> None:
    other = claim("r2", "Ordavia", "deny", "that it had stopped the wheat talks in Varn",
                  country="ORD", polarity="negative")  # fmt: skip
    assert kinds(other) == []


def test_the_same_source_on_another_day_says_it_again() -> None:
    again = claim("r2", "Kalmeria", "accuse", "Ordavian frogmen had mined the pier at Lysk harbour",
                  "2021-04-20", country="KAL")  # fmt: skip
    assert kinds(again) == [("repeats", None)]


def test_the_scorer_is_symmetric_and_looks_at_words() -> None:
    near = claim(
        "r2", "Latria", "assert", "frogmen had mined the ferry pier at Lysk", country="LAT"
    )
    far = claim("r2", "Latria", "assert", "bread prices in Dorn had doubled", country="LAT")
    assert one_matter(CLAIM, near) == pytest.approx(one_matter(near, CLAIM))
    assert one_matter(CLAIM, near) > 0.6 > 0.1 > one_matter(CLAIM, far)
    assert network().mean.shape == (len(FEATURES),)


@pytest.mark.parametrize(
    ("text", "what", "low", "bare"),
    [
        ("the number of dead as nine", "killed", 9, True),
        ("the toll at 118", "killed", 118, True),
        ("the number at 48", "", 48, True),
        ("he had received 14 bodies", "killed", 14, True),
        ("at least 40 people were wounded", "injured", 40, False),
    ],
)
def test_numbers_of_people_as_they_are_told(text: str, what: str, low: int, bare: bool) -> None:
    (figure,) = figures(claim("r3", "Latria", "assert", text))
    assert (figure.what, figure.low, figure.bare) == (what, low, bare)


def test_ranges_that_overlap_do_not_differ_and_a_higher_later_one_has_grown() -> None:
    few = claim("r1", "Latria", "assert", "nine people were killed")
    some = claim("r2", "Kalmeria", "assert", "at least seven people were killed")
    many = claim("r3", "Kalmeria", "assert", "31 people were killed")
    assert differ(few, some) is None
    found = differ(few, many)
    assert found is not None and found.grown and "31" in found.why


def test_two_sorts_of_people_are_two_numbers_and_nobody_is_a_number() -> None:
    soldiers = claim("r1", "Latria", "assert", "the mine killed 17 soldiers")
    villagers = claim("r2", "Kalmeria", "assert", "the mine killed three villagers")
    assert differ(soldiers, villagers) is None
    nobody = claim("r3", "Kalmeria", "assert", "nobody was hurt")
    found = differ(soldiers, nobody)
    assert found is not None and not found.grown
