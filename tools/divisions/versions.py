"""Unit versions: unbroken periods of one code, name, kind, rank and superior.

A year's table says what was in force at its end, so a change lies in the year of the first table
that shows it. Corrections give the day where it is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.divisions.kinds import CENTRE, SUB_PROVINCIAL, Kinds, Rank
from tools.divisions.corrections import Corrections
from tools.divisions.packages import Table
from tools.divisions.tables import CURRENT_YEAR, FIRST_YEAR
from tools.divisions.witnesses import Tables


@dataclass(frozen=True)
class State:
    """What one table says of one code; two years with equal states belong to one version."""

    code: str
    name: str
    kind: str
    parent: str | None
    rank: Rank


@dataclass(frozen=True)
class Version:
    """A state with the years of its first and last table, `last` included.

    `number` counts the versions of one code and name from 1.
    """

    state: State
    first: int
    last: int
    number: int = 1

    @property
    def uid(self) -> str:
        """`div:<code>:<name>`, and `:2` and on for a later period of the same code and name."""
        base = f"div:{self.state.code}:{self.state.name}"
        return base if self.number == 1 else f"{base}:{self.number}"

    @property
    def begins(self) -> int | None:
        """Year in which it starts, None if it is in the first table already."""
        return None if self.first == FIRST_YEAR else self.first

    @property
    def ends(self) -> int | None:
        """Year in which it ends, None if it is in the current table."""
        return None if self.last == CURRENT_YEAR else self.last + 1


def versions(tables: Tables, corrections: Corrections, kinds: Kinds) -> tuple[Version, ...]:
    """Return all versions, by code and time."""
    states = {year: _states(tables, year, corrections, kinds) for year in sorted(tables)}
    codes = sorted({code for table in states.values() for code in table})
    return tuple(version for code in codes for version in _numbered(_runs(code, states)))


def _states(tables: Tables, year: int, corrections: Corrections, kinds: Kinds) -> dict[str, State]:
    table = tables[year]
    raised = corrections.sub_provincial
    since = int(raised.on[:4])

    def kind(code: str) -> str:
        by_name = kinds.kind(code, table[code])
        promoted = year >= since and code in raised.codes and by_name == "地级市"
        return SUB_PROVINCIAL if promoted else by_name

    def state(code: str) -> State:
        parent = parent_code(code, table)
        upper = kind(parent) if parent else None
        rank = kinds.rank(code, table[code], kind(code), parent, upper)
        superior = None if code in kinds.without_superior else parent
        return State(code, table[code], kind(code), superior, rank)

    return {code: state(code) for code in table}


def _runs(code: str, states: dict[int, dict[str, State]]) -> Iterator[Version]:
    run: Version | None = None
    for year, table in states.items():
        state = table.get(code)
        if run and state == run.state:
            run = replace(run, state=state, last=year)
            continue
        if run:
            yield run
        run = Version(state, year, year) if state else None
    if run:
        yield run


def _numbered(runs: Iterator[Version]) -> Iterator[Version]:
    seen: dict[str, int] = {}
    for run in runs:
        seen[run.state.name] = seen.get(run.state.name, 0) + 1
        yield replace(run, number=seen[run.state.name])


def parent_code(code: str, table: Table) -> str | None:
    """Return the superior in the same table: prefecture by the code, else province, else the centre.

    A county whose prefecture is not in the table (`xx90`, the municipalities, cities directly under
    the province) hangs on the province.
    """
    if code == CENTRE[0]:
        return None
    if code.endswith("0000"):
        return CENTRE[0]
    prefecture, province = code[:4] + "00", code[:2] + "0000"
    if not code.endswith("00") and prefecture in table:
        return prefecture
    return province
