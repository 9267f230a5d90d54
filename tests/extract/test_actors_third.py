"""Phrases cut at a hyphen, holders behind their title, police of a place, and what is no actor."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def names(text: str) -> list[str]:
    """The names of a report's actors."""
    return [actor.name for actor in record(text).actors]


def speakers(text: str) -> list[str | None]:
    """The names of those who say something, a statement at a time."""
    read = record(text)
    called = {actor.id: actor.name for actor in read.actors}
    return [called.get(s.source.actor or "") for s in read.statements if s.source is not None]


def mentioned(text: str, name: str) -> list[str]:
    """How the report's words call the actor of this name."""
    read = record(text)
    actor = next(actor for actor in read.actors if actor.name == name)
    return [span.text for span in actor.mentions]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Officials in rebel-held Tarmo said two men had died.", "Officials in rebel-held Tarmo"),
        ("Police in Russian-occupied Crimea arrested a man.", "Police in Russian-occupied Crimea"),
        (
            "Nurses in the Taliban-controlled province of Kunduz said the clinic was shelled.",
            "Nurses in the Taliban-controlled province of Kunduz",
        ),
        ("The Iranian-backed militia said it had fired rockets.", "The Iranian-backed militia"),
        ("Police in Harbour said on Monday a man was held.", "Police in Harbour"),
    ],
)
def test_a_phrase_goes_on_behind_a_hyphen(text: str, mention: str) -> None:
    assert mention in [span.text for actor in record(text).actors for span in actor.mentions]


def test_police_of_a_held_place_are_not_the_reports_own_country_s() -> None:
    text = (
        "India said Monday that police in Pakistani-controlled Kashmir had arrested a man. "
        "Police said he was a teacher."
    )
    police = next(a for a in record(text).actors if a.kind == "office")
    assert police.country is None
    assert [span.text for span in police.mentions] == [
        "police in Pakistani-controlled Kashmir",
        "Police",
    ]


def test_police_are_those_of_the_country_that_the_report_has_come_to() -> None:
    iraq = (
        "Two bombs killed 20 people in Baghdad. Iraqi officials said the attacks were aimed at "
        "pilgrims in Karbala. Iraq has seen many attacks."
    )
    norway = " A court in Oslo has charged a Norwegian man. The man was arrested in Bergen in May."
    said = " Police said he had a rifle."
    assert "Iraqi Police" in names(iraq + said)
    assert "Iraqi Police" not in names(iraq + norway + said)


def test_police_are_the_one_force_that_is_named() -> None:
    one = "Harbour City Police have arrested two men. Police say the men had guns."
    assert speakers(one) == ["Harbour City Police"]
    two = "Bergen Police arrested two men. Oslo Police arrested three. Police say they had guns."
    assert speakers(two) == ["police"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A spokesman for Prime Minister Ane Holm said the talks had failed.",
            "unnamed spokesman for Prime Minister Ane Holm",
        ),
        (
            "A spokeswoman for Chancellor Ane Holm said the talks had failed.",
            "unnamed spokeswoman for Chancellor Ane Holm",
        ),
        (
            "A spokesman for Defense Secretary Robert Lund said the troops would leave.",
            "unnamed spokesman for Defense Secretary Robert Lund",
        ),
        (
            "A lawyer for opposition leader Ben Lund said the trial was unfair.",
            "unnamed lawyer for opposition leader Ben Lund",
        ),
        ("The spokesman, Defense Secretary Robert Lund, said the troops would leave.",
         "Robert Lund"),
        ("Prime Minister Ane Holm's office said the talks had failed.",
         "Prime Minister Ane Holm's office"),
    ],
)  # fmt: skip
def test_who_speaks_for_a_titled_person_is_not_that_person(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Dalai Lama said the monks had left.", ["Dalai Lama", "unnamed monks"]),
        (
            "Officials refuted an Associated Press report that troops had left.",
            ["unnamed officials", "Associated Press", "troops"],
        ),
        ("Addis Ababa plans to withdraw its troops.", ["Ethiopia", "Ethiopian troops"]),
        ("Gunmen killed an off duty policeman.", ["gunmen", "unnamed off duty policeman"]),
        (
            "One Swedish and one Danish soldier were killed.",
            ["Swedish and Danish soldiers"],
        ),
        ("Two Norwegian soldiers were killed.", ["Norwegian soldiers"]),
        ("Police said a bomb exploded at a Bergen women's clinic.", ["police"]),
        (
            "Police said a bomb hurt two dozen women in a village.",
            ["police", "women"],
        ),
        ("The Palestinian Authority said it would close the border.", ["Palestinian Authority"]),
        ("President Holms' Bergen compound was attacked.", ["Holms"]),
        ("Three people were killed and 12 others were hurt.", ["people", "other people"]),
        ("Others said the minister had lied.", ["unnamed other people", "minister"]),
        ("Sri Lankan authorities arrested two men.", ["Sri Lanka", "men"]),
    ],
)
def test_who_acts_is_called_by_the_whole_name_and_no_more(text: str, actors: list[str]) -> None:
    assert names(text) == actors


