"""The private server of the benches, and the emptying of its graph. No user's server is ever asked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.catalogue import Catalogue, schema
from graph.connection import Database, connect
from graph.server.local import stop
from graph.settings import Settings

HOME = "LSGRAPH_BENCH_HOME"
"""Names the data directory of a private server to measure on: its graph is emptied, it stays running."""


@contextmanager
def own_server() -> Iterator[Settings]:
    """Where a server with an empty graph is: in a folder that is thrown away, or the one of `HOME`."""
    jars = Settings.from_environment().jars_dir
    if home := os.environ.get(HOME):
        settings = Settings(Path(home), jars)
        with connect(settings) as database:
            empty(database)
        yield settings
        return
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), jars)
        try:
            yield settings
        finally:
            stop(settings)


def empty(database: Database) -> None:
    """Take everything but the schema out of the graph."""
    statements = Catalogue([Path(__file__).parent])
    while statements["empty"](size=1_000, database=database)[0].gone:
        pass
    schema.apply(database)
