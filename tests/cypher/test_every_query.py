"""The server itself is the linter: EXPLAIN of every file of the catalogue, on both versions."""

from __future__ import annotations

import json
from collections import Counter
from typing import LiteralString

import pytest
from neo4j import NotificationMinimumSeverity, ResultSummary

from graph.catalogue import Query, queries
from graph.catalogue.catalogue import COLUMNS
from graph.connection import Database
from graph.core.dates import BOUNDS
from graph.core.model import INDEXES, TIES, Label, Level, TieType
from graph.settings import CYPHER
from tests.cypher.lint_graph import lint_graph, lint_records

QUERY_TYPES = {"read": {"r"}, "write": {"w", "rw"}, "schema": {"s"}}
"""What the server calls a statement whose header declares an access."""
OF_THE_SERVER = ("database_kind", "end_transaction")
"""What is read of the server or said to it (SHOW), which it counts with what changes that."""


@pytest.fixture(scope="module")
def lint(databases: Database) -> Database:
    """The small graph, on each supported version in turn."""
    lint_graph(databases)
    return databases


def explained(database: Database, query: Query) -> ResultSummary:
    """What the server says of a query, with every hint that users are spared."""
    with database.driver.session(
        database=database.database,
        notifications_min_severity=NotificationMinimumSeverity.INFORMATION,
    ) as session:
        statement: LiteralString = f"EXPLAIN {query.statement}"
        return session.run(statement, query.example()).consume()


@pytest.mark.parametrize("name", sorted(queries))
def test_explain_has_nothing_to_say(lint: Database, name: str) -> None:
    query = queries[name]
    summary = explained(lint, query)
    told = [status for status in summary.gql_status_objects if status.is_notification]
    assert [status.status_description for status in told] == []
    expected = {"r", "s"} if name in OF_THE_SERVER else QUERY_TYPES[query.header.access]
    assert summary.query_type in expected


@pytest.mark.parametrize("name", sorted(query.name for query in queries.readable()))
def test_columns_are_of_their_types(lint: Database, name: str) -> None:
    query = queries[name]
    rows = query(**query.example(), database=lint)
    assert rows.columns == tuple(column.name for column in query.columns)
    for row in rows:
        wrong = {c.name: row[c.name] for c in query.columns if not c.type.holds(row[c.name])}
        assert wrong == {}
        told = json.dumps(row, default=str)
        assert not [f'"{day}"' for day in BOUNDS if f'"{day}"' in told]


def test_the_small_graph_holds_everything() -> None:
    made = lint_records()
    assert {node.label for node in made.nodes} == set(Label)
    assert {tie.type for tie in made.ties} == set(TieType)
    labels = Counter(label for node in made.nodes for label in node.labels)
    assert set(labels) == {"Division", "Agency", *map(str, Level)}


def test_ties_join_what_the_table_says() -> None:
    made = lint_records()
    labels: dict[str, set[Label]] = {}
    for node in made.nodes:
        labels.setdefault(node.uid, set()).add(node.label)
    for tie in made.ties:
        ends = TIES[tie.type]
        assert labels[tie.start] & set(ends.start), tie
        assert ends.end in labels[tie.end], tie


def test_every_fragment_is_used() -> None:
    used = {part.path for query in queries.values() for part in query.fragments}
    assert set(CYPHER.rglob("_*.cypher")) == used | {CYPHER / f"{COLUMNS}.cypher"}


def test_every_file_is_in_the_catalogue() -> None:
    files = {path for path in CYPHER.rglob("*.cypher") if not path.stem.startswith("_")}
    assert files == {query.header.path for query in queries.values()}
    assert all(query.header.title and query.header.question for query in queries.values())
    assert all(name.isidentifier() for name in queries)


def test_every_tie_and_label_has_its_write_statement() -> None:
    written = {name.removeprefix("write_") for name in queries if name.startswith("write_")}
    assert written == {kind.lower() for kind in (*map(str, TieType), *map(str, Label))}


def test_every_label_and_index_has_its_schema_statement() -> None:
    made = {name for name in queries if name.startswith(("unique_", "index_"))}
    uids = {f"unique_{label.lower()}" for label in (*Label, "Schema")}
    assert made == uids | {f"index_{name}" for name in INDEXES}
    assert {queries[name].access for name in made} == {"schema"}
