"""Centrality, flow, spans, chains, superiors and dominators on graphs that one can check by eye."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.core.errors import InputError, UnknownName
from graph.structure import (
    chain_length,
    dominators,
    dual_command,
    flow_hierarchy,
    gatekeepers,
    global_reaching_centrality,
    krackhardt,
    lowest_common_superiors,
    reach,
    span,
    unavoidable,
)
from tests.graph.test_structure_krackhardt import digraphs, trees

TREE = nx.DiGraph(["ab", "ac", "bd", "be", "cf"])
DUAL = nx.DiGraph(["ha", "hb", "ax", "ay", "bx", "by", "xz"])
CYCLE = nx.DiGraph(["ab", "bc", "ca"])
EMPTY, ONE = nx.DiGraph(), nx.empty_graph(["a"], create_using=nx.DiGraph)
TWO = nx.empty_graph(["a", "b"], create_using=nx.DiGraph)


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (EMPTY, None),
        (ONE, None),
        (TWO, 0),
        (CYCLE, 0),
        (nx.DiGraph(["ab", "ac", "ad"]), 1),
        # a reaches 5 of 5, b 2, c 1, the others 0: (0 + 3 + 4 + 3 * 5) / 5 fifths.
        (TREE, (3 + 4 + 15) / 25),
    ],
)
def test_global_reaching_centrality(graph: nx.DiGraph, expected: float | None) -> None:
    assert global_reaching_centrality(graph) == pytest.approx(expected)


@settings(deadline=None)
@given(digraphs())
def test_reaching_centrality_is_the_formula(graph: nx.DiGraph) -> None:
    reached = [len(nx.descendants(graph, node)) for node in graph]
    others = len(graph) - 1
    by_hand = sum(max(reached) - r for r in reached) / others**2 if others > 0 else None
    assert global_reaching_centrality(graph) == pytest.approx(by_hand)


@settings(deadline=None)
@given(digraphs(largest=14))
def test_reaching_centrality_is_what_networkx_computes(graph: nx.DiGraph) -> None:
    if graph.number_of_edges():
        expected = nx.global_reaching_centrality(graph)
        assert global_reaching_centrality(graph) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (EMPTY, None),
        (ONE, None),
        (TWO, None),
        (nx.DiGraph(["aa"]), None),
        (CYCLE, 0),
        (TREE, 1),
        (nx.DiGraph(["ab", "ba", "bc", "cd"]), 0.5),
    ],
)
def test_flow_hierarchy(graph: nx.DiGraph, expected: float | None) -> None:
    assert flow_hierarchy(graph) == expected


@given(digraphs())
def test_pairs_counted_before_change_no_measure(graph: nx.DiGraph) -> None:
    pairs = reach(graph)
    assert flow_hierarchy(graph, pairs) == pytest.approx(flow_hierarchy(graph))
    assert global_reaching_centrality(graph, pairs) == global_reaching_centrality(graph)
    assert krackhardt(graph, pairs) == krackhardt(graph)


def test_span_counts_direct_subordinates() -> None:
    assert list(span(TREE).items()) == [("a", 2), ("b", 2), ("c", 1)]
    assert span(TWO) == {}


@pytest.mark.parametrize(
    ("graph", "expected"), [(EMPTY, None), (ONE, 0), (TREE, 2), (DUAL, 3), (CYCLE, None)]
)
def test_chain_length(graph: nx.DiGraph, expected: int | None) -> None:
    assert chain_length(graph) == expected


@settings(deadline=None)
@given(digraphs(acyclic=True))
def test_chain_length_is_the_longest_path(graph: nx.DiGraph) -> None:
    longest = nx.dag_longest_path_length(graph) if len(graph) else None
    assert chain_length(graph) == longest


def test_dual_command_names_the_superiors() -> None:
    assert dual_command(DUAL) == {"x": frozenset("ab"), "y": frozenset("ab")}


@settings(deadline=None)
@given(trees())
def test_a_tree_has_no_dual_command(tree: nx.DiGraph) -> None:
    assert dual_command(tree) == {}


@pytest.mark.parametrize(
    ("graph", "nodes", "expected"),
    [
        (TREE, "de", "b"),
        (TREE, "df", "a"),
        (TREE, "d", "b"),
        # Proper: of superior and subordinate neither stands for the other.
        (TREE, "bd", "a"),
        (TREE, "ad", ""),
        (DUAL, "xy", "ab"),
        (DUAL, "xz", "ab"),
        (DUAL, "ab", "h"),
        (nx.DiGraph(["ab", "cd"]), "bd", ""),
        # Superiors who command each other: neither is below the other.
        (nx.DiGraph(["ab", "ba", "ax", "ay"]), "xy", "ab"),
    ],
)
def test_lowest_common_superiors(graph: nx.DiGraph, nodes: str, expected: str) -> None:
    assert lowest_common_superiors(graph, nodes) == frozenset(expected)


@pytest.mark.parametrize(("broken", "known"), [("c", False), ("f", False), ("e", True)])
def test_a_broken_chain_leaves_the_superior_unknown(broken: str, known: bool) -> None:
    graph = TREE.copy()
    graph.nodes[broken]["broken"] = True
    assert lowest_common_superiors(graph, "df") == (frozenset("a") if known else None)


@settings(deadline=None)
@given(digraphs(acyclic=True), st.data())
def test_common_superiors_are_minimal_by_definition(graph: nx.DiGraph, data: st.DataObject) -> None:
    if not graph:
        return
    nodes = data.draw(st.sets(st.sampled_from(sorted(graph)), min_size=1, max_size=4))
    common = {n for n in graph if all(m in nx.descendants(graph, n) for m in nodes)}
    minimal = {n for n in common if not nx.descendants(graph, n) & common}
    assert lowest_common_superiors(graph, nodes) == frozenset(minimal)


def test_dominators_of_one_root() -> None:
    assert dominators(DUAL) == {"h": None, "a": "h", "b": "h", "x": "h", "y": "h", "z": "x"}
    assert unavoidable(DUAL, "z") == ("x", "h")
    assert gatekeepers(DUAL) == {"h": 5, "x": 1}


def test_two_roots_can_be_played_off_against_each_other() -> None:
    """p and q both command x: past either the other reaches x, so only x keeps the gate of z."""
    graph = nx.DiGraph(["px", "qx", "xz", "pw"])
    assert dominators(graph) == {"p": None, "q": None, "w": "p", "x": None, "z": "x"}
    assert unavoidable(graph, "z") == ("x",)
    assert unavoidable(graph, "z", root="p") == ("x", "p")
    assert dominators(graph, root="q") == {"q": None, "x": "q", "z": "x"}


def test_nobody_of_a_cycle_at_the_top_is_first() -> None:
    assert dominators(nx.DiGraph(["ab", "ba", "ax", "bx"])) == dict.fromkeys("abx")


@settings(deadline=None)
@given(digraphs(acyclic=True, largest=8))
def test_a_dominator_cuts_its_nodes_off(graph: nx.DiGraph) -> None:
    """Taking a superior away leaves exactly those out of every root's reach whom it dominates."""
    for superior in graph:
        rest = graph.copy()
        rest.remove_node(superior)
        roots = [n for n in rest if not graph.in_degree(n)]
        reached = set(roots).union(*(nx.descendants(rest, root) for root in roots))
        cut_off = set(rest) - reached
        assert {n for n in rest if superior in unavoidable(graph, n)} == cut_off
        assert gatekeepers(graph).get(superior, 0) == len(cut_off)


@settings(deadline=None)
@given(trees())
def test_in_a_tree_all_superiors_are_unavoidable(tree: nx.DiGraph) -> None:
    assert all(set(unavoidable(tree, n)) == nx.ancestors(tree, n) for n in tree)


def test_no_graph_is_changed_by_being_measured() -> None:
    graph = nx.DiGraph(["ab", "bb", "bc"])
    before = sorted(graph.edges())
    for measure in (flow_hierarchy, span, chain_length, dual_command, dominators, gatekeepers):
        measure(graph)
    assert sorted(graph.edges()) == before and sorted(graph) == list("abc")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: lowest_common_superiors(TREE, ["nobody"]),
        lambda: dominators(TREE, root="nobody"),
        lambda: unavoidable(TREE, "a", root="b"),
    ],
)
def test_an_unknown_node_is_named(ask: Callable[[], object]) -> None:
    with pytest.raises(UnknownName, match=r"nobody|'a'"):
        ask()


def test_no_nodes_have_no_superior() -> None:
    with pytest.raises(InputError, match="at least one node"):
        lowest_common_superiors(TREE, [])
