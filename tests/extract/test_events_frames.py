"""Everyday verbs that name events by their parties, and what else tells or withholds an event."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.actors import find_actors
from onrecord.extract.events import find_events
from onrecord.extract.statements import find_statements, gather_statements
from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis, Trigger
from onrecord.records import REPORTER, Event, Place, Span
from tests.factories import analysis, place, report


def events(read: Analysis, *tagged: str, places: tuple[Place, ...] = ()) -> list[Event]:
    """The events of an analysis in which the network has tagged some words as events."""
    spans = [place(read.text, word) for word in tagged]
    marks = tuple(Trigger(a, b, "OCCURRENCE", "positive", "certain", "PAST", 1.0) for a, b in spans)
    read = replace(read, triggers=marks)
    of = report(read.text)
    times = find_times(of, read)
    gathered = gather_statements(of, read, times)
    actors = find_actors(of, read, spans=gathered.sources())
    statements = find_statements(of, read, times, actors, gathered=gathered)
    return list(find_events(of, read, times, places, actors, statements))


def told(found: list[Event]) -> list[tuple[str, str, str]]:
    return [(event.trigger.text, event.type, event.status) for event in found]


TAKEN = "{who}/NOUN/2/nsubj took/VERB/0/root the/DET/4/det {what}/NOUN/2/obj ~./PUNCT/2/punct"


def test_soldiers_who_take_a_town_seize_it_and_guests_who_take_a_bus_do_not() -> None:
    seized = analysis(TAKEN.format(who="Soldiers", what="town"))
    assert told(events(seized, "took")) == [("took", "COERCE", "happened")]
    assert told(events(analysis(TAKEN.format(who="Guests", what="town")), "took")) == []
    assert told(events(analysis(TAKEN.format(who="Soldiers", what="bus")), "took")) == []


def test_a_frame_asks_the_network_whether_there_is_an_event() -> None:
    assert events(analysis(TAKEN.format(who="Soldiers", what="town"))) == []


def test_what_a_frame_reaches_by_a_preposition() -> None:
    read = analysis(
        "Rebel/NOUN/2/compound fighters/NOUN/3/nsubj poured/VERB/0/root into/ADP/6/case"
        " the/DET/6/det village/NOUN/3/obl ~./PUNCT/3/punct"
    )
    (found,) = events(read, "poured")
    assert (found.type, [s.text for s in found.recipient_spans]) == ("ASSAULT", ["the village"])


def test_a_bomb_goes_off_and_a_film_does_not() -> None:
    text = "A/DET/2/det {what}/NOUN/3/nsubj exploded/VERB/0/root ~./PUNCT/3/punct"
    assert told(events(analysis(text.format(what="bomb")), "exploded")) == [
        ("exploded", "ASSAULT", "happened")
    ]
    assert events(analysis(text.format(what="quarrel")), "exploded") == []


def test_what_nobody_did_did_not_happen() -> None:
    by = (
        "He/PRON/3/nsubj:pass was/AUX/3/aux:pass arrested/VERB/0/root by/ADP/5/case"
        " {who}/PRON/3/obl:agent ~./PUNCT/3/punct"
    )
    assert events(analysis(by.format(who="nobody")), "arrested") == []
    assert told(events(analysis(by.format(who="them")), "arrested"))


def test_a_thing_that_is_ignored_is_nobody() -> None:
    read = analysis(
        "The/DET/2/det minister/NOUN/3/nsubj ignored/VERB/0/root four/NUM/5/nummod"
        " warnings/NOUN/3/obj ~./PUNCT/3/punct"
    )
    (found,) = events(read, "ignored")
    assert (found.type, found.recipient_spans) == ("REJECT", ())


def test_who_leaves_a_person_retreats_from_nothing() -> None:
    read = analysis(
        "The/DET/2/det soldiers/NOUN/3/nsubj left/VERB/0/root the/DET/5/det"
        " villagers/NOUN/3/obj there/ADV/3/advmod ~./PUNCT/3/punct"
    )
    assert events(read, "left") == []


def test_the_number_of_injured_are_people() -> None:
    read = analysis(
        "The/DET/2/det county/NOUN/3/nsubj counted/VERB/0/root the/DET/5/det number/NOUN/3/obj"
        " of/ADP/7/case injured/VERB/5/nmod ~./PUNCT/3/punct"
    )
    assert events(read, "injured") == []


def test_who_acts_in_an_object_relative_stands_before_its_verb() -> None:
    read = analysis(
        "The/DET/2/det firm/NOUN/9/nsubj which/PRON/6/obj the/DET/5/det villagers/NOUN/6/nsubj"
        " attacked/VERB/2/acl:relcl yesterday/NOUN/6/obl:tmod has/AUX/9/aux closed/VERB/0/root"
        " ~./PUNCT/9/punct"
    )
    found = events(read, "attacked")[0]
    assert [s.text for s in found.actor_spans] == ["the villagers"]
    assert [s.text for s in found.recipient_spans] == ["The firm"]


def test_an_aim_is_of_who_has_it() -> None:
    read = analysis(
        "The/DET/2/det army/NOUN/3/nsubj sought/VERB/0/root a/DET/5/det pretext/NOUN/3/obj"
        " to/PART/7/mark attack/VERB/5/acl the/DET/9/det village/NOUN/7/obj ~./PUNCT/3/punct"
    )
    (found,) = (e for e in events(read, "attack") if e.type == "ASSAULT")
    assert [s.text for s in found.actor_spans] == ["The army"]
    assert found.status == "hypothetical"


def test_an_attack_that_could_do_something_has_not_been() -> None:
    text = (
        "{a}/DET/2/det attack/NOUN/7/nsubj on/ADP/5/case the/DET/5/det port/NOUN/2/nmod"
        " could/AUX/7/aux delay/VERB/0/root the/DET/9/det vote/NOUN/7/obj ~./PUNCT/7/punct"
    )
    assert told(events(analysis(text.format(a="An")))) == [("attack", "ASSAULT", "hypothetical")]
    assert told(events(analysis(text.format(a="The")))) == [("attack", "ASSAULT", "happened")]


def test_what_was_done_only_to_be_undone_was_undone() -> None:
    read = analysis(
        "Soldiers/NOUN/2/nsubj arrested/VERB/0/root the/DET/4/det mayor/NOUN/2/obj ~,/PUNCT/8/punct"
        " only/ADV/8/advmod to/PART/8/mark release/VERB/2/advcl him/PRON/8/obj ~./PUNCT/2/punct"
    )
    assert told(events(read, "arrested", "release")) == [
        ("arrested", "COERCE", "happened"),
        ("release", "RETREAT", "happened"),
    ]


def test_police_in_a_town_act_there() -> None:
    read = analysis(
        "Police/NOUN/4/nsubj in/ADP/3/case Lun/PROPN/1/nmod arrested/VERB/0/root the/DET/6/det"
        " editor/NOUN/4/obj ~./PUNCT/4/punct",
        names=[("Lun", "GPE")],
    )
    lun = Place("r:p1", Span.of(read.text, 10, 13), "Lun")
    (found,) = events(read, "arrested", places=(lun,))
    assert found.where == "Lun"


def test_what_a_condemnation_takes_for_granted_happened() -> None:
    read = analysis(
        "Besk/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det kidnapping/NOUN/2/obj of/ADP/7/case"
        " two/NUM/7/nummod teachers/NOUN/4/nmod ~./PUNCT/2/punct",
        names=[("Besk", "GPE")],
        said=[("Besk", "condemned", ["the kidnapping of two teachers"])],
    )
    (found,) = (e for e in events(read, "condemned") if e.type == "ASSAULT")
    assert (found.status, found.on_word_of) == ("happened", REPORTER)


def test_a_refusal_to_do_a_thing_is_one_and_a_word_withheld_is_none() -> None:
    text = (
        "The/DET/2/det ministry/NOUN/3/nsubj declined/VERB/0/root to/PART/5/mark"
        " {do}/VERB/3/xcomp the/DET/7/det licences/NOUN/5/obj ~./PUNCT/3/punct"
    )

    def found(do: str) -> list[str]:
        said = [("The ministry", "declined", [f"to {do} the licences"])]
        read = analysis(text.format(do=do), said=said)
        return [event.type for event in events(read, "declined")]

    assert found("produce") == ["REJECT"]
    assert found("discuss") == []


def test_a_noun_that_names_the_act_is_its_word_in_the_passive() -> None:
    read = analysis(
        "A/DET/2/det curfew/NOUN/4/nsubj:pass was/AUX/4/aux:pass imposed/VERB/0/root"
        " yesterday/NOUN/4/obl:tmod ~./PUNCT/4/punct"
    )
    assert told(events(read, "imposed")) == [("curfew", "COERCE", "happened")]


def test_who_is_given_days_to_leave_is_put_out() -> None:
    start = (
        "Two/NUM/2/nummod diplomats/NOUN/4/nsubj:pass were/AUX/4/aux:pass given/VERB/0/root"
        " 72/NUM/6/nummod hours/NOUN/4/obj to/PART/8/mark {verb}/VERB/4/advcl ~./PUNCT/4/punct"
    )
    read = analysis(start.format(verb="leave"))
    assert ("given", "COERCE", "happened") in told(events(read, "given"))
    assert events(analysis(start.format(verb="rest")), "given") == []
