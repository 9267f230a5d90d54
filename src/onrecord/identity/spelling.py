"""Words of names in whatever spelling: which may be one word, written by another hand.

Names from other scripts reach the news in many spellings. What transliteration varies is the
vowels within their neighbourhood (Khaled, Khalid), doubled letters (Asad, Assad), y and i, and the
letters for sounds that English lacks (kh and x, q and k). What it does not vary tells words apart:
Hassan is not Hussein.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from onrecord import lexicons

_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_GENITIVE = re.compile(r"['’]s\b")
_ARTICLES = frozenset(
    "al el ul as ash an ar ad az at bin ibn ben de del della der van von di da la le the dos das "
    "du y".split()
)
_SERVANT = re.compile(r"^abd(?:[aeiou]?l|[aeiou]([rsztdn])(?=\1))?(?=.)")
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "$"), ("sh", "$"), ("kh", "x"), ("gh", "g"), ("zh", "j"),
    ("dj", "j"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("ck", "K"), ("ch", "c"), ("q", "k"),
    ("w", "v"),
)  # fmt: skip
_VOWELS = (
    ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ai", "i"), ("ay", "i"),
    ("ie", "i"), ("ia", "ya"), ("o", "u"),
)  # fmt: skip
_FAR = {frozenset("ai"), frozenset("au"), frozenset("iu"), frozenset("eu")}


def fold(text: str) -> str:
    """``text`` in lower case without accents, punctuation, possessives and the dots of initials.

    >>> fold("Recep Tayyip Erdoğan’s"), fold("U.S.-led coalition")
    ('recep tayyip erdogan', 'us led coalition')
    """
    text = _GENITIVE.sub("", text)
    text = _INITIALS.sub(lambda found: found.group().replace(".", ""), text)
    # the apostrophe of a letter that English lacks is no break: Ja'afari, Da'esh
    text = re.sub(r"(?<=\w)['’ʼ‘](?=\w)", "", text)
    text = unicodedata.normalize("NFKD", text.replace("ı", "i")).casefold()
    chars = [c if c.isalnum() else " " for c in text if not unicodedata.combining(c)]
    return " ".join("".join(chars).split())


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it: articles go, and compounds of one name are one word.

    >>> words("Rami Abdel-Rahman"), words("Bashar al-Assad"), words("Abu Bakr al-Baghdadi")
    (('rami', 'abdrahman'), ('bashar', 'assad'), ('abubakr', 'baghdadi'))
    """
    found: list[str] = []
    joined = ""
    for word in fold(name).split():
        if joined and word in _ARTICLES:
            continue
        if not joined and (word in ("abu", "umm", "abd") or re.fullmatch(r"abd[aeiou]?[lrsztdn]?",
                                                                        word)):  # fmt: skip
            joined = "abd" if word.startswith("abd") else word
            continue
        if word in ("din", "deen", "addin", "eddin", "uddin", "eddine", "aldin") and found:
            found[-1] += "din"
            continue
        if word in _ARTICLES:
            continue
        word = joined + word if joined else word
        joined = ""
        word = _SERVANT.sub("abd", word) if word.startswith("abd") and len(word) > 5 else word
        found.append(re.sub(r"(?<=\w{3})[aeu]dd?ine?$|(?<=\w{3})[aeu]ddeen$", "din", word))
    if joined:
        found.append(joined)
    return tuple(found)


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """A word as consonants and vowels a, e, i, u, each once where it is doubled."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = re.sub(r"c(?=[eiy])", "s", word).replace("c", "k") if "x" not in word else word
    for written, sound in _VOWELS:
        word = word.replace(written, sound)
    word = re.sub(r"^[yi](?=[aeu])", "", word).replace("y", "i")
    word = re.sub(r"(?<=[aeiu])h$", "", word)
    return re.sub(r"(.)\1+", r"\1", word)


def skeleton(word: str) -> str:
    """What every spelling of a word has in common: words of two skeletons are two words."""
    return _bones(_same().get(word, word))


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    sound = _sound(word)
    bones = re.sub("[aeiu]", "", sound)
    return ("a" if sound[:1] in ("a", "e", "i", "u") else "") + (bones or sound)


def alike(one: str, other: str) -> bool:
    """Whether two folded words may be one word in two spellings."""
    same = _same()
    return one == other or _alike(same.get(one, one), same.get(other, other))


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if _bones(one) != _bones(other):
        return False
    left, right = _sound(one), _sound(other)
    if left == right:
        return True
    if min(len(one), len(other)) < 4:
        return False
    return _vowels_agree(left, right)


def _vowels_agree(left: str, right: str) -> bool:
    """Whether the vowels between the same consonants are neighbours; one may be left unwritten."""
    ours, theirs = (re.split("[^aeiu]", sound) for sound in (left, right))
    if len(ours) != len(theirs):
        return False
    unwritten = 0
    last = len(ours) - 1
    for place, (a, b) in enumerate(zip(ours, theirs, strict=True)):
        if a == b:
            continue
        if not a or not b:
            unwritten += place != last or place == 0
            continue
        if any(frozenset((x, y)) in _FAR for x, y in zip(a, b, strict=False)):
            return False
    return unwritten <= 1


def _same() -> Mapping[str, str]:
    return _spellings(os.environ.get(lexicons.ENVIRONMENT))


@lru_cache(maxsize=4)
def _spellings(folder: str | None) -> dict[str, str]:
    groups = lexicons.load("actors/identity", folder=folder)["spellings"]["groups"]
    return {word: group[0] for group in groups for word in group}
