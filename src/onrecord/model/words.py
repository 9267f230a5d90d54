"""Words of a text, with their places in it: Universal Dependencies' conventions for English.

Clitics stand alone (do|n't, Assad|'s), hyphens between words split (al|-|Assad) and those behind
a prefix do not (anti-war), an abbreviation keeps its full stop (Mr., U.S.), and numbers, dates,
links and smileys stay whole. A run of letters is a word but for a few contractions; any other run
without white space is cut by ``cuts.Cutter``, which treebanks taught.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from onrecord.model.cuts import next_class, shipped_cutter

TITLES = frozenset(
    "mr mrs ms dr prof gen lt col sgt capt cpl maj adm cmdr rear brig rep sen gov pres hon rev st "
    "fr sr jr mt ft messrs insp supt det amb pvt".split()
)
"""Abbreviations behind whose full stop a sentence goes on, a name as a rule."""

_CONTRACTED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "im": 1, "ive": 1, "youre": 3, "theyre": 4,
    "thats": 4, "theres": 5, "whats": 4,
} | {
    verb + "nt": len(verb)
    for verb in "do does did wo ca is are was were has have had could would should ai".split()
}  # fmt: skip
"""Two words written as one, and where the second begins. Copies lose apostrophes; "its", "were",
"well" and "lets" are left alone, being words of their own."""

_RESTORED = {"nt": "n't"}

_RUN = re.compile(r"\S+")
_STOPPED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+\.")
_LETTERS = re.compile(r"[A-Z]{2,5}\.")
_NAME = re.compile(r"(?<![\w.])[A-ZÀ-Þ][a-zß-ÿ]{2,}[ -]\Z")
_FORENAME = 16
"""Characters before a name's last word in which its first one stands."""
_SHORT = TITLES | frozenset(
    "no co inc ltd corp vs etc dept bros jan feb mar apr jun jul aug sep sept oct nov dec ave "
    "blvd rd univ assn bldg calif colo conn del fla ga ill ind kan la mass md mich minn miss "
    "mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ala ariz ark ky ont que fig "
    "vol est tel al ed eds mon tue tues wed thu thur thurs fri sat sun hr min sec approx wm chas "
    "thos geo jas pfc spc lcpl ssgt cmdre ens asst intl natl "
    "assoc mfg div dir exec mgr ph th".split()
)
"""Abbreviations, whose full stop is theirs."""


def as_meant(word: str) -> str:
    """A word as it would be with its apostrophe: the "nt" of "didnt" is a negation."""
    return _RESTORED.get(word, word)


def find_words(text: str) -> list[tuple[int, int]]:
    """The words of ``text`` as half-open offsets, in order; white space belongs to none."""
    found: list[tuple[int, int] | None] = []
    mixed: list[tuple[int, str, int, int]] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        run = match.group()
        if end - start == 1:
            found.append((start, end))
        elif run.isalpha():
            cut = _CONTRACTED.get(run.lower()) if end - start <= 8 else None
            if cut is None:
                found.append((start, end))
            else:
                found += [(start, start + cut), (start + cut, end)]
        else:
            mixed.append((len(found), run, next_class(text, end), start))
            found.append(None)
    if not mixed:
        return [span for span in found if span is not None]
    cuts = shipped_cutter().cut([(run, after) for _, run, after, _ in mixed])
    cuts = [
        tuple(_between_words(run, inside))
        for (_, run, _, _), inside in zip(mixed, cuts, strict=True)
    ]
    cuts = [
        (len(run) - 1,) if not inside and _ends(text, run, after, start) else inside
        for (_, run, after, start), inside in zip(mixed, cuts, strict=True)
    ]
    spans: list[tuple[int, int]] = []
    taken = 0
    for (place, run, _, start), inside in zip(mixed, cuts, strict=True):
        spans += [span for span in found[taken:place] if span is not None]
        taken = place + 1
        edges = (0, *inside, len(run))
        spans += [(start + a, start + b) for a, b in itertools.pairwise(edges)]
    spans += [span for span in found[taken:] if span is not None]
    return spans


def _between_words(run: str, inside: Sequence[int]) -> Iterator[int]:
    """The cuts of a run without those through a word: "Hezb-e-Watan" has no "He" in it.

    Only a clitic begins between two letters ("do|n't"), and it has its apostrophe.
    """
    clitic = any(mark in run for mark in "'’‘`")
    for cut in inside:
        if clitic or not (run[cut - 1].isalpha() and run[cut].isalpha()):
            yield cut


def _ends(text: str, run: str, after: int, start: int) -> bool:
    """Whether the full stop of a short word is its sentence's: "talks with Eta.", where "Eta"
    stands elsewhere too, or a paragraph ends; of a name's last word ("said Amadou Ba."); and of
    letters with no other stop ("the UN.")."""
    word = run[:-1]
    if _LETTERS.fullmatch(run) is not None:
        return word.lower() not in _SHORT
    if _STOPPED.fullmatch(run) is None or word.lower() in _SHORT:
        return False
    if after == 0 or _NAME.search(text, max(0, start - _FORENAME), start) is not None:
        return True
    return re.search(rf"\b{re.escape(word)}\b(?!\.)", text) is not None
