"""Who has said something and who was told; what is kept back; whom a long title or a noun means."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def sources(text: str) -> list[str | None]:
    """The words for the source of each statement; None where it is nobody's."""
    return [one.source.span.text if one.source else None for one in record(text).statements]


def speakers(text: str) -> list[str | None]:
    """The actor of each statement's source, by name."""
    read = record(text)
    names = {actor.id: actor.name for actor in read.actors}
    return [names.get(s.source.actor or "") if s.source else None for s in read.statements]


def by_cue(text: str, cue: str) -> Statement:
    """The statement with these words for its cue."""
    return next(one for one in record(text).statements if one.cue and one.cue.text == cue)


@pytest.mark.parametrize(
    "text",
    [
        "The policeman charged with killing a protester in Lun has been jailed.",
        "The bombing was blamed on separatists.",
        "The video message, posted Saturday, has not been verified.",
        "The fate of the minority (about a third of the population) remains of concern to Oslo.",
        "Norway has been poor since it declared independence.",
        "The rebels declared war on Norway in 1999.",
        "Protesters chanted slogans against the government.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert record(text).statements == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The officer charged the mayor with theft.", "The officer"),
        ("Officials blamed the bombing on separatists.", "Officials"),
        ("The minister declared that the war was over.", "The minister"),
        ("Protesters chanted “Down with the king”.", "Protesters"),
    ],
)
def test_somebody_says_something(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    ("text", "cue", "act", "content"),
    [
        ("The seven were arrested in Lun and ordered deported.", "ordered", "demand", "deported"),
        ("The men were questioned on Tuesday and told to leave the country.", "told", "demand",
         "to leave the country"),
        ("Villagers have been warned not to return to their homes.", "have been warned", "warn",
         "not to return to their homes"),
        ("Foreign workers have been told to stay indoors.", "have been told", "demand",
         "to stay indoors"),
    ],
)  # fmt: skip
def test_who_is_told_has_not_said_it(text: str, cue: str, act: str, content: str) -> None:
    one = by_cue(text, cue)
    assert (one.source, one.act, said(one)) == (None, act, [content])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Residents were warned by the army not to return.", "the army"),
        ("The soldiers were freed and told the radio that all were well.", "The soldiers"),
    ],
)
def test_who_tells_them_has(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_nobody_is_told_who_may_be() -> None:
    assert record("Residents may be told to leave.").statements == ()


@pytest.mark.parametrize(
    ("text", "source", "day"),
    [
        ("The U.S.-led alliance Saturday denied the report.", "The U.S.-led alliance",
         "2030-05-04"),
        ("In a statement released Tuesday, officials said the road was closed.", "officials",
         "2030-04-30"),
        ("Mr. Dren said on Venezuelan television this week that the war was over.", "Mr. Dren",
         "2030-W19"),
        ("The agency quoted a spokesman Saturday as saying Norway would never bow.", "The agency",
         "2030-05-04"),
    ],
)  # fmt: skip
def test_a_day_is_when_it_was_said_and_nobody(text: str, source: str, day: str) -> None:
    one = record(text).statements[0]
    assert one.source is not None
    assert (one.source.span.text, one.said) == (source, day)


def test_a_day_of_what_is_told_is_not_when() -> None:
    text = "In a statement on the men arrested Tuesday, officials said the road was closed."
    assert record(text).statements[0].said is None


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("The agency quoted Monday an unnamed official close to the talks as saying that the deal "
         "was near.", "an unnamed official close to the talks"),
        ("The ministry says it is closing the border because it says the rebels are smuggling "
         "arms.", "it"),
        ("The army said an investigation concluded the soldiers burned the houses.",
         "an investigation"),
        ("The Herald reported Friday that the minister had resigned, citing two aides.",
         "two aides"),
    ],
)  # fmt: skip
def test_what_is_told_within_another_statement(text: str, within: str) -> None:
    outer, inner = record(text).statements
    assert inner.source is not None
    assert (inner.source.span.text, inner.within) == (within, outer.id)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army did not identify the dead soldiers.", "decline"),
        ("Police have not named the suspect.", "decline"),
        ("Police identified the suspect as Ane Holm.", "assert"),
    ],
)
def test_who_is_named_and_who_is_not(text: str, act: str) -> None:
    assert [(one.act, one.certainty) for one in record(text).statements] == [(act, "certain")]


