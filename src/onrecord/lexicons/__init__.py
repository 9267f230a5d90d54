"""The word lists that the extractors read: TOML files that a user can read and extend.

``load("statements/cues")`` gives ``statements/cues.toml`` of this package. Where the user has a
folder of their own (``folder=``, else the environment's ``ONRECORD_LEXICONS``) and it holds a file
of the same name, that file is merged in:

- tables are merged, key by key;
- lists are joined, the package's entries first; an entry ``"-word"`` takes ``"word"`` out;
- any other value replaces the package's.

What comes back is read-only (lists are tuples), since it is shared by all who ask.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from onrecord.errors import LexiconError

ENVIRONMENT = "ONRECORD_LEXICONS"
"""The environment variable that names the user's folder of lexicons."""

Lexicon = Mapping[str, Any]


def load(name: str, *, folder: str | Path | None = None) -> Lexicon:
    """The lexicon ``name`` ("statements/cues"), merged with the user's.

    ``folder`` is the user's folder; without it ``ONRECORD_LEXICONS`` names one. LexiconError where
    the name is unknown, the folder is not there, or a file is not what it should be.
    """
    where = folder if folder is not None else os.environ.get(ENVIRONMENT)
    return _load(name, str(where) if where else None)


@cache
def _load(name: str, folder: str | None) -> Lexicon:
    own = resources.files(__name__).joinpath(f"{name}.toml")
    if not own.is_file():
        raise LexiconError(f"there is no lexicon {name!r}")
    merged = _parse(own.read_text(encoding="utf-8"), f"{name}.toml")
    if folder is not None:
        if not Path(folder).is_dir():
            raise LexiconError(f"{folder}: the folder of lexicons is not there; see {ENVIRONMENT}")
        users = Path(folder, f"{name}.toml")
        if users.is_file():
            merged = _merge(merged, _parse(_text(users), str(users)), str(users))
    frozen = _freeze(merged)
    assert isinstance(frozen, Mapping)
    return frozen


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: the lexicon cannot be read: {error}") from error


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: not TOML: {error}") from error


def _merge(ours: dict[str, Any], theirs: dict[str, Any], where: str) -> dict[str, Any]:
    merged = dict(ours)
    for key, value in theirs.items():
        before = merged.get(key)
        if before is not None and _kind(before) != _kind(value):
            raise LexiconError(f"{where}: {key} is {_kind(value)}; it must be {_kind(before)}")
        if isinstance(before, dict):
            merged[key] = _merge(before, value, where)
        elif isinstance(value, list):
            merged[key] = _join(before or [], value)
        else:
            merged[key] = value
    return merged


def _join(ours: list[Any], theirs: list[Any]) -> list[Any]:
    gone = {entry[1:] for entry in theirs if isinstance(entry, str) and entry.startswith("-")}
    added = [e for e in theirs if not (isinstance(e, str) and e.startswith("-")) and e not in ours]
    return [entry for entry in ours if entry not in gone] + added


def _kind(value: object) -> str:
    names = {dict: "a table", list: "a list", str: "a string", bool: "true or false"}
    return names.get(type(value), "a number")


def _freeze(value: object) -> object:
    if isinstance(value, dict):
        return MappingProxyType({key: _freeze(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return tuple(_freeze(inner) for inner in value)
    return value
