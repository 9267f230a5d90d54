"""What plain news says of arrests, feasts, books and subheads, that is easily read as more."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Event, ReportRecord
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def names(read: ReportRecord, ids: tuple[str, ...]) -> list[str]:
    return [actor.name for actor in read.actors if actor.id in ids]


def event(read: ReportRecord, words: str) -> Event:
    return next(e for e in read.events if e.trigger.text == words)


@pytest.mark.parametrize(
    ("text", "deed", "who"),
    [
        ("Troops detained nine men on Monday, suspected of killing a mayor.", "killing", ["men"]),
        (
            "Last Thursday, police arrested two teenagers aged 15 and 17, accused of plotting a "
            "bomb attack on a town hall in Kesh, in the north.",
            "bomb attack",
            ["teenagers"],
        ),
        (
            "The rebels held two pilots for a month, accused of bombing their camp.",
            "bombing",
            ["pilots"],
        ),
    ],
)
def test_who_is_arrested_is_suspected_and_not_who_arrests(
    text: str, deed: str, who: list[str]
) -> None:
    read = record(text)
    assert names(read, event(read, deed).actor) == who
    assert event(read, deed).status == "alleged"


def test_who_flees_accused_is_accused() -> None:
    read = record("The general fled the town, accused of corruption.")
    assert len(event(read, "accused").recipient) == 1


def test_a_christmas_market_is_attacked_on_no_day() -> None:
    read = record("Gunmen attacked a Christmas market in Kesh.")
    assert event(read, "attacked").when is None
    read = record("Gunmen attacked a market in Kesh on Christmas Eve.")
    assert event(read, "attacked").when is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ms Orlo, author of “Defying the Army: Saving Kesh in Wartime,” spoke to students.",
        "Her film “How to Kill a Country” was shown in Kesh.",
    ],
)
def test_a_book_s_name_tells_of_no_deed(text: str) -> None:
    assert not record(text).events


def test_what_is_quoted_in_small_letters_is_told() -> None:
    read = record("“They killed my brother in Kesh,” she said.")
    assert event(read, "killed").status == "alleged"


def test_a_subhead_is_nobody_s_words() -> None:
    text = (
        "The towns of Haris and Varza suffered casualties, Kalim Saei, a local chief, told state "
        "TV, according to the Kesh Press.\n'My family is terrified'\nRescuers came on Friday."
    )
    contents = [part.text for said in record(text).statements for part in said.content]
    assert contents and not any("terrified" in part for part in contents)


def test_a_line_that_is_quoted_and_ends_is_said() -> None:
    text = "“We will stay,” the mayor said.\n“Nobody will leave.”\nThe army left on Friday."
    contents = [part.text for said in record(text).statements for part in said.content]
    assert "“Nobody will leave.”" in contents


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("WASHINGTON Ada Steele, who wrote reports, left the service in 2009.", "Ada Steele"),
        ("BEIRUT Syrian troops killed nine men on Friday, a monitor said.", "Syrian troops"),
        ("NATO Secretary General Ada Cole warned Norway on Monday of it.", "Ada Cole"),
    ],
)
def test_a_dateline_without_its_dash_is_no_part_of_a_name(text: str, name: str) -> None:
    assert name in [actor.name for actor in record(text).actors]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The army posted it on Telegram, but the rebels said it was old.", None),
        ("The rebels said it was old, but the army posted a video on Telegram.", None),
        ("The minister appeared on state television and said it was over.", "state television"),
    ],
)
def test_where_another_posted_it_is_not_where_it_was_said(text: str, channel: str | None) -> None:
    (statement,) = record(text).statements
    assert statement.channel == channel


def test_those_who_are_warned_of_are_not_warned() -> None:
    text = "Valls says they watch 900 people and warned of hundreds of fighters in Kesh."
    assert not [e for e in record(text).events if e.type == "THREATEN"]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Asked whether the army was behind the raid, she said: “Ask the army.”", "raid"),
        ("Asked if Iran was responsible for the attack, she said she did not know.", "attack"),
        ("It is not clear whether the rebels were behind the blast.", "blast"),
        ("The minister would not say whether the army had carried out the strike.", "strike"),
    ],
)
def test_whoever_is_asked_about_has_not_done_it(text: str, deed: str) -> None:
    assert event(record(text), deed).actor == ()


def test_whoever_is_said_to_be_behind_it_is_its_doer_on_that_word() -> None:
    read = record("The minister said the army was behind the raid.")
    assert names(read, event(read, "raid").actor) == ["army"]
    assert event(read, "raid").on_word_of == read.statements[0].id


def test_what_was_announced_before_is_no_cue_and_dates_no_other_telling() -> None:
    text = "The ministry put the number of dead at 31, down from 45 announced on Friday."
    (statement,) = record(text).statements
    assert statement.cue is not None and statement.cue.text == "put"
    assert statement.said is None


@pytest.mark.parametrize(
    ("text", "deed", "status"),
    [
        ("A ceasefire brokered by Oman is due to take effect at midnight.", "ceasefire", "planned"),
        ("A ban on flights will come into force on Sunday.", "ban", "planned"),
        ("The ceasefire, which took effect on Monday, is holding.", "ceasefire", "ongoing"),
    ],
)
def test_what_will_take_effect_is_planned(text: str, deed: str, status: str) -> None:
    assert event(record(text), deed).status == status
