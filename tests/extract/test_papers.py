"""Reports that are no news prose: papers of one's own, interviews, live pages, press reviews."""

from __future__ import annotations

from functools import cache

import pytest

from onrecord.extract.actors.trees.authors import author_of
from onrecord.extract.times.entries import entries
from onrecord.model.network import WEIGHTS
from onrecord.records import Report, ReportRecord, Statement
from tests.extract.test_statements_read import record as plain
from tests.extract.test_statements_read import said

needs_weights = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@cache
def record(outlet: str, title: str, text: str) -> ReportRecord:
    from onrecord.extract import read_record
    from onrecord.model import analyse
    from onrecord.read.frontmatter import front

    breaks = [(front(text, title=title).body,)]
    analysis = analyse([text], breaks=breaks, threads=1)[0]
    report = Report(
        "r", text, "0" * 64, outlet=outlet, title=title,
        published="2030-05-06", published_basis="told",
    )  # fmt: skip
    return read_record(report, analysis)


def by(read: ReportRecord, one: Statement) -> str | None:
    if one.source is None or one.source.actor is None:
        return None
    return next(a.name for a in read.actors if a.id == one.source.actor)


def telling(read: ReportRecord, words: str) -> Statement:
    return next(s for s in read.statements if any(words in span for span in said(s)))


MINISTRY = (
    "The Ministry of Defence has taken note of reports from Zenda.\n\n"
    "There were no clashes at the depot. Two guards were hurt on Sunday.\n\n"
    "Anyone who enters the depot will be arrested. The road to Hentzau will be reopened within "
    "two days. We never sold arms to the clans. The clans must return the trucks. "
    "We thank the people of Zenda."
)


@pytest.mark.parametrize(
    ("outlet", "title", "text", "own"),
    [
        ("Ministry of Defence of Ruritania", "On the events at Zenda", MINISTRY, True),
        ("Lantern Relief", "Statement on Zenda", "Lantern Relief mourns two nurses.", True),
        ("Lantern Relief", "Two nurses die in Zenda", "Lantern Relief mourns two nurses.", False),
        ("The Zenda Post", "Statement by the army", "The Zenda Post was told of it.", False),
        ("Ministry News", "Statement", "Ministry News has more.", False),
        ("Ministry of Defence", "Statement", "The Ministry of Health has said so.", False),
    ],
)
def test_whose_own_words_a_report_is(outlet: str, title: str, text: str, own: bool) -> None:
    author = author_of(Report("r", text, "0" * 64, outlet=outlet, title=title))
    assert author is not None
    assert author.own is own


def test_without_an_outlet_there_is_no_author() -> None:
    assert author_of(Report("r", MINISTRY, "0" * 64)) is None


@needs_weights
@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("There were no clashes", "deny"),
        ("Two guards were hurt", "assert"),
        ("Anyone who enters", "threaten"),
        ("will be reopened", "pledge"),
        ("never sold arms", "deny"),
        ("must return", "demand"),
        ("the people of Zenda", "praise"),
    ],
)
def test_what_nobody_else_says_in_a_paper_is_its_authors(words: str, act: str) -> None:
    read = record("Ministry of Defence of Ruritania", "On the events at Zenda", MINISTRY)
    one = telling(read, words)
    assert (by(read, one), one.act) == ("Ministry of Defence", act)
    assert one.cue is None or one.cue.text == "thank"


@needs_weights
def test_a_newspaper_says_nothing_without_a_cue() -> None:
    read = record("The Zenda Post", "Depot quiet", MINISTRY)
    assert all(s.cue is not None for s in read.statements)


@needs_weights
@pytest.mark.parametrize(
    ("outlet", "text", "source"),
    [
        ("Radio Zenda", "In an entry on Sunday we said that nine men had died.", "Radio Zenda"),
        ("Radio Zenda", "Our report of 3 May said that nine men had died.", "Radio Zenda"),
        ("Radio Zenda", '"We said on Sunday that we would march," Ada Cole said.', "Ada Cole"),
    ],
)
def test_who_we_is_in_an_outlets_own_voice(outlet: str, text: str, source: str) -> None:
    read = record(outlet, "News", text)
    assert by(read, read.statements[0]) == source


@needs_weights
def test_a_turn_goes_on_to_the_next() -> None:
    read = record(
        "Radio Zenda",
        "Interview",
        "Radio Zenda: Governor, did the police shoot?\n\n"
        "Ben Lund: Our officers fired no shots. They were attacked by a mob.\n\n"
        "The killers will be found. We urge the clans to stop.\n\n"
        "Radio Zenda: Can you confirm that a boy has died?\n\n"
        "Ben Lund: I know nothing of that. If there are riots, we will close the bridge.",
    )
    assert {by(read, s) for s in read.statements} == {"Ben Lund"}
    assert telling(read, "close the bridge").act == "threaten"
    assert telling(read, "to stop").act == "demand"
    assert not any(s.act == "confirm" for s in read.statements)


