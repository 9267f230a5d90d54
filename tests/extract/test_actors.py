"""Who is who in a report: names, offices, bodies, unnamed sources."""

from __future__ import annotations

from onrecord.extract.actors import ActorIndex, find_actors
from onrecord.model.analysis import Analysis
from onrecord.records import Actor
from tests.factories import analysis, place, report


def index(read: Analysis) -> ActorIndex:
    return find_actors(report(read.text), read)


def actor(read: Analysis, words: str) -> Actor:
    """The actor that ``words`` mean ("he#2" is the second "he")."""
    found = index(read).at(*place(read.text, words))
    assert found is not None, f"nobody for {words!r}"
    return found


MINISTER = (
    "Paraguayan/ADJ/3/amod Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Elena/PROPN/6/nsubj"
    " Duarte/PROPN/4/flat said/VERB/0/root on/ADP/8/case Monday/PROPN/6/obl that/SCONJ/11/mark"
    " talks/NOUN/11/nsubj failed/VERB/6/ccomp ~./PUNCT/6/punct"
)


def test_a_title_gives_country_sector_and_role() -> None:
    read = analysis(MINISTER, names=[("Paraguayan", "NORP"), ("Elena Duarte", "PER")])
    found = actor(read, "Elena Duarte")
    assert (found.name, found.kind, found.country, found.sector, found.named) == (
        "Elena Duarte", "person", "PRY", "GOV", True,
    )  # fmt: skip
    assert [(r.title, r.organisation) for r in found.roles] == [("Foreign Minister", "Paraguay")]
    assert found.mentions[0].text == "Paraguayan Foreign Minister Elena Duarte"


def test_title_within_the_tagged_name_is_no_part_of_it() -> None:
    read = analysis(
        "President/PROPN/2/nmod:desc Anders/PROPN/4/nsubj Lund/PROPN/2/flat spoke/VERB/0/root",
        "Mr/PROPN/2/nmod:desc Lund/PROPN/3/nsubj left/VERB/0/root",
        names=[("President Anders Lund", "PER"), ("Mr Lund", "PER")],
    )
    found = index(read).actors
    assert [a.name for a in found] == ["Anders Lund"]
    assert found[0].roles[0].title == "President"
    assert found[0].aliases == ("Lund",)


def test_a_surname_is_its_only_bearer() -> None:
    read = analysis(
        "Elena/PROPN/3/nsubj Duarte/PROPN/1/flat spoke/VERB/0/root ~./PUNCT/3/punct",
        "Duarte/PROPN/2/nsubj left/VERB/0/root ~./PUNCT/2/punct",
        names=[("Elena Duarte", "PER"), ("Duarte", "PER")],
    )
    assert [a.name for a in index(read).actors] == ["Elena Duarte"]


def test_two_who_share_a_surname_are_not_merged() -> None:
    read = analysis(
        "Elena/PROPN/3/nsubj Duarte/PROPN/1/flat met/VERB/0/root Pablo/PROPN/3/obj"
        " Duarte/PROPN/4/flat ~./PUNCT/3/punct",
        "Duarte/PROPN/2/nsubj left/VERB/0/root ~./PUNCT/2/punct",
        names=[("Elena Duarte", "PER"), ("Pablo Duarte", "PER"), ("Duarte", "PER")],
    )
    assert [a.name for a in index(read).actors] == ["Elena Duarte", "Pablo Duarte", "Duarte"]


def test_forms_of_address_tell_two_of_one_surname_apart() -> None:
    read = analysis(
        "Mr/PROPN/2/nmod:desc Duarte/PROPN/3/nsubj met/VERB/0/root Mrs/PROPN/5/nmod:desc"
        " Duarte/PROPN/3/obj ~./PUNCT/3/punct",
        names=[("Duarte", "PER"), ("Duarte", "PER")],
    )
    first, second = actor(read, "Duarte"), actor(read, "Duarte#2")
    assert first.id != second.id


def test_a_country_its_government_and_its_capital_are_one() -> None:
    read = analysis(
        "The/DET/3/det Norwegian/ADJ/3/amod government/NOUN/4/nsubj denied/VERB/0/root"
        " it/PRON/4/obj ~./PUNCT/4/punct",
        "Oslo/PROPN/2/nsubj accused/VERB/0/root Sweden/PROPN/2/obj ~./PUNCT/2/punct",
        "Norway/PROPN/2/nsubj waited/VERB/0/root ~./PUNCT/2/punct",
        names=[("Norwegian", "NORP"), ("Oslo", "GPE"), ("Sweden", "GPE"), ("Norway", "GPE")],
    )
    found = index(read).actors
    assert [(a.name, a.kind, a.country) for a in found] == [
        ("Norwegian government", "government", "NOR"),
        ("Sweden", "government", "SWE"),
    ]
    assert [m.text for m in found[0].mentions] == ["The Norwegian government", "Oslo", "Norway"]


