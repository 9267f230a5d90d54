"""Lexicons: the package's own, and a user's merged into them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from onrecord import lexicons
from onrecord.errors import LexiconError
from onrecord.lexicons import _load, _merge


def names() -> list[str]:
    root = Path(str(resources.files(lexicons)))
    return sorted(str(p.relative_to(root).with_suffix("")) for p in root.rglob("*.toml"))


@pytest.mark.parametrize("name", names())
def test_every_shipped_lexicon_loads(name: str) -> None:
    assert lexicons.load(name)


def test_tables_merge_lists_join_and_a_minus_takes_out() -> None:
    ours = {"verbs": {"say": "assert"}, "nouns": ["claim", "tale"], "limit": 3}
    theirs = {"verbs": {"moot": "assert"}, "nouns": ["-tale", "yarn", "claim"], "limit": 4}
    assert _merge(ours, theirs, "theirs.toml") == {
        "verbs": {"say": "assert", "moot": "assert"},
        "nouns": ["claim", "yarn"],
        "limit": 4,
    }


def test_another_kind_of_value_is_refused_by_name() -> None:
    with pytest.raises(LexiconError, match=r"mine\.toml: nouns is a string; it must be a list"):
        _merge({"nouns": ["claim"]}, {"nouns": "claim"}, "mine.toml")


def test_unknown_names_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no lexicon 'none/such'"):
        lexicons.load("none/such")
    with pytest.raises(LexiconError, match="is not there"):
        lexicons.load(names()[0], folder=tmp_path / "absent")


def test_a_users_folder_comes_by_option_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = names()[0]
    file = tmp_path / f"{name}.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[a-table-of-mine]\nword = 1\n", encoding="utf-8")
    assert "a-table-of-mine" not in lexicons.load(name)
    assert lexicons.load(name, folder=tmp_path)["a-table-of-mine"]["word"] == 1
    monkeypatch.setenv(lexicons.ENVIRONMENT, str(tmp_path))
    assert lexicons.load(name)["a-table-of-mine"]["word"] == 1


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    name = names()[0]
    file = tmp_path / f"{name}.toml"
    file.parent.mkdir(parents=True)
    file.write_text("verbs = [", encoding="utf-8")
    with pytest.raises(LexiconError, match="not TOML"):
        lexicons.load(name, folder=tmp_path)
    file.write_bytes(b"\xff\xfe\x00")
    _load.cache_clear()
    with pytest.raises(LexiconError, match="cannot be read"):
        lexicons.load(name, folder=tmp_path)


def test_what_comes_back_is_read_only() -> None:
    with pytest.raises(TypeError):
        lexicons.load(names()[0])["mine"] = 1  # type: ignore[index]
