"""Agencies that need a look: dead ministries in force, units of one owner under two spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.core.dates import Precision
from graph.core.words import Words
from graph.offices.body_words import words
from graph.offices.words import bare_name
from loaders.divisions.read import read_divisions
from loaders.groups.rows import AgencyRow, GroupData
from loaders.units.central_bodies import central_bodies

NO_END = (Precision.OPEN, Precision.UNKNOWN)


def dead_bodies(data: GroupData) -> Iterator[tuple[str, Words]]:
    """Central bodies in force without an end that the table of central bodies ends, or does not hold.

    A ministry that has its rank by its name alone stands in no table: nobody read whether it still is.
    """
    rows = central_bodies().rows
    for agency in data.agencies:
        if agency.period.end.precision not in NO_END or agency.uid.count(":") != 1:
            continue
        ended = [row.period for row in rows.get(agency.name, ())][-1:]
        if ended and ended[0].end.precision not in NO_END:
            last = ended[0].end_edtf
            yield (
                agency.uid,
                Words(
                    f"{agency.name} is in force, and ended {last}",
                    f"{agency.name}载为存续，而已终止于 {last}",
                ),
            )
        elif not ended and agency.rank_basis == "derived":
            yield (
                agency.uid,
                Words(
                    f"{agency.name} is in force with rank {agency.rank} by its name alone",
                    f"{agency.name}载为存续，级别 {agency.rank} 只依其名称",
                ),
            )


def units_twice(data: GroupData) -> Iterator[tuple[str, Words]]:
    """Pairs of agencies of one owner whose names are spellings of one name."""
    names = {unit.code: unit.name for unit in read_divisions().units}
    found: dict[tuple[str, str, str], list[AgencyRow]] = defaultdict(list)
    for agency in data.agencies:
        if "@" not in agency.uid:
            found[_key(agency, names)].append(agency)
    for first, *others in found.values():
        for other in others:
            yield (
                f"{first.uid} + {other.uid}",
                Words(
                    f"{first.name}, {other.name}: one unit?",
                    f"{first.name}、{other.name}：是否为同一单位？",
                ),
            )


def _key(agency: AgencyRow, names: dict[str, str]) -> tuple[str, str, str]:
    """Owner, branch and one text for all spellings of the name."""
    parts = agency.uid.split(":")
    owner = parts[1] if len(parts) == 3 else ""
    name = bare_name(agency.name)
    return owner, agency.branch, words().key(name.replace(names.get(owner, "\0"), ""))
