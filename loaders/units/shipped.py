"""The shipped divisions, central bodies and agencies, as titles and names of bodies are read against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from graph.core.dates import Period
from graph.offices.agencies import Agencies
from graph.offices.agency import Agency
from graph.offices.bodies import Bodies
from graph.offices.divisions import Division, Places
from loaders.divisions.read import read_divisions
from loaders.form.schema import UnitEntry
from loaders.units.central_bodies import central


@cache
def shipped_places() -> Places:
    """The lookups over the shipped divisions, built once."""
    data = read_divisions()
    names: dict[str, set[str]] = defaultdict(set)
    for row in data.units:
        names[row.code].add(row.name)
    divisions = (
        Division(
            row.uid, row.code, row.name, row.name_short, row.level, row.rank,
            data.periods[row.uid], len(names[row.code]) > 1,
        )
        for row in data.units
    )  # fmt: skip
    ties = zip(data.ties, data.tie_periods, strict=True)
    return Places.of(divisions, ((tie.lower, tie.upper, period) for tie, period in ties))


def shipped_bodies(units: Iterable[UnitEntry] = ()) -> Bodies:
    """The bodies of the shipped divisions, with agencies that stand in files already."""
    agencies = Agencies(shipped_places(), central())
    agencies.enter(map(_agency, units))
    return Bodies(shipped_places(), agencies)


def _agency(unit: UnitEntry) -> Agency:
    return Agency(
        unit.uid, unit.name, unit.branch, unit.of, unit.tie, unit.rank, known=True,
        period=Period.of(unit.from_, unit.to), general_office=unit.general_office,
    )  # fmt: skip
