"""The table of codes and names in force at each year's end, 1980 to 2026.

Up to 2018 a table is decided between a snapshot and the list of changes read backwards (witnesses),
with our corrections; after 2018 the list is applied year by year, and the last table must be the
current one.
"""

from __future__ import annotations

import re

from loaders.divisions.kinds import CENTRE
from tools.divisions.corrections import Corrections, Patch, Recode
from tools.divisions.packages import Inputs, Table
from tools.divisions.witnesses import Tables, decided, replayed

FIRST_YEAR = 1980
LAST_SNAPSHOT = 2018
CURRENT_YEAR = 2026


def yearly_tables(inputs: Inputs, corrections: Corrections) -> Tables:
    """Corrected tables by year; raises ValueError where the changes miss the current table."""
    tables = decided(*witnesses(inputs, corrections))
    for recode in corrections.recodes:
        _recode(tables, recode)
    for move in corrections.moves:
        for year in move.years:
            tables[year] = _moved(tables[year], move.codes, year)
    for year, table in tables.items():
        tables[year] = _patched(table, year, corrections.tables)
    tables |= _later_tables(tables[LAST_SNAPSHOT], inputs, corrections)
    for table in tables.values():
        table[CENTRE[0]] = CENTRE[1]
    return tables


def without_placeholders(inputs: Inputs, corrections: Corrections, year: int) -> Table:
    """Return the snapshot of a year's end as it is, but for the headings of statistical tables."""
    snapshot = inputs.snapshots[corrections.snapshots.get(year, f"{year}12")]
    heading = re.compile(corrections.placeholder)
    return {code: name for code, name in snapshot.items() if not heading.fullmatch(name)}


def witnesses(inputs: Inputs, corrections: Corrections) -> tuple[Tables, Tables]:
    """Snapshots and the list of changes read backwards, each as it is, 1980 to 2018."""
    snapshots = {
        year: without_placeholders(inputs, corrections, year)
        for year in range(FIRST_YEAR, LAST_SNAPSHOT + 1)
    }
    last = _patched(snapshots[LAST_SNAPSHOT], LAST_SNAPSHOT, corrections.tables)
    heading = re.compile(corrections.placeholder)
    listed = replayed(last, LAST_SNAPSHOT, FIRST_YEAR, inputs.changes, heading)
    return snapshots, listed


def _moved(table: Table, codes: dict[str, str], year: int) -> Table:
    present = {old: new for old, new in codes.items() if old in table}
    taken = [new for new in present.values() if new in table and new not in present]
    if taken:
        raise ValueError(f"corrections.yaml: moves in {year}: {', '.join(taken)} is in use")
    return {present.get(code, code): name for code, name in table.items()}


def _recode(tables: Tables, recode: Recode) -> None:
    """Give the units of the class their later codes, in the years of the correction."""
    later = {
        (code[:2], name): code
        for code, name in tables[recode.until].items()
        if not re.fullmatch(recode.pattern, code) and not code.endswith("00")
    }
    of_class = re.compile(recode.pattern).fullmatch
    for year in recode.years:
        tables[year] = {
            later.get((code[:2], name), code) if of_class(code) else code: name
            for code, name in tables[year].items()
        }


def _patched(table: Table, year: int, patches: tuple[Patch, ...]) -> Table:
    result = dict(table)
    for patch in (patch for patch in patches if year in patch.years):
        for code in patch.drop:
            result.pop(code, None)
        result |= patch.put
    return result


def _later_tables(base: Table, inputs: Inputs, corrections: Corrections) -> Tables:
    gone = {code for code in base if inputs.current.get(code) != base[code]}
    new = {code for code in inputs.current if base.get(code) != inputs.current[code]}
    tables: Tables = {}
    table = base
    for year in range(LAST_SNAPSHOT + 1, CURRENT_YEAR + 1):
        table = _patched(_changed(table, inputs, gone, new, year), year, corrections.later)
        tables[year] = table
    _require_current(table, inputs.current)
    return tables


def _changed(table: Table, inputs: Inputs, gone: set[str], new: set[str], year: int) -> Table:
    """Return the table after the changes of a year, as far as they lead to the current table.

    The list has entries that were never carried out or that give a wrong code; one counts only if
    the current table confirms it.
    """
    events = [change for change in inputs.changes if change.year == year]
    ends = {change.old_code for change in events} & gone
    starts = {change.new_code for change in events if change.new_code in new} - {None}
    kept = {code: name for code, name in table.items() if code not in ends}
    return kept | {code: inputs.current[code] for code in starts if code}


def _require_current(table: Table, current: Table) -> None:
    if differing := sorted(set(table.items()) ^ set(current.items())):
        told = (
            f"{code} {name} is {'too much' if code in table else 'missing'} at the end of the last year"
            for code, name in differing
        )
        raise ValueError("corrections.yaml, later:\n" + "\n".join(told))
