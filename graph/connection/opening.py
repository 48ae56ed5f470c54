"""Opens a connection: the server of the environment, else the private local one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from neo4j import Driver, GraphDatabase
from neo4j import NotificationMinimumSeverity as Severity

from graph.connection.database import Database
from graph.connection.faults import told
from graph.connection.limits import UNLIMITED, Limits
from graph.core.errors import NoServer
from graph.core.words import Words
from graph.server.jars import Progress
from graph.server.layout import Home
from graph.server.local import ensure_running
from graph.server.probe import refuse_scheme
from graph.settings import Settings

OLDEST = (5, 26)
"""The oldest Neo4j whose Cypher has all that the catalogue says."""

RETRY_S = 30.0
"""How long a transaction is tried again: a cluster needs some seconds to choose a new leader."""


def connect(
    settings: Settings | None = None,
    progress: Progress | None = None,
    limits: Limits = UNLIMITED,
) -> Database:
    """Open the server that the settings name; start the private one where they name none.

    A program's questions run as long as they need unless it gives `limits`.

    Raises NoServer, in words, where no server answers or it refuses the user.
    """
    chosen = settings or Settings.from_environment()
    if chosen.uri:
        return _open(chosen.uri, chosen.user, chosen.password, chosen.database, limits)
    endpoint = ensure_running(chosen, progress)
    opened = _open(endpoint.uri, endpoint.user, endpoint.password, None, limits)
    return replace(opened, lock=Home.of(chosen).load_lock)


@cache
def default_database() -> Database:
    """Return the connection of the environment, opened once per process (for notebooks and scripts)."""
    return connect(limits=Limits())


def _open(
    uri: str, user: str, password: str | None, database: str | None, limits: Limits
) -> Database:
    refuse_scheme(uri)
    opened = Database(_named(uri, user, password), database, uri, limits)
    try:
        _refuse_old(opened)
    except BaseException:
        opened.close()
        raise
    return opened


def _named(uri: str, user: str, password: str | None) -> Driver:
    """A driver for the server; it connects when it is first asked."""
    auth = (user, password) if password is not None else None
    with told(uri):
        return GraphDatabase.driver(
            uri,
            auth=auth,
            # Hints about data that is not there yet are for the lint test, not for users.
            notifications_min_severity=Severity.OFF,
            max_transaction_retry_time=RETRY_S,
            connection_timeout=15,
            connection_acquisition_timeout=20,
        )


def _refuse_old(server: Database) -> None:
    uri, agent = server.uri, server.agent()
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        raise NoServer(
            Words(
                f"{uri} runs {agent.replace('/', ' ')}; lsgraph needs Neo4j {OLDEST[0]}.{OLDEST[1]} or later."
                " Upgrade that server, or unset NEO4J_URI to use the private one.",
                f"{uri} 运行的是 {agent.replace('/', ' ')}；lsgraph 需要 Neo4j {OLDEST[0]}.{OLDEST[1]}"
                " 或更高版本。请升级该服务器，或取消 NEO4J_URI 以使用专用服务器。",
            )
        )
