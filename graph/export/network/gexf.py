"""GEXF 1.3 for Gephi: nodes and edges with the days on which they are in force (spells)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.export.columns import Column, Tables
from graph.export.elements import Elements
from graph.export.network.markup import TYPES, Xml, attributes, items, sides, values, xml

BEFORE = dt.timedelta(days=1)


def write_gexf(elements: Elements, path: Path) -> None:
    """The graph, streamed; an end is the last day in force, since GEXF counts it in."""
    tables = sides(elements.tables)
    told = {"mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed"}
    with (
        xml(path) as out,
        out.inside("gexf", xmlns="http://gexf.net/1.3", version="1.3"),
        out.inside("graph", **told),
    ):
        known = {of: _declared(out, of, own) for of, own in tables.items()}
        for of, own in tables.items():
            with out.inside(f"{of}s"):
                for identity, row in items(elements, own):
                    _element(out, of, identity, row, known[of])


def _declared(out: Xml, of: str, tables: Tables) -> dict[str, Column]:
    known = {"type": Column("type", "string", "label or relationship type")} | attributes(tables)
    # An edge's id holds its key; readers take an attribute of that name for something of their own.
    known.pop("key", None)
    with out.inside("attributes", class_=of, mode="static"):
        for name, column in known.items():
            out.leaf("attribute", id=name, title=name, type=TYPES.get(column.kind, "string"))
    return known


def _element(
    out: Xml, of: str, identity: dict[str, str], row: dict[str, Any], known: Mapping[str, Column]
) -> None:
    named = identity if of == "node" else {**identity, "kind": row["type"]}
    with out.inside(of, **named, label=row["label"], **_spell(row)), out.inside("attvalues"):
        for name, text in values(row, known):
            out.leaf("attvalue", for_=name, value=text)


def _spell(row: Mapping[str, Any]) -> dict[str, str]:
    """First and last day in force; an end that is open or not known is left out."""
    start, end = row.get("valid_from"), row.get("valid_to")
    days = {"start": start, "end": end - BEFORE if end else None}
    return {name: day.isoformat() for name, day in days.items() if day}
