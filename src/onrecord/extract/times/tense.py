"""Whether a sentence looks back or ahead from where an expression of time stands in it."""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from onrecord import lexicons
from onrecord.model.analysis import Analysis, Token

Direction = Literal[-2, -1, 0, 1, 2]
"""Back for certain, back, not known, ahead, ahead of when it was planned."""

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n[^\S\n]*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:[A-Z]|Mrs?|Ms|Dr|Gen|Sen|Rep|Col|Gov|St|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|No|vs)$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’](?:ll|t|re|ve|d)\b)?")
_LEADS = re.compile(
    r"([^\W\d_]+)\s+(?:(?:on|at|early|late|noon|dawn|midnight)\s+)*\Z", re.IGNORECASE
)
_AHEAD_OF = re.compile(r"\b(?:ahead of (?:the )?|come |in time for (?:the )?)\Z", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether) (?:the |a |an )?\Z", re.IGNORECASE)
_VERB_ENDS = re.compile(
    r"[.,;:)]|\s+(?:in|at|after|when|by|as|while|and|but|near|outside|during|with|from)\b|\s*\Z"
)
_OF_MONTH = re.compile(r"(?:['’]s)?(?: [a-z]+(?:ial|ary|ral|pal|nal))? ([a-z]+(?:-off)?)\b")
_PRESENT = frozenset("is are be now still has have had s".split())
_AUXILIARIES = frozenset("was were had did has have been".split())
_LENGTH_THROUGH = re.compile(r"\b(?:months|year|years|weeks|days|quarter|half)\s+through\s+\Z")
_OPENS_CLAUSE = re.compile(r"\b(?:but|while|who)\s+(?:(?:on|late|early)\s+)?\Z")
_KNOWN_DEED = re.compile(
    r"\b(?:the|that|his|her|their|its|['’]s) (?:[a-z]+ ){0,2}?([a-z]+)"
    r"(?: (?:in|at|near|of|outside) (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)? on \Z"
)
_LAST_WORD = re.compile(r"(\w+) \Z")
_LAST = re.compile(r"(\w+),? \Z")
_PARTICLES = frozenset("out up down off over on in away back".split())
_BEFORE_BARE = frozenset("be being is are to not get gets getting".split())
_OBJECTS = frozenset("the a an his her its their our my your this that these those".split())
_NOUN_ENDINGS = ("tion", "tions", "ing", "ment", "ments", "ness", "ity", "ages")
_PREFIXES = frozenset("re co pre".split())
_SUBORDINATE = frozenset("when once if unless until before after".split())


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
        if index is None:
            return False
        before = tokens[index - 1] if index else None
        of = tokens[index].head if tokens[index].deprel == "nummod" else -1
        if of < 0 and before is not None and before.upos == "NOUN" and before.lemma != "year":
            of = _begun_at(tokens, index)  # "in exchange | 2000 Sunni residents were let go"
        owned = before is not None and (
            before.upos in ("DET", "PART") or before.text.lower() in self._words["before_years"]
        )
        if of <= index or owned:
            return False
        head = tokens[of]
        plural = head.text.lower() != head.lemma.lower() or head.lemma in ("people", "police")
        return head.upos == "NOUN" and plural

    def direction(self, start: int, end: int) -> Direction:
        """What the nearest verb says of an expression: one before it, else one after it."""
        first, last = self.sentence(start)
        before = list(_WORD.finditer(self._text, first, start))
        after = list(_WORD.finditer(self._text, end, last))
        leads = _LEADS.search(self._text, max(first, start - 24), start)
        low = leads[1].lower() if leads else ""
        if low == "since" or self._dates_a_deed(before, start, end):
            return -2
        if self._of_known_deed(first, start):
            return -1
        if _AHEAD_OF.search(self._text, max(first, start - 16), start):
            return 1
        if _IF.search(self._text, max(first, start - 16), start):
            return self._after(after) or 1  # "if the November election goes against them"
        if low == "set" and self._text.startswith(" as ", end):
            return 2
        if low == "for" and self._appointed(before, end):
            return 1
        place, found = self._before(before)
        if low in self._words["towards"]:
            return self._towards(start, low, before, place, after)
        if found is None or self._opens_clause(start, end):
            told = self._after(after)
            found = told if told is not None else found
        return found or 0

    def _appointed(self, before: list[re.Match[str]], end: int) -> bool:
        """Whether something is called for that day: "have called a strike for Friday"."""
        words = [word.group().lower() for word in before]
        at = len(words) - 1 - words[::-1].index("for") if "for" in words else 0
        noun, verbs = words[at - 1] if at else "", set(words[max(0, at - 8) : at])
        owned = self._text.startswith(("'s", "’s"), end)
        listed = self._words["calendar"] | self._words["appointed"]
        return not owned and noun in listed and bool(verbs & self._words["appointing"])

    def _of_known_deed(self, first: int, start: int) -> bool:
        """Whether it dates a deed that is known: "the killing in Lun on Friday of two men"."""
        deed = _KNOWN_DEED.search(self._text, max(first, start - 60), start)
        begun = deed and _LAST_WORD.search(self._text, max(0, deed.start() - 24), deed.start())
        if deed is None or (begun and begun[1].lower() in self._words["begins"]):
            return False  # "will begin the attack on Friday"
        return deed[1].lower() in self._words["deeds"]

    def _dates_a_deed(self, before: list[re.Match[str]], start: int, end: int) -> bool:
        """Whether a verb in the past stands right before: "was killed on Oct. 23 in his home"."""
        on = bool(before) and before[-1].group() == "on"
        verb = before[-2:-1] if on else before[-1:]
        auxiliary = before[-2 - on].group() if len(before) > 1 + on else ""
        if not verb or auxiliary in _BEFORE_BARE or not _VERB_ENDS.match(self._text, end):
            return False
        word = verb[0].group().lower()
        told = word in self._words["expecting"] or word in _AUXILIARIES
        beside = start - verb[0].end() <= 4 and not self._text[verb[0].end() : start].strip(" on")
        return beside and not told and self._is_back(verb[0])

    def _opens_clause(self, start: int, end: int) -> bool:
        """Whether it begins a clause: "but on Monday, the minister left", "who on Monday left"."""
        opens = _OPENS_CLAUSE.search(self._text, max(0, start - 16), start)
        if opens is None:
            return False
        return self._text[end : end + 1] == "," or opens[0].startswith("who")

    def owned(self, start: int, end: int) -> Direction:
        """The same of a day that something belongs to ("Monday's attack"): mostly it is over.

        What is on a calendar is not where it "will be close", nor what something is ahead of.
        """
        first, last = self.sentence(start)
        if _AHEAD_OF.search(self._text, max(first, start - 16), start):
            return 1
        words = list(_WORD.finditer(self._text, end, last))
        nouns = [word.group().lower() for word in words[:4]]
        told = next((i for i, noun in enumerate(nouns) if noun in self._words["calendar"]), None)
        return 1 if told is not None and (self._after(words[told + 1 :]) or -1) > 0 else -1

    def on_calendar(self, end: int) -> bool:
        """Whether a vote belongs to what ends at ``end``: "November's general election"."""
        named = _OF_MONTH.match(self._text, end)
        return named is not None and named[1].lower() in self._words["votes"]

    def _before(self, words: list[re.Match[str]]) -> tuple[int, Direction | None]:
        """The last of ``words`` that says something, and what."""
        for i in range(len(words) - 1, -1, -1):
            found = self._cue(words, i)
            if found is not None:
                return i, found
        return -1, None

    def _after(self, words: list[re.Match[str]]) -> Direction | None:
        """What the first of ``words`` that says something says."""
        found = (self._cue(words, i, after=True) for i in range(len(words)))
        return next((one for one in found if one is not None), None)

    def _towards(
        self,
        start: int,
        low: str,
        before: list[re.Match[str]],
        place: int,
        after: list[re.Match[str]],
    ) -> Direction:
        """What "by Monday" and "until Monday" say: mostly they lie ahead.

        They are over in "By Monday the toll had risen", "the talks ran until Monday", "in the year
        through September".
        """
        verb = before[place].group().lower() if place >= 0 else ""
        told = self._cue(before, place) if place >= 0 else None
        ahead: Direction = 1 if told == 1 else 2
        if low == "through" and _LENGTH_THROUGH.search(self._text, max(0, start - 24), start):
            return told if told is not None and told > 0 else -1
        if low == "through" and told == -1 and verb not in self._words["extended"]:
            return -1  # "what was paid through September"
        if low in ("until", "till", "through"):
            return -1 if verb in self._words["lasted"] else ahead
        if low in ("starting", "beginning") and told == -1 and not self._of_noun(start, low):
            return -1  # "was worked out beginning on Sunday"; "a truce starting on Thursday"
        if low != "by":
            return ahead
        if place < 0:
            return self._after(after) or 1
        between = self._text[before[place].end() : start]
        asked = "," in between or {"to", "until"} & set(between.split())  # "had told them to go by"
        had = "had" in [word.group().lower() for word in before[max(0, place - 2) : place + 1]]
        return -1 if had and not asked and told == -1 else ahead

    def _of_noun(self, start: int, low: str) -> bool:
        """Whether the participle before an expression describes the noun before it."""
        at = self._text.rfind(low, max(0, start - 24), start)
        word = _LAST.search(self._text, max(0, at - 24), max(at, 0))
        return word is None or word[1].lower() not in _PARTICLES

    def _cue(self, words: list[re.Match[str]], i: int, *, after: bool = False) -> Direction | None:
        """What word ``i`` says, None where nothing; ``after``: it follows the expression."""
        low = words[i].group().lower().replace("’", "'")
        following = words[i + 1].group().lower() if i + 1 < len(words) else ""
        if self._within_compound(words, i):
            return None  # "the UN-brokered talks"
        if low == "let" and following in ("s", "us"):
            return 1  # "Let's meet in May"
        if low == "could" and following == "not":
            return -1  # "could not be reached on Friday"
        if low in ("wouldn't", "would") and self._refuses(words, i):
            return -1  # "would not say on Friday"
        if low in self._words["ahead"] or low.endswith("'ll"):
            named = low == "may" and words[i].group()[0] == "M"
            return None if named or self._is_noun(words[i]) else 1
        if low in ("have", "has") and following == "to":
            return 1  # "will have to leave on Friday"
        if low == "to" and i + 1 < len(words):
            head = words[i - 1].group().lower() if i else ""
            if following == "be" and i and not self._is_back(words[i - 1]):
                return 1  # "guidelines to be published in May"
            if head not in self._words["ahead_with_to"] or not self._infinitive(words, i + 1):
                return None
            tried = head in ("able", "preparing") and self._was_before(words, i - 1)
            if tried:
                return -1  # "was not able to meet them on Monday"
            return self._as_planned(words, i - 1)
        if low in ("call", "calls", "called", "calling") and following == "for" and not after:
            return 1  # "called for a strike on Thursday"
        if low in self._words["ahead_with_of"] and following == "of" and not after:
            return 1  # "the prospect of talks in May"
        if low == "due" and following == "to" and not self._infinitive(words, i + 2):
            return None  # "cut off due to shelling on Sunday"
        if low in self._words["expecting"]:
            if self._was_before(words, i):
                return 0  # "was planned for March" may still lie ahead
            if low in ("plan", "plans", "hope", "hopes") and self.upos(words[i].start()) == "NOUN":
                return None  # "who announced a spending plan on Monday"
            return None if low in self._words["back"] else self._as_planned(words, i)
        if self._on_the_timetable(words, i, low, following):
            return 1
        before = words[i - 1].group().lower().replace("’", "'") if i else ""
        if before in _BEFORE_BARE or self._modal(before):
            return None  # "will be paid", "to cut", "they'll have": what stands before decides
        token = self._tokens.get(words[i].start())
        if token is not None and token.deprel == "amod" and i + 1 < len(words):
            return None  # "a contested vote in July"; but "the failed July 21 attacks" were
        return -1 if self._is_back(words[i]) else None

    def _modal(self, low: str) -> bool:
        """Whether a bare verb follows a word: "will | put", "they'll | have"."""
        ahead = low in self._words["ahead"] and low not in ("upcoming", "tomorrow")
        return ahead or low.endswith("'ll")

    def _is_back(self, word: re.Match[str]) -> bool:
        """Whether a word is a verb in a past form."""
        low = word.group().lower()
        token = self._tokens.get(word.start())
        if token is not None:
            return _is_past(token, self._words["back"])
        if low in self._words["back"]:
            return True
        past = low.endswith("ed") and low[:2] != "un" and low not in self._words["not_back"]
        return past and not word.group()[0].isupper()

    def _refuses(self, words: list[re.Match[str]], i: int) -> bool:
        """Whether it goes on as "would not say"."""
        said = [word.group().lower() for word in words[i : i + 3]]
        rest = said[1:] if "'" in said[0] or "’" in said[0] else said[2:] * (said[1:2] == ["not"])
        return bool(rest) and rest[0] in self._words["refused"]

    def _within_compound(self, words: list[re.Match[str]], i: int) -> bool:
        """Whether word ``i`` is the end of a compound: no verb of a sentence."""
        start = words[i].start()
        if not i or self._text[start - 1 : start] != "-":
            return False
        return words[i - 1].group().lower() not in _PREFIXES

    def _infinitive(self, words: list[re.Match[str]], i: int) -> bool:
        """Whether word ``i``, behind "to", is a verb: "due to resume", not "due to shelling"."""
        if i >= len(words):
            return False
        token = self._tokens.get(words[i].start())
        if token is not None:
            gerund = token.text.endswith("ing") and token.lemma != token.text
            return token.upos in ("VERB", "AUX", "ADV") and not gerund
        word = words[i].group()
        due = i > 1 and words[i - 2].group() == "due"
        noun = due and len(word) > 6 and word.endswith(_NOUN_ENDINGS)
        return word.islower() and word not in _OBJECTS and not noun

    def _on_the_timetable(
        self, words: list[re.Match[str]], i: int, low: str, following: str
    ) -> bool:
        """Whether a verb in the present tells what is to come: "talks resume Monday"."""
        token = self._tokens.get(words[i].start())
        before = words[i - 1].group().lower() if i else ""
        if low in ("take", "takes") and following in ("place", "effect", "office"):
            return before != "to"
        if low in self._words["timetable"] and before not in _BEFORE_BARE:
            return token is None or token.upos == "VERB"
        if before not in ("is", "are"):
            return False
        if low in self._words["timetable_going"]:
            return True  # "are meeting Thursday"
        clause = {word.group().lower() for word in words[max(0, i - 6) : i]}
        participle = low.endswith("ed") or low in self._words["back"]
        return participle and not clause.isdisjoint(_SUBORDINATE)  # "when the case is heard in May"

    def _as_planned(self, words: list[re.Match[str]], i: int) -> Direction:
        """2 where word ``i`` is a participle by itself: "a truce set to begin on Monday"."""
        low = words[i].group().lower()
        participle = low.endswith("ed") or low in ("set", "due")
        before = words[i - 1].group().lower() if i else ""
        return 2 if participle and before not in _PRESENT else 1

    def _was_before(self, words: list[re.Match[str]], i: int) -> bool:
        return any(
            w.group().lower() in ("was", "were", "had", "been") for w in words[max(0, i - 3) : i]
        )

    def _is_noun(self, word: re.Match[str]) -> bool:
        return self.upos(word.start()) in ("NOUN", "PROPN", "ADJ", "ADP", "ADV")


def _begun_at(tokens: Sequence[Token], index: int) -> int:
    """The noun that what stands right behind a figure belongs to; -1 if there is none."""
    behind = index + 1
    while behind < len(tokens) and tokens[behind].deprel in ("amod", "compound"):
        behind = max(behind + 1, tokens[behind].head)
    subject = behind < len(tokens) and tokens[behind].deprel in ("nsubj", "nsubj:pass")
    return behind if subject else -1
