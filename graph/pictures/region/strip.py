"""The strip of a region: each of its groups with the rank of its chair against those of its members."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.ask.lookup import find_unit
from graph.ask.question import choose
from graph.ask.reasons import type_in_words
from graph.ask.suppose import suppose_chair
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.terms import COUNTED
from graph.core.words import Words
from graph.pictures.region.ranked import RankedGroup, caption
from graph.regions.groups import Selection, read_groups
from graph.regions.named.definitions import is_named
from graph.regions.places import Region, asked_of, find_region
from graph.regions.profile import of_region

EVERY = ("all", "全部")
"""What stands for all groups of the graph in the place of a region."""
PARTS = ("field", "level")
"""What the groups of a strip are put together by."""


@dataclass(frozen=True)
class Strip:
    """The groups of a region on a day, part by part, the largest part first; in each the widest gap first."""

    title: Words
    caption: Words
    as_of: str
    by: str
    parts: tuple[tuple[str | None, tuple[RankedGroup, ...]], ...]

    @property
    def types(self) -> Counter[str]:
        """How many groups are of each type; stale and undated ones stand in no count."""
        return Counter(group.type for group in self.groups if not group.faded)

    @property
    def groups(self) -> list[RankedGroup]:
        """All groups in their order."""
        return [group for _, groups in self.parts for group in groups]


def region_strip(
    database: Database, region: str, as_of: dt.date | None = None, by: str = "field",
    supposed: str | None = None,
) -> Strip:  # fmt: skip
    """The strip of a division or a named region on a day (default: today), by field or level.

    Of a division all groups in force are read that it has a part in, stale ones too; of a named region those
    inside it; of "all" (全部) every group in force. `supposed` is a title put into the chair of each group
    whose chair is not known.
    Raises UnknownName or AmbiguousName for the region, InputError where it has no group, for another `by`,
    and for a title that fits no group.
    """
    choose(Words("grouping", "归并方式"), by, PARTS)
    day = as_of or dt.date.today()
    name, uids = _groups(database, region, day)
    rows = {
        row.group: row for row in queries.ranks_of_groups(groups=uids, as_of=day, database=database)
    }
    if supposed:
        rows |= _supposed(database, supposed, day, [r for r in rows.values() if not _led(r)])
    groups = [_group(row, by) for row in rows.values()]
    return Strip(
        Words(f"How the groups of {name.en} are led", f"{name.zh}各小组的领导级别"),
        caption(groups), str(day), by, _parts(groups),
    )  # fmt: skip


def _groups(database: Database, region: str, day: dt.date) -> tuple[Words, list[str]]:
    if region in EVERY:
        return Words("the whole graph", "全部"), _in_force(database, day)
    if is_named(region):
        area = find_region(database, region, day)
        return Words.same(area.label), _inside(database, area, day)
    unit = find_unit(database, region, day)
    found = _in_force(database, day, unit.uid)
    if not unit.level or not found:
        raise InputError(
            Words(
                f"No group in force on {day} has a member in {unit.name} ({unit.uid}). Ask for"
                " another day or a"
                " larger region, or load more groups.",
                f"{day} 存续的小组中，没有成员在 {unit.name}（{unit.uid}）。请换一日或换较大的地区，或"
                "载入更多小组。",
            )
        )
    return Words(unit.name_en or unit.name, unit.name), found


def _in_force(database: Database, day: dt.date, region: str | None = None) -> list[str]:
    """Groups in force of a division, or all, stale ones too."""
    rows = queries.groups_in_force(as_of=day, region=region, stale=True, database=database)
    return [row.uid for row in rows]


def _inside(database: Database, area: Region, day: dt.date) -> list[str]:
    read = read_groups(database, day, Selection(), within=asked_of([area]))
    return [group.group for group in of_region(area, read)]


def _supposed(database: Database, title: str, day: dt.date, rows: Sequence[Row]) -> dict[str, Row]:
    """Read the groups anew with the chair supposed; those where the title has no meaning stay as they are."""
    failed: InputError | None = None
    made: dict[str, Row] = {}
    for row in rows:
        try:
            chair = suppose_chair(database, title, day, row.group)
        except InputError as error:
            failed = error
            continue
        for one in queries.ranks_of_groups(
            groups=[row.group], as_of=day, suppose_chair=chair, database=database
        ):
            made[row.group] = one
    if failed and not made:
        raise failed
    return made


def _led(row: Row) -> bool:
    return row.leadership != "unknown" and (row.chair_rank is not None or row.chair is not None)


def _group(row: Row, by: str) -> RankedGroup:
    return RankedGroup(
        row.group, Words(row.name_en or row.name, row.name), row[by], row.type,
        row.type_certainty, type_in_words(row),
        " ".join(filter(None, (row.chair_name, row.chair))), row.chair_rank, _led(row), row.supposed,
        row.lowest, row.highest, row.n_unranked, row.gap_min, row.gap_min_at_most, row.defined,
        row.status not in COUNTED,
    )  # fmt: skip


def _parts(
    groups: Iterable[RankedGroup],
) -> tuple[tuple[str | None, tuple[RankedGroup, ...]], ...]:
    parts: dict[str | None, list[RankedGroup]] = defaultdict(list)
    for group in groups:
        parts[group.part].append(group)
    ordered = sorted(parts.items(), key=lambda item: (-len(item[1]), item[0] or "~"))
    return tuple((name, tuple(sorted(own, key=_place))) for name, own in ordered)


def _place(group: RankedGroup) -> tuple[int, int, int, str]:
    """The widest gap first; then those without one by nature, by the rank of the chair; unknown last."""
    gap, at_most, rank = group.gap, group.at_most, group.chair_rank or 0
    kind = 0 if gap is not None else 1 if at_most is not None else 3 if group.defined else 2
    return kind, -(gap if gap is not None else at_most or 0), -rank, group.name.zh
