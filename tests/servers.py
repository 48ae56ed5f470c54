"""Real Neo4j servers of the tests' own, and what only tests ask of a graph."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from graph.catalogue import Catalogue, schema
from graph.connection import Database, connect
from graph.server import config
from graph.server.layout import Home
from graph.server.local import ensure_running, stop
from graph.settings import NEO4J_LTS, NEO4J_VERSION, Settings
from tests.watchdog import FOLDER

VERSIONS = (NEO4J_VERSION, NEO4J_LTS)
"""Every version on which lsgraph must give the same answers."""

statements = Catalogue([Path(__file__).parent / "cypher" / "statements"])
"""Statements that only tests run; no Cypher lives in Python here either."""

BATCH = 1_000


KEEP_PLANS = {
    "dbms.cypher.min_replan_interval": "1d",
    "internal.cypher.target_replan_interval": "1d",
}
"""A test's graph grows and shrinks all the time: plans made anew for it would change the time, no answer."""


def write_conf(home: Home) -> Path:
    """The configuration of a user's server, under which a query is planned once."""
    path = config.write_conf(home)
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in KEEP_PLANS.items())
    return path


@contextmanager
def private_server(version: str, jars_dir: Path) -> Iterator[Settings]:
    """A server in a temporary folder; in the end nothing of it is left, no process either."""
    with tempfile.TemporaryDirectory(prefix="server-", dir=os.environ.get(FOLDER)) as folder:
        settings = Settings(Path(folder), jars_dir, version)
        try:
            ensure_running(settings)
            yield settings
        finally:
            stop(settings)
        assert processes_of(settings) == []


def processes_of(settings: Settings) -> list[int]:
    """The processes whose command line names the data directory of `settings`."""
    found = psutil.process_iter(["cmdline"])
    needle = f"--home-dir={settings.data_dir.resolve()}"
    return [p.pid for p in found if any(needle in word for word in p.info["cmdline"] or ())]


def given_server(environ: Mapping[str, str], jars_dir: Path) -> Settings | None:
    """The server that LSGRAPH_TEST_URI names instead of a private one; None where it is not set.

    LSGRAPH_TEST_USER, LSGRAPH_TEST_PASSWORD and LSGRAPH_TEST_DATABASE go with it. NEO4J_URI is never
    read: it names a graph that somebody works with.
    """
    uri = environ.get("LSGRAPH_TEST_URI")
    if not uri:
        return None
    return Settings(
        data_dir=jars_dir,
        jars_dir=jars_dir,
        uri=uri,
        user=environ.get("LSGRAPH_TEST_USER") or "neo4j",
        password=environ.get("LSGRAPH_TEST_PASSWORD") or None,
        database=environ.get("LSGRAPH_TEST_DATABASE") or None,
    )


def open_empty(settings: Settings) -> Database:
    """A connection to a graph that holds nothing; ends the whole run where it holds something."""
    database = connect(settings)
    held = statements.counted(database=database)[0].nodes
    if held:
        database.close()
        pytest.exit(
            f"LSGRAPH_TEST_URI names {settings.uri}, whose graph holds {held} nodes. Tests empty the"
            " graph, so name an empty one.",
            returncode=pytest.ExitCode.USAGE_ERROR,
        )
    return database


def empty(database: Database) -> Database:
    """The database with an empty graph and the schema applied."""
    wiped(database)
    schema.apply(database)
    return database


def wiped(database: Database) -> None:
    """Delete every node and tie, but for the mark of the schema."""
    while statements.empty(BATCH, database=database)[0].gone:
        pass
