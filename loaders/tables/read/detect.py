"""What a path holds: tables (a workbook, a folder of CSV, YAML of the form) or a file of the other form."""

from __future__ import annotations

from pathlib import Path

from graph.core.words import Words
from loaders.files.problems import Place, Problems
from loaders.tables.read.raw import RawFile

WORKBOOK = ".xlsx"
_A_TEXT = Words(
    "This is a text. Read it first: lsgraph read-notice FILE",
    "这是一篇文本。请先读取：lsgraph read-notice 文件",
)
_ONE_TABLE = Words(
    "A CSV holds one table. Put all of them into a folder and name the folder.",
    "一个 CSV 只有一个表。请把各表放入一个文件夹，并给出文件夹名。",
)
ELSEWHERE = {
    ".xls": Words(
        "This is an old Excel file. Save it as .xlsx.", "这是旧版 Excel 文件。请另存为 .xlsx。"
    ),
    ".xlsm": Words(
        "Workbooks with macros are not opened. Save it as .xlsx.",
        "不打开含宏的工作簿。请另存为 .xlsx。",
    ),
    ".xlsb": Words(
        "Binary workbooks are not read. Save it as .xlsx.", "不读取二进制工作簿。请另存为 .xlsx。"
    ),
    ".ods": Words(
        "OpenDocument is not read. Save it as .xlsx.", "不读取 OpenDocument。请另存为 .xlsx。"
    ),
    ".numbers": Words(
        "Numbers files are not read. Export it as .xlsx.", "不读取 Numbers 文件。请导出为 .xlsx。"
    ),
    ".csv": _ONE_TABLE,
    ".tsv": _ONE_TABLE,
    ".docx": _A_TEXT,
    ".pdf": _A_TEXT,
    ".txt": _A_TEXT,
}
"""What else people name, and what to do with it."""


def is_tables(path: Path) -> bool:
    """Whether a path is read as tables, be they faulty, and not as YAML of the form lsgraph/groups/1."""
    from loaders.tables.read.yaml_tables import is_tables as is_yaml

    suffix = path.suffix.casefold()
    return path.is_dir() or suffix == WORKBOOK or suffix in ELSEWHERE or is_yaml(path)


def read_raw(path: Path, problems: Problems) -> RawFile | None:
    """The tables of a path; None, with a problem noted, where there are none to be read."""
    suffix = path.suffix.casefold()
    if path.is_dir():
        from loaders.tables.read.csv_folder import read_folder

        return read_folder(path, problems)
    if suffix in ELSEWHERE:
        problems.add(Place(path), ELSEWHERE[suffix])
        return None
    if suffix == WORKBOOK:
        from loaders.tables.read.xlsx import read_workbook

        return read_workbook(path, problems)
    from loaders.tables.read.yaml_tables import read_yaml_tables

    return read_yaml_tables(path, problems)
