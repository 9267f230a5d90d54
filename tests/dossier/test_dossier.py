"""A dossier holds what it was made of, and tells when it no longer does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.dossier import of_items, of_question, to_html, verify
from onrecord.errors import QueryError, RecordError
from onrecord.linking import relink
from onrecord.store import Store, TimelineFilter, open_store
from tests.askedrecords import moscow
from tests.recordmaking import example
from tests.web.conftest import hostile


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "r.db", write=True) as store:
        for record in (example(), example("bb22", outlet="Seldrin Post"), moscow(), hostile()):
            store.add(record)
        relink(store)
        yield store


def sha256(store: Store, id_: str) -> str | None:
    return store.get(id_).report.sha256 if store.has(id_) else None


@pytest.fixture
def html(store: Store) -> str:
    return to_html(of_question(store, TimelineFilter()))


def test_it_holds_against_its_record(store: Store, html: str) -> None:
    assert verify(html) == []
    assert verify(html, lambda id_: sha256(store, id_)) == []


def test_every_quotation_leads_to_its_words(html: str) -> None:
    links = re.findall(r'<blockquote[^>]*><a href="#([^"]+)"', html)
    assert len(links) > 5
    for anchor in links:
        assert html.count(f'id="{anchor}"') == 1


def test_nothing_of_a_report_is_markup_and_nothing_is_loaded(html: str) -> None:
    body = html.partition("</style>")[2]
    assert "<script>alert" not in html and "<img" not in html and "onerror=alert(2)>" not in html
    assert html.count("<script") == 1
    assert not re.search(r'(?:src|href)="(?!#)', body)


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ("denial, ", "threat, ", "what they say was changed"),
        ("We did not use gas.", "We did use gas.", "the quotation is not there so"),
    ],
)
def test_a_change_is_found(html: str, was: str, now: str, what: str) -> None:
    changed = html.replace(was, now, 1)
    assert changed != html
    assert any(what in found.what for found in verify(changed))


def test_a_changed_source_is_found(html: str) -> None:
    before, bar, after = html.partition('<div class="text"')
    changed = before + bar + after.replace("had bombed", "had not bombed", 1)
    assert changed != html
    assert [found.what for found in verify(changed)] == [
        "the text that is shown is not the report's"
    ]


def test_an_entry_left_out_is_found(html: str) -> None:
    changed = re.sub(r"<blockquote.*?</blockquote>", "", html, count=1, flags=re.DOTALL)
    told = {found.what for found in verify(changed)}
    assert "what they say was changed after they were made" in told


def test_a_report_that_the_record_does_not_hold_is_found(html: str) -> None:
    found = verify(html, lambda _: None)
    assert {x.what for x in found} == {"the record does not hold this report"}


def test_items_bring_what_belongs_to_them(store: Store) -> None:
    made = of_items(store, ["aa11:e1"])
    assert len(made.entries) == 1
    assert verify(to_html(made)) == []
    assert of_items(store, ["aa11:s1", "aa11:a1", "aa11"]).title == "3 items of the record"
    with pytest.raises(QueryError):
        of_items(store, ["zz99:e1"])


def test_what_is_no_dossier_is_told() -> None:
    for text in ("<p>nothing</p>", "", "<script id='manifest'>{}</script>"):
        with pytest.raises(RecordError, match="no dossier"):
            verify(text)
