"""Launches, tests, drills and strikes: which of them are of arms, and what is taken for granted."""

from __future__ import annotations

from tests.extract.test_events import events
from tests.factories import analysis

WARNED = (
    "Arven/PROPN/2/nsubj warned/VERB/0/root Lunia/PROPN/{head}/{relation} that/SCONJ/7/mark"
    " it/PRON/7/nsubj would/AUX/7/aux strike/VERB/2/ccomp training/NOUN/9/compound"
    " camps/NOUN/7/obj if/SCONJ/12/mark fighters/NOUN/12/nsubj came/VERB/7/advcl ~./PUNCT/2/punct"
)
TESTED = (
    "Arven/PROPN/4/nsubj test/VERB/4/compound ~-/PUNCT/2/punct ~fired/VERB/0/root a/DET/6/det"
    " missile/NOUN/4/obj ~./PUNCT/4/punct"
)


def test_harm_by_the_speakers_own_side_is_threatened_however_the_tree_hangs() -> None:
    for head, relation in ((2, "iobj"), (7, "nsubj")):
        read = analysis(
            WARNED.format(head=head, relation=relation),
            names=[("Arven", "GPE"), ("Lunia", "GPE")],
            said=[("Arven", "warned", ["that it would strike training camps if fighters came"])],
        )
        found = {event.trigger.text: event for event in events(read)}
        assert found["strike"].status == "threatened"
        assert found["strike"].actor == found["warned"].actor


def test_what_somebody_is_accused_of_having_planned_has_been() -> None:
    read = "Police/NOUN/2/nsubj accused/VERB/0/root the/DET/4/det rebels/NOUN/2/obj of/SCONJ/7/mark"
    known = (
        " having/AUX/7/aux planned/VERB/2/advcl the/DET/9/det attack/NOUN/7/obj ~./PUNCT/2/punct"
    )
    other = known.replace("the/DET", "an/DET")
    status = {}
    for rest, words in ((known, "the attack"), (other, "an attack")):
        said = [("Police", "accused", [f"the rebels of having planned {words}"])]
        status[words] = events(analysis(read + rest, said=said))[-1].status
    assert status == {"the attack": "alleged", "an attack": "planned"}


def test_what_is_to_be_investigated_has_been() -> None:
    read = analysis(
        "The/DET/2/det ombudsman/NOUN/3/nsubj demanded/VERB/0/root that/SCONJ/6/mark"
        " police/NOUN/6/nsubj investigate/VERB/3/ccomp the/DET/8/det killings/NOUN/6/obj"
        " ~./PUNCT/3/punct",
        said=[("The ombudsman", "demanded", ["that police investigate the killings"])],
    )
    found = {event.trigger.text: event.status for event in events(read)}
    assert found["killings"] == "happened"
    assert found["investigate"] == "hypothetical"


def test_a_strike_that_is_called_for_against_nobody_is_a_protest() -> None:
    start = "Rebels/NOUN/2/nsubj called/VERB/0/root for/ADP/5/case a/DET/5/det"
    for rest, words, type_ in (
        (" strike/NOUN/2/obl", "a strike", "PROTEST"),
        (" strike/NOUN/2/obl on/ADP/7/case Lun/PROPN/5/nmod", "a strike on Lun", "ASSAULT"),
        (" general/ADJ/6/amod strike/NOUN/2/obl", "a general strike", "PROTEST"),
    ):
        read = analysis(f"{start}{rest} ~./PUNCT/2/punct", said=[("Rebels", "called for", [words])])
        assert events(read)[-1].type == type_


def test_a_bare_launch_or_drill_is_one_of_arms_where_the_report_tells_of_these() -> None:
    launch = (
        "The/DET/2/det launch/NOUN/5/nsubj was/AUX/5/cop the/DET/5/det third/ADJ/0/root"
        " ~./PUNCT/5/punct"
    )
    assert events(analysis(launch)) == []
    found = events(analysis(TESTED, launch, names=[("Arven", "GPE")]))
    assert [(e.trigger.text, e.type) for e in found] == [
        ("test-fired", "MOBILIZE"),
        ("launch", "MOBILIZE"),
    ]
    drill = launch.replace("launch", "drill")
    joint = "Joint/ADJ/2/amod drills/NOUN/3/nsubj began/VERB/0/root ~./PUNCT/3/punct"
    assert events(analysis(drill)) == []
    assert [e.trigger.text.lower() for e in events(analysis(joint, drill))] == [
        "joint drills",
        "drill",
    ]


def test_the_launch_of_a_campaign_is_none_of_arms() -> None:
    read = (
        "The/DET/2/det launch/NOUN/6/nsubj of/ADP/5/case the/DET/5/det campaign/NOUN/2/nmod"
        " came/VERB/0/root ~./PUNCT/6/punct"
    )
    found = events(analysis(TESTED, read, names=[("Arven", "GPE")]))
    assert [e.trigger.text for e in found] == ["test-fired"]
