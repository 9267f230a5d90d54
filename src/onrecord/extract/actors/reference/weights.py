"""What each observation about a pronoun and a candidate is worth: ``actors/pronouns.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from onrecord.lexicons import ENVIRONMENT, load

Weights = Mapping[str, Mapping[str, float]]


def weights() -> Weights:
    """The weights for "he" (and "she"), "it" and "they", with a user's own merged in."""
    return _weights(os.environ.get(ENVIRONMENT))


@lru_cache(maxsize=4)
def _weights(folder: str | None) -> Weights:
    tables = load("actors/pronouns", folder=folder)
    speech = dict(tables["speech"])
    return MappingProxyType({word: speech | dict(tables[word]) for word in ("he", "it", "they")})
