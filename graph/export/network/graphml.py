"""GraphML: for networkx, igraph, yEd and Gephi. Parallel ties, types and all properties are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.core.words import Words
from graph.export.columns import Column
from graph.export.network.looks import colour, parts
from graph.export.network.markup import TYPES, values, xml
from graph.export.network.network import Network

FURTHER = (
    Column("label", "string", Words("what to write at the element", "元素旁的文字")),
    Column(
        "type",
        "string",
        Words("label of the node, or type of the relationship", "节点的标签或关系的类型"),
    ),
)


LOOKS = (
    Column("color", "string", Words("colour by kind of node", "按节点种类的颜色")),
    *(
        Column(name, "integer", Words(f"its part {name}, 0 to 255", f"其 {name} 分量，0 至 255"))
        for name in "rgb"
    ),
)
PLACE = (
    Column("x", "float", Words("place, to the right", "位置，向右")),
    Column("y", "float", Words("place, upwards", "位置，向上")),
)


def write_graphml(network: Network, path: Path) -> None:
    """The network, streamed."""
    looks = (*LOOKS, *(PLACE if network.places else ()))
    known = {
        of: {c.name: c for c in (*FURTHER, *(looks if of == "node" else ()))} | network.columns(of)
        for of in network.tables
    }
    with xml(path) as out, out.inside("graphml", xmlns="http://graphml.graphdrawing.org/xmlns"):
        for domain, columns in known.items():
            for column in columns.values():
                of = TYPES.get(column.kind, "string")
                out.leaf("key", id=f"{domain}_{column.name}", for_=domain,
                         attr__name=column.name, attr__type=of)  # fmt: skip
        with out.inside("graph", id="lsgraph", edgedefault=network.edges):
            for of in network.tables:
                for identity, row in network.items(of):
                    with out.inside(of, **identity):
                        for name, text in values(row | _looks(network, identity, row), known[of]):
                            out.leaf("data", text, key=f"{of}_{name}")


def _looks(network: Network, identity: dict[str, str], row: Mapping[str, Any]) -> dict[str, Any]:
    if "source" in identity:
        return {}
    tone, place = colour(row), network.places.get(identity["id"])
    return {"color": tone, **parts(tone)} | (dict(zip("xy", place, strict=True)) if place else {})
