"""Constraints and indexes of the graph, applied idempotently and versioned in the graph itself."""

from __future__ import annotations

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.model import SCHEMA_VERSION


def version(database: Database) -> int | None:
    """The schema version that the graph is marked with; None in a graph that lsgraph never wrote."""
    marked = queries.schema_version(database=database)
    return marked[0].version if marked else None


def apply(database: Database) -> None:
    """Create what is missing of `cypher/schema/` and mark the version.

    Raises InputError for a graph that a newer lsgraph wrote.
    """
    found = version(database)
    if found == SCHEMA_VERSION:
        return
    if found is not None and found > SCHEMA_VERSION:
        raise InputError(
            f"This graph has schema version {found}, this lsgraph knows {SCHEMA_VERSION}."
            " Update lsgraph, or load into an empty database."
        )
    create(database)
    queries.mark_schema_version(SCHEMA_VERSION, database=database)


def create(database: Database) -> None:
    """Create what is missing of `cypher/schema/`, and mark nothing: the graph is not whole yet."""
    for query in queries.values():
        if query.header.access == "schema":
            database.run(query, {})
