import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.frontmatter import Front, front

BODY = "The minister said on Friday that talks in the capital had failed and would not resume."


def quoted(text: str, found: Front) -> None:
    """Every span of ``found`` quotes ``text``."""
    spans = [found.headline, found.byline, *found.credits]
    if found.date:
        spans += [found.date.span, found.date.date]
    if found.dateline:
        line = found.dateline
        spans += [line.span, line.place, line.region, line.date, line.agency]
    for span in spans:
        assert span is None or text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("lead", "place", "region", "date", "agency"),
    [
        ("KORVAT, April 7 (Reuters) - ", "KORVAT", None, "April 7", "Reuters"),
        ("KORVAT — ", "KORVAT", None, None, None),
        ("KORVAT (AP) — ", "KORVAT", None, None, "AP"),
        ("PORT ELDEN, Marava (AP) -- ", "PORT ELDEN", "Marava", None, "AP"),
        ("KORVAT/SENNA (Reuters) - ", "KORVAT/SENNA", None, None, "Reuters"),
        ("KORVAT, April 7. /TASS/. ", "KORVAT", None, "April 7", "TASS"),
        ("KORVAT, 14 March 2018 – ", "KORVAT", None, "14 March 2018", None),
        ("KORVAT, Oct. 3, 2017 (AFP) - ", "KORVAT", None, "Oct. 3, 2017", "AFP"),
        ("Korvat, Marava (AP) — ", "Korvat", "Marava", None, "AP"),
        ("Korvat (dpa) - ", "Korvat", None, None, "dpa"),
        ("Korvat, SANA- ", "Korvat", None, None, "SANA"),
        ("Korvat SANA-", "Korvat", None, None, "SANA"),
        ("St. Elden, 3 May 2018 (Interfax) - ", "St. Elden", None, "3 May 2018", "Interfax"),
        ("KORVAT, D.C. — ", "KORVAT", "D.C.", None, None),
        ("KORVAT (Sputnik) ", "KORVAT", None, None, "Sputnik"),
        ("(Reuters) - ", None, None, None, "Reuters"),
    ],
)
def test_datelines(lead: str, place: str, region: str, date: str, agency: str) -> None:
    found = front(lead + BODY)
    quoted(lead + BODY, found)
    line = found.dateline
    assert line is not None
    parts = (line.place, line.region, line.date, line.agency)
    assert tuple(p and p.text for p in parts) == (place, region, date, agency)
    assert line.span.text == lead.rstrip()
    assert (lead + BODY)[found.body :] == BODY


@pytest.mark.parametrize(
    "lead",
    ["UPDATE - ", "EXCLUSIVE: ", "Analysis: ", "Note - ", "NATO – ", "U.S. - ", "",
     "KORVAT — LATEST NEWS ", "KORVAT — short.\n", "BEIRUT ", "The Korvat – Senna road: "],
)  # fmt: skip
def test_what_is_no_clear_dateline_is_left(lead: str) -> None:
    assert front(lead + BODY).dateline is None


def test_a_gazetteer_tells_datelines_that_lost_their_marks() -> None:
    places = {"KORVAT", "Korvat"}.__contains__
    for lead in ("KORVAT ", "Korvat- ", "KORVAT: "):
        found = front(lead + BODY, is_place=places)
        assert found.dateline and found.dateline.place, lead
        assert (lead + BODY)[found.body :] == BODY
    assert front("SENNA " + BODY, is_place=places).dateline is None


@pytest.mark.parametrize(
    ("lead", "date", "value"),
    [
        (" date 2017-06-27 ", "2017-06-27", "2017-06-27"),
        ("Wed 05 Apr 2017 ", "Wed 05 Apr 2017", "2017-04-05"),
        ("Fri 07 Apr 2017 at 0914 ", "Fri 07 Apr 2017", "2017-04-07"),
        ("April 7, 2017\n\n", "April 7, 2017", "2017-04-07"),
        ("Thursday 01 September 2016 20:22 ", "Thursday 01 September 2016", "2016-09-01"),
        ("Date of publication 7 July 2016 ", "7 July 2016", "2016-07-07"),
        ("Published: 14:02 GMT, 7 April 2017\n", "7 April 2017", "2017-04-07"),
        ("Last updated at Jan 202015 ", "Jan 202015", "2015-01-20"),
        ("16.04.2017(updated 17:23 16.04.2017) ", "16.04.2017", "2017-04-16"),
        ("2017-04-07T09:14:00Z\n", "2017-04-07", "2017-04-07T09:14:00Z"),
    ],
)
def test_leading_dates(lead: str, date: str, value: str) -> None:
    text = lead + BODY
    found = front(text)
    quoted(text, found)
    assert found.date is not None
    assert found.date.date.text == date
    assert found.date.value == value
    assert text[found.body :] == BODY


