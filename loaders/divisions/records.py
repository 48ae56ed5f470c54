"""Divisions as the nodes and ties that are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.core.dates import Period
from graph.core.model import Label, Node, Tie, TieType
from loaders.divisions.periods import DivisionData
from loaders.groups.memberships import UnitFacts
from loaders.write.apply import Records
from loaders.write.provenance import known, provenance, source_node, sourced

DATASET = "divisions"


def division_records(data: DivisionData) -> Records:
    """Return the dataset `divisions`: units, who leads whom, who followed whom, and the sources."""
    nodes = [*_division_sources(data), *_division_units(data)]
    ties = [*_part_of(data), *_successions(data), *_division_provenance(data)]
    return Records(DATASET, nodes, ties)


def division_facts(data: DivisionData) -> dict[str, UnitFacts]:
    """Say what memberships need of each division, by uid."""
    return {
        u.uid: UnitFacts(u.rank, u.rank_basis, u.rank_by_rule, p.start.day, p.end.day)
        for u, p in ((u, data.periods[u.uid]) for u in data.units)
    }


def _division_sources(data: DivisionData) -> Iterator[Node]:
    for row in data.sources:
        yield source_node(row.uid, row.title, row.read_at or row.url, row.kind, row.licence)


def _division_units(data: DivisionData) -> Iterator[Node]:
    for row in data.units:
        yield unit_node(
            row.uid,
            row.level,
            data.periods[row.uid],
            code=row.code,
            name=row.name,
            name_short=row.name_short,
            name_en=english_name(row.code, row.pinyin),
            pinyin=row.pinyin,
            kind=row.kind,
            rank=row.rank,
            rank_basis=row.rank_basis if row.rank is not None else None,
            rank_by_rule=row.rank_by_rule if row.rank_basis == "override" else None,
        )


def unit_node(uid: str, level: str, period: Period, **properties: Any) -> Node:
    """Return a division as it is stored; what is not known is left out."""
    stored = known(level=level, **properties, **period.properties())
    return Node(Label.UNIT, uid, stored, ("Division", level))


def part_of(lower: str, upper: str, mode: str, period: Period, source: str) -> Tie:
    """Return the upper division leads the lower one."""
    properties = {"mode": mode, **period.properties(), **provenance([source], "high")}
    return Tie(TieType.PART_OF, lower, upper, properties, period.start.day.isoformat())


def _part_of(data: DivisionData) -> Iterator[Tie]:
    for row, period in zip(data.ties, data.tie_periods, strict=True):
        yield part_of(row.lower, row.upper, row.mode, period, row.source)


def _successions(data: DivisionData) -> Iterator[Tie]:
    for row in data.successions:
        properties = known(
            kind=row.kind,
            on=row.on,
            precision=row.precision,
            document=row.document,
            **provenance([row.source], "high"),
        )
        yield Tie(TieType.SUCCEEDED_BY, row.old, row.new, properties, row.kind)


def _division_provenance(data: DivisionData) -> Iterator[Tie]:
    for row in data.units:
        yield from sourced(row.uid, [row.source])


NAMES = Path(__file__).parents[1] / "data" / "divisions" / "names_en.yaml"


def english_name(code: str, pinyin: str) -> str:
    """Return the English name of a division: Shaanxi for 610000 (陕西), else its pinyin with a capital."""
    return _names().get(code) or pinyin.capitalize()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return dict(YAML(typ="safe").load(NAMES.read_text(encoding="utf-8")))
