"""Whether what is threatened comes with its condition or without it."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import within
from onrecord.compare.accounts.conditions import averts, labelled


@pytest.mark.parametrize(
    ("words", "condition", "consequence", "label", "shown"),
    [
        ("leave the valley or face our guns", "leave the valley", "face our guns", "unless",
         "leave the valley"),
        ("Leave the valley. Otherwise we shoot", "Leave the valley", "we shoot", "unless",
         "Leave the valley"),
        ("we shoot unless they leave", "unless they leave", "we shoot", "unless", "they leave"),
        ("if they stay we shoot", "if they stay", "we shoot", "if", "if they stay"),
        ("if they stay or dig, we shoot", "if they stay", "we shoot", "if", "if they stay"),
        ("any step over the line and we shoot", "any step over the line", "we shoot", "if",
         "any step over the line"),
    ],
)  # fmt: skip
def test_with_or_without(
    words: str, condition: str, consequence: str, label: str, shown: str
) -> None:
    a = Account("r", f"Kalmeria said: {words}.")
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.said("threaten", kal, words, condition=condition, consequence=consequence)
    (one,) = a.record().statements
    told = labelled(one)
    assert told is not None
    assert (told[0], told[1].text) == (label, shown)
    assert told[1] == a.span(shown)
    assert averts(one) == (label == "unless")


@pytest.mark.parametrize(
    ("threat", "met"), [("Cross {} or we shoot", 0), ("If they cross {} we shoot", 1)]
)
def test_who_does_what_is_asked_has_met_no_condition(threat: str, met: int) -> None:
    words = threat.format("the Brasnik river")
    a = Account("r", f"Kalmeria warned: {words}. Ordavia crossed the Brasnik river.")
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    condition = words.split(" or ")[0].split(" we ")[0]
    a.said(
        "threaten",
        kal,
        words,
        addressee=ord_,
        condition=condition,
        consequence="we shoot",
        said="2021-03-01",
    )
    a.event(
        "crossed",
        type="MOBILIZE",
        status="happened",
        on_word_of="reporter",
        actor=(ord_,),
        when="2021-03-05",
    )
    kinds = [link.kind for link in within(a.record())]
    assert kinds.count("meets_condition") == met
