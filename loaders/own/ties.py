"""Ties of units whose dates changed: each to the versions of its superior that it lives under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from loaders.divisions.periods import DivisionData, division_periods, superior_tie
from loaders.divisions.rows import TieRow, UnitRow


def tied(
    before: DivisionData,
    after: DivisionData,
    touched: frozenset[str],
    parents: Mapping[str, str],
    statutory: frozenset[str],
) -> tuple[TieRow, ...]:
    """The ties of `after`: those of untouched units stay, those of and to touched ones are new.

    `parents` gives the code of the superior of each new unit, `statutory` the kinds of superiors whose
    tie to a county-level city is no 代管.
    """
    periods = division_periods(after.units, after.successions)
    by_code: dict[str, list[UnitRow]] = defaultdict(list)
    for unit in after.units:
        by_code[unit.code].append(unit)
    uppers = _upper_codes(before, touched, parents)
    rows = {unit.uid: unit for unit in after.units}
    kept = [tie for tie in before.ties if tie.lower not in uppers]
    new = (
        tie
        for uid, codes in uppers.items()
        for code in sorted(codes)
        for upper in by_code[code]
        for tie in superior_tie(rows[uid], upper, periods, statutory)
    )
    return tuple(sorted((*kept, *new), key=lambda tie: (tie.lower, periods[tie.upper].start.day)))


def _upper_codes(
    before: DivisionData, touched: frozenset[str], parents: Mapping[str, str]
) -> dict[str, set[str]]:
    """By uid of each unit whose ties change the codes that led it."""
    codes = {unit.uid: unit.code for unit in before.units}
    changed = {codes.get(uid) for uid in touched} | {uid.split(":")[1] for uid in parents}
    found: dict[str, set[str]] = defaultdict(set)
    affected = set(touched) | {tie.lower for tie in before.ties if codes[tie.upper] in changed}
    for tie in before.ties:
        if tie.lower in affected:
            found[tie.lower].add(codes[tie.upper])
    for uid, code in parents.items():
        found[uid].add(code)
    return found
