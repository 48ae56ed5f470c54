"""Make a new unit from a row of the user's table: uid, names, level, rank by the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count

from graph.core.dates import Period
from graph.core.errors import InputError
from graph.core.words import Words
from loaders.divisions.kinds import Rank, level, read_kinds
from loaders.divisions.periods import DivisionData, division_periods, precisions, superior_tie
from loaders.divisions.rows import TieRow, UnitRow
from loaders.load.own.rows import OwnRow


def source_uid(text: str) -> str:
    """uid of the source that a row's column `source` names."""
    return f"own:{text}"


def new_unit(row: OwnRow, data: DivisionData, units: Mapping[str, UnitRow]) -> UnitRow:
    """Return the unit of a row that is not known yet; `units` are those that there are by now, by uid.

    Raises InputError where no unit has the parent's code, no rule covers the name, or the rank
    changes with the parent's status within the row.
    """
    rank = _rank(row, _uppers(row, data, units), data)
    valid_to = row.valid_to or None
    return UnitRow(
        _free_uid(row, units), row.code, row.name, *_names(data, row.name), level(row.code),
        row.kind, rank.value, rank.basis, rank.by_rule, row.valid_from, valid_to,
        *precisions(row.valid_from, valid_to), source_uid(row.source),
    )  # fmt: skip


def _uppers(row: OwnRow, data: DivisionData, units: Mapping[str, UnitRow]) -> Sequence[UnitRow]:
    """Return the versions of the parent that live in the row's years, else all."""
    uppers = [unit for unit in units.values() if unit.code == row.parent]
    if not uppers:
        raise InputError(
            Words(
                f"no unit has the code of the parent, {row.parent}.",
                f"没有代码为 {row.parent} 的上级单位。",
            )
        )
    return data.living(uppers, Period.of(row.valid_from, row.valid_to)) or uppers


def _rank(row: OwnRow, uppers: Sequence[UnitRow], data: DivisionData) -> Rank:
    kinds = read_kinds()
    ranks = [kinds.rank(row.code, row.name, row.kind, row.parent, u.kind) for u in uppers]
    for upper, rank in zip(uppers, ranks, strict=True):
        if rank != ranks[0]:
            day = data.periods[upper.uid].start.day
            raise InputError(
                Words(
                    f"the rank changes with that of {upper.name} on {day}; write one row until then and"
                    " one from then on.",
                    f"级别随{upper.name}在 {day} 变化；请分写两行，一行到该日为止，一行自该日起。",
                )
            )
    return ranks[0]


def _free_uid(row: OwnRow, units: Mapping[str, UnitRow]) -> str:
    base = f"div:{row.code}:{row.name}"
    numbered = (base if number == 1 else f"{base}:{number}" for number in count(1))
    return next(uid for uid in numbered if uid not in units)


def _names(data: DivisionData, name: str) -> tuple[str, str]:
    """Short name and pinyin: those of a unit of the same name, else by the rules of the build."""
    known = next((unit for unit in data.units if unit.name == name), None)
    if known:
        return known.name_short, known.pinyin
    from loaders.divisions.names import pinyin, short_name  # pypinyin takes its time

    return short_name(name), pinyin(name)


def tied(
    before: DivisionData,
    after: DivisionData,
    touched: frozenset[str],
    parents: Mapping[str, str],
    statutory: frozenset[str],
) -> tuple[TieRow, ...]:
    """Return the ties of `after`: those of untouched units stay, those of and to touched ones are new.

    `parents` gives the code of the superior of each new unit, `statutory` the kinds of superiors whose
    tie to a county-level city is statutory and not 代管.
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
    upper_codes: dict[str, set[str]] = defaultdict(set)
    affected = set(touched) | {tie.lower for tie in before.ties if codes[tie.upper] in changed}
    for tie in before.ties:
        if tie.lower in affected:
            upper_codes[tie.lower].add(codes[tie.upper])
    for uid, code in parents.items():
        upper_codes[uid].add(code)
    return upper_codes
