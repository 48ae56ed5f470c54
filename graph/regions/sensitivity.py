"""The comparison under each other reading: what changes is listed first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from graph.core.words import Words
from graph.regions.differences import Difference, Terms, difference
from graph.regions.read.outcomes import OUTCOMES, distribution
from graph.regions.read.reading import ASKED
from graph.regions.read.samples import Sample

SURE = "without_low_confidence"
"""The reading that leaves out groups of which a seat rests on a source of low confidence."""


Medians = tuple[float | None, float | None]
"""The lower medians of both regions."""


@dataclass(frozen=True)
class Reread:
    """One outcome of two regions, read otherwise than asked.

    `changed` names what differs from the reading asked for: median, sign of delta, p below 0.05, known
    values, types; empty where nothing does. p is computed for two regions only.
    """

    outcome: str
    a: str
    b: str
    n: tuple[int, int]
    medians: Medians
    delta: float | None
    p: float | None
    changed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Change(Reread):
    """One outcome of two regions under another reading (basis=seat, without_derived, ...)."""

    reading: str


@dataclass(frozen=True)
class _View:
    """A pair of regions under a reading: the samples, and the name of the reading of their groups."""

    name: str
    samples: tuple[Sample, ...]
    reading: str


def sensitivity(found: Sequence[Sample], asked: Sequence[Difference], terms: Terms) -> list[Change]:
    """Every pair and outcome under every other reading, and without what doubtful sources bear."""
    known = {(one.outcome, one.a, one.b): one for one in asked}
    before = {sample.label: sample for sample in found}
    how = terms if len(found) == 2 else replace(terms, refused=terms.refused or _TWO_ONLY)
    changes = []
    for view in _views(found):
        for outcome in OUTCOMES:
            for a, b in combinations(view.samples, 2):
                made = difference(outcome, a, b, how, view.reading)
                sides = (before[a.label], before[b.label])
                changes.append(_change(view, made, (a, b), sides, known[outcome, a.label, b.label]))
    return sorted(changes, key=lambda change: not change.changed)


def _views(found: Sequence[Sample]) -> Iterator[_View]:
    first = next((sample.groups[0] for sample in found if sample.groups), None)
    for reading in sorted(set(first.readings) - {ASKED}) if first else []:
        yield _View(reading, tuple(found), reading)
    if first and len(first.readings) > 1:
        sure = tuple(sample.only(lambda group: not group.doubtful) for sample in found)
        yield _View(SURE, sure, ASKED)


def _change(
    view: _View,
    made: Difference,
    sides: tuple[Sample, Sample],
    before: tuple[Sample, Sample],
    asked: Difference,
) -> Change:
    now, then = medians(made.outcome, sides, view.reading), medians(made.outcome, before, ASKED)
    types = _types(sides, view.reading) != _types(before, ASKED)
    return Change(reading=view.name, **reread(made, asked, now, then, types))


def reread(
    made: Difference, asked: Difference, now: Medians, then: Medians, types: bool
) -> dict[str, Any]:
    """The fields of a `Reread`: what was made of a pair now, held against what was asked for then."""
    return {
        "outcome": made.outcome, "a": made.a, "b": made.b, "n": made.n, "medians": now,
        "delta": made.delta, "p": made.test.p if made.test else None,
        "changed": differs(made, asked, now, then, types),
    }  # fmt: skip


_TWO_ONLY = Words("p is computed for two regions only.", "仅对两个地区计算 p。")


def medians(outcome: str, sides: tuple[Sample, Sample], reading: str) -> Medians:
    """The lower medians of an outcome on both sides."""
    one, other = (distribution(outcome, side.groups, reading).median for side in sides)
    return one, other


def _types(sides: tuple[Sample, Sample], reading: str) -> dict[str, str]:
    return {g.group: g.readings[reading].type for side in sides for g in side.groups}


def differs(
    made: Difference,
    asked: Difference,
    now: Medians,
    before: Medians,
    types: bool,
) -> tuple[str, ...]:
    """What is otherwise than asked: median, sign of delta, p below 0.05, known values, types."""
    found = {
        "median": now != before,
        "sign of delta": _sign(made.delta) != _sign(asked.delta),
        "p below 0.05": made.test is not None
        and asked.test is not None
        and (made.test.p < 0.05) != (asked.test.p < 0.05),
        "known values": made.n != asked.n,
        "types": types,
    }
    return tuple(name for name, changed in found.items() if changed)


def _sign(delta: float | None) -> int | None:
    return None if delta is None else (delta > 0) - (delta < 0)
