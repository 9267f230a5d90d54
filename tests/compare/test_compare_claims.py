"""What two claims have to do with each other, and what came of warnings, pair by pair."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare.accounts.facts import Said, view
from onrecord.compare.pairs.claims import denies, supports, tie, undercuts
from onrecord.compare.pairs.slots import at_odds
from onrecord.compare.pairs.warnings import Deadline, deadline, fulfilled, lapsed, met, warns
from onrecord.records import Time


def claim(id: str, who: str, act: str, said: str, day: str = "2021-03-10", **fields: str) -> Said:
    """One statement that makes up its report."""
    account = Account(id, f"{who} told reporters: {said}.", day)
    actor = account.actor(who, who, country=fields.pop("country", None))
    statement = account.said(act, actor, said, **fields)
    return view(account.record()).said[statement]


BLAMED = claim("r1", "Estonia", "accuse", "Russia of cutting a cable near Paldiski", country="EST")


def test_the_accused_who_answers_denies_and_another_does_not() -> None:
    own = claim(
        "r2", "Russia", "deny", "that it had cut a cable near Paldiski",
        country="RUS", polarity="negative",
    )  # fmt: skip
    other = claim(
        "r3", "Finland", "deny", "that it had cut a cable near Hanko",
        country="FIN", polarity="negative",
    )  # fmt: skip
    assert denies(own, BLAMED) is not None
    assert denies(other, BLAMED) is None
    assert denies(own, own) is None


def test_a_claim_and_its_denial_months_apart_are_not_joined() -> None:
    late = claim(
        "r2", "Russia", "deny", "that it had cut a cable near Paldiski", "2021-06-10",
        country="RUS", polarity="negative",
    )  # fmt: skip
    assert denies(late, BLAMED) is None


def test_who_knows_nothing_of_it_undercuts_and_of_something_else_does_not() -> None:
    doubt = "it had no knowledge of a cable cut near Paldiski"
    assert undercuts(claim("r2", "Latvia", "disclaim", doubt, country="LVA"), BLAMED)
    other = "it had no knowledge of a plan to close schools"
    assert undercuts(claim("r2", "Latvia", "disclaim", other, country="LVA"), BLAMED) is None


@pytest.mark.parametrize(
    ("doubt", "undercut"),
    [
        ("he was not aware of any bomb at the Varan Bank", True),
        ("he had no information about an explosion at the Varan Bank", True),
        ("he knew of no grudges against the Varan Bank", False),
        ("he did not know why the Varan Bank was bombed", False),
        ("he did not know who bombed the Varan Bank", False),
    ],
)
def test_one_aspect_or_another_thing_unknown_undercuts_nothing(doubt: str, undercut: bool) -> None:
    told = claim("r1", "police", "assert", "a bomb exploded at the Varan Bank")
    found = undercuts(claim("r2", "Ana Roe", "disclaim", doubt), told)
    assert (found is not None) is undercut


def test_each_blames_the_other_contradicts_in_who_whichever_comes_first() -> None:
    back = claim(
        "r2", "Russia", "accuse", "Estonia of cutting the cable near Paldiski", country="RUS"
    )
    found = at_odds(BLAMED, back)
    assert found is not None and found[0] == "who"
    assert at_odds(back, BLAMED) == found


def test_it_was_not_contradicts_and_it_cannot_be_does_not() -> None:
    left = claim("r1", "Mali", "assert", "rebels had burned a granary in Mopti", country="MLI")
    fields = {"country": "FRA", "polarity": "negative"}
    right = claim("r2", "France", "assert", "rebels had burned no granary in Mopti", **fields)
    open_ = claim("r3", "France", "assert", "rebels cannot burn a granary in Mopti", **fields)
    assert at_odds(left, right) is not None and at_odds(left, right)[0] == "whether"  # type: ignore[index]
    assert at_odds(left, open_) is None


def test_two_named_sources_support_each_other_and_two_nameless_ones_may_be_one() -> None:
    words = "rebels had burned a granary and two lorries in Mopti"
    mali = claim("r1", "Mali", "assert", words, country="MLI")
    niger = claim("r2", "Niger", "assert", "a granary and lorries were burned by rebels in Mopti",
                  country="NER")  # fmt: skip
    assert supports(mali, niger) is not None and supports(niger, mali) == supports(mali, niger)
    assert supports(mali, mali) is None


def test_a_man_whom_both_name_is_no_deed_that_both_tell() -> None:
    one = claim("r1", "Mali", "accuse", "Idris al-Hadi Koné’s regime", country="MLI")
    two = claim("r2", "Niger", "accuse", "Idris al-Hadi Koné’s regime of arson", country="NER")
    assert supports(one, two) is None


def test_what_a_deed_would_be_called_is_no_warning() -> None:
    account = Account("r1", "Mali said such raids, if deliberate, may be war crimes.")
    mali = account.actor("Mali", "Mali", country="MLI")
    fields = {"condition": "if deliberate", "consequence": "may be war crimes"}
    account.said("assert", mali, "such raids, if deliberate, may be war crimes", **fields)
    held_out = Account("r2", "Mali said it would close the border if rebels raided Mopti.")
    mali = held_out.actor("Mali", "Mali", country="MLI")
    fields = {"condition": "if rebels raided Mopti", "consequence": "it would close the border"}
    held_out.said("assert", mali, "it would close the border if rebels raided Mopti", **fields)
    statements = [account.record().statements[0], held_out.record().statements[0]]
    assert [warns(one) for one in statements] == [False, True]


def test_a_tie_is_the_same_from_both_sides() -> None:
    left = claim("r1", "Mali", "assert", "a bombing of the granary", country="MLI")
    right = claim("r2", "Niger", "assert", "two strikes on a granary in Mopti", country="NER")
    assert tie(left, right) == tie(right, left)
    assert len(tie(left, right).shared) == 2


def test_words_of_every_conflict_tie_nothing() -> None:
    left = claim("r1", "Mali", "assert", "an attack killed people in the town", country="MLI")
    right = claim("r2", "Niger", "assert", "an attack killed civilians in the area", country="NER")
    assert tie(left, right).strength == 0
    assert supports(left, right) is None and at_odds(left, right) is None


def warned(**fields: str) -> Account:
    text = (
        "Iran warned Sweden that it would expel the envoy within 48 hours if a court convicted X."
    )
    account = Account("r1", text, "2021-03-10")
    iran = account.actor("Iran", "Iran", country="IRN")
    sweden = account.actor("Sweden", "Sweden", country="SWE")
    account.said(
        "threaten", iran, "that it would expel the envoy within 48 hours if a court convicted X",
        addressee=sweden, condition="a court convicted X", said="2021-03-10",
        consequence="it would expel the envoy within 48 hours", **fields,
    )  # fmt: skip
    return account


def test_what_was_held_out_comes_after_and_by_the_one_who_threatened() -> None:
    account = warned()
    warning = next(iter(view(account.record()).said.values()))
    after = Account("r2", "Iran expelled the envoy on Friday.", "2021-03-13")
    iran = after.actor("Iran", "Iran", country="IRN")
    after.event("expelled", type="SANCTION", actor=(iran,), when="2021-03-12")
    before = Account("r3", "Iran expelled the envoy on Friday.", "2021-03-06")
    iran = before.actor("Iran", "Iran", country="IRN")
    before.event("expelled", type="SANCTION", actor=(iran,), when="2021-03-05")
    other = Account("r4", "Norway expelled the envoy on Friday.", "2021-03-13")
    norway = other.actor("Norway", "Norway", country="NOR")
    other.event("expelled", type="SANCTION", actor=(norway,), when="2021-03-12")
    events = [next(iter(view(a.record()).events.values())) for a in (after, before, other)]
    assert [fulfilled(event, warning) is not None for event in events] == [True, False, False]
    assert not any(met(event, warning) for event in events)


@pytest.mark.parametrize(
    ("words", "type_", "value", "day"),
    [
        ("48 hours", "DURATION", "PT48H", "2021-03-12"),
        ("48 hours", "DURATION", "PXD", None),
    ],
)
def test_a_deadline_counts_from_the_day_on_which_it_was_set(
    words: str, type_: str, value: str, day: str | None
) -> None:
    text = "Iran warned Sweden that it would expel the envoy unless he left within 48 hours."
    account = Account("r1", text, "2021-03-10")
    iran = account.actor("Iran", "Iran", country="IRN")
    account.said(
        "threaten", iran, "that it would expel the envoy unless he left within 48 hours",
        condition="unless he left within 48 hours", said="2021-03-10",
        consequence="it would expel the envoy",
    )  # fmt: skip
    account.items["t"].append(Time("r1:t1", account.span(words), type_, value))  # type: ignore[arg-type]
    record = account.record()
    found = deadline(record, record.statements[0])
    assert found == Deadline(account.span(words), day)
    assert found is not None
    assert lapsed(found, "2021-03-13") is (day is not None) and not lapsed(found, "2021-03-12")


def test_a_length_after_a_condition_is_met_sets_no_day() -> None:
    account = warned()
    span = account.span("48 hours")
    account.items["t"].append(Time("r1:t1", span, "DURATION", "PT48H"))
    record = account.record()
    assert deadline(record, record.statements[0]) is None  # nobody knows when a court will convict
