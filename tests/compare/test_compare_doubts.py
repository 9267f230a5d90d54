"""Doubts that point to what was told before, and what a source says again."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import within

Told = list[tuple[str, str]]


def ends(a: Account, kind: str) -> Told:
    """The ends of the links of a kind, without their report's id."""
    found = [link for link in within(a.record()) if link.kind == kind]
    assert all(link.score >= 0.5 and link.why for link in found)
    return sorted((link.from_.split(":")[1], link.to.split(":")[1]) for link in found)


def doubted(content: str, *, act: str = "disclaim", lead: str = "", gap: str = " ") -> Told:
    """What is undercut by a doubt right behind the claim of a clerk."""
    a = Account(
        "r",
        f"A clerk said that he had phoned the barracks four times.{gap}{lead}"
        f"A captain said {content}.",
    )
    clerk = a.actor("clerk", "A clerk", kind="person", named=False)
    captain = a.actor("captain", "A captain", kind="person", named=False)
    a.said("assert", clerk, "that he had phoned the barracks four times", cue="said")
    polarity = "positive" if act == "disclaim" else "negative"
    a.said(act, captain, content, cue="said#2", polarity=polarity)
    return ends(a, "undercuts")


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("he had no information", "disclaim"),
        ("he was unaware", "disclaim"),
        ("there was no record of any such calls", "deny"),
        ("he had seen no such message", "deny"),
        ("he had found nothing to bear that out", "assert"),
        ("there was nothing that would support the claim", "assert"),
        ("he had found no trace of the calls", "deny"),
        ("he had not been told of any change", "disclaim"),
        ("he did not know where this came from", "disclaim"),
        ("he could neither confirm nor rule it out", "disclaim"),
        ("nothing suggested that anybody had phoned", "assert"),
    ],
)
def test_a_doubt_that_points_undercuts_what_was_told_right_before(content: str, act: str) -> None:
    assert doubted(content, act=act) == [("s2", "s1")]


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("he did not know whether the lamps would work", "disclaim"),
        ("he did not know why the clerk had phoned", "disclaim"),
        ("he had no information on the owner's health", "disclaim"),
        ("he had not been told of any price", "disclaim"),
        ("he could not rule out snow", "disclaim"),
        ("there was no sign of snow", "assert"),
        ("nothing suggested that it would snow", "assert"),
    ],
)
def test_a_doubt_of_something_else_undercuts_nothing(content: str, act: str) -> None:
    assert doubted(content, act=act) == []


def test_who_was_asked_about_something_else_doubts_that() -> None:
    assert doubted("he had no information", lead="Asked about the calls, ") == []
    assert doubted("he had no information", lead="Asked about it, ") == [("s2", "s1")]
    assert doubted("he had no information", lead="Asked about his salary, ") == []


def test_what_was_told_far_before_is_not_pointed_to() -> None:
    assert doubted("he had no information", gap=" " + "Rain fell on the hills. " * 20) == []


def test_accounts_that_nobody_could_verify_are_all_of_the_paragraph() -> None:
    def told(gap: str) -> Told:
        a = Account(
            "r",
            f"A miller said a mast had burnt.{gap}Two monks spoke of a smell of gas. "
            "The Sentinel could not verify the accounts.",
        )
        miller = a.actor("miller", "A miller", kind="person", named=False)
        monks = a.actor("monks", "Two monks", kind="people", named=False)
        paper = a.actor("Sentinel", "The Sentinel", kind="outlet")
        a.said("assert", miller, "a mast had burnt", cue="said")
        a.said("assert", monks, "a smell of gas", cue="spoke of")
        a.said("disclaim", paper, "the accounts", cue="could not verify")
        return ends(a, "undercuts")

    assert told(" ") == [("s3", "s1"), ("s3", "s2")]
    assert told("\n\n") == [("s3", "s2")]


def test_no_evidence_against_one_undercuts_each_who_charges_him() -> None:
    a = Account(
        "r",
        "Police accused Red Ford of planting a bomb. A baker said snow had come. "
        "Dara accused Red Ford of firing at the bus. Two envoys saw no evidence against Red Ford.",
    )
    a.actor("Red Ford", "Red Ford|Red Ford#2|Red Ford#3", kind="armed_group")
    police = a.actor("Police", "Police", kind="office")
    baker = a.actor("baker", "A baker", kind="person", named=False)
    dara = a.actor("Dara", "Dara", country="DAR")
    envoys = a.actor("envoys", "Two envoys", kind="people", named=False)
    a.said("accuse", police, "Red Ford of planting a bomb", cue="accused")
    a.said("assert", baker, "snow had come", cue="said")
    a.said("accuse", dara, "Red Ford of firing at the bus", cue="accused#2")
    a.said("disclaim", envoys, "no evidence against Red Ford", cue="saw")
    assert ends(a, "undercuts") == [("s4", "s1"), ("s4", "s3")]


