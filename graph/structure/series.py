"""A group's gap over time: steps between breakpoints, each change laid to what made it.

    from graph.structure.series import gap_series
    for step in gap_series(database, "group:yrd-air-coop").steps: ...

On every day on which something under the gap starts or ends (`gap_breakpoints`) the group is read
anew by `graph.ask.authority`; days that change nothing are joined to the step before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from graph.ask.authority import Authority, Question, authority
from graph.catalogue import Row
from graph.connection import Database
from graph.core.words import Words
from graph.structure import to_networkx
from graph.structure.series_causes import Cause, Side, causes, succession
from graph.structure.succession import Life, lives

FIGURES = ("gap_min", "gap_median", "gap_max", "gap_min_at_most", "lc", "lc_min", "lc_max", "type",
           "type_certainty")  # fmt: skip
"""What is compared from step to step."""


@dataclass(frozen=True)
class Step:
    """The group from `valid_from` up to, not including, `valid_to` (None: no end is known).

    Gaps are in steps of rank, `lc` is 0 to 1, all null where unknown, as in authority_by_group.
    `chairs` are titles with names; `shown` tells whether a source speaks of the group on that day or later;
    `causes` is what made this step differ from the one before, empty for the first.
    """

    valid_from: dt.date
    valid_to: dt.date | None
    group: Row
    shown: bool
    causes: tuple[Cause, ...]

    @property
    def chairs(self) -> tuple[str, ...]:
        """Name and title of each chair."""
        names = (" ".join(filter(None, (c["name"], c["title"]))) for c in self.group.chairs)
        return tuple(filter(None, names))

    def to_dict(self) -> dict[str, Any]:
        """Return the step as a row of plain values, as `lsgraph series --format json` prints it."""
        return {
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
            **{name: self.group[name] for name in FIGURES},
            "n_members": self.group.n_members,
            "chairs": list(self.chairs),
            "causes": [cause.said.en for cause in self.causes],
            "shown": self.shown,
            "group": self.group.group,
            "name": self.group.name,
        }


@dataclass(frozen=True)
class Series:
    """The steps of one group, oldest first; `n_breakpoints` is the number of days that were read.

    Where its successors are followed, their steps too; `told` says who they are. `end` is the end of the last
    group as the source gives it (EDTF), None where no end is known.
    """

    group: str
    name: str
    steps: tuple[Step, ...]
    n_breakpoints: int
    told: tuple[Words, ...] = ()
    end: str | None = None


def gap_series(
    database: Database, group: str, basis: str = "person", scope: str = "auto", follow: bool = False
) -> Series:
    """Return the gap of a group from its first known day to its end, step by step.

    With `follow` the series goes on with the group that succeeded it, and so on.

    Raises InputError for an unknown group, basis or scope, and for a group that no source dates:
    without a day groups have no order in time.
    """
    found = lives(database, group, follow)
    read = [
        _read(database, life, day, Question(day.day, basis, scope))
        for life in found.each
        for day in life.days
    ]
    first, last = found.each[0].group, found.each[-1].group
    return Series(
        first.uid, first.name, tuple(_steps(read)), len(read), found.told, last.to_edtf
    )  # fmt: skip


@dataclass(frozen=True)
class _Reading:
    """The answer on a breakpoint, with the hierarchy above the members."""

    life: Life
    day: Row
    answer: Authority
    side: Side


def _read(database: Database, life: Life, day: Row, question: Question) -> _Reading:
    group = life.group.uid
    answer = authority(database, group, question)
    tree = to_networkx(database, day.day, group=group)
    return _Reading(life, day, answer, Side.of(answer, tree))


def _steps(read: Sequence[_Reading]) -> Iterator[Step]:
    """Join what does not differ; close each step on the day of the next, the last of a group on its end."""
    step = _step(read[0], ())
    for before, after in pairwise(read):
        other = before.life is not after.life
        made = tuple(
            causes(before.side, after.side, after.day, not other and _differs(before, after))
        )
        if other:
            made = (succession(before.life.group.name, after.life.group.name), *made)
        if made:
            yield replace(step, valid_to=before.life.end if other else after.day.day)
            step = _step(after, made)
    yield replace(step, valid_to=read[-1].life.end)


def _differs(before: _Reading, after: _Reading) -> bool:
    return any(before.answer.group[name] != after.answer.group[name] for name in FIGURES)


def _step(reading: _Reading, made: tuple[Cause, ...]) -> Step:
    return Step(reading.day.day, None, reading.answer.group, reading.answer.documented, made)
