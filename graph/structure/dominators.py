"""Who cannot be bypassed: dominators of a graph of command.

A node d dominates a node n if every path of command from the top to n runs through d. With one
root the top is that root. Several roots stand below a *virtual root*, a point above all that
stands for no unit and is never answered: whoever has two roots above him by separate ways can
then be reached past either. A cycle without a superior has no root; each of its nodes counts as
one, since nobody of it is first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

import networkx as nx

from graph.structure.digraph import require, without_loops

_TOP = object()


def dominators(G: nx.DiGraph, root: Hashable | None = None) -> dict[Hashable, Hashable | None]:
    """Return the immediate dominator of each node: the nearest superior whom no order can bypass.

    None for a root and for a node that is reached past every single superior. With `root` only the
    nodes that it reaches are answered, and only paths from it count. Computed by networkx (Cooper,
    Harvey and Kennedy 2006). Empty for an empty graph; raises UnknownName if `root` is not in G.
    """
    graph = without_loops(G)
    if root is not None:
        require(graph, root)
    rooted = nx.DiGraph(graph.edges())
    rooted.add_nodes_from(graph)
    rooted.add_edges_from((_TOP, node) for node in (_roots(graph) if root is None else (root,)))
    rooted.add_node(_TOP)
    found = nx.immediate_dominators(rooted, _TOP)
    return {n: None if d is _TOP else d for n, d in found.items() if n is not _TOP}


def unavoidable(
    G: nx.DiGraph, node: Hashable, root: Hashable | None = None
) -> tuple[Hashable, ...]:
    """Return all superiors of a node whom no order from the top can bypass, the nearest first.

    Raises UnknownName for a node that is not in G or that `root` does not reach.
    """
    return tuple(_chain(dominators(G, root), node))


def gatekeepers(G: nx.DiGraph, root: Hashable | None = None) -> dict[Hashable, int]:
    """Tell how many nodes can be reached only through each node; the most first, without those at 0."""
    above = dominators(G, root)
    counts = Counter(keeper for node in above for keeper in _chain(above, node))
    return dict(counts.most_common())


def _chain(above: dict[Hashable, Hashable | None], node: Hashable) -> Iterator[Hashable]:
    require(above, node)
    keeper = above[node]
    while keeper is not None:
        yield keeper
        keeper = above[keeper]


def _roots(graph: nx.DiGraph) -> Iterator[Hashable]:
    """Nodes without a superior outside their own cycle."""
    folded = nx.condensation(graph)
    for node, members in folded.nodes(data="members"):
        if not folded.in_degree(node):
            yield from members
