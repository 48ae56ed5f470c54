"""The picture of a region with its groups: divisions by rank, groups at the rank of their chairs."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.errors import InputError
from graph.lookup import find_unit
from graph.pictures.contract import Fact, Picture, PictureNode, PictureTie, Words
from graph.pictures.parts import (
    MOST_BOXES,
    Readings,
    Sources,
    group_box,
    listed,
    read_groups,
    relation_label,
    unit_facts,
    unit_kind,
)
from graph.pictures.words import fact, said

MOST_GROUPS = 24
"""Groups drawn in one picture; of more those that lie in the region come first, and how many is said."""

_LIES = {
    "inside": Words("in the region", "在本区域内"),
    "beyond": Words("beyond it too", "跨区域"),
    "unknown": Words("not known: no member of it is known", "不明：成员不明"),
}


@dataclass(frozen=True)
class _Found:
    """The divisions of a region on a day by uid, its groups, and the members of each."""

    root: Row
    day: dt.date
    units: Mapping[str, Row]
    groups: Sequence[str]
    lies: Mapping[str, str]
    members: Mapping[str, Sequence[Row]]
    readings: Readings
    sources: Sources

    def drawn_groups(self) -> list[str]:
        """Groups that lie in the region first, the largest first, then by name."""

        def key(uid: str) -> tuple[bool, int, str]:
            return self.lies[uid] != "inside", -len(self.at(uid)), self.readings.name(uid)

        return sorted(self.groups, key=key)[:MOST_GROUPS]

    def at(self, group: str) -> list[Row]:
        """The members of a group that are divisions of the region."""
        return [row for row in self.members.get(group, ()) if row.member in self.units]


def region_groups_picture(
    database: Database, region: str, as_of: dt.date | None = None, most: int = MOST_BOXES
) -> Picture:
    """A region's divisions with the groups in force of which they are members, on a day (default: today).

    Drawn are the region, the divisions right below it, every member and what lies between; other
    divisions are counted. Which groups lie in the region is told by docs/regions.md. Raises UnknownName or
    AmbiguousName for the region, InputError where it has no group on the day.
    """
    day = as_of or dt.date.today()
    found = _find(database, find_unit(database, region, day), day)
    groups = found.drawn_groups()
    uids = _drawn_units(found, groups, most - len(groups))
    root = found.root
    name = Words(root.name_en or root.name, root.name)
    nodes = (*(_unit(found, uid, uids) for uid in uids), *(_group(found, uid) for uid in groups))
    total = len(found.units) + len(found.groups)
    return Picture(
        title=Words(f"{name.en} and its groups", f"{name.zh}及其小组"),
        caption=_caption(found, name),
        as_of=str(day),
        layout="tiers",
        facts=tuple(_facts(found)),
        notes=tuple(_notes(found, groups)),
        nodes=nodes,
        ties=(*_command(found, uids), *(t for g in groups for t in _ties(found, g, uids))),
        total=total if total > len(nodes) else None,
    )


def _find(database: Database, unit: Row, day: dt.date) -> _Found:
    rows = list(queries.region_hierarchy(unit.uid, day, database=database))
    units = {row.uid: row for row in rows}
    if unit.uid not in units:
        raise InputError(
            f"{unit.name} is no division. A region is a division; an agency and its groups are drawn by:"
            f" lsgraph view government {unit.name}"
        )
    in_force = queries.groups_in_force(as_of=day, region=unit.uid, database=database)
    groups = [row.uid for row in in_force]
    if not groups:
        raise _no_groups(unit, day)
    readings = read_groups(database, groups, day)
    members: dict[str, list[Row]] = defaultdict(list)
    rows_of = queries.authority_by_member(groups=groups, as_of=day, scope="all", database=database)
    for row in rows_of:
        members[row.group].append(row)
    cited = [*(row.source for row in rows), *readings.sources(), *(row.source for row in rows_of)]
    return _Found(
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
    """Where each group lies: inside, beyond or unknown; by the rule for provinces."""
    if unit.level == "Province":
        rows = queries.groups_by_region(groups=list(groups), as_of=day, database=database)
        return {row.group: _stratum(row, unit.uid) for row in rows}
    governments = {g: [m for m in members.get(g, ()) if m.code is not None] for g in groups}
    return {
        g: "unknown" if not ms else "inside" if all(m.member in units for m in ms) else "beyond"
        for g, ms in governments.items()
    }


def _stratum(row: Row, region: str) -> str:
    if row.stratum == "unknown":
        return "unknown"
    return "inside" if row.region == region else "beyond"


def _no_groups(unit: Row, day: dt.date) -> InputError:
    return InputError(
        f"No group in force on {day} has a member in {unit.name} ({unit.uid}). Ask for another day or a"
        " larger region, load more groups, or leave out --groups for the hierarchy alone."
    )


def _drawn_units(found: _Found, groups: Sequence[str], room: int) -> list[str]:
    """Root, children, members and what lies between, in the order of the hierarchy while there is room."""
    wanted = {found.root.uid}
    wanted |= {uid for uid, row in found.units.items() if row.parent == found.root.uid}
    for group in groups:
        ends = [row.member for row in found.at(group)] or [found.readings.things[group].place]
        for uid in ends:
            wanted |= set(_line(found, uid))
    return [uid for uid in found.units if uid in wanted][: max(1, room)]


def _line(found: _Found, uid: str | None) -> Iterator[str]:
    at = uid
    while at is not None and at in found.units:
        yield at
        at = found.units[at].parent


def _unit(found: _Found, uid: str, drawn: Sequence[str]) -> PictureNode:
    row = found.units[uid]
    below = [u for u, other in found.units.items() if other.parent == uid]
    hidden = len(set(below) - set(drawn))
    facts = [*unit_facts(row)]
    if hidden:
        facts.append(fact("Divisions below, not drawn", "下辖区划（未画出）", said(hidden)))
    mine = [g for g in found.groups if any(m.member == uid for m in found.members.get(g, ()))]
    names = listed(found.readings.name(g) for g in mine)
    facts.append(fact(f"Groups: {len(mine)}", f"小组：{len(mine)} 个", names))
    member = "focus" if uid == found.root.uid else "member" if mine else "subordinate"
    return PictureNode(
        uid, row.name, row.name_en or row.name, unit_kind(row.level), member, row.rank, False, False,
        tuple(facts), found.sources.refs(row.source),
    )  # fmt: skip


def _group(found: _Found, uid: str) -> PictureNode:
    here, all_of = found.at(uid), found.members.get(uid, ())
    agencies = [row.member_name for row in all_of if row.code is None]
    outside = [r.member_name for r in all_of if r.code is not None and r.member not in found.units]
    facts = [
        fact("Lies", "所在", _LIES[found.lies[uid]]),
        fact("Members here", "区域内成员", listed(row.member_name for row in here)),
        fact(f"Members elsewhere: {len(outside)}", f"区域外成员 {len(outside)} 个", listed(outside)),
        fact(f"Agencies, not drawn: {len(agencies)}", f"部门（未画出）{len(agencies)} 个", listed(agencies)),
    ]  # fmt: skip
    sources = found.sources.refs(*found.readings.things[uid].sources)
    return group_box(found.readings, uid, facts, sources)


def _command(found: _Found, drawn: Sequence[str]) -> Iterator[PictureTie]:
    kept = set(drawn)
    for uid in drawn:
        row = found.units[uid]
        if row.parent in kept:
            label = Words("acting", "代管") if row.mode == "acting" else Words("", "")
            refs = found.sources.refs(row.source)
            yield PictureTie(row.parent, uid, "COMMAND", None, None, label, (), refs)


def _ties(found: _Found, group: str, drawn: Sequence[str]) -> Iterator[PictureTie]:
    """From the group, in its chair's place, to each member drawn; to the region where it has none here."""
    rows = [row for row in found.at(group) if row.member in drawn]
    for row in rows:
        label = relation_label(row.relation, row.gap)
        yield PictureTie(
            group, row.member, "AUTHORITY", row.relation, row.gap, label,
            tuple(_tie_facts(row)), found.sources.refs(row.source),
        )  # fmt: skip
    if not rows:
        yield _loose_tie(found, group, drawn)


