"""Hand-made analyses: a text and its trees in a notation that fits on a line a sentence.

``analysis("Iran/PROPN/nsubj>2 vowed/VERB:vow/root>0 …")``: word, part of speech, lemma where it is
not the word, relation and head, counted from 1 in the sentence as CoNLL-U does. ``~`` before a word
says that no space stands before it.
"""

from __future__ import annotations

import re

from onrecord.model.analysis import Analysis, Attribution, Name, Sentence, Token
from onrecord.records import Report

_TOKEN = re.compile(r"(~?)(.+?)/([A-Z]+)(?::([^/]+))?/([a-z:]+)>(\d+)")


def analysis(
    *sentences: str,
    names: tuple[tuple[str, str], ...] = (),
    said: tuple[tuple[str | None, str | None, tuple[str, ...]], ...] = (),
) -> Analysis:
    """The analysis of the sentences; ``names`` are words and kinds.

    ``said`` are sources, cues and contents. Words are looked up from the left; every one of them
    must be in the text.
    """
    text, found = "", []
    for paragraph, sentence in enumerate(sentences):
        tokens: list[Token] = []
        for part in sentence.split():
            match = _TOKEN.fullmatch(part)
            assert match, f"not a token: {part}"
            glued, word, upos, lemma, relation, head = match.groups()
            if text and not glued:
                text += " "
            start = len(text)
            text += word
            tokens.append(
                Token(start, len(text), word, lemma or word.lower(), upos, int(head) - 1, relation)
            )
        found.append(Sentence(tokens[0].start, tokens[-1].end, paragraph, tuple(tokens)))
    return Analysis(
        text,
        tuple(found),
        names=tuple(
            Name(*spot(text, words), kind, 1.0)  # type: ignore[arg-type]
            for words, kind in names
        ),
        attributions=tuple(
            Attribution(
                spot(text, source) if source else None,
                spot(text, cue) if cue else None,
                tuple(spot(text, part) for part in content),
                1.0,
            )
            for source, cue, content in said
        ),
    )


def spot(text: str, words: str) -> tuple[int, int]:
    """Where the words stand."""
    start = text.index(words)
    return start, start + len(words)


def report(text: str, **fields: str) -> Report:
    """A report of the text."""
    return Report(id="r", text=text, sha256="0" * 64, **fields)  # type: ignore[arg-type]
