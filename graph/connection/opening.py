"""Opens a connection: the server of the environment, else the private local one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from neo4j import GraphDatabase
from neo4j import NotificationMinimumSeverity as Severity

from graph.connection.database import Database
from graph.connection.faults import told
from graph.connection.limits import UNLIMITED, Limits
from graph.core.errors import NoServer
from graph.core.words import Words
from graph.server.jars import Progress
from graph.server.layout import Home
from graph.server.local import ensure_running
from graph.settings import Settings

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""Addresses that the driver speaks Bolt to."""

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
    scheme = uri.partition("://")[0]
    if scheme not in SCHEMES:
        known = ", ".join(f"{name}://" for name in SCHEMES)
        raise NoServer(
            Words(
                f"{uri!r} is not an address of Neo4j. NEO4J_URI must begin with one of: {known}.",
                f"“{uri}”不是 Neo4j 的地址。NEO4J_URI 须以下列之一开头：{known}。",
            )
        )
    auth = (user, password) if password is not None else None
    with told(uri):
        driver = GraphDatabase.driver(
            uri,
            auth=auth,
            # Hints about data that is not there yet are for the lint test, not for users.
            notifications_min_severity=Severity.OFF,
            max_transaction_retry_time=RETRY_S,
            connection_timeout=15,
            connection_acquisition_timeout=20,
        )
        try:
            _refuse_old(uri, driver.get_server_info().agent)
        except BaseException:
            driver.close()
            raise
    return Database(driver, database, uri, limits)


def _refuse_old(uri: str, agent: str) -> None:
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
