"""The lowest common superior of some units in a graph of command."""

from __future__ import annotations

from collections.abc import Collection, Hashable

import networkx as nx

from graph.core.errors import InputError
from graph.structure.plain import plain, require


def lowest_common_superiors(
    G: nx.DiGraph, nodes: Collection[Hashable]
) -> frozenset[Hashable] | None:
    """The minimal proper common superiors (最低共同上级) of the nodes; several mean dual command.

    A superior of a node reaches it along the edges; nobody is a superior of itself, so of a
    province and its city it is the centre. A common superior is minimal if it commands no other
    one (of those that command one another in a cycle all are). Empty where the graph holds none.
    None, unknown, where a chain of superiors is broken: a node, or one above it, carries a true
    `broken`, as `to_networkx` sets it; then a lower one may be missing, and "the centre" is
    never put in its place.

    Raises InputError without nodes, UnknownName for a node that is not in G.
    """
    graph = plain(G)
    if not nodes:
        raise InputError("Give at least one node: no nodes have no common superior.")
    for node in nodes:
        require(graph, node)
    above = {node: frozenset(nx.ancestors(graph, node)) for node in nodes}
    seen = frozenset().union(nodes, *above.values())
    if any(graph.nodes[node].get("broken") for node in seen):
        return None
    return _minimal(graph, frozenset.intersection(*above.values()))


def _minimal(graph: nx.DiGraph, common: frozenset[Hashable]) -> frozenset[Hashable]:
    above = {node: nx.ancestors(graph, node) for node in common}
    return frozenset(
        node
        for node in common
        if not any(node in above[other] and other not in above[node] for other in common)
    )
