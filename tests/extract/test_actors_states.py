"""States that act together, a state by its adjective, bodies by the short names given to them."""

from __future__ import annotations

import pytest

from tests.extract.test_actors_nobody import actors, called


@pytest.mark.parametrize(("role", "meant"), [("nsubj", True), ("obl", False)])
def test_several_states_are_somebody_where_they_act(role: str, meant: bool) -> None:
    found = actors(
        f"Many/ADJ/3/amod member/NOUN/3/compound states/NOUN/4/{role} agreed/VERB/0/root"
        " ~./PUNCT/4/punct",
    )
    assert bool(found) is meant


def test_the_country_is_no_actor_of_its_own() -> None:
    found = actors("The/DET/2/det country/NOUN/3/nsubj suffers/VERB/0/root ~./PUNCT/3/punct")
    assert not found


def test_the_state_of_a_country_is_the_country() -> None:
    found = actors(
        "The/DET/3/det Norwegian/ADJ/3/amod state/NOUN/4/nsubj paid/VERB/0/root ~./PUNCT/4/punct",
        names=[("Norwegian", "NORP")],
    )
    assert [(a.kind, a.country) for a in found] == [("government", "NOR")]


def test_a_state_of_a_federation_is_not_the_country() -> None:
    found = actors(
        "Rebels/NOUN/2/nsubj left/VERB/0/root the/DET/5/det Indian/ADJ/5/amod state/NOUN/2/obj"
        " of/ADP/7/case Kerala/PROPN/5/nmod ~./PUNCT/2/punct",
        names=[("Indian", "NORP"), ("Kerala", "GPE")],
    )
    assert called(found) == ["rebels"]


def test_a_body_goes_by_the_short_name_that_a_bracket_gave_it() -> None:
    found = actors(
        "The/DET/3/det Harbour/PROPN/3/compound Commission/PROPN/7/nsubj ~(/PUNCT/5/punct"
        " HaCo/PROPN/3/appos ~)/PUNCT/5/punct met/VERB/0/root ~./PUNCT/7/punct",
        "The/DET/2/det HACO/NOUN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct",
        names=[("Harbour Commission", "ORG"), ("HaCo", "ORG")],
    )
    assert any("HACO" in m.text for actor in found for m in actor.mentions)


@pytest.mark.parametrize("noun", ["guarantors", "businesses", "aircrew"])
def test_sides_and_companies_without_a_name_are_somebody(noun: str) -> None:
    found = actors(f"All/DET/2/det {noun}/NOUN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct")
    assert len(found) == 1
