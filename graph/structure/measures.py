"""Reaching centrality, flow hierarchy, spans, chains and dual command of a graph of command."""

from __future__ import annotations

from collections.abc import Collection, Hashable

import networkx as nx

from graph.core.errors import InputError
from graph.core.words import Words
from graph.structure.digraph import require, without_loops
from graph.structure.reach import Reach, reach


def global_reaching_centrality(G: nx.DiGraph, pairs: Reach | None = None) -> float | None:
    """Tell how far the best placed node reaches beyond the others, 0 to 1 (1: a star from one head).

    Sum over all nodes of (C_max - C_i) / (N - 1), where C_i is the share of the other nodes that i
    reaches; weights are not used. Source: Mones, Vicsek and Vicsek (2012), "Hierarchy measure for
    complex networks", PLoS ONE 7(3) e33799. None for fewer than two nodes: there is nobody to
    reach. 0 without edges, where networkx raises: all C_i are 0. 0 for one cycle: all C_i are 1.
    `pairs` is `reach(G)` where it is known already.
    """
    # networkx counts all edges again for each node, quadratic time; the tests hold both equal.
    graph = without_loops(G)
    others = len(graph) - 1
    if others < 1:
        return None
    reached_pairs = pairs or reach(graph)
    reached = reached_pairs.linked + reached_pairs.mutual
    return (len(graph) * reached_pairs.farthest - reached) / others**2


def flow_hierarchy(G: nx.DiGraph, pairs: Reach | None = None) -> float | None:
    """Return the share of edges that are in no cycle, 0 to 1 (1: command runs one way only).

    Source: Luo and Magee (2011), "Detecting evolving patterns of self-organizing networks by
    flow hierarchy measurement", Complexity 16(6) 53-61; computed by networkx, without weights.
    None for a graph without edges (0/0). `pairs` is `reach(G)` where it is known
    already: where no two reach each other, no edge is in a cycle.
    """
    graph = without_loops(G)
    if not graph.number_of_edges():
        return None
    return 1.0 if pairs and not pairs.mutual else float(nx.flow_hierarchy(graph))


def span(G: nx.DiGraph) -> dict[Hashable, int]:
    """Span of control (管理幅度): the number of direct subordinates of each node that has any.

    Widest first. Empty where nobody has a subordinate.
    """
    graph = without_loops(G)
    widths = {node: degree for node, degree in graph.out_degree() if degree}
    return dict(sorted(widths.items(), key=lambda item: -item[1]))


def chain_length(G: nx.DiGraph) -> int | None:
    """Return the longest chain of command (管理层次) in steps: 3 from centre to county by a prefecture.

    0 without edges; None for an empty graph, and where command runs in a cycle and a chain has
    no end.
    """
    graph = without_loops(G)
    if not graph or not nx.is_directed_acyclic_graph(graph):
        return None
    return max(depth for depth, layer in enumerate(nx.topological_generations(graph)))


def dual_command(G: nx.DiGraph) -> dict[Hashable, frozenset[Hashable]]:
    """Nodes with more than one direct superior (双重领导), each with these superiors.

    Two ties from one superior are one superior. Empty in a tree.
    """
    graph = without_loops(G)
    return {node: frozenset(graph.pred[node]) for node, n in graph.in_degree() if n > 1}


def lowest_common_superiors(
    G: nx.DiGraph, nodes: Collection[Hashable]
) -> frozenset[Hashable] | None:
    """Return the minimal proper common superiors (最低共同上级) of the nodes; several mean dual command.

    A superior of a node reaches it along the edges; nobody is a superior of itself, so of a
    province and its city it is the centre. A common superior is minimal if it commands no other
    one (of those that command one another in a cycle all are). Empty where the graph holds none.
    None, unknown, where a chain of superiors is broken: a node, or one above it, carries a true
    `broken`, as `to_networkx` sets it; then a lower one may be missing, and "the centre" is
    never put in its place.

    Raises InputError without nodes, UnknownName for a node that is not in G.
    """
    graph = without_loops(G)
    if not nodes:
        raise InputError(
            Words(
                "Give at least one node: no nodes have no common superior.",
                "请至少给一个节点：没有节点就没有共同上级。",
            )
        )
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
