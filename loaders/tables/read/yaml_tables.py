"""Reads tables of one YAML file (`form: lsgraph/tables/1`): a key a table, each a list of rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.core import door
from graph.core.errors import Refused
from graph.core.words import Words
from loaders.files.decoding import head
from loaders.files.problems import Place, Problems, nearest
from loaders.files.yaml import YamlFile, read_yaml
from loaders.tables.read.cells import sound
from loaders.tables.read.headers import columns, table_named
from loaders.tables.read.raw import Cell, RawFile, RawTable, Row
from loaders.tables.schema import FORM, TABLES, Table

_NAMED = re.compile(r"^\s*\{?\s*[\"']?form[\"']?\s*:\s*[\"']?lsgraph/tables/", re.MULTILINE)
_HEAD = 65_536
OTHER_KEYS = ("form", "not_understood")


def is_tables(path: Path) -> bool:
    """Whether a YAML file says near its top that it is of this form, in any version."""
    try:
        with door.opened(path, door.YAML) as file:
            return _NAMED.search(head(file.read(_HEAD))) is not None
    except (OSError, Refused):
        return False


def read_yaml_tables(path: Path, problems: Problems) -> RawFile | None:
    """All tables of a YAML file; None, with a problem noted, where it cannot be read."""
    file = read_yaml(path, problems, texts=True)
    if file is None:
        return None
    if file.tree.get("form") != FORM:
        text = Words(
            f"Its form is {file.tree.get('form')!r}. This version reads `form: {FORM}`.",
            f"文件的 form 是“{file.tree.get('form')}”，本版本读取 form: {FORM}。",
        )
        problems.add(file.at("form"), text)
        return None
    found = RawFile(not_understood=_not_understood(file, problems))
    for name, rows in file.tree.items():
        if str(name) not in OTHER_KEYS:
            _table(file, str(name), rows, found, problems)
    return found


def _table(file: YamlFile, name: str, rows: Any, found: RawFile, problems: Problems) -> None:
    place = file.at(name)
    names = [one for table in TABLES for one in (table.name, table.zh)]
    if nearest(name, OTHER_KEYS, limit=1) and not nearest(name, names, limit=1):
        problems.add(
            place,
            Words(f"Unknown key {name!r}.", f"未知的键“{name}”。"),
            nearest(name, OTHER_KEYS, limit=1),
        )
        return
    table = table_named(name, place, problems)
    if table is None or rows is None:
        return
    if not isinstance(rows, list):
        problems.add(
            place,
            Words(
                f"`{name}` is not a list of rows. Begin each row with `- `.",
                f"{name} 应为行的列表。每行以 - 开头。",
            ),
        )
        return
    read = [
        row for number, values in enumerate(rows)
        if (row := _row(file, table, name, number, values, problems))
    ]  # fmt: skip
    found.tables.append(RawTable(table, place, tuple(read)))


def _row(
    file: YamlFile, table: Table, name: str, number: int, values: Any, problems: Problems
) -> Row | None:
    if not isinstance(values, Mapping):
        told = Words(
            f"A row is a mapping of columns; this is {str(values)[:60]!r}.",
            f"一行应为各列的映射，此处是“{str(values)[:60]}”。",
        )
        problems.add(file.at(name, number), told)
        return None
    names = [str(key) for key in values]
    places = [file.at(name, number, key) for key in values] or [file.at(name, number)]
    named = columns(table, names, places, problems)
    written = {meant: names[position] for position, meant in named.items()}

    def where(row: int, column: str | None) -> Place:
        steps = (name, row, written[column]) if column in written else (name, row)
        return file.at(*steps)

    found: dict[str, Cell] = {}
    for meant, key in written.items():
        text = _text(values[key], where(number, meant), problems)
        read = sound(text, table.column(meant), where(number, meant), problems) if text else None
        if read:
            found[meant] = Cell(read)
    return Row(number, found, where)


def _text(value: Any, place: Place, problems: Problems) -> str:
    """The text of a value; a list is joined as a cell with `;` would be."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    if isinstance(value, list | Mapping):
        problems.add(
            place,
            Words(
                "A text belongs here, not a list or a mapping.", "此处应为文本，不能是列表或映射。"
            ),
        )
        return ""
    return str(value)


def _not_understood(file: YamlFile, problems: Problems) -> list[dict[str, Any]]:
    rows = file.tree.get("not_understood") or []
    if isinstance(rows, list) and all(isinstance(row, Mapping) for row in rows):
        return [dict(row) for row in rows]
    problems.add(
        file.at("not_understood"),
        Words(
            "`not_understood` is a list of {line, text, why}.",
            "not_understood 应为由 line、text、why 组成的列表。",
        ),
    )
    return []
