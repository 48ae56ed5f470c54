"""Whether the rows of tests/days differ, asked in a copy of the tree on a server that stays.

`--serve` loads the world, prints the address and the password and waits for the end of its input; with the
name of a file of cypher/ every query that it is part of is held against its rows.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from graph.catalogue import queries
from graph.connection import connect
from graph.core.errors import LsgraphError
from graph.server.local import ensure_running
from graph.settings import NEO4J_VERSION, Settings
from tests.days.rows import cases, named
from tests.days.world import load
from tests.servers import private_server


def serve() -> None:
    """Keep a server with the world."""
    jars = Settings.from_environment({}).jars_dir
    with private_server(NEO4J_VERSION, jars) as settings:
        with connect(settings) as database:
            load(database)
        endpoint = ensure_running(settings)
        print(endpoint.uri, endpoint.password, flush=True)
        sys.stdin.read()


def differs(file: str) -> tuple[str, int]:
    """The first case whose rows are not as expected, empty where all are, and how many were held."""
    path, number = Path(file).resolve(), 0
    settings = Settings(
        Path(), Path(), uri=os.environ["MUTANTS_URI"], password=os.environ["MUTANTS_PASSWORD"]
    )
    with connect(settings) as database:
        for name in named():
            query = queries[name]
            if path in {part.path for part in (query.header, *query.fragments)}:
                for case in cases(name):
                    number += 1
                    if told := case.difference(database):
                        return told.splitlines()[0], number
    return "", number


def main(given: list[str]) -> int:
    """Serve, or tell whether rows differ."""
    if given == ["--serve"]:
        serve()
        return 0
    try:
        told, number = differs(given[0])
    except LsgraphError as error:
        told, number = f"{type(error).__name__}: {error}".splitlines()[0], 0
    print(f"differs {told}" if told else f"{number} cases")
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
