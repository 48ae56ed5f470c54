"""Who reaches whom along the edges, counted in pairs without listing them.

Nodes of one cycle reach one another and are folded into one first; what is left has no cycle. In
it a node with a single superior p reaches up to itself and to all that p reaches up to. So for
any other node j the pair (node, j) has a least upper bound exactly when (p, j) has one: a node
can be moved up its single superiors to the first node that has none or several, its *stem*. Only
pairs of stems are tested, each with the number of pairs that it stands for: a tree has one stem,
whatever its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from graph.structure.digraph import without_loops


@dataclass(frozen=True)
class Reach:
    """Numbers of unordered pairs of different nodes.

    `linked`: one reaches the other or both do; `mutual`: both do; `unbounded`: in one weak
    component and without a least upper bound. `farthest`: how many others the widest reaching node
    reaches.
    """

    linked: int
    mutual: int
    unbounded: int
    farthest: int


def reach(graph: nx.DiGraph) -> Reach:
    """Count the pairs of a directed graph; O(nodes + edges) plus the square of its stems.

    Raises InputError for an undirected graph.
    """
    dag = nx.condensation(without_loops(graph))
    sizes = {node: len(members) for node, members in dag.nodes(data="members")}
    order = list(nx.topological_sort(dag))
    stems = _stems(dag, order)
    masks = _masks(dag, order, set(stems.values()), sizes)
    mutual = sum(size * (size - 1) // 2 for size in sizes.values())
    above = _above(dag, order, masks, sizes)
    linked = mutual + sum(sizes[node] * above[node] for node in order)
    unbounded = _unbounded(dag, stems, masks, sizes)
    return Reach(linked, mutual, unbounded, _farthest(dag, sizes))


def _farthest(dag: nx.DiGraph, sizes: dict[int, int]) -> int:
    """Return the most that a node reaches beside itself; nobody reaches more than some head."""
    heads = [node for node, degree in dag.in_degree() if not degree]
    return max(
        (sizes[head] - 1 + sum(sizes[n] for n in nx.descendants(dag, head)) for head in heads),
        default=0,
    )


def _stems(dag: nx.DiGraph, order: list[int]) -> dict[int, int]:
    """Return each node's stem: itself, or that of its single superior."""
    stems: dict[int, int] = {}
    for node in order:
        superiors = list(dag.pred[node])
        stems[node] = stems[superiors[0]] if len(superiors) == 1 else node
    return stems


def _masks(
    dag: nx.DiGraph, order: list[int], stems: set[int], sizes: dict[int, int]
) -> dict[int, int]:
    """For stems and all above them: the node and its superiors as a set of bits, a bit a member."""
    needed, waiting = set(stems), list(stems)
    while waiting:
        superiors = set(dag.pred[waiting.pop()]) - needed
        needed |= superiors
        waiting.extend(superiors)
    masks: dict[int, int] = {}
    used = 0
    for node in order:
        if node in needed:
            masks[node] = ((1 << sizes[node]) - 1) << used
            used += sizes[node]
            for superior in dag.pred[node]:
                masks[node] |= masks[superior]
    return masks


def _above(
    dag: nx.DiGraph, order: list[int], masks: dict[int, int], sizes: dict[int, int]
) -> dict[int, int]:
    """Tell how many members stand above each node."""
    above: dict[int, int] = {}
    for node in order:
        if node in masks:
            above[node] = masks[node].bit_count() - sizes[node]
        else:
            (superior,) = dag.pred[node]
            above[node] = above[superior] + sizes[superior]
    return above


def _unbounded(
    dag: nx.DiGraph, stems: dict[int, int], masks: dict[int, int], sizes: dict[int, int]
) -> int:
    """Pairs whose common superiors are not just some node with all that is above it."""
    bulk: dict[int, int] = {}
    for node, stem in stems.items():
        bulk[stem] = bulk.get(stem, 0) + sizes[node]
    closures = set(masks.values())
    return sum(
        bulk[one] * bulk[other]
        for component in nx.weakly_connected_components(dag)
        for one, other in combinations([node for node in component if node in bulk], 2)
        if masks[one] & masks[other] not in closures
    )
