"""Every question of the catalogue, asked of the shipped graph, answers with what its header declares."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import queries
from graph.connection import Database

ROWS_EXPECTED = sorted(
    {query.name for query in queries.readable()}
    - {"sources_by_uid", "stored_ties", "load_under_way"}
    - {"foreign_nodes", "foreign_uids"}
)
"""The examples of the others find nothing: an empty list, the dataset of a lint run, doubtful sources;
no load runs, and nothing is of somebody else.
"""


@pytest.mark.parametrize("name", sorted(query.name for query in queries.readable()))
def test_columns_and_types(loaded: Database, name: str) -> None:
    query = queries[name]
    rows = query(**query.example(), database=loaded)
    assert rows.columns == tuple(column.name for column in query.columns)
    assert len(rows) > 0 or name not in ROWS_EXPECTED
    wrong = {
        (column.name, repr(row[column.name]))
        for row in rows
        for column in query.columns
        if not column.type.holds(row[column.name])
    }
    assert wrong == set()


@pytest.mark.parametrize("basis", ["person", "seat", "unit"])
@pytest.mark.parametrize("scope", ["governments", "all"])
def test_authority_of_every_group_in_every_reading(
    loaded: Database, basis: str, scope: str
) -> None:
    query = queries.authority_by_group
    rows = query(basis=basis, scope=scope, sensitivity=False, database=loaded)
    wrong = {
        (row.group, column.name)
        for row in rows
        for column in query.columns
        if not column.type.holds(row[column.name])
    }
    assert wrong == set()
    assert {(row.basis, row.scope) for row in rows} == {(basis, scope)}


def test_sensitive_readings_are_what_asking_for_them_answers(loaded: Database) -> None:
    asked = {row.group: row for row in queries.authority_by_group(database=loaded)}
    for key, value in (("basis", "seat"), ("basis", "unit"), ("scope", "all")):
        given = {key: value}
        rows = queries.authority_by_group(sensitivity=False, database=loaded, **given)
        for row in rows:
            base = asked[row.group]
            changed = (row.type, row.flags) != (base.type, base.flags)
            told = [s for s in base.sensitive if s["reading"] == f"{key}={value}"]
            expected = [{"reading": f"{key}={value}", "type": row.type, "flags": row.flags}]
            assert told == (expected if changed else [])


def test_no_answer_depends_on_a_day_that_never_was(loaded: Database) -> None:
    rows = queries.authority_by_group(as_of=dt.date(1900, 1, 1), database=loaded)
    assert {row.type for row in rows} <= {"UNKNOWN", "NOT_A_GROUP"}
    assert all(row.chairs == [] or "undated" in row.flags for row in rows)
