"""Dates of the versions: the day where a correction knows it, else the year between two tables.

A start in the first table is `by` its day. An end without a successor in its year is `by` the last
day of that year, or by the first day on which its superior may have ended: the next table does not
list the unit, and nothing says more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.core.dates import start_bound
from loaders.divisions.kinds import LEVEL_ORDER, SUB_PROVINCIAL, level
from tools.divisions.corrections import Corrections
from tools.divisions.successions import Edge
from tools.divisions.tables import FIRST_YEAR
from tools.divisions.versions import Version

OPEN = ".."


@dataclass(frozen=True)
class Dated:
    """EDTF texts of one version and the sources that know its days (None: the tables)."""

    start: str
    end: str
    start_source: str | None
    end_source: str | None


class Days:
    """Dates of all versions; starts are given from the centre down, ends after the starts."""

    def __init__(
        self, versions: tuple[Version, ...], edges: tuple[Edge, ...], corrections: Corrections
    ) -> None:
        self._by_code: dict[str, list[Version]] = defaultdict(list)
        for version in versions:
            self._by_code[version.state.code].append(version)
        self._new: dict[str, list[Version]] = defaultdict(list)
        for edge in edges:
            if edge.new.begins == edge.year:
                self._new[edge.old.uid].append(edge.new)
        self._starts = _known(corrections, starts=True)
        self._ends = _known(corrections, starts=False)
        self._status = corrections.sub_provincial
        self._dated: dict[str, Dated] = {}
        downward = sorted(versions, key=lambda v: LEVEL_ORDER.index(level(v.state.code)))
        start = {v.uid: "" for v in versions}
        for version in downward:
            start[version.uid] = self._start(version, start)
        end: dict[str, str] = {}
        for version in downward:
            end[version.uid] = self._end(version, start, end)
        self._dated = {
            v.uid: Dated(start[v.uid], end[v.uid], self._start_source(v), self._end_source(v))
            for v in versions
        }

    def of(self, version: Version) -> Dated:
        """Dates of one version."""
        return self._dated[version.uid]

    def _start(self, version: Version, start: dict[str, str]) -> str:
        known = self._starts.get((version.state.code, version.first))
        if known:
            return known[0]
        if version.begins is None:
            return f"[..{FIRST_YEAR}-12-31]"
        if self._raised(version):
            return self._status.on
        superior = self._superior(version, version.first)
        if superior and superior.first == version.first and self._starts_with(version, superior):
            return start[superior.uid]
        return str(version.first)

    def _starts_with(self, version: Version, superior: Version) -> bool:
        """Tell whether it cannot have started before this version of its superior.

        So it is where the superior is new as a whole, and where only its rank changed, with the
        superior's status.
        """
        year = version.first
        if self._alive(superior.state.code, year - 1) is None:
            return True
        before = self._alive(version.state.code, year - 1)
        return before is not None and (
            (before.state.name, before.state.kind, before.state.parent)
            == (version.state.name, version.state.kind, version.state.parent)
        )

    def _end(self, version: Version, start: dict[str, str], end: dict[str, str]) -> str:
        if version.ends is None:
            return OPEN
        known = self._ends.get((version.state.code, version.ends))
        if known:
            return known[0]
        after = [v for v in self._by_code[version.state.code] if v.first == version.ends]
        followers = [start[new.uid] for new in after + self._new[version.uid]]
        if followers:
            return min(followers)
        superior = self._superior(version, version.last)
        if superior and self._alive(superior.state.code, version.ends) is None:
            return _by(end[superior.uid])
        return f"[..{version.ends}-12-31]"

    def _superior(self, version: Version, year: int) -> Version | None:
        parent = version.state.parent
        return self._alive(parent, year) if parent else None

    def _alive(self, code: str, year: int) -> Version | None:
        return next((v for v in self._by_code[code] if v.first <= year <= v.last), None)

    def _raised(self, version: Version) -> bool:
        """Tell whether it starts with the sub-provincial status of its city."""
        year = int(self._status.on[:4])
        return version.state.kind == SUB_PROVINCIAL and version.first == year

    def _start_source(self, version: Version) -> str | None:
        known = self._starts.get((version.state.code, version.first))
        if known:
            return known[1]
        return self._status.source if self._raised(version) else None

    def _end_source(self, version: Version) -> str | None:
        known = self._ends.get((version.state.code, version.ends)) if version.ends else None
        return known[1] if known else None


def _by(end: str) -> str:
    """Return the end of a superior, as the latest end of what lay below it."""
    return end if end.startswith("[") else f"[..{start_bound(end).day}]"


def _known(corrections: Corrections, *, starts: bool) -> dict[tuple[str, int], tuple[str, str]]:
    """(code, year) to (EDTF, source) for the starts or the ends that a correction dates."""
    return {
        (code, max(day.year, FIRST_YEAR)): (day.on, day.source)
        for day in corrections.days
        for code in (day.starts if starts else day.ends)
    }
