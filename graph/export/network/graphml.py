"""GraphML: for networkx, igraph, yEd and Gephi. Parallel ties, types and all properties are kept."""

from __future__ import annotations

from pathlib import Path

from graph.export.columns import Column
from graph.export.elements import Elements
from graph.export.network.markup import TYPES, attributes, items, sides, values, xml

FURTHER = (
    Column("label", "string", "what to write at the element"),
    Column("type", "string", "label of the node, or type of the relationship"),
)


def write_graphml(elements: Elements, path: Path) -> None:
    """The graph, streamed."""
    tables = sides(elements.tables)
    further = {column.name: column for column in FURTHER}
    known = {of: further | attributes(own) for of, own in tables.items()}
    with xml(path) as out, out.inside("graphml", xmlns="http://graphml.graphdrawing.org/xmlns"):
        for domain, columns in known.items():
            for column in columns.values():
                of = TYPES.get(column.kind, "string")
                out.leaf("key", id=f"{domain}_{column.name}", for_=domain,
                         attr__name=column.name, attr__type=of)  # fmt: skip
        with out.inside("graph", id="lsgraph", edgedefault="directed"):
            for of, own in tables.items():
                for identity, row in items(elements, own):
                    with out.inside(of, **identity):
                        for name, text in values(row, known[of]):
                            out.leaf("data", text, key=f"{of}_{name}")
