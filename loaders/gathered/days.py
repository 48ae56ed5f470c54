"""Dates of gathered entries as EDTF, each as exact as its source makes it."""

from __future__ import annotations

from graph.core.dates import known_by
from loaders.form.schema import SourceEntry
from loaders.form.source_kinds import shown_by
from loaders.gathered.form import Ended, GatheredGroup, GatheredSeat, InForce

LENGTH = {"day": 10, "month": 7, "year": 4}


def group_start(in_force: InForce | None) -> str | None:
    """Start of a group: no more exact than its precision; `by` is known then."""
    if in_force is None:
        return None
    return _edtf(in_force.from_, in_force.precision)


def group_end(ended: Ended | None) -> str | None:
    """End of a group, None where no day or period is told."""
    if ended is None or ended.on is None:
        return None
    return _edtf(ended.on, ended.precision or "by")


def seat_start(
    seat: GatheredSeat, group: GatheredGroup, sources: dict[str, SourceEntry]
) -> str | None:
    """Start of a seat: exact where the founding act names it, else by the day its source shows it.

    A source that tells of the past (an encyclopaedia, an article) dates nothing.
    """
    founded = group.founding is not None and bool(set(seat.source) & set(group.founding.source))
    start = group_start(group.in_force)
    if seat.from_:
        return start if founded and start == seat.from_ else known_by(seat.from_)
    if founded and start:
        return start
    return shown_by((sources[uid].kind, sources[uid].date) for uid in seat.source)


def _edtf(text: str, precision: str) -> str:
    return known_by(text) if precision == "by" else text[: LENGTH[precision]]
