"""Labels of an exchange: "RUIZ:" before what Ana Ruiz says names her, and is no place or word."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.actors.trees.turns import turns
from onrecord.model.analysis import Analysis, Attribution, Name, Sentence

_SURE = 1.0


def with_labels(analysis: Analysis) -> Analysis:
    """The analysis with each label that names somebody as a person, and in no words."""
    exchange = [turn for turn in turns(analysis) if turn.label[0] < turn.label[1]]
    if not exchange:
        return analysis
    text = analysis.text
    labels = [turn.label for turn in exchange]
    people = [turn.label for turn in exchange if not turn.asks and turn.who == turn.label
              and text[slice(*turn.label)].isupper() and _bearer(analysis, turn.label)]  # fmt: skip

    def free(name: Name) -> bool:
        return not any(name.start < end and start < name.end for start, end in people)

    kept = [name for name in analysis.names if free(name)]
    kept += [Name(start, end, "PER", _SURE) for start, end in people]
    return replace(
        analysis,
        names=tuple(sorted(kept, key=lambda name: name.start)),
        toponyms=tuple(name for name in analysis.toponyms if free(name)),
        sentences=tuple(_proper(one, people) for one in analysis.sentences),
        attributions=tuple(_unlabelled(one, labels) for one in analysis.attributions),
    )


def _bearer(analysis: Analysis, label: tuple[int, int]) -> bool:
    """Whether somebody named in the text in full has the label for a surname."""
    told = analysis.text[slice(*label)].casefold().split()
    full = (analysis.text[n.start : n.end].casefold().split() for n in analysis.names
            if n.kind == "PER")  # fmt: skip
    return any(len(parts) > len(told) and parts[-len(told) :] == told for parts in full)


def _proper(sentence: Sentence, people: list[tuple[int, int]]) -> Sentence:
    """A sentence in which labels are proper nouns."""
    inside = [span for span in people if sentence.start <= span[0] < sentence.end]
    if not inside:
        return sentence
    tokens = tuple(
        replace(token, upos="PROPN") if any(s <= token.start < e for s, e in inside) else token
        for token in sentence.tokens
    )
    return replace(sentence, tokens=tokens)


def _unlabelled(one: Attribution, labels: list[tuple[int, int]]) -> Attribution:
    """An attribution whose content holds no label by itself: "The police say so. | RUIZ:"."""
    content = tuple(
        part for part in one.content
        if not any(start <= part[0] and part[1] <= end + 1 for start, end in labels)
    )  # fmt: skip
    return one if content == one.content else replace(one, content=content)
