"""Sentence bounds cover the text's words once, and end where an editor would end them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.sentences import MAX_WORDS, gap, split_sentences
from onrecord.model.words import find_words


def split(text: str) -> list[str]:
    words = find_words(text)
    return [text[words[a][0] : words[b - 1][1]] for a, b, _ in split_sentences(text, words)]


@settings(deadline=None)  # the first text waits for the weights
@given(st.text(alphabet="aA .,\"“”?!\n'1", max_size=300))
def test_every_word_is_in_one_sentence(text: str) -> None:
    words = find_words(text)
    bounds = split_sentences(text, words)
    assert [i for a, b, _ in bounds for i in range(a, b)] == list(range(len(words)))
    assert all(b - a <= MAX_WORDS for a, b, _ in bounds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ('"We left. It rained," he said.', ['"We left.', 'It rained," he said.']),
        ('She stopped. "We left," he said.', ["She stopped.", '"We left," he said.']),
        ('"Did you go?" he asked. She had.', ['"Did you go?" he asked.', "She had."]),
        ("“Stop!” she said.", ["“Stop!” she said."]),
        ("Gen. Harl and Mr. Oren met.", ["Gen. Harl and Mr. Oren met."]),
        ("He lives in the U.S. The rest left.", ["He lives in the U.S.", "The rest left."]),
        ("U.S. President Oren left.", ["U.S. President Oren left."]),
        (
            "A headline without end\n\nThe text begins.",
            ["A headline without end", "The text begins."],
        ),
        ("John F. Kennedy spoke.", ["John F. Kennedy spoke."]),
        (
            "the talks failed. nobody left. they stay",
            ["the talks failed.", "nobody left.", "they stay"],
        ),
        (
            "12 May 2021 At least ten people died in Tarim.",
            ["12 May 2021", "At least ten people died in Tarim."],
        ),
        ("“Why now?” Mr. Oren asked. Nobody knew.", ["“Why now?” Mr. Oren asked.", "Nobody knew."]),
        ("If... Mr. Oren goes, he pays.", ["If... Mr. Oren goes, he pays."]),
    ],
)
def test_bounds(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_gap_tells_lines_from_paragraphs() -> None:
    assert [gap(x) for x in ("", " ", " \n", "\n\n", "\r\n", "\r\n \r\n")] == [0, 1, 2, 3, 2, 3]


def test_paragraphs_are_counted() -> None:
    text = "One. Two.\n\nThree."
    assert [p for _, _, p in split_sentences(text, find_words(text))] == [0, 0, 1]


def test_a_break_begins_a_sentence() -> None:
    text = "2017-06-27 The talks failed."
    words = find_words(text)
    assert [(a, b) for a, b, _ in split_sentences(text, words, [11])] == [(0, 1), (1, 5)]
