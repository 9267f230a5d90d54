"""Noun phrases by the order of words: what a tree gets wrong in a long sentence, order gets right.

A phrase here is the core of one: article, modifiers, nouns. What follows by a preposition is
another phrase, and an owner ("Iran's") one of its own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.extract.statements.words.syntax import Syntax

_NOUNS = ("NOUN", "PROPN")
_INSIDE = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM")
_HYPHENS = ("-", "–", "‑")
_ROUGH = frozenset({"both", "about", "around", "some", "nearly", "almost", "over", "at", "least"})
_BOUNDS = (
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("up", "to"),
    ("as", "many", "as"),
)
_LOOSE = frozenset({"a", "dozens", "scores", "hundreds", "thousands", "half"})
_POSSESSIVE = frozenset({"my", "our", "your", "his", "her", "its", "their", "whose"})


_CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
_CAPTURING = frozenset({"take", "hold", "keep", "make"})
_FAR = 12
"""Words between who captures and what his captive becomes."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` to ``last`` with the noun ``head``; ``owner`` is the owner's phrase."""

    first: int
    last: int
    head: int
    owner: int | None = None


def visitor(syntax: Syntax, index: int) -> bool:
    """ "the talks with | visiting | President Ada Cole", whatever a tree makes of the word."""
    if syntax.word(index) != "visiting" or index + 2 >= len(syntax.tokens):
        return False
    before = syntax.upos(index - 1) if index else "PUNCT"
    if before not in ("CCONJ", "ADP", "VERB", "PUNCT", "DET", "SCONJ"):
        return False
    near = range(index + 1, min(index + 6, len(syntax.tokens)))
    return syntax.upos(index + 1) in ("ADJ", "PROPN") and any(
        syntax.deprel(i) == "nmod:desc" for i in near
    )


def made_captive(syntax: Syntax) -> set[int]:
    """ "took the owner | hostage |", "was held | captive |": what he became, and nobody else."""
    found = set()
    for index, word in enumerate(syntax.words):
        if word not in _CAPTIVE or index == 0:
            continue
        if syntax.upos(index - 1) in ("DET", "ADJ", "ADP", "PART"):
            continue
        near = range(max(syntax.bounds[syntax.sentences[index]][0], index - _FAR), index)
        if {syntax.lemmas[syntax.heads[index]], syntax.lemmas[index - 1]} & _CAPTURING:
            if any(syntax.lemmas[i] in _CAPTURING for i in near):
                found.add(index)
    return found


