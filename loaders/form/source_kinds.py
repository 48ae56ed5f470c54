"""What a kind of source is good for: how sure it makes a statement, and whether it shows its own day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from graph.core.dates import Precision, end_bound, known_by, start_bound
from loaders.form.schema import SourceEntry

CONFIDENCE = {
    "gov_doc": "high", "gov_site": "high", "agreement": "high", "gov_doc_mirror": "medium",
    "gov_site_mirror": "medium", "press": "medium", "press_mirror": "medium",
    "yearbook": "medium", "encyclopedia": "medium", "article": "low",
}  # fmt: skip
WITNESSES = ("gov_doc", "gov_doc_mirror", "gov_site", "gov_site_mirror", "press", "press_mirror",
             "agreement")  # fmt: skip
"""Kinds of source that speak of their own day; an encyclopaedia or article speaks of the past."""


def confidence(kinds: Iterable[str]) -> str | None:
    """By the surest of the kinds; None without any."""
    return surest(CONFIDENCE.get(kind, "low") for kind in kinds)


def surest(told: Iterable[str]) -> str | None:
    """The highest of several confidences; None without any."""
    return min(told, key=("high", "medium", "low").index, default=None)


def shown_by(sources: Iterable[tuple[str, str | None]]) -> str | None:
    """EDTF for known by the first day of those sources (kind, day) that speak of their own day.

    Where none does, by the first day of the others: what is written of the past is known by then. The day
    of an encyclopaedia says nothing.
    """
    told = [(kind, day) for kind, day in sources if day and kind != "encyclopedia"]
    days = [day for kind, day in told if kind in WITNESSES] or [day for _, day in told]
    return known_by(min(days, key=lambda day: start_bound(day).day)) if days else None


ACTS = ("gov_doc", "gov_doc_mirror", "agreement")
SOON = dt.timedelta(days=30)
"""How long after a founding the press still tells of it as news."""


def tells_founding(kind: str, day: str | None, start: str) -> bool:
    """Whether a source dates what it names to the founding, known from `start` (EDTF) on.

    The act does, and what is printed within 30 days of the last day of that period. An encyclopaedia, an
    article, or a page of years later dates nothing back.
    """
    if day is None:
        return kind in ACTS
    end = end_bound(start.removeprefix("[..").removesuffix("]"))
    last = end.day if end.precision is Precision.DAY else end.day - dt.timedelta(days=1)
    return kind in WITNESSES and start_bound(day).day <= last + SOON


UNSOURCED = "unsourced"
"""Id of the source of everything that names none; `source` of a tie shows it."""


def no_source() -> SourceEntry:
    """The entry of that source; no file may write its kind."""
    return SourceEntry.model_construct(
        title="No source given (未注明来源)", url=None, kind=UNSOURCED, date=None, licence=None
    )
