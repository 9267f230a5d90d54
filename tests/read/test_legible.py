"""What copying left in a text is undone for reading; what is stored, and quoted, is untouched."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.network import WEIGHTS
from onrecord.read.legible import as_read, as_stored, legible
from onrecord.records import Place, Report, ReportRecord, Span

CASES = (
    ("a soft hyphen", "The gov\u00adernment fell.", "The government fell."),
    ("a zero-width space", "The \u200bport fell.", "The port fell."),
    ("a hard space", "Mr\u00a0Orlo left.", "Mr Orlo left."),
    ("a hard space in a number", "1\u00a0200 men left.", "1\u00a0200 men left."),
    ("a hard hyphen", "al\u2011Orlo left.", "al-Orlo left."),
    ("a ligature", "Of\ufb01cials ﬂed the o\ufb03ce.", "Officials fled the office."),
    ("an entity", "Orlo &amp; Sons said &quot;over&quot;.", 'Orlo & Sons said "over".'),
    ("a numbered entity", "Orlo&#8217;s men&nbsp;left.", "Orlo’s men left."),
    ("no entity", "Arms & men; R&D; AT&T;", "Arms & men; R&D; AT&T;"),
    ("an apostrophe misread", "Orloâ€™s men left.", "Orlo’s men left."),
    ("quotation marks misread", "He said â€œgoâ€\u009d.", "He said “go”."),
    ("a letter misread", "FranÃ§ois of BogotÃ¡ left.", "François of Bogotá left."),
    ("letters meant", "He ate pâté in Zürich — Ãlvaro did.", "He ate pâté in Zürich — Ãlvaro did."),
    ("a control", "Orlo\x92s men \x96 all of them \x96 left.", "Orlo’s men – all of them – left."),
    ("a lost apostrophe", "Orlo\ufffds men left.", "Orlo’s men left."),
    ("lost quotation marks", "He said \ufffdgo\ufffd at once.", "He said “go” at once."),
    ("lost marks of two octets", "\ufffd\ufffdGo,\ufffd\ufffd he said.", "“Go,” he said."),
    ("a mark lost, and none that closes", "He \ufffdleft. He ran.", "He \ufffdleft. He ran."),
    ("a lost letter", "Minister Da\ufffdlu left.", "Minister Da\ufffdlu left."),
    ("an asked apostrophe", "Orlo?s men don?t go.", "Orlo’s men don’t go."),
    ("a question", "Did Orlo go? So they say.", "Did Orlo go? So they say."),
    ("guillemets", "He said « go » and « stay ».", "He said “go” and “stay”."),
    ("guillemets turned about", "He said »go« and left.", "He said “go” and left."),
    ("low marks", "He said „go“ and left.", "He said “go” and left."),
    ("typed marks", "``Go,'' he said.", "“Go,” he said."),
    ("an apostrophe doubled", "''Go,'' he said.", "“Go,” he said."),
    ("a note", "The port fell.[3] It burned.[citation needed]", "The port fell. It burned."),
    ("a bracket meant", "He [Orlo] left [12 men].", "He [Orlo] left [12 men]."),
    ("markdown", "## Port falls\n\n**Orlo** *said* [so](https://a.example/b).",
     "Port falls\n\nOrlo said so."),
    ("marks meant", "He said f*** it, and 2 * 3 is 6_a.", "He said f*** it, and 2 * 3 is 6_a."),
    ("a forwarded mail", "> The port fell.\n>\n> Orlo said so.", "The port fell.\n\nOrlo said so."),
    ("one mark of a reply", "The port fell.\n> Orlo said so.\nHe left.",
     "The port fell.\n> Orlo said so.\nHe left."),
    ("line ends", "The port fell.\r\nIt burned.\rAll.", "The port fell.\nIt burned.\nAll."),
)  # fmt: skip


IDS = [case[0] for case in CASES]


@pytest.mark.parametrize(("told", "meant"), [case[1:] for case in CASES], ids=IDS)
def test_what_was_meant_is_read(told: str, meant: str) -> None:
    read = legible(told)
    assert read.text == meant
    letters = [i for i, c in enumerate(read.text) if c.isascii() and c.isalnum()]
    for i in letters:
        a, b = read.stored(i, i + 1)
        assert read.text[i] in unicodedata.normalize("NFKC", told[a:b]), (i, told[a:b])


@given(st.text(alphabet="abcXYZ .,\n\r>*_[]()#1&;â€™Ã\x92\ufffd\ufb01\u00ad«»„“``'?", max_size=300))
def test_every_place_of_what_is_read_is_a_place_of_what_is_stored(text: str) -> None:
    read = legible(text)
    at = 0
    for i in range(len(read.text)):
        a, b = read.stored(i, i + 1)
        assert at <= a < b <= len(text)
        at = a
    assert not text.strip() or read.text.strip()


def test_a_record_quotes_the_words_as_they_are_stored() -> None:
    stored = Report("r", "The gov\u00adernment of Vel\u200bmora fell.", "0" * 64)
    read = as_read(stored)
    start = read.text.index("Velmora")
    place = Place("r:p1", Span.of(read.text, start, start + 7), "Velmora")
    record = as_stored(ReportRecord(read, places=(place,)), stored)
    assert record.report is stored
    assert record.places[0].span == Span.of(stored.text, 19, 27)
    assert record.places[0].span.text == "Vel\u200bmora"


def test_a_report_with_no_traces_is_itself() -> None:
    report = Report("r", "The government of Velmora fell.", "0" * 64)
    assert as_read(report) is report
    record = ReportRecord(report)
    assert as_stored(record, report) is record


HEADLINE = "Two officers killed as shell hits Velmora port"
PLAIN = (
    "A shell fired across the Tarun river killed two customs officers on Friday, officials in the "
    "port of Velmora said.",
    "Interior Minister Ines Aldana said the shelling had come from a ridge that the Northern "
    "League has held since March, and warned that the army “will answer every round with ten”.",
    "The League denied that it had fired. Its spokesman, Tomas Breck, told Radio Velmora that "
    "the ridge hadn’t been held for weeks.",
)


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(part, 72) for part in text.split("\n\n"))


TRACES: dict[str, Callable[[str], str]] = {
    "wrapped": _wrapped,
    "wrapped, in a mail": lambda text: re.sub(r"(?m)^", "> ", _wrapped(text)),
    "unseen hyphens": lambda text: re.sub(r"(?<=\w{4})(?=\w{4})", "\u00ad", text),
    "ligatures": lambda text: text.replace("ffi", "\ufb03").replace("fi", "\ufb01"),
    "misread": lambda text: text.encode().decode("cp1252", "replace").replace("â€\ufffd", "â€\x9d"),
    "entities": lambda text: text.replace("“", "&ldquo;").replace("”", "&#8221;"),
    "guillemets": lambda text: text.replace("“", "«\u00a0").replace("”", "\u00a0»"),
    "markdown": lambda text: f"# {text}".replace("Ines Aldana", "**Ines Aldana**"),
}


@pytest.mark.skipif(not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here")
@pytest.mark.parametrize("trace", TRACES)
def test_a_report_with_traces_of_copying_is_read_as_one_without(trace: str) -> None:
    from onrecord.compare import within
    from onrecord.extract import read_record
    from onrecord.workers import analysis_of

    def told(text: str) -> list[object]:
        report = Report("r", text, "0" * 64, title=HEADLINE)
        record = read_record(report, analysis_of(report))
        spans = [m for actor in record.actors for m in actor.mentions]
        spans += [part for said in record.statements for part in said.content]
        assert all(text[span.start : span.end] == span.text for span in spans)
        said = [(s.act, s.source and s.source.actor, len(s.content)) for s in record.statements]
        done = [(e.type, e.status, e.actor, e.when, e.on_word_of) for e in record.events]
        actors = [(a.name, len(a.mentions)) for a in record.actors]
        links = [(found.kind, found.from_, found.to) for found in within(record)]
        return [said, done, actors, links]

    plain = "\n\n".join([HEADLINE, *PLAIN])
    copied = TRACES[trace](plain)
    assert copied != plain
    found = told(plain)
    assert all(found)
    assert told(copied) == found
