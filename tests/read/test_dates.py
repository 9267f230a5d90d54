import pytest

from onrecord.errors import InputError
from onrecord.read.dates import DateReading, numbers_order, parse_date, parse_told


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2017-06-27", "2017-06-27"),
        ("2017/6/7", "2017-06-07"),
        ("20170627", "2017-06-27"),
        ("Fri 07 Apr 2017 at 0914", "2017-04-07"),
        ("April 7, 2017", "2017-04-07"),
        ("Sept. 5th 2018", "2018-09-05"),
        ("7th of April 2017", "2017-04-07"),
        ("7-Apr-2017", "2017-04-07"),
        ("Jan 202015", "2015-01-20"),
        ("Jan 52015", "2015-01-05"),
        ("16.04.2017", "2017-04-16"),
        ("4/16/2017", "2017-04-16"),
        ("2017-04-07 09:14", "2017-04-07"),
        ("2017-04-07T09:14:00Z", "2017-04-07T09:14:00Z"),
        ("2017-04-07T09:14:00.123+0330", "2017-04-07T09:14:00+03:30"),
        ("Fri, 07 Apr 2017 09:14:00 -0500", "2017-04-07T09:14:00-05:00"),
        ("April 7, 2017 9:14 pm EDT", "2017-04-07T21:14:00-04:00"),
        ("1491556440", "2017-04-07T09:14:00Z"),
        ("1491556440000", "2017-04-07T09:14:00Z"),
    ],
)
def test_full_dates_are_read(written: str, value: str) -> None:
    assert parse_date(written) == DateReading(value)


@pytest.mark.parametrize(
    "written",
    ["April 2017", "7 April", "2017", "Tuesday", "07/04/17", "31 Feb 2017", "Sat 07 Apr 2017",
     "yesterday", "", "around 7 April 2017 or so, he thinks"],
)  # fmt: skip
def test_what_is_no_full_date_stays_unknown(written: str) -> None:
    assert parse_date(written) == DateReading()


def test_number_dates_stay_open_until_their_order_is_known() -> None:
    reading = parse_date("03/04/2017")
    assert reading.value is None
    assert reading.either == ("2017-04-03", "2017-03-04")
    assert reading.settled(True) == "2017-04-03"
    assert reading.settled(False) == "2017-03-04"
    assert parse_date("03/04/2017", day_first=False).value == "2017-03-04"
    assert parse_date("04/04/2017").value == "2017-04-04"
    assert parse_date("Monday 03/04/2017").value == "2017-04-03"  # 4 March was a Saturday


def test_the_order_shows_where_a_number_is_no_month() -> None:
    assert numbers_order("23-04-2016 Text") is True
    assert numbers_order("4/16/2017") is False
    assert numbers_order("3/4/2017") is None
    assert numbers_order("2017-04-16") is None


def test_a_told_date_must_be_full() -> None:
    assert parse_told("7 April 2017") == "2017-04-07"
    with pytest.raises(InputError, match="2017-04-07"):
        parse_told("04/07/2017")
