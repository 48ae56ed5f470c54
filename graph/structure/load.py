"""The hierarchy of command as of a day, as a networkx graph: all of it, a region, or a group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import networkx as nx

from graph.ask.lookup import find_group, find_unit
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.dates import lasts
from graph.core.errors import InputError
from graph.core.words import Words


def to_networkx(
    database: Database, as_of: dt.date, region: str | None = None, group: str | None = None
) -> nx.DiGraph:
    """Units in force on the day and who commands whom: PART_OF, DEPARTMENT_OF, LED_BY, downwards.

    `region`, a name, code or uid: that unit and all it commands. `group`, a name or uid: the
    units that are listed or sit in it (`seated`) and all that command them. Neither: every unit.

    Nodes are uids with `uid`, `name`, `level` (None for an agency), `kind`, `rank` (1 to 10,
    None if unknown or outside the ladder), `broken` (no superior is known, and it is not the
    centre) and, for a group, `seated`. Edges have `kind`, `mode`, `source`; where several ties
    join the same two units, those of the first by kind, and `ties` holds all as (kind, mode,
    source). The graph's own attributes are `as_of`, `region` and `group` (uids).

    Raises UnknownName or AmbiguousName for a name, InputError for a day outside the life of
    region or group, or where both are given.
    """
    if region is not None and group is not None:
        raise InputError(Words("Give a region or a group, not both.", "请给地区或小组，不要都给。"))
    place = find_unit(database, region, as_of).uid if region is not None else None
    body = _group(database, group, as_of) if group is not None else None
    graph = nx.DiGraph(as_of=as_of, region=place, group=body)
    for unit in _units(database, as_of, place, body):
        graph.add_node(unit.uid, **unit)
    some = list(graph) if place or body else None
    for tie in queries.command_ties(as_of, some, database=database):
        _add(graph, tie)
    return graph


def command_below(database: Database, as_of: dt.date, unit: str) -> nx.DiGraph:
    """The units and ties of `to_networkx` of a region, given by uid, with `level` as their only attribute.

    For measures of many regions: it asks for a row a superior instead of one a unit and one a tie.
    """
    graph = nx.DiGraph(as_of=as_of, region=unit)
    for row in queries.commanded_below(unit, as_of, database=database):
        graph.add_node(row["upper"], level=row["level"])
        for lower, level in zip(row["lower"], row["lower_levels"], strict=True):
            graph.add_node(lower, level=level or None)
            graph.add_edge(row["upper"], lower)
    return graph


def _units(
    database: Database, as_of: dt.date, region: str | None, group: str | None
) -> Sequence[Row]:
    if region is not None:
        return queries.units_below(region, as_of, database=database)
    if group is not None:
        return queries.units_of_group(group, as_of, database=database)
    return queries.units_in_force(as_of, database=database)


def _add(graph: nx.DiGraph, tie: Row) -> None:
    if tie.upper not in graph or tie.lower not in graph:
        return
    stated = (tie.kind, tie.mode, tie.source)
    if graph.has_edge(tie.upper, tie.lower):
        graph.edges[tie.upper, tie.lower]["ties"] += (stated,)
        return
    graph.add_edge(
        tie.upper, tie.lower, kind=tie.kind, mode=tie.mode, source=tie.source, ties=(stated,)
    )


def _group(database: Database, text: str, as_of: dt.date) -> str:
    named = find_group(database, text)
    if not lasts(named.valid_from, named.valid_to, as_of):
        raise InputError(
            Words(
                f"{named.name} is not in force on {as_of}: from {named.from_edtf or 'an unknown day'}"
                f" until {named.to_edtf or 'an unknown day'}.",
                f"{named.name} 于 {as_of} 不存续：自{named.from_edtf or '不明之日'}至"
                f"{named.to_edtf or '不明之日'}。",
            )
        )
    return str(named.uid)
