"""Who speaks where the layout tells it: labelled lines, transcripts, interviews without labels."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import ReportRecord
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def said(found: ReportRecord) -> dict[str, str]:
    """What was said, and by which actor."""
    names = {actor.id: actor.name for actor in found.actors}
    return {
        " ".join(part.text for part in one.content): names[one.source.actor]
        for one in found.statements
        if one.source is not None and one.source.actor is not None
    }


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("Army: rebels shelled Kobo overnight", "Army", "rebels shelled Kobo overnight"),
        (
            "Kharkiv governor Oleh Marchuk: four killed, nine wounded in overnight strike.",
            "Oleh Marchuk",
            "four killed, nine wounded in overnight strike",
        ),
        ("Hezbollah: soldiers ambushed in Blida", "Hezbollah", "soldiers ambushed in Blida"),
    ],
)
def test_a_line_that_opens_with_who_speaks_is_their_word(text: str, who: str, told: str) -> None:
    found = record(text)
    assert said(found) == {told: who}
    assert {event.on_word_of for event in found.events} == {found.statements[0].id}
    assert {event.status for event in found.events} == {"alleged"}


@pytest.mark.parametrize(
    "text",
    [
        "Analysis: rebels close in on the capital",
        "Kobo: rebels shelled the market overnight",
        "Background: the army shelled Kobo in 2019",
        "Suspects: two men arrested in Lun",
        "Victims: three miners shot by police",
        "Army: what we know about the attack on Kobo",
        "President: Ada Cole, born 1961",
    ],
)
def test_a_heading_is_nobodys_word(text: str) -> None:
    found = record(text)
    assert not found.statements
    assert all(event.on_word_of == "reporter" for event in found.events)


LIVE = """Kobo live: army shells the port

Tuesday, 3 June 2025

17:20 — Rebels: soldiers ambushed in the south
The road is closed.

12:40 — What we know so far
Jets bombed the port at dawn.

09:30 Lunese army: rocket launchers destroyed
"""


def test_the_heading_of_a_live_entry_is_the_word_of_whom_it_names() -> None:
    found = record(LIVE)
    told = said(found)
    assert set(told) == {"soldiers ambushed in the south", "rocket launchers destroyed"}
    status = {event.trigger.text: event.status for event in found.events}
    assert status["ambushed"] == status["destroyed"] == "alleged"
    assert status["bombed"] == "happened"


INTERVIEW = """“They burned our wells”: an interview with Amina Sesay
The Coast Review, 3 March 2025

Amina Sesay was mayor of Kambe until the rebels took the town. She spoke to Peter Holm in Lun.

The rebels say that nobody was hurt when they entered Kambe. Is that so?

No. They shot eleven people in the market. I saw it from the town hall.

Why did the army leave?

I don't know. Our minister said that reinforcements were coming.

The rebels deny that they burned the wells.

They burned all four of them. We had to drink from the river.
"""


def test_the_answers_of_an_interview_are_the_guests() -> None:
    found = record(INTERVIEW)
    told = said(found)
    assert told["They shot eleven people in the market"] == "Amina Sesay"
    assert told["They burned all four of them"] == "Amina Sesay"
    assert told["that they burned the wells"] == "rebels"
    assert told["that reinforcements were coming"] != "Amina Sesay"
    status = {event.trigger.text: event.status for event in found.events}
    assert status["shot"] == "alleged"


def test_a_report_of_a_talk_is_no_exchange() -> None:
    text = INTERVIEW.replace("No. They shot", "“No,” Ms Sesay says. The rebels shot")
    told = said(record(text))
    assert "Amina Sesay" not in {who for what, who in told.items() if "burned all four" in what}


TRANSCRIPT = """Transcript: The Morning Hour, Radio Besk, 4 May 2031

PRESENTER: Our reporter Ana Ruiz is in Kambe. Ana, what have you seen?

RUIZ: Two houses are burning. The mayor, Oto Lim, told me that five people were killed.

PRESENTER: Are the rebels behind it?

RUIZ: Well, the police say so. Their commander, Karl Abu, warned that the town would pay. \
I met him at the bridge.

PRESENTER: With us is the deputy minister of defence, Marta Osei. Minister, who gave the order?

OSEI: I gave no order. We will open the road tomorrow.
"""


def test_a_label_is_whoever_bears_the_name() -> None:
    found = record(TRANSCRIPT)
    told = said(found)
    assert told["Two houses are burning"] == "Ana Ruiz"
    assert told["I gave no order"] == "Marta Osei"
    assert told["so"] == "police"
    assert told["that the town would pay"] == "Karl Abu"
    assert told["I met him at the bridge"] == "Ana Ruiz"
    assert not {place.span.text for place in found.places} & {"RUIZ", "OSEI"}
    assert {"RUIZ", "OSEI"}.isdisjoint(actor.name for actor in found.actors)


def test_when_it_was_posted_is_no_part_of_who_posted_it() -> None:
    found = record("Lun mayor Ada Cole (Telegram, 04:12): “Two men were killed at the port.”")
    (statement,) = found.statements
    assert statement.source is not None
    assert statement.source.span.text == "Lun mayor Ada Cole"
    assert said(found) == {"“Two men were killed at the port.”": "Ada Cole"}
