"""Statements of texts that have lost their commas, their headings' line ends, their apostrophes."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("As the crowd gathered a second man set off his charge Baratov said.",
         "Baratov", "As the crowd gathered a second man set off his charge"),
        ("The massacre came amid complete international silence over the brutal onslaught by the "
         "Amar regime as well as its allies on the besieged eastern Besk where hundreds of "
         "civilians have been killed over the past few days the Coalition said.", "the Coalition",
         "The massacre came amid complete international silence over the brutal onslaught by the "
         "Amar regime as well as its allies on the besieged eastern Besk where hundreds of "
         "civilians have been killed over the past few days"),
        ("Fifteen of the wounded were in critical condition said the head of the Britain-based "
         "group that relies on a network of sources on the ground for its information.",
         None, "Fifteen of the wounded were in critical condition"),
        ("Airstrikes struck a center in an opposition-held area in the countrys center killing "
         "eight volunteers opposition activists said Saturday.", "opposition activists",
         "Airstrikes struck a center in an opposition-held area in the countrys center killing "
         "eight volunteers"),
        ("Lima A military source announced on Sunday that army units took the hill.",
         "A military source", "that army units took the hill"),
        ("BESK Thirteen villagers were killed in aerial attacks on the town a monitor said.",
         "a monitor", "Thirteen villagers were killed in aerial attacks on the town"),
        ("Tags Torvia bombing suicide attack police Three suicide bombers blew themselves up near "
         "the main police building on Wednesday killing at least one person the interior "
         "ministry said.", "the interior ministry",
         "Three suicide bombers blew themselves up near the main police building on Wednesday "
         "killing at least one person"),
        ("On 2 July IS said its militants had destroyed six statues.",
         "IS", "its militants had destroyed six statues"),
    ],
)  # fmt: skip
def test_what_lost_stops_have_run_together_is_told_apart(
    text: str, source: str | None, content: str
) -> None:
    (one,) = record(text).statements
    assert one.source is not None
    assert source is None or one.source.span.text == source
    assert said(one) == [content]


def test_a_day_with_its_year_ends_the_line_above_a_sentence() -> None:
    text = (
        "88 dead in two days of clashes in Torvia Monitor AFP Saturday 26 Apr 2014 At least 88 "
        "fighters have been killed in two days of clashes a monitoring group said Saturday."
    )
    assert said(record(text).statements[-1])[-1].startswith("At least 88 fighters")


def test_nothing_is_cut_from_names_and_title_case() -> None:
    text = "The court in The Hague said that Group A had won the vote of The Lun Herald readers."
    (one,) = record(text).statements
    assert said(one) == ["that Group A had won the vote of The Lun Herald readers"]


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed 49 fighters in Lun province the Lun state television channel cited the "
        "defence ministry as saying on Thursday.",
        "A strike killed 49 fighters in Lun province, the Lun Herald quoted the defence ministry "
        "as saying on Thursday.",
    ],
)
def test_who_is_cited_as_saying_it_has_said_the_clause_before(text: str) -> None:
    outer, inner = record(text).statements
    assert inner.within == outer.id
    assert inner.source is not None
    assert inner.source.span.text == "the defence ministry"
    assert said(inner) == said(outer) == ["A strike killed 49 fighters in Lun province"]
    strike = next(e for e in record(text).events if e.trigger.text == "strike")
    assert (strike.status, strike.on_word_of) == ("alleged", inner.id)


def test_what_stands_behind_as_saying_was_said() -> None:
    _, inner = record("The agency quoted the minister as saying the bridge was closed.").statements
    assert said(inner) == ["the bridge was closed"]


def test_a_paper_that_closes_the_sentence_has_reported_it() -> None:
    text = (
        "The speaker of the assembly Ada Cole said that the army directed an attack on the town "
        "LNA reported."
    )
    outer, inner = record(text).statements
    assert outer.source is not None
    assert outer.source.span.text == "LNA"
    assert inner.within == outer.id
    assert said(inner) == ["that the army directed an attack on the town"]


def test_a_source_cited_without_a_comma_says_what_follows() -> None:
    text = "On Wednesday media reported citing a military source that the army had killed 28 men."
    outer, inner = record(text).statements
    assert inner.source is not None
    assert inner.source.span.text == "a military source"
    assert said(inner) == said(outer) == ["that the army had killed 28 men"]


def test_a_sentence_behind_a_finished_quotation_is_not_said() -> None:
    text = (
        '"The grooms wounds are light and he and his new wife are staying at a relatives home. He '
        'doesnt want to see anyone" he said. "They are really shaken up by this." The groom Ivan '
        "Petrov hails from a prominent family deeply involved in the administration run by "
        "factions in the north."
    )
    one = record(text).statements[-1]
    assert said(one)[-1] == '"They are really shaken up by this."'


def test_where_a_thing_was_done_declares_nothing() -> None:
    text = (
        "The US strikes are intended to limit the advance of IS militants who have seized large "
        'swathes of territory in both Iraq and Syria declaring an Islamic "caliphate."'
    )
    sources = {one.source.span.text for one in record(text).statements if one.source}
    assert "Syria" not in sources


def speakers(text: str) -> list[str | None]:
    read = record(text)
    known = {actor.id: actor.name for actor in read.actors}
    return [known[one.source.actor] if one.source and one.source.actor else None
            for one in read.statements]  # fmt: skip


def test_the_source_is_not_the_reporter_who_was_told() -> None:
    text = (
        "A source told the Radio reporter that the attack caused damage. Later, the source said "
        "that houses burned."
    )
    assert speakers(text) == ["unnamed source", "unnamed source"]
    text = (
        "A military source told reporters that the hill fell. Later the radio's correspondent said "
        "that a base burned. According to the military source two hideouts were destroyed."
    )
    assert speakers(text)[-1] == speakers(text)[0] == "unnamed military source"


def test_the_statement_is_of_who_spoke_in_it() -> None:
    text = (
        '"Warplanes carried out strikes" the Torvian army said in a statement. The Torvian fleet '
        'said two jets flew in. "Then rebels launched an offensive" said the statement.'
    )
    first, _, third = speakers(text)
    assert third == first
