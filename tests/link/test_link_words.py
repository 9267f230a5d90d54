"""The words of an account, as they are compared and as a reason shows them."""

from __future__ import annotations

from onrecord.link.words import keys, written


def test_a_reason_shows_words_as_they_are_written_and_no_stems() -> None:
    text = "Officials denied killing people at the crossings."
    shared = keys("they killed several people") & keys(text)
    assert written(shared, text) == "killing, people"


def test_a_key_that_the_text_does_not_hold_stays_as_it_is() -> None:
    assert written({"gas"}, "Nothing was said.") == "gas"
