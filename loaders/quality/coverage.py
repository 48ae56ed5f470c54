"""Where and when the groups are from: region, field, level and year. No sample: only what was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from loaders.divisions.read import DivisionData, read_divisions
from loaders.groups.rows import GroupData, GroupRow

ACROSS = "across provinces"
CENTRE = "the centre"
UNKNOWN = "not known"


class Coverage:
    """Reads region, level and year off each group."""

    def __init__(self, data: GroupData, divisions: DivisionData | None = None) -> None:
        table = divisions or read_divisions()
        self._levels = {unit.uid: unit.level for unit in table.units}
        self._names = {unit.code[:2]: unit.name for unit in table.units if unit.level == "Province"}
        self._units: dict[str, set[str]] = defaultdict(set)
        posts = {post.uid: post.unit for post in data.posts}
        for seat in data.seats:
            unit = seat.unit or posts.get(seat.post or "")
            if unit and unit.startswith("div:"):
                self._units[seat.group].add(unit)
        self._data = data

    def table(self, read: Callable[[GroupRow], str]) -> list[tuple[str, int]]:
        """How many groups have each value, most frequent first."""
        counts = Counter(read(group) for group in self._data.groups)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def level(self, group: GroupRow) -> str:
        """Level of the government that runs it, else of equals or the centre."""
        if group.place:
            return self._levels[group.place]
        below = {unit for unit in self._units[group.uid] if unit != CENTRE_UID}
        if len(below) >= 2 and CENTRE_UID not in self._units[group.uid]:
            return "between governments"
        return CENTRE

    def region(self, group: GroupRow) -> str:
        """The province of the group and of all governments that sit in it."""
        units = {group.place} if group.place else self._units[group.uid] - {CENTRE_UID}
        codes = {unit.split(":")[1][:2] for unit in units if unit}
        if not codes:
            return CENTRE
        return self._names.get(codes.pop(), UNKNOWN) if len(codes) == 1 else ACROSS

    def decade(self, group: GroupRow) -> str:
        """Decade from which it is known."""
        first = group.period.start_edtf
        return f"{first.removeprefix('[..')[:3]}0s" if first else UNKNOWN


CENTRE_UID = "div:100000:中华人民共和国"
