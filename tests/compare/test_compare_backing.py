"""Who bears out in one report what another told before, and who only seems to."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import within

Told = list[tuple[str, str]]


def backed(a: Account) -> Told:
    """The ends of the links of support, without their report's id."""
    found = [link for link in within(a.record()) if link.kind == "supports"]
    assert all(link.score >= 0.5 and link.why for link in found)
    return sorted((link.from_.split(":")[1], link.to.split(":")[1]) for link in found)


def two(first: str, second: str, *, act: str = "assert", then: str = "assert") -> Account:
    """A report of two statements, each "source | cue | content"."""
    parts = [tuple(part.strip() for part in one.split("|")) for one in (first, second)]
    a = Account("r", " ".join(f"{source} {cue} {told}." for source, cue, told in parts))
    for number, (said_as, (source, cue, told)) in enumerate(zip((act, then), parts, strict=True)):
        kind = "outlet" if "Post" in source else "people" if source.endswith("s") else "person"
        actor = a.actor(source, source, kind=kind, named="Post" in source)
        cue = f"{cue}#2" if number and cue == parts[0][1] else cue
        negative = {"polarity": "negative"} if " no " in f" {told}" else {}
        a.said(said_as, actor, told, cue=cue, **negative)
    return a


CLAIM = "Two dockers | said | that crates of rifles had been unloaded at pier nine"


@pytest.mark.parametrize(
    ("second", "links"),
    [
        ("A customs inspector | confirmed | that rifles had come through the pier", 1),
        ("A customs inspector | confirmed | that a cook had been arrested", 0),
        ("A customs inspector | said | that rifles had come through the pier", 0),
        ("A customs inspector, citing dockers, | confirmed | that rifles came through the pier", 0),
    ],
)
def test_who_confirms_what_was_told_bears_it_out(second: str, links: int) -> None:
    act = "confirm" if "confirmed" in second else "assert"
    assert len(backed(two(CLAIM, second, then=act))) == links


def test_another_number_is_no_confirmation() -> None:
    def told(number: str) -> Told:
        first = "The union men | said | that 40 miners were trapped in the old shaft"
        second = f"An owner | confirmed | that {number} miners were trapped in the old shaft"
        return backed(two(first, second, then="confirm"))

    assert told("40") == [("s2", "s1")]
    assert told("12") == []


def test_one_word_of_the_same_matter_is_conceded_only_where_it_is_the_act() -> None:
    def told(second: str) -> Told:
        a = two(
            "Farm hands | said | that the mine had flooded the meadows by the river",
            f"An owner | acknowledged | {second}",
            then="confirm",
        )
        a.event("flooded", status="alleged", on_word_of="r:s1")
        return backed(a)

    assert told("that a cellar had been flooded") == [("s2", "s1")]
    assert told("that the river was used by bathers") == []


def test_a_leak_is_confirmed_over_a_denial_between() -> None:
    a = Account(
        "r",
        "The Harbour Post reported that the fleet had been told of the raid. The navy denied it. "
        "A clerk confirmed that a word of caution had gone out.",
    )
    post = a.actor("Harbour Post", "The Harbour Post", kind="outlet")
    a.said("assert", post, "that the fleet had been told of the raid", cue="reported")
    navy = a.actor("navy", "The navy", kind="military", named=False)
    a.said("deny", navy, "it", cue="denied", polarity="negative")
    clerk = a.actor("clerk", "A clerk", kind="person", named=False)
    a.said("confirm", clerk, "that a word of caution had gone out", cue="confirmed")
    assert backed(a) == [("s3", "s1")]


def test_the_toll_that_is_confirmed_is_the_last_number_told() -> None:
    def told(second: str) -> Told:
        first = "Some monitors | said | that a car bomb killed 14 people at the bus station"
        return backed(two(first, f"A surgeon | confirmed | {second}", then="confirm"))

    assert told("the death toll") == [("s2", "s1")]
    assert told("the date of the feast") == []


@pytest.mark.parametrize(
    ("second", "links"),
    [
        ("The bishop | backed | the call", 1),
        ("The bishop | endorsed | their appeal", 1),
        ("The bishop | backed | the men of the families' call", 1),
        ("The bishop | backed | the housing bill", 0),
        ("The bishop | backed | the mayor's call", 0),
        ("The bishop | rejected | the call", 0),
    ],
)
def test_a_call_that_another_backs_is_the_last_that_is_meant(second: str, links: int) -> None:
    first = "The families of the men | demanded | an open inquiry into the sinking"
    then = "reject" if "rejected" in second else "assert"
    assert len(backed(two(first, second, act="demand", then=then))) == links


