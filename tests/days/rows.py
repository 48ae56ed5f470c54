"""Expected rows of queries in plain files, one a query: `rows/QUERY.yaml`. tests/README.md tells the form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.catalogue import Query, queries
from graph.catalogue.types import ValueType
from graph.connection import Database
from graph.core.errors import InputError
from loaders.files.yaml import shipped_yaml

FOLDER = Path(__file__).parent / "rows"
WITHOUT = Path(__file__).parent / "without.txt"
DAY = "as_of"
OF_FILE = {"columns", "otherwise", "leave_out", "unordered", "same", "cases"}
OF_CASE = {"what", "with", "on", "rows", "otherwise", "not_yet"}

Expected = tuple[dict[str, Any], ...]


class BadRows(Exception):
    """A file of rows that does not keep to the form."""


@dataclass(frozen=True)
class Case:
    """One call of a query on the world, and the rows that it should answer, in order."""

    query: Query
    label: str
    arguments: Mapping[str, Any]
    rows: Expected
    columns: tuple[str, ...]
    ordered: bool
    not_yet: str | None

    def found(self, database: Database) -> Expected:
        """The rows that the query answers, as far as they are held."""
        rows = self.query(**self.arguments, database=database)
        return tuple({name: _plain(row.get(name)) for name in self.columns} for row in rows)

    def difference(self, database: Database) -> str:
        """What differs, legibly; empty where all is as expected. A case not yet met must differ."""
        try:
            told = compared(self.rows, self.found(database), self.ordered)
        except InputError as error:
            if self.not_yet is None:
                raise
            told = str(error)
        if self.not_yet is not None:
            return "" if told else f"{self.label}\n  is met now: take `not_yet` away.\n"
        return told and f"{self.label}\n{told}"


def named() -> list[str]:
    """The queries that have a file of rows."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def cases(name: str) -> list[Case]:
    """The cases of a query; raises BadRows where the file breaks the form."""
    path, query = FOLDER / f"{name}.yaml", queries[name]
    file = shipped_yaml(path)
    _only(path, file, OF_FILE)
    types = {column.name: column.type for column in query.columns}
    columns = [text.strip() for text in file["columns"].split("|")]
    ordered, found = "unordered" not in file, []
    for number, row in enumerate(file["cases"], 1):
        _only(path, row, OF_CASE)
        if not {"what", "rows"} <= set(row):
            raise BadRows(f"{path.name}, case {number}: it needs `what` and `rows` (empty: none)")
        otherwise = {**file.get("otherwise", {}), **row.get("otherwise", {})}
        held = {*columns, *otherwise, *file.get("leave_out", {})}
        wrong = (set(types) - held) if "not_yet" in row else (set(types) ^ held)
        if wrong:
            raise BadRows(f"{path.name}, case {number}: columns differ: {sorted(wrong)}")
        rest = {n: _typed(v, types.get(n)) for n, v in otherwise.items() if n not in columns}
        rows = tuple({**_cells(line, columns, types, path), **rest} for line in _table(row["rows"]))
        days = row["on"] if isinstance(row.get("on"), list) else [row.get("on")]
        for day in days:
            given = {**row.get("with", {}), **({} if day is None else {DAY: day})}
            label = f"{name}, case {number}: {row['what']}: {_told(given)}"
            found.append(
                Case(query, label, given, rows, (*columns, *rest), ordered, row.get("not_yet"))
            )
    return found


def untried(name: str) -> set[str]:
    """Options of a query for which no two cases differ in that option alone, with other rows.

    An option of a fragment is named after the fragment: one query that includes it is enough.
    """
    file, all_cases = shipped_yaml(FOLDER / f"{name}.yaml"), cases(name)
    return {
        told for told, option in options(queries[name]).items()
        if option not in file.get("same", {}) and not _tried(option, all_cases)
    }  # fmt: skip


def options(query: Query) -> dict[str, str]:
    """What each option is called (`PART.option`) and its name."""
    parts = (*query.fragments, query.header)
    return {
        f"{part.name}.{p.name}": p.name for part in parts for p in part.parameters if not p.required
    }


