"""Descriptions joined with the name behind them, several named behind one noun, names cut short,
and whose a government is."""

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
    ("text", "lead", "name"),
    [
        (
            "A Russia envoy says the leader of Cuba has agreed to talks. Russia's Interfax news "
            "agency says presidential envoy Oleg Sorokin just returned from Havana.",
            "A Russia envoy",
            "Oleg Sorokin",
        ),
        (
            "Iraq's president said no base would be built. Adel Barzan spoke after meeting in Paris"
            " with French Foreign Secretary Anne Petit.",
            "Iraq's president",
            "Adel Barzan",
        ),
        (
            "A London-based research group says Iran is building a new tunnel. The International "
            "Centre for Arms Studies reports that photos show trucks near the tunnel.",
            "A London-based research group",
            "International Centre for Arms Studies",
        ),
        (
            "The top British arms inspector for Libya says the search for shells has found nothing."
            " The assessment by special advisor Adam Wells, head of the Libya Panel, was posted on "
            "the Internet late Monday.",
            "The top British arms inspector for Libya",
            "Adam Wells",
        ),
        (
            "The United Nations food chief has called for a strong effort to end hunger in Yemen. "
            "Head of the World Food Program James Ward Tuesday urged donors to act against hunger.",
            "The United Nations food chief",
            "James Ward",
        ),
        (
            "A top U.S. official says the importance of opium cultivation to Afghanistan's economy "
            "is declining. Richard Boucher, the U.S. assistant secretary of state for south Asian "
            "affairs, says about one third of the Afghan economy was based on opium last year.",
            "A top U.S. official",
            "Richard Boucher",
        ),
        (
            "A prominent human rights group says Fatah militants committed war crimes when they "
            "launched rocket attacks. A Human Rights Watch spokesman said Fatah rocket attacks were"
            " unlawful. A new report released by the group says forty men died.",
            "A new report",
            "Human Rights Watch",
        ),
        (
            "An African Union official says two peacekeepers have been killed in an ambush in "
            "Sudan. The acting head of the AU mission in Sudan, Jean Nato, said the two soldiers "
            "were killed in the ambush.",
            "An African Union official",
            "Jean Nato",
        ),
        (
            "His comments come one day after Russian Foreign Minister Igor Lavin said Moscow had "
            "information about camps. He also alleged that men had crossed the border.",
            "He",
            "Igor Lavin",
        ),
        (
            "A U.S. judge has agreed to review the decision to repatriate 15 Cuban migrants. U.S. "
            "District Judge Adam Moreno Thursday questioned the reasoning for sending back the "
            "migrants.",
            "A U.S. judge",
            "Adam Moreno",
        ),
        (
            "U.S. Senator John Arner says he will retire in 2009. Arner told supporters Friday "
            "that he will not seek a sixth term. The former chairman of the Senate Armed Services "
            "Committee has criticized the war.",
            "The former chairman of the Senate Armed Services Committee",
            "John Arner",
        ),
        (
            "A commander of Dutch troops in Chad says forces from the Netherlands have killed "
            "dozens of fighters. In an interview with the Netherlands' daily Tij, Colonel Henk "
            "Morsen said troops have been involved in six clashes.",
            "A commander of Dutch troops in Chad",
            "Henk Morsen",
        ),
        (
            "Military spokesman, Major Sheldon Smith says the gunman wounded two soldiers.",
            "Military spokesman",
            "Sheldon Smith",
        ),
        (
            "Saudi King Abdullah arrived in Paris. The Saudi monarch will hold talks there.",
            "The Saudi monarch",
            "Abdullah",
        ),
        (
            "President Lund has telephoned his Afghan counterpart Omar Zaher. The Afghan leader "
            "thanked him for the call.",
            "The Afghan leader",
            "Omar Zaher",
        ),
        (
            "The governor of Kunar province, Abdul Karimi told reporters that the men had left.",
            "The governor of Kunar province",
            "Abdul Karimi",
        ),
    ],
)
def test_a_description_is_joined_with_the_name_beside_it(text: str, lead: str, name: str) -> None:
    assert lead in mentioned(text, name)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "A U.N. envoy said the talks in Yemen had failed. EU envoy Javier Solana said the talks"
            " would go on.",
            "unnamed U.N. envoy",
        ),
        (
            "A judge said the talks had failed. Meanwhile, Judge Peter Holt said the talks would go"
            " on.",
            "unnamed judge",
        ),
        (
            "Iraq's president said no base would be built. Turkish lawmaker Kemal Sayan spoke in "
            "Ankara.",
            "Iraqi president",
        ),
        (
            "A newspaper says the army has left. A Human Rights Watch spokesman said the army was "
            "still there.",
            "newspaper",
        ),
        (
            "An African Union official says two peacekeepers have been killed in an ambush in "
            "Sudan. The head of the U.N. mission in Sudan, Jean Nato, said two soldiers were killed"
            " in the ambush.",
            "unnamed African Union official",
        ),
        ("The minister said the talks were dead. Mr. Cole said they were not.", "minister"),
        (
            "The president met Senator John Arner. The former chairman of the committee said the "
            "war was lost.",
            "chairman of the committee",
        ),
        (
            "A Norwegian commander said the town was quiet. Polish General Jan Kowal said the road "
            "was mined.",
            "unnamed Norwegian commander",
        ),
        (
            "A newspaper says the bank has closed. The Central Bank said it had not closed.",
            "newspaper",
        ),
        (
            "Norway's defense minister met his Afghan counterpart Omar Zaher. The Afghan leader "
            "did not attend.",
            "Afghan leader",
        ),
        (
            "After the meeting with the governor of Kunar, Abdul Karimi told reporters that the men"
            " had left.",
            "governor of Kunar",
        ),
    ],
)
def test_another_who_is_named_next_is_not_whom_the_lead_meant(text: str, apart: str) -> None:
    assert apart in names(text)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The newspapers El Mundo and La Razon reported the blast.", "El Mundo and La Razon"),
        ("The magazines Time and Newsweek say the men were held.", "Time and Newsweek"),
        ("The ministers Anna Berg and Per Dahl said they would go.", "Anna Berg and Per Dahl"),
        ("Three ministers, Anna Berg and Per Dahl among them, said they would go.", "ministers"),
        ("The rebels, Norway and Poland said, had left.", "rebels"),
    ],
)
def test_several_named_behind_their_noun_are_the_speakers(text: str, called: str) -> None:
    assert speakers(text) == [called]


