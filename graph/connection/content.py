"""What loaders wrote into a graph, by dataset, with a hash that is the same wherever the content is."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass

from graph.connection.database import Database
from graph.settings import CYPHER


@dataclass(frozen=True)
class Content:
    """How many nodes and ties a dataset has; `digest` tells them from any others.

    It does not depend on the server, or on the order in which they were loaded.
    """

    nodes: int
    ties: int
    digest: str


def contents(database: Database) -> dict[str, Content]:
    """Return the content of each dataset by name, as it is marked; reads every node and tie."""
    found: dict[str, list[str]] = defaultdict(list)
    with database.reading(_text("stored_nodes")) as (_, rows):
        for row in rows:
            found[row.dataset].append(f"{row.label} {row.uid} {row.digest}")
    return {name: _content(database, name, nodes) for name, nodes in sorted(found.items())}


def _content(database: Database, name: str, nodes: list[str]) -> Content:
    with database.reading(_text("stored_ties"), {"dataset": name}) as (_, rows):
        ties = [f"{row.type} {row.key} {row.digest}" for row in rows]
    lines = sorted([*nodes, *ties])
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    return Content(len(nodes), len(ties), digest)


def _text(query: str) -> str:
    """The statement of the catalogue, which is built on connections and so not asked here."""
    return (CYPHER / "write" / f"{query}.cypher").read_text(encoding="utf-8")
