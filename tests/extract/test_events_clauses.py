"""Words of several parts and clauses out of order: events from hand-made trees."""

from __future__ import annotations

from tests.extract.test_events import events, words
from tests.factories import analysis


def test_an_exchange_of_fire_is_one_event() -> None:
    (found,) = events(
        analysis(
            "An/DET/2/det exchange/NOUN/5/nsubj of/ADP/4/case fire/NOUN/2/nmod began/VERB/0/root"
            " in/ADP/7/case Lun/PROPN/5/obl ~./PUNCT/5/punct"
        )
    )
    assert (found.trigger.text, found.type) == ("exchange of fire", "ASSAULT")


def test_who_comes_under_fire_suffers_it() -> None:
    (found,) = events(
        analysis(
            "The/DET/2/det soldiers/NOUN/3/nsubj came/VERB/0/root under/ADP/5/case"
            " fire/NOUN/3/obl from/ADP/7/case rebels/NOUN/3/obl ~./PUNCT/3/punct"
        )
    )
    assert (found.trigger.text, found.type) == ("came under fire", "ASSAULT")
    assert words(found.actor_spans) == ["rebels"]
    assert words(found.recipient_spans) == ["The soldiers"]


def test_a_verb_with_a_hyphen_is_known_by_both_parts() -> None:
    (found,) = events(
        analysis(
            "Guards/NOUN/4/nsubj ill/ADJ/4/compound ~-/PUNCT/2/punct ~treated/VERB/0/root"
            " the/DET/6/det prisoners/NOUN/4/obj ~./PUNCT/4/punct"
        )
    )
    assert (found.trigger.text, found.mode) == ("ill-treated", "torture")


def test_harm_goes_to_the_attack_behind_the_ruin() -> None:
    (found,) = events(
        analysis(
            "A/DET/3/det rocket/NOUN/3/compound attack/NOUN/4/nsubj flattened/VERB/0/root"
            " the/DET/6/det school/NOUN/4/obj ~,/PUNCT/8/punct killing/VERB/4/advcl"
            " 9/NUM/10/nummod people/NOUN/8/obj ~./PUNCT/4/punct"
        )
    )
    assert found.trigger.text == "rocket attack"
    assert [(c.what, c.low) for c in found.counts] == [("killed", 9)]


def test_two_verbs_side_by_side_have_one_object() -> None:
    found = events(
        analysis(
            "Police/NOUN/2/nsubj beat/VERB/0/root and/CCONJ/4/cc arrested/VERB/2/conj"
            " the/DET/6/det students/NOUN/4/obj ~./PUNCT/2/punct",
        )
    )
    assert [words(e.recipient_spans) for e in found] == [["the students"], ["the students"]]


def test_a_contact_clause_has_its_noun_for_object() -> None:
    found = events(
        analysis(
            "Gunmen/NOUN/2/nsubj freed/VERB/0/root the/DET/4/det doctors/NOUN/2/obj"
            " they/PRON/7/nsubj had/AUX/7/aux kidnapped/VERB/4/acl:relcl ~./PUNCT/2/punct"
        )
    )
    assert words(found[1].recipient_spans) == ["the doctors"]


def test_what_is_to_be_done_is_planned() -> None:
    (found,) = events(
        analysis(
            "The/DET/2/det army/NOUN/5/nsubj is/AUX/5/aux to/PART/5/mark shell/VERB/0/root"
            " the/DET/7/det town/NOUN/5/obj ~./PUNCT/5/punct"
        )
    )
    assert found.status == "planned"


def test_a_time_before_when_is_of_the_clause_behind_it() -> None:
    found = events(
        analysis(
            "The/DET/2/det rallies/NOUN/3/nsubj began/VERB/0/root on/ADP/5/case"
            " Monday/PROPN/3/obl ~,/PUNCT/10/punct when/ADV/10/advmod police/NOUN/10/nsubj"
            " had/AUX/10/aux shot/VERB/3/advcl a/DET/12/det student/NOUN/10/obj ~./PUNCT/3/punct"
        ),
        published="2031-03-05",
    )
    shot = next(e for e in found if e.trigger.text == "shot")
    assert shot.when == "2031-03-03"


def test_a_question_asks_for_nothing() -> None:
    found = events(
        analysis(
            "Reporters/NOUN/2/nsubj asked/VERB/0/root the/DET/4/det minister/NOUN/2/obj"
            " what/PRON/7/obj he/PRON/7/nsubj knew/VERB/2/ccomp ~./PUNCT/2/punct"
        )
    )
    assert found == []
