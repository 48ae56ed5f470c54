"""A group through time for the tests: who comes, goes, rises, and takes the chair."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.core.terms import TYPES
from graph.core.words import Words
from graph.pictures import Picture, PictureTie
from graph.pictures.several.beside import GROUP, REGION, Sides
from graph.pictures.several.changes import difference, type_change
from graph.pictures.several.moment import Difference, Moment, PictureSeries
from tests.visualize.samples import CHAIR, air_picture, node, supposed_picture, tree_picture

LATE, RISEN, LOST = "410000", "370000", "nea"
NEXT_CHAIR = "post-next"


def without(picture: Picture, uid: str) -> Picture:
    """The picture without one node and its ties."""
    return replace(
        picture,
        nodes=tuple(n for n in picture.nodes if n.uid != uid),
        ties=tuple(t for t in picture.ties if uid not in (t.start, t.end)),
    )


def risen(picture: Picture, uid: str, rank: int) -> Picture:
    """The picture with another rank of one member, the gap of its tie following."""
    nodes = tuple(replace(n, rank=rank) if n.uid == uid else n for n in picture.nodes)
    ties = tuple(_with_gap(t, 9 - rank) if _rules(t, uid) else t for t in picture.ties)
    return replace(picture, nodes=nodes, ties=ties)


def _rules(tie: PictureTie, uid: str) -> bool:
    return tie.kind == "AUTHORITY" and tie.end == uid


def _with_gap(tie: PictureTie, gap: int) -> PictureTie:
    return replace(tie, gap=gap, label=Words(f"LINE +{gap}", f"统属 +{gap}"))


def chaired(picture: Picture) -> Picture:
    """The picture with another post in the chair."""
    chair = node(NEXT_CHAIR, "国务委员", "State Councillor", "post", "chair", 9)

    def moved(uid: str) -> str:
        return NEXT_CHAIR if uid == CHAIR else uid

    return replace(
        picture,
        nodes=tuple(chair if n.uid == CHAIR else n for n in picture.nodes),
        ties=tuple(replace(t, start=moved(t.start), end=moved(t.end)) for t in picture.ties),
    )


def air_series(days: int = 4) -> PictureSeries:
    """Up to four moments: without Henan; with it; another chair, Shandong risen; a member gone."""
    full = air_picture()
    second = chaired(risen(full, RISEN, 8))
    pictures = [without(full, LATE), full, second, without(second, LOST)][:days]
    types = ["WEAK", "WEAK", "STRONG", "UNKNOWN"]
    gaps: list[tuple[int | None, int | None]] = [(0, None), (-1, None), (1, None), (None, 2)]
    starts = [dt.date(2013, 10, 23), dt.date(2015, 5, 1), dt.date(2015, 6, 1), dt.date(2018, 7, 3)]
    moments = []
    for number, picture in enumerate(pictures):
        before = pictures[number - 1]
        moments.append(
            Moment(
                starts[number],
                starts[number + 1] if number + 1 < len(pictures) else None,
                replace(picture, as_of=str(starts[number])),
                TYPES[types[number]],
                *gaps[number],
                number < 3,
                _since(before, picture, types, number) if number else Difference(),
            )
        )
    return PictureSeries(full.title, tuple(moments), 9)


def _since(before: Picture, after: Picture, types: list[str], number: int) -> Difference:
    found = difference(before, after, [LOST])
    kind = tuple(type_change(TYPES[types[number - 1]], TYPES[types[number]]))
    return replace(found, changes=(*kind, *found.changes))


def two_groups() -> Sides:
    """The air-pollution group beside the supposed one of Jinan and Laiwu."""
    return Sides(GROUP, air_picture(), supposed_picture(), False, Difference())


def two_days() -> Sides:
    """One group on two days."""
    left = replace(without(air_picture(), LATE), as_of="2013-10-23")
    right = replace(without(chaired(air_picture()), LOST), as_of="2018-07-03")
    return Sides(GROUP, left, right, True, difference(left, right, [LOST]))


def two_regions(same: bool = False) -> Sides:
    """Two hierarchies of different size; `same` makes them one region on two days."""
    left, right = tree_picture(16, 136), tree_picture(12, 95)
    if same:
        right = replace(right, as_of="2027-09-30")
        return Sides(REGION, left, right, True, difference(left, right))
    return Sides(REGION, left, replace(right, title=Words("Other", "他省")), False, Difference())
