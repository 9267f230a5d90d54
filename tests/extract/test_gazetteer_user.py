"""A user's own places: the file, its faults, and that they win."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import GazetteerError
from onrecord.extract.gazetteer import load_gazetteer
from onrecord.extract.gazetteer.user import read_places

HEAD = "name,alternates,lat,lon,country,feature,admin1,population\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "own.csv"
    file.write_bytes(text.encode(encoding))
    return file


def test_all_columns_are_read(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + 'Velm,Welm|Vélm,-31.5,19,xvl,p,"Marra, Upper","12,000"\n')
    (place,) = read_places(file)
    assert (place.name, place.alternates) == ("Velm", ("Welm", "Vélm"))
    assert (place.lat, place.lon, place.country, place.feature) == (-31.5, 19.0, "XVL", "P")
    assert (place.admin1, place.population, place.row) == ("Marra, Upper", 12_000, 2)


def test_name_and_position_are_enough_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    file = written(tmp_path, "lon,NAME,lat\n\n19,Velm,-31\n,,\n", "utf-8-sig")
    (place,) = read_places(file)
    assert (place.name, place.feature, place.country, place.admin1) == ("Velm", "P", None, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,lat\nVelm,1\n", "no column lon"),
        ("", "its columns are none"),
        (HEAD, "holds no places"),
        (HEAD + "Velm,,1,2,,,,\nVelm,,north,2,,,,\n", r"row 3: lat is 'north'"),
        (HEAD + "Velm,,91,2,,,,\n", r"row 2: lat is '91'; it must be a number from -90 to 90"),
        (HEAD + "Velm,,1,nan,,,,\n", r"row 2: lon is 'nan'"),
        (HEAD + "Velm,,1,,,,,\n", r"row 2: lon is ''"),
        (HEAD + ",,1,2,,,,\n", r"row 2: name is ''"),
        (HEAD + "Velm,,1,2,Velmland,,,\n", r"row 2: country is 'Velmland'; it must be three"),
        (HEAD + "Velm,,1,2,,city,,\n", r"row 2: feature is 'city'; it must be one of A, H"),
        (HEAD + "Velm,,1,2,,,,some\n", r"row 2: population is 'some'"),
        (HEAD + "Velm,Marra,,1,2,,,,5,6\n", r"row 2: more cells than columns"),
        (HEAD + '"Velm,,1,2,,,,\n', "not a CSV file"),
    ],
)
def test_a_fault_is_named_with_its_row(tmp_path: Path, text: str, told: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(GazetteerError, match=told) as raised:
        read_places(file)
    assert str(file) in str(raised.value)


def test_a_missing_file_and_another_encoding_are_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_places(tmp_path / "none.csv")
    with pytest.raises(GazetteerError, match="not UTF-8"):
        read_places(written(tmp_path, HEAD + "Vélm,,1,2,,,,\n", "latin-1"))


def test_a_users_name_means_the_users_place_only(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + "Velm,Paris,-31,19,XVL,P,,\n")
    own, shipped = load_gazetteer(file), load_gazetteer()
    (entry,) = own.lookup("PARIS")
    assert (entry.name, entry.country, entry.own) == ("Velm", "XVL", True)
    assert len(shipped.lookup("Paris")) > 1
    assert own.lookup("Homs") == shipped.lookup("Homs")


def test_a_users_places_know_their_division(tmp_path: Path) -> None:
    rows = "Velmland,,-30,19,XVL,A,,\nMarra,,-31,19,XVL,A,,\nVelm,,-31,19,XVL,P,Marra,\n"
    gazetteer = load_gazetteer(written(tmp_path, HEAD + rows))
    (land,), (marra,), (velm,) = (gazetteer.lookup(n) for n in ("Velmland", "Marra", "Velm"))
    assert (land.level, marra.level, velm.level) == ("country", "admin1", "town")
    assert marra.admin1 == velm.admin1 is not None and land.admin1 is None


def test_an_adjective_among_the_alternates_is_no_name(tmp_path: Path) -> None:
    rows = "Velmia,Velmian|Republic of Velmia,-30,19,XVL,A,,\n"
    gazetteer = load_gazetteer(written(tmp_path, HEAD + rows))
    velmia = gazetteer.adjective("Velmian")
    assert velmia is not None and velmia.name == "Velmia"
    assert gazetteer.adjective("Republic of Velmia") is None
    assert gazetteer.adjective("Velmia") is None
