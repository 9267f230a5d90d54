"""Who is condemned where a deed is condemned, and who is handed over to a court."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("Kenya condemned any overthrow of the government.", "condemned", []),
        ("The union criticised the dismissal of the minister.", "criticised", []),
        ("Peru condemned the occupation of its embassy.", "condemned", []),
        # Those by whom it was done are condemned for it, and so is its owner.
        (
            "Peru condemned the takeover of the Bolivian parliament by the police.",
            "condemned",
            ["police"],
        ),
        ("The bloc condemned the government's takeover of the mines.", "condemned", ["government"]),
        ("Peru denounced the junta.", "denounced", ["junta"]),
    ],
)
def test_whom_a_deed_befell_is_not_condemned_for_it(
    text: str, trigger: str, whom: list[str]
) -> None:
    assert names(text, event(text, trigger).recipient) == whom


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "whom"),
    [
        (
            "Idriss Moke was surrendered to the tribunal by Chad.",
            "surrendered",
            ("COERCE", "arrest"),
            ["Idriss Moke"],
        ),
        (
            "Chad surrendered the general to the tribunal in The Hague.",
            "surrendered",
            ("COERCE", "arrest"),
            ["unnamed general"],
        ),
        (
            "Kenya transferred two suspects to the court.",
            "transferred",
            ("COERCE", "arrest"),
            ["unnamed suspects"],
        ),
        (
            "Ten captives were surrendered to the Red Cross by the militia.",
            "surrendered",
            ("RETREAT", "release"),
            ["captives"],
        ),
        # Who gives up a town, or himself, arrests nobody.
        (
            "Rebels surrendered the town to the army.",
            "surrendered",
            ("RETREAT", "withdraw"),
            ["army"],
        ),
        (
            "Forty fighters surrendered to the army near Bama.",
            "surrendered",
            ("RETREAT", "withdraw"),
            ["army"],
        ),
    ],
)
def test_who_is_surrendered_is_handed_over(
    text: str, trigger: str, kind: tuple[str, str], whom: list[str]
) -> None:
    told = event(text, trigger)
    assert (told.type, told.mode) == kind
    assert names(text, told.recipient) == whom
