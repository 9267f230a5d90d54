"""How many: the numbers of people that a sentence gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.events.numbers.counts import find_counts, find_figures


@pytest.mark.parametrize(
    ("text", "what", "low", "high", "quoted"),
    [
        ("The blast killed 12 people.", "killed", 12, 12, "12"),
        ("The blast killed dozens of civilians.", "killed", 24, None, "dozens"),
        ("At least 70 people were killed.", "killed", 70, None, "At least 70"),
        ("More than 1,200 villagers were displaced.", "displaced", 1200, None, "More than 1,200"),
        ("Up to 30 were injured.", "injured", None, 30, "Up to 30"),
        ("Police said 70 to 80 people were wounded.", "injured", 70, 80, "70 to 80"),
        ("Shells hit two villages killing ten people.", "killed", 10, 10, "ten"),
        ("Desk 191 A total of 24 men were killed.", "killed", 24, 24, "24"),
        ("It left twenty-three people dead.", "killed", 23, 23, "twenty-three"),
        ("Police arrested about 40 protesters.", "detained", 40, None, "about 40"),
        ("The death toll rose to 56.", "killed", 56, 56, "56"),
        ("Hundreds of thousands of people were killed.", "killed", 200_000, None,
         "Hundreds of thousands"),
    ],
)  # fmt: skip
def test_a_count_says_of_what_how_many_and_by_which_words(
    text: str, what: str, low: int | None, high: int | None, quoted: str
) -> None:
    (found,) = find_counts(text, 0, len(text))
    assert (found.what, found.low, found.high) == (what, low, high)
    assert text[found.start : found.end] == quoted


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("Some 64 villagers, most of them women and girls, were killed.", "killed", 64, None),
        ("Thirty men (all of them bakers) were arrested.", "detained", 30, 30),
        ("Forty pupils — many of them from one class — were hurt.", "injured", 40, 40),
        ("Twenty people, some as young as four, were killed.", "killed", 20, 20),
        ("Three guards and an unknown number of raiders were killed.", "killed", 3, None),
        ("Three guards and a raider were killed.", "killed", 4, 4),
    ],
)
def test_an_aside_between_a_number_and_what_befell(
    text: str, what: str, low: int, high: int | None
) -> None:
    (found,) = find_counts(text, 0, len(text))
    assert (found.what, found.low, found.high) == (what, low, high)


def test_of_others_told_of_in_an_aside_nothing_is_counted() -> None:
    text = "Forty men, most of them armed with clubs, stopped a bus and three were killed."
    assert [f.low for f in find_counts(text, 0, len(text))] == [3]
    text = "Children as young as nine were detained."
    assert find_counts(text, 0, len(text)) == []


def test_what_somebody_has_counted_is_a_figure() -> None:
    for text, low in (("that they had counted 112", 112), ("that they counted 112 sheep", None)):
        found = [f.low for f in find_figures(text, 0, len(text))]
        assert found == ([low] if low else []), text


@pytest.mark.parametrize(
    "text",
    [
        "The army advanced 12 miles.",
        "He was jailed 12 years ago.",
        "Killing 30 percent of the herd is not planned.",
        "The blast killed nobody.",
        "Shells fell on two districts destroying a mill and on the two villages killing cattle.",
        "Hundreds of people were seen watching the killings.",
        "12 May 2031 Army kills rebels.",
    ],
)
def test_other_numbers_are_no_counts(text: str) -> None:
    assert find_counts(text, 0, len(text)) == []


def test_two_counts_of_one_sentence_are_kept_apart() -> None:
    text = "The raid killed 12 people and wounded at least 30."
    found = find_counts(text, 0, len(text))
    assert [(c.what, c.low, c.high) for c in found] == [("killed", 12, 12), ("injured", 30, None)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("At least 30 people including 24 civilians were killed in raids.",
         [("killed", 30, None)]),
        ("In a day of fighting at least 38 opposition fighters from the warring sides were killed.",
         [("killed", 38, None)]),
        ("Shots were fired at them in one area leaving five injured.", [("injured", 5, 5)]),
        ("The raid killed 60 people and wounded another 40.",
         [("killed", 60, 60), ("injured", 40, 40)]),
        ("It is not known how many of the fighters were killed.", []),
        ("Two shepherds, one of them a child, killed near Orva.", [("killed", 2, 2)]),
        ("On Monday 700 people including 47 wounded crossed the river.", [("injured", 47, 47)]),
        ("They ordered the arrest and beating of more than 200 workers.",
         [("detained", 200, None)]),
        ("He mourned the death of 12 dogs.", []),
        ("Six villagers lost their lives.", [("killed", 6, 6)]),
    ],
)  # fmt: skip
def test_wholes_and_their_parts_are_counted_and_questions_are_not(
    text: str, counts: list[tuple[str, int | None, int | None]]
) -> None:
    assert [(c.what, c.low, c.high) for c in find_counts(text, 0, len(text))] == counts


@given(st.text(alphabet="12 ,.-killedwoundhurts至ÄatozenTmre\n", max_size=60), st.integers(0, 9))
def test_a_count_lies_in_its_stretch(text: str, start: int) -> None:
    for found in find_counts(text, min(start, len(text)), len(text)):
        assert min(start, len(text)) <= found.start < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high


def test_two_tolls_side_by_side_and_what_of_the_hurt_is_told() -> None:
    def counts(text: str) -> list[tuple[str, int | None, int | None]]:
        return [(one.what, one.low, one.high) for one in find_counts(text, 0, len(text))]

    assert counts("A woman killed 30 injured in attacks") == [("injured", 30, 30)]
    assert counts("Five of the injured are in critical condition") == []
    assert counts("The blast killed 26 people") == [("killed", 26, 26)]


def test_people_are_held_and_taken_and_things_are_not_counted() -> None:
    def counts(text: str) -> list[tuple[str, int | None, int | None]]:
        return [(one.what, one.low, one.high) for one in find_counts(text, 0, len(text))]

    assert counts("Seven officers are in custody") == [("detained", 7, 7)]
    assert counts("Gunmen seized 12 pupils near Osk") == [("abducted", 12, 12)]
    assert counts("The army seized 12 rifles") == []
    assert counts("Fifty-two of the displaced were killed") == [("killed", 52, 52)]
    assert counts("12 children were taken to hospital") == []


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("none of its fighters had died", "killed", 0, 0),
        ("not one of his men lost his life", "killed", 0, 0),
        ("nobody was hurt", "injured", 0, 0),
        ("it lost 11 soldiers", "killed", 11, 11),
        ("the brigade's losses at three", "killed", 3, 3),
        ("there were five or six at most", "", 5, 6),
    ],
)
def test_figures_of_nobody_of_losses_and_of_how_many_there_were(
    text: str, what: str, low: int, high: int
) -> None:
    (found,) = find_figures(text, 0, len(text))
    assert (found.what, found.low, found.high) == (what, low, high)


def test_nothing_is_counted_where_no_people_are() -> None:
    for text in ("no such order was given", "the party lost 11 seats", "there were 12 tanks here"):
        assert find_figures(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toll of attacks on Lun rises to 12 with over 200 injured", [12, 200]),
        ("The death toll from a blast on a crowded bus outside Lun reached at least 112", [112]),
        ("Death toll from the bomb attack on Lun at least 112", [112]),
    ],
)
def test_a_toll_is_read_over_what_it_is_the_toll_of(text: str, expected: list[int]) -> None:
    found = find_counts(text, 0, len(text))
    assert [one.low for one in found] == expected
    assert found[0].what == "killed"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The war has left 2.4 million injured.", [("injured", 2_400_000, 2_400_000)]),
        ("Some 3.75 million people have been displaced.", [("displaced", 3_750_000, None)]),
        ("About 3.4 thousand people were arrested.", [("detained", 3_400, None)]),
        ("Three dozen people were killed.", [("killed", 36, 36)]),
        (
            "Nine villagers including three nurses and two boys were killed in raids.",
            [("killed", 9, 9)],
        ),
        ("Fourteen miners - including three boys - were killed.", [("killed", 14, 14)]),
        (
            "Raids kill 37 including 12 children. The raids killed at least 37 people.",
            [("killed", 37, 37), ("killed", 37, None)],
        ),
    ],
)
def test_fractions_dozens_and_those_who_are_counted_already(
    text: str, counts: list[tuple[str, int, int | None]]
) -> None:
    found = find_counts(text, 0, len(text))
    assert [(c.what, c.low, c.high) for c in found] == counts
