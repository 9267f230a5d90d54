"""What needs no tree: quotation marks, idioms, moved dates, the lexicons."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import LexiconError
from onrecord.extract.statements.fields.retold import shift
from onrecord.extract.statements.fields.wording import idiom
from onrecord.extract.statements.words.lexicon import cues
from onrecord.extract.statements.words.quotation import kind, quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we will go,” and left.", ["“we will go,”"]),
        ('He said "we will go," and left.', ['"we will go,"']),
        ("the US’ role and the allies’ plan", []),
        ("It’s ’90s stuff, don’t ask", []),
        ("She called it ‘a mistake’ twice.", ["‘a mistake’"]),
        ("''We know,'' she said.", ["''We know,''"]),
        ("“One paragraph.\n“And the next,” he said.", ["“One paragraph.", "“And the next,”"]),
        ("He said “this is lost and no more", []),
        ("He said “lost and then “found” again", ["“found”"]),
        ("an inch is 2.54 cm, 6\" is more", []),
        ("„So nicht“, said the «minister»", ["„So nicht“", "«minister»"]),
    ],
)  # fmt: skip
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab \n“”\"'‘’«»„", max_size=60))
def test_quotations_are_in_order_and_do_not_meet(text: str) -> None:
    last = 0
    for start, end in quotations(text):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We go,” he said.", "“We go,”", "direct"),
        ("They “will not” go.", "They “will not” go", "mixed"),
        ("They will not go.", "They will not go", "indirect"),
        ("It noted he “has warned that it would fail.”", "that it would fail.", "mixed"),
    ],
)
def test_kind_of_quotation(text: str, content: str, expected: str) -> None:
    start = text.index(content)
    assert kind(text, [(start, start + len(content))], quotations(text)) == expected


def test_an_idiom_runs_through_small_gaps_only() -> None:
    listed = frozenset({"pay price"})
    assert idiom(["they", "will", "pay", "a", "very", "heavy", "price"], listed)
    assert not idiom(["pay", "a", "b", "c", "d", "e", "price"], listed)
    assert not idiom(["price", "to", "pay"], listed)


@pytest.mark.parametrize(
    ("value", "length", "back", "expected"),
    [
        ("2017-06-26", "P3D", True, "2017-06-23"),
        ("2017-06-26TEV", "P1D", False, "2017-06-27"),
        ("2017-06-26", "P2W", True, "2017-W24"),
        ("2017-01-15", "P2M", True, "2016-11"),
        ("2017-01-15", "P1Y", True, "2016"),
        ("XXXX-WXX-1", "P3D", True, None),
        ("2017-W26", "P3D", True, None),
        ("2017-06-26", "PXD", True, None),
    ],
)
def test_a_date_moves_no_finer_than_it_was_told(
    value: str, length: str, back: bool, expected: str | None
) -> None:
    assert shift(value, length, back=back) == expected


def test_verbs_have_acts_by_frame() -> None:
    lexicon = cues()
    assert lexicon.verbs["say"] == {"clause": "assert"}
    assert lexicon.act("deny") == "deny"
    assert lexicon.verbs["accuse"]["person"] == "accuse"
    assert lexicon.links["accuse"] == {"of"}
    assert "out" in lexicon.particles["point"]
    assert lexicon.nouns["threat"] == "threaten"


def test_a_users_verbs_join_ours(tmp_path: Path) -> None:
    folder = tmp_path / "statements"
    folder.mkdir()
    (folder / "cues.toml").write_text('[deny]\nclause = ["pooh-pooh"]\n', encoding="utf-8")
    assert cues(str(tmp_path)).act("pooh-pooh") == "deny"
    (folder / "cues.toml").write_text('[gossip]\nclause = ["say"]\n', encoding="utf-8")
    cues.cache_clear()
    with pytest.raises(LexiconError):
        cues(str(tmp_path) + "/")
