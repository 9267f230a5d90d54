"""Who is whom: names folded, states spoken for, unnamed sources apart."""

from __future__ import annotations

import pytest

from onrecord.link.identity import same_voice, whos
from onrecord.link.words import keys, stem
from onrecord.records import Actor, Report, ReportRecord, Span

TEXT = "The Palace and Palace spokesman Ilan Toreck and an official and Ilan Torek and Al-Karim"


def actor(number: int, name: str, words: str, kind: str, **fields: object) -> Actor:
    span = Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))
    return Actor(f"r:a{number}", name, kind, (span,), **fields)  # type: ignore[arg-type]


def test_a_person_named_with_an_office_speaks_for_its_state() -> None:
    record = ReportRecord(
        Report("r", TEXT, "0" * 64),
        actors=(
            actor(1, "Palace", "The Palace", "office", country="ORD"),
            actor(2, "Ilan Toreck", "Palace spokesman Ilan Toreck", "person"),
            actor(3, "unnamed official", "an official", "person", named=False, country="ORD"),
            actor(4, "Ilan Torek", "Ilan Torek", "person"),
        ),
    )
    who = whos(record)
    assert who["r:a2"].side == "ORD"
    assert same_voice(who["r:a1"], who["r:a2"])
    assert not same_voice(who["r:a1"], who["r:a3"])
    assert not same_voice(who["r:a2"], who["r:a4"])


@pytest.mark.parametrize(
    ("words", "same"),
    [("strikes", "struck"), ("planning", "plan"), ("denied", "denies"), ("attacks", "attacked")],
)
def test_forms_of_a_word_have_one_stem(words: str, same: str) -> None:
    assert stem(words) == stem(same)


def test_words_of_one_matter_share_a_key() -> None:
    assert keys("poison gas attacks") & keys("chemical weapons") == {"chemical"}
