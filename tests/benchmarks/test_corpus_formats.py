"""The corpora's formats, read from invented texts in them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpora import ner, plover, polnear, timeml, ud, wikiwars
from benchmarks.corpora.detokenize import detokenize

REPORT = "Two officials said the dam\nwill hold, and, they added, no one fled."


def test_polnear_reads_discontinuous_spans_and_drops_what_does_not_quote() -> None:
    annotations = "\n".join(
        [
            "T1\tSource 0 13\tTwo officials",
            "T2\tCue 14 18\tsaid",
            "T3\tContent 19 36;55 66\tthe dam will hold no one fled",
            "T4\tAttribution 14 18\tsaid",
            "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
            "T5\tCue 40 44\tsays",
            "E2\tAttribution-no-source:T5 Cue:T5",
        ]
    )
    document = polnear.parse("invented", REPORT, "x", annotations)
    assert document.skipped == 1
    (attribution,) = document.attributions
    words = [REPORT[s.start : s.end] for s in attribution.content]
    assert words == ["the dam\nwill hold", "no one fled"]
    assert attribution.source == ((0, 13),)


def test_conllu_offsets_paragraphs_and_nested_entities(tmp_path: Path) -> None:
    rows = [
        "# newdoc id = news_dam",
        "# meta::genre = news",
        "# newpar",
        "# sent_id = 1",
        "# text = Mira's dam can't hold.",
        "1-2\tMira's\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tMira\tMira\tPROPN\t_\t_\t3\tnmod:poss\t_\tEntity=(2-object-new-x-y-1-coref(1-person-new-x-y-1-sgl-Mira",
        "2\t's\t's\tPART\t_\t_\t1\tcase\t_\tEntity=1)",
        "3\tdam\tdam\tNOUN\t_\t_\t6\tnsubj\t_\tEntity=2)",
        "4-5\tcan't\t_\t_\t_\t_\t_\t_\t_\t_",
        "4\tca\tcan\tAUX\t_\t_\t6\taux\t_\t_",
        "5\tn't\tnot\tPART\t_\t_\t6\tadvmod\t_\t_",
        "6\thold\thold\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
        "7\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_",
        "",
        "# newpar",
        "# sent_id = 2",
        "# text = It fell.",
        "1\tIt\tit\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(2-object-giv:act-x-y-1-ana)",
        "2\tfell\tfall\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
        "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_",
    ]
    path = tmp_path / "news_dam.conllu"
    path.write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    (document,) = ud.read(path)
    assert document.text == "Mira's dam can't hold.\n\nIt fell."
    assert document.genre == "news"
    forms = [s.text[t.start : t.end] for s in document.sentences for t in s.tokens]
    assert forms == ["Mira", "'s", "dam", "ca", "n't", "hold", ".", "It", "fell", "."]
    assert document.sentences[0].tokens[0].relation == "nmod"
    mentions = [(document.text[m.start : m.end], m.group, m.identity) for m in document.mentions]
    assert mentions == [("Mira's dam", 2, None), ("Mira's", 1, "Mira"), ("It", 2, None)]


def test_timeml_spans_and_instances(tmp_path: Path) -> None:
    path = tmp_path / "dam.tml"
    path.write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-06">x</TIMEX3></DCT>'
        '<TEXT>\nIt <EVENT eid="e1" class="OCCURRENCE">fell</EVENT> '
        '<TIMEX3 tid="t1" type="DATE" value="2031-05-05">on Monday</TIMEX3>.</TEXT>'
        '<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" '
        'pos="VERB"/></TimeML>',
        encoding="utf-8",
    )
    document = timeml.read(path)
    assert document.text == "\nIt fell on Monday."
    assert document.dct == "2031-05-06"
    (event,), (timex,) = document.events, document.timexes
    assert document.text[event.start : event.end] == "fell"
    assert (event.eiid, event.tense) == ("ei1", "PAST")
    assert document.text[timex.start : timex.end] == "on Monday"


def test_timeml_polarity_that_is_turned_round_is_turned_back(tmp_path: Path) -> None:
    words = ["fell", "rose", "did not stop"]
    marks = " ".join(f'<EVENT eid="e{n}" class="STATE">{w}</EVENT>' for n, w in enumerate(words))
    made = "".join(
        f'<MAKEINSTANCE eventID="e{n}" eiid="ei{n}" polarity="{"POS" if "not" in w else "NEG"}"/>'
        for n, w in enumerate(words)
    )
    path = tmp_path / "turned.tml"
    path.write_text(f"<TimeML><TEXT>{marks}</TEXT>{made}</TimeML>", encoding="utf-8")
    assert [e.polarity for e in timeml.read(path).events] == ["POS", "POS", "NEG"]


def test_wikiwars_nested_expressions(tmp_path: Path) -> None:
    path = tmp_path / "99_War.key.xml"
    path.write_text(
        '<DOC><DATETIME> <TIMEX2 val="2031-01-01">2031-01-01</TIMEX2> </DATETIME>\n<TEXT>'
        'It fell <TIMEX2 val="1905-03-10">the day after <TIMEX2 val="1905-03-09">March 9'
        '</TIMEX2></TIMEX2> &amp; rose <TIMEX2 val="P2W">two weeks</TIMEX2> on.</TEXT></DOC>',
        encoding="utf-8",
    )
    document = wikiwars.read(path)
    assert document.text == "It fell the day after March 9 & rose two weeks on."
    assert document.reference == "2031-01-01"
    found = [(document.text[t.start : t.end], t.type) for t in document.timexes]
    assert found == [
        ("the day after March 9", "DATE"), ("March 9", "DATE"), ("two weeks", "DURATION"),
    ]  # fmt: skip
    assert len(document.outermost()) == 2


def test_bio_of_kinds_without_beginnings() -> None:
    tags = ["I-ORG", "I-ORG", "I-PER", "O", "I-PER"]
    assert ner.bio(tags) == ["B-ORG", "I-ORG", "B-PER", "O", "B-PER"]
    sentence = ner.build(["The", "Dam", "Board", "'s", "Ana", "Roe", "."],
                         ["O", "I-ORG", "I-ORG", "O", "I-PER", "I-PER", "O"])  # fmt: skip
    assert sentence.text == "The Dam Board's Ana Roe."
    names = [(sentence.text[e.start : e.end], e.kind) for e in sentence.entities]
    assert names == [("Dam Board", "ORG"), ("Ana Roe", "PER")]


def test_detokenize_quotes_brackets_and_clitics() -> None:
    tokens = [
        "``",
        "We",
        "do",
        "n't",
        "know",
        ",",
        "''",
        "he",
        "said",
        "-LRB-",
        "twice",
        "-RRB-",
        ".",
    ]
    text, spans = detokenize(tokens)
    assert text == '"We don\'t know," he said (twice).'
    assert text[spans[3].start : spans[3].end] == "n't"


def test_plover_marks() -> None:
    text, marks = plover.unmark("<s>Arvenia</s> struck <t>the port</t> and <t>the dam</t>.")
    assert text == "Arvenia struck the port and the dam."
    assert [text[s.start : s.end] for s in marks["t"]] == ["the port", "the dam"]
