"""Where contents end, who is shown or reported saying it, and which act it is."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from tests.extract.test_actors_third import speakers
from tests.extract.test_statements_fifth import first, words
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            'Mr. Reed blamed the violence on "the occupiers," an apparent reference to Norway.',
            "blamed",
            'the violence on "the occupiers,"',
        ),
        (
            'The students marched through Oslo chanting "Down with taxes" and burning a flag.',
            "chanting",
            '"Down with taxes"',
        ),
        (
            "An earlier report from U.N. investigators implicated Lebanese and Syrian officials "
            "in Mr. Reed's death.",
            "implicated",
            "Lebanese and Syrian officials in Mr. Reed's death",
        ),
        (
            "India has been pressing Kenya for access to the man, Jon Reed, whose 1991 conviction "
            "on spying and involvement in a series of bombings was upheld last week by the court.",
            "has been pressing Kenya for",
            "access to the man, Jon Reed",
        ),
        ("He made a reference to Norway, officials said.", "said",
         "He made a reference to Norway"),
        ("He said the group, referring to the militia, would disarm.", "said",
         "the group, referring to the militia, would disarm"),
        ('Crowds shouted "Go home" as police moved in and beat them.', "shouted", '"Go home"'),
    ],
)  # fmt: skip
def test_a_content_ends_with_what_was_said(text: str, cue: str, content: str) -> None:
    assert words(first(text, cue)) == content


@pytest.mark.parametrize(
    ("text", "cue", "who", "content", "within"),
    [
        (
            "The agency said the ministry issued a statement saying it would appeal.",
            "issued a statement saying",
            "ministry",
            "it would appeal",
            True,
        ),
        (
            "The video showed the man urging officials to open talks with insurgents.",
            "urging",
            "man",
            "officials to open talks with insurgents",
            True,
        ),
        (
            "Thousands gathered to demonstrate against what President Jon Reed has called "
            '"provocations" from Oslo.',
            "has called",
            "Jon Reed",
            '"provocations" from Oslo',
            True,
        ),
        (
            "The two sides will discuss what Kenya describes as a threat.",
            "describes",
            "Kenya",
            "a threat",
            False,
        ),
        (
            "The minister expressed concern about the plan, which she said conflicts with "
            "commitments Norway made.",
            "said",
            "minister",
            "which … conflicts with commitments Norway made",
            False,
        ),
        (
            "Holm listed a number of attacks on relief groups, including one where a nurse was "
            "shot dead.",
            "listed",
            "Holm",
            "a number of attacks on relief groups, including one where a nurse was shot dead",
            False,
        ),
        (
            "The spokesman said the UN chief welcomes last week's apology.",
            "welcomes",
            "chief",
            "last week's apology",
            True,
        ),
    ],
)
def test_who_says_it_within_another_s_words(
    text: str, cue: str, who: str, content: str, within: bool
) -> None:
    one = first(text, cue)
    called = {actor.id: actor.name for actor in record(text).actors}
    assert one.source is not None
    assert called[one.source.actor or ""] == who
    assert (words(one), one.within is not None) == (content, within)


@pytest.mark.parametrize(
    "text",
    [
        "The company listed its shares in Oslo.",
        "The chairman listed several reasons for the delay.",
    ],
)
def test_a_list_of_other_things_is_no_statement(text: str) -> None:
    assert record(text).statements == ()


def test_what_he_called_is_no_statement_of_its_own() -> None:
    assert speakers('Jon Reed criticized what he called "the greed of the rich".') == ["Jon Reed"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The U.S. military says Afghan troops killed five insurgents Monday.", "assert"),
        ("The Norwegian army says Danish troops killed five civilians on Monday.", "accuse"),
        ("The rebels say soldiers killed five militants.", "accuse"),
        ("Kenya denies the charge and says it is doing its best to help its neighbor.", "assert"),
        ("He said the party should not be involved in talks.", "assert"),
        ("He said the man was not involved in the attack.", "deny"),
        ("The government had warned the members that they would be deported.", "threaten"),
        ("The bank warned workers that they would be fired.", "warn"),
        ("The embassy warned tourists that they could be arrested.", "warn"),
        ("Norway says it is asking Kenya to clarify recent comments.", "demand"),
        ("Norway says it asked Kenya to clarify recent comments.", "assert"),
    ],
)
def test_the_act_of_a_statement(text: str, act: str) -> None:
    assert record(text).statements[-1].act == act


def test_who_is_called_something_is_not_addressed() -> None:
    text = "He called Amin the prince of martyrs and said that no member of the group would die."
    assert first(text, "said").addressee is None


def test_a_day_to_come_is_not_that_of_the_next_words() -> None:
    text = (
        "The report from Ms. Holm is to be delivered to the council Monday. Ms. Holm has said the "
        "probe should continue and said she plans more interviews."
    )
    assert first(text, "said").said is None


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Rights groups have criticized Norway for not freeing the monks. Norway rejects the "
            "criticism.",
            [("r:s2", "r:s1")],
        ),
        (
            "Rights groups have criticized Kenya for not freeing the monks. Norway rejects the "
            "criticism.",
            [],
        ),
    ],
)
def test_criticism_that_is_rejected_is_the_one_told(
    text: str, links: list[tuple[str, str]]
) -> None:
    found = [(one.from_, one.to) for one in within(record(text)) if one.kind == "denies"]
    assert found == links
