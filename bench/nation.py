"""The national hierarchy without a server: of the shipped tables, and of any size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

from graph.core.model import Label, Node, Tie, TieType
from graph.pictures import SourceRef
from graph.pictures.nation import Nation, NationUnit
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_records
from loaders.divisions.townships import read_townships, township_records

DAY = dt.date(2026, 9, 11)
"""The day of the township table."""

_OWN = (
    "name", "name_en", "pinyin", "code", "level", "kind", "rank", "rank_basis", "rank_by_rule",
    "rank_reason", "from_edtf", "to_edtf",
)  # fmt: skip


@cache
def shipped_nation(day: dt.date = DAY) -> Nation:
    """What `graph.pictures.nation` answers with the shipped divisions and townships loaded."""
    divisions = read_divisions()
    whole = division_records(divisions)
    townships = township_records(read_townships(divisions))
    nodes, ties = [*whole.nodes, *townships.nodes], [*whole.ties, *townships.ties]
    upper = {tie.start: tie for tie in ties if tie.type is TieType.PART_OF and _holds(tie, day)}
    read: dict[str, list[str]] = {}
    for tie in ties:
        if tie.type is TieType.SOURCED_FROM:
            read.setdefault(tie.start, []).append(tie.end)
    units = [
        _unit(node, upper.get(node.uid), read.get(node.uid, ()))
        for node in nodes
        if node.label is Label.UNIT and _holds(node, day)
    ]
    return _nation(day, units, _sources(nodes))


def synthetic_nation(count: int) -> Nation:
    """A hierarchy of so many units: the centre, then 12 below each unit, level by level."""
    levels = ("Country", "Province", "Prefecture", "County", "Township")
    units: list[NationUnit] = []
    places: list[int] = []
    for number in range(count):
        up = (number - 1) // 12
        place = 0 if number == 0 else min(places[up] + 1, len(levels) - 1)
        places.append(place)
        units.append(
            NationUnit(
                f"u{number}", f"u{up}" if number else None, "statutory" if number else None,
                "s", f"单位{number:06}", f"Unit {number:06}", f"danwei{number:06}",
                f"{number:09}", levels[place], "县", 10 - 2 * place, "derived", None, None,
                "1949-10-01", "..", ("s",),
            )
        )  # fmt: skip
    return _nation(DAY, units, {"s": SourceRef("s", "A source", None)})


def _holds(thing: Node | Tie, day: dt.date) -> bool:
    found = thing.properties
    return bool(found["valid_from"] <= day < found["valid_to"])


def _unit(node: Node, upper: Tie | None, sources: Iterable[str]) -> NationUnit:
    own: dict[str, Any] = {name: node.properties.get(name) for name in _OWN}
    led = upper.properties if upper else {}
    return NationUnit(
        uid=node.uid,
        parent=upper.end if upper else None,
        mode=led.get("mode"),
        tie_source=led.get("source"),
        sources=tuple(sorted(sources)),
        **own,
    )


def _sources(nodes: Iterable[Node]) -> dict[str, SourceRef]:
    return {
        node.uid: SourceRef(node.uid, node.properties["title"], node.properties.get("url"))
        for node in nodes
        if node.label is Label.SOURCE
    }


def _nation(day: dt.date, units: Iterable[NationUnit], sources: dict[str, SourceRef]) -> Nation:
    named = tuple(sorted(units, key=lambda unit: (unit.code, unit.uid)))
    used = {uid for unit in named for uid in (*unit.sources, unit.tie_source) if uid}
    return Nation(day, named, {uid: sources[uid] for uid in sorted(used)})
