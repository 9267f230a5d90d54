"""Claims of responsibility and their withdrawal, threats in other forms, a network that is cut."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def acts(text: str) -> list[str]:
    return [s.act for s in record(text).statements]


def days(text: str, trigger: str) -> list[str | None]:
    return [e.when for e in record(text).events if trigger in e.trigger.text]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Denmark voiced concern over the incident.", "assert"),
        ("The union expressed deep concern about the plan.", "assert"),
        ("The union expressed fear that the mine would flood the village.", "warn"),
        ("The harbour master warned that the dam could break.", "warn"),
    ],
)
def test_concern_is_no_warning(text: str, act: str) -> None:
    assert acts(text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("If the sailors are not released, Norway will take the case to the United Nations, the "
         "Norwegian prime minister said.", "threaten"),
        ("If both sides agree, Norway will take the case to the court in The Hague, the Norwegian "
         "foreign minister said.", "assert"),
        ('The Norwegian president said at the weekend that he would shut the border "the same '
         'hour".', "threaten"),
        ("The Norwegian president said he would sign the law the same day.", "assert"),
        ("Those who continue to spread rumours will be pursued, the interior ministry said.",
         "threaten"),
        ("The police said that those who stole the painting will be pursued.", "assert"),
    ],
)  # fmt: skip
def test_threats_of_recourse_at_once_and_to_whoever_does_it(text: str, act: str) -> None:
    assert acts(text) == [act]


def test_whom_a_condition_befalls_is_not_threatened() -> None:
    text = (
        "If {} released, Norway will take the case to the United Nations, its prime minister said."
    )
    (befallen,) = record(text.format("the Danish sailors are not")).statements
    assert befallen.condition is not None and befallen.addressee is None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A group called the Orsk Brigades has said it was behind both attacks.", "confirm"),
        ("The Valley Front said it was responsible for the explosion.", "confirm"),
        ("The Valley Front said that it had carried out the bombing.", "confirm"),
        ("The army said it had struck two bases.", "assert"),
        ("The Valley Front said it had struck a deal with the army.", "assert"),
        ("The Valley Front denied that it was behind the attacks.", "deny"),
        ("The president said he was behind the minister.", "assert"),
        ("The Valley Front withdrew its claim, saying the statement had been posted by others.",
         "deny"),
        ("The Valley Front withdrew its men, saying the talks had begun.", "assert"),
    ],
)  # fmt: skip
def test_who_says_that_it_was_they_owns_up(text: str, act: str) -> None:
    assert acts(text) == [act]


def test_a_claim_of_both_attacks_names_who_did_them() -> None:
    read = record("A group called the Orsk Brigades has said it was behind both attacks.")
    (attack,) = read.events
    names = {actor.id: actor.name for actor in read.actors}
    assert [names[id_] for id_ in attack.actor] == ["Orsk Brigades"] and attack.status == "alleged"


def test_the_day_of_a_claim_or_of_what_is_avenged_is_not_the_deeds() -> None:
    claim = "The Valley Front claimed responsibility for the abduction last Thursday."
    assert days(claim, "abduction") == [None] and record(claim).statements[0].said is not None
    dated = "The Valley Front claimed responsibility for Tuesday's bombing."
    assert days(dated, "bombing") != [None]
    strike = "The army carried out the strike in revenge for the killing of two men in August."
    assert days(strike, "strike") == [None] and days(strike, "killing") != [None]
    plain = "The army carried out the strike in August."
    assert days(plain, "strike") != [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Access to the internet has been temporarily limited.", True),
        ("The government cut mobile data across the north on Monday.", True),
        ("Mobile internet was suspended on Monday.", True),
        ("Access to the lake has been limited.", False),
        ("The shop cut its prices on Monday.", False),
    ],
)
def test_a_network_that_is_cut_is_withheld(text: str, found: bool) -> None:
    kinds = [(e.type, e.mode) for e in record(text).events]
    assert (("COERCE", "withhold") in kinds) is found


def test_a_claim_that_is_withdrawn_is_no_retreat() -> None:
    kinds = {e.type for e in record("The Valley Front withdrew its claim on Tuesday.").events}
    assert "RETREAT" not in kinds
    assert {e.type for e in record("The army withdrew its men on Tuesday.").events} == {"RETREAT"}
