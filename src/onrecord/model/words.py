"""Words of a text, with their places in it: Universal Dependencies' conventions for English.

Clitics stand alone (do|n't, Assad|'s), hyphens between words split (al|-|Assad) and those behind
a prefix do not (anti-war), an abbreviation keeps its full stop (Mr., U.S.), and numbers, dates,
links and smileys stay whole. A run of letters is a word but for a few contractions; any other run
without white space is cut by ``cuts.Cutter``, which treebanks taught.
"""

from __future__ import annotations

import itertools
import re

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
    spans: list[tuple[int, int]] = []
    taken = 0
    for (place, run, _, start), inside in zip(mixed, cuts, strict=True):
        spans += [span for span in found[taken:place] if span is not None]
        taken = place + 1
        edges = (0, *inside, len(run))
        spans += [(start + a, start + b) for a, b in itertools.pairwise(edges)]
    spans += [span for span in found[taken:] if span is not None]
    return spans
