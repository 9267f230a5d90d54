"""Versions of one event on one page: what a denial itself tells, the accused's own, a headline."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import within


def found(a: Account, *kinds: str) -> list[tuple[str, str, str]]:
    """Kind and ends of the links of these kinds, without the report's id."""
    return sorted(
        (x.kind, x.from_.split(":")[1], x.to.split(":")[1])
        for x in within(a.record())
        if x.kind in kinds
    )


@pytest.mark.parametrize(
    ("act", "kind"), [("deny", "denies"), ("reject", "denies"), ("disclaim", "undercuts")]
)
def test_a_denial_answers_the_claim_that_it_tells(act: str, kind: str) -> None:
    a = Account("r", "Ordavia spoke of Kalmeria's allegation that its guards burnt a mill.")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    whole = "Kalmeria's allegation that its guards burnt a mill"
    outer = a.said(act, ord_, whole, polarity="negative")
    inner = "that its guards burnt a mill"
    a.said("accuse", kal, inner, cue="allegation", within=outer)
    assert (kind, "s1", "s2") in found(a, "denies", "undercuts")


def test_the_accused_who_tells_it_otherwise_contradicts() -> None:
    def told(reply: str) -> list[tuple[str, str, str]]:
        a = Account(
            "r", f"Elders said an Ordavian drone killed six herdsmen. Ordavia said {reply}."
        )
        elders = a.actor("elders", "Elders", kind="people", named=False)
        ord_ = a.actor("Ordavia", "Ordavia#2|Ordavia", country="ORD")
        s = a.said("assert", elders, "an Ordavian drone killed six herdsmen")
        a.event("killed", actor=(ord_,), status="alleged", on_word_of=s)
        a.said("assert", ord_, reply)
        return found(a, "contradicts", "denies")

    assert told("the drone hit only gunmen") == [("contradicts", "s2", "s1")]
    assert told("the drone cost it dear") == []


def test_who_owns_up_contradicts_who_blamed_another() -> None:
    a = Account(
        "r",
        "The army blamed Red Ford for the kidnapping of two vets in Tarn. "
        "Grey Ford claimed responsibility for the kidnapping of the vets in Tarn.",
    )
    army = a.actor("army", "army", kind="military", named=False)
    a.actor("Red Ford", "Red Ford", kind="armed_group")
    grey = a.actor("Grey Ford", "Grey Ford", kind="armed_group")
    blame = "Red Ford for the kidnapping of two vets in Tarn"
    own = "responsibility for the kidnapping of the vets in Tarn"
    s1 = a.said("accuse", army, blame)
    s2 = a.said("confirm", grey, own, cue="claimed")
    tarn = ("Tarn", "Tarn", 10.0, 10.0)
    a.event("kidnapping", on_word_of=s1, status="alleged", when="2021-03-09", place=tarn)
    again = ("Tarn", "Tarn#2", 10.0, 10.0)
    a.event("kidnapping#2", on_word_of=s2, status="alleged", when="2021-03-09", place=again)
    links = [x for x in within(a.record()) if x.kind == "contradicts"]
    assert [(x.slot, x.from_.split(":")[1], x.to.split(":")[1]) for x in links] == [
        ("who", "s2", "s1")
    ]


def test_what_came_out_since_contradicts_the_denial_before_it() -> None:
    a = Account(
        "r",
        "Ordavia denied that it had lost any soldiers. It has since acknowledged nine deaths.",
    )
    ord_ = a.actor("Ordavia", "Ordavia|It", country="ORD")
    a.said("deny", ord_, "that it had lost any soldiers", cue="denied", polarity="negative")
    a.said("confirm", ord_, "nine deaths", cue="has since acknowledged")
    assert found(a, "contradicts") == [("contradicts", "s2", "s1")]


def test_its_spokeswoman_takes_back_what_the_body_said_at_first() -> None:
    a = Account(
        "r",
        "The border service at first confirmed that the village had been lost. "
        "Its spokeswoman later said that the village was held.",
    )
    service = a.actor("border service", "border service", kind="office", country="ORD")
    voice = a.actor("spokeswoman", "Its spokeswoman", kind="person", named=False)
    a.said("confirm", service, "that the village had been lost", cue="confirmed")
    a.said("assert", voice, "that the village was held", cue="later said")
    assert found(a, "contradicts") == [("contradicts", "s2", "s1")]


