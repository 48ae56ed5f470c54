"""The picture of a government: its officials, and the groups in which they chair, vice-chair or sit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from graph.ask.lookup import find_unit
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures.contract import MOST_BOXES, Picture, PictureNode, PictureTie
from graph.pictures.government.boxes import (
    GovernmentSeats,
    government_box,
    group_of_government,
    officials,
    seat_ties,
)
from graph.pictures.government.matrix import government_matrices
from graph.pictures.government.words import caption, counts, notes
from graph.pictures.parts import Sources, read_groups, seat_place

T = TypeVar("T")
_LEADING = ("chair", "deputy_chair")
CROWDED = 120
"""Boxes from which on departments are counted on the group and no longer drawn."""


def government_picture(
    database: Database, government: str, as_of: dt.date | None = None, most: int = MOST_BOXES
) -> Picture:
    """Return a government or agency with all its groups on a day (default: today).

    Drawn are its posts and those departments that chair or vice-chair; departments that merely sit are
    counted on the group. Raises UnknownName or AmbiguousName for the government, InputError where it has
    no group on the day.
    """
    day = as_of or dt.date.today()
    unit = find_unit(database, government, day)
    sitting = _find(database, unit, day)
    nodes, ties, total = _drawn(sitting, most)
    english = unit.name_en or unit.name
    roles = _best_roles(sitting)
    fresh = _counted(sitting, roles)
    return Picture(
        title=Words(f"{english} in its groups", f"{unit.name}所在的小组"),
        caption=caption(
            Words(english, unit.name),
            day,
            fresh,
            _counted(sitting, sitting.relations),
            len(roles) - len(fresh),
        ),
        as_of=str(day),
        layout="tiers",
        facts=tuple(counts(sitting.readings)),
        notes=tuple(notes(any(map(sitting.readings.faded, sitting.readings.things)))),
        nodes=tuple(nodes),
        ties=tuple(ties),
        total=total,
        matrices=tuple(government_matrices(database, sitting)),
    )


def _counted(sitting: GovernmentSeats, groups: Mapping[str, T]) -> dict[str, T]:
    """What stands for groups that are neither stale nor undated."""
    return {uid: groups[uid] for uid in sitting.readings.counted(groups)}


def _find(database: Database, named: Row, day: dt.date) -> GovernmentSeats:
    rows = list(queries.seats_of_government(named.uid, day, database=database))
    unit = queries.things_by_uid([named.uid], database=database)[0]
    hosted = _hosted(database, named.uid, day)
    groups = {row.group for row in rows} | hosted
    if not groups:
        raise _no_groups(database, named, day)
    seats, departments = _split(rows, len(groups))
    readings = read_groups(database, groups, day)
    members = list(
        queries.authority_by_member(
            groups=sorted(groups), as_of=day, scope="all", database=database
        )
    )
    relations = {row.group: row for row in members if row.member == named.uid}
    cited = [*(row.source for row in rows), *readings.sources(), *unit.sources]
    cited += [row.source for row in relations.values()]
    return GovernmentSeats(
        unit, day, seats, departments, readings, relations, frozenset(hosted), members,
        Sources(database, cited),
    )  # fmt: skip


def _split(
    rows: Sequence[Row], groups: int
) -> tuple[Mapping[str, Sequence[Row]], Mapping[str, Sequence[Row]]]:
    """Seats that are drawn, and those of departments that are counted on their group, by group."""
    boxes = {(row.unit, row.post, row.person) for row in rows if row.own or row.role in _LEADING}
    crowded = len(boxes) + groups > CROWDED
    seats: dict[str, list[Row]] = defaultdict(list)
    departments: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        drawn = row.own or (row.role in _LEADING and not crowded)
        (seats if drawn else departments)[row.group].append(row)
    return seats, departments


def _hosted(database: Database, uid: str, day: dt.date) -> set[str]:
    rows = queries.groups_of_government([uid], as_of=day, stale=True, database=database)
    return {row.group for row in rows if row.role == "host"}


def _no_groups(database: Database, unit: Row, day: dt.date) -> InputError:
    rows = queries.groups_of_government([unit.uid], database=database)
    days = sorted({row.as_of for row in rows if row.in_force}, reverse=True)[:5]
    listed = ", ".join(map(str, days))
    known = (
        Words(f" It has some on: {listed} (--as-of).", f"下列日期有：{listed}（--as-of）。")
        if days
        else Words(
            " The graph holds no group of it. Load groups first, or ask for its superior.",
            "图谱中没有它的小组。请先载入小组，或查其上级。",
        )
    )
    return InputError(
        Words(
            f"{unit.name} ({unit.uid}) and its officials neither chair, vice-chair nor sit in a group in"
            f" force on {day}.{known.en}",
            f"在 {day} 存续的小组中，{unit.name}（{unit.uid}）及其官员既不任组长、副组长，也没有席"
            f"位。{known.zh}",
        )
    )


def _best_roles(sitting: GovernmentSeats) -> dict[str, str]:
    """Return the role of the government in each group: its best seat, host, or its departments'."""
    roles = {}
    for uid in sitting.readings.things:
        own = sorted((s.role for s in sitting.seats.get(uid, ()) if s.own), key=seat_place)
        roles[uid] = own[0] if own else "host" if uid in sitting.hosted else "departments"
    return roles


def _drawn(
    sitting: GovernmentSeats, most: int
) -> tuple[list[PictureNode], list[PictureTie], int | None]:
    """Return the boxes and ties, groups in order until the picture is full, and how many there would be."""
    nodes = {sitting.unit.uid: government_box(sitting)}
    ties: list[PictureTie] = []
    left_out = 0
    for uid in sitting.order():
        posts = list(officials(sitting, uid))
        fresh = {node.uid: node for node, _ in posts if node.uid not in nodes}
        if left_out or len(nodes) + len(fresh) + 1 > most:
            left_out += 1
            continue
        nodes |= fresh
        nodes[uid] = group_of_government(sitting, uid)
        ties += [tie for _, tie in posts if tie.start in fresh or tie.end in fresh]
        ties += seat_ties(sitting, uid)
    unique = {(tie.start, tie.end, tie.kind, tie.label): tie for tie in ties}
    return list(nodes.values()), list(unique.values()), len(nodes) + left_out if left_out else None
