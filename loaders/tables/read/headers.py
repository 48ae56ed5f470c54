"""Which table and column a name means, in English or Chinese, mixed too; what is unknown is a problem."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from unicodedata import normalize

from graph.core.words import Words
from loaders.files.problems import Place, Problems, nearest
from loaders.tables.schema import EXPLANATIONS, TABLES, Table

MOST_COLUMNS = 60
"""A table with more columns than this is not of the form; they are not listed one by one."""


def key(text: str) -> str:
    """What two spellings of a name share: width, case, blanks, `_`, `-` and remarks in brackets apart."""
    bare = normalize("NFKC", text).casefold().split("(")[0].rstrip("*: ")
    return "".join(c for c in bare if not c.isspace() and c not in "_-*")


@cache
def _tables() -> dict[str, Table]:
    return {key(name): table for table in TABLES for name in (table.name, table.zh, *table.also)}


@cache
def _columns(table: str) -> dict[str, str]:
    (found,) = (one for one in TABLES if one.name == table)
    return {
        key(name): column.name
        for column in found.columns for name in (column.name, column.zh, *column.also)
    }  # fmt: skip


def passed_over(name: str) -> bool:
    """Whether a sheet or file explains the form and holds no data."""
    spellings = {key(one) for pair in EXPLANATIONS.items() for one in pair}
    return key(name) in spellings or name.startswith(("#", "~$", "."))


def table_named(name: str, place: Place, problems: Problems) -> Table | None:
    """The table that a name means; None with a problem noted for none."""
    found = _tables().get(key(name))
    if found is None:
        known = [one for table in TABLES for one in (table.name, table.zh)]
        text = Words(
            f"Unknown table {name!r}. Choose one of {', '.join(t.name for t in TABLES)}.",
            f"表“{name}”未知。可选：{'、'.join(t.zh for t in TABLES)}。",
        )
        problems.add(place, text, nearest(name, known, limit=1))
    return found


def columns(
    table: Table, names: Sequence[str], places: Sequence[Place], problems: Problems
) -> dict[int, str]:
    """Position to English column name; unknown, repeated and missing columns become problems."""
    if len(names) > MOST_COLUMNS:
        text = Words(
            f"{len(names)} columns; the table {table.name} has {len(table.columns)}. Take out the others.",
            f"有 {len(names)} 列，而{table.zh}表有 {len(table.columns)} 列。请去掉多余的列。",
        )
        problems.add(places[0], text)
        return {}
    found: dict[int, str] = {}
    for position, name in enumerate(names):
        if name.strip():
            _column(table, position, name, places, found, problems)
    _missing(table, found, places, problems)
    return found


def _column(
    table: Table, position: int, name: str, places: Sequence[Place], found: dict[int, str],
    problems: Problems,
) -> None:  # fmt: skip
    meant = _columns(table.name).get(key(name))
    if meant is None:
        known = [one for column in table.columns for one in (column.name, column.zh)]
        text = Words(
            f"The table {table.name} has no column {_short(name)!r}.",
            f"{table.zh}表没有列“{_short(name)}”。",
        )
        problems.add(places[position], text, nearest(_short(name), known, limit=1))
    elif meant in found.values():
        problems.add(
            places[position],
            Words(
                f"The column {meant} ({name}) stands twice. Take one out.",
                f"列 {meant}（{name}）出现两次。请去掉一列。",
            ),
        )
    else:
        found[position] = meant


def _missing(
    table: Table, found: dict[int, str], places: Sequence[Place], problems: Problems
) -> None:
    for column in table.columns:
        if column.required and column.name not in found.values() and places:
            text = Words(
                f"The column {column.name} ({column.zh}) of the table {table.name} is missing. "
                "Add it to the first row.",
                f"{table.zh}表缺少列“{column.zh}”（{column.name}）。请在第一行补上。",
            )
            problems.add(places[0], text)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
