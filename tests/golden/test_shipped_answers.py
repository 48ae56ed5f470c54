"""Authority of the shipped groups, read in every way."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import queries
from graph.connection import Database

NOTHING_FOUND = {
    "sources_by_uid", "stored_ties", "load_under_way", "foreign_nodes", "foreign_uids",
}  # fmt: skip
"""Their examples find nothing: an empty list, a dataset of tests, no load, nothing of somebody else."""


@pytest.mark.long
@pytest.mark.parametrize("name", sorted({q.name for q in queries.readable()} - NOTHING_FOUND))
def test_each_example_finds_rows(loaded: Database, name: str) -> None:
    query = queries[name]
    assert len(query(**query.example(), database=loaded)) > 0


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
