"""A workbook mended elsewhere than in a spreadsheet program: its cells, and other texts in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import InputError
from graph.core.files import fresh_file
from graph.core.safe_text import told, unseen
from graph.core.words import Words
from loaders.files.guard import check, opened_workbook
from loaders.files.problems import Place, Problems
from loaders.tables.read.cells import LONGEST_TEXT
from loaders.tables.read.headers import MOST_COLUMNS, columns, passed_over, table_named
from loaders.tables.read.xlsx import cell_text
from loaders.tables.schema import Column

Spot = tuple[str, int, int]
"""Title of a sheet, row and column of a cell; rows and columns count from 1, as in a `Place`."""

MOST_ROWS = 100_000


@dataclass(frozen=True)
class Sheet:
    """A sheet of the form: `head` and `rows` hold texts by column; `meant` what each column is, if known."""

    title: str
    head: Mapping[int, str]
    meant: Mapping[int, Column]
    rows: Mapping[int, Mapping[int, str]]

    @property
    def next_row(self) -> int:
        """The first row below all that hold something."""
        return max(self.rows, default=1) + 1


def sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook but for those that explain it. Raises Refused as the reader does."""
    check(path)
    book = opened_workbook(path)
    return tuple(_sheet(sheet) for sheet in book.worksheets if not passed_over(sheet.title))


def _sheet(sheet: object) -> Sheet:
    cells: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):  # type: ignore[attr-defined]
        if cell.value is not None and column <= MOST_COLUMNS:
            cells.setdefault(row, {})[column] = cell_text(cell.value)[0]
    first = min(cells, default=0)
    head = cells.pop(first, {})
    title = str(sheet.title)  # type: ignore[attr-defined]
    return Sheet(title, head, _meant(title, head), cells)


def _meant(title: str, head: Mapping[int, str]) -> dict[int, Column]:
    """What the columns hold, by the words that the reader knows; its faults are told by the reader."""
    unheard = Problems(most=MOST_ROWS)
    here = Place(Path())
    table = table_named(title, here, unheard)
    if table is None or not head:
        return {}
    names = [head.get(column, "") for column in range(1, max(head) + 1)]
    named = columns(table, names, [here] * len(names), unheard)
    return {position + 1: table.column(name) for position, name in named.items()}


def mend(path: Path, texts: Mapping[Spot, str]) -> None:
    """Write texts into cells of a workbook, at once and as a whole; formulas become their values.

    An empty text clears its cell. Raises InputError for a sheet that is not there, or a spot outside of it.
    """
    check(path)
    book = opened_workbook(path)
    for (title, row, column), text in texts.items():
        if title not in book.sheetnames:
            raise InputError(
                Words(f"The workbook has no sheet {title!r}.", f"工作簿中没有工作表“{title}”。")
            )
        if not (0 < row <= MOST_ROWS and 0 < column <= MOST_COLUMNS):
            raise InputError(
                Words(
                    f"Row {row}, column {column} is outside of the sheet {title!r}.",
                    f"第 {row} 行第 {column} 列超出工作表“{title}”的范围。",
                )
            )
        if (hidden := unseen(text)) or len(text) > LONGEST_TEXT:
            raise InputError(_not_typed(told(hidden)))
        cell = book[title].cell(row, column)
        cell.value = text.strip() or None
        if cell.value is not None:
            # A text stays one, whatever a formula or number it may look like.
            cell.number_format, cell.data_type = "@", "s"
    with fresh_file(path, True) as made:
        book.save(made)


def _not_typed(hidden: str) -> Words:
    if hidden:
        return Words(
            f"The text holds characters that cannot be seen ({hidden}). Type it anew.",
            f"文字中有不可见字符（{hidden}），请重新输入。",
        )
    return Words(
        f"The text is too long: at most {LONGEST_TEXT:,} characters belong in a cell.",
        f"文字过长：单元格最多 {LONGEST_TEXT:,} 字。",
    )
