"""One connection: rows as plain Python, access modes, errors in words."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace

import pytest

from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.errors import InputError, NoServer
from graph.settings import Settings


def test_rows_are_plain_python(loaded: Database) -> None:
    row = next(r for r in queries.group_names(database=loaded) if r.uid == "group:jinan-laiwu")
    assert type(row.valid_from) is dt.date
    assert row["name"] == row.name
    with pytest.raises(AttributeError, match="no column nme; there are uid, name"):
        _ = row.nme


def test_a_result_is_a_sequence(loaded: Database) -> None:
    rows = queries.group_names(database=loaded)
    assert rows.to_dicts() == [dict(row) for row in rows]
    assert rows[0] == rows[:1][0]
    assert '"last_documented": null' in rows.to_json()


def test_hints_of_the_server_do_not_reach_the_user(
    loaded: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="neo4j"):
        queries.units_by_uid([], database=loaded)
    assert caplog.messages == []


def test_reading_runs_in_read_access(loaded_server: Settings) -> None:
    with (
        connect(loaded_server) as database,
        pytest.raises(InputError, match="refuses the statement"),
    ):
        database.execute(queries.remove_nodes.statement, {"ids": []})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"password": "wrong"}, "refuses the user or password"),
        ({"user": "nobody"}, "refuses the user or password"),
        ({"uri": "bolt://127.0.0.1:1"}, "No Neo4j answers at bolt://127.0.0.1:1"),
        ({"uri": "ftp://127.0.0.1"}, "is not an address of Neo4j"),
    ],
)
def test_no_way_in_is_said_in_words(
    loaded_server: Settings, change: dict[str, str], says: str
) -> None:
    with pytest.raises(NoServer, match=says):
        connect(replace(loaded_server, **change))  # type: ignore[arg-type]


def test_the_scheme_of_a_cluster_works_too(loaded_server: Settings) -> None:
    uri = str(loaded_server.uri).replace("bolt://", "neo4j://")
    with connect(replace(loaded_server, uri=uri)) as database:
        assert len(queries.group_names(database=database)) == 38
