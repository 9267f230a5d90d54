"""Words: every code point that is no white space stands in exactly one word."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.lemmas import lemma
from onrecord.model.words import as_meant, find_words


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in find_words(text)]


@settings(deadline=None)  # the first text waits for the weights
@given(st.text(max_size=200))
def test_words_cover_all_but_white_space(text: str) -> None:
    spans = find_words(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    assert covered == {i for i, c in enumerate(text) if not c.isspace()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Oren didn't say.", ["Mr.", "Oren", "did", "n't", "say", "."]),
        ("the minister’s aide", ["the", "minister", "’s", "aide"]),
        ("al-Tarim", ["al", "-", "Tarim"]),
        ("in the U.S. on Sept. 4", ["in", "the", "U.S.", "on", "Sept.", "4"]),
        ("1,200 people at 10:30", ["1,200", "people", "at", "10:30"]),
        ("$3.5m (AP) —", ["$", "3.5", "m", "(", "AP", ")", "—"]),
        ("an F16 jet", ["an", "F16", "jet"]),
        ("If... he", ["If", "...", "he"]),
        ("cannot", ["can", "not"]),
        ("see www.example.org/a.", ["see", "www.example.org/a", "."]),
        ("date 2017-06-27 The", ["date", "2017-06-27", "The"]),
        ("talks--the last--", ["talks", "--", "the", "last", "--"]),
        ("No!!! Why??", ["No", "!!!", "Why", "??"]),
        ("anti-war e-mail :-)", ["anti-war", "e-mail", ":-)"]),
        ("on 9/30/01, call 555-0100", ["on", "9/30/01", ",", "call", "555-0100"]),
        ("It ended.Then he left", ["It", "ended", ".", "Then", "he", "left"]),
        ("they dont know", ["they", "do", "nt", "know"]),
        ("(see https://a.example/b-c?d=1).", ["(", "see", "https://a.example/b-c?d=1", ")", "."]),
        ("the 1990s and the 4th", ["the", "1990s", "and", "the", "4th"]),
    ],
)
def test_conventions(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_a_lost_apostrophe_leaves_a_negation() -> None:
    text = "He didnt offer it"
    assert [as_meant(text[a:b]) for a, b in find_words(text)] == ["He", "did", "n't", "offer", "it"]
    assert lemma("nt", "PART") == "not"