def test_who_has_no_reason_to_doubt_an_account_bears_it_out() -> None:
    def told(second: str) -> Told:
        first = "Police officers | said | that the car had been struck by a falling tree"
        return backed(two(first, f"A rival | said | {second}"))

    assert told("he had no reason to doubt the police account") == [("s2", "s1")]
    assert told("he had no reason to doubt the doctors' account") == []
    assert told("he had no reason to go home") == []


def test_who_likewise_blames_the_same_bears_it_out() -> None:
    def told(cue: str, what: str) -> Told:
        a = Account("r", f"Vern accused Dara of cutting the cable. Tolva {cue} Dara {what}.")
        vern = a.actor("Vern", "Vern", country="VER")
        a.actor("Dara", "Dara|Dara#2", country="DAR")
        tolva = a.actor("Tolva", "Tolva", country="TOL")
        a.said("accuse", vern, "Dara of cutting the cable", cue="accused")
        a.said("accuse", tolva, f"Dara {what}", cue=cue)
        return backed(a)

    assert told("also blamed", "for the cut cable") == [("s2", "s1")]
    assert told("likewise blamed", "for it") == [("s2", "s1")]
    assert told("also blamed", "for the price of bread") == []
    assert told("blamed", "for the cut cable") == []


@pytest.mark.parametrize(
    ("second", "links"),
    [
        ("Medical records | describe | round wounds consistent with cigarette burns", 1),
        ("Medical records | describe | bruises consistent with a fall", 0),
        ("Video footage | shows | guards burning a man with a cigarette", 1),
        ("Video footage | shows | guards handing out bread", 0),
        ("Video footage shot by detainees | shows | guards burning a man with a cigarette", 0),
    ],
)
def test_what_records_and_images_show_bears_a_claim_out(second: str, links: int) -> None:
    first = "The detainees | said | that guards had burnt them with a cigarette"
    parts = [tuple(part.strip() for part in one.split("|")) for one in (first, second)]
    a = Account("r", " ".join(f"{source} {cue} {told}." for source, cue, told in parts))
    source, cue, told = parts[0]
    a.said("assert", a.actor("detainees", source, kind="people", named=False), told, cue=cue)
    source, cue, told = parts[1]
    a.said("assert", a.actor(source, source, kind="other", named=False), told, cue=cue)
    a.event("burnt", status="alleged", on_word_of="r:s1")
    assert len(backed(a)) == links


@pytest.mark.parametrize(
    ("claim", "second", "links"),
    [
        ("officers had set fire to the stalls", "they saw officers pour petrol on the stalls", 1),
        ("youths had set fire to the stalls", "they saw officers pour petrol on the stalls", 0),
        ("officers had set fire to the stalls", "they saw no officers near the stalls", 0),
        ("officers had set fire to the stalls", "they knew officers by the stalls", 0),
    ],
)
def test_a_witness_bears_out_whom_he_saw_doing_it(claim: str, second: str, links: int) -> None:
    first = f"A lawyer | said | {claim}"
    assert len(backed(two(first, f"Two traders | said | {second}"))) == links


def test_a_witness_who_is_set_against_the_claim_bears_nothing_out() -> None:
    a = Account(
        "r",
        "A lawyer said officers had burnt the stalls. "
        "But traders said they saw officers guard the stalls.",
    )
    lawyer = a.actor("lawyer", "A lawyer", kind="person", named=False)
    traders = a.actor("traders", "traders", kind="people", named=False)
    a.said("assert", lawyer, "officers had burnt the stalls", cue="said")
    a.said("assert", traders, "they saw officers guard the stalls", cue="said#2")
    assert backed(a) == []


@pytest.mark.parametrize(
    ("second", "by", "links"), [("with hoses", False, 1), ("by the inmates", True, 0)]
)
def test_what_befell_those_who_tell_of_it_bears_it_out(second: str, by: bool, links: int) -> None:
    a = Account(
        "r",
        "A league of lawyers said that guards beat prisoners. "
        f"Twelve men said they had been beaten {second}.",
    )
    league = a.actor("league of lawyers", "A league of lawyers", kind="ngo", named=False)
    men = a.actor("men", "Twelve men", kind="people", named=False)
    others = (a.actor("inmates", "the inmates", kind="people", named=False),) if by else ()
    a.said("assert", league, "that guards beat prisoners", cue="said")
    s = a.said("assert", men, f"they had been beaten {second}", cue="said#2")
    a.event("beaten", status="alleged", on_word_of=s, actor=others)
    assert len(backed(a)) == links
