"""Rows of a query are of a class of its own, typed as its header says."""

from __future__ import annotations

import copy
import datetime as dt
import inspect
import pickle
from typing import Any, get_type_hints

import pytest

from graph.catalogue import Row, queries
from graph.catalogue.types import parse_type
from graph.connection import Database
from graph.connection.results import Result, result


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("string", str),
        ("integer?", int | None),
        ("float", float),
        ("boolean?", bool | None),
        ("date?", dt.date | None),
        ("map", dict[str, Any]),
        ("any?", Any),
        ("list<string>", list[str]),
        ("list<integer?>?", list[int | None] | None),
        ("list<list<date>>", list[list[dt.date]]),
    ],
)
def test_a_type_is_one_of_python(text: str, kind: object) -> None:
    assert parse_type(text).annotation == kind


@pytest.mark.parametrize("name", sorted(query.name for query in queries.readable()))
def test_each_query_has_a_class_of_rows(name: str) -> None:
    query = queries[name]
    kind = query.row_type
    assert issubclass(kind, Row) and kind is query.row_type
    assert kind.__name__ == "".join(w.capitalize() for w in name.split("_")) + "Row"
    assert list(kind.__annotations__) == [c.name for c in query.columns]
    assert {n: t for n, t in get_type_hints(kind).items() if n != "__units__"} == {
        c.name: c.type.annotation for c in query.columns
    }
    assert all(
        f"{c.name} ({c.type}): {c.meaning.en}" in (kind.__doc__ or "") for c in query.columns
    )
    assert kind.__units__ == {c.name: c.unit for c in query.columns if c.unit}
    assert inspect.signature(query).return_annotation is Result


def test_rows_of_an_answer_are_of_that_class(loaded: Database) -> None:
    query = queries.groups_in_force
    rows = query(dt.date(2018, 7, 6), database=loaded)
    assert {type(row) for row in rows} == {query.row_type}
    row = rows[0]
    assert (row.uid, row["uid"], {**row}["uid"]) == (row.uid,) * 3
    assert {"uid", "n_units"} <= set(dir(row))
    assert rows.types["last_documented"] == "date?"
    assert rows.to_dicts() == [dict(row) for row in rows]
    assert rows == result(rows.columns, [tuple(row.values()) for row in rows])
    with pytest.raises(AttributeError, match="no column gap"):
        _ = row.gap


def test_a_row_goes_to_another_process_and_back() -> None:
    row = queries.ancestors.row_type(uid="div:370000:山东省", rank=8)
    for back in (pickle.loads(pickle.dumps(row)), copy.deepcopy(row)):
        assert (back, type(back), back.rank) == (row, Row, 8)


def test_a_column_may_be_called_like_anything() -> None:
    (row,) = result(["units"], [(3,)])
    assert row.units == 3
