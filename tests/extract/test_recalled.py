"""What is recalled, wanted, charged or to come; whose words are told, and whose name it is."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "accused"),
    [
        ("He is accused of taking bribes.", "accused", "unnamed person"),
        ("Ada Cole, head of the fund, has been accused of fraud.", "accused", "Ada Cole"),
        ("Ben Lund was charged on Tuesday with two counts of murder.", "charged", "Ben Lund"),
        ("Two officers were charged with spying, prosecutors said.", "charged", "unnamed officers"),
    ],
)
def test_who_is_accused_or_charged_accuses_nobody(text: str, trigger: str, accused: str) -> None:
    _, by, on = told(text, trigger)
    assert (by, on) == ([], [accused])
    named = [s.source.span.text for s in record(text).statements if s.source is not None]
    assert named in ([], ["prosecutors"])


@pytest.mark.parametrize(
    ("text", "trigger", "when", "where"),
    [
        (
            "A man was held in connection with the bombing of a bank in Lagos last year.",
            "held",
            None,
            None,
        ),
        (
            "The court will investigate the massacre in Burundi four years ago.",
            "investigate",
            None,
            None,
        ),
        ("Nine people were killed in the bombing of a bank in Lagos in March.", "bombing",
         "2030-03", "Lagos"),
    ],
)  # fmt: skip
def test_what_is_answered_keeps_its_own_day_and_place(
    text: str, trigger: str, when: str | None, where: str | None
) -> None:
    one = event(text, trigger)
    assert (one.when, one.where) == (when, where)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The court issued a warrant for the general's arrest.", "arrest", "hypothetical"),
        ("The court issued a warrant on Monday for the arrest of the general.", "arrest",
         "hypothetical"),
        ("A reward has been offered for his capture.", "capture", "hypothetical"),
        ("The lawyers are working for the release of the pastor.", "release", "hypothetical"),
        ("The three states favor imposing new sanctions on Belarus.", "imposing new sanctions",
         "hypothetical"),
        ("Those responsible for Ben Lund's murder must be found, the minister said.", "murder",
         "happened"),
        ("The general faces charges of murder, torture and genocide.", "genocide", "alleged"),
        ("The panel is to find out who shelled the port in 1994.", "shelled", "happened"),
        ("The envoy spoke before next week's talks in Oslo.", "talks", "planned"),
        ("The two ministers meet on Friday in Oslo.", "meet", "planned"),
        ("The meeting agreed to put off the vote.", "meeting", "happened"),
        ("The police had no information on a threat to the boy.", "threat", "hypothetical"),
    ],
)  # fmt: skip
def test_whether_it_has_been(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_who_is_not_stopped_from_it_has_done_it() -> None:
    one, by, _ = told("The army failed to stop the rebels from shelling the port.", "shelling")
    assert (one.status, by) == ("happened", ["rebels"])
    assert not [
        e
        for e in record("The army kept the rebels from shelling the port.").events
        if e.trigger.text == "shelling"
    ]


def test_the_slain_slay_nobody() -> None:
    _, by, on = told("Police linked him to the Oct. 23 slaying of Mr. Hale.", "slaying")
    assert (by, on) == ([], ["Hale"])
    _, by, on = told("Mr. Zoll said President Baron ordered his arrest on false charges.", "arrest")
    assert (by, on) == (["Baron"], ["Zoll"])


@pytest.mark.parametrize(
    "text",
    [
        "The inspectors will relocate to Geneva in May.",
        "The tax cuts will target workers who earn the least.",
        "Their battle to keep the child has lasted for years.",
        "The custody battle went on for months.",
    ],
)
def test_everyday_words_of_force_are_no_force(text: str) -> None:
    assert not record(text).events


@pytest.mark.parametrize(
    "text",
    [
        "The parliament has approved a bill on imports.",
        "The station showed the film on Friday.",
        "The company failed to properly warn users about the risks.",
        "The ministry has denied visits by foreign experts.",
        "A lawyer has been awarded a prize in Geneva.",
    ],
)
def test_deeds_and_things_shown_say_nothing(text: str) -> None:
    assert not record(text).statements


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister was told on Monday by an aide that he had lost the vote.", "an aide",
         "that he had lost the vote"),
        ("The officers were arrested, and told the court they had lost their way.", "The officers",
         "they had lost their way"),
        ("The paper published a message from Mr. Ortega, saying he will fight on.", "Mr. Ortega",
         "he will fight on"),
    ],
)  # fmt: skip
def test_whose_words_are_told(text: str, source: str, content: str) -> None:
    one = record(text).statements[-1]
    assert one.source is not None
    assert (one.source.span.text, said(one)) == (source, [content])


def test_a_groups_name_is_not_its_leaders() -> None:
    read = record("A leader of the rebel group Ansar said on Monday that it would fight.")
    (one,) = read.statements
    assert one.source is not None
    speaker = next(a for a in read.actors if a.id == one.source.actor)
    assert speaker.kind == "person"
    assert "Ansar" not in {m.text for m in speaker.mentions}


def test_parts_of_a_toll_in_one_breath_are_added() -> None:
    one = event("The blast killed two officers and a driver, and wounded six.", "blast")
    assert [(c.what, c.low) for c in one.counts] == [("killed", 3), ("injured", 6)]
    one = event("The conflict has killed 1,80,000 people.", "killed")
    assert [(c.what, c.low, c.high) for c in one.counts] == [("killed", 180000, 180000)]


def test_an_off_duty_officer_is_whole() -> None:
    _, by, on = told("Gunmen killed an off-duty officer and a civilian in Lagos.", "killed")
    assert (by, len(on)) == (["gunmen"], 2)


def test_a_claim_that_is_played_down_or_called_false() -> None:
    one = record("An aide played down reports that it was about to set up a base.").statements[0]
    assert one.source is not None
    assert one.source.span.text == "An aide"
    text = "The rebels said troops shelled a camp, an accusation that the ministry called false."
    last = record(text).statements[-1]
    assert (last.act, said(last)) == ("deny", ["an accusation", "false"])


def test_police_are_not_of_another_country_than_the_report_was_filed_in() -> None:
    text = (
        "CAPE TOWN, South Africa -- A man was arrested over the bombings of U.S. embassies, police "
        "said. The U.S. embassy in Pretoria was silent. U.S. officials and the United States had "
        "asked for him."
    )
    read = record(text)
    told_ = next(s for s in read.statements if s.source and s.source.span.text == "police")
    assert told_.source is not None
    police = next(a for a in read.actors if a.id == told_.source.actor)
    assert police.country in (None, "ZAF")
