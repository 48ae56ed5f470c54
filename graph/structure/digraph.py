"""What every measure starts from: a directed graph without loops and without parallel edges."""

from __future__ import annotations

from collections.abc import Hashable

import networkx as nx

from graph.core.errors import InputError, UnknownName
from graph.core.words import Words


def without_loops(G: nx.DiGraph) -> nx.DiGraph:
    """G itself, or a copy without loops and parallel edges; raises InputError if undirected."""
    if not G.is_directed():
        raise InputError(
            Words(
                "A measure of hierarchy needs a directed graph whose edges run from superior to"
                " subordinate; this one is undirected. Give a networkx.DiGraph.",
                "层级指标需要有向图，其边由上级指向下级；所给的是无向图。请给出 networkx.DiGraph。",
            )
        )
    if not G.is_multigraph() and not nx.number_of_selfloops(G):
        return G
    kept = nx.DiGraph()
    kept.add_nodes_from(G.nodes(data=True))
    kept.add_edges_from((upper, lower) for upper, lower in G.edges() if upper != lower)
    return kept


def require(G: nx.DiGraph, node: Hashable) -> None:
    """Raises UnknownName for a node that is not in G."""
    if node not in G:
        raise UnknownName(Words("node of the graph", "图谱中的节点"), str(node))
