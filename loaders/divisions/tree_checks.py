"""What must hold of units and ties together: one holder of a code, one superior, on every day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from graph.core.dates import Period
from loaders.divisions.periods import division_periods, tie_periods
from loaders.divisions.rows import LEVELS, SuccessionRow, TieRow, UnitRow


@dataclass(frozen=True)
class Checked:
    """The rows to check, in file order."""

    units: Sequence[UnitRow]
    ties: Sequence[TieRow]
    successions: Sequence[SuccessionRow]


def tree_problems(folder: Path, rows: Checked, without_superior: frozenset[str]) -> Iterator[str]:
    """Breaches of the tree, for rows that are sound in themselves."""
    periods = division_periods(rows.units, rows.successions)
    yield from _overlaps(folder / "units.csv", rows.units, periods)
    by_lower: dict[str, list[tuple[int, TieRow, Period]]] = defaultdict(list)
    spans = tie_periods(rows.ties, periods)
    for line, (tie, span) in enumerate(zip(rows.ties, spans, strict=True), start=2):
        by_lower[tie.lower].append((line, tie, span))
    levels = {unit.uid: LEVELS.index(unit.level) for unit in rows.units}
    for line, tie, span in (entry for entries in by_lower.values() for entry in entries):
        yield from (
            f"{folder / 'ties.csv'}:{line}: {message}"
            for message in _tie_in_tree(tie, span, periods, levels)
        )
    for line, unit in enumerate(rows.units, start=2):
        if unit.level == "Country" or unit.code in without_superior:
            continue
        own = [span for _, _, span in by_lower[unit.uid]]
        yield from (
            f"{folder / 'units.csv'}:{line}: {message}"
            for message in _uncovered(unit, periods[unit.uid], own)
        )


def _overlaps(path: Path, units: Sequence[UnitRow], periods: dict[str, Period]) -> Iterator[str]:
    by_code: dict[str, list[tuple[Period, int, str]]] = defaultdict(list)
    for line, unit in enumerate(units, start=2):
        by_code[unit.code].append((periods[unit.uid], line, unit.uid))
    for entries in by_code.values():
        ordered = sorted(entries, key=lambda entry: entry[0].start.day)
        for (before, _, uid), (after, line, other) in pairwise(ordered):
            if after.start.day < before.end.day:
                yield (
                    f"{path}:{line}: {other} starts on {after.start.day}, while {uid} holds the"
                    f" code until {before.end.day}."
                )


def _tie_in_tree(
    tie: TieRow, span: Period, periods: dict[str, Period], levels: dict[str, int]
) -> Iterator[str]:
    if levels[tie.upper] >= levels[tie.lower]:
        yield f"{tie.upper} is not of a higher level than {tie.lower}."
    for uid in (tie.lower, tie.upper):
        if span.start.day < periods[uid].start.day or span.end.day > periods[uid].end.day:
            yield (
                f"the tie holds from {span.start.day} to {span.end.day}, but {uid} only from"
                f" {periods[uid].start.day} to {periods[uid].end.day}."
            )


def _uncovered(unit: UnitRow, whole: Period, ties: list[Period]) -> Iterator[str]:
    """Days on which the unit has no superior, or two."""
    day = whole.start.day
    for span in sorted(ties, key=lambda tie: tie.start.day):
        if span.start.day > day:
            yield f"{unit.uid} has no superior from {day} to {span.start.day}."
        elif span.start.day < day:
            yield f"{unit.uid} has two superiors from {span.start.day} to {day}."
        day = max(day, span.end.day)
    if day < whole.end.day:
        yield f"{unit.uid} has no superior from {day} to {whole.end.day}; it outlives its last one."
