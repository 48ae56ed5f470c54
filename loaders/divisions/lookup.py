"""Divisions by code and day, as the readers of other files need them to resolve references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.core.dates import Period
from loaders.divisions.read import DivisionData, read_divisions
from loaders.files.problems import nearest


@dataclass(frozen=True)
class DivisionRef:
    """One division for one unbroken period; `rank` None stands outside the ladder."""

    uid: str
    code: str
    name: str
    rank: int | None
    period: Period


@dataclass(frozen=True)
class DivisionTable:
    """The lookup over division data, with the periods that the data itself states."""

    by_code: dict[str, tuple[DivisionRef, ...]]

    @classmethod
    def of(cls, data: DivisionData) -> DivisionTable:
        """Return the table of all units of the data, each for its `DivisionData.periods`."""
        units: dict[str, list[DivisionRef]] = defaultdict(list)
        for row in data.units:
            ref = DivisionRef(row.uid, row.code, row.name, row.rank, data.periods[row.uid])
            units[row.code].append(ref)
        for refs in units.values():
            refs.sort(key=lambda ref: ref.period.start.day)
        return cls({code: tuple(refs) for code, refs in units.items()})

    def versions(self, code: str, name: str | None = None) -> tuple[DivisionRef, ...]:
        """Return all divisions that ever had the code (and name), earliest first."""
        units = self.by_code.get(code, ())
        return tuple(unit for unit in units if name is None or unit.name == name)

    def suggest(self, wrong: str) -> tuple[str, ...]:
        """`code name` of the divisions most like a wrong code or name, best first."""
        units: Sequence[DivisionRef] = [
            unit for versions in self.by_code.values() for unit in versions
        ]
        if wrong[:6].isdigit():
            units = _nearby(wrong[:6], units)
        return nearest(wrong, sorted({f"{unit.code} {unit.name}" for unit in units}))


def _nearby(code: str, units: Sequence[DivisionRef]) -> Sequence[DivisionRef]:
    """Return the units that share the longest beginning of the code, its prefecture if there is one."""
    for length in (6, 4, 2):
        nearby = [unit for unit in units if unit.code[:length] == code[:length]]
        if nearby:
            return nearby
    return units


@cache
def shipped_divisions() -> DivisionTable:
    """Return the table of the shipped data, read and checked once."""
    return DivisionTable.of(read_divisions())
