"""CSV as `neo4j-admin database import full` takes it: typed heads, quotes doubled, bounds as stored.

One file a label and a relationship type; ties to sources one a label of their start, since ids are
unique by label only. `import.args` holds the options of the command.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from graph.core.errors import InputError
from graph.core.model import Label
from graph.core.words import Words
from graph.export.columns import Column, GraphTable, NodeTable, Tables, TieTable
from graph.export.elements import Elements
from graph.export.texts import plain_text
from graph.server.import_csv import ARRAY_DELIMITER, CSV_SWITCHES, quoted

ARGUMENTS = "import.args"
_TYPES = {
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "date": "date",
    "list": "string[]",
}
_ENDS = {"start": ":START_ID", "end": ":END_ID"}


def write_admin(elements: Elements, folder: Path) -> None:
    """All files into a folder, streamed."""
    for table in elements.tables:
        if isinstance(table, NodeTable):
            _write_nodes(table, elements.stored(table), folder)
        else:
            _write_ties(table, elements.stored(table), folder)
    text = "\n".join(arguments(elements.tables)) + "\n"
    (folder / ARGUMENTS).write_text(text, encoding="utf-8", newline="\n")


def arguments(tables: Tables) -> Iterator[str]:
    """Yield the options of the command, one a line, for `@import.args` in the folder of the files.

    The tool looks for the folder of each file, so a bare name will not do.
    """
    for table in tables:
        if isinstance(table, NodeTable):
            yield f"--nodes={table.label}=./{table.name}.csv"
    for table in tables:
        if isinstance(table, TieTable):
            for start in table.start:
                yield f"--relationships={table.type.stored}=./{file_name(table, start)}"
    yield from CSV_SWITCHES


def file_name(table: TieTable, start: Label) -> str:
    """Return the file of the ties that start at nodes of a label."""
    suffix = f"_{start.lower()}" if len(table.start) > 1 else ""
    return f"{table.name}{suffix}.csv"


def head(table: GraphTable, start: Label | None = None) -> list[str]:
    """Return the head of a file: names with types, `uid:ID(Unit)`, `:LABEL`, `:START_ID(Post)`."""
    return [_named(table, column, start) for column in table.columns]


def _named(table: GraphTable, column: Column, start: Label | None) -> str:
    if isinstance(table, NodeTable):
        if column.name == "uid":
            return f"uid:ID({table.label})"
        if column.name == "labels":
            return ":LABEL"
    elif column.name in _ENDS:
        return f"{_ENDS[column.name]}({start if column.name == 'start' else table.end})"
    return f"{column.name}:{_TYPES.get(column.kind, 'string')}"


def _write_nodes(table: NodeTable, rows: Iterator[dict[str, Any]], folder: Path) -> None:
    with _opened(folder / f"{table.name}.csv", head(table)) as file:
        file.writelines(_line(table, row) for row in rows)


def _write_ties(table: TieTable, rows: Iterator[dict[str, Any]], folder: Path) -> None:
    with ExitStack() as ends:
        files = {
            str(start): ends.enter_context(
                _opened(folder / file_name(table, start), head(table, start))
            )
            for start in table.start
        }
        for row in rows:
            files[row["start_label"]].write(_line(table, row))


def _opened(path: Path, columns: list[str]) -> TextIO:
    file = path.open("w", encoding="utf-8", newline="")
    file.write(",".join(columns) + "\n")
    return file


def _line(table: GraphTable, row: Mapping[str, Any]) -> str:
    return ",".join(_cell(table, name, row.get(name)) for name in table.names) + "\n"


def _cell(table: GraphTable, name: str, value: Any) -> str:
    """Unknown is an empty cell; texts stand in quotes, so an empty text differs from unknown."""
    if value is None:
        return ""
    if isinstance(value, list):
        if any(ARRAY_DELIMITER in item or not item for item in value) or not value:
            raise InputError(
                Words(
                    f"{table.name}, column {name}: a list is empty, or an item of it is or holds U+001F,"
                    " which neo4j-admin cannot read. Export to Cypher or Parquet.",
                    f"{table.name} 的列 {name}：列表为空，或其中一项为空或含 U+001F，neo4j-admin 读不了。"
                    "请导出为 Cypher 或 Parquet。",
                )
            )
        return quoted(ARRAY_DELIMITER.join(value))
    return quoted(value) if isinstance(value, str) else plain_text(value)
