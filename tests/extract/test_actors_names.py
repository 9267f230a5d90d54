"""Which words are names, and of what: where the tagger is wrong, and where a name is nobody's."""

from __future__ import annotations

from onrecord.extract.actors import ActorIndex, find_actors
from onrecord.model.analysis import Analysis
from onrecord.records import Actor
from tests.factories import analysis, place, report


def index(read: Analysis) -> ActorIndex:
    return find_actors(report(read.text), read)


def at(read: Analysis, words: str) -> Actor | None:
    return index(read).at(*place(read.text, words))


def names(read: Analysis) -> list[str]:
    return [actor.name for actor in index(read).actors]


def test_an_office_tagged_as_a_body_is_a_person() -> None:
    read = analysis(
        "Defence/PROPN/2/compound Secretary/PROPN/3/nsubj left/VERB/0/root",
        names=[("Defence Secretary", "ORG")],
    )
    found = at(read, "Defence Secretary")
    assert found is not None and found.kind == "person"


def test_a_dateline_acts_in_nothing() -> None:
    read = analysis(
        "OSLO/PROPN/5/nsubj The/DET/3/det army/NOUN/5/nsubj has/AUX/5/aux left/VERB/0/root"
        " town/NOUN/5/obj",
        names=[("OSLO", "GPE")],
    )
    assert at(read, "OSLO") is None


def test_who_is_only_somewhere_is_a_place() -> None:
    read = analysis(
        "Rebels/NOUN/2/nsubj died/VERB/0/root in/ADP/5/case Tal/PROPN/5/compound Amin/PROPN/2/obl",
        names=[("Tal Amin", "PER")],
    )
    assert names(read) == ["rebels"]


def test_a_person_somewhere_else_in_the_report_stays_one() -> None:
    read = analysis(
        "Rebels/NOUN/2/nsubj believed/VERB/0/root in/ADP/5/case Omar/PROPN/5/compound"
        " Amin/PROPN/2/obl ~./PUNCT/2/punct",
        "Omar/PROPN/3/nsubj Amin/PROPN/1/flat left/VERB/0/root",
        names=[("Omar Amin", "PER")],
    )
    assert names(read) == ["rebels", "Omar Amin"]


def test_a_surname_that_no_tag_covers() -> None:
    read = analysis(
        "Omar/PROPN/3/nsubj Amin/PROPN/1/flat left/VERB/0/root ~./PUNCT/3/punct",
        "An/DET/3/det Amin/PROPN/3/compound ally/NOUN/4/nsubj stayed/VERB/0/root",
        names=[("Omar Amin", "PER")],
    )
    first, second = at(read, "Omar Amin"), at(read, "Amin#2")
    assert first is not None and second is not None
    assert first.name == second.name == "Omar Amin"


def test_the_house_is_not_the_white_house() -> None:
    read = analysis(
        "The/DET/3/det White/PROPN/3/compound House/PROPN/4/nsubj objected/VERB/0/root"
        " ~./PUNCT/4/punct",
        "The/DET/2/det House/PROPN/3/nsubj agreed/VERB/0/root",
        names=[("White House", "ORG"), ("House", "ORG")],
    )
    found = at(read, "The House")
    assert found is not None and found.name != "White House"


def test_the_sort_of_body_behind_its_name_is_the_body() -> None:
    read = analysis(
        "The/DET/4/det Skerry/PROPN/4/compound news/NOUN/4/compound agency/NOUN/5/nsubj"
        " agreed/VERB/0/root ~./PUNCT/5/punct",
        "Skerry/PROPN/2/nsubj left/VERB/0/root",
        names=[("Skerry", "ORG"), ("Skerry", "ORG")],
    )
    assert len(index(read).actors) == 1


def test_a_state_called_what_persons_are_called_is_a_state() -> None:
    read = analysis(
        "Norway/PROPN/6/nsubj ~,/PUNCT/1/punct a/DET/4/det member/NOUN/1/appos"
        " ~,/PUNCT/1/punct agreed/VERB/0/root",
        names=[("Norway", "GPE")],
    )
    found = at(read, "a member")
    assert found is not None and (found.kind, found.country) == ("government", "NOR")


def test_what_he_is_is_he() -> None:
    read = analysis(
        "Ada/PROPN/3/nsubj Cole/PROPN/1/flat left/VERB/0/root ~./PUNCT/3/punct",
        "She/PRON/4/nsubj is/AUX/4/cop a/DET/4/det judge/NOUN/0/root",
        names=[("Ada Cole", "PER")],
    )
    found = at(read, "a judge")
    assert found is not None and found.name == "Ada Cole"


def test_a_rights_group_that_the_report_then_names() -> None:
    read = analysis(
        "Troops/NOUN/2/nsubj left/VERB/0/root a/DET/5/det rights/NOUN/5/compound"
        " group/NOUN/6/nsubj said/VERB/2/parataxis ~./PUNCT/2/punct",
        "Harbour/PROPN/2/compound Watch/PROPN/3/nsubj said/VERB/0/root so/ADV/3/advmod",
        names=[("Harbour Watch", "ORG")],
        said=[("a rights group", "said", ["Troops left"]), ("Harbour Watch", "said#2", [])],
    )
    first, second = at(read, "a rights group"), at(read, "Harbour Watch")
    assert first is not None and second is not None
    assert first.name == second.name == "Harbour Watch"


def test_two_named_groups_leave_the_one_unnamed_alone() -> None:
    read = analysis(
        "Troops/NOUN/2/nsubj left/VERB/0/root a/DET/5/det rights/NOUN/5/compound"
        " group/NOUN/6/nsubj said/VERB/2/parataxis ~./PUNCT/2/punct",
        "Harbour/PROPN/2/compound Watch/PROPN/5/nsubj and/CCONJ/4/cc Amin/PROPN/2/conj"
        " objected/VERB/0/root ~./PUNCT/5/punct",
        "Skerry/PROPN/2/compound Watch/PROPN/3/nsubj said/VERB/0/root so/ADV/3/advmod",
        names=[("Harbour Watch", "ORG"), ("Skerry Watch", "ORG")],
        said=[("a rights group", "said", ["Troops left"]), ("Skerry Watch", "said#2", [])],
    )
    first = at(read, "a rights group")
    assert first is not None and not first.named


def test_a_body_with_a_countrys_name_is_not_the_country() -> None:
    read = analysis(
        "Air/PROPN/2/compound France/PROPN/3/nsubj denied/VERB/0/root that/SCONJ/6/mark "
        "France/PROPN/6/nsubj knew/VERB/3/ccomp",
        names=[("Air", "ORG"), ("France", "GPE"), ("France", "GPE")],
    )
    assert sorted(names(read)) == ["Air France", "France"]


def test_an_outlet_that_was_told_of_a_country_is_not_part_of_it() -> None:
    read = analysis(
        "They/PRON/2/nsubj told/VERB/0/root Reuters/PROPN/2/obj France/PROPN/5/nsubj "
        "knew/VERB/2/ccomp",
        names=[("Reuters", "ORG"), ("France", "GPE")],
    )
    assert sorted(names(read)) == ["France", "Reuters"]


def test_a_language_is_nobody() -> None:
    read = analysis(
        "They/PRON/2/nsubj spoke/VERB/0/root in/ADP/4/case Arabic/PROPN/2/obl ./PUNCT/2/punct",
        names=[("Arabic", "MISC")],
    )
    assert "Arabic" not in names(read)
