"""Towns that are retaken or shelled, and persons who bear a town's name."""

from __future__ import annotations

import pytest

from onrecord.extract.gazetteer import load_gazetteer
from onrecord.extract.towns import with_towns
from onrecord.model.analysis import Analysis, Name
from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The army retook Menaka on Sunday, the defence ministry said.", "Menaka"),
        ("Rebels shelled Kidal on Sunday, killing four.", "Kidal"),
        ("Troops bombed Menaka at dawn.", "Menaka"),
        ("Rebels captured Adigrat.", "Adigrat"),
        ("Jets struck Adigrat.", "Adigrat"),
    ],
)
def test_what_is_shelled_or_retaken_is_a_place(text: str, where: str) -> None:
    read = record(text)
    (event,) = read.events
    assert (event.where, event.recipient) == (where, ())
    assert where not in {actor.name for actor in read.actors}


def named(*names: tuple[str, str], text: str) -> Analysis:
    spans = ((text.index(name), name, kind) for name, kind in names)
    found = tuple(Name(at, at + len(name), kind, 0.9) for at, name, kind in spans)  # type: ignore[arg-type]
    return Analysis(text, names=found)


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        ("In Menaka all was calm. Kidal had fallen.", [("Menaka", "GPE"), ("Kidal", "PER")], "PER"),
        ("At Ura, they said Ura. URA had fallen.", [("Ura", "GPE"), ("URA", "PER")], "PER"),
    ],
)
def test_other_names_stay(text: str, names: list[tuple[str, str]], kind: str) -> None:
    assert with_towns(named(*names, text=text), load_gazetteer()).names[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In Menaka all was calm, though | had fallen.", "GPE"),
        ("In Menaka all was calm, though Gen. | had fallen.", "PER"),
        ("In Menaka all was calm, though Ana Menaka and | had fallen.", "PER"),
    ],
)
def test_what_the_report_calls_a_place_is_one_unless_it_is_somebody(text: str, kind: str) -> None:
    at, written = text.index("|"), text.replace("|", "Menaka")
    names = [Name(3, 9, "GPE", 0.9)]
    if "Ana" in text:
        start = text.index("Ana")
        names.append(Name(start, start + len("Ana Menaka"), "PER", 0.9))
    names.append(Name(at, at + 6, "PER", 0.9))
    assert (
        with_towns(Analysis(written, names=tuple(names)), load_gazetteer()).names[-1].kind == kind
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The government blamed the group for the Djibo attack.", "Djibo"),
        ("The army held 12 suspects over the Djibo massacre.", "Djibo"),
        ("The army held 12 suspects over the Zorvak massacre.", None),
        ("The army held 12 suspects over the Houthi attack.", None),
    ],
)
def test_an_attack_is_called_by_its_town(text: str, where: str | None) -> None:
    events = [e for e in record(text).events if e.type == "ASSAULT"]
    assert [e.where for e in events] == [where]
