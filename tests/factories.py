"""Tiny hand-made analyses, so that a test needs no model.

A sentence is written a word at a time as ``text/UPOS/head/relation``, heads counted from 1 in the
sentence and 0 for the root, as in CoNLL-U; ``~`` before a word glues it to the one before::

    analysis("Cole/PROPN/2/nsubj said/VERB/0/root ~./PUNCT/2/punct", names=[("Cole", "PER")])

A plain word's lemma is looked up (lemminflect); ``text{lemma}`` gives it. A slash in a word is
written ``\\u2215``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.model.analysis import Analysis, Attribution, Name, NameKind, Sentence, Token
from onrecord.records import Report

Said = tuple[str | None, str | None, Sequence[str]]
_WORD = re.compile(r"(~?)(.+?)(?:\{(.+)\})?/([A-Z]+)/(\d+)/(\S+)")


def report(text: str, **fields: object) -> Report:
    """A report of ``text`` whose id is ``r``."""
    return Report(id="r", text=text, sha256="0" * 64, **fields)  # type: ignore[arg-type]


def analysis(
    *sentences: str,
    names: Iterable[tuple[str, NameKind]] = (),
    said: Iterable[Said] = (),
) -> Analysis:
    """An analysis of the sentences, each a paragraph of its own.

    ``names`` are found in the order given, each behind the one before. ``said`` are source, cue and
    contents as words of the text; "he#2" is the second "he" in it.
    """
    text = ""
    built: list[Sentence] = []
    for number, written in enumerate(sentences):
        if text:
            text += "\n"
        start = len(text)
        tokens, text = _tokens(written, text)
        built.append(Sentence(start, len(text), number, tuple(tokens)))
    return Analysis(
        text=text,
        sentences=tuple(built),
        names=tuple(_names(text, names)),
        attributions=tuple(
            Attribution(
                place(text, source) if source else None,
                place(text, cue) if cue else None,
                tuple(place(text, content) for content in contents),
                1.0,
            )
            for source, cue, contents in said
        ),
    )


def place(text: str, words: str) -> tuple[int, int]:
    """Where ``words`` stand in ``text``; "words#n" is the n-th time that they do, as a whole."""
    wanted, _, nth = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text))
    return found[int(nth or 1) - 1].span()


def _tokens(written: str, text: str) -> tuple[list[Token], str]:
    tokens: list[Token] = []
    for item in written.split():
        match = _WORD.fullmatch(item)
        if match is None:
            raise ValueError(f"{item!r} is not text/UPOS/head/relation")
        glue, word, lemma, upos, head, relation = match.groups()
        word = word.replace("\u2215", "/")
        if tokens and not glue:
            text += " "
        start = len(text)
        text += word
        lemma = lemma or _lemma(word, upos)
        tokens.append(Token(start, len(text), word, lemma, upos, int(head) - 1, relation))
    return tokens, text


@lru_cache(maxsize=4096)
def _lemma(word: str, upos: str) -> str:
    from lemminflect import getLemma

    if upos in ("NOUN", "VERB", "ADJ", "ADV", "AUX"):
        return str(getLemma(word.lower(), upos=upos)[0])
    return word if upos == "PROPN" else word.lower()


def _names(text: str, names: Iterable[tuple[str, NameKind]]) -> Iterable[Name]:
    behind = 0
    for words, kind in names:
        start = text.index(words, behind)
        behind = start + len(words)
        yield Name(start, behind, kind, 1.0)
