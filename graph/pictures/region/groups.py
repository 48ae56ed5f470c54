"""The picture of a region with its groups: divisions by rank, groups at the rank of their chairs."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.ask.lookup import find_unit
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures.contract import MOST_BOXES, Fact, Matrix, Picture
from graph.pictures.lines import group_lines, members_matrix, persons_matrix, sitting
from graph.pictures.parts import Sources, read_groups
from graph.pictures.region import boxes
from graph.pictures.words import FADED, counted, fact, said


def region_groups_picture(
    database: Database, region: str, as_of: dt.date | None = None, most: int = MOST_BOXES
) -> Picture:
    """A region's divisions with the groups in force of which they are members, on a day (default: today).

    Drawn are the region, the divisions right below it, every member and what lies between; other
    divisions are counted. docs/regions.md defines which groups lie in the region. Raises UnknownName or
    AmbiguousName for the region, InputError where it has no group on the day.
    """
    day = as_of or dt.date.today()
    area = _find(database, find_unit(database, region, day), day)
    groups = area.drawn_groups()
    uids = _drawn_units(area, groups, most - len(groups))
    root = area.root
    name = Words(root.name_en or root.name, root.name)
    nodes = (
        *boxes.division_boxes(area, uids),
        *(boxes.group_of_region(area, uid) for uid in groups),
    )
    total = len(area.units) + len(area.groups)
    return Picture(
        title=Words(f"{name.en} and its groups", f"{name.zh}及其小组"),
        caption=_caption(area, name),
        as_of=str(day),
        layout="tiers",
        facts=tuple(_facts(area)),
        notes=tuple(_notes(area, groups)),
        nodes=nodes,
        ties=(
            *boxes.command_ties(area, uids),
            *(t for g in groups for t in boxes.group_ties(area, g, uids)),
        ),
        total=total if total > len(nodes) else None,
        matrices=tuple(_matrices(database, area)),
    )


def _matrices(database: Database, area: boxes.RegionGroups) -> Iterator[Matrix]:
    """All groups × members, those of the region always shown; and × persons in several of them."""
    rows = [row for rows in area.members.values() for row in rows]
    found = sitting(database, area.readings, rows, area.day)
    drawn = (boxes.group_of_region(area, uid) for uid in area.groups)
    lines, home = group_lines(area.readings, drawn), str(area.root.uid)
    yield members_matrix(found, lines, home, area.units)
    if persons := persons_matrix(found, lines, home):
        yield persons


def _find(database: Database, unit: Row, day: dt.date) -> boxes.RegionGroups:
    rows = list(queries.region_hierarchy(unit.uid, day, database=database))
    units = {row.uid: row for row in rows}
    if unit.uid not in units:
        raise InputError(
            Words(
                f"{unit.name} is not a division. Only a division is a region. To draw an agency"
                " and its groups:"
                f" lsgraph view government {unit.name}",
                f"{unit.name} 不是区划；只有区划才是地区。要画机构及其小组：lsgraph view government "
                f"{unit.name}",
            )
        )
    in_force = queries.groups_in_force(as_of=day, region=unit.uid, stale=True, database=database)
    groups = [row.uid for row in in_force]
    if not groups:
        raise _no_groups(unit, day)
    readings = read_groups(database, groups, day)
    members: dict[str, list[Row]] = defaultdict(list)
    rows_of = queries.authority_by_member(groups=groups, as_of=day, scope="all", database=database)
    for row in rows_of:
        members[row.group].append(row)
    cited = [*(row.source for row in rows), *readings.sources(), *(row.source for row in rows_of)]
    return boxes.RegionGroups(
        units[unit.uid], day, units, groups, _lies(database, unit, groups, members, units, day),
        members, readings, Sources(database, cited),
    )  # fmt: skip


def _lies(
    database: Database,
    unit: Row,
    groups: Sequence[str],
    members: Mapping[str, Sequence[Row]],
    units: Mapping[str, Row],
    day: dt.date,
) -> dict[str, str]:
    """Find where each group lies: inside, beyond or unknown; by the rule for provinces."""
    if unit.level == "Province":
        rows = queries.groups_by_region(groups=list(groups), as_of=day, database=database)
        return {row.group: _stratum(row, unit.uid) for row in rows}
    found = {g: {m.member for m in members.get(g, ()) if m.code is not None} for g in groups}
    return {
        g: "unknown" if not ms else "inside" if ms <= units.keys() else "beyond"
        for g, ms in found.items()
    }


def _stratum(row: Row, region: str) -> str:
    if row.stratum == "unknown":
        return "unknown"
    return "inside" if row.region == region else "beyond"


def _no_groups(unit: Row, day: dt.date) -> InputError:
    return InputError(
        Words(
            f"No group in force on {day} has a member in {unit.name} ({unit.uid}). Ask for another day or a"
            " larger region, load more groups, or leave out --groups for the hierarchy alone.",
            f"{day} 存续的小组中，没有成员在 {unit.name}（{unit.uid}）。请换一日或换较大的地区，或"
            "载入更多小组，或去掉 --groups 只画层级。",
        )
    )


def _drawn_units(area: boxes.RegionGroups, groups: Sequence[str], room: int) -> list[str]:
    """Root, children, members and what lies between, in the order of the hierarchy while there is room."""
    wanted = {area.root.uid}
    wanted |= {uid for uid, row in area.units.items() if row.parent == area.root.uid}
    for group in groups:
        ends = [row.member for row in area.at(group)] or [area.readings.things[group].place]
        for uid in ends:
            wanted |= set(_line(area, uid))
    return [uid for uid in area.units if uid in wanted][: max(1, room)]


def _line(area: boxes.RegionGroups, uid: str | None) -> Iterator[str]:
    at = uid
    while at is not None and at in area.units:
        yield at
        at = area.units[at].parent


def _caption(area: boxes.RegionGroups, name: Words) -> Words:
    groups = area.readings.counted(area.groups)
    n, lies = len(groups), Counter(area.lies[uid] for uid in groups)
    divisions = {row.member for uid in groups for row in area.at(uid)}
    unknown_en = f", {lies['unknown']} of unknown membership" if lies["unknown"] else ""
    unknown_zh = f"，成员不明 {lies['unknown']} 个" if lies["unknown"] else ""
    return Words(
        f"{name.en} has a part in {counted(n, 'group')} in force on {area.day}:"
        f" {lies['inside']} within it, {lies['beyond']} reaching beyond{unknown_en};"
        f" {len(divisions)} of its {len(area.units)} divisions are members.",
        f"{area.day}，与{name.zh}有关的存续小组 {n} 个："
        f"区域内 {lies['inside']} 个，跨区域 {lies['beyond']} 个"
        f"{unknown_zh}；{len(area.units)} 个区划中 {len(divisions)} 个为成员。",
    )


def _facts(area: boxes.RegionGroups) -> Iterator[Fact]:
    yield fact("Divisions", "区划", said(len(area.units)))
    yield fact("Groups", "小组", said(len(area.readings.counted(area.groups))))
    yield from area.readings.counts()


def _notes(area: boxes.RegionGroups, groups: Sequence[str]) -> Iterator[Words]:
    yield Words(
        "A group stands on the tier of its chair's rank; its lines go to its members, each with what the"
        " chair is to the member and the gap of rank.",
        "小组置于其组长级别所在的一层；连线指向其成员，注明组长与该成员的关系及级差。",
    )
    yield Words(
        "Lower divisions that are members of no group, and members that are agencies, are counted in the"
        " details.",
        "未参加任何小组的下级区划与部门成员，见详情中的计数。",
    )
    if any(area.readings.faded(uid) for uid in groups):
        yield FADED
    if left := len(area.groups) - len(groups):
        yield Words(
            f"{left} more groups are not drawn; the matrix holds them.",
            f"另有 {left} 个小组未画出，见矩阵。",
        )
