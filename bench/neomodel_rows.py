"""The first units, groups and memberships of a file of `bench.rows` through neomodel.

    python neomodel_rows.py URI USER PASSWORD ROWS COUNT

Prints rows and seconds. Run by the Python of an environment that has neomodel; imports nothing of
lsgraph. Nodes go in by `create_or_update`, neomodel's fastest way, ties by `connect`, its only one.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from typing import Any

from neomodel import (
    ArrayProperty,
    BooleanProperty,
    DateProperty,
    IntegerProperty,
    RelationshipTo,
    StringProperty,
    StructuredNode,
    StructuredRel,
    config,
)


class Membership(StructuredRel):  # type: ignore[misc]
    """MEMBER_OF."""

    key = StringProperty()
    dataset = StringProperty()
    digest = StringProperty()
    rank = IntegerProperty()
    rank_basis = StringProperty()
    role = StringProperty()
    basis = ArrayProperty(StringProperty())
    derived = BooleanProperty()
    valid_from = DateProperty()
    valid_to = DateProperty()
    from_precision = StringProperty()
    to_precision = StringProperty()
    origin = StringProperty()
    confidence = StringProperty()


class Group(StructuredNode):  # type: ignore[misc]
    """领导小组."""

    uid = StringProperty(unique_index=True)
    name = StringProperty()
    kind = StringProperty()
    dataset = StringProperty()
    digest = StringProperty()


class Unit(StructuredNode):  # type: ignore[misc]
    """Divisions and agencies."""

    uid = StringProperty(unique_index=True)
    name = StringProperty()
    rank = IntegerProperty()
    dataset = StringProperty()
    digest = StringProperty()
    groups = RelationshipTo("Group", "MEMBER_OF", model=Membership)


def read(file: str, count: int) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Properties of nodes by uid, and the first `count` memberships."""
    nodes: dict[str, dict[str, Any]] = {}
    ties: list[dict[str, Any]] = []
    with open(file, "rb") as kept:
        while len(ties) < count:
            kind, _, rows = pickle.load(kept)
            if kind in ("Unit", "Group"):
                nodes.update((row["properties"]["uid"], row["properties"]) for row in rows)
            elif kind == "MEMBER_OF":
                ties += rows[: count - len(ties)]
    return nodes, ties


def main(uri: str, user: str, password: str, file: str, count: str) -> None:
    """Write and tell how long it took."""
    config.DATABASE_URL = uri.replace("://", f"://{user}:{password}@")
    nodes, ties = read(file, int(count))
    began = time.perf_counter()
    made: dict[str, Any] = {}
    for kind, end in ((Unit, "start"), (Group, "end")):
        uids = list(dict.fromkeys(tie[end] for tie in ties))
        names = set(kind.defined_properties(rels=False, aliases=False))
        data = [{k: v for k, v in nodes[uid].items() if k in names} for uid in uids]
        made.update(zip(uids, kind.create_or_update(*data), strict=True))
    for tie in ties:
        properties = dict(tie["properties"])
        # neomodel allows no property of the name.
        properties["origin"] = properties.pop("source")
        made[tie["start"]].groups.connect(made[tie["end"]], properties)
    seconds = time.perf_counter() - began
    print(json.dumps({"rows": len(made) + len(ties), "seconds": seconds}))


if __name__ == "__main__":
    main(*sys.argv[1:])
