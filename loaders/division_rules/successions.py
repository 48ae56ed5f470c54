"""Who follows whom when units end: what corrections state, else what tables and list show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.core.errors import InputError
from loaders.division_rules.corrections import Corrections, Handover
from loaders.division_rules.followers import followers
from loaders.division_rules.inputs import Change
from loaders.division_rules.kinds import level
from loaders.division_rules.versions import Version
from loaders.division_rules.year import Year


@dataclass(frozen=True)
class Edge:
    """One unit follows another in a year."""

    old: Version
    new: Version
    year: int
    source: str
    document: str | None = None


def edges(
    versions: tuple[Version, ...], changes: tuple[Change, ...], corrections: Corrections
) -> tuple[Edge, ...]:
    """All edges by year and code; what a correction says of a unit replaces what was inferred.

    The last year comes first, so that an earlier one knows what its units became.
    """
    followed: list[Edge] = []
    reach = {v.uid: frozenset({(v.state.code, v.state.name)}) for v in versions}
    for number in sorted({v.ends for v in versions if v.ends}, reverse=True):
        stated = [row for row in corrections.successions if row.year == number]
        of_year = list(_of_year(Year.of(number, versions, changes, reach), stated))
        for edge in of_year:
            reach[edge.old.uid] |= reach[edge.new.uid]
        followed = of_year + followed
    return tuple(followed)


def _of_year(year: Year, stated: list[Handover]) -> Iterator[Edge]:
    for row in stated:
        yield from _handed_over(row, year)
    handed = {code for row in stated for code in row.old}
    for old in year.ended:
        if old.state.code not in handed:
            news, source = followers(year, old)
            for new in news:
                yield Edge(old, new, year.year, source, year.document(old, new))


def _handed_over(row: Handover, year: Year) -> Iterator[Edge]:
    for codes, table in ((row.old, year.before), (row.new, year.alive)):
        lost = [code for code in codes if code not in table]
        if lost:
            raise InputError(
                f"corrections.yaml: successions of {row.year}: no unit has {', '.join(lost)}."
            )
    for old in row.old:
        for new in row.new:
            yield Edge(year.before[old], year.alive[new], row.year, row.source)


class Kinds:
    """The kind of each edge, which depends on the other edges of both its units."""

    def __init__(self, edges: tuple[Edge, ...]) -> None:
        self._olds = Counter((edge.new.uid, edge.year) for edge in edges)
        self._news = Counter((edge.old.uid, edge.year) for edge in edges)
        self._kin = {
            (edge.old.state.code, edge.new.state.code, edge.year)
            for edge in edges
            if edge.new.begins == edge.year
        }

    def of(self, edge: Edge) -> str:
        """merge, split, upgrade, rename, transfer or recode, the first that fits."""
        old, new = edge.old.state, edge.new.state
        if self._olds[edge.new.uid, edge.year] > 1 or edge.new.begins != edge.year:
            return "merge"
        if self._news[edge.old.uid, edge.year] > 1:
            return "split"
        if old.kind != new.kind or old.rank != new.rank:
            return "upgrade"
        if old.name != new.name:
            return "rename"
        return "transfer" if self._moved(old.parent, new.parent, edge.year) else "recode"

    def _moved(self, old: str | None, new: str | None, year: int) -> bool:
        """Whether the superior is another one, and not only the old one under a new code."""
        if not old or not new or old == new or level(old) != level(new):
            return False
        return old[:2] == new[:2] and (old, new, year) not in self._kin
