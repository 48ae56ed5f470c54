"""Look at everything in turn."""

from __future__ import annotations

from collections.abc import Iterator

from graph.connection import connect
from graph.core.errors import LsgraphError
from graph.core.words import Words
from graph.doctor import machine, server
from graph.doctor.finding import Finding, looked
from graph.settings import Settings


def examine(settings: Settings, shipped: str = "") -> Iterator[Finding]:
    """Yield what is found of program, machine, server and graph; starts, fetches and writes nothing.

    `shipped` is the fingerprint of the data that this checkout ships, to compare with what was loaded.
    """
    yield machine.python()
    yield machine.package("lsgraph", "lsgraph")
    yield machine.package("driver", "neo4j")
    private = settings.uri is None
    if private:
        yield from looked("Java", machine.java)
        yield from looked("jars", lambda: machine.jars(settings))
        yield from looked("disk", lambda: machine.disk(settings))
        yield from looked("lock", lambda: server.locks(settings))
    try:
        found = server.found_server(settings)
    except LsgraphError as error:
        yield Finding("server", False, error.words)
        return
    if found is None:
        yield machine.memory()
        yield from looked("server", lambda: server.stopped(settings))
        yield Finding(
            "data",
            True,
            Words("not asked: the server is stopped", "未检查：服务器已停止"),
            Words.same("lsgraph doctor --start"),
        )
        return
    try:
        database = connect(found)
    except LsgraphError as error:
        yield Finding("server", False, error.words)
        return
    with database:
        yield from looked("server", lambda: server.answering(database))
        yield from looked("data", lambda: server.graph(database, shipped))
