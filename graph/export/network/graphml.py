"""GraphML: for networkx, igraph, yEd and Gephi. Parallel ties, types and all properties are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.export.columns import Column, NodeTable, Tables, TieTable
from graph.export.elements import Elements
from graph.export.network.markup import (
    TYPES,
    Xml,
    attributes,
    edge_id,
    ends,
    kind,
    node_id,
    shown,
    values,
    xml,
)

FURTHER = (
    Column("label", "string", "what to write at the element"),
    Column("type", "string", "label of the node, or type of the relationship"),
)


def write_graphml(elements: Elements, path: Path) -> None:
    """The graph, streamed."""
    nodes = [table for table in elements.tables if isinstance(table, NodeTable)]
    ties = [table for table in elements.tables if isinstance(table, TieTable)]
    known = {"node": _keys(nodes), "edge": _keys(ties)}
    with xml(path) as out, out.inside("graphml", xmlns="http://graphml.graphdrawing.org/xmlns"):
        for domain, columns in known.items():
            for column in columns.values():
                of = TYPES.get(column.kind, "string")
                out.leaf("key", id=f"{domain}_{column.name}", for_=domain,
                         attr__name=column.name, attr__type=of)  # fmt: skip
        with out.inside("graph", id="lsgraph", edgedefault="directed"):
            for table in nodes:
                _nodes(out, elements, table, known["node"])
            for tie in ties:
                _edges(out, elements, tie, known["edge"])


def _keys(tables: Tables) -> dict[str, Column]:
    return {column.name: column for column in FURTHER} | attributes(tables)


def _nodes(out: Xml, elements: Elements, table: NodeTable, known: Mapping[str, Column]) -> None:
    for row in elements.rows(table):
        told = {**row, "label": shown(row), "type": kind(table)}
        with out.inside("node", id=node_id(kind(table), row["uid"])):
            for name, text in values(told, known):
                out.leaf("data", text, key=f"node_{name}")


def _edges(out: Xml, elements: Elements, table: TieTable, known: Mapping[str, Column]) -> None:
    for row in elements.rows(table):
        start, end = ends(table, row)
        told = {**row, "label": kind(table), "type": kind(table)}
        with out.inside("edge", id=edge_id(table, row), source=start, target=end):
            for name, text in values(told, known):
                out.leaf("data", text, key=f"edge_{name}")
