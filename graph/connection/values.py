"""Values of the driver as plain Python; nodes, relationships and paths are their properties, and readable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j.time
from neo4j.graph import Node, Path, Relationship

from graph.core.dates import is_bound
from graph.core.model import Label, Level

_AS_IT_IS = frozenset({str, int, float, bool, type(None)})
_TELLING = (*map(str, Level), "Division", "Agency", *map(str, Label))
"""Labels in the order in which they tell what a node is."""


class Element(dict[str, Any]):
    """Properties of what a statement returned; its text (`str`) is for readers.

    A node reads `Post 财政部部长 (post:财政部部长)`, a relationship `IN post:财政部部长 -> agency:财政部`, a
    path as its nodes with the types between them. A path has no properties: it holds `nodes` and
    `relationships`.
    """

    text: str = ""

    @classmethod
    def of(cls, text: str, properties: dict[str, Any]) -> Element:
        """Return the properties of an element with its text."""
        made = cls(properties)
        made.text = text
        return made

    def __str__(self) -> str:
        return self.text


def plain(value: Any, bounds: bool = True) -> Any:
    """Return a driver value as plain Python: dates native, nodes, relationships and paths as an Element.

    Without `bounds` the days that stand for an unknown start and an open or unknown end are None.
    """
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime):
        day = value.to_native()
        return None if not bounds and is_bound(day) else day
    if isinstance(value, Node):
        return Element.of(_node(value), plain(dict(value), bounds))
    if isinstance(value, Relationship):
        return Element.of(_relationship(value), plain(dict(value), bounds))
    if isinstance(value, Path):
        held = {"nodes": list(value.nodes), "relationships": list(value.relationships)}
        return Element.of("".join(_path(value)), plain(held, bounds))
    if isinstance(value, dict):
        return {key: plain(item, bounds) for key, item in value.items()}
    if isinstance(value, list):
        return [item if type(item) in _AS_IT_IS else plain(item, bounds) for item in value]
    return value


def _node(node: Node) -> str:
    label = next((name for name in _TELLING if name in node.labels), None)
    what = label or ":".join(sorted(node.labels)) or "node"
    name = next((node[key] for key in ("name", "title", "number") if node.get(key)), None)
    uid = node.get("uid")
    return " ".join(str(part) for part in (what, name, uid and f"({uid})") if part)


def _relationship(tie: Relationship) -> str:
    ends = str(tie.get("key", "")).split("|")[:2]
    return f"{tie.type} {' -> '.join(ends)}".rstrip()


def _path(path: Path) -> Iterator[str]:
    """The nodes in order; between two of them the type and which way it points."""
    yield _node(path.start_node) if path.start_node else ""
    for tie, node in zip(path.relationships, path.nodes[1:], strict=True):
        forward = tie.end_node == node
        yield f" -[{tie.type}]-> " if forward else f" <-[{tie.type}]- "
        yield _node(node)
