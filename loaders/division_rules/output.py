"""Turns versions, dates and successions into the rows that ship, and writes them."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from loaders.division_rules.days import OPEN, Dated, Days
from loaders.division_rules.kinds import Kinds, level
from loaders.division_rules.names import pinyin, short_name
from loaders.division_rules.provenance import Provenance
from loaders.division_rules.successions import Edge
from loaders.division_rules.successions import Kinds as SuccessionKinds
from loaders.division_rules.versions import Version
from loaders.divisions.periods import division_periods, precisions, superior_tie
from loaders.divisions.rows import SuccessionRow, TieRow, UnitRow

UNIT_COLUMNS = tuple(UnitRow.__dataclass_fields__)
TIE_COLUMNS = tuple(TieRow.__dataclass_fields__)
SUCCESSION_COLUMNS = ("from", "to", "kind", "on", "precision", "document", "source")


def unit_rows(
    versions: Iterable[Version], days: Days, provenance: Provenance
) -> tuple[UnitRow, ...]:
    """One row a version, in the order of codes and time."""
    return tuple(_unit(version, days, provenance.of(version)) for version in versions)


def _unit(version: Version, days: Days, attested_by: str) -> UnitRow:
    dated, name = days.of(version), version.state.name
    return unit_row(version, dated, (short_name(name), pinyin(name)), dated.source or attested_by)


def unit_row(version: Version, dated: Dated, names: tuple[str, str], source: str) -> UnitRow:
    """The row of a version; `names` are its short name and pinyin."""
    state = version.state
    return UnitRow(
        version.uid,
        state.code,
        state.name,
        *names,
        level(state.code),
        state.kind,
        state.rank.value,
        state.rank.basis,
        state.rank.by_rule,
        dated.start or None,
        dated.end,
        *precisions(dated.start, dated.end),
        source,
    )


def succession_rows(edges: tuple[Edge, ...], days: Days) -> tuple[SuccessionRow, ...]:
    """One row an edge, in the order of years and codes."""
    kinds = SuccessionKinds(edges)
    return tuple(_succession(edge, kinds.of(edge), days) for edge in edges)


def _succession(edge: Edge, how: str, days: Days) -> SuccessionRow:
    begun = edge.new.begins == edge.year
    old, new = days.of(edge.old), days.of(edge.new)
    on, known = (new.start, new.start_source) if begun else (old.end, old.end_source)
    on = str(edge.year) if on.startswith("[") else on
    precision, _ = precisions(on, OPEN)
    source = known or edge.source
    return SuccessionRow(edge.old.uid, edge.new.uid, how, on, precision, edge.document, source)


def tie_rows(
    versions: tuple[Version, ...],
    units: tuple[UnitRow, ...],
    successions: tuple[SuccessionRow, ...],
    kinds: Kinds,
) -> tuple[TieRow, ...]:
    """One row for each version of a superior that a version lived under."""
    periods = division_periods(units, successions)
    by_code: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        by_code[version.state.code].append(version)
    rows = {unit.uid: unit for unit in units}
    return tuple(
        tie
        for version in versions
        for upper in by_code.get(version.state.parent or "", [])
        for tie in superior_tie(rows[version.uid], rows[upper.uid], periods, kinds.statutory)
    )


def write(path: Path, columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> None:
    """Write one CSV file (UTF-8, LF), an empty field for None."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text.getvalue())
