"""Whether a sentence looks back or ahead from where an expression of time stands in it."""

from __future__ import annotations

import bisect
import os
import re
from functools import cache
from typing import Literal

from onrecord import lexicons
from onrecord.model.analysis import Analysis, Token

Direction = Literal[-1, 0, 1]
"""Back, not known, ahead."""

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n[^\S\n]*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:[A-Z]|Mrs?|Ms|Dr|Gen|Sen|Rep|Col|Gov|St|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|No|vs)$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’](?:ll|t|re|ve|d)\b)?")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+\Z")
_BEFORE_BARE = frozenset("be being is are to not".split())
_OBJECTS = frozenset("the a an his her its their our my your this that these those".split())


@cache
def _lists(_folder: str | None) -> dict[str, frozenset[str]]:
    """The lexicon's lists as sets; ``_folder`` is the user's own, if there is one."""
    return {name: frozenset(words) for name, words in lexicons.load("times/tense").items()}


def _sentence_starts(text: str) -> list[int]:
    """Where sentences begin: only for texts that were not analysed."""
    starts = [0]
    for match in _STOP.finditer(text):
        at = match.start()
        if text[at] != "." or not _ABBREVIATION.search(text, max(0, at - 6), at):
            starts.append(match.end())
    return starts


def _is_past(token: Token, back: frozenset[str]) -> bool:
    """Whether a parsed word is a verb in a past form; "has" and "have" begin one."""
    if token.upos not in ("VERB", "AUX"):
        return False
    low, lemma = token.text.lower(), token.lemma.lower()
    if lemma == "have" or low in ("was", "were", "did", "been"):
        return True
    if lemma == "be" or low.endswith("ing"):
        return False
    return low in back or (low != lemma and not low.endswith("s"))


class Tenses:
    """The sentences of a text and what their verbs say of before and after."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self._text = text
        self._words = _lists(os.environ.get(lexicons.ENVIRONMENT))
        self._sentences = analysis.sentences
        self._tokens = {t.start: t for s in analysis.sentences for t in s.tokens}
        # Looked up only where an expression asks for its tense.
        self._starts = [s.start for s in analysis.sentences] or _sentence_starts(text)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that offset ``at`` falls in."""
        i = max(bisect.bisect_right(self._starts, at) - 1, 0)
        end = self._starts[i + 1] if i + 1 < len(self._starts) else len(self._text)
        return min(self._starts[i], at), max(end, at)

    def upos(self, at: int) -> str:
        """The part of speech of the word that begins at ``at``; "" where it is not known."""
        token = self._tokens.get(at)
        return token.upos if token else ""

    def counts(self, at: int) -> bool:
        """Whether the figure that begins at ``at`` says how many: "nearly 2000 air raids"."""
        place = max(bisect.bisect_right(self._starts, at) - 1, 0)
        if place >= len(self._sentences):
            return False
        tokens = self._sentences[place].tokens
        index = next((i for i, token in enumerate(tokens) if token.start == at), None)
        if index is None or tokens[index].deprel != "nummod":
            return False
        head = tokens[tokens[index].head]
        before = tokens[index - 1] if index else None
        owned = before is not None and (
            before.upos in ("DET", "PART") or before.text.lower() in self._words["before_years"]
        )
        plural = head.text.lower() != head.lemma.lower() or head.lemma in ("people", "police")
        return tokens[index].head > index and head.upos == "NOUN" and plural and not owned

    def direction(self, start: int, end: int) -> Direction:
        """What the nearest verb says of an expression: one before it, else one after it."""
        first, last = self.sentence(start)
        towards = _LAST_WORD.search(self._text[max(first, start - 14) : start])
        if towards and towards[1].lower() in self._words["towards"]:
            return 1
        before = list(_WORD.finditer(self._text, first, start))
        for i in range(len(before) - 1, -1, -1):
            found = self._cue(before, i)
            if found is not None:
                return found
        after = list(_WORD.finditer(self._text, end, last))
        for i in range(len(after)):
            found = self._cue(after, i)
            if found is not None:
                return found
        return 0

    def _cue(self, words: list[re.Match[str]], i: int) -> Direction | None:
        """What word ``i`` says; None where it says nothing."""
        low = words[i].group().lower().replace("’", "'")
        following = words[i + 1].group().lower() if i + 1 < len(words) else ""
        if low == "could" and following == "not":
            return -1  # "could not be reached on Friday"
        if low in self._words["ahead"] or low.endswith("'ll"):
            named = low == "may" and words[i].group()[0] == "M"
            return None if named or self._is_noun(words[i]) else 1
        if low == "to" and i + 1 < len(words):
            following = words[i + 1].group()
            head = words[i - 1].group().lower() if i else ""
            infinitive = following.islower() and following not in _OBJECTS
            return 1 if infinitive and head in self._words["ahead_with_to"] else None
        if low in ("call", "calls", "called", "calling") and i + 1 < len(words):
            if words[i + 1].group().lower() == "for":
                return 1  # "called for a strike on Thursday"
        if low in self._words["expecting"]:
            if self._was_before(words, i):
                return 0  # "was planned for March" may still lie ahead
            return None if low in self._words["back"] else 1
        if i and words[i - 1].group().lower() in _BEFORE_BARE:
            return None  # "will be paid", "to cut": what stands before decides
        token = self._tokens.get(words[i].start())
        if low in self._words["timetable"] and (token is None or token.upos == "VERB"):
            return 1  # "talks resume Monday"
        if token is not None:
            return -1 if _is_past(token, self._words["back"]) else None
        if low in self._words["back"]:
            return -1
        if low.endswith("ed") and low[:2] != "un" and low not in self._words["not_back"]:
            return None if words[i].group()[0].isupper() else -1
        return None

    def _was_before(self, words: list[re.Match[str]], i: int) -> bool:
        return any(
            w.group().lower() in ("was", "were", "had", "been") for w in words[max(0, i - 3) : i]
        )

    def _is_noun(self, word: re.Match[str]) -> bool:
        return self.upos(word.start()) in ("NOUN", "PROPN", "ADJ", "ADP", "ADV")
