"""Statements of invented sentences, as the program reads them: acts, spans, who says it."""

from __future__ import annotations

from functools import cache

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import ReportRecord, Statement

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@cache
def record(text: str) -> ReportRecord:
    from onrecord.extract import read_record
    from onrecord.model import analyse
    from onrecord.read.frontmatter import front
    from onrecord.records import Report

    breaks = [(front(text).body,)]
    analysis = analyse([text], breaks=breaks, threads=1)[0]
    report = Report("r", text, "0" * 64, published="2030-05-06", published_basis="told")
    return read_record(report, analysis)


def last(text: str) -> Statement:
    return record(text).statements[-1]


def said(one: Statement) -> list[str]:
    return [span.text for span in one.content]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("BAKU - A rocket brought down the chimney of the plant on Monday, the ministry said.",
         "the ministry", "A rocket brought down the chimney of the plant on Monday"),
        ("KARACHI - Tanker drivers said on Monday that the wells were dry.",
         "Tanker drivers", "that the wells were dry"),
        ("Published November 17 2029 Shelling killed ten people on Friday, a monitor said.",
         "a monitor", "Shelling killed ten people on Friday"),
        ("Six men died on Sunday. MOSCOW (Sputnik) Six people were killed in the shelling of "
         "Damascus, a hospital worker told the radio.", "a hospital worker",
         "Six people were killed in the shelling of Damascus"),
        ("NUKU'ALOFA - The nobles' spokesman, Lord Fakava, said on Monday that the crown was gone.",
         "The nobles' spokesman, Lord Fakava", "that the crown was gone"),
    ],
)  # fmt: skip
def test_a_dateline_is_in_nobodys_mouth(text: str, source: str, content: str) -> None:
    one = last(text)
    assert one.source is not None
    assert one.source.span.text.rstrip(",") == source
    assert said(one) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Gunmen set fire to nine lorries near Faya on Sunday, the army said. Smoke hung over the "
         "road for hours.", "Gunmen set fire to nine lorries near Faya on Sunday"),
        ("Could it come to war? Most analysts think it unlikely.", "it unlikely"),
        ("The fighters had vanished, officials said, hours after the army declared the area clear "
         "of insurgents.", "The fighters had vanished"),
        ("An officer was killed on Tuesday, officials said, in the worst violence in the north for "
         "three years.", "An officer was killed on Tuesday"),
        ("The road was closed, the ministry said, but had no word on repairs.",
         "The road was closed"),
        ("Reached by phone, he said: “I know no such woman,” and hung up.",
         "“I know no such woman,”"),
        ("The radio claimed that a ransom was paid, as a report by the group Zye alleged in "
         "January.", "that a ransom was paid"),
    ],
)  # fmt: skip
def test_what_nobody_said_is_no_content(text: str, content: str) -> None:
    assert said(last(text)) == [content]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # the tree hides who closes the sentence
        ("Russia had robbed the silos of wheat, the farm minister, Taras Hnat, charged again on "
         "Monday in Beirut.", "the farm minister, Taras Hnat", "charged",
         ["Russia had robbed the silos of wheat"]),
        ("A hundred people lie buried under the hillside, the administrator of Enga, Sandis Kaupa, "
         "estimated after flying over the scar.", "the administrator of Enga, Sandis Kaupa",
         "estimated", ["A hundred people lie buried under the hillside"]),
        # what a claim, or an offer, is called
        ("Rebels said soldiers had shelled a camp, an accusation that the defence ministry called "
         "false.", "the defence ministry", "called", ["an accusation", "false"]),
        ("The vessel had refused help, a claim flatly denied by the charity SeaLine.",
         "the charity SeaLine", "flatly denied", ["a claim"]),
        ("Rabe made an offer that Musa Deng has turned down.", "Musa Deng", "has turned down",
         ["an offer"]),
        ("Iran took the ship, a move that the United States condemned as piracy.",
         "the United States", "condemned", ["a move", "as piracy"]),
        ("The radio claimed that a ransom was paid, which the state government denied.",
         "the state government", "denied", ["which"]),
        ("Moscow calls claim “absurd”", "Moscow", "calls", ["claim “absurd”"]),
        ("Estonia's prime minister, Kaia Roos, put Moscow on notice on Monday: if a cable was "
         "cut, every Russian tanker would be turned back.", "Estonia's prime minister, Kaia Roos",
         "put Moscow on notice",
         ["if a cable was cut, every Russian tanker would be turned back"]),
        ("The staff calls upon the force to come out of its silence and asks the people not to "
         "give in to panic.", "The staff", "asks", ["the people not to give in to panic"]),
        # who speaks between a subject and its verb
        ("Three of the eleven mills, wrote the inspector Rehana Das in her log, had locked their "
         "doors.", "the inspector Rehana Das", "wrote",
         ["Three of the eleven mills", "had locked their doors"]),
        ("The guards, army chief Musa Deng said, had fled.", "army chief Musa Deng", "said",
         ["The guards", "had fled"]),
        ("The army, according to residents, had left.", "residents", "according to",
         ["The army", "had left"]),
        ("Sea Lantern dismissed as an old lie the claim that it helps smugglers.", "Sea Lantern",
         "dismissed", ["as an old lie the claim that it helps smugglers"]),
        ("The premier held the smelter responsible for the cyanide in the river.", "The premier",
         "held", ["the smelter responsible for the cyanide in the river"]),
        # words that an agent said to whom the sentence is about
        ("The prisoner said he had been warned by a Tajik officer that he would not live to see "
         "the autumn.", "a Tajik officer", "had been warned",
         ["that he would not live to see the autumn"]),
        ("Musa Deng conceded that a strike had been carried out but maintained that rebels were "
         "meeting in the basement.", "Musa Deng", "maintained",
         ["that rebels were meeting in the basement"]),
        # who is given something has not said it
        ("The union has given the government an ultimatum to withdraw the force.", "The union",
         "has given the government an ultimatum", ["to withdraw the force"]),
        ("Ticino's police chief, Renzo Galli, could neither confirm nor rule out that agents had "
         "been there.", "Ticino's police chief, Renzo Galli",
         "could neither confirm nor rule out", ["that agents had been there"]),
        ("The ministry had called the minister. He hung up.", "He", "hung up", []),
        ("Ankara had yet to respond on Wednesday.", "Ankara", "had yet to respond", []),
        ("Lawyers put the number at 48.\n\n“Nobody has been beaten,” the interior minister, Zviad "
         "Lomid, has just told Imedi Plus television.", "the interior minister, Zviad Lomid",
         "has just told", ["“Nobody has been beaten,”"]),
        ("Survivors told aid workers that there had been about 120 on board, most of them "
         "Egyptians.", "Survivors", "told",
         ["that there had been about 120 on board, most of them Egyptians"]),
    ],
)  # fmt: skip
def test_who_says_what(text: str, source: str, cue: str, content: list[str]) -> None:
    one = last(text)
    assert one.source is not None and one.cue is not None
    assert one.source.span.text.rstrip(",") == source
    assert one.cue.text == cue
    assert said(one) == content


