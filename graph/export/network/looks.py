"""How a network looks when it is opened: colours by kind of node, and places for up to `MOST_PLACED`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from graph.core.signs import KIND_MARKS, OTHER_MARK

MOST_PLACED = 1500
"""Nodes that are given a place; of more the layout would take minutes, and Gephi does it in seconds."""

SEED = 7
STEPS, REPULSION = 100, 50.0
SIDE = 1000.0
"""Places lie in a square of twice this width around 0."""

SOURCE = "#bbbbbb"
"""The colour of a source, which no page draws."""

Places = Mapping[str, tuple[float, float]]


def colour(row: Mapping[str, Any]) -> str:
    """Return the colour of a node as pages draw it: by its type, of a unit by its level."""
    kind = str((row.get("level") or "Agency") if row["type"] == "Unit" else row["type"])
    return SOURCE if kind == "Source" else KIND_MARKS.get(kind.lower(), OTHER_MARK).colour


def parts(tone: str) -> dict[str, int]:
    """Return a colour as r, g and b from 0 to 255."""
    return {name: int(tone[at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}


def placed(nodes: Iterable[str], edges: Iterable[tuple[str, str, float]]) -> Places:
    """Return where each node stands, the same for the same network; empty for more than `MOST_PLACED`.

    ForceAtlas2 as networkx has it, from a fixed start; `edges` are start, end and weight.
    """
    nx = import_module("networkx")
    graph = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    if not 0 < len(graph) <= MOST_PLACED:
        return {}
    for start, end, weight in sorted(edges):
        before = graph.get_edge_data(start, end, {"weight": 0.0})["weight"]
        graph.add_edge(start, end, weight=before + weight)
    found = nx.forceatlas2_layout(
        graph,
        max_iter=STEPS,
        scaling_ratio=REPULSION,
        strong_gravity=True,
        weight="weight",
        seed=SEED,
    )
    widest = max((abs(float(n)) for place in found.values() for n in place), default=1.0) or 1.0
    return {
        node: (round(float(x) / widest * SIDE, 1), round(float(y) / widest * SIDE, 1))
        for node, (x, y) in found.items()
    }
