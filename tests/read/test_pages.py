import json

import pytest
from conftest import BODY, Read, page

from onrecord.errors import EmptyInput, LimitError

LONG = "\n\n".join([BODY, BODY.replace("Friday", "Monday"), BODY.replace("Friday", "Sunday")])
META = (
    '<meta property="og:site_name" content="Elden Times">'
    '<meta property="article:published_time" content="2017-04-16T08:00:00+02:00">'
    '<meta name="author" content="Ana Dorel">'
    '<link rel="canonical" href="https://elden.example/talks">'
)


def test_a_page_gives_its_main_text_and_what_it_says_of_itself(read: Read) -> None:
    report = read("a.html", page(LONG, META)).only
    assert "Home" not in report.text and "rights" not in report.text
    assert BODY in report.text
    assert report.title == "Talks in Korvat fail"
    assert (report.outlet, report.author) == ("Elden Times", "Ana Dorel")
    assert report.url == "https://elden.example/talks"
    assert (report.published, report.published_basis) == ("2017-04-16T08:00:00+02:00", "metadata")
    assert report.original == page(LONG, META)


def test_linked_data_is_read(read: Read) -> None:
    data = {"@graph": [{"@type": "WebSite", "name": "x"}, {
        "@type": "NewsArticle", "datePublished": "2017-04-16", "headline": "Talks fail",
        "publisher": {"name": "Elden Times"}, "author": [{"name": "Ana Dorel"}]}]}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    report = read("a.html", page(LONG, head)).only
    assert (report.published, report.outlet) == ("2017-04-16", "Elden Times")


def test_no_date_is_made_of_a_footer_or_a_sentence(read: Read) -> None:
    report = read("a.html", page(LONG + "\n\nThe war began on 3 May 2011, he said.")).only
    assert (report.published, report.published_basis) == (None, None)


def test_html_is_known_by_what_it_holds(read: Read) -> None:
    assert read("a.txt", page(LONG)).only.original is not None


@pytest.mark.parametrize("name", ["windows-1251", "utf-8"])
def test_the_encoding_that_a_page_declares(read: Read, name: str) -> None:
    text = "Министр заявил в пятницу, что переговоры в столице провалились и что армия останется. "
    markup = page("\n\n".join([text * 3] * 3), f'<meta charset="{name}">', title="Переговоры")
    report = read("a.html", markup.encode(name)).only
    assert text.strip() in report.text
    assert not report.readable and report.language == "ru"


def test_deep_nesting_is_a_limit_not_a_crash(read: Read) -> None:
    markup = f"<html><body>{'<div>' * 100_000}{BODY}{'</div>' * 100_000}</body></html>"
    problem = read("a.html", markup).problem
    assert problem.error is LimitError and "max_html_depth" in problem.reason


def test_a_page_without_text(read: Read) -> None:
    problem = read(
        "a.html", "<!doctype html><html><body><script>x()</script></body></html>"
    ).problem
    assert problem.error is EmptyInput
