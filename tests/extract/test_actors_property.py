"""Whatever the trees and tags say: spans quote the text, and every source is somebody."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.actors import find_actors
from onrecord.model.analysis import Analysis, Attribution, Name, Sentence, Token
from tests.factories import report

WORDS = (
    "the", "The", "Norwegian", "US", "President", "Lund", "said", "he", "his", "it", "they", "“",
    "”", "-", "al", "Amin", "officials", "'s", "of", "Ministry", "Trade", "and", ",", "who",
    "himself",
    "statement", "I", "we", "group", "JOM", "(", ")", "Oslo", "Norway", "rebels", "former", "for",
    "regime", "Mr", "forces", "airfields", "many", "that", "a", "Mrs", "Kremlin", "ɐ", "𝔄mar",
)  # fmt: skip
PARTS = ("NOUN", "PROPN", "VERB", "ADJ", "DET", "PRON", "ADP", "PUNCT", "AUX", "CCONJ", "PART")
RELATIONS = (
    "nsubj", "obj", "obl", "nmod", "amod", "compound", "flat", "det", "nmod:poss", "nmod:desc",
    "appos", "conj", "acl:relcl", "case", "cop", "punct", "obl:agent", "ccomp", "advmod",
)  # fmt: skip
KINDS = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC")


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any words, any heads (loops too), any names and attributions over them."""
    text, sentences, tokens = "", [], []
    for number in range(draw(st.integers(1, 3))):
        size = draw(st.integers(1, 9))
        heads = draw(st.lists(st.integers(-1, size - 1), min_size=size, max_size=size))
        own = []
        for head in heads:
            word = draw(st.sampled_from(WORDS))
            part = draw(st.sampled_from(PARTS))
            relation = draw(st.sampled_from(RELATIONS))
            start = len(text)
            text += word + draw(st.sampled_from((" ", " ", "")))
            end = start + len(word)
            own.append(Token(start, end, word, word.lower(), part, head, relation))
        text += "\n"
        sentences.append(Sentence(own[0].start, own[-1].end, number, tuple(own)))
        tokens += own

    def span() -> tuple[int, int]:
        first = draw(st.integers(0, len(tokens) - 1))
        last = min(first + draw(st.integers(0, 4)), len(tokens) - 1)
        return tokens[first].start, tokens[last].end

    names = [
        Name(*span(), draw(st.sampled_from(KINDS)), 1.0) for _ in range(draw(st.integers(0, 5)))
    ]
    said = [Attribution(span(), span(), (span(),), 1.0) for _ in range(draw(st.integers(0, 3)))]
    return Analysis(
        text,
        tuple(sentences),
        tuple(sorted(names, key=lambda name: name.start)),
        attributions=tuple(said),
    )


@settings(max_examples=30, deadline=None)
@given(analyses())
def test_spans_quote_the_text_and_sources_are_somebody(read: Analysis) -> None:
    index = find_actors(report(read.text), read)
    assert [actor.id for actor in index.actors] == [
        f"r:a{number}" for number in range(1, len(index.actors) + 1)
    ]
    for actor in index.actors:
        assert actor.name.strip()
        for span in (*actor.mentions, *(role.span for role in actor.roles)):
            assert read.text[span.start : span.end] == span.text
    for said in read.attributions:
        assert said.source is not None
        assert index.at(*said.source) in index.actors