@pytest.mark.parametrize(
    "text",
    [
        "April 7, 2017 was the day on which the town fell, residents said on Friday.",
        "On 7 April 2017 the town fell. " + BODY,
        "The talks of 7 April 2017 failed. " + BODY,
        "7 April 2017, the day the town fell, is a holiday now. " + BODY,
    ],
)
def test_a_date_within_a_sentence_is_no_date_line(text: str) -> None:
    assert front(text).date is None
    assert front(text).body == 0


def test_a_weekday_that_does_not_fit_settles_nothing() -> None:
    found = front("Monday 07 Apr 2017 " + BODY)
    assert found.date is not None and found.date.value is None


def test_a_full_dateline_dates_the_report_and_a_yearless_one_does_not() -> None:
    full, bare = front("KORVAT, 14 March 2018 – " + BODY), front("KORVAT, 14 March – " + BODY)
    assert full.published is not None and full.published.value == "2018-03-14"
    assert bare.published is None


def test_a_run_in_headline_is_told_by_the_title() -> None:
    text = "Fri 07 Apr 2017 Talks in Korvat fail minister. " + BODY
    told = front(text, title="Talks in Korvat fail: minister | Elden Times")
    assert told.headline is not None and told.headline.text == "Talks in Korvat fail minister"
    assert text[told.body :] == BODY
    assert front(text).headline is None
    assert front(text, title="Talks in Korvat").headline is not None


def test_headline_agency_and_date_in_a_run() -> None:
    text = "Talks in Korvat fail AFP Saturday 21 Jun 2014 " + BODY
    found = front(text, title="Talks in Korvat fail")
    assert found.date is not None and found.date.value == "2014-06-21"
    assert [c.text for c in found.credits] == ["AFP"]
    assert text[found.body :] == BODY


def test_a_byline_that_runs_into_the_headline() -> None:
    text = "Posted on April 19 2017 by Ana Dorel and Jon Vey Talks in Korvat fail " + BODY
    found = front(text, title="Talks in Korvat fail")
    assert found.byline is not None and found.byline.text == "by Ana Dorel and Jon Vey"
    assert text[found.body :] == BODY


def test_a_headline_on_its_own_line_then_byline_and_dateline() -> None:
    text = f"Talks in Korvat fail\n\nBy Ana Dorel\n\nKORVAT, April 7 (Reuters) - {BODY}\n\n{BODY}"
    found = front(text)
    quoted(text, found)
    assert found.headline is not None and found.headline.text == "Talks in Korvat fail"
    assert found.byline is not None and found.byline.text == "By Ana Dorel"
    assert found.dateline is not None
    assert text[found.body :].startswith(BODY)


@pytest.mark.parametrize("text", [f"{BODY}\n\n{BODY}", "The minister said, on a line\nthat wraps."])
def test_a_first_paragraph_is_no_headline(text: str) -> None:
    assert front(text).headline is None


@pytest.mark.parametrize("end", [" - REUTERS", " --Reuters", " (AFP)", "\n/AFP/"])
def test_an_end_credit(end: str) -> None:
    found = front(BODY + end)
    assert [c.text.lower() for c in found.credits] in (["reuters"], ["afp"])
    assert found.covers(found.credits[0].start, found.credits[0].end)
    assert not found.covers(0, len(BODY))


@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=40)))
def test_spans_quote_any_text(text: str, title: str | None) -> None:
    found = front(text, title=title)
    quoted(text, found)
    assert 0 <= found.body <= len(text)


@pytest.mark.parametrize(
    "byline",
    [
        "By Ana Dorel",
        "By Ana Dorel, Africa correspondent",
        "By Ana Dorel and Ben Lund in Port Korvat",
        "By Ana Dorel, chief foreign correspondent in Korvat",
    ],
)
def test_a_byline_right_below_a_headline_is_no_part_of_it(byline: str) -> None:
    text = f"Envoy accuses army of the killing of nine miners\n{byline}\n\n{BODY}"
    found = front(text)
    assert found.headline is not None
    assert found.headline.text == "Envoy accuses army of the killing of nine miners"
    assert found.byline is not None and found.byline.text == byline
    assert text[found.body :] == BODY