def test_the_report_tells_in_full_what_its_headline_tells_in_brief() -> None:
    def told(body: str, headline: str = "minister says six") -> list[tuple[str, str, str]]:
        lead = f"Interior Minister Jo Pell put the toll at {body}."
        a = Account("r", f"Nine dead, {headline}\n\n{lead}")
        object.__setattr__(a.report, "title", f"Nine dead, {headline}")
        who = headline.split()[0]
        brief = a.actor(who, who, kind="person", named=False)
        a.said("assert", brief, headline.split()[-1], cue="says")
        pell = a.actor("Jo Pell", "Interior Minister Jo Pell", kind="person")
        a.said("assert", pell, f"the toll at {body}", cue="put")
        return found(a, "restates")

    assert told("six") == [("restates", "s2", "s1")]
    assert told("seven") == []
    assert told("six", "general says six") == []


def test_an_attack_on_another_town_is_not_what_was_warned_of() -> None:
    def told(town: str) -> list[tuple[str, str, str]]:
        a = Account(
            "r",
            "Kalmeria warned in May that it would answer with force if Ordavian guns shelled Tarn. "
            f"On Sunday Ordavian guns shelled {town}.",
        )
        kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
        ord_ = a.actor("Ordavia", "Ordavian|Ordavian#2", country="ORD")
        condition = "if Ordavian guns shelled Tarn"
        s = a.said(
            "warn",
            kal,
            f"that it would answer with force {condition}",
            cue="warned",
            condition=condition,
            said="2020-05-02",
        )
        a.event("shelled", status="hypothetical", on_word_of=s, place=("Tarn", "Tarn", 10.0, 10.0))
        last = "Tarn#2" if town == "Tarn" else town
        place = (town, last, 10.0, 10.0 if town == "Tarn" else 30.0)
        a.event("shelled#2", actor=(ord_,), when="2020-08-07", place=place)
        return found(a, "meets_condition")

    assert told("Tarn") == [("meets_condition", "e2", "s1")]
    assert told("Belm") == []


@pytest.mark.parametrize(
    ("denial", "links"),
    [
        ("dismissed this as “the usual lie”", [("denies", "s2", "s1")]),
        ("called the accusation “reckless”", [("denies", "s2", "s1")]),
        ("rejected the shepherds’ account", []),
    ],
)
def test_what_a_claim_is_called_is_nobodys_and_whose_it_is_counts(
    denial: str, links: list[tuple[str, str, str]]
) -> None:
    a = Account("r", f"Red Ford said that guards had burnt a mill. The guards {denial}.")
    red = a.actor("Red Ford", "Red Ford", kind="armed_group")
    s = a.said("accuse", red, "that guards had burnt a mill")
    guards = a.actor("guards", "guards#2|guards", kind="military", country="ORD", named=True)
    a.event("burnt", on_word_of=s, status="alleged", actor=(guards,))
    cue, _, content = denial.partition(" ")
    a.said("deny", guards, content, cue=cue, polarity="negative")
    assert [x for x in found(a, "denies")] == links


@pytest.mark.parametrize(("cue", "links"), [("also said", 1), ("said", 0)])
def test_who_tells_the_same_too_supports(cue: str, links: int) -> None:
    a = Account(
        "r",
        "A driver said soldiers fired at the clinic from a truck. "
        f"A nurse {cue} soldiers on a truck had been firing at the clinic.",
    )
    driver = a.actor("driver", "driver", kind="person", named=False)
    nurse = a.actor("nurse", "nurse", kind="person", named=False)
    a.said("assert", driver, "soldiers fired at the clinic from a truck", cue="said")
    told = "soldiers on a truck had been firing at the clinic"
    a.said("assert", nurse, told, cue=cue if cue != "said" else "said#2")
    assert len(found(a, "supports")) == links


def test_who_shares_a_view_does_not_gainsay_it() -> None:
    a = Account(
        "r",
        "Ordavia's envoy said: “Ordavia shares the Kalmerian view that Brasnia bombed the port.”",
    )
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    kal = a.actor("Kalmeria", "Kalmerian", country="KAL")
    bra = a.actor("Brasnia", "Brasnia", country="BRA")
    a.event("bombed", status="alleged", actor=(bra,), on_word_of="r:s2")
    a.said("accuse", ord_, "Ordavia shares the Kalmerian view that Brasnia bombed the port.")
    a.said("accuse", kal, "that Brasnia bombed the port.")
    assert not [x for x in within(a.record()) if x.kind == "contradicts"]
