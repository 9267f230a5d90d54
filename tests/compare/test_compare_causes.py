"""Accounts of one harm that tell other causes of it."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import within


def rivals(text: str, *said: tuple[str, str, str]) -> list[tuple[str, str]]:
    """The ends of what contradicts another account; each is its source, its cue and its words."""
    a = Account("r", text)
    for source, cue, content in said:
        a.said("assert", a.actor(source, source, kind="people", named=False), content, cue=cue)
    return [
        (one.from_.split(":")[1], one.to.split(":")[1])
        for one in within(a.record())
        if one.kind == "contradicts"
    ]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("the trawler caught fire", "it was rammed by a patrol ship"),
        ("the mayor was shot", "he had been beaten to death"),
        ("the ferryman died of a heart attack", "the ferryman was tortured"),
    ],
)
def test_two_causes_of_one_harm_contradict(first: str, then: str) -> None:
    text = f"The police said {first}. The union says {then}."
    said = (("police", "said", first), ("union", "says", then))
    assert rivals(text, *said) == [("s2", "s1")]


def test_but_sets_two_causes_apart() -> None:
    one, other = "the blast was caused by a drone", "explosives had been placed under the pipe"
    text = f"A guard said {one}. But the prosecutor says {other}."
    assert rivals(text, ("guard", "said", one), ("prosecutor", "says", other)) == [("s2", "s1")]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("four people were killed by shelling", "a car bomb killed nine people"),  # of two harms
        ("the depot was hit by warplanes", "it was hit by missiles"),  # which these may have fired
        ("a drone circled the port", "they had shot down a drone"),
        ("the mayor was shot", "he had not been beaten"),
    ],
)
def test_what_may_both_be_true_does_not(first: str, then: str) -> None:
    text = f"The police said {first}. The union says {then}."
    assert rivals(text, ("police", "said", first), ("union", "says", then)) == []
