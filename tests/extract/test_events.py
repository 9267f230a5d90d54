"""What happened, to whom, and whether: events from hand-made trees, without the model."""

from __future__ import annotations

from onrecord.extract.actors import find_actors
from onrecord.extract.events import find_events
from onrecord.extract.statements import find_statements, gather_statements
from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from onrecord.records import REPORTER, Event, Place, Span
from tests.factories import analysis, report


def events(read: Analysis, places: tuple[Place, ...] = (), published: str = "") -> list[Event]:
    """The events of an analysis, with all that the extractors before find in it."""
    told = {"published": published, "published_basis": "told"} if published else {}
    of = report(read.text, **told)
    times = find_times(of, read)
    gathered = gather_statements(of, read, times)
    actors = find_actors(of, read, spans=gathered.sources())
    statements = find_statements(of, read, times, actors, gathered=gathered)
    return list(find_events(of, read, times, places, actors, statements))


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.text for span in spans]


BOMBED = (
    "Arvenian/ADJ/2/amod jets/NOUN/3/nsubj bombed/VERB/0/root the/DET/5/det market/NOUN/3/obj"
    " in/ADP/7/case Lun/PROPN/3/obl on/ADP/9/case Monday/PROPN/3/obl ~./PUNCT/3/punct"
)


def test_a_verb_gives_type_parties_time_and_place() -> None:
    read = analysis(BOMBED, names=[("Arvenian", "NORP"), ("Lun", "GPE")])
    start = read.text.index("Lun")
    lun = Place("r:p1", Span.of(read.text, start, start + 3), "Lun")
    (found,) = events(read, (lun,), "2031-03-05")
    assert (found.type, found.mode, found.status) == ("ASSAULT", "aerial", "happened")
    assert found.trigger.text == "bombed"
    assert words(found.actor_spans) == ["Arvenian jets"]
    assert words(found.recipient_spans) == ["the market"]
    assert (found.when, found.where, found.where_place) == ("2031-03-03", "Lun", "r:p1")
    assert (found.id, found.on_word_of) == ("r:e1", REPORTER)


def test_without_a_date_no_day_is_made_up() -> None:
    (found,) = events(analysis(BOMBED))
    assert found.when == "XXXX-WXX-1"
    assert found.where is None


def test_a_passive_turns_the_parties_round() -> None:
    (found,) = events(
        analysis(
            "The/DET/2/det village/NOUN/4/nsubj:pass was/AUX/4/aux:pass shelled/VERB/0/root"
            " by/ADP/6/case rebels/NOUN/4/obl:agent ~./PUNCT/4/punct"
        )
    )
    assert found.mode == "heavy-weapons"
    assert words(found.actor_spans) == ["rebels"]
    assert words(found.recipient_spans) == ["The village"]


def test_a_noun_takes_its_parties_from_the_phrases_around_it() -> None:
    (found,) = events(
        analysis(
            "The/DET/3/det chemical/ADJ/3/amod attack/NOUN/10/nsubj by/ADP/6/case"
            " Arvenian/ADJ/6/amod troops/NOUN/3/nmod on/ADP/9/case the/DET/9/det"
            " rebels/NOUN/3/nmod failed/VERB/0/root ~./PUNCT/10/punct"
        )
    )
    assert found.trigger.text == "chemical attack"
    assert found.mode == "unconventional"
    assert found.context == ("cbrn",)
    assert words(found.actor_spans) == ["Arvenian troops"]
    assert words(found.recipient_spans) == ["the rebels"]


KILLED = (
    "The/DET/2/det attack/NOUN/6/nsubj on/ADP/5/case the/DET/5/det market/NOUN/2/nmod"
    " killed/VERB/0/root {}/NUM/8/nummod people/NOUN/6/obj ~./PUNCT/6/punct"
)


def test_an_attack_and_its_killing_are_one_event_with_a_count() -> None:
    (found,) = events(analysis(KILLED.format("twelve")))
    assert found.trigger.text == "attack"
    assert "12" not in found.trigger.text
    (count,) = found.counts
    assert (count.what, count.low, count.high, count.span.text) == ("killed", 12, 12, "twelve")


def test_what_the_reporter_denies_is_no_event() -> None:
    negated = (
        "The/DET/2/det army/NOUN/5/nsubj did/AUX/5/aux not/PART/5/advmod attack/VERB/0/root"
        " the/DET/7/det town/NOUN/5/obj ~./PUNCT/5/punct"
    )
    assert events(analysis(negated)) == []
    (found,) = events(analysis(negated.replace("did/AUX/5/aux not/PART/5/advmod", "did/AUX/5/aux")))
    assert found.status == "happened"


def test_a_plan_is_planned_and_a_condition_hypothetical() -> None:
    planned = analysis(
        "The/DET/2/det army/NOUN/4/nsubj is/AUX/4/aux planning/VERB/0/root an/DET/6/det"
        " attack/NOUN/4/obj on/ADP/9/case the/DET/9/det island/NOUN/6/nmod ~./PUNCT/4/punct"
    )
    (found,) = events(planned)
    assert (found.trigger.text, found.status) == ("attack", "planned")
    assert words(found.actor_spans) == ["The army"]
    condition = analysis(
        "If/SCONJ/4/mark the/DET/3/det army/NOUN/4/nsubj attacks/VERB/8/advcl ~,/PUNCT/4/punct"
        " prices/NOUN/8/nsubj will/AUX/8/aux rise/VERB/0/root ~./PUNCT/8/punct"
    )
    (found,) = events(condition)
    assert (found.trigger.text, found.status) == ("attacks", "hypothetical")


