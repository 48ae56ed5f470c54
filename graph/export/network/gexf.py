"""GEXF 1.3 for Gephi: nodes and edges with the days on which they are in force (spells)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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

BEFORE = dt.timedelta(days=1)


def write_gexf(elements: Elements, path: Path) -> None:
    """The graph, streamed; an end is the last day in force, since GEXF counts it in."""
    nodes = [table for table in elements.tables if isinstance(table, NodeTable)]
    ties = [table for table in elements.tables if isinstance(table, TieTable)]
    told = {"mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed"}
    with (
        xml(path) as out,
        out.inside("gexf", xmlns="http://gexf.net/1.3", version="1.3"),
        out.inside("graph", **told),
    ):
        known = {"node": _declared(out, "node", nodes), "edge": _declared(out, "edge", ties)}
        with out.inside("nodes"):
            for table in nodes:
                _nodes(out, elements, table, known["node"])
        with out.inside("edges"):
            for tie in ties:
                _edges(out, elements, tie, known["edge"])


def _declared(out: Xml, of: str, tables: Tables) -> dict[str, Column]:
    known = {"type": Column("type", "string", "label or relationship type")} | attributes(tables)
    # An edge's id holds its key; readers take an attribute of that name for something of their own.
    known.pop("key", None)
    with out.inside("attributes", class_=of, mode="static"):
        for name, column in known.items():
            out.leaf("attribute", id=name, title=name, type=TYPES.get(column.kind, "string"))
    return known


def _nodes(out: Xml, elements: Elements, table: NodeTable, known: Mapping[str, Column]) -> None:
    for row in elements.rows(table):
        uid = node_id(kind(table), row["uid"])
        with out.inside("node", id=uid, label=shown(row), **_spell(row)):
            _values(out, {**row, "type": kind(table)}, known)


def _edges(out: Xml, elements: Elements, table: TieTable, known: Mapping[str, Column]) -> None:
    for row in elements.rows(table):
        start, end = ends(table, row)
        named = {"id": edge_id(table, row), "source": start, "target": end, "kind": kind(table)}
        with out.inside("edge", **named, label=kind(table), **_spell(row)):
            _values(out, {**row, "type": kind(table)}, known)


def _values(out: Xml, row: Mapping[str, Any], known: Mapping[str, Column]) -> None:
    with out.inside("attvalues"):
        for name, text in values(row, known):
            out.leaf("attvalue", for_=name, value=text)


def _spell(row: Mapping[str, Any]) -> dict[str, str]:
    """First and last day in force; an end that is open or not known is left out."""
    start, end = row.get("valid_from"), row.get("valid_to")
    found = {"start": start, "end": end - BEFORE if end else None}
    return {name: day.isoformat() for name, day in found.items() if day}
