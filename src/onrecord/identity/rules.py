"""What a user's lexicon says of who is who: names that are one actor, and names that never are."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache

from onrecord import lexicons
from onrecord.errors import LexiconError
from onrecord.identity.forms import institution_norm
from onrecord.identity.spelling import words


@dataclass(frozen=True, slots=True)
class Rules:
    """``aliases`` are (name shown, every norm that is it); ``apart`` are pairs of norms that are
    two; ``given`` names tell nobody alone. ``digest`` changes with any of it."""

    aliases: tuple[tuple[str, frozenset[str]], ...]
    apart: frozenset[frozenset[str]]
    given: frozenset[str]
    digest: str

    def parted(self, one: str, other: str) -> bool:
        """Whether the two norms never mean one actor."""
        return bool(self.apart) and frozenset((norm_of(one), norm_of(other))) in self.apart


def norm_of(name: str) -> str:
    """A name as forms have it."""
    return institution_norm(name) or " ".join(words(name))


def rules() -> Rules:
    """The package's rules with the user's. LexiconError where one is not as it should be."""
    return _rules(os.environ.get(lexicons.ENVIRONMENT))


@lru_cache(maxsize=4)
def _rules(folder: str | None) -> Rules:
    lexicon = lexicons.load("actors/identity", folder=folder)
    tables = {name: dict(lexicon[name]) for name in ("aliases", "apart")}
    for table, entries in tables.items():
        for name, others in entries.items():
            if not isinstance(others, tuple) or not all(isinstance(o, str) for o in others):
                raise LexiconError(
                    f"actors/identity: {table}: {name!r} must be given a list of names"
                )
    told = json.dumps([tables, list(lexicon["given"]["words"])], default=list, sort_keys=True)
    return Rules(
        aliases=tuple(
            (name, frozenset(map(norm_of, (name, *others))))
            for name, others in sorted(tables["aliases"].items())
        ),
        apart=frozenset(
            frozenset((norm_of(name), norm_of(other)))
            for name, others in tables["apart"].items()
            for other in others
        ),
        given=frozenset(map(norm_of, lexicon["given"]["words"])),
        digest=hashlib.sha256(told.encode()).hexdigest(),
    )