SAID = (
    "The/DET/2/det ministry/NOUN/3/nsubj {}/VERB/0/root that/SCONJ/7/mark the/DET/6/det"
    " rebels/NOUN/7/nsubj attacked/VERB/3/ccomp a/DET/9/det convoy/NOUN/7/obj ~./PUNCT/3/punct"
)


def test_what_somebody_says_is_alleged_on_their_word() -> None:
    read = analysis(
        SAID.format("said"),
        said=[("The ministry", "said", ["that the rebels attacked a convoy"])],
    )
    (found,) = events(read)
    assert (found.type, found.status, found.on_word_of) == ("ASSAULT", "alleged", "r:s1")


def test_what_somebody_denies_is_denied_and_the_denial_happened() -> None:
    read = analysis(
        SAID.format("denied"),
        said=[("The ministry", "denied", ["that the rebels attacked a convoy"])],
    )
    denial, attack = events(read)
    assert (denial.type, denial.status, denial.on_word_of) == ("REJECT", "happened", REPORTER)
    assert words(denial.actor_spans) == ["The ministry"]
    assert (attack.status, attack.on_word_of) == ("denied", "r:s1")


def test_figures_of_speech_are_no_events() -> None:
    for written in (
        "The/DET/2/det team/NOUN/3/nsubj hit/VERB/0/root its/PRON/5/nmod:poss target/NOUN/3/obj",
        "He/PRON/2/nsubj suffered/VERB/0/root a/DET/5/det heart/NOUN/5/compound attack/NOUN/2/obj",
        "Both/DET/2/det parties/NOUN/3/nsubj struck/VERB/0/root a/DET/5/det chord/NOUN/3/obj",
    ):
        assert events(analysis(written)) == [], written


def test_a_text_without_sentences_has_no_events() -> None:
    assert events(Analysis("attack")) == []


def test_a_time_of_another_clause_is_not_the_events() -> None:
    read = analysis(
        "The/DET/2/det war/NOUN/8/nsubj which/PRON/4/nsubj began/VERB/2/acl:relcl in/ADP/6/case"
        " 2011/NUM/4/obl has/AUX/8/aux killed/VERB/0/root thousands/NOUN/8/obj ~./PUNCT/8/punct",
        "Shells/NOUN/3/nsubj have/AUX/3/aux killed/VERB/0/root dozens/NOUN/3/obj"
        " since/ADP/7/case the/DET/7/det start/NOUN/3/obl of/ADP/9/case 2011/NUM/7/nmod"
        " ~./PUNCT/3/punct",
    )
    found = [event for event in events(read, published="2031-03-05") if event.type == "ASSAULT"]
    assert [event.when for event in found if event.trigger.text == "killed"] == [None, None]


def test_who_is_reported_killed_did_not_kill() -> None:
    (found,) = events(
        analysis(
            "Ten/NUM/2/nummod nurses/NOUN/4/nsubj:pass were/AUX/4/aux:pass reported/VERB/0/root"
            " killed/VERB/4/xcomp ~./PUNCT/4/punct"
        )
    )
    assert (words(found.actor_spans), words(found.recipient_spans)) == ([], ["Ten nurses"])


def test_words_of_violence_in_a_vote_or_of_a_plan_are_no_assault() -> None:
    vote = analysis(
        "Cole/PROPN/2/nsubj beat/VERB/0/root Adams/PROPN/2/obj in/ADP/6/case the/DET/6/det"
        " election/NOUN/2/obl ~./PUNCT/2/punct",
        names=[("Cole", "PER"), ("Adams", "PER")],
    )
    plan = analysis(
        "Cole/PROPN/2/nsubj attacked/VERB/0/root the/DET/4/det proposal/NOUN/2/obj"
        " ~./PUNCT/2/punct",
        names=[("Cole", "PER")],
    )
    assert events(vote) == []
    assert [(event.type, event.mode) for event in events(plan)] == [("ACCUSE", "disapprove")]


def test_a_disaster_assaults_nobody() -> None:
    quake = "A/DET/2/det quake/NOUN/3/nsubj struck/VERB/0/root Lun/PROPN/3/obj ~./PUNCT/3/punct"
    harm = (
        "Six/NUM/2/nummod villages/NOUN/4/nsubj:pass were/AUX/4/aux:pass destroyed/VERB/0/root"
        " ~./PUNCT/4/punct"
    )
    assert events(analysis(quake, harm)) == []
    assert [one.type for one in events(analysis(harm))] == ["ASSAULT"]


def test_who_does_it_stands_behind_at_the_hands_of() -> None:
    (found,) = events(
        analysis(
            "Besk/PROPN/2/nsubj suffered/VERB/0/root attacks/NOUN/2/obj at/ADP/6/case the/DET/6/det"
            " hands/NOUN/3/nmod of/ADP/8/case rebels/NOUN/6/nmod ~./PUNCT/2/punct"
        )
    )
    assert words(found.actor_spans) == ["rebels"]


def test_what_is_hit_is_where_it_was_and_not_what_lies_beside_it() -> None:
    read = analysis(
        "Rebels/NOUN/2/nsubj shelled/VERB/0/root the/DET/5/det Lun/PROPN/5/compound camp/NOUN/2/obj"
        " near/ADP/7/case Ard/PROPN/5/nmod ~./PUNCT/2/punct",
        names=[("Lun", "GPE"), ("Ard", "GPE")],
    )
    placed = tuple(
        Place(f"r:p{n}", Span.of(read.text, at, at + 3), name, lat=1.0, lon=1.0, feature="P")
        for n, name in enumerate(("Lun", "Ard"), 1)
        if (at := read.text.index(name)) >= 0
    )
    (found,) = events(read, placed)
    assert found.where == "Lun"