def test_a_list_of_states_and_bodies_is_told_apart() -> None:
    text = "The European Union, the United States, Norway and other countries condemned it."
    found = names(text)
    assert {"European Union", "United States", "Norway"} <= set(found)
    assert not [name for name in found if "the United States" in name]


def test_a_line_s_end_is_no_part_of_a_name() -> None:
    found = names("The rebels said Norwegian government\nforces had shelled Tarmo on Monday.")
    assert "Norwegian government forces" in found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A U.S. military statement said two men were killed.", "US military"),
        ("A military statement said two men were killed.", "military"),
        (
            "The U.S. military said it had killed two men. A military statement said 15 more died.",
            "US military",
        ),
        ("A police statement said two men were held.", "police"),
        ("A Norwegian army statement said two men were killed.", "Norwegian army"),
        ("A financial statement said the firm had lost money.", None),
    ],
)
def test_a_statement_is_its_issuer_s(text: str, speaker: str | None) -> None:
    assert (speakers(text)[-1] or None) == speaker


def test_the_army_is_no_band_that_is_called_one() -> None:
    text = (
        "Rebels of the National Liberation Army (ELN) handed over two men on Monday. "
        "The army said it had halted its raids."
    )
    assert speakers(text) != ["National Liberation Army"]


def test_the_agency_is_not_another_agency_s_name() -> None:
    text = (
        "The Harbour News Agency (HNA) reported a test. A spy agency told a committee of it. "
        "The agency refused to comment."
    )
    assert speakers(text)[-1] != "Harbour News Agency"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Omar Said was arrested on Monday.", "Omar Said"),
        ("Police held Yusuf Said for two days in May.", "Yusuf Said"),
        ("A court freed Hamid Said and two others.", "Hamid Said"),
        ("The minister met Ali Said in Oslo on Monday.", "Ali Said"),
        ("The rebels, led by Karim Said, left on Monday.", "Karim Said"),
    ],
)
def test_a_surname_that_looks_like_a_verb_is_one(text: str, actor: str) -> None:
    assert actor in names(text)
    assert record(text).statements == ()


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Omar Said told reporters that the talks had failed.", "Omar Said", "told"),
        ("Lawyers for Nuri Said said that he was ill.", "unnamed lawyers for Nuri Said", "said"),
        ("Ada Cole Says Talks Failed", "Ada Cole", "Says"),
        ("Ada Cole said the talks had failed.", "Ada Cole", "said"),
    ],
)
def test_who_is_called_so_may_say_something(text: str, speaker: str, cue: str) -> None:
    assert speakers(text) == [speaker]
    assert [s.cue.text for s in record(text).statements if s.cue] == [cue]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("A spokesman for Ben Lund said he would resign.", "Ben Lund", "he"),
        ("A lawyer for Ben Lund said his trial was unfair.", "Ben Lund", "his"),
        ("Ben Lund said he would resign.", "Ben Lund", "he"),
        ("Ben Lund said Paul Cole was held as he was about to be deported.", "Paul Cole", "he"),
        ("Ben Lund said Karl Berg had lost his job.", "Karl Berg", "his"),
        ("Ben Lund said he had lost his job.", "Ben Lund", "his"),
        (
            "Police spokesman Ben Lund said two men came to Paul Cole's house the day after his "
            "death.",
            "Paul Cole",
            "his",
        ),
        ("Ben Lund met Ada Cole, the one ally who has backed his threat.", "Ben Lund", "his"),
        (
            "The Berg family said three doctors were warned that one of them might be shot.",
            "unnamed doctors",
            "them",
        ),
        ("Norway's government urged its people to keep up their own marches.", "people", "their"),
        (
            "Ane Holm and Ben Lund denounced the raid. They urged the rebels to leave.",
            "Ane Holm and Ben Lund",
            "They",
        ),
        ("The militia says it has killed two soldiers.", "militia", "it"),
    ],
)
def test_a_pronoun_is_whom_its_own_clause_makes_it(text: str, name: str, words: str) -> None:
    assert words in mentioned(text, name)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Officials said they were killed on Monday.", "unnamed officials", "they"),
        ("The police said they might be killed.", "police", "they"),
    ],
)
def test_who_was_killed_tells_nothing_of_it(text: str, name: str, words: str) -> None:
    dead = "were killed" in text
    assert (words in mentioned(text, name)) is not dead


