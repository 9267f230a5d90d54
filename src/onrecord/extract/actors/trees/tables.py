"""The lexicons together, as every step of finding actors wants them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.actors.trees.countries import Countries, bare, countries
from onrecord.extract.actors.trees.lexicon import Words, words
from onrecord.extract.actors.trees.text import fold


@dataclass(frozen=True, slots=True)
class Tables:
    """Words and countries, the user's additions included."""

    words: Words
    countries: Countries

    def proper(self, word: str) -> bool:
        """Whether a word is capitalised wherever it stands: a country's, a people's, an acronym."""
        known = self.countries.of_word(word) is not None or word in self.countries.peoples
        return known or word[1:] != word[1:].lower()

    def plain(self, name: str) -> str:
        """``name`` for comparing: folded, without countries, "ministry of X" as "X ministry"."""
        parts = [p for p in name.replace("’", "'").split() if p not in ("'s", "'")]
        kept = [p for p in parts if self.countries.of_word(p.removesuffix("'s")) is None] or parts
        plain = fold(" ".join(kept)).replace("defense", "defence")
        plain = plain.replace("organisation", "organization")
        for head in ("ministry", "department"):
            if plain.startswith(f"{head} of "):
                plain = f"{bare(plain[len(head) + 4 :])} {head}"
        return plain


def tables() -> Tables:
    """The lexicons, with the user's additions."""
    return Tables(words(), countries())
