"""The shipped gazetteer: how names become keys, and what it knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import GazetteerError
from onrecord.extract.gazetteer import load_gazetteer
from onrecord.extract.gazetteer.index import Index
from onrecord.extract.gazetteer.keys import article_key, key, plain, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Denis", "St. Denis"),
        ("Fort Worth", "Ft. Worth"),
        ("São Paulo", "SAO PAULO"),
        ("Mount Vernon", "Mt. Vernon"),
        ("Ma‘arrat an Nu‘mān", "Maarrat an Numan"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("The Hague", "Hague"),
        ("Łódź", "Lodz"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


def test_different_names_keep_different_keys() -> None:
    names = ["Homs", "Hama", "Paris", "Parish", "Al Bab", "Bab", "Kent", "Kenton"]
    assert len({key(name) for name in names}) == len(names)


def test_every_form_of_the_arabic_article_is_one() -> None:
    assert article_key("ash-Shaddadi") == article_key("Al Shaddadi") == "al shaddadi"
    assert article_key("Deir ez-Zor") == article_key("Deir al-Zor")
    assert article_key("Al") == "al"  # a last word is no article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Maaret al-Numan", "Ma‘arrat an Nu‘mān"),
        ("Deir Ezzor", "Dayr az Zawr"),
        ("Mykolayiv", "Mykolaiv"),
        ("Kharkov", "Kharkiv"),
        ("Jisr al-Shughour", "Jisr ash Shughur"),
    ],
)
def test_transliterations_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


def test_a_skeleton_of_one_consonant_says_nothing() -> None:
    assert skeleton("Aya") == "" and skeleton("Ko") == ""


def test_plain_forgets_doubling_and_a_silent_ending() -> None:
    assert plain("Ar Raqqah") == plain("Raqa")
    assert plain("Raqqa") != plain("Rika")


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    once = key(name)
    assert once == once.strip()
    assert key(once) in (once, once.removeprefix("the "))


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Khan Sheikhoun", "SYR", "P"),
        ("Idlib", "SYR", "A"),
        ("Qamishli", "SYR", "P"),
        ("Kiev", "UKR", "P"),
        ("Texas", "USA", "A"),
        ("Middle East", None, "L"),
        ("Heathrow", "GBR", "S"),
        ("Anbar", "IRQ", "A"),
    ],
)
def test_what_news_names_is_known(name: str, country: str | None, feature: str) -> None:
    found = load_gazetteer().lookup(name)
    assert (country, feature) in {(e.country, e.feature) for e in found}


def test_a_name_of_a_transliteration_is_shown_plainly() -> None:
    (entry,) = load_gazetteer().lookup("Khan Sheikhun")
    assert entry.name == "Khan Shaykhun"
    assert entry.geonameid and entry.lat == pytest.approx(35.44, abs=0.01)


def test_an_unknown_name_has_no_entries() -> None:
    assert load_gazetteer().lookup("Qwxzzian Heights of Nowhere") == ()
    assert load_gazetteer().lookup("") == ()
    assert load_gazetteer().lookup("!!!") == ()


def test_countries_and_divisions_are_found_by_code() -> None:
    gazetteer = load_gazetteer()
    syria, texas = gazetteer.country("SYR"), gazetteer.division("US.TX")
    assert syria is not None and syria.name == "Syria" and syria.level == "country"
    assert texas is not None and texas.name == "Texas" and texas.level == "admin1"
    assert gazetteer.country("ZZZ") is None and gazetteer.division("US.ZZ") is None


def test_a_town_lies_in_its_division() -> None:
    gazetteer = load_gazetteer()
    austin = next(e for e in gazetteer.lookup("Austin") if e.country == "USA")
    texas = gazetteer.division("US.TX")
    assert texas is not None and austin.admin1 == texas.place


def test_sounding_finds_only_its_own_consonants() -> None:
    names = {e.name for e in load_gazetteer().sounding("Saraqeb")}
    assert "Saraqib" in names and "Homs" not in names


def test_every_place_of_the_index_is_sound() -> None:
    index = Index()
    assert len(index) > 250_000
    for place in range(0, len(index), 997):
        entry = index.entry(place)
        assert entry.name.strip()
        assert entry.lat is None or -90 <= entry.lat <= 90
        assert entry.lon is None or -180 <= entry.lon <= 180
        assert (entry.lat is None) == (entry.lon is None)
        assert any(found == place for found, _ in index.named(key(entry.name))) or entry.size < 120


def test_a_file_that_is_no_index_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "places.idx"
    with pytest.raises(GazetteerError, match="cannot be read"):
        Index(file)
    file.write_bytes(b"something else entirely, and long enough")
    with pytest.raises(GazetteerError, match="not an index"):
        Index(file)
