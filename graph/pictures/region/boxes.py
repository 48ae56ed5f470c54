"""Boxes and ties of a region with its groups: divisions, groups, and what each chair is to its members."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import Row
from graph.core.words import Words
from graph.pictures import parts
from graph.pictures.contract import Fact, PictureNode, PictureTie
from graph.pictures.words import fact, said

MOST_GROUPS = 24
"""Groups drawn in one picture; of more those that lie in the region come first, and how many is said."""

_LIES = {
    "inside": Words("in the region", "在本区域内"),
    "beyond": Words("beyond it too", "跨区域"),
    "unknown": Words("not known: no member of it is known", "不明：成员不明"),
}


@dataclass(frozen=True)
class RegionGroups:
    """The divisions of a region on a day by uid, its groups, and the members of each."""

    root: Row
    day: dt.date
    units: Mapping[str, Row]
    groups: Sequence[str]
    lies: Mapping[str, str]
    members: Mapping[str, Sequence[Row]]
    readings: parts.Readings
    sources: parts.Sources

    def drawn_groups(self) -> list[str]:
        """Groups that count first, of them those that lie in the region, the largest first, then by name."""

        def key(uid: str) -> tuple[bool, bool, int, str]:
            beyond, faded = self.lies[uid] != "inside", self.readings.faded(uid)
            return faded, beyond, -len(self.at(uid)), self.readings.name(uid)

        return sorted(self.groups, key=key)[:MOST_GROUPS]

    def at(self, group: str) -> list[Row]:
        """Return the members of a group that are divisions of the region."""
        return [row for row in self.members.get(group, ()) if row.member in self.units]


def division_boxes(area: RegionGroups, drawn: Sequence[str]) -> Iterator[PictureNode]:
    """Divisions (区划) with their groups, and how many divisions right below each are not drawn."""
    kept = set(drawn)
    hidden = Counter(row.parent for uid, row in area.units.items() if uid not in kept)
    groups: dict[str, list[str]] = defaultdict(list)
    for group in area.groups:
        for uid in dict.fromkeys(row.member for row in area.members.get(group, ())):
            groups[uid].append(group)
    return (_division(area, uid, groups[uid], hidden[uid]) for uid in drawn)


def _division(area: RegionGroups, uid: str, groups: Sequence[str], hidden: int) -> PictureNode:
    row = area.units[uid]
    facts = [*parts.unit_facts(row)]
    if hidden:
        facts.append(fact("Divisions below, not drawn", "下辖区划（未画出）", said(hidden)))
    names = parts.listed(area.readings.name(group) for group in groups)
    facts.append(fact(f"Groups: {len(groups)}", f"小组：{len(groups)} 个", names))
    role = "focus" if uid == area.root.uid else "member" if groups else "subordinate"
    return parts.unit_box(row, role, facts, area.sources.refs(row.source))


def group_of_region(area: RegionGroups, uid: str) -> PictureNode:
    """Return a group with its members here, elsewhere, and the agencies that are not drawn."""
    here, all_of = area.at(uid), area.members.get(uid, ())
    agencies = [row.member_name for row in all_of if row.code is None]
    outside = [r.member_name for r in all_of if r.code is not None and r.member not in area.units]
    facts = [
        fact("Lies", "所在", _LIES[area.lies[uid]]),
        fact("Members here", "区域内成员", parts.listed(row.member_name for row in here)),
        _numbered("Members elsewhere: {}", "区域外成员 {} 个", outside),
        _numbered("Agencies, not drawn: {}", "部门（未画出）{} 个", agencies),
    ]  # fmt: skip
    sources = area.sources.refs(*area.readings.things[uid].sources)
    return parts.group_box(area.readings, uid, facts, sources)


def _numbered(en: str, zh: str, names: Sequence[str]) -> Fact:
    return fact(en.format(len(names)), zh.format(len(names)), parts.listed(names))


def command_ties(area: RegionGroups, drawn: Sequence[str]) -> Iterator[PictureTie]:
    """From each division to those drawn right below it."""
    kept = set(drawn)
    for uid in drawn:
        row = area.units[uid]
        if row.parent in kept:
            yield parts.command_tie(row, row.parent, uid, area.sources)


def group_ties(area: RegionGroups, group: str, drawn: Sequence[str]) -> Iterator[PictureTie]:
    """From the group, in its chair's place, to each member drawn; to the region where it has none here."""
    rows = [row for row in area.at(group) if row.member in drawn]
    for row in rows:
        label = parts.relation_label(row.relation, row.gap)
        yield PictureTie(
            group, row.member, "AUTHORITY", row.relation, row.gap, label,
            tuple(_tie_facts(row)), area.sources.refs(row.source),
        )  # fmt: skip
    if not rows:
        yield _loose_tie(area, group, drawn)


def _loose_tie(area: RegionGroups, group: str, drawn: Sequence[str]) -> PictureTie:
    """A group without a member among the divisions hangs on the government that runs it or the region."""
    thing, rows = area.readings.things[group], area.members.get(group, ())
    start, kind, label = area.root.uid, "DEPARTMENTS", Words("only agencies sit", "仅部门任成员")
    if thing.place in drawn:
        start, kind, label = thing.place, "RUNS", Words("runs the group", "设立并管理")
    return PictureTie(
        start, group, kind, label=label,
        facts=(fact("Agencies", "部门", parts.listed(row.member_name for row in rows)),),
        sources=area.sources.refs(*(row.source for row in rows), *thing.sources),
    )  # fmt: skip


def _tie_facts(row: Row) -> Iterator[Fact]:
    who = " ".join(filter(None, (row.chair_name, row.chair)))
    yield fact("Chair", "组长", said(who or None))
    yield fact("Rank in the group", "组内级别", said(row.rank))
    yield fact("Confidence", "可信度", said(row.confidence))
