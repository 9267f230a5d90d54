"""The words of an account, folded so that two accounts of one matter share them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord import lexicons
from onrecord.read.legible import meant

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,400})[”\"]|(?<!\w)[‘']([^‘’'“”\"]{3,200})[’'](?!\w)")
_GENITIVE = re.compile(r"[’']s\b|[’']")
_CAPITAL = re.compile(
    r"(?<![.!?“\"] )(?<!^)\b(?:[ae]l-)?[A-Z][\w’'-]+|"
    r"\b[A-Z][\w’'-]+(?: (?:[ae]l-|bin |de )?[A-Z][\w’'-]+)+"
)
"""A word with a capital inside a sentence, or two and more wherever they stand."""
NEGATIONS = frozenset({"no", "none", "nobody", "nothing", "never", "not", "neither"})
_BEHIND = 40
"""Characters behind a number within which the word for those whom it counts stands."""
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "edly", "ed", "es", "ly", "s", "e")


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon as sets and maps of folded words."""

    stop: frozenset[str]
    irregular: Mapping[str, str]
    topic_of: Mapping[str, str]
    kin_of: Mapping[str, frozenset[str]]
    marks: Mapping[str, frozenset[str]]
    sayings: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, tuple[frozenset[str], ...]]
    sort_of: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]


@cache
def words() -> Words:
    """The package's words for comparing, with the user's."""
    lexicon = lexicons.load("compare/words")
    written_out = set(lexicon["marks"]["figures"])
    numbers = lexicons.load("events/counts")["numbers"]
    # "eighteen" and "18" are one word
    irregular = {word: str(n) for word, n in numbers.items() if word in written_out}
    irregular |= lexicon["irregular"]
    kin: dict[str, set[str]] = {}
    for group, members in lexicon["kin"].items():
        for member in members:
            kin.setdefault(_stem(member, irregular), set()).add(group)
    return Words(
        stop=frozenset(lexicon["stop"]),
        irregular=irregular,
        topic_of={
            _stem(w, irregular): topic for topic, ws in lexicon["topics"].items() for w in ws
        },
        kin_of={word: frozenset(groups) for word, groups in kin.items()},
        marks={mark: frozenset(ws) for mark, ws in lexicon["marks"].items()},
        sayings={_stem(w, irregular): tuple(acts) for w, acts in lexicon["sayings"].items()},
        targets={
            kind: tuple(frozenset(_stem(part, irregular) for part in w.split()) for w in ws)
            for kind, ws in lexicon["targets"].items()
        },
        sort_of={_stem(w, irregular): sort for sort, ws in lexicon["counted"].items() for w in ws},
        phrases={
            (_stem(verb, irregular), particle): _stem(word, irregular)
            for (verb, particle), word in (
                (phrase.split(), word) for phrase, word in lexicon["phrases"].items()
            )
        },
    )


def fold(text: str) -> str:
    """``text`` without case, accents, and the apostrophes of a genitive."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _GENITIVE.sub("", plain) if "’" in plain or "'" in plain else plain


def tokens(text: str) -> list[str]:
    """The folded words of ``text`` in their order, compounds taken apart at the hyphen."""
    return list(_tokens(text))


@lru_cache(maxsize=16384)
def _tokens(text: str) -> tuple[str, ...]:
    text = text if text.isascii() else meant(text)
    return tuple(part for w in _WORD.findall(fold(text)) for part in w.split("-") if part)


def stem(word: str) -> str:
    """A folded word without its ending: what its forms have in common."""
    return _stem(word, words().irregular)


def _stem(word: str, irregular: Mapping[str, str]) -> str:
    word = irregular.get(word, word)
    return _cut(word)


@lru_cache(maxsize=65536)
def _cut(word: str) -> str:
    if len(word) <= 4 or word.isdigit():
        if len(word) < 4:
            return word
        return word[:-1] if word.endswith("s") else word.rstrip("e")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            root = word[: -len(ending)]
            root += "y" if ending in ("ies", "ied") else ""
            # "planning", "plan": a doubled consonant is the ending's.
            if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
                root = root[:-1]
            return root.rstrip("e")
    return word


@lru_cache(maxsize=16384)
def keys(text: str) -> frozenset[str]:
    """What ``text`` is about: stems of its content words, words of a topic as that topic."""
    known = words()
    found = set()
    for token in tokens(text):
        if token in known.stop or (len(token) < 3 and not token.isdigit()):
            continue
        root = _stem(token, known.irregular)
        found.add(known.topic_of.get(root, root))
    return frozenset(found)


def written(shared: Collection[str], text: str) -> str:
    """Some of the keys as ``text`` writes them, in its order: for a reason that people read."""
    known = words()
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        for token in tokens(match[0]):
            root = _stem(token, known.irregular)
            key = known.topic_of.get(root, root)
            if key in shared:
                found.setdefault(key, match[0])
    rest = sorted(key for key in shared if key not in found)
    return ", ".join(dict.fromkeys([*found.values(), *rest][:5]))


def topics(found: frozenset[str]) -> frozenset[str]:
    """Those of the keys that name a topic."""
    return found & _topics()


@cache
def _topics() -> frozenset[str]:
    return frozenset(words().topic_of.values())


def has_mark(mark: str, found: list[str]) -> bool:
    """Whether one of the folded words is of the lexicon's ``mark``, in any form."""
    if not words().marks[mark].isdisjoint(found):
        return True
    return not mark_stems(mark).isdisjoint(map(stem, found))


def counted(text: str, start: int, end: int) -> str | None:
    """The sort of people that the number ``[start, end)`` counts, by the words within or right
    behind it; None where it tells none ("12 people")."""
    sorts = words().sort_of
    inner = [sorts[stem(w)] for w in tokens(text[start:end]) if stem(w) in sorts]
    after = tokens(re.split(r"[.,;:()]", text[end : end + _BEHIND])[0])[:2]
    behind = next((sorts[stem(w)] for w in after if stem(w) in sorts), None)
    return inner[-1] if inner else behind


@cache
def mark_stems(mark: str) -> frozenset[str]:
    """The stems of the lexicon's ``mark``."""
    return frozenset(stem(word) for word in words().marks[mark])


@cache
def mark_keys(mark: str) -> frozenset[str]:
    """The keys of the lexicon's ``mark``."""
    return frozenset(key for word in words().marks[mark] for key in keys(word))


def negated(text: str, *, before: int = 0, after: int = 3) -> frozenset[str]:
    """Keys of so many words on either side of the first "no" or "not"."""
    told = tokens(text)
    at = next((i for i, word in enumerate(told) if word in NEGATIONS), None)
    return frozenset() if at is None else keys(" ".join(told[max(0, at - before) : at + 1 + after]))


def quoted(text: str) -> list[list[str]]:
    """The folded words of each quotation within ``text``."""
    return [tokens(match.group(1) or match.group(2)) for match in _QUOTED.finditer(text)]


def runs(needle: list[str], hay: list[str]) -> bool:
    """Whether the words of ``needle`` stand together in ``hay``."""
    size = len(needle)
    return size > 0 and any(hay[i : i + size] == needle for i in range(len(hay) - size + 1))


def shared_run(left: list[str], right: list[str], size: int) -> bool:
    """Whether some ``size`` words stand in both in the same order."""
    grams = {tuple(left[i : i + size]) for i in range(len(left) - size + 1)}
    return any(tuple(right[i : i + size]) in grams for i in range(len(right) - size + 1))


@lru_cache(maxsize=8192)
def capitals(text: str) -> frozenset[str]:
    """The keys of the words that are written with a capital inside a sentence."""
    return keys(" ".join(_CAPITAL.findall(text)))
