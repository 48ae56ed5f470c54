"""Pairs of regions as flat rows: what CSV, Word and the page print."""

from __future__ import annotations

from typing import Any

from graph.regions.differences import Difference
from graph.regions.matching import Matched


def pair_row(one: Difference) -> dict[str, Any]:
    """A difference without nesting."""
    low, high = one.delta_bounds or (None, None)
    test, interval, power = one.test, one.interval, one.power
    return {
        "outcome": one.outcome,
        "a": one.a,
        "b": one.b,
        "n_a": one.n[0],
        "n_b": one.n[1],
        "missing_a": one.missing[0],
        "missing_b": one.missing[1],
        "delta": one.delta,
        "delta_at_least": low,
        "delta_at_most": high,
        "interval_low": interval.low if interval else None,
        "interval_high": interval.high if interval else None,
        "approximate": interval.approximate if interval else None,
        "p": test.p if test else None,
        "p_holm": one.p_holm,
        "exact": test.exact if test else None,
        "n_resamples": test.n_resamples if test else None,
        "smallest_p": test.smallest_p if test else None,
        "clusters_a": test.n_clusters[0] if test else None,
        "clusters_b": test.n_clusters[1] if test else None,
        "left_out": test.left_out[1] if test else None,
        "power_medium": power.medium if power else None,
        "detectable": power.detectable if power else None,
        "not_tested": one.not_tested,
    }


def matched_row(one: Matched) -> dict[str, Any]:
    """A matched comparison without nesting."""
    test = one.test
    return {
        "outcome": one.outcome,
        "a": one.a,
        "b": one.b,
        "strata": one.strata,
        "n_a": one.n[0],
        "n_b": one.n[1],
        "unmatched_a": one.unmatched[0],
        "unmatched_b": one.unmatched[1],
        "delta": one.delta,
        "p": test.p if test else None,
        "exact": test.exact if test else None,
        "smallest_p": test.smallest_p if test else None,
        "not_tested": one.why_not.en if one.why_not else None,
    }
