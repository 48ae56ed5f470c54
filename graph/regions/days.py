"""The comparison on every day of a period on which something changes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.catalogue import queries
from graph.connection import Database
from graph.core.dates import UNKNOWN_START
from graph.regions.differences import Terms
from graph.regions.overall import Statistics
from graph.regions.read.parts import asked_of
from graph.regions.read.periods import Span
from graph.regions.read.places import Region
from graph.regions.read.profile import belongs
from graph.regions.read.reading import ASKED, Selection
from graph.regions.read.readings import read_groups
from graph.regions.read.samples import samples
from graph.regions.sensitivity import Reread, rereads

MOST_GROUPS = 60
"""Groups up to which every day is read."""
MOST_DAYS = 120
"""Days up to which each is read; of more, so many spread evenly."""


@dataclass(frozen=True, kw_only=True)
class DayChange(Reread):
    """Two regions in one outcome from a day on, until the next row of the pair.

    `kinds` says what starts or ends on the day (group, seat, membership, tenure, unit, tie). `changed` is
    what is otherwise than in the comparison asked for.
    """

    day: dt.date
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Days:
    """Steps of the comparison over `span`. `days` change something, `read` of them were read."""

    span: Span
    days: int
    read: int
    steps: tuple[DayChange, ...]


def day_changes(
    database: Database,
    regions: Sequence[Region],
    span: Span,
    selection: Selection,
    whole: Statistics,
    terms: Terms,
) -> Days | None:
    """The steps within a period; None where more than `MOST_GROUPS` groups would have to be followed."""
    uids = _candidates(database, regions, span, selection)
    if len(uids) > MOST_GROUPS:
        return None
    every = _breakpoints(database, uids, span)
    chosen = _spread(sorted(every), MOST_DAYS)
    steps: list[DayChange] = []
    for day in chosen:
        groups = read_groups(database, day, selection, uids, asked_of(regions))
        now = samples([(r.label, [g for g in groups if belongs(r, g)]) for r in regions])
        steps += (
            DayChange(day=day, kinds=every[day], **fields)
            for fields in rereads(now, ASKED, whole.differences, whole.samples, terms, False)
        )
    return Days(span, len(every), len(chosen), tuple(_steps(steps)))


def _candidates(
    database: Database, regions: Sequence[Region], span: Span, selection: Selection
) -> list[str]:
    """Groups that belong to one of the regions when they are last shown in the period."""
    read = read_groups(database, span, selection, within=asked_of(regions))
    return sorted({g.group for g in read if any(belongs(region, g) for region in regions)})


def _breakpoints(
    database: Database, uids: Sequence[str], span: Span
) -> dict[dt.date, tuple[str, ...]]:
    """Days within the period on which something under a group changes, and its first day."""
    changing: dict[dt.date, set[str]] = defaultdict(set)
    for uid in uids:
        for row in queries.gap_breakpoints(uid, database=database):
            changing[row["day"]].update(row["kinds"])
    known = set(uids)
    for row in queries.groups_of_period(first=span.start, until=span.end, database=database):
        if row["group"] in known:
            changing[row["valid_from"]].add("group")
            changing[row["valid_to"]].add("group")
    inside = {day: kinds for day, kinds in changing.items() if span.start <= day < span.end}
    start = span.start if span.start > UNKNOWN_START else min(inside, default=span.last)
    inside.setdefault(start, set())
    return {day: tuple(sorted(kinds)) for day, kinds in inside.items() if day <= span.last}


def _spread(days: Sequence[dt.date], most: int) -> list[dt.date]:
    if len(days) <= most:
        return list(days)
    return [days[round(i * (len(days) - 1) / (most - 1))] for i in range(most)]


def _steps(rows: Iterable[DayChange]) -> Iterator[DayChange]:
    """Days that change nothing are joined to the step before."""
    last: dict[tuple[str, str, str], object] = {}
    for row in rows:
        key, says = (row.outcome, row.a, row.b), (row.n, row.medians, row.delta, row.p)
        if last.get(key) != says:
            last[key] = says
            yield row