def test_who_cannot_say_who_did_it_undercuts_an_account_that_names_the_doer() -> None:
    def told(content: str) -> Told:
        a = Account(
            "r", f"Vern said Daran troops opened fire on its post. An observer said {content}."
        )
        vern = a.actor("Vern", "Vern", country="VER")
        dara = a.actor("Dara", "Daran", country="DAR")
        observer = a.actor("observer", "An observer", kind="person", named=False)
        s = a.said("assert", vern, "Daran troops opened fire on its post", cue="said")
        a.event("opened fire", status="alleged", on_word_of=s, actor=(dara,))
        a.said("assert", observer, content, cue="said#2", polarity="negative")
        return ends(a, "undercuts")

    assert told("it was not in a position to say who had fired first") == [("s2", "s1")]
    assert told("it was too early to say who was responsible") == [("s2", "s1")]
    assert told("it was too early to say who would win the vote") == []


def test_who_knows_of_no_arrests_says_nothing_of_a_raid() -> None:
    a = Account("r", "A league said jets had bombed a wedding. A clerk said he knew of no arrests.")
    league = a.actor("league", "A league", kind="ngo", named=False)
    clerk = a.actor("clerk", "A clerk", kind="person", named=False)
    s = a.said("assert", league, "jets had bombed a wedding", cue="said")
    a.event("bombed", status="alleged", on_word_of=s)
    d = a.said("disclaim", clerk, "he knew of no arrests", cue="said#2")
    a.event("arrests", type="COERCE", status="denied", on_word_of=d)
    assert ends(a, "undercuts") == []


@pytest.mark.parametrize(
    ("who", "content", "links"), [(0, "the threat", 1), (0, "the offer", 0), (1, "the threat", 0)]
)
def test_a_threat_that_is_repeated_is_the_last_of_its_source(
    who: int, content: str, links: int
) -> None:
    a = Account(
        "r",
        "Ivo Rost warned that sabotage would be answered tenfold. "
        f"{('Rost', 'Dahl')[who]} repeated {content}.",
    )
    rost = a.actor("Ivo Rost", "Ivo Rost" + ("|Rost#2" if who == 0 else ""), kind="person")
    again = rost if who == 0 else a.actor("Dahl", "Dahl", kind="person")
    a.said("threaten", rost, "that sabotage would be answered tenfold", cue="warned")
    a.said("threaten", again, content, cue="repeated")
    assert len(ends(a, "repeats")) == links


def test_a_threat_of_last_year_is_repeated_by_the_same_side() -> None:
    def told(said: str) -> Told:
        a = Account(
            "r",
            "Vern warned that it would shell the pits if raiders crossed the river. "
            "It had warned before that it would shell the river pits.",
        )
        vern = a.actor("Vern", "Vern|It", country="VER")
        told = "that it would shell the pits if raiders crossed the river"
        a.said("threaten", vern, told, cue="warned", said="2021-03-09")
        told = "that it would shell the river pits"
        a.said("threaten", vern, told, cue="warned#2", said=said)
        return ends(a, "repeats")

    assert told("2020-05-02") == [("s1", "s2")]
    assert told("2021-03-09") == []


@pytest.mark.parametrize(
    ("behind", "links"),
    [
        ("Within hours three rockets were fired at Vern", 1),
        ("Before that three rockets were fired at Vern", 0),
        ("Within hours three schools were opened in Vern", 0),
    ],
)
def test_what_is_told_to_have_come_within_hours_meets_the_condition(
    behind: str, links: int
) -> None:
    a = Account(
        "r", f"A minister warned that Dara would pay if a rocket was fired at Vern. {behind}."
    )
    minister = a.actor("minister", "A minister", kind="person", named=False)
    a.said(
        "threaten", minister, "that Dara would pay if a rocket was fired at Vern", cue="warned",
        condition="if a rocket was fired at Vern", consequence="Dara would pay",
    )  # fmt: skip
    a.event("fired#2" if "fired" in behind else "opened")
    found = ends(a, "meets_condition")
    assert len(found) == links
