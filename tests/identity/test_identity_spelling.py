"""Words of names in other spellings, and words that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.identity.spelling import alike, fold, skeleton, words

ONE = (
    "hassan/hasan khaled/khalid muhammad/mohammed yevgeny/evgeny yevgeniy/evgeni "
    "zelensky/zelenskyy zelenskiy/zelenskyy qaddafi/gaddafi sergei/sergey dmitry/dmitri "
    "dmitriy/dmitry xelil/khalil youssef/yusuf yousef/youssef husayn/hussein haitham/haytham "
    "muallem/moallem jaafari/jafari assad/asad fateh/fath jaysh/jaish saleh/salih "
    "hizbollah/hezbollah mariya/maria qasem/kassem soleimani/suleimani"
)
TWO = (
    "hassan/hussein hamad/hamid omar/amer khalil/khaled ahmed/hamid kerry/curry mahmoud/mohammed "
    "saleh/salim johnson/jensen putin/patin islam/salam toreck/torek ali/ala rice/ross maher/omar"
)


@pytest.mark.parametrize("pair", ONE.split())
def test_spellings_of_one_word(pair: str) -> None:
    one, other = pair.split("/")
    assert alike(one, other) and alike(other, one)
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize("pair", TWO.split())
def test_words_that_are_two(pair: str) -> None:
    assert not alike(*pair.split("/"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Bashar al-Assad", ("bashar", "assad")),
        ("Bashar Al Assad’s", ("bashar", "assad")),
        ("Rami Abdel Rahman", ("rami", "abdrahman")),
        ("Rami Abdurrahman", ("rami", "abdrahman")),
        ("Rami Abdul-Rahman", ("rami", "abdrahman")),
        ("Abu Bakr al-Baghdadi", ("abubakr", "baghdadi")),
        ("Noureddin Zinki", ("nourdin", "zinki")),
        ("Nour al-Din Zinki", ("nourdin", "zinki")),
        ("Ja'afari", ("jaafari",)),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("al", ()),
    ],
)
def test_the_words_that_tell_a_name(name: str, told: tuple[str, ...]) -> None:
    assert words(name) == told


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert fold(fold(one)) == fold(one)
    for left in words(one):
        assert alike(left, left)
        for right in words(other):
            assert alike(left, right) == alike(right, left)
            assert not alike(left, right) or skeleton(left) == skeleton(right)
