from pathlib import Path

import pytest
from conftest import BODY, Read

from onrecord.errors import ColumnError, EmptyInput, FormatError
from onrecord.read import ReadOptions

QUOTED = '"He said ""no"", twice,\r\nand left the room on Friday evening without a word."'


def test_columns_are_guessed_by_name_and_told(read: Read) -> None:
    reading = read(
        "a.csv",
        "unit_id,article_title,article_content,source,date\n"
        f'7,Talks fail,"{BODY}",Elden Times,4/16/2017\n',
    )
    report = reading.only
    assert (report.text, report.title, report.outlet) == (BODY, "Talks fail", "Elden Times")
    assert (report.published, report.published_basis) == ("2017-04-16", "metadata")
    assert "text from 'article_content'" in reading.notices[0].message
    assert "outlet from 'source'" in reading.notices[0].message


def test_told_columns_win_and_missing_ones_are_named(read: Read) -> None:
    content = f"text,lead\nshort,{BODY.replace(',', '')}\n"
    assert read("a.csv", content, ReadOptions(text_column="lead")).only.text.startswith("The def")
    wrong = read("a.csv", content, ReadOptions(text_column="body")).problem
    assert wrong.error is ColumnError
    assert "'body'" in wrong.reason and "'lead'" in wrong.reason


def test_a_long_column_without_a_telling_name_is_the_text(read: Read) -> None:
    assert read("a.csv", f'a,b\n1,"{BODY}"\n').only.text == BODY
    problem = read("a.csv", "a,b\n1,2\n").problem
    assert problem.error is ColumnError and "--text-column" in problem.reason


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(read: Read, delimiter: str) -> None:
    row = delimiter.join(["2", QUOTED])
    reading = read("a.csv", delimiter.join(["id", "text"]) + "\r\n" + row + "\r\n")
    assert reading.only.text.startswith('He said "no", twice,\r\nand left')


def test_backslash_escapes_and_bare_quotation_marks(read: Read) -> None:
    escaped = 'id,text\n1,"He said \\"no\\", twice, and left."\n2,"She said \\"yes\\"."\n'
    assert read("a.csv", escaped).reports[0].text == 'He said "no", twice, and left.'
    bare = 'id\ttext\n1\t"No," he said and left\n2\tShe said "yes"\n'
    assert read("a.tsv", bare).reports[0].text == '"No," he said and left'


def test_a_broken_row_costs_only_itself(read: Read) -> None:
    reading = read(
        "a.csv",
        "id,text,outlet\n"
        f'1,"{BODY}",A\n'
        "2,too,many,cells\n"
        f'3,"{BODY}",B\n'
        f'4,"never closed,C\n'
        f'5,"{BODY}",D\n'
        f'6,"{BODY}",E\n',
    )
    assert [r.outlet for r in reading.reports] == ["A", "B", "D", "E"]
    assert [p.error for p in reading.problems] == [FormatError, FormatError]
    assert "line 3" in reading.problems[0].where and "4 cells" in reading.problems[0].reason
    assert "line 5" in reading.problems[1].where


def test_a_last_row_that_is_cut_is_told(read: Read) -> None:
    reading = read("a.csv", f'id,text\n1,"{BODY}"\n2,"The minister sa')
    assert len(reading.reports) == 1
    assert "never closes" in reading.problem.reason


def test_a_row_without_text_is_told_and_the_rest_read(read: Read) -> None:
    reading = read("a.csv", f'id,text\n1,\n2,"{BODY}"\n')
    assert len(reading.reports) == 1
    assert reading.problem.error is EmptyInput and "row 1" in reading.problem.where


def test_ambiguous_dates_wait_for_the_column_to_settle_them(read: Read) -> None:
    rows = [f'{i},"{BODY} {i}",{{}}' for i in range(2)]
    open_ = "id,text,date\n" + "\n".join(rows).format("3/4/2017", "5/6/2017")
    assert [r.published for r in read("a.csv", open_).reports] == [None, None]
    told = read("a.csv", open_, ReadOptions(day_first=True)).reports
    assert [r.published for r in told] == ["2017-04-03", "2017-06-05"]
    settled = "id,text,date\n" + "\n".join(rows).format("3/4/2017", "5/16/2017")
    assert [r.published for r in read("a.csv", settled).reports] == ["2017-03-04", "2017-05-16"]
    torn = "id,text,date\n" + "\n".join([*rows, f'2,"{BODY}",16/5/2017']).format(
        "3/4/2017", "5/16/2017"
    )
    assert read("a.csv", torn).reports[0].published is None


def test_the_text_says_when_it_is_from_better_than_a_column(read: Read) -> None:
    reading = read(
        "a.csv",
        "id,text,date\n"
        f'1,"Wed 05 Apr 2017 {BODY}",4/5/2017\n'
        f'2,"Wed 05 Apr 2017 {BODY} Again.",4/16/2017\n'
        f'3,"Sun 16 Apr 2017 {BODY}",\n',
    )
    found = [(r.published, r.published_basis) for r in reading.reports]
    assert found == [
        ("2017-04-05", "metadata"), ("2017-04-05", "text"), ("2017-04-16", "text")
    ]  # fmt: skip
    assert "row 2" in reading.notices[-1].where


def test_an_outlets_other_rows_settle_how_it_leads_its_texts(read: Read) -> None:
    reading = read(
        "a.csv",
        "outlet,text,date\n"
        f'A,"05-04-2016 {BODY}",\n'
        f'A,"23-04-2016 {BODY}",\n'
        f'B,"05-04-2016 {BODY}",\n'
        f'B,"05-04-2016 {BODY} More.",4/5/2016\n'
        f'B,"05-04-2016 {BODY} Most.",7/16/2016\n',
    )
    dates = [(r.published, r.published_basis) for r in reading.reports]
    assert dates[0] == ("2016-04-05", "text")
    assert dates[2] == (None, None)
    assert dates[3] == ("2016-04-05", "metadata")
    assert dates[4] == (None, None)  # the column's day is neither of the text's two


def test_markup_in_a_cell_gives_its_text_and_is_kept(read: Read) -> None:
    report = read("a.csv", f'id,text\n1,"<p>{BODY}</p><p>More &amp; more.</p>"\n').only
    assert report.text == f"{BODY}\n\nMore & more."
    assert report.original is not None and report.original.startswith("<p>")


def test_a_large_table_is_read_as_a_stream(read: Read, tmp_path: Path) -> None:
    rows = "".join(f'{i},"{BODY} {i}"\n' for i in range(2000))
    reading = read("a.csv", "id,text\n" + rows)
    assert len({r.id for r in reading.reports}) == 2000
    assert reading.reports[-1].path == f"{tmp_path}/a.csv, row 2000"


def test_the_same_name_twice_is_no_header(read: Read) -> None:
    assert read("a.csv", "text,text\na,b\n").problem.error is ColumnError
