"""Krackhardt's dimensions: by hand, by brute force from the definitions, and as properties."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.core.errors import InputError
from graph.structure import Krackhardt, global_reaching_centrality, krackhardt


@st.composite
def digraphs(draw: st.DrawFn, acyclic: bool = False, largest: int = 9) -> nx.DiGraph:
    """Any directed graph on 0 to `largest` nodes, whose numbers are shuffled when it is acyclic."""
    names = draw(st.permutations(range(draw(st.integers(0, largest)))))
    pairs = [(u, v) for u in names for v in names if u != v]
    if acyclic:
        pairs = list(combinations(names, 2))
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(names))
    graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else [])
    return graph


@st.composite
def trees(draw: st.DrawFn, smallest: int = 1, largest: int = 30) -> nx.DiGraph:
    """An out-tree: each node but the first has one superior among those before it."""
    size = draw(st.integers(smallest, largest))
    graph = nx.DiGraph()
    graph.add_node(0)
    graph.add_edges_from((draw(st.integers(0, n - 1)), n) for n in range(1, size))
    return graph


def by_definition(graph: nx.DiGraph) -> Krackhardt:
    """The four dimensions pair by pair, as the definitions read, with nothing folded or skipped."""
    reached = {n: nx.descendants(graph, n) | {n} for n in graph}
    component = {n: frozenset(c) for c in nx.weakly_connected_components(graph) for n in c}
    pairs = list(combinations(graph, 2))
    joined = [(i, j) for i, j in pairs if component[i] == component[j]]
    linked = [(i, j) for i, j in pairs if j in reached[i] or i in reached[j]]
    mutual = [(i, j) for i, j in pairs if j in reached[i] and i in reached[j]]
    parts = [len(c) for c in set(component.values())]
    surplus = graph.number_of_edges() - sum(n - 1 for n in parts)
    unbounded = [pair for pair in joined if not _has_least_upper_bound(reached, *pair)]
    return Krackhardt(
        _share(len(pairs) - len(joined), len(pairs)),
        _share(len(mutual), len(linked)),
        _share(surplus, sum(n * (n - 1) - (n - 1) for n in parts)),
        _share(len(unbounded), sum((n - 1) * (n - 2) // 2 for n in parts)),
    )


def _has_least_upper_bound(reached: dict[int, set[int]], i: int, j: int) -> bool:
    bounds = [k for k in reached if i in reached[k] and j in reached[k]]
    return any(all(least in reached[k] for k in bounds) for least in bounds)


def _share(violations: int, most: int) -> float | None:
    return None if most == 0 else 1 - violations / most


@settings(deadline=None)
@given(digraphs())
def test_any_graph_agrees_with_the_definitions(graph: nx.DiGraph) -> None:
    assert krackhardt(graph) == by_definition(graph)


@settings(deadline=None)
@given(digraphs(acyclic=True, largest=14))
def test_a_hierarchy_agrees_with_the_definitions(graph: nx.DiGraph) -> None:
    found = krackhardt(graph)
    assert found == by_definition(graph)
    assert found.hierarchy in (None, 1)


@pytest.mark.parametrize("share", [0.05, 0.15, 0.3, 0.6])
def test_random_hierarchies_agree_at_every_density(share: float) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for _ in range(150):
        size = chance.randrange(3, 25)
        pairs = [p for p in combinations(range(size), 2) if chance.random() < share]
        graph = nx.DiGraph(pairs)
        graph.add_nodes_from(range(size))
        assert krackhardt(graph) == by_definition(graph), (seed, pairs)


@settings(deadline=None)
@given(trees(), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=6))
def test_a_tree_with_some_dual_command_agrees(
    tree: nx.DiGraph, extra: list[tuple[int, int]]
) -> None:
    tree.add_edges_from((u, v) for u, v in extra if u < v and v in tree)
    assert krackhardt(tree) == by_definition(tree)


@settings(deadline=None)
@given(trees(smallest=3))
def test_a_tree_has_one_in_all_four(tree: nx.DiGraph) -> None:
    assert krackhardt(tree) == Krackhardt(1, 1, 1, 1)


@settings(deadline=None)
@given(digraphs())
def test_all_four_are_one_only_in_a_tree(graph: nx.DiGraph) -> None:
    if len(graph) >= 3:
        assert (krackhardt(graph) == Krackhardt(1, 1, 1, 1)) == nx.is_arborescence(graph)


@settings(deadline=None)
@given(digraphs())
def test_all_four_lie_between_zero_and_one(graph: nx.DiGraph) -> None:
    found = krackhardt(graph)
    values = (found.connectedness, found.hierarchy, found.efficiency, found.lubness)
    assert all(value is None or 0 <= value <= 1 for value in values)


@settings(deadline=None)
@given(digraphs())
def test_names_loops_and_parallel_arcs_change_nothing(graph: nx.DiGraph) -> None:
    other = nx.MultiDiGraph(nx.relabel_nodes(graph, str))
    other.add_edges_from(list(other.edges()))
    other.add_edges_from((node, node) for node in list(other))
    assert krackhardt(other) == krackhardt(graph)


@pytest.mark.parametrize(
    ("edges", "nodes", "expected"),
    [
        ([], "", Krackhardt(None, None, None, None)),
        ([], "a", Krackhardt(None, None, None, None)),
        ([], "ab", Krackhardt(0, None, None, None)),
        (["ab"], "ab", Krackhardt(1, 1, 1, None)),
        (["ab", "ba"], "ab", Krackhardt(1, 0, 0, None)),
        (["ab", "cd"], "abcd", Krackhardt(1 - 4 / 6, 1, 1, None)),
        (["ab", "bc", "ca"], "abc", Krackhardt(1, 0, 1 - 1 / 4, 1)),
        # Two heads over one: the pair of heads has no upper bound, which is the most there can be.
        (["ac", "bc"], "abc", Krackhardt(1, 1, 1, 0)),
        # A tree of three beside a node alone: three of six pairs are apart.
        (["ab", "ac"], "abcd", Krackhardt(0.5, 1, 1, 1)),
    ],
)
def test_small_graphs_by_hand(edges: list[str], nodes: str, expected: Krackhardt) -> None:
    graph = nx.DiGraph(edges)
    graph.add_nodes_from(nodes)
    assert krackhardt(graph) == expected


def test_two_superiors_under_one_head_have_no_least_bound_for_what_they_share() -> None:
    """h over a and b, both over x and y: of (x, y) a, b and h are bounds, and none is the least.

    The topmost bound h reaches all, so a test of the topmost finds nothing amiss. Every other
    pair has a least bound, (a, x) the bound a, (a, b) the bound h: one of 4*3/2 = 6 is violated.
    """
    graph = nx.DiGraph(["ha", "hb", "ax", "ay", "bx", "by"])
    assert krackhardt(graph) == Krackhardt(1, 1, 1 - 2 / 16, 1 - 1 / 6)


def test_a_cycle_at_the_top_bounds_what_is_below() -> None:
    """a and b command each other, both over x and y: either is a least bound of (x, y)."""
    graph = nx.DiGraph(["ab", "ba", "ax", "ay", "bx", "by"])
    found = krackhardt(graph)
    assert (found.lubness, found.hierarchy) == (1, 1 - 1 / 5)


def test_an_undirected_graph_is_refused() -> None:
    with pytest.raises(InputError, match="undirected"):
        krackhardt(nx.path_graph(3))


def test_a_country_of_many_units_takes_a_moment() -> None:
    """Pairs are counted, not listed: 60,000 nodes with 200 under dual command (1.8e9 pairs)."""
    tree = nx.full_rary_tree(12, 60_000, create_using=nx.DiGraph)
    tree.add_edges_from((n + 1, 59_000 + n) for n in range(200))
    found = krackhardt(tree)
    assert (found.connectedness, found.hierarchy) == (1, 1)
    assert found.lubness is not None and 0.99 < found.lubness < 1
    assert global_reaching_centrality(tree) == pytest.approx(1, abs=1e-3)
