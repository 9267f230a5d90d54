"""Places in a report: which names are places, where they are, and what is left open."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.gazetteer import load_gazetteer
from onrecord.extract.places import PlacesConfig, find_places
from onrecord.model.analysis import Analysis, Name, NameKind
from onrecord.records import Place, Report


def report(text: str) -> Report:
    return Report(id="r", text=text, sha256="0" * 64)


def named(text: str, **kinds: NameKind) -> Analysis:
    """An analysis with a name at each mention of each keyword ("_" for a space)."""
    names = []
    for word, kind in kinds.items():
        written = word.replace("_", " ")
        at = text.find(written)
        while at >= 0:
            names.append(Name(at, at + len(written), kind, 0.995))
            at = text.find(written, at + 1)
    return Analysis(text, names=tuple(sorted(names, key=lambda n: n.start)))


def places(text: str, **kinds: NameKind) -> dict[str, Place]:
    """The places of ``text`` by their words; the last where one is named twice."""
    return {p.span.text: p for p in find_places(report(text), named(text, **kinds))}


def test_a_report_of_one_country_puts_its_towns_there() -> None:
    found = places(
        "Shelling hit Madaya and Tripoli was calm. Syria blamed rebels near Homs and Idlib.",
        Madaya="GPE", Syria="GPE", Homs="GPE", Idlib="GPE", Tripoli="GPE",
    )  # fmt: skip
    assert found["Madaya"].country == "SYR"  # the larger Madaya is in Myanmar
    assert found["Homs"].country == found["Idlib"].country == "SYR"
    assert found["Syria"].feature == "A" and found["Syria"].geonameid == 163843


def test_spelling_variants_come_to_the_gazetteers_name() -> None:
    for spelled in ("Khan Sheikhoun", "Khan Sheikhun", "Khan Shaykhun"):
        text = f"Syria says nothing fell on {spelled} in Idlib."
        found = places(text, Syria="GPE", Idlib="GPE", **{spelled.replace(" ", "_"): "GPE"})
        assert found[spelled].name == "Khan Shaykhun"
        assert found[spelled].lat == pytest.approx(35.44, abs=0.01)


def test_what_holds_a_name_says_which_it_is() -> None:
    found = places(
        "The mayor of Paris, Texas, wrote to the mayor of Athens, Georgia, about the fair.",
        Paris="GPE", Texas="GPE", Athens="GPE", Georgia="GPE",
    )  # fmt: skip
    assert found["Paris"].lat == pytest.approx(33.66, abs=0.1)
    assert found["Athens"].lat == pytest.approx(33.96, abs=0.1)
    assert found["Georgia"].country == "USA"


def test_alone_a_great_city_is_itself() -> None:
    found = places("Talks resume in Paris on Monday, France said.", Paris="GPE", France="GPE")
    assert found["Paris"].country == "FRA" and found["Paris"].feature == "P"


def test_a_generic_word_beside_a_name_says_its_level() -> None:
    province = places("Rebels hold Idlib province in Syria.", Idlib="GPE", Syria="GPE")
    city = places("Rebels hold the city of Idlib in Syria.", Idlib="GPE", Syria="GPE")
    assert province["Idlib"].feature == "A"
    assert city["Idlib"].feature == "P"


def test_an_unclear_name_keeps_null_coordinates_and_tells_its_candidates() -> None:
    text = "The school board of Springfield meets tonight to discuss the budget."
    (place,) = find_places(report(text), named(text, Springfield="GPE"))
    assert place.lat is None and place.lon is None and place.geonameid is None
    assert place.name == "Springfield" and place.country == "USA"
    assert len(place.others) >= 3
    assert all(0 <= other.score <= 1 for other in place.others)
    assert [o.score for o in place.others] == sorted((o.score for o in place.others), reverse=True)


def test_a_place_that_no_gazetteer_has_stays_unknown() -> None:
    text = "Residents of Qurvashtan fled towards Iraq and Baghdad."
    found = places(text, Qurvashtan="GPE", Iraq="GPE", Baghdad="GPE")
    unknown = found["Qurvashtan"]
    assert (unknown.name, unknown.lat, unknown.country, unknown.others) == (
        "Qurvashtan", None, None, (),
    )  # fmt: skip


def test_what_the_text_calls_an_unknown_name_is_its_feature() -> None:
    text = "Gunmen came to the town of Qurvasht, in Iraq. The raid on Qurvasht killed four."
    found = find_places(report(text), named(text, Iraq="GPE", Qurvasht="GPE"))
    assert [(p.span.text, p.feature, p.lat) for p in found if p.span.text == "Qurvasht"] == [
        ("Qurvasht", "P", None),
        ("Qurvasht", "P", None),
    ]
    for words, feature in (
        ("Qurvasht village is empty", "P"),
        ("Qurvasht, a mining town, is empty", "P"),
        ("Qurvasht province is empty", "A"),
        ("the area of Qurvasht is empty", None),
        ("Qurvasht is empty", None),
    ):
        text = f"In Iraq they say that {words}."
        (place,) = (p for p in find_places(report(text), named(text, Iraq="GPE", Qurvasht="GPE"))
                    if p.span.text == "Qurvasht")  # fmt: skip
        assert (place.feature, place.lat) == (feature, None), words


def test_an_unknown_name_that_is_found_once_is_found_where_it_stands_again() -> None:
    text = "Residents of Qurvasht fled. An attack on Qurvasht killed two. Ilse Qurvasht was hurt."
    one = Analysis(text, names=(Name(13, 21, "GPE", 0.995),))
    assert [p.span.start for p in find_places(report(text), one)] == [13, 41]


def test_seas_are_known_by_class_and_get_no_made_up_coordinates() -> None:
    found = places("A tanker sailed from the Red Sea to Egypt.", Red_Sea="LOC", Egypt="GPE")
    strait = places("Two ships met in the Gulf of Ardana off Egypt.", Gulf_of_Ardana="LOC")
    assert strait["Gulf of Ardana"].feature == "H" and strait["Gulf of Ardana"].lat is None
    assert found["Red Sea"].feature == "H" and found["Red Sea"].lat is None


def test_a_site_is_put_at_the_town_it_is_called_after() -> None:
    text = "Missiles struck the Homs air base in Syria."
    found = places(text, Homs_air_base="FAC", Syria="GPE")
    (site,) = (p for words, p in found.items() if words.startswith("Homs"))
    assert site.country == "SYR" and site.lat == pytest.approx(34.7, abs=0.3)


def test_a_transliteration_is_heard_only_where_the_report_supports_it() -> None:
    with_support = places(
        "Syria said Jisr al-Shughourr fell; Homs, Idlib and Hama stayed calm.",
        Syria="GPE", Homs="GPE", Idlib="GPE", Hama="GPE", Jisr="GPE",
    )  # fmt: skip
    heard = with_support["Jisr al-Shughourr"]
    assert heard.name == "Jisr ash Shughur" and heard.country == "SYR"
    assert heard.others and heard.others[0].geonameid == heard.geonameid  # says how sure it is
    assert heard.others[0].score < 1
    without = places("Peru said Jisr al-Shughourr fell; Lima stayed calm.",
                     Peru="GPE", Lima="GPE", Jisr="GPE")  # fmt: skip
    assert without["Jisr al-Shughourr"].lat is None


def test_people_and_months_are_no_places() -> None:
    text = "Paris Hilton and Jack London spoke in March. Mr. Lincoln said May was warm."
    kinds: dict[str, NameKind] = {"Paris_Hilton": "PER", "Jack_London": "PER", "Lincoln": "PER"}
    assert find_places(report(text), named(text, **kinds)) == ()


def test_nationalities_are_no_places_unless_asked_for() -> None:
    text = "Turkish and Syrian troops met near Ankara."
    analysis = named(text, Turkish="NORP", Syrian="NORP", Ankara="GPE")
    assert [p.span.text for p in find_places(report(text), analysis)] == ["Ankara"]
    asked = find_places(report(text), analysis, config=PlacesConfig(adjectives=True))
    assert [(p.span.text, p.country) for p in asked] == [
        ("Turkish", "TUR"), ("Syrian", "SYR"), ("Ankara", "TUR"),
    ]  # fmt: skip


def test_without_the_model_places_are_found_by_the_words_around_them() -> None:
    text = "BEIRUT (Reuters) - Shells fell on Aleppo and near Damascus, Syria, on Sunday."
    found = find_places(report(text), Analysis(text))
    assert [p.span.text for p in found] == ["BEIRUT", "Aleppo", "Damascus", "Syria"]
    assert {p.country for p in found} == {"LBN", "SYR"}


def test_names_in_a_row_that_lost_their_commas_are_told_apart() -> None:
    text = "Strikes hit Daraa Hama Idlib and Homs in Syria."
    found = places(text, Daraa_Hama_Idlib="GPE", Homs="GPE", Syria="GPE")
    assert list(found) == ["Daraa", "Hama", "Idlib", "Homs", "Syria"]


def test_a_possessive_that_lost_its_apostrophe_is_still_a_place() -> None:
    text = "Turkeys army entered Iraq while Syrias capital was calm."
    tagged = named(text, Turkeys="GPE", Iraq="GPE", Syrias="GPE").names
    found = find_places(report(text), Analysis(text, toponyms=tagged))
    assert [p.span.text for p in found] == ["Turkey", "Iraq", "Syria"]


def test_ids_count_the_places_in_order() -> None:
    text = "From Iraq to Syria to Iran."
    found = find_places(report(text), named(text, Iraq="GPE", Syria="GPE", Iran="GPE"))
    assert [p.id for p in found] == ["r:p1", "r:p2", "r:p3"]
    assert [p.span.start for p in found] == sorted(p.span.start for p in found)


def test_a_users_place_wins(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("name,lat,lon,country\nHoms,-31,19,XVL\nVelm,-32,19,XVL\n", encoding="utf-8")
    text = "Shells fell on Homs and Velm. The Velm mayor fled."
    found = find_places(
        report(text), named(text, Homs="GPE", Velm="GPE"), gazetteer=load_gazetteer(file)
    )
    assert {(p.name, p.country, p.lat) for p in found} == {
        ("Homs", "XVL", -31.0), ("Velm", "XVL", -32.0),
    }  # fmt: skip


WORDS = st.sampled_from(
    "Syria Paris, Texas al-Bab the of ’s “Homs” Ill. U.S. 東京 e\u0301 İstanbul ß – county Lake"
    " \n\n Street province Deir ez-Zor Syrias Al Maleh (Reuters) New York City 🌍 March".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25), st.data())
def test_every_span_quotes_its_text(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    if not text.strip():
        text += "."
    names = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, min(len(text), start + 15)))
        kind: NameKind = data.draw(st.sampled_from(("GPE", "LOC", "ORG", "PER", "NORP")))
        names.append(Name(start, end, kind, 0.9))
    analysis = Analysis(text, names=tuple(names), toponyms=tuple(names[:2]))
    found = find_places(report(text), analysis)
    assert found == find_places(report(text), analysis)
    for place in found:
        assert text[place.span.start : place.span.end] == place.span.text
        assert (place.lat is None) == (place.lon is None)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


def test_a_town_of_a_country_that_is_named_is_one_where_it_is_hit() -> None:
    text = "Shells hit Avdiivka and Bakhmut on Monday, Ukraine said. Bakhmut spoke to Avdiivka."
    names = [
        Name(text.index("Bakhmut"), text.index("Bakhmut") + 7, "PER", 0.9),
        Name(text.index("Ukraine"), text.index("Ukraine") + 7, "GPE", 0.9),
    ]
    found = find_places(report(text), Analysis(text, names=tuple(names)))
    assert [place.span.text for place in found][:3] == ["Avdiivka", "Bakhmut", "Ukraine"]


def test_the_letters_of_a_bodys_name_are_no_town() -> None:
    text = "The U.N said it warned the E.U. and the U.S. envoy in Washington, D.C. on Monday."
    found = places(text, **{"U.N": "GPE", "E.U.": "GPE", "U.S.": "GPE", "D.C.": "GPE"})
    assert "U.N" not in found and "E.U." not in found
    assert found["U.S."].country == "USA"


def test_a_name_of_one_word_that_is_surely_a_place_is_one_again() -> None:
    text = "Fighters entered Husaybah on Monday. The assault of Husaybah went on for days."
    first = Name(17, 25, "GPE", 0.995)
    read = Analysis(text, names=(first,), toponyms=(first,))
    assert [p.span.text for p in find_places(report(text), read)] == ["Husaybah"] * 2
    road = text.replace("assault of Husaybah", "shops on Husaybah Road")
    read = Analysis(road, names=(first,), toponyms=(first,))
    assert len(find_places(report(road), read)) == 1


def test_a_camp_that_one_head_alone_names_is_a_place() -> None:
    text = "The attack on Camp Orlind, in Iraq, was condemned."
    camp, land = Name(14, 25, "GPE", 0.98), Name(30, 34, "GPE", 0.99)
    read = Analysis(text, names=(camp, land), toponyms=(land,))
    assert [p.span.text for p in find_places(report(text), read)] == ["Camp Orlind", "Iraq"]


def test_what_is_more_likely_none_of_its_namesakes_keeps_the_reports_name() -> None:
    found = places("Two deputies met European diplomats in Avel on Tuesday.", Avel="GPE")["Avel"]
    assert (found.name, found.lat, found.country) == ("Avel", None, None)
    assert [one.country for one in found.others] == ["UKR"]