def test_a_capital_where_something_happens_is_no_actor() -> None:
    read = analysis(
        "Protests/NOUN/2/nsubj erupted/VERB/0/root in/ADP/4/case Oslo/PROPN/2/obl ~./PUNCT/2/punct",
        names=[("Oslo", "GPE")],
    )
    assert "NOR" not in {a.country for a in index(read).actors}


def test_the_regime_of_somebody_is_the_government_of_the_country_they_lead() -> None:
    read = analysis(
        "Paraguayan/ADJ/2/amod President/PROPN/3/nmod:desc Luis/PROPN/5/nsubj Amar/PROPN/3/flat"
        " spoke/VERB/0/root ~./PUNCT/5/punct",
        "The/DET/3/det Amar/PROPN/3/compound regime/NOUN/4/nsubj denied/VERB/0/root"
        " it/PRON/4/obj ~./PUNCT/4/punct",
        "The/DET/3/det Paraguayan/ADJ/3/amod government/NOUN/4/nsubj agreed/VERB/0/root",
        names=[
            ("Paraguayan", "NORP"),
            ("Luis Amar", "PER"),
            ("Amar", "PER"),
            ("Paraguayan", "NORP"),
        ],
    )
    found = actor(read, "The Amar regime")
    assert found == actor(read, "The Paraguayan government")
    assert found.country == "PRY"


def test_a_post_that_one_holds_names_its_holder() -> None:
    read = analysis(
        "The/DET/3/det Norwegian/ADJ/3/amod president/NOUN/4/nsubj agreed/VERB/0/root",
        names=[("Norwegian", "NORP")],
        said=[("The Norwegian president", "agreed", [])],
    )
    found = actor(read, "The Norwegian president")
    assert (found.name, found.kind, found.named) == ("Norwegian president", "person", True)


def test_a_spokesman_is_not_named() -> None:
    read = analysis(
        "A/DET/3/det ministry/NOUN/3/compound spokesman/NOUN/4/nsubj declined/VERB/0/root",
        said=[("A ministry spokesman", "declined", [])],
    )
    found = actor(read, "A ministry spokesman")
    assert (found.name, found.named) == ("unnamed ministry spokesman", False)


def test_unnamed_officials_carry_their_affiliation() -> None:
    read = analysis(
        "Officials/NOUN/6/nsubj at/ADP/5/case the/DET/5/det Harbour/PROPN/5/compound"
        " Authority/PROPN/1/nmod said/VERB/0/root no/DET/6/obj ~./PUNCT/6/punct",
        names=[("Harbour Authority", "ORG")],
        said=[("Officials at the Harbour Authority", "said", ["no"])],
    )
    found = actor(read, "Officials at the Harbour Authority")
    assert (found.name, found.named) == ("unnamed Harbour Authority officials", False)


def test_two_unnamed_sources_are_two() -> None:
    read = analysis(
        "A/DET/2/det diplomat/NOUN/3/nsubj agreed/VERB/0/root ~./PUNCT/3/punct",
        "A/DET/2/det diplomat/NOUN/3/nsubj disagreed/VERB/0/root ~./PUNCT/3/punct",
        said=[("A diplomat", "agreed", []), ("A diplomat#2", "disagreed", [])],
    )
    assert actor(read, "A diplomat").id != actor(read, "A diplomat#2").id


def test_the_diplomat_is_the_one_before() -> None:
    read = analysis(
        "A/DET/2/det diplomat/NOUN/3/nsubj agreed/VERB/0/root ~./PUNCT/3/punct",
        "The/DET/2/det diplomat/NOUN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct",
        said=[("A diplomat", "agreed", []), ("The diplomat", "left", [])],
    )
    assert actor(read, "A diplomat").id == actor(read, "The diplomat").id


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    read = analysis(
        "The/DET/4/det Joint/PROPN/4/compound Observer/PROPN/4/compound Mission/PROPN/8/nsubj"
        " (/PUNCT/6/punct ~JOM/PROPN/4/appos ~)/PUNCT/6/punct left/VERB/0/root ~./PUNCT/8/punct",
        "JOM/PROPN/2/nsubj declined/VERB/0/root ~./PUNCT/2/punct",
        names=[("Joint Observer Mission", "ORG"), ("JOM", "ORG"), ("JOM", "ORG")],
    )
    found = [a for a in index(read).actors]
    assert [(a.name, a.aliases) for a in found] == [("Joint Observer Mission", ("JOM",))]


def test_an_apposition_gives_the_role() -> None:
    read = analysis(
        "Ada/PROPN/11/nsubj Cole/PROPN/1/flat ~,/PUNCT/4/punct spokeswoman/NOUN/1/appos"
        " for/ADP/8/case the/DET/8/det Harbour/PROPN/8/compound Authority/PROPN/4/nmod"
        " ~,/PUNCT/4/punct duly/ADV/11/advmod declined/VERB/0/root",
        "She/PRON/2/nsubj left/VERB/0/root",
        names=[("Ada Cole", "PER"), ("Harbour Authority", "ORG")],
        said=[("She", "left", [])],
    )
    found = actor(read, "Ada Cole")
    assert [(r.title, r.organisation) for r in found.roles] == [
        ("spokeswoman", "Harbour Authority")
    ]
    assert actor(read, "She") == found


