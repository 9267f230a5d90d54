"""If X then Y, by the order of the words."""

from __future__ import annotations

import pytest

from onrecord.extract.statements.fields.condition import find_condition
from onrecord.extract.statements.words.syntax import Syntax
from tests.extract.trees import analysis

TAGS = {
    "PRON": "it he she they we you who what",
    "AUX": "will would should were was is are had must",
    "VERB": (
        "attacks attack cross crosses strike pay retaliate leave stay asked go agrees agreed "
        "said happens struck fired freed see met prove closed respond"
    ),
    "DET": "the The a any Any these",
    "SCONJ": "if If unless Unless that as even",
    "ADP": "in of on to by with case event",
    "CCONJ": "and or but",
    "ADV": "not then again only Only swiftly back so",
    "PUNCT": ', . “ ” ... ; " ?',
    "ADJ": "new false necessary heavy ready",
    "PROPN": "Iran France Should Were",
}
UPOS = {word: upos for upos, words in TAGS.items() for word in words.split()}
LEMMAS = {"asked": "ask", "met": "meet"}
UPOS |= {"Should": "AUX", "Were": "AUX"}


def condition(text: str) -> tuple[str | None, str | None]:
    """The condition and consequence of a text whose words are tagged by the table above."""
    parts = []
    for number, word in enumerate(text.split(), start=1):
        glued = "~" if word in (",", ".", "”", "...") and number > 1 else ""
        relation, head = ("root", 0) if number == 1 else ("dep", 1)
        lemma = LEMMAS.get(word, word.lower())
        parts.append(f"{glued}{word}/{UPOS.get(word, 'NOUN')}:{lemma}/{relation}>{head}")
    read = analysis(" ".join(parts))
    found = find_condition(Syntax(read), [(0, len(read.text))])
    if found is None:
        return None, None
    then = found.consequence
    return (
        read.text[slice(*found.condition)],
        read.text[then[0] : then[1]] if then else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that if they attack , we will strike back", ("they attack", "we will strike back")),
        (
            "“ If ... they cross the line , they will pay . ”",
            ("they cross the line", "they will pay"),
        ),
        ("we will strike if they attack again .", ("they attack again", "we will strike")),
        ("they will pay it it happens again", ("it it happens again", "they will pay")),
        ("Unless they leave , we will go .", ("Unless they leave", "we will go")),
        ("we will stay unless they leave .", ("unless they leave", "we will stay")),
        ("Should Iran attack , France will respond .", ("Iran attack", "France will respond")),
        ("Any raid on it will be met with force .", ("Any raid on it", "will be met with force")),
        ("in case of war , France will respond .", ("war", "France will respond")),
        ("If these prove false it will leave .", ("these prove false", "it will leave")),
        ("if necessary , we will go .", (None, None)),
        ("they asked if it happens .", (None, None)),
        ("we will go even if they stay .", (None, None)),
        ("we will go .", (None, None)),
        ("They will be held should Iran attack .", ("Iran attack", "They will be held")),
        ("strike it and we will respond .", ("strike it", "we will respond")),
        ("They will strike anyone who stay .", ("anyone who stay", "They will strike")),
        ("Anyone who attack will pay .", ("Anyone who attack", "will pay")),
        ("Another raid would trigger war .", ("Another raid", "would trigger war")),
        ("A raid will be met with force .", ("A raid", "will be met with force")),
        ("A guest will be met by France .", (None, None)),
        ("A raid will trigger war .", (None, None)),
        ("they should leave .", (None, None)),
    ],
)  # fmt: skip
def test_conditions(text: str, expected: tuple[str | None, str | None]) -> None:
    assert condition(text) == expected
