"""Who a phrase or a pronoun stands for: trees mended, names whole, leads named behind, kin."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_actors_third import mentioned, names, speakers
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Norway's President Jon Reed told Russian television that he would punish any "
            "officials involved in the killing.",
            "Jon Reed",
        ),
        (
            "The case was condemned by a number of Kenyan and international press groups.",
            "Kenyan and international press groups",
        ),
        ("A number of officials said the talks failed.", "unnamed officials"),
        ("Thousands of Cubans said they would march.", "thousands of Cubans"),
        (
            "Shi'ite and Kurdish negotiators agreed to allow Parliament to consider amendments.",
            "unnamed Shi'ite and Kurdish negotiators",
        ),
        ("Spokesmen for Hamas also say it has settled on a minister.", "unnamed Hamas spokesmen"),
        ("A Kuwaiti newspaper, al-Bayan, has reported details of the deal.", "al-Bayan"),
        ("His magazine, Haqooq-i-Watan, argued that the law was wrong.", "Haqooq-i-Watan"),
        ("A recent edition of Harbour magazine reports that books were burned.",
         "Harbour"),
        ("The Norwegian Federation of Journalists condemned the arrest.",
         "Norwegian Federation of Journalists"),
    ],
)  # fmt: skip
def test_who_speaks_is_the_head_of_the_phrase(text: str, who: str) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("North Korean Vice Foreign Minister Kim Kye-min met envoys in Beijing.", "Kim Kye-min",
         "Kim Kye"),
        ("Sunni and Shi'ite leaders agreed to hold talks in Baghdad.", "Sunni and Shi'ite leaders",
         "Shi'ite"),
        ("The two parties joined forces against the government.", "parties", "forces"),
        ("The minister called on both sides to end the fighting.", "both sides", "sides"),
    ],
)  # fmt: skip
def test_no_part_of_a_phrase_is_an_actor(text: str, name: str, others: str) -> None:
    found = names(text)
    assert name in found
    assert others not in found


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Norwegian Foreign Minister Ane Holm has accused the bloc of fraud. The Norwegian "
            "official Friday did not name a country, but she said it lay in the east.",
            "Ane Holm",
            ["Norwegian Foreign Minister Ane Holm", "The Norwegian official", "she"],
        ),
        (
            "Norway's foreign minister says talks remain stalled. Speaking to reporters Wednesday "
            "in Oslo, Ane Holm said Norway has always sought a truce.",
            "Ane Holm",
            ["Norway's foreign minister", "Ane Holm"],
        ),
        (
            "A Norwegian rights organization says jailed monks are on hunger strike. The Oslo-based"
            " Norwegian Campaign for Bhutan says 41 jailed monks have been on hunger strike since "
            "May. The rights group also called on the government to free them.",
            "Campaign for Bhutan",
            [
                "A Norwegian rights organization",
                "The Oslo-based Norwegian Campaign for Bhutan",
                "The rights group",
            ],
        ),
        (
            "Harbour Watch said the army had burned homes. The report says 14 people were killed.",
            "Harbour Watch",
            ["Harbour Watch", "The report"],
        ),
        (
            "A Norwegian newspaper, Dagens Tid, says the minister resigned. The paper says he was "
            "ill.",
            "Dagens Tid",
            ["A Norwegian newspaper", "Dagens Tid", "The paper"],
        ),
        (
            "Norwegian hostage Ane Holm arrived in Oslo on Saturday. The journalist was freed "
            "Thursday. Holm's father says the video was made under duress. Jim Holm says his "
            "daughter felt compelled to speak.",
            "Jim Holm",
            ["Holm's father", "Jim Holm", "his"],
        ),
        (
            "President Ane Holm accused Prime Minister Jon Reed of fraud. The president and prime "
            "minister agreed to hold early elections.",
            "Jon Reed",
            ["Prime Minister Jon Reed", "prime minister"],
        ),
        (
            "The United Nations envoy for Kenya is calling on that country's government to improve "
            "human rights.",
            "Kenyan government",
            ["Kenya", "that country's government"],
        ),
    ],
)
def test_a_description_is_of_who_was_or_will_be_named(
    text: str, name: str, mentions: list[str]
) -> None:
    assert mentioned(text, name) == mentions


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "Norwegian Foreign Minister Ane Holm and Norwegian Trade Minister Jon Reed met in Oslo."
            " The Norwegian official said the talks had failed.",
            "unnamed Norwegian official",
        ),
        (
            "Harbour Watch said the army had burned homes. The army said it was investigating. The "
            "report says 14 people were killed.",
            "report",
        ),
        (
            "Norwegian hostage Ane Holm met Jon Reed in Oslo. The journalist was freed Thursday.",
            "unnamed journalist",
        ),
        (
            "Ane Holm was arrested on Monday. Holm's brother said she was innocent. Jon Reed said "
            "she would appeal.",
            "Holm's brother",
        ),
        (
            "Norway and Kenya signed a deal. The envoy urged that country's government to act.",
            "country's government",
        ),
    ],
)
def test_who_may_be_another_stays_apart(text: str, apart: str) -> None:
    assert apart in names(text)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (
            "Harbour Watch says 41 jailed monks are on hunger strike. It says they are demanding "
            "treatment for another monk.",
            "they",
            "unnamed jailed monks",
        ),
        (
            "The commission rejected complaints by Prime Minister Jon Reed. But a spokesman for "
            "the prime minister says he will not concede the election.",
            "he",
            "Jon Reed",
        ),
        ("The president's spokesman said he would sign the bill on Monday.", "he", "president"),
        ("A spokeswoman for the governor said she would veto the bill.", "she", "governor"),
        ("A spokesman for the army said he had seen the bodies.", "he",
         "unnamed spokesman for the army"),
        (
            "A spokesman for Mr. Reed said he had no information about the raid.",
            "he",
            "unnamed spokesman for Mr. Reed",
        ),
        ("Jon Reed praised Amin and said the group would avenge him.", "him", "Amin"),
        ("Jon Reed met Ben Lund. Reed said the army would protect him.", "him", "Jon Reed"),
        ("Soldiers shot at farmers as they fled.", "they", "farmers"),
        (
            "The ruling party says the union will join a government, but the union has said it "
            "will refuse.",
            "it",
            "union",
        ),
    ],
)  # fmt: skip
def test_a_pronoun_is_of_whom_its_clause_tells(text: str, pronoun: str, name: str) -> None:
    assert pronoun in mentioned(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ane Holm was arrested on Monday. Her brother said she was well.", "Ane Holm's brother"),
        ("Jon Reed is an envoy. His aide said he was well.", "unnamed aide"),
        (
            "The report from Detlev Holm is to be delivered Monday. Mr. Holm will brief the "
            "council.",
            "Detlev Holm",
        ),
    ],
)
def test_what_somebody_is_called(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Pakistan has agreed to talks. India has been pressing its neighbor for access.", "PAK"),
        ("Pakistan and Nepal agreed to talks. India has been pressing its neighbor.", "IND"),
    ],
)
def test_a_neighbour_is_the_one_other_country(text: str, country: str) -> None:
    spans = {span.text: actor for actor in record(text).actors for span in actor.mentions}
    assert spans["its neighbor"].country == country


def test_they_who_are_two_each_act() -> None:
    text = "Norway and Sweden have held a third meeting. They agreed to dismantle the camp."
    called = {actor.id: actor.name for actor in record(text).actors}
    assert [called[one] for one in event(text, "agreed").actor] == ["Norway", "Sweden"]
