"""Constraints and indexes of the graph, applied idempotently and versioned in the graph itself."""

from __future__ import annotations

from graph.catalogue import queries
from graph.connection import Database
from graph.connection.faults import composite
from graph.connection.write import make_rules
from graph.core.errors import InputError
from graph.core.model import SCHEMA_VERSION
from graph.core.words import NOTHING, Words


def version(database: Database) -> int | None:
    """The schema version that the graph is marked with; None in a graph that lsgraph never wrote."""
    marked = queries.schema_version(database=database)
    return marked[0].version if marked else None


def check(database: Database) -> int | None:
    """The version, which is None or ours; raises InputError for a graph of another lsgraph.

    NoServer for a composite database: it holds nothing, so nothing of ours either.
    """
    found = version(database)
    if found is None:
        _refuse_composite(database)
    if found is not None and found > SCHEMA_VERSION:
        raise InputError(
            Words(
                f"This graph has schema version {found}, this lsgraph knows {SCHEMA_VERSION}."
                " Update lsgraph, or load into an empty database.",
                f"该图谱的模式版本为 {found}，本 lsgraph 支持 {SCHEMA_VERSION}。请升级 lsgraph，或载入"
                "空数据库。",
            )
        )
    if found is not None and found < SCHEMA_VERSION:
        raise InputError(_earlier(found))
    return found


def earlier(database: Database) -> Words:
    """What is said beside an answer from a graph of an earlier lsgraph; nothing of another."""
    found = version(database)
    return _earlier(found) if found is not None and found < SCHEMA_VERSION else NOTHING


def _earlier(found: int) -> Words:
    return Words(
        f"An earlier lsgraph wrote this graph: it has schema version {found}, this lsgraph writes"
        f" {SCHEMA_VERSION}. Nothing was changed. Upgrade it with: lsgraph db upgrade (before that,"
        " lsgraph db dump FILE keeps a copy of the private one).",
        f"该图谱由较早的 lsgraph 写成：其模式版本为 {found}，本 lsgraph 写 {SCHEMA_VERSION}。"
        "未作任何改动。请升级：lsgraph db upgrade（此前可用 lsgraph db dump 文件 保留专用数据"
        "库的副本）。",
    )


def _refuse_composite(database: Database) -> None:
    for row in queries.database_kind(database.database, database=database):
        if row.kind == "composite":
            raise composite(
                Words(
                    f"The database {row.name} at {database.uri} is a composite one",
                    f"{database.uri} 的数据库 {row.name} 是复合数据库",
                )
            )


def apply(database: Database) -> None:
    """Create what is missing of `cypher/schema/` and mark the version.

    Raises InputError for a graph that another version of lsgraph wrote.
    """
    if check(database) is None:
        create(database)
        queries.mark_schema_version(SCHEMA_VERSION, database=database)


def create(database: Database) -> None:
    """Create what is missing of `cypher/schema/`, and mark nothing: the graph is not whole yet.

    All of it or nothing; raises InputError where nodes or indexes of somebody else stand in the way.
    """
    rules = [query.statement for query in queries.values() if query.access == "schema"]
    make_rules(database, rules)
