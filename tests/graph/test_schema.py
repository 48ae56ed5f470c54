"""Constraints, indexes and the version in the graph itself."""

from __future__ import annotations

import pytest

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.model import SCHEMA_VERSION, Label, Node
from tests.servers import empty, statements


def test_the_schema_is_applied_again_without_harm(databases: Database) -> None:
    statements.forget_schema(database=databases)
    assert schema.version(databases) is None
    schema.apply(databases)
    schema.apply(databases)
    assert schema.version(databases) == SCHEMA_VERSION


def test_a_uid_is_unique(databases: Database) -> None:
    rows = [Node(Label.PERSON, "person:x", {"name": n}).row("x") for n in ("a", "b")]
    queries.write_person(rows, database=empty(databases))
    assert statements.counted(database=databases)[0].nodes == 1
    with pytest.raises(InputError, match="already exists"):
        queries.write_person(rows, fresh=True, database=databases)


def test_a_graph_of_a_newer_lsgraph_is_left_alone(clean: Database) -> None:
    queries.mark_schema_version(SCHEMA_VERSION + 1, database=clean)
    try:
        with pytest.raises(
            InputError, match=f"schema version {SCHEMA_VERSION + 1}.*Update lsgraph"
        ):
            schema.apply(clean)
    finally:
        queries.mark_schema_version(SCHEMA_VERSION, database=clean)
