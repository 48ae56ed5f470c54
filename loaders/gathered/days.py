"""Dates of gathered entries as EDTF, each as exact as its source makes it."""

from __future__ import annotations

from graph.core.dates import known_by
from loaders.gathered.form import Ended, InForce

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


def _edtf(text: str, precision: str) -> str:
    return known_by(text) if precision == "by" else text[: LENGTH[precision]]