@needs_weights
def test_a_label_before_a_quotation_is_no_turn() -> None:
    read = plain(
        "Ada Cole: “We will stay.”\n\nThe mayor’s house burned down in May. Is he to blame? "
        "Nobody knows.\n\nAda Cole: “He did it.”\n\nThe mayor has left the town."
    )
    assert not any("left the town" in span for s in read.statements for span in said(s))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("16:30 The minister has gone.\n\n15:05 Police say that it is quiet.", 2),
        ("16.30\nThe minister has gone.\n\n15.05\nPolice say that it is quiet.", 2),
        ("At 16:30 the minister left.\n\nAt 15:05 police came.", 0),
        ("8.30 The minister has gone.", 0),
    ],
)
def test_entries_of_a_live_page(text: str, count: int) -> None:
    assert len(entries(text)) == count


@needs_weights
def test_the_clock_of_an_entry_is_of_the_pages_day() -> None:
    read = plain(
        "16:30 Lun has responded. Its envoy says the boat sank on Friday.\n\n"
        "15:05 Police in Oru say that it was rammed last Thursday.\n\n"
        "14:10 The mayor says two men are missing."
    )
    days = [s.said for s in read.statements if s.cue is not None and s.cue.text in ("say", "says")]
    assert days == ["2030-05-06T16:30", "2030-05-06T15:05", "2030-05-06T14:10"]
    assert not any("16:30" in span for s in read.statements for span in said(s))


@needs_weights
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("We have seen the statement by the army that the men were shot by their captors.",
         "army", "that the men were shot by their captors"),
        ("Power is out despite a promise by the mayor to restore it by Sunday.",
         "mayor", "to restore it by Sunday"),
        ("Nine people died. That was the estimate of a rights group.",
         "rights group", "Nine people died"),
        ("The men were shot, as claimed by the ministry.", "ministry", "The men were shot"),
        ("Seven men died, the mayor said. The union puts it at nine.", "union", "it at nine"),
        ("Messages shared in the town since the flood say that the dam has broken.",
         None, "that the dam has broken"),
    ],
)  # fmt: skip
def test_what_is_laid_to_somebody_beside(text: str, source: str | None, content: str) -> None:
    read = plain(text)
    one = read.statements[-1]
    assert (by(read, one), said(one)) == (source, [content])


@needs_weights
@pytest.mark.parametrize(
    "text",
    [
        "The bridge was shut, contrary to what the governor suggested in an interview.",
        "Those who call for riots will be punished.",
        "Should Lun insist on its way, the army will respond.",
        "The court put it at risk.",
        "What the ministry says: Nobody died.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert plain(text).statements == ()


@needs_weights
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A captain who gives his name as Omar Sela said that he would march.", "Omar Sela"),
        ("A man who identified himself as Musa Danjo said that he had left.", "Musa Danjo"),
        ("A group calling itself the Zenda Liberation Front said it had set the fire.",
         "Zenda Liberation Front"),
        ("The mayor of Stord, Håkon Lervik, said the town was calm.", "Håkon Lervik"),
        ("The man who killed Musa Danjo said he was sorry.", "man"),
        ("A lawyer acting for Musa Danjo said he was innocent.", "unnamed lawyer"),
        ("Norway denied the report. Its foreign ministry said that nobody had crossed.",
         "Norwegian foreign ministry"),
        ("Norway denied the report. Its coast guard said that nobody had crossed.",
         "Norwegian coast guard"),
        ("The Danish newspaper Havneposten hails it. The German paper Stadtbote does not. Two men "
         "were held, according to the paper.", "Stadtbote"),
        ("An adviser dismissed the reports. “The head of state is at his desk,” he said.",
         "unnamed adviser"),
    ],
)  # fmt: skip
def test_who_it_is_that_speaks(text: str, source: str) -> None:
    read = plain(text)
    assert by(read, read.statements[-1]) == source


@needs_weights
def test_the_government_that_blames_a_country_is_not_that_countrys() -> None:
    read = plain(
        "Drones hit a refinery in the Norwegian city of Bergen. The government blamed Sweden."
    )
    assert by(read, read.statements[-1]) != "Swedish government"


@needs_weights
def test_what_is_asked_has_not_happened() -> None:
    read = plain("Did the army shoot two men? Why did police arrest the baker?")
    assert [e.status for e in read.events] == ["hypothetical", "happened"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statement by the Lun Doctors' Association, 9 June 2031", "Lun Doctors' Association"),
        ("Press release of the Ministry of Health", "Ministry of Health"),
        ("Statement by the mayor on the flood", None),  # nobody is named
        ("Statement by Ada Venn", None),  # whose own words are quoted, as a person's are
        ("Doctors strike in Lun", None),
    ],
)
def test_a_paper_may_head_itself_with_its_author(title: str, name: str | None) -> None:
    text = f"{title}\n\nWe condemn the arrest of our porters. We will not reopen the wards."
    found = author_of(Report("r", text, "0" * 64, title=title))
    assert (found.name if found is not None else None) == name
    assert found is None or found.own