class Phrases:
    """The phrases of a text. ``at[i]`` is the number of the phrase of token ``i``, else -1."""

    def __init__(
        self, syntax: Syntax, apart: Collection[int] = (), nouns: Collection[int] = ()
    ) -> None:
        """``apart`` are tokens that belong to none: the words that say when.

        ``nouns`` are tokens that are nouns whatever their tag says.
        """
        self.syntax = syntax
        self._nouns = nouns
        self.all: list[Phrase] = []
        self.at = [-1] * len(syntax.tokens)
        apart = {*apart, *made_captive(syntax)}
        for low, high in syntax.bounds:
            index = low
            while index < high:
                index = self._from(index, high, apart)

    def of(self, index: int) -> Phrase | None:
        """The phrase that holds a token."""
        number = self.at[index]
        return self.all[number] if number >= 0 else None

    def owner(self, phrase: Phrase) -> Phrase | None:
        """Who or what has it, by "'s" or "its"."""
        return self.all[phrase.owner] if phrase.owner is not None else None

    def after(self, index: int) -> Phrase | None:
        """The phrase that begins right behind a token, an opening quotation mark left out.

        "both" and what makes a number a rough one ("about", "at least") are left out, too.
        """
        for step in range(1, 6):
            place = index + step
            if place >= len(self.at):
                return None
            found = self.of(place)
            if found is not None and self.syntax.sentences[place] == self.syntax.sentences[index]:
                return found if found.first == place else None
            opening = self.syntax.upos(place) == "PUNCT" and self.syntax.word(place) in "“\"‘'"
            if not opening and not self._rough(place):
                return None
        return None

    def span(self, phrase: Phrase) -> tuple[int, int]:
        """The characters of a phrase."""
        return self.syntax.tokens[phrase.first].start, self.syntax.tokens[phrase.last].end

    def words(self, phrase: Phrase) -> list[str]:
        """The lemmas of a phrase."""
        return [self.syntax.lemmas[i] for i in range(phrase.first, phrase.last + 1)]

    def _from(self, start: int, high: int, apart: Collection[int]) -> int:
        """Read one phrase, if one begins here; the index to go on from."""
        syntax = self.syntax
        if syntax.upos(start) == "PRON":
            if syntax.word(start) not in _POSSESSIVE:
                self._add(start, start, None)
                return start + 1
            self._add(start, start, None)
            number = len(self.all) - 1
            end = self._run(start + 1, high, apart)
            if end > start + 1:
                self._add(start + 1, end - 1, number)
            return self._owned(max(end, start + 1), high, apart)
        end = self._run(start, high, apart)
        if end == start:
            return start + 1
        self._add(start, end - 1, None)
        return self._owned(end, high, apart)

    def _owned(self, end: int, high: int, apart: Collection[int]) -> int:
        """Go on behind "'s" with what is owned."""
        syntax = self.syntax
        while end < high and syntax.upos(end) == "PART" and syntax.word(end) in ("'s", "'"):
            number = len(self.all) - 1
            stop = self._run(end + 1, high, apart)
            if stop == end + 1:
                return stop
            self._add(end + 1, stop - 1, number)
            end = stop
        return end

    def _rough(self, place: int) -> bool:
        """Whether a word makes a number a rough one: "at | least nine", no "at the port"."""
        word, after = self.syntax.word(place), place + 1
        if any(self._stands_in(bound, place) for bound in _BOUNDS):
            return True
        if word not in _ROUGH or after >= len(self.at):
            return False
        if word == "at":
            return self.syntax.word(after) in ("least", "most", "about", "around")
        number = self.syntax.upos(after) == "NUM" or self.syntax.word(after) in _LOOSE
        return number or word not in ("over", "about", "around")

    def _stands_in(self, bound: tuple[str, ...], place: int) -> bool:
        """Whether a word is one of those that make a number a bound: "more | than | nine"."""
        for first in range(place - len(bound) + 1, place + 1):
            end = first + len(bound)
            if first >= 0 and tuple(self.syntax.words[first:end]) == bound:
                return end < len(self.at) and self.syntax.upos(end) == "NUM"
        return False

    def _run(self, start: int, high: int, apart: Collection[int]) -> int:
        """Where the phrase that begins at ``start`` ends; ``start`` where none does."""
        syntax, index, noun = self.syntax, start, False
        while index < high and index not in apart:
            upos = syntax.upos(index)
            if upos == "DET" and (noun or index > start) and not self._predeterminer(index, start):
                break
            if upos in _NOUNS or index in self._nouns:
                noun = True
            elif upos in _INSIDE:
                if noun and upos == "NUM" and syntax.deprel(index) == "obl":
                    break
            elif not self._joins(index, start, high, noun):
                break
            index += 1
        while index > start and syntax.upos(index - 1) in ("PUNCT", "CCONJ", "ADV"):
            index -= 1
        return index

    def _predeterminer(self, index: int, start: int) -> bool:
        return index == start + 1 and self.syntax.upos(start) == "DET"

    def _joins(self, index: int, start: int, high: int, noun: bool) -> bool:
        """Whether a word that is no noun stands within a phrase."""
        syntax = self.syntax
        upos, after = syntax.upos(index), index + 1
        if after >= high:
            return False
        behind = syntax.upos(after)
        if upos == "PUNCT":
            glued = syntax.tokens[index - 1].end == syntax.tokens[index].start if index else False
            joined = syntax.tokens[index].end == syntax.tokens[after].start
            hyphen = syntax.word(index) in _HYPHENS and behind in (
                *_INSIDE, "VERB", "ADP", "ADV", "CCONJ",
            )  # fmt: skip
            return index > start and glued and joined and hyphen
        if upos == "VERB":
            hyphened = index > start and syntax.word(index - 1) in _HYPHENS
            modifies = syntax.deprel(index) in ("amod", "compound")
            return modifies or hyphened or visitor(syntax, index)
        if upos == "ADP":
            tight = syntax.tokens[index].end == syntax.tokens[after].start
            before = tight and syntax.word(after) in _HYPHENS  # "an off-duty officer"
            return index > start and (before or syntax.word(index - 1) in _HYPHENS)
        if upos == "ADV":
            return not noun and behind in ("ADJ", "NUM", "VERB") and syntax.heads[index] == after
        if upos == "CCONJ" and index > start and syntax.word(index - 1) in _HYPHENS:
            return syntax.word(after) in _HYPHENS  # "rank-and-file members"
        if upos == "CCONJ":
            left, right = syntax.upos(index - 1), behind
            return not noun and index > start and left == "ADJ" and right == "ADJ"
        return False

    def _add(self, first: int, last: int, owner: int | None) -> None:
        syntax = self.syntax
        while first < last and syntax.word(first) in ("least", "most", "than", "more", "both"):
            first += 1
        nouns = [
            i
            for i in range(first, last + 1)
            if syntax.upos(i) in (*_NOUNS, "PRON") or i in self._nouns
        ]
        head = nouns[-1] if nouns else last
        for index in range(first, last + 1):
            self.at[index] = len(self.all)
        self.all.append(Phrase(first, last, head, owner))
