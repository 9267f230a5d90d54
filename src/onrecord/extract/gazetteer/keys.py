"""How a place's name becomes a key: one spelling for the many that news uses.

Three keys, from strict to loose:

- ``key`` drops case, accents, apostrophes, hyphens and full stops, and shortens "Saint", "Mount"
  and "Fort", so that "Saint-Denis" and "St. Denis" meet;
- ``article_key`` also writes every form of the Arabic article alike ("ash-Shaddadi");
- ``skeleton`` keeps the consonants that survive transliteration, so that "Khan Sheikhoun" and
  "Khan Shaykhun" meet. It is loose: its matches need support from elsewhere.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
        "ı": "i", "ə": "a", "ħ": "h", "ŧ": "t", "ŋ": "n", "ɛ": "e", "ɔ": "o", "ƙ": "k", "ɓ": "b",
        "ɗ": "d", "ĸ": "k", "ŀ": "l",
        "'": "", "’": "", "‘": "", "`": "", "´": "", "ʿ": "", "ʾ": "", "ʼ": "", "ʻ": "", "ʹ": "",
        "ʽ": "", "′": "", "ˈ": "", "″": "", "“": "", "”": "", '"': "", ".": "", "(": " ", ")": " ",
        "-": " ", "–": " ", "—": " ", "‐": " ", "‑": " ", "/": " ", ",": " ", "_": " ",
        "&": " and ",
    }
)  # fmt: skip
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "and": "and", "y": "y"}
ARTICLES = frozenset(
    "al el ar er as es ash esh ad ed adh edh an en at et ath eth az ez l ul".split()
)
_DIGRAPHS = (
    ("shch", "s"), ("tch", "c"), ("sch", "s"), ("kh", "h"), ("sh", "s"), ("ch", "c"), ("gh", "g"),
    ("dh", "d"), ("th", "t"), ("zh", "j"), ("dj", "j"), ("ph", "f"), ("ts", "c"), ("tz", "c"),
    ("ck", "k"), ("qu", "k"), ("x", "h"), ("q", "k"),
)  # fmt: skip
_FUSED = re.compile(r"^[ae](?=([bcdfgjklmnpqrstvxz])\1)")  # "Ezzor", "Essaouira"
_SOFT = re.compile(r"[aeiouyw]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The strict key of ``name``; "" where nothing of it is a letter or digit."""
    lowered = name.casefold()
    if not lowered.isascii():
        # Letters of mathematics have capitals only once they are taken apart.
        lowered = unicodedata.normalize("NFKD", lowered).casefold()
        lowered = "".join(
            c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)
        )
    words = lowered.translate(_LETTERS).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_SHORT.get(word, word) for word in words)


def article_key(name: str) -> str:
    """``key`` with every Arabic article but a last word as "al"; the same as ``key`` elsewhere."""
    words = key(name).split()
    last = len(words) - 1
    return " ".join("al" if w in ARTICLES and i < last else w for i, w in enumerate(words))


def plain(name: str) -> str:
    """``without_articles``, letters not doubled and a last "ah" as "a": for telling how alike two
    spellings are."""
    words = (_DOUBLE.sub(r"\1", word) for word in without_articles(name).split())
    return " ".join(word[:-1] if word.endswith("ah") else word for word in words)


def without_articles(name: str) -> str:
    """``key`` without Arabic articles, a last word aside."""
    words = key(name).split()
    last = len(words) - 1
    return " ".join(w for i, w in enumerate(words) if i == last or w not in ARTICLES)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of ``name`` without articles; "" where fewer than two are left."""
    joined = " ".join(b for w in without_articles(name).split() if (b := _bones(w)))
    return joined if len(joined.replace(" ", "")) >= 2 else ""


def _bones(word: str) -> str:
    word = _FUSED.sub("", word)
    first_vowel = word[:1] in "aeiou"
    for written, sound in _DIGRAPHS:
        word = word.replace(written, sound)
    word = word.rstrip("h") or word
    word = _DOUBLE.sub(r"\1", _SOFT.sub("", word.replace("iy", "i")))
    return ("a" if first_vowel else "") + word


def digest(text: str) -> tuple[int, int]:
    """A 48-bit hash of ``text`` in two parts: its bucket (16 bits) and the rest (32 bits)."""
    raw = hashlib.blake2b(text.encode("utf-8"), digest_size=6).digest()
    return int.from_bytes(raw[:2], "little"), int.from_bytes(raw[2:], "little")