def test_a_place_that_heads_a_line_says_nothing() -> None:
    found = record("Peru: two die in raid\n\nTwo men died in a raid on Monday.").statements
    assert not found


def test_a_finding_is_its_finders() -> None:
    text = (
        "The army's spokesman, Nasr Wahb, dismissed as fabrication the monitor's finding that its "
        "planes had bombed the town."
    )
    one = record(text).statements[0]
    assert one.cue is not None and one.cue.text == "dismissed"
    assert said(one) == [text[text.index("as fabrication") : -1]]
    for other in record(text).statements[1:]:
        assert other.source is not None and other.source.span.text == "the monitor"


def test_who_says_nothing_has_no_words() -> None:
    assert not record("The minister, who said nothing, was sacked.").statements


def test_what_was_said_is_not_said_again_within_it() -> None:
    text = "The spokesman said he was unable to confirm that the town had fallen."
    assert len(record(text).statements) == 1


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        ("The workers' leader, Delia Quiro, told the crushers that she would close the ports the "
         "day they sacked one of her members.", "they sacked one of her members",
         "she would close the ports"),
        ("The gang warned that, the moment their leader was moved, they would kill guards in all "
         "the jails.", "their leader was moved", "they would kill guards in all the jails"),
        ("Colonel Nia Rabe told the radio that his men would open fire on any aircraft that tried "
         "to land.", "any aircraft that tried to land", "his men would open fire"),
        ("President Danielle Morel said the island would not be home to a base for as long as she "
         "was in office.", "she was in office", "the island would not be home to a base"),
    ],
)  # fmt: skip
def test_conditions(text: str, condition: str, consequence: str) -> None:
    one = last(text)
    assert one.condition is not None and one.consequence is not None
    assert (one.condition.text, one.consequence.text) == (condition, consequence)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The utility, Southern Gas, said supplies had been cut. It urged factories to save gas.",
         "Southern Gas"),
        ("“They have not,” said the Special Rapporteur on adequate housing, Luis Ferrand.",
         "Luis Ferrand"),
        ("“They begged for help,” said its co-ordinator, Judith Amsel.", "Judith Amsel"),
        ("“Anyone can buy this,” said one of them, Lucia Marchetti of the firm Cortina Labs.",
         "Lucia Marchetti"),
        ("The blast tore through a plant run by Gulf Crest Polymers. The company denied that it "
         "had ignored any warning.", "Gulf Crest Polymers"),
        ("The gang's leader, who calls himself Colonel Toto, laughed. “It is a gift,” he said.",
         "Toto"),
        ("Nine rebels were killed in an ambush near Adra said the Syrian Observatory for Human "
         "Rights a group opposed to President Bashar al-Assad.",
         "Syrian Observatory for Human Rights"),
        ("After talks in Geneva Foreign Minister Carla Stone said a truce would begin on Monday.",
         "Carla Stone"),
        ("South Wales Police said an officer had been treated for a broken wrist.",
         "South Wales Police"),
    ],
)  # fmt: skip
def test_who_is_behind_a_source(text: str, name: str) -> None:
    found = record(text)
    source = found.statements[-1].source
    assert source is not None and source.named
    assert {actor.id: actor.name for actor in found.actors}[source.actor or ""] == name


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # what was told before, or asked, is said not to be so
        ("Lawyers said guards had tried to tow the boat. A coastguard spokesman, Niko Vard, said "
         "there had been no tow.", "deny"),
        ("The union asked whether the firm had a plan. Chief executive Martin Hale said it did "
         "not.", "deny"),
        ("The minister, Ali Kogler, said no such request had reached his desk.", "deny"),
        ("The army dismissed the figure as “fiction”.", "deny"),
        ("Verania's consul, Levent Aksoy, dismissed the account as a fairy tale.", "deny"),
        # not known
        ("The fire department says it knows of none.", "disclaim"),
        ("The port authority said it had seen no evidence of a theft.", "disclaim"),
        ("The navy said it had not been told of the arrest.", "disclaim"),
        ("The governor, Rosa Lind, said nobody had informed her of a death.", "disclaim"),
        ("The United Nations office said it was not in a position to confirm the escape.",
         "disclaim"),
        ("A doctor told the Star he had no way of knowing who was right.", "disclaim"),
        # harm to come
        ("“If the firms do not stop stealing our gas, every mile of this pipe will burn,” Harun "
         "Marri, a rebel commander, said.", "threaten"),
        ("Brazil has warned both that it will not tolerate foreign troops on its soil.",
         "threaten"),
        ("Colonel Nia Rabe, who leads the mutineers, told the radio that his men would open fire "
         "on any aircraft that tried to land.", "threaten"),
        ("The ministry said it would respond in kind.", "threaten"),
        ("“No bullets left our barracks,” army chief Musa Deng told reporters. “Whoever says "
         "otherwise is lying.”", "deny"),
        ("Police said there was no shooting there.", "deny"),
        # what others are to do
        ("The mutineers want their arrears paid.", "demand"),
        ("Opposition leader Sumi Pat sought the resignation of the chief minister.", "demand"),
        # who is behind it
        ("Rebel commander Harun Marri told the radio that soldiers had shelled a camp on Tuesday.",
         "accuse"),
        ("Prime Minister Arben Kras said the attackers had been trained and equipped by Serbia.",
         "accuse"),
        ("“We put the hospital on the list, and they bombed it all the same,” said Leila Haddad, "
         "a researcher.", "accuse"),
        ("Interior Minister Asad Qures repeated the charge on Thursday.", "accuse"),
        # what was done to somebody, or long before, is not done by saying so
        ("Three officers told this newspaper that they had been offered money to look away.",
         "assert"),
        ("The United Kingdom should suspend transfers immediately, the Centre said.", "demand"),
    ],
)  # fmt: skip
def test_what_a_statement_does(text: str, act: str) -> None:
    assert last(text).act == act


def test_what_is_played_down_is_no_part_of_the_verb() -> None:
    text = "A Pentagon official played down reports that it was about to set up a base."
    one = record(text).statements[0]
    assert one.cue is not None and one.cue.text == "played down"
    assert said(one) == ["reports that it was about to set up a base"]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The army denied having anything to do with the shooting at the Lysk border post.", None),
        ("The mayor denied the claim in a post on Telegram.", "Telegram"),
    ],
)
def test_a_post_is_where_it_was_said_only_where_it_is_no_place(
    text: str, channel: str | None
) -> None:
    assert last(text).channel == channel