def test_former_holders_do_not_hold() -> None:
    read = analysis(
        "Former/ADJ/3/amod Norwegian/ADJ/3/amod President/PROPN/4/nmod:desc Anders/PROPN/6/nsubj"
        " Lund/PROPN/4/flat spoke/VERB/0/root ~./PUNCT/6/punct",
        "The/DET/3/det Norwegian/ADJ/3/amod president/NOUN/4/nsubj listened/VERB/0/root",
        names=[("Norwegian", "NORP"), ("Anders Lund", "PER"), ("Norwegian", "NORP")],
    )
    lund = actor(read, "Anders Lund")
    assert (lund.sector, lund.roles[0].until) == ("ELI", "Former")
    assert actor(read, "The Norwegian president") != lund


def test_a_president_of_nobody_knows_where_is_not_the_norwegian_one() -> None:
    read = analysis(
        "President/PROPN/2/nmod:desc Amar/PROPN/3/nsubj spoke/VERB/0/root ~./PUNCT/3/punct",
        "The/DET/3/det Norwegian/ADJ/3/amod president/NOUN/4/nsubj listened/VERB/0/root",
        names=[("Amar", "PER"), ("Norwegian", "NORP")],
    )
    assert actor(read, "The Norwegian president").name == "Norwegian president"


def test_state_television_is_an_institution() -> None:
    read = analysis(
        "Norwegian/ADJ/3/amod state/NOUN/3/compound television/NOUN/4/nsubj agreed/VERB/0/root",
        names=[("Norwegian", "NORP")],
    )
    found = actor(read, "Norwegian state television")
    assert (found.name, found.kind, found.named) == ("Norwegian state television", "outlet", True)


def test_houses_speak_for_whoever_sits_in_them() -> None:
    read = analysis(
        "The/DET/2/det Kremlin/PROPN/3/nsubj denied/VERB/0/root it/PRON/3/obj",
        "Russia/PROPN/2/nsubj agreed/VERB/0/root",
        names=[("Kremlin", "FAC"), ("Russia", "GPE")],
    )
    assert [(a.name, a.kind, a.country) for a in index(read).actors] == [
        ("Kremlin", "office", "RUS"),
        ("Russia", "government", "RUS"),
    ]


def test_another_countrys_command_is_not_the_lexicons() -> None:
    read = analysis(
        "Norway/PROPN/4/nmod:poss ~'s/PART/1/case Central/PROPN/4/compound Command/PROPN/5/nsubj"
        " agreed/VERB/0/root",
        names=[("Norway", "GPE"), ("Central Command", "ORG")],
    )
    assert actor(read, "Command").country == "NOR"


def test_what_only_a_state_owns_is_its_owner() -> None:
    read = analysis(
        "Rebels/NOUN/2/nsubj struck/VERB/0/root Norwegian/ADJ/4/amod airfields/NOUN/2/obj",
        names=[("Norwegian", "NORP")],
    )
    assert actor(read, "Norwegian airfields").country == "NOR"
    assert actor(read, "Rebels").sector == "REB"


def test_several_who_say_one_thing_are_one_source() -> None:
    read = analysis(
        "Norway/PROPN/4/nsubj and/CCONJ/3/cc Sweden/PROPN/1/conj said/VERB/0/root so/ADV/4/advmod",
        names=[("Norway", "GPE"), ("Sweden", "GPE")],
        said=[("Norway and Sweden", "said", ["so"])],
    )
    both = actor(read, "Norway and Sweden")
    assert (both.name, both.kind, both.named) == ("Norway and Sweden", "government", True)
    apart = index(read).all_at(*place(read.text, "Norway and Sweden"))
    assert [a.name for a in apart] == ["Norway", "Sweden"]


def test_ids_follow_the_order_of_the_text() -> None:
    read = analysis(
        "Norway/PROPN/2/nsubj thanked/VERB/0/root Sweden/PROPN/2/obj",
        names=[("Norway", "GPE"), ("Sweden", "GPE")],
    )
    found = index(read)
    assert [a.id for a in found.actors] == ["r:a1", "r:a2"]
    assert found.get("r:a2").country == "SWE"


def test_an_office_with_of_is_its_holders_title_and_no_body() -> None:
    read = analysis(
        "Arvenian/ADJ/2/amod Secretary/PROPN/7/nsubj of/ADP/5/case State/PROPN/5/nmod:desc"
        " Jon/PROPN/2/nmod Reed/PROPN/5/flat left/VERB/0/root ~./PUNCT/7/punct",
        "The/DET/2/det Secretary/PROPN/5/nsubj of/ADP/4/case State/PROPN/2/nmod spoke/VERB/0/root",
        names=[("State", "PER"), ("Jon Reed", "PER"), ("State", "ORG")],
    )
    found = index(read).actors
    assert [(a.name, a.kind) for a in found if a.named] == [("Jon Reed", "person")]
    assert not any(m.text == "State" for a in found for m in a.mentions)
