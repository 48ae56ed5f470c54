"""A small graph that holds every label, relationship type and property at least once.

Nothing of the schema is copied here: from what the loaders make of the shipped files, and of one file
that fills in every field of the form, each element is taken that shows something not seen before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.catalogue import queries
from graph.connection import Database
from graph.core.model import Label, Level, Node, Tie, TieType
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_facts, division_records
from loaders.groups.read import read_groups, shipped_files
from loaders.groups.records import group_records
from loaders.write.apply import Records, sync
from loaders.write.door import one_load
from tests.servers import empty

EVERY_FIELD = Path(__file__).parent / "everything.yaml"
TOWNSHIP = "div:370112001:an example"


def lint_records() -> Records:
    """As few records as show every label, type and property that loaders write."""
    divisions = read_divisions()
    files = [*shipped_files(), EVERY_FIELD]
    data = read_groups(files, allow_unsourced=True)
    whole = group_records(data, division_facts(divisions))
    parts = (division_records(divisions), whole)
    nodes = {(node.label, node.uid): node for part in parts for node in part.nodes}
    ties = list(_telling_ties(tie for part in parts for tie in part.ties))
    ties.append(_township_tie(next(tie for tie in ties if tie.type is TieType.PART_OF)))
    ends = {uid for tie in ties for uid in (tie.start, tie.end)}
    telling = {(node.label, node.uid) for node in _telling_nodes(nodes.values())}
    kept = [node for key, node in nodes.items() if key in telling or node.uid in ends]
    county = next(node for node in kept if str(Level.COUNTY) in node.labels)
    return Records("lint", [*kept, _township_node(county)], ties)


def lint_graph(database: Database) -> Records:
    """Empty the graph and write the small one; answers what was written."""
    made = lint_records()
    with one_load(empty(database)) as token:
        sync(database, made, token=token)
    queries.mark_loaded("an example", database=database)
    return made


def _telling_nodes(nodes: Iterable[Node]) -> Iterator[Node]:
    seen: set[tuple[str, ...]] = set()
    for node in nodes:
        shown = {(*node.labels, name) for name in node.properties} | {node.labels}
        if not shown <= seen:
            seen |= shown
            yield node


def _telling_ties(ties: Iterable[Tie]) -> Iterator[Tie]:
    seen: set[tuple[str, str]] = set()
    for tie in ties:
        shown = {(str(tie.type), name) for name in (*tie.properties, "")}
        if not shown <= seen:
            seen |= shown
            yield tie


def _township_node(like: Node) -> Node:
    """Townships are in the model, and no loader brings them yet."""
    level = str(Level.TOWNSHIP)
    found = {**like.properties, "code": "370112001", "level": level}
    return Node(Label.UNIT, TOWNSHIP, found, ("Division", level))


def _township_tie(like: Tie) -> Tie:
    return Tie(TieType.PART_OF, TOWNSHIP, like.start, like.properties)
