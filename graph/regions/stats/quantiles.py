"""Quantiles of the normal distribution and of Student's t, from scipy.

scipy is loaded when first asked: a second that no other command should wait for.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=64)
def normal_quantile(share: float) -> float:
    """The value that a normal variate does not exceed with probability `share`: 1.96 for 0.975."""
    from scipy.stats import norm

    return float(norm.ppf(share))


@lru_cache(maxsize=4096)
def t_quantile(share: float, freedom: int) -> float:
    """The value that Student's t with `freedom` degrees does not exceed with probability `share`."""
    from scipy.stats import t

    return float(t.ppf(share, freedom))
