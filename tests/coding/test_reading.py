"""Sheets come back as they were filled in, from any program; each fault names the row and the remedy."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.core.errors import InvalidData
from loaders.coding.form import answer
from loaders.coding.read import day_of, read_sheets
from tests.coding.sheets import DAY, ONE, cells, plain, row, rows, write


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_sheet_comes_back(tmp_path: Path, name: str) -> None:
    filled = rows(ONE, note="=1+1, “quoted”\nand more", members="-济南市")
    (sheet,) = read_sheets([write(tmp_path / name, filled)])
    assert list(sheet.rows.values()) == filled
    assert day_of(sheet.rows["group:made-up-0"]) == dt.date(2018, 12, 25)


def test_excel_opens_the_csv_as_utf_8(tmp_path: Path) -> None:
    raw = write(tmp_path / "a.csv", rows(ONE)).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfuid,name,day,cluster,half,")


def test_other_programs_write_it_otherwise(tmp_path: Path) -> None:
    """Semicolons in GBK, days with slashes, and a workbook with days and numbers of its own."""
    filled = rows(ONE)
    lines = [[text.replace(DAY, "2018/12/25") for text in line] for line in cells(filled)]
    one = plain(tmp_path / "a.csv", lines, mark=";", code="gbk")
    other = write(tmp_path / "b.xlsx", filled)
    book = load_workbook(other)
    for line in range(2, 8):
        book["coding"].cell(line, 3, dt.datetime(2018, 12, 25)).number_format = "yyyy-mm-dd"
        book["coding"].cell(line, 9, 2.0)
    book.save(other)
    for sheet in read_sheets([one, other]):
        assert list(sheet.rows.values()) == filled


def test_a_source_that_does_not_suffice_leaves_types_open(tmp_path: Path) -> None:
    (sheet,) = read_sheets([write(tmp_path / "a.csv", rows(["", *ONE[1:]]))])
    assert "type_by_table" not in sheet.rows["group:made-up-0"]


HEAD, *LINES = cells(rows(ONE))


def with_cell(column: str, text: str) -> list[list[str]]:
    """The sheet with another text in its third line."""
    at = HEAD.index(column)
    return [HEAD, LINES[0], [*LINES[1][:at], text, *LINES[1][at + 1 :]], *LINES[2:]]


FAULTS: list[tuple[list[list[str]], str]] = [
    (with_cell("type_by_table", "STRONGE"), "row 3: Unknown type_by_table 'STRONGE'. Choose STRONG, "
     "WEAK, SELF_FORMING, UNKNOWN, VACANT, NOT_A_GROUP or UNCLASSIFIED. Did you mean 'STRONG'?"),
    (with_cell("type_by_idea", ""), "row 3: type_by_idea is empty. Choose STRONG, "),
    (with_cell("source_sufficient", ""), "row 3: source_sufficient is empty. Choose yes or no."),
    (with_cell("leadership", "Single"), "Unknown leadership 'Single'. Choose single, "),
    (with_cell("half", "C"), "row 3: Unknown half 'C'. Choose A or B."),
    (with_cell("n_member_governments", "two"), "'two'. Write a whole number, or unknown."),
    (with_cell("day", "soon"), "row 3: 'soon' is not a day. Write it as 2018-12-25."),
    (with_cell("day", "2018"), "row 3: '2018' is not a day. Write it as 2018-12-25."),
    (with_cell("uid", ""), "row 3: uid is empty. Copy it from the empty sheet."),
    (with_cell("uid", "group:made-up-0"), "row 3: group:made-up-0 stands in row 2 too. Keep one"),
    ([HEAD, [*LINES[0], "more"]], "row 2: The row has 19 cells where the first row has 18."),
    ([HEAD[:-1]], "row 1: The columns note are missing. Begin with: lsgraph data sheet -o FILE"),
    ([], "row 1: The columns uid, name, day,"),
    ([[*HEAD, "rooster"]], "Unknown column 'rooster'. Take it out. Did you mean 'roster'?"),
    ([[*HEAD, "note"]], "row 1: The columns note stand twice. Keep one of each."),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "told"), FAULTS)
def test_each_fault_is_told(tmp_path: Path, lines: list[list[str]], told: str) -> None:
    path = plain(tmp_path / "bad.csv", lines)
    with pytest.raises(InvalidData) as error:
        read_sheets([path])
    assert f"{path}, row " in str(error.value)
    assert told in str(error.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = plain(tmp_path / "bad.csv", [HEAD, *(line[:14] for line in LINES)])
    with pytest.raises(InvalidData) as error:
        read_sheets([path])
    assert len(error.value.problems) == 3 * len(LINES)


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        (rows(ONE)[:-2], "2 rows of {one} are missing: group:made-up-4, group:made-up-5. Code them"),
        ([*rows(ONE)[:-1], row(5, "WEAK", uid="group:made-up-6")],
         "row 7: group:made-up-6 is not among the groups of {one}. Take the row out. Did you mean"),
        (rows(ONE, day="2019-01-01"), "row 2: day of group:made-up-0 is '2019-01-01' here and"),
        (rows(ONE, cluster="c9"), "is 'c9' here and 'c0' in {one}. Copy it from the empty sheet."),
    ],
)  # fmt: skip
def test_two_sheets_are_of_the_same_groups(
    tmp_path: Path, filled: list[dict[str, str]], told: str
) -> None:
    one, other = write(tmp_path / "one.csv", rows(ONE)), write(tmp_path / "other.csv", filled)
    with pytest.raises(InvalidData) as error:
        read_sheets([one, other])
    assert f"{other}" in str(error.value)
    assert told.format(one=one) in str(error.value)


def test_a_workbook_without_the_sheet_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", rows(ONE))
    book = load_workbook(path)
    book["coding"].title = "codings"
    book.save(path)
    with pytest.raises(InvalidData, match=r"lacks the sheet 'coding'.*Did you mean 'codings'"):
        read_sheets([path])


def test_what_is_no_sheet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    with pytest.raises(InvalidData, match="This is not an XLSX workbook"):
        read_sheets([tmp_path / "a.xlsx"])
    with pytest.raises(InvalidData, match="does not exist"):
        read_sheets([tmp_path / "none.csv"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("济南市、莱芜市", "莱芜市, 济南市"),
        ("Ａ B", "ab"),
        ("甲;乙", "乙 、 甲、"),
        ("Unknown", "unknown"),
    ],
)
def test_texts_are_compared_apart_from_their_form(one: str, other: str) -> None:
    assert answer("members", {"members": one}) == answer("members", {"members": other})
    assert answer("members", {"members": one}) != answer("members", {"members": f"{other}丙"})
    assert answer("members", {}) is None
