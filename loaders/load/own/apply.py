"""Apply the user's own CSV table to the divisions: it corrects dates and adds units.

A row whose code and name are known in its years is that unit: dates given replace those known, and a
day may become a year if the table says so. Any other row is a new unit. The whole must stay a tree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from pathlib import Path

from graph.core.dates import Period
from graph.core.errors import InputError
from graph.core.words import Words
from loaders.divisions.breach import Breach
from loaders.divisions.checks import problems
from loaders.divisions.kinds import Rank, level, read_kinds
from loaders.divisions.periods import DivisionData, division_periods, precisions, superior_tie
from loaders.divisions.rows import SourceRow, SuccessionRow, TieRow, UnitRow
from loaders.files.problems import Place, Problems
from loaders.load.own.rows import OwnRow, read_own_rows

OWN = "own-divisions"
"""uid of the source that stands for the table; its rows' sources are `own:<text>`."""


@dataclass
class _Work:
    """The units as they become, with the line and the parent that each touched one has."""

    path: Path
    before: DivisionData
    units: dict[str, UnitRow]
    problems: Problems = field(default_factory=Problems)
    lines: dict[str, int] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)

    @cached_property
    def known(self) -> dict[str, UnitRow]:
        """The units as they were, by uid."""
        return {unit.uid: unit for unit in self.before.units}


def apply_own_divisions(data: DivisionData, path: Path) -> DivisionData:
    """Return the divisions with the table's rows in them.

    Raises InvalidData that lists every problem with file and line; then nothing is changed.
    """
    work = _Work(path, data, {unit.uid: unit for unit in data.units})
    rows = read_own_rows(path, work.problems)
    for row in rows:
        known = _known_units(work, row)
        if known:
            _correct(work, row, known)
        else:
            _add(work, row)
    work.problems.stop()
    merged = _merged(work, rows)
    _check(work, merged)
    work.problems.stop()
    return merged


def _known_units(work: _Work, row: OwnRow) -> list[UnitRow]:
    """Units of the code and name that live in the row's years, earliest first."""
    whole = Period.of(row.valid_from, row.valid_to)
    named = (u for u in work.before.units if (u.code, u.name) == (row.code, row.name))
    return work.before.living(named, whole)


def _correct(work: _Work, row: OwnRow, known: Sequence[UnitRow]) -> None:
    """New dates for the first and the last of the known units."""
    place = Place(work.path, row.line, 1)
    kinds = {unit.kind for unit in known}
    if row.kind and row.kind not in kinds:
        text = Words(
            f"{row.name} is known as {' and '.join(sorted(kinds))}; leave the kind empty.",
            f"{row.name}已载为{'、'.join(sorted(kinds))}；请将 kind 留空。",
        )
        work.problems.add(place, text)
    if row.parent and row.parent not in _parents_of(work.before, known):
        codes = ", ".join(sorted(_parents_of(work.before, known)))
        work.problems.add(
            place,
            Words(
                f"{row.name} is known under {codes}; leave the parent empty.",
                f"{row.name}已载于 {codes} 之下；请将 parent 留空。",
            ),
        )
    if row.valid_from:
        _dates(work, known[0].uid, row.line, start=row.valid_from, source=row.source)
    if row.valid_to:
        _dates(work, known[-1].uid, row.line, end=row.valid_to, source=row.source)


def _parents_of(data: DivisionData, units: Sequence[UnitRow]) -> set[str]:
    uids = {unit.uid for unit in units}
    return {tie.upper.split(":")[1] for tie in data.ties if tie.lower in uids}


def _dates(
    work: _Work, uid: str, line: int, *, source: str, start: str = "", end: str = ""
) -> None:
    unit = work.units[uid]
    valid_from, valid_to = start or unit.valid_from, end or unit.valid_to
    first, last = precisions(valid_from, valid_to)
    work.units[uid] = replace(
        unit, valid_from=valid_from, valid_to=valid_to, from_precision=first, to_precision=last,
        source=source_uid(source),
    )  # fmt: skip
    work.lines[uid] = line


def _add(work: _Work, row: OwnRow) -> None:
    place = Place(work.path, row.line, 1)
    missing = [name for name in ("kind", "parent", "valid_from") if not getattr(row, name)]
    if missing:
        text = Words(
            f"{row.code} {row.name} is not known in these years; a new unit needs",
            f"{row.code} {row.name}在这些年份中不存在；新单位还须填写",
        )
        work.problems.add(
            place, Words(f"{text.en} {', '.join(missing)}.", f"{text.zh} {'、'.join(missing)}。")
        )
        return
    try:
        unit = new_unit(row, work.before, work.units)
    except InputError as wrong:
        work.problems.add(place, wrong.words)
        return
    work.units[unit.uid] = unit
    work.lines[unit.uid], work.parents[unit.uid] = row.line, row.parent


def _sources(work: _Work, rows: Sequence[OwnRow]) -> Iterator[SourceRow]:
    """Yield one source for the table, one for each text of its column `source`."""
    yield SourceRow(OWN, work.path.name, None, "own table", "not stated")
    for text in sorted({row.source for row in rows}):
        yield SourceRow(source_uid(text), text, None, "own table", "not stated")


def _merged(work: _Work, rows: Sequence[OwnRow]) -> DivisionData:
    successions = tuple(_succession(work, row) for row in work.before.successions)
    order = {unit.uid: number for number, unit in enumerate(work.before.units)}
    units = sorted(
        work.units.values(), key=lambda unit: (unit.code, order.get(unit.uid, len(order)))
    )
    sources = (*work.before.sources, *_sources(work, rows))
    made = DivisionData(tuple(units), (), successions, sources)
    ties = tied(work.before, made, frozenset(work.lines), work.parents, read_kinds().statutory)
    return replace(made, ties=ties)


def _succession(work: _Work, row: SuccessionRow) -> SuccessionRow:
    """Return the succession on the day that the table gives, if it was on the day of a corrected end."""
    for uid, end in ((row.new, "valid_from"), (row.old, "valid_to")):
        if uid in work.lines and row.on and row.on == getattr(work.known[uid], end):
            unit = work.units[uid]
            on = getattr(unit, end)
            return replace(row, on=on, precision=precisions(on, "..")[0], source=unit.source)
    return row


def _check(work: _Work, merged: DivisionData) -> None:
    """The checks of the shipped data, each breach at the line of the unit that it names."""
    try:
        breaches = problems(Path(), merged, read_kinds().known(merged.sources))
    except InputError as wrong:
        breaches = [Breach("", wrong.words)]
    for breach in breaches:
        found = re.findall(r"div:\d{6}:[^\s,.]+", breach.told.en)
        line = _line_of(work, [uid.rstrip(".,:") for uid in found])
        work.problems.add(Place(work.path, line, 1 if line else 0), breach.told)


def _line_of(work: _Work, uids: Sequence[str]) -> int:
    """Return the line that touched one of the units, else one that touched a superior of theirs; or 0."""
    above = [tie.upper for tie in work.before.ties if tie.lower in uids]
    return next((work.lines[uid] for uid in (*uids, *above) if uid in work.lines), 0)


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
