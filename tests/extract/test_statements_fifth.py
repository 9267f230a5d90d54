"""Whom somebody quotes doing something, what is left open, agreed, put off or dismissed, and who
goes on speaking."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_actors_third import speakers
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def first(text: str, cue: str) -> Statement:
    """The first statement with this cue."""
    return next(s for s in record(text).statements if s.cue is not None and s.cue.text == cue)


def words(statement: Statement) -> str:
    """What was said, in the words of the report."""
    return " … ".join(span.text for span in statement.content)


@pytest.mark.parametrize(
    ("text", "outer", "inner", "who", "act", "content"),
    [
        (
            "The paper also quoted Chile's ambassador to the United Nations Pedro Solano rejecting "
            "the charges as baseless.",
            "also quoted", "rejecting", "Pedro Solano", "deny", "the charges as baseless",
        ),
        (
            "The daily Le Monde quoted Foreign Minister Ana Ruiz denying that the army had fired on"
            " civilians.",
            "quoted", "denying", "Ana Ruiz", "deny", "that the army had fired on civilians",
        ),
        (
            "The agency quoted General Omar Haddad warning that his troops would answer any raid.",
            "quoted", "warning", "Omar Haddad", "warn", "that his troops would answer any raid",
        ),
        (
            "Thursday's Irish Times quotes unnamed officials saying former rebels are collecting "
            "money from abroad.",
            "quotes", "saying", "unnamed officials", "assert",
            "former rebels are collecting money from abroad",
        ),
    ],
)  # fmt: skip
def test_whoever_is_quoted_doing_it_has_a_statement_of_their_own(
    text: str, outer: str, inner: str, who: str, act: str, content: str
) -> None:
    read = record(text)
    quoting, quoted = first(text, outer), first(text, inner)
    called = {actor.id: actor.name for actor in read.actors}
    assert len(read.statements) == 2 and quoted.within == quoting.id
    assert quoted.source is not None and called[quoted.source.actor or ""] == who
    assert (quoted.act, words(quoted)) == (act, content)
    assert words(quoting).endswith(content)


@pytest.mark.parametrize(
    "text",
    ["The paper quoted a man holding a flag.", "The agency quoted reports of fighting in Lun."],
)
def test_whoever_is_only_described_says_nothing(text: str) -> None:
    assert len(record(text).statements) == 1


def test_what_was_said_goes_on_behind_as_saying() -> None:
    text = (
        "The agency quotes Mr. Orlov as saying he met with the Syrian leader, and he clearly "
        "denied his country's role in the blast."
    )
    read = record(text)
    assert words(first(text, "saying")).endswith("role in the blast")
    assert first(text, "clearly denied").within == read.statements[0].id


def test_a_second_deed_of_those_told_of_was_said_too() -> None:
    text = (
        "A Russia envoy says Cuban leader Juan Mora has confirmed Havana will not build the plant "
        "and continues to support the accord reached last month."
    )
    assert words(first(text, "says")).endswith("the accord reached last month")
    own = "The minister said the plan was dead and continues to oppose new talks."
    assert words(first(own, "said")) == "the plan was dead"


@pytest.mark.parametrize(
    ("text", "cue", "act"),
    [
        ("Yemen has never confirmed or denied the reports that it holds the sailors.",
         "has never confirmed or denied", "decline"),
        ("The ministry neither confirmed nor denied that the two men were in custody.",
         "neither confirmed nor denied", "decline"),
        ("The army could not confirm or deny the report.", "could not confirm or deny", "disclaim"),
        ("The army could not confirm the report.", "could not confirm", "disclaim"),
        ("Other judges in July dismissed genocide charges against Mr. Mora.", "dismissed",
         "reject"),
        ("The minister dismissed the charges as nonsense.", "dismissed", "deny"),
        ("President Lund expressed appreciation for the help of the two countries.", "expressed",
         "praise"),
        ("Mr. Orlov suggested holding such a conference.", "suggested", "demand"),
        ("The mayor suggested that the plan had failed.", "suggested", "assert"),
        ("The mayor said there was no foundation to the allegations.", "said", "deny"),
        ("The mayor said there is no basis for talks.", "said", "assert"),
    ],
)  # fmt: skip
def test_what_is_done_by_saying_it(text: str, cue: str, act: str) -> None:
    assert first(text, cue).act == act


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("France agreed last week during three-way talks in Vienna to close its plant for aid.",
         "agreed", "to close its plant for aid"),
        ("Thursday, Chile ruled out holding a meeting with leaders from Peru during the summit.",
         "ruled out", "holding a meeting with leaders from Peru during the summit"),
        ("The mayor called the killing cowardly after he met the family.", "called",
         "the killing cowardly"),
        ("Crowds denouncing the president gathered in Lima.", "denouncing", "the president"),
        ("The army refused to confirm or deny the report.", "refused to confirm or deny",
         "the report"),
        ("President Lund has telephoned his Afghan counterpart Omar Zaher to express his support "
         "for the vote.", "express", "his support for the vote"),
        ("The March election which the opposition has described as rigged brought a new cabinet.",
         "has described", "which … as rigged"),
    ],
)  # fmt: skip
def test_a_content_ends_where_its_clause_does(text: str, cue: str, content: str) -> None:
    assert words(first(text, cue)) == content


def test_what_is_agreed_somewhere_is_a_pledge() -> None:
    assert first("The rebels agreed on Monday in Geneva to free the men.", "agreed").act == "pledge"


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        ("Speaking Tuesday in Beijing, a ministry spokesman, Bo Gang, said the claim was false.",
         "said", "2030-04-30"),
        ("Earlier this month, President Cole said Syria faces growing isolation because of what he "
         "calls its failure to stop fighters.", "said", "2030-05"),
        ("In recent weeks, AU officials say troops have violated the truce.", "say", None),
        ("President Omar Zaher offered an amnesty to rank-and-file fighters last year.", "offered",
         "2029"),
        ("Mr. Cole denied it. The report published Sunday quoted newly released South African "
         "documents about top secret meetings.", "quoted", "2030-05-05"),
    ],
)  # fmt: skip
def test_the_day_on_which_it_was_said(text: str, cue: str, said: str | None) -> None:
    assert first(text, cue).said == said


@pytest.mark.parametrize(
    "text",
    [
        "The council deferred a decision to close the school.",
        "The court delayed a ruling on the case.",
        "The party postponed an announcement that it would merge.",
        "Secretary of State Ann Rice is scheduled to appear at the U.N. Security Council today to "
        "call for speeding up the deployment of peacekeepers.",
        "The envoy was due to warn the council on Friday.",
        "The veteran lawmaker is to call for the lifting of a ban.",
        "Prosecutors have issued arrest orders against three others accused of planning a raid.",
        "Energy Minister Sergei Matko met with his Iranian counterpart in Moscow Wednesday to sign "
        "a document outlining energy cooperation.",
        "A Cuban advocacy group had filed a legal complaint on behalf of the repatriated Cubans.",
        "The accuser, who testified in a California court Thursday, was a 13-year old cancer "
        "patient at the time of the alleged incidents.",
    ],
)
def test_what_is_put_off_to_come_or_told_of_somebody_is_not_said(text: str) -> None:
    assert record(text).statements == ()


def test_a_strike_protests_and_nobody_is_named_for_it() -> None:
    text = (
        "Teachers and dockers are stopping work in a new wave of walkouts protesting Portugal's "
        "budget cuts."
    )
    assert first(text, "protesting").source is None
    assert "walkouts" not in [actor.name for actor in record(text).actors]
    marched = "Thousands of students protesting the new law marched through Lima."
    assert speakers(marched) == ["unnamed students"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A bulletin from the Bureau of Meteorology says Yasi is still a strong cyclone. It is "
         "located 200 kilometers off Cairns. It warns that the cyclone could grow again.",
         "Bureau of Meteorology"),
        ("Local media say the militants, thought to be members of a group tied to rebels, were "
         "planning attacks. They say the suspects may have met a foreign leader.", "local media"),
        ("Mr. Cole denied a report that he sold arms. He said there was no basis for the claims "
         "published by the British newspaper, The Guardian. The report published Sunday quoted "
         "newly released papers about top secret meetings.", "Guardian"),
        ("The president said the storm had hit. It says nothing of the dead.", "unnamed body"),
    ],
)  # fmt: skip
def test_who_goes_on_speaking(text: str, who: str) -> None:
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("text", "cue", "to"),
    [
        ("In Belgrade, the minister urged Serbian officials to arrest the general.", "urged",
         "unnamed Serbian officials"),
        ("The envoy urged NATO countries to send more troops.", "urged", "NATO countries"),
        ("President Lund has telephoned his Afghan counterpart Omar Zaher to express his support "
         "for the vote.", "express", "Omar Zaher"),
        ("The mayor called on everyone to stay at home.", "called on", None),
        ("The court ordered that the man be held.", "ordered", None),
        ("A court in Chile has ordered four people detained for theft.", "has ordered", None),
        ("The envoy told reporters that the road was closed.", "told", None),
    ],
)  # fmt: skip
def test_who_is_asked_is_addressed(text: str, cue: str, to: str | None) -> None:
    called = {actor.id: actor.name for actor in record(text).actors}
    assert called.get(first(text, cue).addressee or "") == to


def test_who_says_it_behind_a_second_clause() -> None:
    text = (
        "Norway and its allies have said the launch was a test of a missile, but North Korea "
        "denies the claim, saying it sent a satellite into space."
    )
    assert speakers(text)[-1] == "North Korea"
    same = "The union said the plan was dead, adding that strikes would go on."
    assert speakers(same) == ["union", "union"]


def test_what_a_denied_report_says_is_told_in_the_denial() -> None:
    text = "Prime Minister Adil Harun has denied a newspaper report that says he will resign."
    outer, inner = record(text).statements
    assert (outer.act, inner.within, inner.source) == ("deny", outer.id, None)
    assert words(inner) == "he will resign"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said the report was not accurate.", "deny"),
        ("The mayor said the claims are not correct.", "deny"),
        ("The mayor said the bridge was not safe.", "assert"),
    ],
)
def test_a_claim_that_is_not_so_is_denied(text: str, act: str) -> None:
    assert first(text, "said").act == act


def test_a_sentence_whose_stop_was_left_out_ends_what_was_said() -> None:
    text = (
        "Omar Banda, who works for a paper that prints scandals, says he has been held and not "
        "told why A Malawi reporter who works for a paper that prints scandals has confirmed his "
        "own arrest."
    )
    assert words(first(text, "says")) == "he has been held and not told why"
    assert first(text, "has confirmed").within is None


def test_a_day_s_mark_is_no_part_of_the_paper_s_name() -> None:
    source = first("Sunday's New York Times says the plan is dead.", "says").source
    assert source is not None and source.span.text == "New York Times"


def test_the_speaker_in_a_relative_clause_is_not_whom_it_is_about() -> None:
    text = "Troops are to crack down on PKK rebels who Turkey says use northern Iraq to attack it."
    assert speakers(text)[-1] == "Turkey"


def test_a_paper_s_report_is_told_by_the_whole_paper() -> None:
    text = "The army denied a New York Times report that it had fired."
    source = first(text, "report").source
    assert source is not None and source.span.text == "New York Times"


def test_a_second_verb_that_looks_like_what_others_are_called() -> None:
    text = (
        "In a letter to the judge, Orlov maintained his innocence and accused officials opposed to "
        "his backing of the party of responsibility for his arrest."
    )
    one = first(text, "accused")
    assert one.act == "accuse" and speakers(text)[-1] == "Orlov"
    assert words(one).startswith("officials opposed to")
    assert speakers("The judge freed one man and jailed accused killers.") == []