def test_authorities_of_two_lands_are_two() -> None:
    first = (
        "Rebels in Norway launched raids on Sunday, killing nine Norwegians. Authorities say five "
        "Norwegian policemen were shot. The weather was bad. Many people fled."
    )
    then = " Raids took place across Sweden. Two Swedish soldiers were killed."
    said = " Authorities suspect that officers took part."
    assert names(first + said).count("authorities") == 1
    assert names(first + then + said).count("authorities") == 2


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Police in Norway arrested Hamdi Adan on Friday. The British citizen was held in Oslo.",
            "Hamdi Adan",
            "The British citizen",
        ),
        (
            "Hamid Amin, also known as Abu Tal, left Rome. The rebel's friends cheered the cleric.",
            "Hamid Amin",
            "Abu Tal",
        ),
        (
            "Senator Ada Cole is in Tarmo, where the veteran lawmaker is to call for a vote.",
            "Ada Cole",
            "the veteran lawmaker",
        ),
        (
            "Farid Hassan, 16, left his home for Oslo. The boy said he wanted to help.",
            "Farid Hassan",
            "The boy",
        ),
        (
            "Maoist rebels attacked a post on Monday. The guerrillas say they killed ten men.",
            "Maoist rebels",
            "The guerrillas",
        ),
        (
            "Ane Holm met Ben Lund in Oslo on Monday. The two leaders agreed to meet again.",
            "Ane Holm and Ben Lund",
            "The two leaders",
        ),
        (
            "Iran and Norway met on Monday. Talks between the two countries began in May. Both "
            "sides have said they are ready.",
            "Iran and Norway",
            "Both sides",
        ),
        (
            "The Sunrise Movement says a raid has killed three of its members.",
            "Sunrise Movement members",
            "its members",
        ),
        (
            "Israeli Prime Minister Ane Holm's office says she and Ben Lund spoke on Sunday.",
            "Israeli Prime Minister Ane Holm's office",
            "Israeli Prime Minister Ane Holm's office",
        ),
    ],
)
def test_a_description_is_whom_it_was_named_for(text: str, name: str, words: str) -> None:
    assert words in mentioned(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police chief Ben Lund spoke on Monday. The boy said he wanted to help.", "boy"),
        (
            "Ada Cole and Ben Lund are in Tarmo, where the veteran lawmaker is to call for a vote.",
            "unnamed veteran lawmaker",
        ),
        (
            "Maoist rebels and Hamas attacked a post. The guerrillas say they killed ten men.",
            "guerrillas",
        ),
        (
            "The army and rebels are fighting. Norway and Sweden warned both sides on Monday.",
            "both sides",
        ),
        ("Iran, Iraq and Norway met on Monday. Both sides have said they are ready.", "both sides"),
    ],
)
def test_a_description_that_may_mean_two_is_left_alone(text: str, name: str) -> None:
    assert name in names(text)


def test_a_branch_is_not_the_body_that_it_is_called_after() -> None:
    text = "Al-Qaida in Iraq said it had killed two men. Al-Qaeda praised the raid."
    assert speakers(text) == ["al-Qaeda in Iraq", "al-Qaeda"]


def test_a_title_with_a_hyphen_is_one() -> None:
    text = "The U.S. consul-general in Tarmo said two men left. The attorney-general denied it."
    assert speakers(text) == [
        "unnamed U.S. consul-general in Tarmo",
        "unnamed attorney-general",
    ]
    one = "Secretary-General Ane Holm left. The secretary-general said she was ill."
    assert speakers(one) == ["Ane Holm"]


@pytest.mark.parametrize(
    "first", ["A military spokesman says", "Military spokesman Major Sven Holm says"]
)
def test_the_spokesman_of_one_body_is_not_taken_for_anothers(first: str) -> None:
    text = (
        f"{first} the gunman wounded two soldiers. Police also said a bomb went off in Kerra. "
        "A hospital spokesman said Ben Cole is alert. The spokesman said Cole will undergo tests."
    )
    told = speakers(text)
    assert told[-1] in ("unnamed hospital spokesman", "unnamed spokesman")
    assert told[0] not in told[1:]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Police shot a student, a lawyer for the family, Adam Reyes, told reporters.", "student"),
        ("Two gunmen killed a judge, the chief of detectives, Carl Beck, said.", "judge"),
    ],
)
def test_who_tells_of_it_is_not_whom_it_befell(text: str, victim: str) -> None:
    read = record(text)
    actors = {a.id: a for a in read.actors}
    (event,) = [e for e in read.events if e.type == "ASSAULT"]
    assert [victim in actors[i].name for i in event.recipient] == [True]
    assert not any(actors[i].named for i in event.recipient)
