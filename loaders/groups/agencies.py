"""Agencies (机构): their rows, their ties to the bodies above and the ranks that follow by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.core.dates import Period, Precision, start_bound
from graph.core.model import Tie, TieType
from graph.offices.ranks import department_rank
from loaders.divisions.lookup import DivisionRef
from loaders.form.entries import Located
from loaders.form.references import References
from loaders.form.schema import UnitEntry
from loaders.groups.derived_ends import stopped_by
from loaders.groups.rows import AgencyRow, row_of
from loaders.write.provenance import provenance


def agency_row(row: Located[UnitEntry], refs: References) -> AgencyRow:
    """The agency with its rank: the file's, else by rule for a department of a local government."""
    entry = row.entry
    rank, basis = entry.rank, entry.rank_basis or ("stated" if entry.rank else None)
    if rank is None:
        rank = _rank_by_rule(row, refs)
        basis = "derived" if rank is not None else None
    period, sources = _period(entry, refs), refs.sources(row)
    return row_of(AgencyRow, entry, rank=rank, rank_basis=basis, period=period, sources=sources)


def agency_ties(row: Located[UnitEntry], refs: References) -> Iterator[Tie]:
    """One tie for each unit of the body above that lives while the agency does; none if unknown."""
    entry = row.entry
    if entry.of is None or entry.tie is None:
        return
    period, evidence = _period(entry, refs), provenance(refs.sources(row), "high")
    for uid, life in _uppers(row, refs):
        shared = _shared(period, life)
        if shared is not None:
            part, properties = shared.start.day.isoformat(), {**shared.properties(), **evidence}
            yield Tie(TieType(entry.tie.upper()), entry.uid, uid, properties, part)


def _uppers(row: Located[UnitEntry], refs: References) -> Iterator[tuple[str, Period]]:
    text = row.entry.of or ""
    if text.startswith("agency:"):
        uid = refs.unit(text, None, row.at("of"))
        if uid in refs.first:
            yield uid, _period(refs.first[uid].entry, refs)
    elif _division(row, refs) is not None:
        code, _, name = text.partition(":")
        for unit in refs.divisions.versions(code, name or None):
            yield unit.uid, unit.period


def _division(row: Located[UnitEntry], refs: References) -> DivisionRef | None:
    start = row.entry.from_
    return refs.division(
        row.entry.of or "", start_bound(start).day if start else None, row.at("of")
    )


def _rank_by_rule(row: Located[UnitEntry], refs: References) -> int | None:
    of = row.entry.of or ""
    if row.entry.tie != "department_of" or of.startswith("agency:"):
        return None
    government = _division(row, refs)
    return department_rank(government.rank) if government else None


def _period(entry: UnitEntry, refs: References) -> Period:
    period = Period.of(entry.from_, entry.to)
    successor = refs.first.get(entry.succeeded_by or "")
    if successor is None or not successor.entry.from_:
        return period
    return stopped_by(period, start_bound(successor.entry.from_))


def _shared(own: Period, other: Period) -> Period | None:
    """The days that both periods hold; what the agency's own does not know stays unknown."""
    start, start_text = own.start, own.start_edtf
    if own.start.precision is Precision.UNKNOWN:
        start = replace(own.start, day=other.start.day)
    elif other.start.day > own.start.day:
        start, start_text = other.start, other.start_edtf
    end, end_text = own.end, own.end_edtf
    if own.end.precision is Precision.UNKNOWN:
        end = replace(own.end, day=other.end.day)
    elif other.end.day < own.end.day:
        end, end_text = other.end, other.end_edtf
    return Period(start, end, start_text, end_text) if start.day < end.day else None
