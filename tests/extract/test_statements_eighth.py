"""Whose second verb it is, whose notice, whose letter; what is talked of, opposed or called false;
where what is said ends, and on which day it was said."""

from __future__ import annotations

import pytest

from onrecord.extract.statements.spans.further import reach_on
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.model import analyse
from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


HELD_OFF = (
    "Regulators said the airline met the safety rules, but held off lifting the ban after Norway "
    "threatened a lawsuit."
)


def by(text: str, cue: str) -> Statement:
    """The statement whose cue has these words in it."""
    found = [s for s in record(text).statements if s.cue is not None and cue in s.cue.text]
    assert len(found) == 1, [s.cue for s in record(text).statements]
    return found[0]


def source(one: Statement) -> str | None:
    return one.source.span.text if one.source is not None else None


@pytest.mark.parametrize(
    ("text", "cue", "act", "polarity"),
    [
        ("A Chilean judge ruled that the army was not involved in the killing.", "ruled",
         "assert", "negative"),
        ("The government said the army was not involved in the killing.", "said", "deny",
         "negative"),
        ("On a recording, the commander says he is responsible for the blasts in Kampala and that "
         "the fishermen had nothing to do with them.", "says", "confirm", "positive"),
        ("The group said it was not responsible for the attack.", "said", "deny", "negative"),
        ("The minister said he is responsible for the budget.", "said", "assert", "positive"),
        ("The bishops have opposed the law since May.", "opposed", "reject", "negative"),
        ("The president described as absurd a verdict by the court.", "described", "condemn",
         "positive"),
        ("The president described as laughable a report that he was ill.", "described", "deny",
         "negative"),
        ("The president described as heroic the defence of the town.", "described", "praise",
         "positive"),
        ("Spokesman Jon Vega says the announcement published Monday by the daily El Dia was "
         "\"completely\" false.", "says", "deny", "negative"),
        ("The union directed its members to stop work.", "directed", "demand", "positive"),
        ("The league fined the club for \"bringing the game into disrepute.\"", "fined", "accuse",
         "positive"),
    ],
)  # fmt: skip
def test_which_act_a_statement_performs(text: str, cue: str, act: str, polarity: str) -> None:
    one = by(text, cue)
    assert (one.act, one.polarity) == (act, polarity)


def test_a_notice_that_somebody_must_go_is_the_demand_of_who_gives_it() -> None:
    text = "Envoys say Eritrea has given Canada written notice that it must close its consulate."
    outer, inner = by(text, "say"), by(text, "notice")
    assert (outer.act, inner.act, inner.within) == ("assert", "demand", outer.id)
    assert source(inner) == "Eritrea"


def test_what_a_company_tells_its_own_people_is_only_a_warning() -> None:
    assert by("The mine gave workers notice that the pit will close in May.", "notice").act == (
        "warn"
    )


@pytest.mark.parametrize(
    ("text", "who", "act"),
    [
        ("The drop in prices has sparked speculation that the bank will fail.", None, "predict"),
        ("A remark from Ana Ruiz has fed speculation that her brother will also move to Quito.",
         None, "predict"),
        ("There was much press speculation all week that the coach would be sacked.", "press",
         "predict"),
        ("There is speculation that the envoy was poisoned.", None, "assert"),
    ],
)  # fmt: skip
def test_what_is_talked_of_is_the_word_of_nobody_else(text: str, who: str | None, act: str) -> None:
    one = by(text, "speculation")
    assert (source(one), one.act, one.certainty) == (who, act, "possible")


@pytest.mark.parametrize(
    "text",
    [
        "There is no speculation that he will leave.",
        "A panel of judges upheld the acquittal of Harris.",
        "After the war, Laos adopted a policy of \"open doors\" to foreign trade.",
        "The officer directed traffic to the north.",
        "The father did not give a reason that satisfied the court.",
    ],
)  # fmt: skip
def test_nobody_says_anything_by_it(text: str) -> None:
    assert record(text).statements == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Bolivia did not give a reason for the delay.", "did not give a reason"),
        ("The ministry has not given any details of the plan.", "has not given any details"),
        ("The army did not provide an explanation.", "did not provide an explanation"),
    ],
)
def test_who_gives_no_reason_declines(text: str, cue: str) -> None:
    assert by(text, cue).act == "decline"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The union said the owner is a cheat and accused him of hiding the ledgers.", "said",
         "the owner is a cheat"),
        ("The union said the owner is a cheat and accused him of hiding the ledgers.", "accused",
         "him of hiding the ledgers"),
        (HELD_OFF, "said", "the airline met the safety rules"),
        ("The army said militants fired a rocket, but caused no injuries.", "said",
         "militants fired a rocket, but caused no injuries"),
        ("Villagers want a park that would include the dunes and the lake of Besk -- ground taken "
         "by the navy in the 1950s.", "want",
         "a park that would include the dunes and the lake of Besk"),
        ("The tribe demands the return of the valley -- pasture fenced off by the mine last year.",
         "demands", "the return of the valley"),
        ("He said he would visit three towns -- Lun, Besk and Orr.", "said",
         "he would visit three towns -- Lun, Besk and Orr"),
        ("The league fined the club for \"bringing the game into disrepute.\"", "fined",
         "\"bringing the game into disrepute.\""),
        ("A diary said to be the work of the spy was shown on television.", "said",
         "to be the work of the spy"),
    ],
)  # fmt: skip
def test_where_what_is_said_ends(text: str, cue: str, content: str) -> None:
    assert said(by(text, cue)) == [content]


