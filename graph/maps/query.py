"""A map of what a query says of divisions: any column of numbers beside a code (代码) or uid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.catalogue import Query, Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import NOTHING, Words
from graph.maps.regions import LEVELS, MEASURES, RegionMap, divisions
from graph.places.suggestions import near

NO_ANSWER = Words(
    "Without a value: the query has none for this division.", "无数值：所查内容在此区划没有数值。"
)
NAMING = ("code", "region", "unit", "uid")
"""Columns that may name the division of a row, the first of them that it has."""


def query_map(
    database: Database, query: Query, parameters: Mapping[str, object], column: str, level: str,
    as_of: dt.date | None = None,
) -> RegionMap:  # fmt: skip
    """Return a column of numbers of a query that names divisions, for the divisions of a level on a day.

    The day is `as_of`, else that of the query's parameter of this name, else today.

    The query names a division by a column `code`, or by the uid of a division in `region`, `unit` or
    `uid`. Raises InputError where it does not, for a column without numbers, and for two rows of one
    division.
    """
    given = parameters.get("as_of")
    day = as_of or (given if isinstance(given, dt.date) else dt.date.today())
    rows = list(query(**parameters, database=database))
    _check_column(query, column)
    values = _values(query, rows, column)
    mapped = tuple(
        replace(row, value=values.get(row.code)) for _, row in divisions(database, day, level)
    )
    if not any(row.value is not None for row in mapped):
        raise InputError(
            Words(
                f"{query.name} has no number in {column} for a {level} of {day}: there is nothing to draw."
                " Give another --level, --as-of or --column.",
                f"{query.name} 的 {column} 在 {day} 的 {level} 级没有数值，无可画之处。请换 --level、"
                "--as-of 或 --column。",
            )
        )
    text = next(one.meaning for one in query.columns if one.name == column)
    asked = _asked(query, parameters)
    return RegionMap(
        Words(f"{query.header.title}: {column}", f"{query.header.zh}：{column}"),
        Words(f"{text.en}{asked}", f"{text.zh}{asked}"), "number", str(day), level, mapped,
        (NO_ANSWER,) * any(row.value is None for row in mapped),
    )  # fmt: skip


def _asked(query: Query, parameters: Mapping[str, object]) -> str:
    """Return the parameters that the user gave, without the day, which the map shows anyway."""
    usual = {one.name: one.default for one in query.parameters}
    told = [
        f"{name} {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}"
        for name, value in parameters.items()
        if value and value != usual.get(name) and name != "as_of"
    ]
    return f" ({'; '.join(told)})" if told else ""


def _check_column(query: Query, column: str) -> None:
    numeric = [one.name for one in query.columns if one.type.name in ("integer", "float")]
    if column not in numeric:
        guess = near(column, numeric)
        hint, held = _hint(guess), ", ".join(numeric)
        raise InputError(
            Words(
                f"{query.name} has no column of numbers {column!r}.{hint.en} It has: {held or 'none'}."
                " Give one with --column.",
                f"{query.name} 没有数值列“{column}”。{hint.zh}它的数值列：{held or '无'}。请用"
                " --column 指定。",
            )
        )


def _hint(guess: Sequence[str]) -> Words:
    if not guess:
        return NOTHING
    return Words(f" Did you mean {guess[0]}?", f"您是否要用 {guess[0]}？")


def _values(query: Query, rows: Sequence[Row], column: str) -> dict[str, float]:
    values: dict[str, float] = {}
    for row in rows:
        code = _code(query, row)
        if code is None or row[column] is None:
            continue
        if values.setdefault(code, row[column]) != row[column]:
            raise InputError(
                Words(
                    f"{query.name} has several rows for {code}, with different {column}: a map shows one"
                    " value a division. Narrow the query with -p.",
                    f"{query.name} 中 {code} 有数行，其 {column} 不同：地图的每个区划只显示一个值。请用 -p"
                    " 收窄查询。",
                )
            )
    return values


def _code(query: Query, row: Row) -> str | None:
    """Return the code of the division that a row is of; None where it is of none."""
    for name in NAMING:
        if name in row and row[name] is not None:
            text = str(row[name])
            return text.split(":")[1] if text.startswith("div:") else text
    if not set(NAMING) & {column.name for column in query.columns}:
        raise InputError(
            Words(
                f"{query.name} names no division: a map needs a column code (GB/T 2260), or the uid of a"
                " division as region, unit or uid.",
                f"{query.name} 不含区划：地图需要列 code（GB/T 2260），或 region、unit、uid 中的区划 "
                "uid。",
            )
        )
    return None


def check_map(what: str, level: str, narrowed: bool) -> None:
    """Raises InputError for what is neither a measure nor a query, and for options of the other."""
    if level not in LEVELS:
        raise InputError(
            Words(
                f"{level!r} is not a level of a map. Choose from {', '.join(LEVELS)}.",
                f"“{level}”不是地图的层级。请选：{'、'.join(LEVELS)}。",
            )
        )
    if what in MEASURES:
        if narrowed or level != "province":
            raise InputError(
                Words(
                    f"{what} is a measure of provinces: --column, -p, --level and --within belong"
                    " to a query.",
                    f"{what} 是各省的指标：--column、-p、--level 和 --within 用于查询。",
                )
            )
        return
    known = [*MEASURES, *(query.name for query in queries.readable())]
    if what not in known:
        raise InputError(_neither(what, known))


def _neither(what: str, known: list[str]) -> Words:
    hint = _hint(near(what, known))
    return Words(
        f"{what!r} is neither a measure (groups, strong, gap, coverage) nor a query.{hint.en} See"
        " `lsgraph query list`.",
        f"“{what}”既不是指标（groups、strong、gap、coverage），也不是查询。{hint.zh}见 `lsgraph"
        " query list`。",
    )
