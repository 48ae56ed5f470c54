"""The locks, the server and the graph in it, as they are found."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.core.marks import unmarked
from graph.core.model import SCHEMA_VERSION
from graph.doctor.finding import Finding
from graph.server import process as processes
from graph.server.credentials import USER, read_password
from graph.server.layout import Home
from graph.server.lifecycle import running
from graph.server.probe import probe
from graph.server.store import ailment, interrupted
from graph.settings import Settings

LOAD = "lsgraph load groups"


def locks(settings: Settings) -> Finding:
    """Does another program fetch, start, stop, dump, restore or load just now?"""
    folders = {settings.jars_dir, settings.data_dir, Home.of(settings).root}
    paths = sorted(path for folder in folders for path in folder.glob("*.lock"))
    held = [str(path) for path in paths if _held(path)]
    if held:
        told = f"held by another command: {', '.join(held)}"
        return Finding("lock", True, told, "Wait until it ends.")
    return Finding("lock", True, "free")


def found_server(settings: Settings) -> Settings | None:
    """Return how to reach the server that runs, None where the private one does not; NoServer in words."""
    if settings.uri is not None:
        probe(settings.uri, settings.user, settings.password, settings.database)
        return settings
    home = Home.of(settings)
    state = running(home) if home.root.is_dir() else None
    if state is None:
        return None
    return replace(settings, uri=state.uri, user=USER, password=read_password(home), database=None)


def answering(database: Database) -> Finding:
    """Tell which server answers."""
    agent = database.driver.get_server_info().agent
    return Finding("server", True, f"{agent} answers at {database.uri}")


def stopped(settings: Settings) -> Finding:
    """Tell whether it is well that no private server answers."""
    home = Home.of(settings)
    process = processes.find(home) if home.root.is_dir() else None
    if process is not None:
        remedy = f"Wait while it starts; else: lsgraph db stop. Its log: {home.log}"
        return Finding("server", False, f"process {process.pid} runs and does not answer", remedy)
    if home.initialised:
        read_password(home)
    if interrupted(home):
        remedy = "The next start puts the database of before back: lsgraph db start"
        return Finding("server", True, "stopped; a restore or import was broken off", remedy)
    if (ill := ailment(home)) is not None:
        remedy = "Where the disk is full free some space, then: lsgraph db repair"
        return Finding("server", False, f"stopped; when it last ran it {ill}", remedy)
    return Finding("server", True, "stopped", "The next command that needs it starts it.")


def graph(database: Database, shipped: str) -> Iterator[Finding]:
    """The schema, and each dataset with a hash of its content; `shipped` is the data of this checkout."""
    version = schema.version(database)
    if version == SCHEMA_VERSION:
        yield Finding("schema", True, f"version {version}")
    elif version is None:
        schema.check(database)
        yield Finding("schema", True, "none yet", f"The first load makes it: {LOAD}")
    else:
        newer = version > SCHEMA_VERSION
        yield Finding(
            "schema", False, f"version {version}; this lsgraph knows {SCHEMA_VERSION}",
            "Update lsgraph, or load into an empty database."
            if newer
            else "Bring it to this version: lsgraph db upgrade",
        )  # fmt: skip
    yield from _data(database, shipped)


def _data(database: Database, shipped: str) -> Iterator[Finding]:
    by_dataset: dict[str, list[str]] = defaultdict(list)
    for row in queries.stored_nodes(database=database):
        by_dataset[row.dataset].append(f"{row.label} {row.uid} {row.digest}")
    if not by_dataset:
        yield Finding("data", True, "none", f"Load it: {LOAD}")
    for name, nodes in sorted(by_dataset.items()):
        rows = queries.stored_ties(name, database=database)
        ties = [f"{row.type} {row.key} {row.digest}" for row in rows]
        told = f"{len(nodes):,} nodes, {len(ties):,} ties, content {_digest([*nodes, *ties])}"
        yield Finding(f"data: {unmarked(name)}", True, told)
    for row in queries.loaded_fingerprint(database=database):
        if row.fingerprint and row.fingerprint != shipped:
            told = f"loaded from {row.fingerprint}; this checkout ships {shipped}"
            yield Finding("data: shipped", True, told, f"To have that of the checkout: {LOAD}")


def _digest(lines: list[str]) -> str:
    """The same for the same content, wherever and in whatever order it was loaded."""
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]


def _held(path: Path) -> bool:
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True
