"""A group and what followed it: the days of each that are read, one life after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.lookup import find_group, name_and_uid
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words


@dataclass(frozen=True)
class Life:
    """A group, the rows of `gap_breakpoints` read of it, and the day after its last (None: unknown)."""

    group: Row
    days: Sequence[Row]
    end: dt.date | None


@dataclass(frozen=True)
class Lives:
    """A group and its successors, oldest first; `told` says who followed, and why nobody further is read."""

    each: tuple[Life, ...]
    told: tuple[Words, ...] = ()

    @property
    def n_breakpoints(self) -> int:
        """The number of days that are read."""
        return sum(len(life.days) for life in self.each)


def lives(database: Database, group: str, follow: bool) -> Lives:
    """Return the life of a group, with `follow` those of its successors too, as long as each has one.

    A successor that stood before is read from the end of its predecessor on. Raises InputError for a group
    that no source dates, and as `find_group`.
    """
    found, days = breakpoints(database, group)
    each, told = [Life(found, days, found.valid_to)], []
    while follow and (after := _successors(database, each)):
        if len(after) > 1:
            told.append(_several(each[-1].group, after))
            break
        rows = queries.gap_breakpoints(after[0].uid, database=database)
        switch = _switch(each[-1], rows)
        if switch is None:
            told.append(_undated(each[-1].group, after[0]))
            break
        told.append(_followed(each[-1].group, after[0], switch))
        before = [row for row in each[-1].days if row.day < switch]
        each[-1] = replace(each[-1], days=before or each[-1].days[:1], end=each[-1].end or switch)
        each.append(Life(after[0], _from(after[0], rows, switch), after[0].valid_to))
    return Lives(tuple(each), tuple(told))


def breakpoints(database: Database, group: str) -> tuple[Row, Sequence[Row]]:
    """Return the row of a group and the rows of `gap_breakpoints`; errors as `lives`."""
    named = find_group(database, group)
    days = queries.gap_breakpoints(named.uid, database=database)
    if not days:
        raise InputError(
            Words(
                f"No source dates {named.name}, so it cannot be followed through time.",
                f"没有资料载明 {named.name} 的日期，因此无法历时考察。",
            )
        )
    return named, days


def _successors(database: Database, each: Sequence[Life]) -> list[Row]:
    """The groups that followed the last one, those that stand in the row already left out."""
    (row,) = queries.group_profile(each[-1].group.uid, database=database)
    known = {life.group.uid for life in each}
    return [find_group(database, uid) for uid in row.successors if uid not in known]


def _switch(before: Life, rows: Sequence[Row]) -> dt.date | None:
    """The day from which the successor is read; None where no source dates it after its predecessor."""
    if not rows:
        return None
    first: dt.date = rows[0].day
    switch = first if before.end is None else max(first, before.end)
    return switch if switch > before.days[0].day else None


def _from(group: Row, rows: Sequence[Row], switch: dt.date) -> list[Row]:
    """The days from a day on, that day among them."""
    kept = [row for row in rows if row.day >= switch]
    if kept and kept[0].day == switch:
        return kept
    shown = group.last_documented is not None and switch <= group.last_documented
    return [Row(day=switch, kinds=[], ended=[], shown=shown), *kept]


def _followed(group: Row, after: Row, day: dt.date) -> Words:
    return Words(
        f"{after.name} ({after.uid}) followed {group.name} and is read from {day} on.",
        f"{group.name}之后为{after.name}（{after.uid}），自 {day} 起续查。",
    )


def _several(group: Row, after: Sequence[Row]) -> Words:
    names = "、".join(map(name_and_uid, after))
    return Words(
        f"Several groups followed {group.name}, and none is followed here: {names}.",
        f"{group.name}之后有数个小组，均未续查：{names}。",
    )


def _undated(group: Row, after: Row) -> Words:
    return Words(
        f"{after.name} ({after.uid}) followed {group.name}; no source dates it, so it is not followed here.",
        f"{group.name}之后为{after.name}（{after.uid}），无资料载明日期，未续查。",
    )
