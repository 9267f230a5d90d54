"""What stands beside a name, and what a report's way of writing does to names."""

from __future__ import annotations

from onrecord.extract.actors import ActorIndex, find_actors
from onrecord.model.analysis import Analysis
from tests.factories import analysis, place, report


def index(read: Analysis) -> ActorIndex:
    return find_actors(report(read.text), read)


def name(read: Analysis, words: str) -> str | None:
    found = index(read).at(*place(read.text, words))
    return found.name if found is not None else None


def test_a_name_between_commas_behind_its_title() -> None:
    read = analysis(
        "Norway/PROPN/4/nmod:poss ~'s/PART/1/case defence/NOUN/4/compound minister/NOUN/9/nsubj"
        " ~,/PUNCT/9/punct Ada/PROPN/9/obj Cole/PROPN/6/flat ~,/PUNCT/9/punct left/VERB/0/root",
        names=[("Norway", "GPE"), ("Ada Cole", "PER")],
        said=[("Norway's defence minister", "left", [])],
    )
    assert name(read, "Norway's defence minister") == name(read, "Ada Cole") == "Ada Cole"


def test_a_title_that_the_tree_hangs_elsewhere() -> None:
    read = analysis(
        "Norwegian/ADJ/2/amod Foreign/PROPN/6/obl Minister/PROPN/6/nsubj Ada/PROPN/6/obj"
        " Cole/PROPN/4/flat left/VERB/0/root",
        names=[("Norwegian", "NORP"), ("Ada Cole", "PER")],
    )
    found = index(read).at(*place(read.text, "Ada Cole"))
    assert found is not None
    assert (found.country, [r.title for r in found.roles]) == ("NOR", ["Foreign Minister"])


def test_the_noun_beside_a_bodys_name_is_the_body() -> None:
    read = analysis(
        "The/DET/4/det Harbour/PROPN/3/compound Watch/PROPN/4/compound group/NOUN/5/nsubj"
        " agreed/VERB/0/root ~./PUNCT/5/punct",
        "The/DET/2/det group/NOUN/3/nsubj left/VERB/0/root",
        names=[("Harbour Watch", "ORG")],
        said=[("The Harbour Watch group", "agreed", []), ("The group", "left", [])],
    )
    assert name(read, "The Harbour Watch group") == name(read, "The group") == "Harbour Watch"


def test_one_of_them_is_one_of_those_officials() -> None:
    read = analysis(
        "Norwegian/ADJ/2/amod officials/NOUN/3/nsubj agreed/VERB/0/root ~./PUNCT/3/punct",
        "They/PRON/2/nsubj left/VERB/0/root ~./PUNCT/2/punct",
        "One/NUM/4/nsubj of/ADP/3/case them/PRON/1/nmod smiled/VERB/0/root",
        names=[("Norwegian", "NORP")],
        said=[("Norwegian officials", "agreed", []), ("One of them", "smiled", [])],
    )
    found = index(read).at(*place(read.text, "One of them"))
    assert found is not None
    assert (found.name, found.kind, found.named) == ("unnamed Norwegian official", "person", False)


def test_a_headlines_capitals_are_the_capital_still() -> None:
    read = analysis(
        "OSLO/PROPN/2/nsubj REJECTS/VERB/0/root CLAIM/NOUN/2/obj",
        names=[("OSLO", "PER")],
        said=[("OSLO", "REJECTS", ["CLAIM"])],
    )
    found = index(read).at(*place(read.text, "OSLO"))
    assert found is not None
    assert (found.kind, found.country) == ("government", "NOR")


def test_a_lost_apostrophe_is_no_part_of_the_name() -> None:
    sentences = (
        "President/PROPN/2/nmod:desc Luis/PROPN/4/nsubj Amar/PROPN/2/flat spoke/VERB/0/root",
        "Amars/PROPN/2/nmod:poss forces/NOUN/3/nsubj left/VERB/0/root",
    )
    read = analysis(*sentences, names=[("Luis Amar", "PER"), ("Amars", "PER")])
    assert name(read, "Amars") == "Luis Amar"


def test_a_name_cut_at_its_hyphen_is_whole_again() -> None:
    read = analysis(
        "Omar/PROPN/5/nsubj al/PROPN/1/flat ~-/PUNCT/4/punct ~Amin/PROPN/1/flat left/VERB/0/root",
        names=[("Omar al", "PER"), ("Amin", "ORG")],
    )
    assert [a.name for a in index(read).actors] == ["Omar al-Amin"]


def test_her_government_is_her_countrys() -> None:
    read = analysis(
        "Norwegian/ADJ/3/amod Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Ada/PROPN/6/nsubj"
        " Cole/PROPN/4/flat agreed/VERB/0/root ~./PUNCT/6/punct",
        "She/PRON/2/nsubj praised/VERB/0/root her/PRON/4/nmod:poss government/NOUN/2/obj",
        names=[("Norwegian", "NORP"), ("Ada Cole", "PER")],
        said=[("She", "praised", [])],
    )
    found = index(read).at(*place(read.text, "her government"))
    assert found is not None
    assert (found.name, found.country) == ("Norwegian government", "NOR")


