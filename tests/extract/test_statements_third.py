"""What is taken up and denied, where a statement ends, and what is none."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import last, record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def by(text: str, cue: str) -> Statement:
    """The one statement whose cue has the word."""
    (one,) = [s for s in record(text).statements if s.cue and cue in s.cue.text.split()]
    return one


def who(text: str, one: Statement) -> str | None:
    names = {actor.id: actor.name for actor in record(text).actors}
    return names.get(one.source.actor or "") if one.source else None


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Neighbours accuse the army of beating prisoners, a charge it denies.",
         "denies", "army", "a charge"),
        ("Farmers say the miners poisoned the well, allegations the miners deny.",
         "deny", "miners", "allegations"),
        ("The bishop accused the guards of beating monks, charges denied by the guards.",
         "denied", "guards", "charges"),
        ("Villagers accuse the guards of burning huts, a charge they deny.",
         "deny", "guards", "a charge"),
        ("Rowers fear the mayor sold the quay, a claim that his office rejects.",
         "rejects", "office", "a claim"),
        ("Rowers say the mayor sold the quay, something his office denies.",
         "denies", "office", "something"),
    ],
)  # fmt: skip
def test_a_denial_in_apposition_answers_what_was_said_before_it(
    text: str, cue: str, source: str, content: str
) -> None:
    one = by(text, cue)
    assert (one.act, who(text, one), said(one)) == ("deny", source, [content])
    links = [x for x in within(record(text)) if x.kind == "denies"]
    assert [(x.from_, x.to) for x in links] == [(one.id, "r:s1")]
    assert not any(content in span for span in said(record(text).statements[0]))


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said that he had a list the mayor rejected.",
        "The court heard the pleas, a list the judge had not read.",
    ],
)
def test_what_is_no_apposition_denies_nothing_that_was_said(text: str) -> None:
    assert not [x for x in within(record(text)) if x.kind == "denies"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Besk suggested the talks as envoys met in Lun.", ["the talks"]),
        ("The envoy stressed the importance of sending wheat during a meeting with the abbot.",
         ["the importance of sending wheat"]),
        ("The wells were dry, he said. For Harbour Radio, I'm Ada Cole in Lun.",
         ["The wells were dry"]),
        ("The porter said one of the two men -- he did not say which -- had been freed.",
         ["one of the two men", "had been freed"]),
    ],
)  # fmt: skip
def test_a_content_ends_where_the_reporter_goes_on(text: str, content: list[str]) -> None:
    assert said(record(text).statements[0]) == content


def test_an_aside_between_dashes_ends_at_the_second() -> None:
    one = last("The ship - the ministry says it was Norlandic - had left the port on Monday.")
    assert said(one) == ["it was Norlandic"]


def test_who_is_told_again_by_the_noun_speaks_again() -> None:
    first, second = record(
        "Sources told the radio that the abbot fainted, but the sources ruled out a stroke."
    ).statements
    assert said(first) == ["that the abbot fainted"]
    assert (first.act, second.act, second.polarity) == ("assert", "deny", "negative")
    assert said(second) == ["a stroke"]


@pytest.mark.parametrize(
    ("text", "act", "to", "content"),
    [
        ("Officials warned the network about the threat of a raid.", "warn", None,
         "the threat of a raid"),
        ("The general warned the mayor of Lun against talking to the rebels.", "warn",
         "mayor of Lun", "against talking to the rebels"),
        ("The United States is warning Iran of air strikes if it does not withdraw.", "threaten",
         "Iran", "air strikes if it does not withdraw"),
        ("Iran warned the United States of floods.", "warn", "United States", "floods"),
        ("The mayor warned of floods.", "warn", None, "floods"),
    ],
)  # fmt: skip
def test_who_is_warned_is_told_so(text: str, act: str, to: str | None, content: str) -> None:
    one = last(text)
    names = {actor.id: actor.name for actor in record(text).actors}
    assert (one.act, names.get(one.addressee or ""), said(one)) == (act, to, [content])


@pytest.mark.parametrize(
    ("text", "when", "content"),
    [
        ("A spokesman declined to comment Saturday.", "2030-05-04", []),
        ("A spokesman declined to comment Saturday on the raid.", "2030-05-04", ["on the raid"]),
        ("Two miners died, according to a statement today by the mine.", "2030-05-06",
         ["Two miners died"]),
        ("The February 5, 2029 cable says the road is open.", "2029-02-05", ["the road is open"]),
        ("A clerk who was there on Friday says the road is open.", None, ["the road is open"]),
    ],
)  # fmt: skip
def test_a_day_beside_the_saying_is_its_day(
    text: str, when: str | None, content: list[str]
) -> None:
    one = last(text)
    assert (one.said, said(one)) == (when, content)


@pytest.mark.parametrize(
    "text",
    [
        "The court issued arrest warrants for three millers.",
        "The king accepted the resignation of his steward.",
        "The Coast Guard repatriated 15 fishermen to Velania.",
        "The miller was indicted by a court on Monday.",
        "The abbot will be freed if he admits the theft.",
        "The leaflets threaten the group.",
        "The airing of the tape appeared aimed at warning the students about the cost of protest.",
        "Omar Said was arrested on Monday in Lun.",
    ],
)
def test_what_tells_of_no_words_is_no_statement(text: str) -> None:
    assert record(text).statements == ()


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The court issued a warning that the mill was shut.", ["The court"]),
        ("The king accepted that his steward had lied.", ["The king"]),
        ("The abbot was freed after he admitted the theft.", ["he"]),
        ("The rebels threatened to burn the mill.", ["The rebels"]),
        ("Mayor Said Bridge Was Safe", ["Mayor"]),
    ],
)
def test_what_tells_of_words_still_is_one(text: str, sources: list[str]) -> None:
    assert [s.source.span.text for s in record(text).statements if s.source] == sources


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Police said they were not certain whether the man had fled.", "disclaim"),
        ("The divers are unsure who sank it.", "disclaim"),
        ("The abbot refused to make any statement on the theft.", "decline"),
        ("Officials are unwilling to make any assertion about the theft.", "decline"),
        ("The guild rejected a suggestion to hold talks on the price.", "reject"),
        ("The guild rejected suggestions that it had sold the mill.", "deny"),
        ("Doctors ruled out a possible heart attack.", "deny"),
        ("The premier ruled out talks with the rebels.", "reject"),
        ("The premier ruled out selling the mill.", "reject"),
        ("Velania suggested talks with the guild.", "demand"),
        ("The report suggested a link between the two.", "assert"),
        ("The paper described the case as a plan to kidnap a miller.", "assert"),
        ("The premier described the raid as a massacre.", "condemn"),
        ("The rebels promised to stop killing farmers.", "pledge"),
        ("The rebels promised to kill the farmers.", "threaten"),
        ("The president says his army will arrest the terrorists who blew up the train.", "pledge"),
    ],
)
def test_what_a_statement_does(text: str, act: str) -> None:
    assert record(text).statements[0].act == act


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Prosecutors identified the three as members of a smuggling gang.",
         "Prosecutors", ["the three as members of a smuggling gang"]),
        ("Officials have linked the gang to three fires.", "Officials",
         ["the gang to three fires"]),
        ("Millers are accused of poisoning hundreds of sheep.", None,
         ["Millers", "of poisoning hundreds of sheep"]),
        ("Reports citing the clerk say the bridge is shut.", "Reports citing the clerk",
         ["the bridge is shut"]),
        ("A voiceover to the footage called the marchers criminals.", "A voiceover to the footage",
         ["the marchers criminals"]),
        ("The find is another indication officials suspect the man fled by sea.", "officials",
         ["the man fled by sea"]),
    ],
)  # fmt: skip
def test_who_says_what_where_no_verb_of_saying_tells_it(
    text: str, source: str | None, content: list[str]
) -> None:
    (one,) = record(text).statements
    assert (one.source.span.text if one.source else None, said(one)) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "The road links Lun to Besk.",
        "Police identified the body.",
        "Two men accused of plotting a raid were freed.",
    ],
)
def test_what_links_or_knows_another_says_nothing(text: str) -> None:
    assert record(text).statements == ()


def test_the_deed_of_an_accusation_of_nobody_stands_on_its_word() -> None:
    found = record("The rebels are accused of killing farmers in Lun.")
    (one,) = found.statements
    killing = next(e for e in found.events if e.trigger.text == "killing")
    assert (one.source, one.act, killing.on_word_of) == (None, "accuse", one.id)
    rebels = next(actor for actor in found.actors if actor.name == "rebels")
    assert killing.actor == (rebels.id,)


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("And if not that, he said, every sailor should have a lawyer.", "positive", "certain"),
        ("If not now, she said, the deal will never come.", "negative", "certain"),
        ("The bridge, he said, did not hold.", "negative", "certain"),
        ("Police are investigating whether the man was linked to the raid.", "positive", "unknown"),
    ],
)
def test_how_far_a_source_commits_itself(text: str, polarity: str, certainty: str) -> None:
    one = record(text).statements[0]
    assert (one.polarity, one.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        ("Officials said the bridge fell -- the third this year -- after a flood.", "assert",
         "the bridge fell -- the third this year -- after a flood"),
        ("Ada Cole has claimed to have taken part in the raid.", "assert",
         "to have taken part in the raid"),
        ("The envoy expressed horror at the raids.", "condemn", "the raids"),
        ("Iran suggested the talks as envoys from Velania met in Lun.", "demand", "the talks"),
        ("The group claimed responsibility for the bombing of a clinic, an attack on a bar and a"
         " raid on a bank.", "confirm",
         "for the bombing of a clinic, an attack on a bar and a raid on a bank"),
        ("Officials said the plant was shut on Monday, and is expected to reopen in May.",
         "assert", "the plant was shut on Monday, and is expected to reopen in May"),
        ("Iran suggested the talks were dead.", "assert", "the talks were dead"),
    ],
)  # fmt: skip
def test_what_is_said_and_how(text: str, act: str, content: str) -> None:
    (one,) = record(text).statements
    assert (one.act, said(one)) == (act, [content])


def test_what_somebody_owned_up_to_stands_in_what_is_said_of_her() -> None:
    outer, inner = record(
        "Police say the clerk had no licence and she admitted to taking the coins."
    ).statements
    assert (inner.act, inner.within, said(inner)) == ("confirm", outer.id, ["taking the coins"])