def _loose_tie(found: _Found, group: str, drawn: Sequence[str]) -> PictureTie:
    """A group without a member among the divisions hangs on the government that runs it or the region."""
    place = found.readings.things[group].place
    agencies = listed(row.member_name for row in found.members.get(group, ()))
    runs = place in drawn
    label = (
        Words("runs the group", "设立并管理")
        if runs
        else Words("only agencies sit", "仅部门任成员")
    )
    cited = [row.source for row in found.members.get(group, ())]
    return PictureTie(
        place if runs else found.root.uid, group, "RUNS" if runs else "DEPARTMENTS", None, None, label,
        (fact("Agencies", "部门", agencies),),
        found.sources.refs(*cited, *found.readings.things[group].sources),
    )  # fmt: skip


def _tie_facts(row: Row) -> Iterator[Fact]:
    who = " ".join(filter(None, (row.chair_name, row.chair)))
    yield fact("Chair", "组长", said(who or None))
    yield fact("Rank in the group", "组内级别", said(row.rank))
    yield fact("Confidence", "可信度", said(row.confidence))


def _caption(found: _Found, name: Words) -> Words:
    n, lies = len(found.groups), Counter(found.lies.values())
    divisions = {row.member for g in found.groups for row in found.at(g)}
    unknown_en = f", {lies['unknown']} of unknown membership" if lies["unknown"] else ""
    unknown_zh = f"，成员不明 {lies['unknown']} 个" if lies["unknown"] else ""
    return Words(
        f"{name.en} has a part in {n} {'group' if n == 1 else 'groups'} in force on {found.day}:"
        f" {lies['inside']} within it, {lies['beyond']} reaching beyond{unknown_en};"
        f" {len(divisions)} of its {len(found.units)} divisions are members.",
        f"{found.day}，与{name.zh}有关的存续小组 {n} 个："
        f"区域内 {lies['inside']} 个，跨区域 {lies['beyond']} 个"
        f"{unknown_zh}；{len(found.units)} 个区划中 {len(divisions)} 个为成员。",
    )


def _facts(found: _Found) -> Iterator[Fact]:
    yield fact("Divisions", "区划", said(len(found.units)))
    yield fact("Groups", "小组", said(len(found.groups)))
    yield from found.readings.counts()


def _notes(found: _Found, groups: Sequence[str]) -> Iterator[Words]:
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
    if left := len(found.groups) - len(groups):
        yield Words(f"{left} more groups are not drawn.", f"另有 {left} 个小组未画出。")