def test_of_two_presidents_the_president_is_neither() -> None:
    read = analysis(
        "President/PROPN/2/nmod:desc Lund/PROPN/3/nsubj met/VERB/0/root President/PROPN/5/nmod:desc"
        " Amar/PROPN/3/obj ~./PUNCT/3/punct",
        "The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root",
        names=[("Lund", "PER"), ("Amar", "PER")],
        said=[("The president", "left", [])],
    )
    assert name(read, "The president") not in ("Lund", "Amar")


def test_civilians_are_one_actor_and_officials_are_not() -> None:
    read = analysis(
        "Three/NUM/2/nummod civilians/NOUN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct",
        "Two/NUM/2/nummod civilians/NOUN/3/nsubj stayed/VERB/0/root ~./PUNCT/3/punct",
        "Two/NUM/2/nummod officials/NOUN/3/nsubj left/VERB/0/root ~./PUNCT/3/punct",
        "Two/NUM/2/nummod officials/NOUN/3/nsubj stayed/VERB/0/root ~./PUNCT/3/punct",
    )
    assert [a.name for a in index(read).actors] == [
        "civilians", "unnamed officials", "unnamed officials",
    ]  # fmt: skip


def test_himself_is_not_a_man_further_off() -> None:
    read = analysis(
        "Lund/PROPN/2/nsubj said/VERB/0/root the/DET/4/det ministry/NOUN/5/nsubj"
        " blamed/VERB/2/ccomp himself/PRON/5/obj",
        names=[("Lund", "PER")],
    )
    assert name(read, "himself") is None


def test_the_ministers_office_is_not_the_minister() -> None:
    read = analysis(
        "The/DET/2/det minister/NOUN/5/nsubj ~'s/PART/2/case office/NOUN/5/nsubj"
        " declined/VERB/0/root ~./PUNCT/5/punct",
        said=[("The minister's office", "declined", [])],
    )
    found = index(read).at(*place(read.text, "The minister's office"))
    assert found is not None
    assert (found.kind, found.name) == ("office", "minister's office")


def test_a_title_and_a_name_are_one_even_where_the_tree_joins_them() -> None:
    read = analysis(
        "The/DET/3/det Foreign/ADJ/3/amod Minister/PROPN/8/nsubj ~,/PUNCT/5/punct Ada/PROPN/3/conj"
        " Cole/PROPN/5/flat ~,/PUNCT/5/punct left/VERB/0/root",
        names=[("Ada Cole", "PER")],
        said=[("The Foreign Minister, Ada Cole,", "left", [])],
    )
    assert [a.name for a in index(read).actors] == ["Ada Cole"]


def test_a_day_is_no_part_of_a_bodys_name() -> None:
    read = analysis(
        "Monday/PROPN/3/compound Harbour/PROPN/3/compound Watch/PROPN/4/nsubj agreed/VERB/0/root",
        names=[("Monday Harbour Watch", "ORG")],
    )
    assert [a.name for a in index(read).actors] == ["Harbour Watch"]


def test_two_towns_commands_are_two() -> None:
    read = analysis(
        "Bergen/PROPN/3/compound Police/PROPN/3/compound Command/PROPN/4/nsubj met/VERB/0/root"
        " Molde/PROPN/7/compound Police/PROPN/7/compound Command/PROPN/4/obj",
        names=[("Bergen", "GPE"), ("Police Command", "ORG"), ("Molde", "GPE"),
               ("Police Command", "ORG")],
    )  # fmt: skip
    assert [a.name for a in index(read).actors] == ["Bergen Police Command", "Molde Police Command"]


def test_of_two_presidents_the_one_of_whom_no_land_was_told() -> None:
    read = analysis(
        "President/PROPN/3/nmod:desc Ada/PROPN/3/nmod:desc Cole/PROPN/4/nsubj left/VERB/0/root"
        " ~./PUNCT/4/punct",
        "Cole/PROPN/2/nsubj met/VERB/0/root the/DET/5/det Russian/ADJ/5/amod president/NOUN/2/obj"
        " Jon/PROPN/5/appos Lund/PROPN/6/flat ~./PUNCT/2/punct",
        "The/DET/2/det president/NOUN/3/nsubj spoke/VERB/0/root ~./PUNCT/3/punct",
        names=[("Ada Cole", "PER"), ("Cole", "PER"), ("Jon Lund", "PER")],
    )
    found = find_actors(report(read.text), read)
    at = read.text.index("The president")
    meant = found.at(at, at + len("The president"))
    assert meant is not None and meant.name == "Ada Cole"
