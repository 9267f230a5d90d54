"""What looks like an actor and is none: topics, regions, operations, places of publication."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.extract.actors import find_actors
from onrecord.model.analysis import NameKind
from onrecord.records import Actor, Place, Span
from tests.factories import analysis, report


def actors(
    *sentences: str,
    names: Sequence[tuple[str, NameKind]] = (),
    regions: tuple[str, ...] = (),
) -> list[Actor]:
    read = analysis(*sentences, names=names)
    places = []
    for number, words in enumerate(regions, 1):
        start = read.text.index(words)
        span = Span.of(read.text, start, start + len(words))
        places.append(Place(f"r:p{number}", span, words, feature="L"))
    return list(find_actors(report(read.text), read, places).actors)


def called(found: list[Actor]) -> list[str]:
    return [actor.name for actor in found]


@pytest.mark.parametrize(("noun", "meant"), [("conference", False), ("sanctions", True)])
def test_a_country_that_something_is_about_does_nothing(noun: str, meant: bool) -> None:
    found = actors(
        f"Rebels/NOUN/2/nsubj welcomed/VERB/0/root the/DET/4/det {noun}/NOUN/2/obj on/ADP/6/case"
        " Norway/PROPN/4/nmod ~./PUNCT/2/punct",
        names=[("Norway", "GPE")],
    )
    assert ("Norway" in called(found)) is meant


@pytest.mark.parametrize(("verb", "meant"), [("discussed", False), ("invaded", True)])
def test_a_country_that_is_talked_of_does_nothing(verb: str, meant: bool) -> None:
    found = actors(
        f"Rebels/NOUN/2/nsubj {verb}/VERB/0/root Norway/PROPN/2/obj ~./PUNCT/2/punct",
        names=[("Norway", "GPE")],
    )
    assert ("Norway" in called(found)) is meant


def test_a_country_behind_its_town_only_says_where() -> None:
    found = actors(
        "Rebels/NOUN/2/nsubj left/VERB/0/root for/ADP/4/case Bergen/PROPN/2/obl ~,/PUNCT/6/punct"
        " Norway/PROPN/4/appos ~./PUNCT/2/punct",
        names=[("Bergen", "GPE"), ("Norway", "GPE")],
    )
    assert called(found) == ["rebels"]


@pytest.mark.parametrize(("owned", "meant"), [("support", True), ("weather", False)])
def test_what_a_government_does_is_its_own(owned: str, meant: bool) -> None:
    found = actors(
        f"He/PRON/2/nsubj praised/VERB/0/root Norway/PROPN/5/nmod:poss ~'s/PART/3/case"
        f" {owned}/NOUN/2/obj ~./PUNCT/2/punct",
        names=[("Norway", "GPE")],
    )
    assert ("Norway" in called(found)) is meant


def test_a_resolution_is_of_the_council_and_is_nobody_itself() -> None:
    found = actors(
        "Rebels/NOUN/2/nsubj rejected/VERB/0/root UN/PROPN/5/compound Security/PROPN/5/compound"
        " Council/PROPN/6/compound Resolution/PROPN/2/obj 2254/NUM/6/flat ~./PUNCT/2/punct",
        names=[("UN Security Council Resolution", "ORG")],
    )
    assert called(found) == ["rebels", "UN Security Council"]
    assert [m.text for m in found[1].mentions] == ["UN Security Council"]


def test_a_region_is_no_body_though_tagged_as_one() -> None:
    found = actors(
        "The/DET/2/det minister/NOUN/7/nsubj for/ADP/6/case the/DET/6/det Middle/PROPN/6/amod"
        " East/PROPN/2/nmod left/VERB/0/root ~./PUNCT/7/punct",
        names=[("Middle", "GPE"), ("East", "ORG")],
        regions=("Middle East",),
    )
    assert len(found) == 1 and found[0].kind == "person"


def test_an_operation_is_nobody() -> None:
    found = actors(
        "Rebels/NOUN/2/nsubj halted/VERB/0/root Operation/PROPN/5/compound Harbour/PROPN/5/compound"
        " Shield/PROPN/2/obj ~./PUNCT/2/punct",
        names=[("Harbour Shield", "ORG")],
    )
    assert called(found) == ["rebels"]


def test_where_something_is_posted_is_nobody() -> None:
    found = actors(
        "Rebels/NOUN/2/nsubj wrote/VERB/0/root on/ADP/4/case Telegram/PROPN/2/obl ~./PUNCT/2/punct",
        names=[("Telegram", "ORG")],
    )
    assert called(found) == ["rebels"]


def test_a_noun_before_another_describes_it() -> None:
    found = actors(
        "It/PRON/2/nsubj eased/VERB/0/root the/DET/7/det humanitarian/ADJ/7/amod and/CCONJ/6/cc"
        " refugee/NOUN/4/conj crises/NOUN/2/obj ~./PUNCT/2/punct",
    )
    assert "refugee" not in called(found)


def test_the_ruling_party_is_not_whatever_body_was_named_before() -> None:
    found = actors(
        "Harbour/PROPN/2/compound Plus/PROPN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct",
        "The/DET/3/det ruling/VERB/3/amod party/NOUN/4/nsubj dismissed/VERB/0/root it/PRON/4/obj",
        names=[("Harbour Plus", "ORG")],
    )
    assert "ruling party" in called(found)


def test_the_group_is_not_any_group() -> None:
    found = actors(
        "It/PRON/2/nsubj bans/VERB/0/root any/DET/4/det group/NOUN/2/obj ~./PUNCT/2/punct",
        "The/DET/2/det group/NOUN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct",
    )
    assert ["any group", "The group"] not in [[m.text for m in a.mentions] for a in found]


def test_a_second_place_where_something_is_posted_is_nobody() -> None:
    found = actors(
        "Rebels/NOUN/2/nsubj wrote/VERB/0/root on/ADP/4/case Telegram/PROPN/2/obl and/CCONJ/6/cc"
        " Instagram/PROPN/4/conj ~./PUNCT/2/punct",
        names=[("Telegram", "ORG"), ("Instagram", "ORG")],
    )
    assert called(found) == ["rebels"]


@pytest.mark.parametrize(("article", "meant"), [("a", False), ("the", True)])
def test_a_country_that_is_yet_to_be_does_nothing(article: str, meant: bool) -> None:
    found = actors(
        f"Rebels/NOUN/2/nsubj fought/VERB/0/root {article}/DET/5/det united/ADJ/5/amod"
        " Norway/PROPN/2/obj ~./PUNCT/2/punct",
        names=[("Norway", "GPE")],
    )
    assert ("Norway" in called(found)) is meant


def test_a_chief_of_staff_is_no_staff() -> None:
    found = actors(
        "His/PRON/2/nmod:poss Chief/NOUN/5/nsubj of/ADP/4/case Staff/NOUN/2/nmod left/VERB/0/root"
        " ~./PUNCT/5/punct",
    )
    assert not any(m.text == "Staff" for actor in found for m in actor.mentions)


@pytest.mark.parametrize(("before", "meant"), [("in", False), ("by", True)])
def test_what_is_told_in_the_first_person_is_told_by_nobody(before: str, meant: bool) -> None:
    found = actors(
        f"It/PRON/3/nsubj:pass was/AUX/3/aux:pass told/VERB/0/root {before}/ADP/7/case"
        " the/DET/7/det first/ADJ/7/amod person/NOUN/3/obl ~./PUNCT/3/punct",
    )
    assert any(m.text == "the first person" for actor in found for m in actor.mentions) is meant