def test_what_no_body_can_name_is_not_kept_back() -> None:
    assert record("The test did not identify the virus.").statements == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The embassy issued a warning to Norwegians travelling in Cuba, telling them to avoid "
         "crowds.", ["to avoid crowds"]),
        ("The outlawed group is accused of killing nine villagers and is believed to have ties to "
         "Cuba.", ["The outlawed group", "to have ties to Cuba"]),
        ("Officials reported fresh fighting Sunday, after mediators in Nigeria threatened to take "
         "Sudan to the council.", ["fresh fighting Sunday"]),
        ("The official says the suspects belong to the sect and that they were plotting to attack "
         "the port last week but changed their minds because of the rain.",
         ["the suspects belong to the sect and that they were plotting to attack the port last "
          "week but changed their minds because of the rain"]),
        ("Rebels claimed responsibility for the attack on the port in a statement posted on their "
         "website.", ["for the attack on the port"]),
        ("The United Nations called on both sides to end the fighting.",
         ["both sides to end the fighting"]),
        ("Youths attacked a police station, police said, in riots that officials blamed on "
         "anarchists.", ["Youths attacked a police station",
                         "in riots that officials blamed on anarchists"]),
    ],
)  # fmt: skip
def test_how_far_a_content_goes(text: str, content: list[str]) -> None:
    assert content in [said(one) for one in record(text).statements]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The lawyer called the ruling “absurd”.", "condemn"),
        ("The lawyer called the claim “absurd”.", "deny"),
        ("The army says it will order soldiers to leave the town.", "pledge"),
        ("The minister said troops will withdraw if the rebels stop attacks.", "pledge"),
        ("The minister said troops will attack if the rebels do not leave.", "threaten"),
        ("The rebels said they would not stop attacks until the troops leave.", "threaten"),
        ("Police say a suicide bomber killed an officer in Lun.", "assert"),
        ("The defendants pleaded not guilty.", "deny"),
        ("He pleaded guilty to murder.", "confirm"),
        ("The court ruled that the arrest was illegal.", "assert"),
        ("“If they come, we will fight,” said a rebel leader.", "threaten"),
    ],
)
def test_what_is_done_by_saying_it(text: str, act: str) -> None:
    assert [one.act for one in record(text).statements] == [act]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The army says its soldiers killed three suspected rebels.", "certain"),
        ("Officials said it was a suspected suicide attack.", "possible"),
        ("The minister reportedly ordered the raid.", "unknown"),
    ],
)
def test_what_is_in_doubt(text: str, certainty: str) -> None:
    assert [one.certainty for one in record(text).statements] == [certainty]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The head of the ruling Unity party, Pavel Dren, has accused the governor of theft.",
         "Pavel Dren"),
        ("Assistant Secretary of State for African Affairs Ane Holm said the talks had failed.",
         "Ane Holm"),
        ("Under Secretary of State for Political Affairs Ane Holm says the talks have failed.",
         "Ane Holm"),
        ("The NATO secretary-general said the war was over.", "NATO secretary-general"),
        ("The leader of Colombia's second largest rebel group said the talks had failed.",
         "leader of Colombia's second largest rebel group"),
        ("A leaked letter from a former general suggests the army knew of the raid.",
         "unnamed general"),
    ],
)  # fmt: skip
def test_whom_a_long_title_means(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Cuba and Panama have said they will restore ties. The countries agreed to reopen their "
         "embassies.", "Cuba and Panama"),
        ("Cuba and Panama have said they will restore ties. Norway welcomed it. The countries "
         "agreed to reopen their embassies.", "unnamed countries"),
        ("The Sund Liberation Army attacked a bus on Monday. The banned group said it had killed "
         "nine.", "Sund Liberation Army"),
        ("Norway is sending a monitoring mission to Cuba. The team plans to visit ten towns.",
         "monitoring mission"),
        ("Mr. Lund said rebels threatened the town. His report says the rise in attacks is grave.",
         "Lund"),
        ("Colombian rebels freed two officers. The rebels had said they would. Norway held talks "
         "with the rebels. The rebels said all would be free.", "Colombian rebels"),
        ("Chadian rebels attacked a town. Sudanese rebels fled. The rebels were chased. The rebels "
         "said nine were dead.", "rebels"),
    ],
)  # fmt: skip
def test_whom_a_noun_takes_up(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_leads_official_is_named_in_the_next_sentence() -> None:
    lead = "A top Norwegian official has warned Sudan not to test missiles over the sea. "
    named = "Norwegian Deputy Foreign Minister Ane Holm said in Oslo that a missile test over the "
    assert speakers(f"{lead}{named}sea would have grave consequences.") == ["Ane Holm", "Ane Holm"]
    other = "Norwegian Senator Ane Holm said the new road would cost a million."
    assert speakers(lead + other)[0] == "unnamed top Norwegian official"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Venezuela's president has accused Cuba of spying. Hugo Dren told a rally on Saturday "
         "that planes had entered Venezuela.", "Hugo Dren"),
        ("The police chief denied the charge. Ane Holm, a lawyer, said he lied.", "police chief"),
        ("The police chief denied the charge. Lawyer Ane Holm said he lied.", "police chief"),
    ],
)  # fmt: skip
def test_a_title_is_named_behind_it(text: str, first: str) -> None:
    assert speakers(text)[0] == first


