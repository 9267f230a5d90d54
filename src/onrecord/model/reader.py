"""Reading texts: words, sentences, both networks, and the decoding of what they say.

Texts are pooled: their windows and sentences are sorted by length and run in batches, so that
ten short reports cost what one long one does.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.model import tagging
from onrecord.model.analysis import (
    Analysis,
    Attribution,
    Name,
    Sentence,
    TimeMention,
    Token,
    Trigger,
)
from onrecord.model.attribution import (
    FORBIDDEN,
    RoleSpan,
    decode_tags,
    join_windows,
    link_spans,
    windows,
)
from onrecord.model.heads import RELATIONS, UPOS
from onrecord.model.lemmas import lemma
from onrecord.model.network import WEIGHTS, Networks, batches
from onrecord.model.pieces import Pieces, gaps_of
from onrecord.model.sentences import split_sentences
from onrecord.model.trees import best_heads, label
from onrecord.model.words import as_meant, find_words

Floats = npt.NDArray[np.float32]


@dataclass(slots=True)
class _Text:
    text: str
    words: list[tuple[int, int]]
    bounds: list[tuple[int, int, int]]
    pieces: Pieces
    windows: list[tuple[int, int]]


def part(run: Pieces, first: int, last: int) -> Pieces:
    """The pieces of words ``first`` to ``last`` (half-open)."""
    begin = run.firsts[first]
    end = run.firsts[last] if last < len(run.firsts) else len(run.ids)
    firsts = [f - begin for f in run.firsts[first:last]]
    return Pieces(run.ids[begin:end], run.features[begin:end], firsts)


class Reader:
    """Reads texts with the shipped networks. Make one a process: loading takes 0.2 s."""

    def __init__(self, *, threads: int = 2, weights: Path = WEIGHTS) -> None:
        self._nets = Networks(threads=threads, weights=weights)

    def analyse(
        self, texts: Sequence[str], *, breaks: Sequence[Collection[int]] | None = None
    ) -> list[Analysis]:
        """One analysis a text, in order. Memory grows with the texts given at once."""
        bounds = breaks or [()] * len(texts)
        prepared = [self._prepare(t, b) for t, b in zip(texts, bounds, strict=True)]
        attributions = self._attributions(prepared)
        analysed = self._sentences(prepared)
        return [
            Analysis(
                t.text,
                tuple(found.sentences),
                tuple(found.names),
                tuple(found.times),
                tuple(found.triggers),
                tuple(said),
                toponyms=tuple(found.toponyms),
            )
            for t, found, said in zip(prepared, analysed, attributions, strict=True)
        ]

    def _prepare(self, text: str, breaks: Collection[int]) -> _Text:
        words = find_words(text)
        pieces = self._nets.piecer.cut(
            [as_meant(text[a:b]) for a, b in words], gaps_of(text, words)
        )
        bounds = split_sentences(text, words, breaks)
        return _Text(text, words, bounds, pieces, windows(pieces.firsts, len(pieces.ids)))

    def _attributions(self, texts: Sequence[_Text]) -> list[list[Attribution]]:
        places = [(i, j) for i, t in enumerate(texts) for j in range(len(t.windows))]
        runs = [part(texts[i].pieces, *texts[i].windows[j]) for i, j in places]
        tags: list[dict[int, Floats]] = [{} for _ in texts]
        links: list[dict[int, Floats]] = [{} for _ in texts]
        moves: Floats = FORBIDDEN
        for index in batches(runs):
            tag, link, moves = self._nets.attribution.run([runs[k] for k in index])
            for row, k in enumerate(index):
                (i, j), size = places[k], len(runs[k].firsts)
                tags[i][j] = tag[row, :size]
                links[i][j] = link[row, :size, :size]
        return [
            _decode_attributions(t, [tags[i][j] for j in range(len(t.windows))],
                                 [links[i][j] for j in range(len(t.windows))], moves)
            for i, t in enumerate(texts)
        ]  # fmt: skip

    def _sentences(self, texts: Sequence[_Text]) -> list[_Found]:
        places = [(i, bound) for i, t in enumerate(texts) for bound in t.bounds]
        cut = self._nets.piecer.cut
        runs = []
        for i, (first, last, _) in places:
            t = texts[i]
            words = t.words[first:last]
            runs.append(cut([as_meant(t.text[a:b]) for a, b in words], gaps_of(t.text, words)))
        results: list[_Found | None] = [None] * len(runs)
        for index in batches(runs):
            outputs = self._nets.analysis.run([runs[k] for k in index])
            sizes = [len(runs[k].firsts) for k in index]
            trees = self._trees(sizes, *outputs[1:4])
            for row, k in enumerate(index):
                i, bound = places[k]
                results[k] = _sentence(texts[i], bound, outputs[0][row], trees[row])
        found = [_Found([], [], [], [], []) for _ in texts]
        for (i, _), result in zip(places, results, strict=True):
            if result is not None:
                found[i].take(result)
        return found

    def _trees(
        self, sizes: Sequence[int], arcs: Floats, dependents: Floats, governors: Floats
    ) -> list[tuple[list[int], list[int]]]:
        """Heads (0 is the root) and relations of the words of each sentence of a batch."""
        heads = [best_heads(arcs[i, : n + 1, : n + 1]) for i, n in enumerate(sizes)]
        below = np.concatenate([dependents[i, 1 : n + 1] for i, n in enumerate(sizes)])
        above = np.concatenate([governors[i, h] for i, h in enumerate(heads)])
        relations = label(below, above, self._nets.relations)
        parts = np.split(relations, np.cumsum(sizes)[:-1])
        return [(h.tolist(), r.tolist()) for h, r in zip(heads, parts, strict=True)]


def _sentence(
    t: _Text, bound: tuple[int, int, int], tags: Floats, tree: tuple[list[int], list[int]]
) -> _Found:
    first, last, paragraph = bound
    words = t.words[first:last]
    heads = tagging.split_heads(tags[: last - first])
    upos = heads["upos"].argmax(1).tolist()
    tokens = []
    for k, (a, b) in enumerate(words):
        form, tag, head = t.text[a:b], UPOS[upos[k]], tree[0][k] - 1
        relation = RELATIONS[tree[1][k]] if head >= 0 else "root"
        tokens.append(Token(a, b, form, lemma(form, tag), tag, head, relation))
    return _Found(
        [Sentence(words[0][0], words[-1][1], paragraph, tuple(tokens))],
        tagging.names(heads, words),
        tagging.times(heads, words),
        tagging.triggers(heads, words),
        tagging.toponyms(heads, words),
    )


@dataclass(slots=True)
class _Found:
    sentences: list[Sentence]
    names: list[Name]
    times: list[TimeMention]
    triggers: list[Trigger]
    toponyms: list[Name]

    def take(self, other: _Found) -> None:
        self.sentences += other.sentences
        self.names += other.names
        self.times += other.times
        self.triggers += other.triggers
        self.toponyms += other.toponyms


def _decode_attributions(
    t: _Text, tags: Sequence[Floats], links: Sequence[Floats], moves: Floats
) -> list[Attribution]:
    if not t.words:
        return []
    scores = join_windows(t.windows, [tagging.softmax(part) for part in tags], len(t.words))
    logs = np.log(scores + 1e-9)
    spans = decode_tags(logs, moves)
    return [_attribution(t, group, scores) for group in link_spans(spans, t.windows, links)]


def _attribution(t: _Text, group: Sequence[RoleSpan], scores: Floats) -> Attribution:
    def offsets(role: str) -> list[tuple[int, int]]:
        return [(t.words[a][0], t.words[b - 1][1]) for r, a, b in group if r == role]

    inside = np.concatenate([scores[a:b, 0] for _, a, b in group])
    sources, cues = offsets("source"), offsets("cue")
    return Attribution(
        sources[0] if sources else None,
        cues[0] if cues else None,
        tuple(offsets("content")),
        round(float(1 - inside.mean()), 4),
    )