def _tried(option: str, all_cases: Iterable[Case]) -> bool:
    """Whether a case that leaves the option out has another beside it that gives it, with other rows."""
    plain: dict[str, list[Case]] = {}
    for case in all_cases:
        rest = {name: value for name, value in case.arguments.items() if name != option}
        plain.setdefault(repr(sorted(rest.items())), []).append(case)
    return any(
        option in one.arguments and option not in other.arguments and one.rows != other.rows
        for alike in plain.values()
        for one in alike
        for other in alike
    )


def compared(expected: Expected, found: Expected, ordered: bool = True) -> str:
    """The rows that differ, `-` expected and `+` found; cells alone where rows stand for each other."""
    one, other = [repr(row) for row in expected], [repr(row) for row in found]
    if not ordered:
        expected, found = (tuple(sorted(rows, key=repr)) for rows in (expected, found))
        one, other = sorted(one), sorted(other)
    if one == other:
        return ""
    lines: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += (f"    {_line(row)}" for row in expected[a:b])
        elif tag == "replace" and b - a == d - c:
            for want, got in zip(expected[a:b], found[c:d], strict=True):
                lines.append(f"  ~ {_line(want)}")
                lines += (
                    f"      {name}: expected {_text(want[name])}, found {_text(got[name])}"
                    for name in want if want[name] != got[name]
                )  # fmt: skip
        else:
            lines += (f"  - {_line(row)}" for row in expected[a:b])
            lines += (f"  + {_line(row)}" for row in found[c:d])
    return "\n".join(lines) + "\n"


def _line(row: Mapping[str, Any]) -> str:
    return " | ".join(map(_text, row.values()))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _told(given: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in given.items()) or "no arguments"


def _only(path: Path, row: Mapping[str, Any], known: set[str]) -> None:
    if more := set(row) - known:
        raise BadRows(f"{path.name}: unknown {sorted(more)}; there are {sorted(known)}")


def _table(rows: str | list[list[Any]] | None) -> list[list[Any]]:
    """The cells of each row: of a table with `|` as texts, of a list as values."""
    if isinstance(rows, str):
        return [line.split("|") for line in rows.splitlines() if line.strip()]
    return rows or []


def _cells(
    cells: list[Any], columns: list[str], types: Mapping[str, ValueType], path: Path
) -> dict[str, Any]:
    if len(cells) != len(columns):
        raise BadRows(f"{path.name}: {len(cells)} cells for {len(columns)} columns: {cells}")
    return {n: _read(cell, types.get(n)) for n, cell in zip(columns, cells, strict=True)}


def _read(cell: Any, kind: ValueType | None) -> Any:
    """A cell: empty is null; of a text column the text as it stands, else YAML."""
    if not isinstance(cell, str):
        return _typed(cell, kind)
    text = cell.strip()
    if text in ("", "null"):
        return None
    if kind is not None and kind.name == "string" and text[0] not in "\"'":
        return text
    return _typed(YAML(typ="safe").load(StringIO(text)), kind)


def _typed(value: Any, kind: ValueType | None) -> Any:
    """A value of YAML as one of the column: texts that look like numbers or days stay texts."""
    if kind is not None and kind.item is not None and isinstance(value, list):
        return _plain([_typed(one, kind.item) for one in value])
    if kind is not None and kind.name == "string" and isinstance(value, int | float | dt.date):
        return str(value)
    return _plain(value)


def _plain(value: Any) -> Any:
    """A value to compare: fractions to three places, maps by name and without their fingerprint."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, Mapping):
        return {name: _plain(value[name]) for name in sorted(value) if name != "digest"}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def without() -> dict[str, str]:
    """The queries and options for which no rows are held, each with the reason."""
    lines = (line.partition("  ") for line in WITHOUT.read_text("utf-8").splitlines())
    return {name: reason.strip() for name, _, reason in lines if name and name != "#"}


def stand() -> dict[str, bool]:
    """Each readable query and each option, and whether rows are held of it.

    The options of a query itself are asked for with its rows; those of a fragment from the first.
    """
    have, found = set(named()), {}
    for query in queries.readable():
        found[query.name] = query.name in have
        left = untried(query.name) if query.name in have else set(options(query))
        for option in options(query):
            if query.name in have or not option.startswith(f"{query.name}."):
                found[option] = found.get(option, False) or option not in left
    return found
