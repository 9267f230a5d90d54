"""Whom a report's words mean: the one described and then named, the group, the pair, the head."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def called(text: str) -> dict[str, list[str]]:
    """The words for each actor, by name."""
    return {
        actor.name: [text[m.start : m.end] for m in actor.mentions] for actor in record(text).actors
    }


def told(text: str, words: str) -> list[str]:
    """The names of the actors whom these words mean."""
    return [name for name, said in called(text).items() if words in said]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "An influential Norwegian cleric is calling on Muslim nations to send aid to the rebels"
            " in Chad. Imam Karim Solheim, who heads a council in Oslo, told a crowd Tuesday that"
            " he wants Muslims everywhere to send aid to the rebels.",
            "An influential Norwegian cleric",
            "Karim Solheim",
        ),
        (
            "Norway's Defense Minister - sharply criticized for his part in the war in Chad - says"
            " he will leave the defense ministry. Jon Reed said in a Saturday interview he intends"
            " to hand the defense ministry over to a rival.",
            "Norway's Defense Minister",
            "Jon Reed",
        ),
        (
            "A top Fatah leader says the movement is willing to discuss a truce with Israel. Karim"
            " Haddad, the top Fatah official in Gaza, is quoted as saying the movement could accept"
            " a long truce.",
            "A top Fatah leader",
            "Karim Haddad",
        ),
        (
            "A spokesman for Norway's National Fisheries Council is denying a report that says the"
            " chief has resigned. Spokesman Jon Reed says the resignation report was false.",
            "A spokesman for Norway's National Fisheries Council",
            "Jon Reed",
        ),
        (
            "A key Harbour Party lawmaker has said she will leave the party to join Prime Minister"
            " Jon Reed's new party. Tuesday's announcement from Ane Holm has fueled speculation"
            " that others will join the new party.",
            "A key Harbour Party lawmaker",
            "Ane Holm",
        ),
        (
            "The man who trained 300 falcons for the airport in Oslo says half the falcons have"
            " been stolen. In recent interviews, Jon Reed has expressed his anger at the loss of"
            " the falcons.",
            "The man",
            "Jon Reed",
        ),
        (
            "The United Nations envoy to Chad has urged the rebels to accept a truce. Jon Reed made"
            " the appeal after meeting with the president Tuesday.",
            "The United Nations envoy to Chad",
            "Jon Reed",
        ),
        (
            "Authorities in Croatia say they have arrested a former Serb police officer. The state"
            " prosecutor's office says 47-year-old Dragan Ilic was arrested Wednesday in Vrana.",
            "a former Serb police officer",
            "Dragan Ilic",
        ),
    ],
)
def test_the_next_sentence_names_whom_the_first_described(text: str, words: str, name: str) -> None:
    assert told(text, words) == [name]
    assert any(name in said for said in called(text)[name])


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The Norwegian prime minister says the talks on fish quotas have failed. Defense"
            " Minister Ane Holm said the talks on fish quotas may go on.",
            "The Norwegian prime minister",
            "Ane Holm",
        ),
        (
            "A spokesman for the Norwegian army says two soldiers died in the blast. Police"
            " spokesman Jon Reed said the soldiers died in the blast.",
            "A spokesman for the Norwegian army",
            "Jon Reed",
        ),
        (
            "A Norwegian lawmaker says the army knew of the raid on Karst. General Jon Reed told"
            " reporters the army knew nothing of the raid.",
            "A Norwegian lawmaker",
            "Jon Reed",
        ),
        (
            "A rebel leader in Chad says his men will lay down their arms. Chadian President Jon"
            " Reed said the rebels must lay down their arms.",
            "A rebel leader in Chad",
            "Jon Reed",
        ),
        (
            "A fisherman says the quotas on cod are too low. Professor Ane Holm said the quotas on"
            " cod are too high.",
            "A fisherman",
            "Ane Holm",
        ),
        (
            "A Norwegian official says the talks have failed. Ane Holm also said the talks have"
            " failed.",
            "A Norwegian official",
            "Ane Holm",
        ),
    ],
)
def test_another_who_is_named_next_is_another(text: str, words: str, name: str) -> None:
    assert told(text, words) != [name]
    assert name in called(text)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "A senior Islamic Jihad leader says the Palestinian militant group is open to a pause.",
            "the Palestinian militant group",
            "Palestinian Islamic Jihad",
        ),
        (
            "Karim Haddad, the top Hamas official in the West Bank, is quoted as saying the group"
            " could accept a long truce.",
            "the group",
            "Hamas",
        ),
        (
            "Mali says it gives only moral support to Hezbollah. It sends no arms to the Shi'ite"
            " Islamic group.",
            "the Shi'ite Islamic group",
            "Hezbollah",
        ),
        (
            "Hezbollah and Hamas fired rockets. The Palestinian militant group said it hit a base.",
            "The Palestinian militant group",
            "Hamas",
        ),
        (
            "The House voted to cut off aid to Egypt, accusing the close ally of jailing writers.",
            "the close ally",
            "Egypt",
        ),
        (
            "The statement said al-Qaida leader Karim Haddad is wrong. It blamed the al-Qaida chief"
            " for the deaths.",
            "the al-Qaida chief",
            "Karim Haddad",
        ),
        (
            "Norway's delegation left the summit. The Norwegian delegation will not return.",
            "The Norwegian delegation",
            "unnamed Norway's delegation",
        ),
        ("Hamas has vowed to destroy the Jewish state.", "the Jewish state", "Israel"),
    ],
)
def test_a_description_takes_up_the_one_just_named(text: str, words: str, name: str) -> None:
    assert told(text, words) == [name]


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        (
            "Hezbollah and al-Qaida fired rockets. The militant group said it hit a base.",
            "The militant group",
            {"Hezbollah", "al-Qaeda"},
        ),
        (
            "Norway cut off aid to Chad over its raids on Mali, accusing the close ally of theft.",
            "the close ally",
            {"Norway", "Chad", "Mali"},
        ),
        ("Norway and Chad praised the close ally.", "the close ally", {"Norway", "Chad"}),
        (
            "Norway's delegation met Chad's delegation. The Chadian delegation left.",
            "The Chadian delegation",
            {"unnamed Norway's delegation"},
        ),
    ],
)
def test_of_two_whom_a_description_fits_neither_is_taken(
    text: str, words: str, others: set[str]
) -> None:
    (name,) = told(text, words)
    assert name not in others


def doers(text: str, trigger: str) -> set[str]:
    """The names of those who do what the trigger tells."""
    found = record(text)
    names = {actor.id: actor.name for actor in found.actors}
    return {
        names[one] for event in found.events if event.trigger.text == trigger for one in event.actor
    }


@pytest.mark.parametrize(
    ("text", "trigger", "pair"),
    [
        (
            "There are tensions between Cubans and Peruvians. Talks between the two sides broke"
            " down in May.",
            "Talks",
            {"Cubans", "Peruvians"},
        ),
        (
            "Jon Reed will meet leaders in Oslo. Karl Lund will join him on Tuesday. Both men held"
            " separate talks with Norwegian officials.",
            "held separate talks",
            {"Jon Reed", "Karl Lund", "unnamed Norwegian officials"},
        ),
        (
            "Norway and Chad fought over the lake in 1971. A second war between these countries"
            " broke out in 1980.",
            "war",
            {"Norway", "Chad"},
        ),
    ],
)
def test_both_are_the_pair_just_named(text: str, trigger: str, pair: set[str]) -> None:
    assert doers(text, trigger) == pair


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Stanley "Duke" Reed has been convicted of theft in Oslo.', 'Stanley "Duke" Reed'),
        ("Jon 'the Fox' Reed was arrested in Oslo.", "Jon 'the Fox' Reed"),
        (
            "The Anna and Karl Holm Foundation announced it is granting $2 million.",
            "Anna and Karl Holm Foundation",
        ),
        ("Denmark's Foreign Ministry warned of an attack.", "Danish Foreign Ministry"),
        ("China's foreign ministry warned of an attack.", "Chinese foreign ministry"),
        ("The world body sanctioned Norway's federation for cheating.", "Norway's federation"),
        (
            "Norway, Chad and allied Western states accuse Mali of arming the rebels.",
            "Norway, Chad and allied Western states",
        ),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert name in called(text)


def test_a_quotation_behind_a_name_is_no_nickname() -> None:
    named = called('Ane Holm "Never again" banners hung in Oslo, Jon Reed said.')
    assert not any('"' in name for name in named)
    apart = called("Norway and the Holm Foundation announced a grant.")
    assert "Norway" in apart


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Pham Tai Thu was angry at the loss. Thu said he raised the birds.",
            "Thu",
            "Pham Tai Thu",
        ),
        (
            "A spokesman for a bank is denying a report that says the council head and top nuclear"
            " negotiator Jon Reed has resigned.",
            "the council head",
            "Jon Reed",
        ),
        (
            "Norway's elder statesman, Nobel laureate Karl Lund, has been ousted as the Harbour"
            " party leader by a trade unionist who says he will quit the coalition.",
            "he",
            "trade unionist",
        ),
        (
            "Pham Tai Hai said he was angry. He said the birds were dead. Jon Reed is expected to"
            " ask for troops for Chad when he meets with President Holm.",
            "Jon Reed",
            "Jon Reed",
        ),
        (
            'Norway\'s president praised Karl Lund at a funeral in Oslo. "He was a brave man," Jon'
            " Reed said.",
            "He",
            "Karl Lund",
        ),
    ],
)
def test_whose_a_name_or_a_pronoun_is(text: str, words: str, name: str) -> None:
    assert name in told(text, words)


def test_who_a_clause_is_about_speaks_in_it() -> None:
    text = (
        "Norway's prime minister, Ane Holm, has been ousted as the Harbour party leader by a"
        " schoolteacher who says he will quit the coalition."
    )
    found = record(text)
    (source,) = [s.source for s in found.statements if s.source is not None]
    names = {actor.id: actor.name for actor in found.actors}
    assert source is not None and names[source.actor or ""] == "unnamed schoolteacher"


def test_when_he_comes_is_said_of_who_is_expected() -> None:
    text = (
        "Karl Lund said he was angry. He said the birds were dead. Jon Reed is due to ask for"
        " troops when he meets President Holm."
    )
    assert doers(text, "meets") == {"Jon Reed", "Holm"}


def test_a_second_person_behind_a_long_title_is_accused_too() -> None:
    text = (
        "President Lund spoke Monday. Speaking to a large crowd in Beirut Tuesday, Karim Haddad"
        " accused Mr. Lund and U.S. Secretary of State Ane Holm of seeking to spark a civil war in"
        " Lebanon."
    )
    found = record(text)
    names = {actor.id: actor.name for actor in found.actors}
    (event,) = [e for e in found.events if e.trigger.text == "accused"]
    assert [names[one] for one in event.recipient] == ["Lund", "Ane Holm"]


def test_the_children_of_others_are_others() -> None:
    text = (
        "Gunmen seized a bus with primary school children in Karst. The attack targeted the"
        " children and relatives of wealthy Nigerians."
    )
    assert told(text, "the children") != ["primary school children"]


def test_a_river_delta_is_no_country() -> None:
    text = "Gunmen attacked a camp in the Niger Delta on Monday."
    found = record(text)
    assert [place.name for place in found.places] == ["Niger Delta"]
    assert [event.where for event in found.events] == ["Niger Delta"]
