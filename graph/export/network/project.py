"""Projections of seats: members or persons tied by the groups that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from graph.core.model import Label
from graph.core.words import Words
from graph.export.columns import Column, Table
from graph.export.elements import Elements
from graph.export.formats import Projection
from graph.export.network.markup import node_id, shown
from graph.export.network.network import Item, Network, places_of


@dataclass(frozen=True)
class _Kind:
    label: Label
    nodes: str
    ties: str
    end: str
    own: tuple[str, ...]


KINDS = {
    Projection.members: _Kind(
        Label.UNIT, "units", "member_of", "start", ("name", "name_en", "code", "level", "kind", "rank"),
    ),
    Projection.persons: _Kind(Label.PERSON, "persons", "sits_in", "person", ("name", "note")),
}  # fmt: skip
"""Of which ties a projection is made, and which columns of its nodes it keeps."""

WEIGHT = Column(
    "weight",
    "integer",
    Words("number of groups that both sit in", "两者共同参加的小组数"),
    "groups",
)
SHARED = Column("groups", "list", Words("names of these groups", "这些小组的名称"))
COUNT = Column(
    "n_groups", "integer", Words("number of groups that it sits in", "其参加的小组数"), "groups"
)


def projected(elements: Elements, projection: Projection) -> Network:
    """Return the network of all members or persons with a seat, an edge for each pair that shares a group."""
    kind = KINDS[projection]
    by_name = {table.name: table for table in elements.tables}
    seats = {
        (str(row[kind.end]), str(row["end"]))
        for row in elements.rows(by_name[kind.ties])
        if row.get(kind.end)
    }
    names = {row["uid"]: str(row["name"]) for row in elements.rows(by_name["groups"])}
    groups: dict[str, set[str]] = defaultdict(set)
    for one, group in seats:
        groups[one].add(group)
    table = by_name[kind.nodes]
    kept = ("uid", *kind.own)
    nodes = {
        row["uid"]: {name: row.get(name) for name in kept} for row in elements.rows(table)
        if row["uid"] in groups
    }  # fmt: skip
    edges = _shared({one: groups[one] for one in nodes})

    def items(of: str) -> Iterator[Item]:
        """Yield the members or persons, or the pairs of them that share groups."""
        if of == "node":
            for uid, row in sorted(nodes.items()):
                own = {"type": str(kind.label), "label": shown(row), "n_groups": len(groups[uid])}
                yield {"id": node_id(kind.label, uid)}, {**row, **own}
            return
        for (one, other), weight in edges.items():
            both = sorted(names[group] for group in groups[one] & groups[other])
            ends = {"source": node_id(kind.label, one), "target": node_id(kind.label, other)}
            row = {"type": "SHARES", "label": "SHARES", "weight": weight, "groups": both}
            yield {"id": f"{one}|{other}", **ends}, row

    columns = tuple(c for c in table.columns if c.name in kept)
    seated = Words(f"{table.title.en} with a seat", f"有席位的{table.title.zh}")
    tables = {
        "node": [Table("nodes", seated, (*columns, COUNT))],
        "edge": [
            Table(
                "edges",
                Words("two that sit in the same group", "参加同一小组的两者"),
                (WEIGHT, SHARED),
            )
        ],
    }
    made = Network(tables, items, directed=False)
    return replace(made, places=places_of(made))


def _shared(groups: Mapping[str, set[str]]) -> dict[tuple[str, str], int]:
    """Return how many groups each pair shares, by networkx; pairs in order."""
    nx = import_module("networkx")
    graph: Any = nx.Graph()
    graph.add_nodes_from(("one", uid) for uid in sorted(groups))
    graph.add_edges_from(
        (("one", uid), ("group", group)) for uid, own in sorted(groups.items()) for group in sorted(own)
    )  # fmt: skip
    made = nx.bipartite.weighted_projected_graph(
        graph, [node for node in graph if node[0] == "one"]
    )
    pairs = {
        (min(one, other), max(one, other)): int(weight)
        for (_, one), (_, other), weight in made.edges(data="weight")
    }
    return dict(sorted(pairs.items()))
