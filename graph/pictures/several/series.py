"""The pictures of a group through time: one for each day on which something in it changes.

    from graph.pictures.several.series import picture_series
    for moment in picture_series(database, "group:yrd-air-coop").moments: ...

Days are those of `gap_breakpoints`, as in `graph.structure.series`; a day that changes nothing in the picture
is joined to the one before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.ask.authority import Question, authority
from graph.ask.reasons import type_in_words
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures.group.picture import group_picture
from graph.pictures.several.changes import difference, group_change, type_change
from graph.pictures.several.moment import Difference, Moment, PictureSeries
from graph.server.jars import Progress, silent
from graph.structure.succession import Life, Lives, lives


@dataclass(frozen=True)
class Asked:
    """What is asked: rank basis and scope as in `Question`, and the days between which it is read.

    `since` and `until` are both included; None is the group's whole life. With `follow` the group
    that succeeded it follows, and so on.
    """

    basis: str = "person"
    scope: str = "auto"
    since: dt.date | None = None
    until: dt.date | None = None
    follow: bool = False


@dataclass(frozen=True)
class _Day:
    """A day of a group, and the units that ceased to exist on it."""

    life: Life
    day: dt.date
    ended: tuple[str, ...]


def picture_series(
    database: Database,
    group: str,
    asked: Asked | None = None,
    report: Progress = silent,
) -> PictureSeries:
    """Return the group's pictures from its first known day to its end, or between two days.

    Raises InputError for an unknown group, basis or scope, for a group that no source dates, for
    days in the wrong order, and where the group has no day between them.
    """
    asked = asked or Asked()
    if asked.since and asked.until and asked.since > asked.until:
        raise InputError(
            Words(
                f"--from {asked.since} is later than --to {asked.until}; exchange them.",
                f"--from {asked.since} 晚于 --to {asked.until}，请对调。",
            )
        )
    found = lives(database, group, asked.follow)
    days = _between(found, asked)
    read = []
    for number, day in enumerate(days):
        report("days", number, len(days))
        read.append(_moment(database, day, asked))
    end = days[-1].life.end
    if asked.until and (end is None or end > asked.until):
        end = asked.until + dt.timedelta(days=1)
    moments = tuple(_joined(read, days, end))
    return PictureSeries(moments[0].picture.title, moments, found.n_breakpoints, found.told)


def _between(found: Lives, asked: Asked) -> list[_Day]:
    """Return the breakpoints of the span, its first day too where the group's life began before it."""
    days = [_Day(life, row.day, tuple(row.ended)) for life in found.each for row in life.days]
    first, since, until = days[0].day, asked.since, asked.until
    end = found.each[-1].end
    if (until and until < first) or (since and end and since >= end):
        raise InputError(
            Words(
                f"{found.each[0].group.name} has no day between {since or 'the beginning'} and"
                f" {until or 'today'}: it is known from {first} to {end or 'now'}. Choose another"
                " --from or --to.",
                f"{found.each[0].group.name} 在{since or '开始'}至{until or '今日'}之间没有一日：已知"
                f"其存续自 {first} 至 {end or '今'}。请换 --from 或 --to。",
            )
        )
    kept = [d for d in days if (not since or d.day >= since) and (not until or d.day <= until)]
    if since and since > first and not any(d.day == since for d in kept):
        life = [day.life for day in days if day.day < since][-1]
        kept.insert(0, _Day(life, since, ()))
    return kept


def _moment(database: Database, day: _Day, asked: Asked) -> Moment:
    answer = authority(database, day.life.group.uid, Question(day.day, asked.basis, asked.scope))
    row = answer.group
    return Moment(
        day=day.day,
        until=None,
        picture=group_picture(database, answer),
        type=type_in_words(row),
        gap=row.gap_min,
        gap_at_most=row.gap_min_at_most,
        shown=answer.documented,
        difference=Difference(),
    )


def _joined(read: Sequence[Moment], days: Sequence[_Day], end: dt.date | None) -> Iterator[Moment]:
    """Join what does not differ; close each moment on the day of the next."""
    last, own = read[0], days[0].life
    for moment, day in zip(read[1:], days[1:], strict=True):
        differing = difference(last.picture, moment.picture, day.ended)
        other = own is not day.life
        kind = (
            *group_change(last.picture.title, moment.picture.title),
            *type_change(last.type, moment.type),
        )
        changes = (*kind, *differing.changes)
        if changes:
            yield replace(last, until=own.end if other else moment.day)
            last = replace(moment, difference=replace(differing, changes=changes))
        own = day.life
    yield replace(last, until=end)
