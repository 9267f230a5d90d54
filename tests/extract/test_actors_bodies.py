"""Bodies by the words beside their names, by initials, and by where their land lies."""

from __future__ import annotations

import pytest

from onrecord.extract.actors import find_actors
from onrecord.records import Actor
from tests.factories import analysis, report


def actors(*sentences: str, names: list[tuple[str, str]]) -> dict[str, Actor]:
    read = analysis(*sentences, names=names)  # type: ignore[arg-type]
    return {actor.name: actor for actor in find_actors(report(read.text), read).actors}


@pytest.mark.parametrize(
    ("beside", "kind"),
    [("alliance", "armed_group"), ("newspaper", "outlet"), ("cousin", "person")],
)
def test_the_noun_before_a_name_tells_what_it_is_the_name_of(beside: str, kind: str) -> None:
    how = "jihadist" if kind == "armed_group" else "local"
    found = actors(
        f"The/DET/3/det {how}/ADJ/3/amod {beside}/NOUN/5/nsubj Ansar/PROPN/3/appos"
        " spoke/VERB/0/root ~./PUNCT/5/punct",
        names=[("Ansar", "PER")],
    )
    assert found["Ansar"].kind == kind


def test_a_name_in_capitals_is_a_body_where_all_else_is_not() -> None:
    low = "{}/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj ~./PUNCT/2/punct"
    assert actors(low.format("TARVO"), names=[("TARVO", "PER")])["TARVO"].kind == "other"
    assert actors(low.format("Tarvo"), names=[("Tarvo", "PER")])["Tarvo"].kind == "person"
    high = "TARVO/PROPN/2/nsubj DENIES/VERB/0/root REPORT/NOUN/2/obj"
    assert actors(high, names=[("TARVO", "PER")])["TARVO"].kind == "person"


def test_the_north_is_the_state_that_the_report_names() -> None:
    north = "The/DET/2/det North/PROPN/3/nsubj spoke/VERB/0/root ~./PUNCT/3/punct"
    korea = "N./PROPN/3/nsubj Korea/PROPN/1/flat spoke/VERB/0/root ~./PUNCT/3/punct"
    names = [("N. Korea", "GPE"), ("North", "GPE")]
    found = actors(korea, north, names=names)
    assert [m.text for m in found["North Korea"].mentions] == ["N. Korea", "The North"]
    assert all(actor.country is None for actor in actors(north, names=names[1:]).values())


def test_the_army_of_a_country_is_named_by_it() -> None:
    found = actors(
        "Norway/PROPN/3/nmod:poss ~'s/PART/1/case army/NOUN/4/nsubj left/VERB/0/root"
        " ~./PUNCT/4/punct",
        names=[("Norway", "GPE")],
    )
    army = next(actor for actor in found.values() if actor.kind == "military")
    assert army.named
    assert army.country == "NOR"


def test_two_ministries_of_one_country_are_two() -> None:
    capital = "Oslo/PROPN/2/nsubj said/VERB/0/root so/ADV/2/advmod ~./PUNCT/2/punct"
    its = (
        "Norway/PROPN/4/nmod:poss ~'s/PART/1/case {}/ADJ/4/amod ministry/NOUN/5/nsubj"
        " spoke/VERB/0/root ~./PUNCT/5/punct"
    )
    found = actors(
        capital, its.format("foreign"), its.format("interior"), names=[("Norway", "GPE")] * 2
    )
    assert sum("ministry" in name for name in found) == 2


@pytest.mark.parametrize("both", ["sides", "governments"])
def test_both_sides_that_are_urged_are_somebody(both: str) -> None:
    found = actors(
        f"Norway/PROPN/2/nsubj urged/VERB/0/root both/DET/4/det {both}/NOUN/2/obj ~./PUNCT/2/punct",
        names=[("Norway", "GPE")],
    )
    assert any(both in mention.text for actor in found.values() for mention in actor.mentions)
