"""Tags and trees: EWT and GUM development parts, on gold words and on raw text."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import system
from benchmarks.corpora import ud
from benchmarks.score.syntax import SyntaxScore, Word
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.model.analysis import Sentence

PARTS = (("ud-ewt", "dev", "EWT dev"), ("gum", "dev", "GUM dev"))
PROBE = {
    ("EWT dev", "UPOS"): "probe 96.5",
    ("EWT dev", "UAS"): "probe 91.1",
    ("EWT dev", "LAS"): "probe 88.5",
}


def run(options: Options) -> list[Result]:
    """UPOS, UAS and LAS as F1, which on gold words is accuracy."""
    rows = []
    for corpus, split, name in PARTS:
        documents = limited(ud.documents(corpus, split), options)
        gold = SyntaxScore()
        sentences = [s for d in documents for s in d.sentences]
        spans = [[(t.start, t.end) for t in s.tokens] for s in sentences]
        parsed = system.parse_words([s.text for s in sentences], spans)
        for sentence, found in zip(sentences, parsed, strict=True):
            gold.add(_gold_words([sentence], whole=False), words_of([found]))
        rows += _rows(name, "gold words", gold)
        raw = SyntaxScore()
        for d, analysis in zip(
            documents, system.analyses([d.text for d in documents]), strict=True
        ):
            bounds = [(s.start, s.start + len(s.text)) for s in d.sentences]
            found_bounds = [(s.start, s.end) for s in analysis.sentences]
            raw.add(
                _gold_words(d.sentences, whole=True),
                words_of(analysis.sentences),
                (bounds, found_bounds),
            )
        rows += _rows(name, "raw text", raw)
        rows.append(Result("syntax", f"{name}, raw text", "words F1", percent(raw.words.f1)))
        sentence_f1 = percent(raw.sentences.f1)
        rows.append(Result("syntax", f"{name}, raw text", "sentences F1", sentence_f1))
    return rows


def _gold_words(sentences: Sequence[ud.Sentence], *, whole: bool) -> list[Word]:
    """The words of sentences, in the document's offsets or, not ``whole``, in the sentence's."""
    found: list[Word] = []
    for sentence in sentences:
        base, at = len(found), sentence.start if whole else 0
        found += [
            Word(t.start + at, t.end + at, t.upos, t.head + base if t.head >= 0 else -1, t.deprel)
            for t in sentence.tokens
        ]
    return found


def words_of(sentences: Sequence[Sentence]) -> list[Word]:
    """The model's words, their heads counted through the document."""
    found: list[Word] = []
    for sentence in sentences:
        base = len(found)
        found += [
            Word(t.start, t.end, t.upos, t.head + base if t.head >= 0 else -1, t.deprel)
            for t in sentence.tokens
        ]
    return found


def _rows(name: str, how: str, score: SyntaxScore) -> list[Result]:
    return [
        Result(
            "syntax",
            f"{name}, {how}",
            metric,
            percent(counts.f1),
            PROBE.get((name, metric), "") if how == "gold words" else "",
        )
        for metric, counts in (("UPOS", score.upos), ("UAS", score.uas), ("LAS", score.las))
    ]
