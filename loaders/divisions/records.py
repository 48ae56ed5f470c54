"""Divisions as the nodes and ties that are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.core.dates import Period
from graph.core.model import Label, Node, Tie, TieType
from loaders.divisions.periods import DivisionData
from loaders.divisions.rows import UnitRow
from loaders.files.yaml import shipped_yaml
from loaders.groups.memberships import UnitFacts
from loaders.write.apply import Records
from loaders.write.provenance import provenance, source_node, sourced, stored

DATASET = "divisions"


def division_records(data: DivisionData) -> Records:
    """Return the dataset `divisions`: units, who leads whom, who followed whom, and the sources."""
    sources = (
        source_node(row.uid, row.title, row.read_at or row.url, row.kind, row.licence)
        for row in data.sources
    )
    nodes = [*sources, *_division_units(data)]
    origins = (tie for row in data.units for tie in sourced(row.uid, [row.source]))
    ties = [*_part_of(data), *_successions(data), *origins]
    return Records(DATASET, nodes, ties)


def division_facts(data: DivisionData) -> dict[str, UnitFacts]:
    """Say what memberships need of each division, by uid."""
    return {
        u.uid: UnitFacts(u.rank, u.rank_basis, u.rank_by_rule, p.start.day, p.end.day)
        for u, p in ((u, data.periods[u.uid]) for u in data.units)
    }


def _division_units(data: DivisionData) -> Iterator[Node]:
    for row in data.units:
        basis = row.rank_basis if row.rank is not None else None
        english = english_name(row.code, row.pinyin)
        yield unit_node(row, data.periods[row.uid], name_en=english, rank_basis=basis)


def unit_node(row: UnitRow, period: Period, **properties: Any) -> Node:
    """Return a division as it is stored; what is not known is left out."""
    by_rule = row.rank_by_rule if row.rank_basis == "override" else None
    names = ("level", "code", "name", "name_short", "kind", "rank")
    found = stored(
        row, *names, pinyin=row.pinyin or None, rank_by_rule=by_rule, **properties,
        **period.properties(),
    )  # fmt: skip
    return Node(Label.UNIT, row.uid, found, ("Division", row.level))


def part_of(lower: str, upper: str, mode: str, period: Period, source: str) -> Tie:
    """Return the upper division leads the lower one."""
    properties = {"mode": mode, **period.properties(), **provenance([source], "high")}
    return Tie(TieType.PART_OF, lower, upper, properties, period.start.day.isoformat())


def _part_of(data: DivisionData) -> Iterator[Tie]:
    for row, period in zip(data.ties, data.tie_periods, strict=True):
        yield part_of(row.lower, row.upper, row.mode, period, row.source)


def _successions(data: DivisionData) -> Iterator[Tie]:
    for row in data.successions:
        evidence = provenance([row.source], "high")
        properties = stored(row, "kind", "on", "precision", "document", **evidence)
        yield Tie(TieType.SUCCEEDED_BY, row.old, row.new, properties, row.kind)


NAMES = Path(__file__).parents[1] / "data" / "divisions" / "names_en.yaml"


def english_name(code: str, pinyin: str) -> str:
    """Return the English name of a division: Shaanxi for 610000 (陕西), else its pinyin with a capital."""
    return _names().get(code) or pinyin.capitalize()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return dict(shipped_yaml(NAMES))
