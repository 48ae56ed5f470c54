"""One way of loading the seeded graph, in a process of its own: prints seconds, peak memory and rows,
and the seconds of processors that it took with its server, which other work on the machine moves less.

    python -m bench.ways WAY FOLDER

WAY is one of `WAYS`, FOLDER holds the files of `bench.rows`. The server is the private one of LSGRAPH_HOME,
empty (made so where LSGRAPH_BENCH_HOME names it) and started before the clock is.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

from bench.rows import ROWS, batches_of, kept
from bench.servers import HOME, empty
from graph.catalogue import queries, schema
from graph.connection import connect
from graph.connection.limits import MB
from graph.server.layout import Home
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from loaders.bulk.load import FOLDER, bulk_load
from loaders.write.apply import sync

NEOMODEL_ROWS = 2000
"""Memberships that neomodel writes: it asks the server once for each."""

Row = dict[str, object]


def ordinary(folder: Path) -> dict[str, float]:
    """The loader of lsgraph."""
    with connect() as database:
        schema.apply(database)
        began = time.perf_counter()
        changes = sync(database, kept(folder))
        return {"seconds": time.perf_counter() - began, "rows": changes.total}


def bare(folder: Path) -> dict[str, float]:
    """The driver alone: rows made before, the same batches and statements."""
    done = 0
    with connect() as database:
        schema.apply(database)
        began = time.perf_counter()
        with database.driver.session() as session:
            for kind, _, batch in batches_of(folder):
                text = queries[f"write_{kind.lower()}"].statement
                session.execute_write(
                    lambda tx, text, batch: tx.run(
                        text, rows=batch, fresh=True, token=None
                    ).consume(),
                    text,
                    batch,
                )
                done += len(batch)
        return {"seconds": time.perf_counter() - began, "rows": done}


def with_py2neo(folder: Path) -> dict[str, float]:
    """`py2neo.bulk`: nodes merged by uid, ties by key, the same rows in the same batches."""
    from py2neo import Graph

    with connect() as database:
        schema.apply(database)
    at = ensure_running(Settings.from_environment())
    graph, done = Graph(at.uri, auth=(at.user, at.password)), 0
    began = time.perf_counter()
    for kind, tie, batch in batches_of(folder):
        write = _py2neo_ties(kind, batch) if tie else _py2neo_nodes(kind, batch)
        for merge in write:
            merge(graph)
        done += len(batch)
    return {"seconds": time.perf_counter() - began, "rows": done}


def _py2neo_nodes(kind: str, batch: list[Row]) -> Iterator[Callable[[Any], None]]:
    from py2neo.bulk import merge_nodes

    by_labels: dict[tuple[str, ...], list[Row]] = {}
    for row in batch:
        by_labels.setdefault(tuple(row["labels"]), []).append(row["properties"])  # type: ignore[arg-type]
    for labels, found in by_labels.items():
        yield lambda graph, labels=labels, found=found: merge_nodes(  # type: ignore[misc]
            graph.auto(), found, (kind, "uid"), labels={kind, *labels}
        )


def _py2neo_ties(kind: str, batch: list[Row]) -> Iterator[Callable[[Any], None]]:
    from py2neo.bulk import merge_relationships

    from graph.core.model import TIES, TieType

    joined = TIES[TieType(kind)]
    (start,) = joined.start
    data = [(row["start"], row["properties"], row["end"]) for row in batch]
    yield lambda graph: merge_relationships(
        graph.auto(),
        data,
        (kind, "key"),
        start_node_key=(start, "uid"),
        end_node_key=(joined.end, "uid"),
    )


def with_neomodel(folder: Path) -> dict[str, float]:
    """neomodel in an environment of its own, which LSGRAPH_BENCH_NEOMODEL names; a part of the rows."""
    with connect() as database:
        schema.apply(database)
    at = ensure_running(Settings.from_environment())
    script = str(Path(__file__).with_name("neomodel_rows.py"))
    python = os.environ["LSGRAPH_BENCH_NEOMODEL"]
    given = [at.uri, at.user, str(at.password), str(folder / ROWS), str(NEOMODEL_ROWS)]
    done = subprocess.run([python, script, *given], stdout=subprocess.PIPE, text=True, check=True)
    taken: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return taken


def in_bulk(folder: Path) -> dict[str, float]:
    """`lsgraph load bulk`, with the seconds and the memory of Neo4j's import alone, and its files."""
    at: dict[str, float] = {}
    files = Home.of(Settings.from_environment()).root / FOLDER

    def heard(what: str, done: int, total: int) -> None:
        name = what.split(":")[0].split(" ")[0]
        if name == "Importing" and name not in at:
            at["csv_mb"] = sum(path.stat().st_size for path in files.iterdir()) / MB
        at.setdefault(name, time.perf_counter())

    began = time.perf_counter()
    changes = bulk_load(Settings.from_environment(), lambda: [kept(folder)], heard)
    seconds = time.perf_counter() - began
    return {
        "seconds": seconds, "rows": changes.total, "import": at["Starting"] - at["Importing"],
        "csv_mb": at["csv_mb"],
        "import_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }  # fmt: skip


WAYS = {
    "ordinary": ordinary,
    "bare": bare,
    "py2neo": with_py2neo,
    "neomodel": with_neomodel,
    "bulk": in_bulk,
}


def main(way: str, folder: str) -> None:
    """Load one way and print what it took; a server of its own is stopped in the end."""
    try:
        if HOME in os.environ:
            with connect() as database:
                empty(database)
        server = ensure_running(Settings.from_environment()).pid
        began, before = work(None), work(server)
        found = WAYS[way](Path(folder))
        # A load in bulk stops the server and starts another, all of whose work is for the load.
        now = ensure_running(Settings.from_environment()).pid
        taken = work(now) - (before if now == server else began)
    finally:
        if HOME not in os.environ:
            stop(Settings.from_environment())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**found, "peak_mb": peak, "work": taken}))


def work(server: int | None) -> float:
    """Seconds of processors that this process, those that it has waited for, and the server have taken."""
    own = sum(os.times()[:4])
    if server is None or not psutil.pid_exists(server):
        return own
    taken = psutil.Process(server).cpu_times()
    return own + taken.user + taken.system


if __name__ == "__main__":
    main(*sys.argv[1:])
