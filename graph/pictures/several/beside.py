"""Two pictures to be read beside each other: two groups, two regions, or one of either on two days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.authority import Question, authority
from graph.ask.lookup import find_group, find_unit, named, suggested
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.core.words import Words
from graph.pictures.contract import Picture
from graph.pictures.group.picture import group_picture
from graph.pictures.region.picture import region_picture
from graph.pictures.several.changes import difference
from graph.pictures.several.moment import Difference

GROUP, REGION = "group", "region"
_KINDS = {GROUP: "小组", REGION: "地区"}


@dataclass(frozen=True)
class Sides:
    """Two pictures of one kind; `same` where both show one thing, on two days or two suppositions.

    `difference` is then what differs on the second side, else empty.
    """

    kind: str
    left: Picture
    right: Picture
    same: bool
    difference: Difference


def sides(
    database: Database,
    names: Sequence[str],
    days: Sequence[dt.date | None] = (),
    question: Question | None = None,
) -> Sides:
    """Return the pictures of two names, or of one name on two days.

    `days` are none, one for both, or one for each; `question` holds basis, scope and what is
    supposed (groups only). Raises InputError for other counts, for a group beside a region, for the same
    picture twice and for regions that overlap; UnknownName and AmbiguousName for a name.
    """
    asked = _pairs(names, days)
    kinds = [_kind(database, name, day) for name, day in asked]
    if kinds[0] != kinds[1]:
        (one, _), (other, _) = asked
        zh = [_KINDS[kind] for kind in kinds]
        raise InputError(
            Words(
                f"{one} is a {kinds[0]} and {other} a {kinds[1]}: only two pictures of one kind share one"
                " scale. Name two groups or two regions.",
                f"{one} 是{zh[0]}，{other} 是{zh[1]}：只有同类的两幅图才能用同一标尺。请写两个小组"
                "或两个地区。",
            )
        )
    left, right = (_picture(database, kinds[0], one, question or Question()) for one in asked)
    _check(left, right, kinds[0])
    if left.title != right.title:
        return Sides(kinds[0], left, right, False, Difference())
    ended = _ended(database, names[0], left.as_of, right.as_of) if kinds[0] == GROUP else ()
    return Sides(kinds[0], left, right, True, difference(left, right, ended))


def _ended(database: Database, group: str, since: str, until: str) -> list[str]:
    """Units of a group that ceased to exist after the one day and up to the other."""
    uid = find_group(database, group).uid
    rows = queries.gap_breakpoints(uid, database=database)
    return [unit for row in rows if since < str(row.day) <= until for unit in row.ended]


def _pairs(
    names: Sequence[str], days: Sequence[dt.date | None]
) -> list[tuple[str, dt.date | None]]:
    if len(names) not in (1, 2) or len(days) > 2 or (len(names) == 1 and len(days) < 2):
        raise InputError(
            Words(
                "Two pictures stand side by side. Name two groups or two regions, or one with two days:"
                " lsgraph view beside 济南市 --as-of 2018-12-25 --as-of 2018-12-26.",
                "左右并列须有两幅图。请写两个小组或两个地区，或写一个而给两日：lsgraph view beside 济"
                "南市 --as-of 2018-12-25 --as-of 2018-12-26。",
            )
        )
    both = list(days) * 2 if len(days) == 1 else list(days) or [None, None]
    return list(zip(list(names) * (3 - len(names)), both, strict=True))


def _kind(database: Database, name: str, day: dt.date | None) -> str:
    """Return a group by its whole name or uid, else a region, else a group by a part of its name."""
    groups = list(queries.group_names(database=database))
    if any(name in (g.uid, g.uid.removeprefix("group:"), g.name, g.name_en) for g in groups):
        return GROUP
    try:
        find_unit(database, name, day or dt.date.today())
    except AmbiguousName:
        return REGION
    except InputError as error:
        if named(groups, name):
            return GROUP
        places = error.suggestions if isinstance(error, UnknownName) else ()
        also = suggested(groups, name)
        raise UnknownName(
            Words("group or region", "小组或地区"), name, [*places[:3], *also[:3]]
        ) from None
    return REGION


def _picture(
    database: Database, kind: str, asked: tuple[str, dt.date | None], question: Question
) -> Picture:
    name, day = asked
    if kind == REGION:
        return region_picture(database, name, day)
    return group_picture(database, authority(database, name, replace(question, as_of=day)))


def _check(left: Picture, right: Picture, kind: str) -> None:
    if left.title == right.title and left.as_of == right.as_of:
        undated = Words(
            "on either day, for no source dates it", "在两日都是，因为没有资料载明其日期"
        )
        why = Words(f"on {left.as_of}", f"于 {left.as_of}") if left.as_of else undated
        raise InputError(
            Words(
                f"Both sides are {left.title.zh} {why.en}. Give another name or day.",
                f"两侧都是{left.title.zh}（{why.zh}）。请换一个名称或日期。",
            )
        )
    if kind != REGION or left.as_of != right.as_of:
        return
    for inner, outer in ((left, right), (right, left)):
        if _focus(inner) in {node.uid for node in outer.nodes}:
            raise InputError(
                Words(
                    f"The regions overlap: {inner.title.zh} lies in {outer.title.zh} on {inner.as_of}."
                    " Name regions that have no place in common, or two days.",
                    f"地区重叠：{inner.title.zh} 于 {inner.as_of} 在 {outer.title.zh} 之内。请写没有共同地"
                    "方的地区，或给两日。",
                )
            )


def _focus(picture: Picture) -> str:
    return next(node.uid for node in picture.nodes if node.role == "focus")
