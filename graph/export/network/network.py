"""A network as GEXF and GraphML write it: its nodes and edges, their attributes, places and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.export.columns import Column, Table
from graph.export.elements import Elements
from graph.export.network.looks import Places, placed
from graph.export.network.markup import attributes, items, sides

Item = tuple[dict[str, str], dict[str, Any]]
"""Identity (id, source, target) and row; a row has `type` and `label`."""


@dataclass(frozen=True)
class Network:
    """`items` yields the nodes or the edges anew each time, in order; `tables` describe their rows.

    `dynamic`: whether elements tell their days in force. `places` is empty where nobody laid it out.
    """

    tables: Mapping[str, Sequence[Table]]
    items: Callable[[str], Iterator[Item]]
    directed: bool = True
    places: Places = field(default_factory=dict)

    def columns(self, of: str) -> dict[str, Column]:
        """Return the attributes of nodes or of edges, by name."""
        return attributes(self.tables[of])

    def described(self) -> list[Table]:
        """Return all tables, for the codebook."""
        return [table for own in self.tables.values() for table in own]

    @property
    def edges(self) -> str:
        """Whether edges are directed, in the word of both formats."""
        return "directed" if self.directed else "undirected"


def counting(network: Network, counts: dict[str, int]) -> Network:
    """Return the network, which counts the nodes and edges (`node`, `edge`) that it yields into `counts`."""

    def items(of: str) -> Iterator[Item]:
        counts[of] = 0
        for item in network.items(of):
            counts[of] += 1
            yield item

    return replace(network, items=items)


def whole(elements: Elements, laid_out: bool = False) -> Network:
    """Return the graph of some elements, streamed; its places only where it is to be `laid_out`."""
    tables = sides(elements.tables)
    made = Network(tables, lambda of: items(elements, tables[of]))
    return Network(tables, made.items, True, places_of(made)) if laid_out else made


def places_of(network: Network) -> Places:
    """Lay a network out, parallel edges together."""
    edges = (
        (identity["source"], identity["target"], float(row.get("weight") or 1))
        for identity, row in network.items("edge")
    )
    return placed([identity["id"] for identity, _ in network.items("node")], edges)
