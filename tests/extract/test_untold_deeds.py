"""What nobody owned up to, what is turned round, what a court heard, deaths by other words."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def statements(text: str) -> list[tuple[str, str | None, str, str]]:
    """Act, source, cue and content of each statement."""
    return [
        (
            s.act,
            s.source.span.text if s.source else None,
            s.cue.text if s.cue else "",
            " // ".join(part.text for part in s.content),
        )
        for s in record(text).statements
    ]


def events(text: str, trigger: str) -> list[Event]:
    return [e for e in record(text).events if e.trigger.text == trigger]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Gunmen took six nurses in May; the militia has never acknowledged holding them.",
            "the militia",
            "has never acknowledged",
            "holding them",
        ),
        ("The militia has yet to claim the raid.", "The militia", "has yet to claim", "the raid"),
        ("The attack has not been claimed.", None, "has not been claimed", "The attack"),
        ("Nobody has claimed responsibility.", None, "Nobody has claimed", "responsibility"),
        (
            "The ministry did not mention any prisoners.",
            "The ministry",
            "did not mention",
            "any prisoners",
        ),
        (
            "The ministry declined to comment on Monday's raid.",
            "The ministry",
            "declined to comment",
            "on Monday's raid",
        ),
    ],
)
def test_what_nobody_owned_up_to(text: str, source: str | None, cue: str, content: str) -> None:
    assert statements(text) == [("decline", source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The group did not claim the town.",
        "The hospital did not admit the wounded soldiers.",
        "The league has not claimed the title.",
        "The dead have not been claimed by their families.",
        "If nobody claims the attack, the inquiry will go on.",
    ],
)
def test_what_is_no_silence(text: str) -> None:
    assert statements(text) == []


def test_a_deed_that_is_not_owned_up_to_has_been() -> None:
    (raid,) = events("The militia has yet to claim the raid.", "raid")
    assert raid.status == "happened"
    assert raid.actor == ()
    (shelling,) = events("The militia has never acknowledged shelling the camp.", "shelling")
    assert shelling.status == "hypothetical"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "What the refugees keep telling us is that the soldiers came at night.",
            "the refugees",
            "keep telling",
            "that the soldiers came at night",
        ),
        (
            "But what the ministry says is: no shot was fired.",
            "the ministry",
            "says",
            "no shot was fired",
        ),
        (
            "The photograph, as the newspaper Orbit pointed out, was taken in 2019.",
            "the newspaper Orbit",
            "pointed out",
            "The photograph // was taken in 2019",
        ),
        (
            "As the mayor said, the bridge has been closed.",
            "the mayor",
            "said",
            "the bridge has been closed",
        ),
        (
            "Guard 'beat prisoners to death', court told",
            None,
            "court told",
            "Guard 'beat prisoners to death'",
        ),
        (
            "He ordered the killings, the court heard.",
            None,
            "the court heard",
            "He ordered the killings",
        ),
    ],
)
def test_what_is_turned_round(text: str, source: str | None, cue: str, content: str) -> None:
    assert [one[1:] for one in statements(text)] == [(source, cue, content)]


def test_who_tells_a_court_is_not_the_court() -> None:
    ((_, source, _, _),) = statements("The army shelled the camp, a man told the court.")
    assert source == "a man"
    assert statements("What the general wants is that they leave.") == []


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("Eight fishermen had their throats slit on the island.", "slit", 8),
        ("Gunmen slit the throats of eight fishermen.", "slit the throats", 8),
        ("A mortar hit the post at dawn. Ten soldiers fell and six were wounded.", "fell", 10),
        ("Gunmen raided the town. Seven people are dead, two of them nurses.", "dead", 7),
        ("Gunmen raided the town. Five guards gave their lives, the army said.", "gave", 5),
    ],
)
def test_deaths_by_other_words(text: str, trigger: str, killed: int) -> None:
    (event,) = events(text, trigger)
    assert event.type == "ASSAULT"
    assert [(c.what, c.low) for c in event.counts] == [("killed", killed)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen raided the town. Ten soldiers fell from a bridge.",
        "Gunmen raided the town. Two soldiers fell in love.",
        "Gunmen raided the town. Nine people could be dead.",
        "Gunmen raided the town. Prices fell on Monday.",
    ],
)
def test_who_has_not_died(text: str) -> None:
    assert [e.trigger.text for e in record(text).events] == ["raided"]


@pytest.mark.parametrize(
    ("text", "trigger", "mode"),
    [
        ("Two teachers were taken on May 4 when armed men stopped their bus.", "taken", "abduct"),
        ("The priest was taken from his home by masked men.", "taken", "abduct"),
        ("Militants drove 500 families from their homes.", "drove", "deport"),
        ("An exchange of 300 prisoners is being prepared.", "exchange of 300 prisoners", "release"),
    ],
)
def test_deeds_by_other_words(text: str, trigger: str, mode: str) -> None:
    (event,) = events(text, trigger)
    assert event.mode == mode


@pytest.mark.parametrize(
    "text",
    ["The children were taken to hospital on Monday.", "The photos were taken on May 4."],
)
def test_what_is_no_abduction(text: str) -> None:
    assert record(text).events == ()


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        (
            "The king spoke for Bishop Ivo Lund, who had been jailed and was freed in May.",
            "freed",
            "Ivo Lund",
        ),
        (
            "The king spoke for Bishop Ivo Lund, who had been jailed, and was freed in May.",
            "freed",
            "king",
        ),
        ("Mr Cole, was the government warned?", "warned", "government"),
    ],
)
def test_whom_a_second_clause_is_of(text: str, trigger: str, whom: str) -> None:
    names = {actor.id: actor.name for actor in record(text).actors}
    (event,) = events(text, trigger)
    assert [names[one] for one in event.recipient] == [whom]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mr Cole, was the government warned?", "warned"),
        ("Food will go in from May 12, provided that access is granted.", "granted"),
    ],
)
def test_what_is_asked_or_a_condition_has_not_been(text: str, trigger: str) -> None:
    (event,) = events(text, trigger)
    assert event.status == "hypothetical"
