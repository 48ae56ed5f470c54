"""The two ordinal outcomes that regions are compared by: the smallest gap, and line coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.regions.read.reading import ASKED, Figures, GroupReading
from graph.regions.stats.ranking import lower_quantile

OUTCOMES = ("gap_min", "lc")
LIMITS: dict[str, tuple[float, float]] = {"gap_min": (-9, 9), "lc": (0, 1)}
"""The least and the most that each outcome can be."""


@dataclass(frozen=True)
class Distribution:
    """What is known of an outcome in a region.

    `values` in ascending order; lower quartiles and median are values that occur, never a mean.
    `missing` counts groups of which a rank, a chair or a link is not known, `not_defined` those that
    have none by nature: every member is headed by a chair (or outside its command by law).
    """

    outcome: str
    values: tuple[float, ...]
    missing: int
    not_defined: int
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None


def value(outcome: str, figures: Figures) -> float | None:
    """Return the outcome of a group, None where it is missing or not defined."""
    return figures.gap_min if outcome == "gap_min" else figures.lc


def bounds(outcome: str, figures: Figures) -> tuple[float, float]:
    """Find between which values the outcome of a group lies; both the value itself where it is known."""
    known = value(outcome, figures)
    if known is not None:
        return known, known
    low, high = LIMITS[outcome]
    if outcome == "gap_min":
        at_most = figures.gap_min_at_most
        return low, high if at_most is None else at_most
    least, most = figures.lc_min, figures.lc_max
    return (low if least is None else least), (high if most is None else most)


def distribution(
    outcome: str, groups: Sequence[GroupReading], reading: str = ASKED
) -> Distribution:
    """Return the distribution of an outcome over groups, under one of their readings."""
    figures = [group.readings[reading] for group in groups]
    defined = [one for one in figures if one.defined]
    outcomes = [value(outcome, one) for one in defined]
    values = tuple(sorted(one for one in outcomes if one is not None))
    lower, median, upper = (lower_quantile(values, share) for share in (0.25, 0.5, 0.75))
    missing, undefined = len(defined) - len(values), len(figures) - len(defined)
    return Distribution(outcome, values, missing, undefined, lower, median, upper)