def test_who_is_said_to_be_something_says_nothing() -> None:
    one = by("The minister, said to be ill, stayed home.", "said")
    assert (source(one), said(one)) == (None, ["to be ill"])


def test_what_is_put_off_is_told_by_the_reporter() -> None:
    threatened = next(e for e in record(HELD_OFF).events if e.trigger.text == "threatened")
    assert (threatened.status, threatened.on_word_of) == ("happened", "reporter")


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        ("The junta has jailed two poets who had mocked the general and voiced support for the "
         "strikers.", "voiced", "who"),
        ("The court freed three men who had admitted the theft and apologized for the damage.",
         "apologized", "who"),
        ("The president met two envoys who had come from Lima and praised the talks.", "praised",
         "The president"),
        ("The abbot has called shameful a letter by union chief Pablo Mora that urges pilgrims to "
         "stay away.", "urges", "union chief Pablo Mora"),
        ("Rebels denounced a statement from the ministry that calls on them to give up.", "calls",
         "the ministry"),
        ("Radio Lun quoted an elected mayor as saying the bridge would be closed.", "as saying",
         "an elected mayor"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, cue: str, who: str) -> None:
    found = [s for s in record(text).statements if (s.cue and s.cue.text in cue) or
             (s.cue and cue in s.cue.text)]  # fmt: skip
    assert [source(one) for one in found] == [who]


def test_what_a_denied_report_says_stands_within_the_denial() -> None:
    text = "The club is denying a report that says the goalkeeper has been sold."
    outer, inner = by(text, "denying"), by(text, "says")
    assert (inner.within, said(inner)) == (outer.id, ["the goalkeeper has been sold"])


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        ("The council voted Monday to end subsidies to the mine, accusing its owner of fraud.",
         "accusing", "2030-05-06"),
        ("The council will vote Friday to end subsidies to the mine, accusing its owner of fraud.",
         "accusing", None),
        ("Foreign Ministry spokesman Ali Noor said Sunday Chad sent a letter to the embassy. Chad "
         "asked Libya to withdraw its guards.", "asked", None),
        ("Bolivia issued a statement on Monday. The country asked the United States to remove its "
         "planes.", "asked", "2030-05-06"),
        ("Radio Sol aired a video showing the miners Sunday in which their captors threatened to "
         "shoot the men unless Chad \"frees the rebels.\"", "aired", "2030-05-05"),
        ("On Sunday, pages of a diary said to be the work of the spy were shown on television.",
         "said", None),
    ],
)  # fmt: skip
def test_on_which_day_it_was_said(text: str, cue: str, day: str | None) -> None:
    assert by(text, cue).said == day


@pytest.mark.parametrize(
    ("text", "drawn", "whole"),
    [
        ("Police said the boys were taken to the Lund School, in Besk province.",
         "the boys were taken to the Lund School",
         "the boys were taken to the Lund School, in Besk province"),
        ("Police said the boys were taken to the Lund School, in a statement.",
         "the boys were taken to the Lund School", "the boys were taken to the Lund School"),
        ("The paper portrays the new law, in force since May, as a threat to farmers.",
         "the new law, in force since May",
         "the new law, in force since May, as a threat to farmers"),
    ],
)  # fmt: skip
def test_how_much_further_a_content_goes(text: str, drawn: str, whole: str) -> None:
    syntax = Syntax(analyse([text], threads=1)[0])
    cue = next(i for i, word in enumerate(syntax.words) if word in ("said", "portrays"))
    token, at = syntax.tokens[cue], text.index(drawn)
    draft = Draft((0, 3), (token.start, token.end), ((at, at + len(drawn)),), head=cue)
    assert [text[slice(*part)] for part in reach_on(syntax, [], draft).content] == [whole]
