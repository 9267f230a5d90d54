"""Names that a tree hangs on a town or a post: mended without making a circle of the tree."""

from __future__ import annotations

import pytest

from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import tables
from tests.factories import analysis


@pytest.mark.parametrize(
    ("tree", "name"),
    [
        (
            "Karst/PROPN/4/compound Governor/PROPN/1/nmod Ane/PROPN/5/nsubj"
            " Holm/PROPN/3/flat spoke/VERB/0/root ~./PUNCT/5/punct",
            "Ane Holm",
        ),
        (
            "Ane/PROPN/3/compound Holm/PROPN/1/flat head/NOUN/6/nsubj of/ADP/5/case"
            " police/NOUN/3/nmod spoke/VERB/0/root ~./PUNCT/6/punct",
            "Ane Holm",
        ),
        (
            "The/DET/2/det envoy/NOUN/6/nsubj for/ADP/5/case Norway/PROPN/5/compound"
            " Ane/PROPN/2/nmod spoke/VERB/0/root ~./PUNCT/6/punct",
            "Ane",
        ),
    ],
)
def test_every_word_still_leads_to_the_root(tree: str, name: str) -> None:
    syntax = Syntax(analysis(tree, names=[(name, "PER")]), tables().words)
    for index in range(len(syntax.tokens)):
        at, steps = index, 0
        while syntax.head[at] >= 0 and steps <= len(syntax.tokens):
            at, steps = syntax.head[at], steps + 1
        assert steps <= len(syntax.tokens)
        assert syntax.tokens[at].text == "spoke"


def test_a_name_behind_a_post_or_before_one_is_who_speaks() -> None:
    before = "Ane/PROPN/3/compound Holm/PROPN/1/flat head/NOUN/6/nsubj of/ADP/5/case"
    read = analysis(
        f"{before} police/NOUN/3/nmod spoke/VERB/0/root ~./PUNCT/6/punct",
        names=[("Ane Holm", "PER")],
    )
    syntax = Syntax(read, tables().words)
    assert (syntax.head[0], syntax.deprel[0]) == (5, "nsubj")