def test_nobody_goes_on_to_speak() -> None:
    text = "Nobody has claimed the raid, but the minister blamed rebels. He called it cowardly."
    assert speakers(text)[-1] == "minister"


def test_a_town_beside_its_noun_speaks_not() -> None:
    text = "In the capital, Pristina, Ane Holm met the king and vowed to maintain a force there."
    assert sources(text) == ["Ane Holm"]


def test_hearsay_reaches_no_further_back_than_its_word() -> None:
    text = "It came out when a television channel aired a video purportedly showing rebels burning "
    one = record(f"{text}the houses of two villagers.").statements
    assert [(s.source, said(s)) for s in one] in (
        [],
        [(None, ["showing rebels burning the houses of two villagers"])],
    )


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Rumors that the president had died were denied by his office.", "his office",
         "Rumors that the president had died"),
        ("A caller who said he represented the group claimed responsibility.", "who",
         "he represented the group"),
        ("The rebels, who signed a truce last year, accused the army of breaking it.",
         "The rebels, who signed a truce last year,", "the army of breaking it"),
        ("The council adopted a resolution calling for a cease-fire.", "The council",
         "a cease-fire"),
        ("The gunmen told the drivers to leave, then set the trucks on fire.", "The gunmen",
         "the drivers to leave"),
        ("State television said three of the dead were children, but gave no other details.",
         "State television", "three of the dead were children"),
    ],
)  # fmt: skip
def test_who_it_is_and_what(text: str, source: str, content: str) -> None:
    one = record(text).statements[0]
    assert one.source is not None
    assert (one.source.span.text, said(one)) == (source, [content])


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("He is accused of helping fund attacks carried out by a militant group.", 1),
        ("A man who identified himself as a commander said the town was theirs.", 1),
    ],
)
def test_one_statement_and_no_more(text: str, made: int) -> None:
    assert len(record(text).statements) == made


@pytest.mark.parametrize(
    ("text", "act", "certainty"),
    [
        ("NATO did not release the soldier's nationality.", "decline", "certain"),
        ("Maoist rebels are suspected of planting the bomb.", "accuse", "possible"),
        ("Aid workers say they fear the violence will spread.", "predict", "possible"),
    ],
)
def test_what_is_kept_back_suspected_and_feared(text: str, act: str, certainty: str) -> None:
    assert [(one.act, one.certainty) for one in record(text).statements] == [(act, certainty)]


def test_a_site_that_carries_a_statement_has_not_made_it() -> None:
    text = "A site used by militants carried a statement claiming responsibility for the attack."
    assert sources(text) == ["a statement"]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("A court in Lun accused two journalists of spying. They are accused of plotting to kill "
         "the president.", "They", "unnamed journalists"),
        ("A court in Venezuela has ordered the arrest of Ane Holm and Pavel Dren. They are accused "
         "of plotting to kill a prosecutor.", "They", "Ane Holm and Pavel Dren"),
        ("The brother of Jon Reed accused Governor Pavel Dren of theft and demanded his "
         "resignation.", "his", "Pavel Dren"),
        ("Minister Jon Reed criticised General Pavel Dren and defended his own record.", "his",
         "Jon Reed"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text: str, pronoun: str, meant: str) -> None:
    actors = record(text).actors
    found = [actor.name for actor in actors for m in actor.mentions if m.text == pronoun]
    assert found == [meant]
