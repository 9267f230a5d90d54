"""Two statements of two reports that a trained scorer finds to be of one matter."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import across
from onrecord.compare.accounts.facts import Said, view
from onrecord.compare.accounts.figures import differ, figures
from onrecord.compare.accounts.whose import owner
from onrecord.compare.between.judged import judged
from onrecord.compare.scored.onematter import FEATURES, network, one_matter


def claim(id: str, who: str, act: str, said: str, day: str = "2021-03-10", **fields: str) -> Said:
    """One statement that makes up its report."""
    account = Account(id, f"{who} told reporters: {said}.", day)
    kind = fields.pop("kind", "government")
    actor = account.actor(who, who, kind=kind, country=fields.pop("country", None))
    statement = account.said(act, actor, said, **fields)
    return view(account.record()).said[statement]


CLAIM = claim("r1", "Kalmeria", "accuse", "Ordavian frogmen mined the ferry pier at Lysk harbour",
              country="KAL")  # fmt: skip


def kinds(other: Said) -> list[tuple[str, str | None]]:
    return [(kind, slot) for kind, _, _, _, slot in judged(CLAIM, other)]


def test_what_a_second_report_says_to_it_follows_from_the_act() -> None:
    text = "frogmen had mined the pier at Lysk harbour"
    denied = claim("r2", "Ordavia", "reject", f"that its {text}", country="ORD",
                   polarity="negative")  # fmt: skip
    unknown = claim("r2", "Latria", "disclaim", f"whether {text}", country="LAT")
    assert kinds(denied) == [("denies", None)]
    assert kinds(unknown) == [("undercuts", None)]


def test_another_matter_of_the_same_parties_is_nothing() -> None:
    other = claim("r2", "Ordavia", "deny", "that it had stopped the wheat talks in Varn",
                  country="ORD", polarity="negative")  # fmt: skip
    assert kinds(other) == []


def test_the_same_source_on_another_day_says_it_again() -> None:
    again = claim("r2", "Kalmeria", "accuse", "Ordavian frogmen had mined the pier at Lysk harbour",
                  "2021-04-20", country="KAL")  # fmt: skip
    assert kinds(again) == [("repeats", None)]


def test_the_scorer_is_symmetric_and_looks_at_words() -> None:
    near = claim(
        "r2", "Latria", "assert", "frogmen had mined the ferry pier at Lysk", country="LAT"
    )
    far = claim("r2", "Latria", "assert", "bread prices in Dorn had doubled", country="LAT")
    assert one_matter(CLAIM, near) == pytest.approx(one_matter(near, CLAIM))
    assert one_matter(CLAIM, near) > 0.6 > 0.1 > one_matter(CLAIM, far)
    assert network().mean.shape == (len(FEATURES),)


@pytest.mark.parametrize(
    ("text", "what", "low", "bare"),
    [
        ("the number of dead as nine", "killed", 9, True),
        ("the toll at 118", "killed", 118, True),
        ("the number at 48", "", 48, True),
        ("he had received 14 bodies", "killed", 14, True),
        ("at least 40 people were wounded", "injured", 40, False),
    ],
)
def test_numbers_of_people_as_they_are_told(text: str, what: str, low: int, bare: bool) -> None:
    (figure,) = figures(claim("r3", "Latria", "assert", text))
    assert (figure.what, figure.low, figure.bare) == (what, low, bare)


def test_ranges_that_overlap_do_not_differ_and_a_higher_later_one_has_grown() -> None:
    few = claim("r1", "Latria", "assert", "nine people were killed")
    some = claim("r2", "Kalmeria", "assert", "at least seven people were killed")
    many = claim("r3", "Kalmeria", "assert", "31 people were killed")
    assert differ(few, some) is None
    found = differ(few, many)
    assert found is not None and found.grown and "31" in found.why


def test_two_sorts_of_people_are_two_numbers_and_nobody_is_a_number() -> None:
    soldiers = claim("r1", "Latria", "assert", "the mine killed 17 soldiers")
    villagers = claim("r2", "Kalmeria", "assert", "the mine killed three villagers")
    assert differ(soldiers, villagers) is None
    nobody = claim("r3", "Kalmeria", "assert", "nobody was hurt")
    found = differ(soldiers, nobody)
    assert found is not None and not found.grown


def test_of_a_reports_claims_a_denial_denies_the_one_that_it_answers_best() -> None:
    other = Account("r0", "Latria said that shells had hit Lysk. It said that frogmen had mined "
                    "the ferry pier at Lysk harbour.", "2021-03-09")  # fmt: skip
    latria = other.actor("Latria", "Latria", country="LAT")
    other.said("assert", latria, "that shells had hit Lysk")
    mined = other.said("assert", latria, "that frogmen had mined the ferry pier at Lysk harbour")
    denial = Account("r2", "Ordavia denied that its frogmen had mined the ferry pier at Lysk.")
    ordavia = denial.actor("Ordavia", "Ordavia", country="ORD")
    said = "that its frogmen had mined the ferry pier at Lysk"
    denied = denial.said("deny", ordavia, said, polarity="negative")
    found = [x for x in across([other.record(), denial.record()]) if x.kind == "denies"]
    assert [(x.from_, x.to) for x in found] == [(denied, mined)]


def test_a_state_whose_claim_is_named_is_no_other_state() -> None:
    text = "claim that its frogmen had mined the pier at Lysk harbour"
    fields = {"country": "SYR", "polarity": "negative"}
    denied = [
        claim("r2", "Syria", "deny", f"the {whose} {text}", **fields)
        for whose in ("Turkish", "Russian")
    ]
    told = claim("r1", "Turkey", "assert", "Syrian frogmen had mined the pier at Lysk harbour",
                 country="TUR")  # fmt: skip
    found = [[kind for kind, *_ in judged(told, one)] for one in denied]
    assert found == [["denies"], []]


@pytest.mark.parametrize(
    ("text", "called", "sides"),
    [
        ("the harbour master's complaint that he was not warned", {"harbour", "master"}, set()),
        ("as a slander the relatives' claim that guards had fired", {"relativ"}, set()),
        ("an accusation by students that it had fired", {"student"}, set()),
        ("as false the Russian claim that its jet had", {"russian"}, {"RUS"}),
    ],
)
def test_whose_claim_it_is_that_is_denied(text: str, called: set[str], sides: set[str]) -> None:
    whose = owner(claim("r2", "Latria", "deny", text))
    assert whose is not None and (whose.called, whose.sides) == (called, sides)


@pytest.mark.parametrize("text", ["that the army's report was false", "the rumour of a fever"])
def test_a_denial_that_does_not_say_whose_claim(text: str) -> None:
    assert owner(claim("r2", "Latria", "deny", text)) is None


def test_two_who_see_no_wounds_are_at_one() -> None:
    one = claim("r1", "Latria", "assert", "nine drowned miners in a Lysk chapel lay on its floor "
                "with no visible wounds", country="LAT")  # fmt: skip
    two = claim("r2", "Kalmeria", "assert", "rows of drowned miners were laid on the floor of the "
                "chapel in Lysk with no visible sign of a wound", country="KAL")  # fmt: skip
    assert "undercuts" not in [kind for kind, *_ in judged(one, two)]
    none = claim("r2", "Kalmeria", "assert", "there were no reports of drowned miners on the floor "
                 "of a chapel in Lysk", polarity="negative", country="KAL")  # fmt: skip
    assert "undercuts" in [kind for kind, *_ in judged(one, none)]


def test_whom_gas_killed_are_not_those_whom_shells_did() -> None:
    gas = claim("r1", "Latria", "assert", "four people were killed by gas in Lysk")
    shells = claim("r2", "Kalmeria", "assert", "90 people were killed by shells in Lysk")
    plain = claim("r2", "Kalmeria", "assert", "90 people were killed in Lysk")
    assert differ(gas, shells) is None and differ(gas, plain) is not None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("they had found no evidence of shelling in the port of Zalamb", "undercuts"),
        ("they had found evidence of shelling in the port of Zalamb", None),
    ],
)
def test_who_found_no_evidence_undercuts_in_another_report(said: str, kind: str | None) -> None:
    one = claim("r1", "Kalmeria", "accuse", "Ordavian guns were shelling the port of Zalamb")
    polarity = "negative" if kind else "positive"
    two = claim("r2", "monitors", "assert", said, polarity=polarity)
    assert (kind in [found for found, *_ in judged(one, two)]) is (kind is not None)


def test_two_things_that_one_voice_said_at_once_are_two() -> None:
    threat = "the hostages would be executed if any attempt was made to free them by force"
    one = Account("r1", f"The Orl Brigade said {threat}.", "2021-03-02")
    said = {"cue": "said", "said": "2021-03-01"}
    one.said("threaten", one.actor("Orl Brigade", "Orl Brigade", "armed_group"), threat, **said)
    asked = "$3 million and the release of six prisoners"
    two = Account("r2", f"The Orl Brigade demanded {asked}.", "2021-03-02")
    said = {"cue": "demanded", "said": "2021-03-01"}
    two.said("demand", two.actor("Orl Brigade", "Orl Brigade", "armed_group"), asked, **said)
    found = across([one.record(), two.record()])
    assert not [x for x in found if x.kind in ("restates", "repeats")]
