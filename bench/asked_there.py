"""What `bench.against` asks in the Python of either side: prints the answer as JSON.

    python -P asked_there.py ROOT all DAY     seconds of the authority of all groups, warm
    python -P asked_there.py ROOT plans       seconds of the first plan of each query, by name

Uses only names that every commit has. ROOT is the checkout whose code must run.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import graph
from graph.catalogue import queries
from graph.connection import Database, connect

if TYPE_CHECKING:
    from graph.catalogue import Query

WARM, TIMES = 2, 3


def all_groups(database: Database, day: dt.date) -> float:
    """Median seconds of the authority of all groups, once it was asked `WARM` times."""

    asked = {parameter.name for parameter in queries.authority_by_group.parameters}
    # An earlier checkout knows no stale groups: the same groups are asked about on both sides.
    whole = {"stale": True} if "stale" in asked else {}

    def seconds() -> float:
        began = time.perf_counter()
        queries.authority_by_group(as_of=day, database=database, **whole)
        return time.perf_counter() - began

    return statistics.median([seconds() for _ in range(WARM + TIMES)][WARM:])


def plans(database: Database) -> dict[str, float]:
    """Seconds of a new plan of each query that reads; all were planned once before."""
    for query in queries.readable():
        _plan(database, query)
    return {query.name: _plan(database, query) for query in queries.readable()}


def _plan(database: Database, query: Query) -> float:
    """Seconds in which the server plans the statements of a query, with the values of its example."""
    texts = getattr(query, "statements", None) or (query.statement,)
    values = query.example()
    began = time.perf_counter()
    with database.driver.session(database=database.database) as session:
        for text in texts:
            session.run(f"CYPHER replan=force EXPLAIN {text}", values).consume()
    return time.perf_counter() - began


def main(root: str, what: str, *given: str) -> None:
    """Check whose code runs, ask, print."""
    found = Path(str(graph.__file__)).resolve()
    if Path(root).resolve() not in found.parents:
        raise SystemExit(f"{found} is imported instead of the code in {root}.")
    with connect() as database:
        if what == "all":
            print(json.dumps(all_groups(database, dt.date.fromisoformat(*given))))
        else:
            print(json.dumps(plans(database)))


if __name__ == "__main__":
    main(*sys.argv[1:])
