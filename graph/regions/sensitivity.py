"""The comparison under each other reading: what changes is listed first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.regions.differences import Difference, Sample, difference
from graph.regions.outcomes import OUTCOMES, distribution
from graph.regions.reading import ASKED

MANY = "p is recomputed for two regions only"


@dataclass(frozen=True)
class Change:
    """One outcome of two regions under another reading (basis=seat, without_derived, ...).

    `changed` names what differs from the reading asked for: median, sign of delta, p below 0.05, known
    values, types; empty where nothing does.
    """

    reading: str
    outcome: str
    a: str
    b: str
    n: tuple[int, int]
    medians: tuple[float | None, float | None]
    delta: float | None
    p: float | None
    changed: tuple[str, ...]


def sensitivity(
    found: Sequence[Sample],
    asked: Sequence[Difference],
    refused: str | None,
    seed: int,
    resamples: int,
) -> list[Change]:
    """Every pair and outcome under every other reading; tests only for two regions (`MANY`)."""
    first = found[0].groups[0]
    known = {(one.outcome, one.a, one.b): one for one in asked}
    no_test = refused or (MANY if len(found) > 2 else None)
    changes = []
    for reading in sorted(set(first.readings) - {ASKED}):
        for outcome in OUTCOMES:
            for a, b in combinations(found, 2):
                made = difference(
                    outcome, a, b, refused=no_test, reading=reading, seed=seed, resamples=resamples
                )
                changes.append(_change(reading, a, b, made, known[outcome, a.label, b.label]))
    return sorted(changes, key=lambda change: not change.changed)


def _change(reading: str, a: Sample, b: Sample, made: Difference, asked: Difference) -> Change:
    outcome = made.outcome
    now, before = (
        tuple(distribution(outcome, side.groups, name).median for side in (a, b))
        for name in (reading, ASKED)
    )
    types = any(
        group.readings[reading].type != group.asked.type for group in (*a.groups, *b.groups)
    )
    differs = {
        "median": now != before,
        "sign of delta": _sign(made.delta) != _sign(asked.delta),
        "p below 0.05": made.test is not None
        and asked.test is not None
        and (made.test.p < 0.05) != (asked.test.p < 0.05),
        "known values": made.n != asked.n,
        "types": types,
    }
    return Change(
        reading, outcome, a.label, b.label, made.n, (now[0], now[1]), made.delta,
        made.test.p if made.test else None,
        tuple(name for name, changed in differs.items() if changed),
    )  # fmt: skip


def _sign(delta: float | None) -> int | None:
    return None if delta is None else (delta > 0) - (delta < 0)
