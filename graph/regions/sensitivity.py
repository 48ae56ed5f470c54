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


def sensitivity(
    sampled: Sequence[Sample], asked: Sequence[Difference], terms: Terms
) -> list[Change]:
    """Return every pair and outcome under every other reading, and without what doubtful sources bear."""
    how = terms if len(sampled) == 2 else replace(terms, refused=terms.refused or _TWO_ONLY)
    changes = [
        Change(reading=view.name, **fields)
        for view in _views(sampled)
        for fields in rereads(view.samples, view.reading, asked, sampled, how)
    ]
    return sorted(changes, key=lambda change: (not change.changed, -abs(change.delta or 0)))


def _views(sampled: Sequence[Sample]) -> Iterator[_View]:
    first = next((sample.groups[0] for sample in sampled if sample.groups), None)
    for reading in sorted(set(first.readings) - {ASKED}) if first else []:
        yield _View(reading, tuple(sampled), reading)
    if first and len(first.readings) > 1:
        sure = tuple(sample.only(lambda group: not group.doubtful) for sample in sampled)
        yield _View(SURE, sure, ASKED)


def rereads(
    now: Sequence[Sample],
    reading: str,
    asked: Sequence[Difference],
    before: Sequence[Sample],
    terms: Terms,
    types: bool = True,
) -> Iterator[dict[str, Any]]:
    """Yield every pair and outcome of samples, held against what was asked before: fields of a `Reread`."""
    known = {(one.outcome, one.a, one.b): one for one in asked}
    was = {sample.label: sample for sample in before}
    for outcome in OUTCOMES:
        for sides in combinations(now, 2):
            labels = sides[0].label, sides[1].label
            then, old = known[outcome, *labels], (was[labels[0]], was[labels[1]])
            made = difference(outcome, *sides, terms, reading)
            middle = _medians(outcome, sides, reading)
            changed = {
                "median": middle != _medians(outcome, old, ASKED),
                "sign of delta": _sign(made.delta) != _sign(then.delta),
                "p below 0.05": bool(made.test and then.test) and _below(made) != _below(then),
                "known values": made.n != then.n,
                "types": types and _types(sides, reading) != _types(old, ASKED),
            }
            yield {
                "outcome": outcome, "a": made.a, "b": made.b, "n": made.n, "medians": middle,
                "delta": made.delta, "p": made.test.p if made.test else None,
                "changed": tuple(name for name, differs in changed.items() if differs),
            }  # fmt: skip


_TWO_ONLY = Words("p is computed for two regions only.", "仅对两个地区计算 p。")


def _medians(outcome: str, sides: tuple[Sample, Sample], reading: str) -> Medians:
    """Return the lower medians of an outcome on both sides."""
    one, other = (distribution(outcome, side.groups, reading).median for side in sides)
    return one, other


def _types(sides: tuple[Sample, Sample], reading: str) -> dict[str, str]:
    return {g.group: g.readings[reading].type for side in sides for g in side.groups}


def _below(one: Difference) -> bool:
    return one.test is not None and one.test.p < 0.05


def _sign(delta: float | None) -> int | None:
    return None if delta is None else (delta > 0) - (delta < 0)
