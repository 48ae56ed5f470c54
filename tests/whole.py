"""Everything that a graph holds, to compare two graphs; what is there twice counts twice."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from graph.connection import Database
from graph.connection.results import Row
from tests.servers import statements


class Whole(NamedTuple):
    """How often each node and each tie is there."""

    nodes: Counter[tuple[tuple[str, ...], str]]
    """Labels and properties."""
    ties: Counter[tuple[str, str, str, str]]
    """Type, uid of the start, uid of the end, and properties."""

    @property
    def total(self) -> int:
        """Nodes and ties together."""
        return self.nodes.total() + self.ties.total()


def whole(database: Database) -> Whole:
    """All nodes and ties of a graph."""
    return Whole(
        Counter(
            (tuple(row.labels), properties(row))
            for row in statements.whole_nodes(database=database)
        ),
        Counter(
            (row.type, row.start, row.end, properties(row))
            for row in statements.whole_ties(database=database)
        ),
    )


def properties(row: Row) -> str:
    """The properties of a row as Python writes them, by name: a date is not a text, 1 is not 1.0.

    The server gives them in an order that depends on how they were written.
    """
    return repr(sorted(row.properties.items()))
