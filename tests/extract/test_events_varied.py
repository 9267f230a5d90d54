"""Events in the variety that news has: strikes and rallies, aid and arms, accidents."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "status"),
    [
        ("Ada Cole began a hunger strike on Wednesday.", "began a hunger strike", "PROTEST",
         "happened"),
        ("Air traffic controllers will strike on Saturday over pay.", "strike", "PROTEST",
         "planned"),
        ("Thousands rallied against the law in Oslo.", "rallied", "PROTEST", "happened"),
        ("The opposition boycotted the opening of parliament.", "boycotted", "PROTEST", "happened"),
        ("The prisoners are refusing food over the heat.", "refusing food", "PROTEST", "ongoing"),
        ("Hackers broke into the servers of the commission.", "broke into the servers", "COERCE",
         "happened"),
        ("The rebels accepted the mediators' plan.", "accepted the mediators' plan", "AGREE",
         "happened"),
        ("Norway recognised the state of Palestine.", "recognised the state", "SUPPORT",
         "happened"),
        ("India moved heavy guns to the ridge.", "moved", "MOBILIZE", "happened"),
        ("The Red Cross evacuated wounded civilians.", "evacuated", "AID", "happened"),
        ("Norway pledged 40 million euros to the fund.", "pledged", "AGREE", "happened"),
        ("The ministry expressed regret for the delay.", "expressed regret", "CONCEDE", "happened"),
        ("The cabinet scrapped the fuel tax on Thursday.", "scrapped the fuel tax", "CONCEDE",
         "happened"),
        ("Monks rallied at the gate until police arrested nine of them.", "arrested", "COERCE",
         "happened"),
        ("The army nearly took the town.", "took", "COERCE", "hypothetical"),
        ("The army called off an attack on the port.", "attack", "ASSAULT", "hypothetical"),
        ("Four suspects allegedly linked to the cartel were rounded up on Thursday.", "rounded up",
         "COERCE", "happened"),
    ],
)  # fmt: skip
def test_what_happened(text: str, trigger: str, kind: str, status: str) -> None:
    one = next(e for e in record(text).events if e.trigger.text == trigger)
    assert (one.type, one.status) == (kind, status)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A gas explosion killed eleven people in a bakery.", "killed"),
        ("The president rallied his supporters.", "rallied"),
        ("The envoy condemned the execution of two prisoners of war.", "war"),
        ("Nurses struck a deal with the ministry.", "struck"),
    ],
)
def test_what_is_no_such_event(text: str, trigger: str) -> None:
    assert trigger not in [e.trigger.text for e in record(text).events]


@pytest.mark.parametrize(
    ("text", "trigger", "when", "where"),
    [
        ("A cyber attack on the tax board put its website out of service on Monday.",
         "cyber attack", "2030-05-06", None),
    ],
)  # fmt: skip
def test_day_of_what_an_act_does(text: str, trigger: str, when: str, where: str | None) -> None:
    one = next(e for e in record(text).events if e.trigger.text == trigger)
    assert one.when == when
