"""The comparison of regions: profiles, differences, tests, and what cannot be said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from graph.catalogue import Row
from graph.connection import Database, default_database
from graph.core.language import say
from graph.core.words import Words
from graph.regions.comparison import Comparison
from graph.regions.days import day_changes
from graph.regions.differences import Terms
from graph.regions.overall import statistics
from graph.regions.read.parts import asked_of
from graph.regions.read.periods import Span, year_of
from graph.regions.read.places import Region, find_regions
from graph.regions.read.profile import Profile, of_region, profile_of
from graph.regions.read.reading import GroupReading, Selection
from graph.regions.read.readings import When, read_groups, unseen, with_others
from graph.regions.read.shape import Shape, shape
from graph.regions.read.structure import Structure, structure
from graph.regions.read.turnover import chairs_by_group
from graph.regions.say.cautions import cautions
from graph.regions.say.words import MANY_PAIRS, Around, refusal, unplaced
from graph.regions.stats.permutation import RESAMPLES, SEED
from graph.server.jars import Progress, silent

__all__ = ["STEPS", "Comparison", "compare"]

MANY_GROUPS = 5_000
"""Groups of the regions up to which they are read under every other reading too."""

MOST_PICTURES = 4
"""Regions up to which the structures are drawn."""

COMPARISON = Words("comparison", "比较")
STEPS = (
    Words("Finding the regions", "查找地区"),
    Words("Reading the groups", "读取小组"),
    Words("Reading them in other ways", "按其他口径读取"),
    Words("Comparing", "比较"),
    Words("Drawing the hierarchies", "绘制层级"),
)
"""What a comparison does, in its order."""


def _begin(report: Progress, step: int) -> None:
    report(say(COMPARISON), step, len(STEPS))


def compare(
    regions: Sequence[str],
    as_of: dt.date | str | None = None,
    *,
    periods: Sequence[str] = (),
    database: Database | None = None,
    selection: Selection | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
    days: bool = False,
    pictures: bool = False,
    report: Progress = silent,
) -> Comparison:
    """Compare the groups of two provinces or regions or more as of a day, or in periods.

    A region is a province by name or code, a named region (长三角, 长三角@2010: `graph.regions.named`) or one
    put together (沪苏=上海市+江苏省); 跨省 stands for the groups across provinces. `山东省@2017-12-31` puts a
    day of its own to one, `山东省@2013..2018` a period. `periods` puts each region in each of them, so that
    before and after is a comparison like any other. `as_of` None reads each group on its last documented
    day. `days` adds every day of the period (of the day's calendar year) on which something changes,
    `pictures` the hierarchy of each province with its groups. Same seed, same answer. `report` is told which
    of `STEPS` begins.

    Raises InputError for one region only, overlapping provinces or periods, a place that is not a province
    and a region without groups. Named regions may overlap: their shared groups stand in no test.
    Where nothing can be inferred the answer says so in `refused` and has no p.
    """
    opened, asked = database or default_database(), selection or Selection()
    begin = partial(_begin, report)
    begin(0)
    places = find_regions(opened, regions, as_of, periods)
    begin(1)
    shapes, chairs, everything = _read(opened, places, asked)
    groups = [of_region(place, everything[place.when]) for place in places]
    few = sum(map(len, groups)) <= MANY_GROUPS and len(places) * (len(places) - 1) <= 2 * MANY_PAIRS
    begin(2)
    if few:
        read = zip(places, groups, strict=True)
        groups = [with_others(opened, place.when, asked, own) for place, own in read]
    around = Around(
        unplaced([group for own in everything.values() for group in own]),
        tuple(unseen(opened, when, asked) for when in everything),
        not few,
    )
    profiles = tuple(
        profile_of(place, own, chairs, hierarchy, everything=everything[place.when])
        for place, own, hierarchy in zip(places, groups, shapes, strict=True)
    )
    begin(3)
    terms = Terms(refusal(profiles), seed, resamples)
    made = statistics([(p.region.label, p.groups) for p in profiles], terms)
    span = _span(places) if days and few else None
    begin(4)
    return Comparison(
        **vars(made),
        regions=profiles,
        as_of=_one_day(places),
        selection=asked,
        refusal=terms.refused,
        cautions=tuple(cautions(profiles, made.samples, made.differences, around)),
        days=day_changes(opened, places, span, asked, made, terms) if span else None,
        structures=_structures(opened, profiles, asked) if pictures else (),
        seed=seed,
        resamples=resamples,
    )


def _read(
    database: Database, places: Sequence[Region], asked: Selection
) -> tuple[list[Shape | None], dict[str, list[Row]], dict[When, list[GroupReading]]]:
    """Return the shapes of the hierarchies, the chairs of all groups, and the groups of each day or period.

    Authority is what the server works on longest: all else is asked and computed meanwhile.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        shapes = beside.submit(lambda: [shape(database, place) for place in places])
        chairs = beside.submit(chairs_by_group, database)
        within = asked_of(places)
        whens = {place.when for place in places}
        groups = {when: read_groups(database, when, asked, within=within) for when in whens}
        return shapes.result(), chairs.result(), groups


def _structures(
    database: Database, profiles: Sequence[Profile], asked: Selection
) -> tuple[Structure, ...]:
    """The pictures of up to `MOST_PICTURES` regions; none where one is 跨省."""
    if len(profiles) > MOST_PICTURES:
        return ()
    made = [structure(database, one.region, one.groups, asked) for one in profiles]
    return tuple(one for one in made if one) if all(made) else ()


def _one_day(places: Sequence[Region]) -> dt.date | None:
    days = {None if place.period else place.as_of for place in places}
    return days.pop() if len(days) == 1 else None


def _span(places: Sequence[Region]) -> Span | None:
    """The period whose days are read: the one that all share, else the calendar year of the one day."""
    periods = {place.period for place in places}
    if len(periods) == 1 and (period := periods.pop()):
        return period
    day = _one_day(places)
    return year_of(day) if day else None