def test_the_papers_named_behind_their_noun_are_papers() -> None:
    read = record("The newspapers El Mundo and La Razon reported that the army had left.")
    kinds = {actor.name: actor.kind for actor in read.actors}
    assert kinds["El Mundo"] == kinds["La Razon"] == kinds["El Mundo and La Razon"] == "outlet"


def test_each_of_those_named_behind_their_noun_has_it_done_to_them() -> None:
    text = "Police arrested two suspects, Goran Simic and Petar Lazic, on Monday."
    read, one = record(text), event(text, "arrested")
    called = {actor.id: actor.name for actor in read.actors}
    assert [called[who] for who in one.recipient] == ["Goran Simic", "Petar Lazic"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Hezb-e-Watan group said it was behind the raid.", "Hezb-e-Watan group"),
        ("The United Iraqi Alliance met Saturday, to choose a leader.", "United Iraqi Alliance"),
        ("Head of the U.N. Fund for Women and Children Maria Lopez Tuesday urged the states to "
         "give money.", "Maria Lopez"),
        ("The leader of the militant group Abu Sayyaf said the raid was theirs.",
         "leader of the militant group"),
        ("A warrant was issued for Luis Mora and seven others for the massacre of students.",
         "other people"),
    ],
)  # fmt: skip
def test_names_are_whole_and_end_where_they_end(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The regional government in Spain's Basque region signed a deal.",
         "Basque regional government", None),
        ("The government of Khost province said the men had left.",
         "Khost provincial government", None),
        ("The Kurdish regional government in northern Iraq said it was a breach.",
         "Kurdish regional government", None),
        ("The government in Spain's capital said the men had left.", "Spanish government", "ESP"),
        ("Serbian police handed him over. Serbia said so. The tribunal indicted him in 2001.",
         "tribunal", None),
    ],
)  # fmt: skip
def test_whose_a_government_or_a_court_is(text: str, name: str, country: str | None) -> None:
    found = {actor.name: actor.country for actor in record(text).actors}
    assert name in found and found[name] == country


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("The United States called Cuba's tests a threat after the communist nation fired two "
         "rockets.", "the communist nation", "Cuba"),
        ("Denmark closed its embassy in Yemen. The Scandinavian country said it was threatened.",
         "The Scandinavian country", "Denmark"),
        ("Ghana asked Peru for help. The Andean nation said it would send doctors.",
         "The Andean nation", "Peru"),
        ("France accused Mali of fraud. The impoverished country denied the charge.",
         "The impoverished country", "Mali"),
    ],
)  # fmt: skip
def test_a_country_by_where_it_lies_or_how_it_is_ruled(text: str, said: str, name: str) -> None:
    assert said in mentioned(text, name)


def test_a_country_of_another_region_is_not_meant() -> None:
    text = "Norway and Sweden met. The Baltic nation said it had not been asked."
    assert "The Baltic nation" not in mentioned(text, "Norway") + mentioned(text, "Sweden")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("A spokesman, Bo Gang, said the investigator, Max Noll, presented a report that was wrong "
         "because he only visited three cities during his visit.", "he", "Max Noll"),
        ("A spokesman, Bo Gang, said the investigator, Max Noll, presented a report that was wrong "
         "because he only visited three cities during his visit.", "his", "Max Noll"),
        ("Chancellor Anna Berg has called on the kidnappers of a German woman taken hostage in "
         "Yemen to release her immediately.", "her", "German woman"),
        ("Syrian Deputy Foreign Minister Omar Mekdad insisted his country has been cooperating "
         "with Iraq by deploying 10,000 troops.", "his country", "Syria"),
        ("Syria's U.N. Ambassador Omar Mekdad insisted his country has been cooperating with Iraq.",
         "his country", "Syria"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means_in_what_is_said(text: str, pronoun: str, name: str) -> None:
    assert pronoun in mentioned(text, name)


def test_nobody_s_country_is_guessed() -> None:
    read = record("President Ana Ruiz said her country had closed its border.")
    assert "government" not in [actor.kind for actor in read.actors]
