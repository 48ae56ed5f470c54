"""Krackhardt's four dimensions: how far a graph is from a pure chain of command (an out-tree).

Source: David Krackhardt (1994), "Graph theoretical dimensions of informal organizations", in
Carley and Prietula (eds.), Computational Organization Theory, 89-111. Each dimension is 1 -
violations / most possible violations, from 0 to 1, and None where no violation is possible
(0/0): then the dimension says nothing. A graph is an out-tree exactly when all four are 1, where
all four are defined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from graph.structure.digraph import without_loops
from graph.structure.reach import Reach, reach


@dataclass(frozen=True)
class Krackhardt:
    """The four dimensions, each 0 to 1 or None where it is not defined.

    With N nodes, and weak components of n_1, n_2, ... nodes (pairs are unordered):

    `connectedness` = 1 - V / (N(N-1)/2), V the pairs that no path joins, whatever its direction.
    None for N < 2, which has no pair. (R's sna gives 1 for one node by convention.)

    `hierarchy` = 1 - V / M, M the pairs of which at least one reaches the other along the edges,
    V those of which each reaches the other (cycles of command). None where nobody reaches
    anybody.

    `efficiency` = 1 - V / M, V the arcs beyond the n_i - 1 that hold each component together,
    summed; M the most there can be: the sum of n_i(n_i-1) - (n_i-1) = (n_i-1)^2. Arcs are
    counted, as R's sna does: two nodes that command each other have two. A component of one node
    adds 0 to both sums, of two nodes 1 to M. None where every component is one node.

    `lubness` (least upper boundedness) = 1 - V / M, V the pairs of one component without a
    *least* upper bound, M the sum of (n_i-1)(n_i-2)/2. An upper bound of a pair reaches both,
    where a node reaches itself: of superior and subordinate the superior is one. It is the least
    if every other upper bound of the pair reaches it. M: the at least n_i - 1 pairs that an arc
    joins always have one. Components of one and two nodes add 0 to both sums, for they cannot
    violate it; None where there are no others. A pair of different components is never counted:
    that is connectedness. R's `sna::lubness` tests the topmost bound instead of the least, and
    differs where two superiors under one head share subordinates.
    """

    connectedness: float | None
    hierarchy: float | None
    efficiency: float | None
    lubness: float | None


def krackhardt(G: nx.DiGraph, pairs: Reach | None = None) -> Krackhardt:
    """Return the four dimensions of a graph whose edges run from superior to subordinate.

    Raises InputError for an undirected graph. Loops are left out, parallel arcs counted once. `pairs` is
    `reach(G)` where it is known already.
    """
    graph = without_loops(G)
    sizes = [len(component) for component in nx.weakly_connected_components(graph)]
    pairs = pairs or reach(graph)
    beyond = graph.number_of_edges() - sum(n - 1 for n in sizes)
    return Krackhardt(
        connectedness=_connectedness(sizes),
        hierarchy=_less(pairs.mutual, pairs.linked),
        efficiency=_less(beyond, sum((n - 1) ** 2 for n in sizes)),
        lubness=_less(pairs.unbounded, sum((n - 1) * (n - 2) // 2 for n in sizes)),
    )


def _connectedness(sizes: Sequence[int]) -> float | None:
    total = sum(sizes)
    pairs = total * (total - 1) // 2
    return _less(pairs - sum(n * (n - 1) // 2 for n in sizes), pairs)


def _less(violations: int, most: int) -> float | None:
    return 1 - violations / most if most else None
