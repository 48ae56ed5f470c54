"""What must hold of units and ties together: one holder of a code, one superior, on every day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from graph.core.dates import Period
from loaders.divisions.periods import DivisionData, misfits
from loaders.divisions.rows import LEVELS, TieRow, UnitRow


def tree_problems(
    folder: Path, data: DivisionData, without_superior: frozenset[str]
) -> Iterator[str]:
    """Breaches of the tree, for rows that are sound in themselves."""
    lines = {unit.uid: f"{folder / 'units.csv'}:{n}" for n, unit in enumerate(data.units, start=2)}
    yield from _overlaps(data, lines)
    own: dict[str, list[Period]] = defaultdict(list)
    levels = {unit.uid: LEVELS.index(unit.level) for unit in data.units}
    for line, (tie, span) in enumerate(zip(data.ties, data.tie_periods, strict=True), start=2):
        own[tie.lower].append(span)
        for message in _tie_in_tree(tie, span, data.periods, levels):
            yield f"{folder / 'ties.csv'}:{line}: {message}"
    for unit in data.units:
        if unit.level != "Country" and unit.code not in without_superior:
            for message in _uncovered(unit, data.periods[unit.uid], own[unit.uid]):
                yield f"{lines[unit.uid]}: {message}"


def _overlaps(data: DivisionData, lines: dict[str, str]) -> Iterator[str]:
    for before, after in data.overlaps():
        yield (
            f"{lines[after.uid]}: {after.uid} starts on {data.periods[after.uid].start.day}, while"
            f" {before.uid} holds the code until {data.periods[before.uid].end.day}."
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
    for since, until in misfits(whole, ties):
        if since < until:
            yield f"{unit.uid} has no superior from {since} to {until}."
        else:
            yield f"{unit.uid} has two superiors from {until} to {since}."
