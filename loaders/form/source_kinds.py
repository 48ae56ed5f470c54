"""What a kind of source is good for: how sure it makes a statement, and whether it shows its own day."""

from __future__ import annotations

from collections.abc import Iterable

from graph.core.dates import known_by, start_bound
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
    """EDTF for known by the first day of those sources (kind, day) that speak of their own day."""
    days = [day for kind, day in sources if kind in WITNESSES and day]
    return known_by(min(days, key=lambda day: start_bound(day).day)) if days else None


UNSOURCED = "unsourced"
"""Id of the source of everything that names none; `source` of a tie shows it."""


def no_source() -> SourceEntry:
    """The entry of that source; no file may write its kind."""
    return SourceEntry.model_construct(
        title="No source given (未注明来源)", url=None, kind=UNSOURCED, date=None, licence=None
    )
