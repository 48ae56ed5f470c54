"""The layout of crowded pictures with bundles against the one without: crossings, bends, length of lines.

Of all groups, regions and governments the pictures with most ties are laid out both ways, for a wide page
and for a phone. Every tie counts in both, those too that a page leaves out at first; what ties share
counts once in both.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterator

from graph.ask.authority import Question, authority
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.pictures import Picture
from graph.pictures.government.picture import government_picture
from graph.pictures.group.picture import group_picture
from graph.pictures.region.groups import region_groups_picture
from loaders.load import load_groups
from tests.visualize.ink import ink
from visualize.page.pages import FORMS
from visualize.picture.boxes import Form
from visualize.picture.strands import MOST
from visualize.picture.tiers import tiers

DAY = dt.date(2022, 12, 25)
COUNTRY = "div:100000:中华人民共和国"
DENSEST = 5
HALF = 0.5
"""What crossings and length may be, as parts of those without bundles."""
WIDE, NARROW = FORMS[0], FORMS[2]


def compare_pictures(database: Database, whole: bool = True, least: int = 4) -> float:
    """Print both ways for each of the densest pictures; answers the largest part of crossings or length.

    `whole`: of the wide dataset too; `least`: groups that a government must sit in to be drawn.
    """
    load_groups(database, whole=whole)
    drawn = sorted(_pictures(database, least), key=lambda one: len(one.ties), reverse=True)
    parts = [_told(picture, form) for picture in drawn[:DENSEST] for form in (WIDE, NARROW)]
    print(
        f"crossings and length of the {DENSEST} densest pictures with bundles / without:"
        f" {max(parts):.2f} at most"
    )
    return max(parts)


def _told(picture: Picture, form: Form) -> float:
    """Print a picture laid out both ways; answers the larger part of its crossings and its length."""
    new, old = (
        ink(route.points for route in tiers(picture, form, most=most).routes)
        for most in (MOST, math.inf)
    )
    lengths, crossings = new.length / old.length, new.crossings / max(old.crossings, 1)
    print(
        f"{picture.title.en}, {len(picture.ties)} ties, {form.width} pixels: crossings {new.crossings} /"
        f" {old.crossings} = {crossings:.2f}, length {new.length:,.0f} / {old.length:,.0f} = {lengths:.2f}"
        f" (each at most {HALF}), bends {new.bends} / {old.bends}"
    )
    return max(lengths, crossings)


def _pictures(database: Database, least: int) -> Iterator[Picture]:
    """Every province with its groups, every government in many groups, and the largest groups."""
    places = queries.region_hierarchy(COUNTRY, DAY, database=database)
    rows = queries.governments_in_most_groups(least=least, database=database)
    members = Counter(
        row.group for row in queries.authority_by_member(scope="all", database=database)
    )
    for row in places:
        if row.level in ("Country", "Province"):
            yield from _if_any(region_groups_picture, database, row.uid)
    for row in rows:
        yield from _if_any(government_picture, database, row.unit)
    for group, _ in members.most_common(DENSEST):
        yield group_picture(database, authority(database, group, Question(scope="all")))


def _if_any(
    draw: Callable[[Database, str, dt.date], Picture], database: Database, uid: str
) -> Iterator[Picture]:
    """Yield the picture of a place that has a group on the day."""
    try:
        yield draw(database, uid, DAY)
    except InputError:
        return
