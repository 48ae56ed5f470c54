"""Every sheet that is written has a frozen head with a filter."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from graph.export.formats import GraphFormat
from tests.cli.conftest import Run
from tests.export.conftest import Exported


def check(path: Path, leave: tuple[str, ...] = ()) -> None:
    book = load_workbook(path)
    for sheet in (one for one in book if one.title not in leave):
        assert sheet.freeze_panes == "A2", sheet.title
        first, last = sheet.auto_filter.ref.split(":")
        assert first == "A1" and sheet[last].column == sheet.max_column, sheet.title
        assert sheet[last].row >= sheet.max_row, sheet.title
        assert all(isinstance(cell.value, str) and cell.value for cell in sheet[1]), sheet.title


def test_sheets_of_the_graph(old: Exported) -> None:
    check(old.paths[GraphFormat.xlsx])


def test_sheets_of_answers_and_templates(run: Run, tmp_path: Path) -> None:
    commands = {
        "answer.xlsx": ("types", "--as-of", "2018-12-25"),
        "empty.xlsx": ("query", "run", "groups_in_force", "-p", "as_of=1950-01-01"),
        "template.xlsx": ("template",),
    }
    for name, words in commands.items():
        done = run(*words, "-o", str(tmp_path / name))
        assert done.code == 0, done.err
        # The example of a template holds several tables below one another.
        check(tmp_path / name, ("example",))
