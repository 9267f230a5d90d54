"""Whose country a person or a body is of, by the words beside the name."""

from __future__ import annotations

import pytest

from onrecord.extract.actors import find_actors
from onrecord.records import Actor
from tests.factories import analysis, report


def countries(*sentences: str, names: list[tuple[str, str]]) -> dict[str, str | None]:
    read = analysis(*sentences, names=names)  # type: ignore[arg-type]
    found: tuple[Actor, ...] = find_actors(report(read.text), read).actors
    return {actor.name: actor.country for actor in found}


def test_who_speaks_for_a_states_house_is_of_that_state() -> None:
    found = countries(
        "White/PROPN/2/compound House/PROPN/3/compound spokeswoman/NOUN/6/nsubj Ada/PROPN/3/appos"
        " Cole/PROPN/4/flat left/VERB/0/root ~./PUNCT/6/punct",
        names=[("White House", "ORG"), ("Ada Cole", "PER")],
    )
    assert found["Ada Cole"] == "USA"


def test_a_ministry_is_of_the_country_behind_it() -> None:
    found = countries(
        "The/DET/2/det Ministry/PROPN/7/nsubj of/ADP/4/case Defence/PROPN/2/nmod of/ADP/6/case"
        " Azerbaijan/PROPN/2/nmod left/VERB/0/root ~./PUNCT/7/punct",
        names=[("Ministry of Defence", "ORG"), ("Azerbaijan", "GPE")],
    )
    assert found["Ministry of Defence"] == "AZE"


@pytest.mark.parametrize(("verb", "meant"), [("urged", True), ("bombed", False)])
def test_a_capital_that_is_told_something_is_its_government(verb: str, meant: bool) -> None:
    found = countries(
        f"Rebels/NOUN/2/nsubj {verb}/VERB/0/root Athens/PROPN/2/obj ~./PUNCT/2/punct",
        names=[("Athens", "GPE")],
    )
    assert ("Greece" in found) is meant


def test_the_army_is_the_one_named_just_before_and_not_the_one_of_the_place() -> None:
    syria = "Syria/PROPN/2/nsubj suffered/VERB/0/root ~./PUNCT/2/punct"
    read = analysis(
        syria, syria, syria,
        "The/DET/3/det Turkish/ADJ/3/amod army/NOUN/4/nsubj came/VERB/0/root ~./PUNCT/4/punct",
        "The/DET/2/det army/NOUN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct",
        names=[("Syria", "GPE"), ("Turkish", "MISC")],
    )  # fmt: skip
    found = find_actors(report(read.text), read).actors
    armies = [a for a in found if any("army" in mention.text for mention in a.mentions)]
    assert [(a.country, len(a.mentions)) for a in armies] == [("TUR", 2)]
