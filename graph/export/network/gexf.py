"""GEXF 1.3 for Gephi: nodes and edges with the days on which they are in force (spells)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.core.words import Words
from graph.export.columns import Column
from graph.export.network.looks import colour, parts
from graph.export.network.markup import TYPES, Xml, values, xml
from graph.export.network.network import Network

KIND = Words("label or relationship type", "标签或关系类型")
BEFORE = dt.timedelta(days=1)


def write_gexf(network: Network, path: Path) -> None:
    """The network, streamed; an end is the last day in force, since GEXF counts it in."""
    told = {"mode": "dynamic", "timeformat": "date", "defaultedgetype": network.edges}
    spaces = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz"}
    with (
        xml(path) as out,
        out.inside("gexf", **spaces, version="1.3"),
        out.inside("graph", **told),
    ):
        known = {of: _declared(out, of, network.columns(of)) for of in network.tables}
        for of in network.tables:
            with out.inside(f"{of}s"):
                for identity, row in network.items(of):
                    _element(out, network, identity, row, known[of])


def _declared(out: Xml, of: str, columns: dict[str, Column]) -> dict[str, Column]:
    known = {"type": Column("type", "string", KIND)} | columns
    # An edge's id holds its key; readers take an attribute of that name, or its weight, for their own.
    known.pop("key", None)
    known.pop("weight", None)
    with out.inside("attributes", class_=of, mode="static"):
        for name, column in known.items():
            out.leaf("attribute", id=name, title=name, type=TYPES.get(column.kind, "string"))
    return known


def _element(
    out: Xml, network: Network, identity: dict[str, str], row: dict[str, Any],
    known: Mapping[str, Column],
) -> None:  # fmt: skip
    edge = "source" in identity
    named = {**identity, "kind": row["type"]} if edge else identity
    if "weight" in row:
        named = {**named, "weight": str(row["weight"])}
    with out.inside("edge" if edge else "node", **named, label=row["label"], **_spell(row)):
        with out.inside("attvalues"):
            for name, text in values(row, known):
                out.leaf("attvalue", for_=name, value=text)
        if not edge:
            _looks(out, network, identity["id"], row)


def _looks(out: Xml, network: Network, uid: str, row: Mapping[str, Any]) -> None:
    out.leaf("viz:color", **{name: str(part) for name, part in parts(colour(row)).items()})
    if uid in network.places:
        x, y = network.places[uid]
        out.leaf("viz:position", x=str(x), y=str(y), z="0.0")


def _spell(row: Mapping[str, Any]) -> dict[str, str]:
    """First and last day in force; an end that is open or not known is left out."""
    start, end = row.get("valid_from"), row.get("valid_to")
    days = {"start": start, "end": end - BEFORE if end else None}
    return {name: day.isoformat() for name, day in days.items() if day}
