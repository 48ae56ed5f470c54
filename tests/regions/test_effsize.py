"""Cliff's delta and its interval as R's effsize computes them, and published examples."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest

from graph.regions import cliffs_delta
from graph.regions.ordinal import Floats, limits, t_quantile, variance
from tests.regions.by_hand import delta_interval

TREATMENT = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50]
CONTROL = [10, 20, 30, 40, 40, 50]
"""The example of Hogarty and Kromrey (1999), in the help and the tests of effsize."""


def _parts(a: list[float], b: list[float]) -> tuple[float, float, float, float]:
    """d and the sums of squares of effsize: rows, columns and cells round d (rescaled at -1 and 1)."""
    matrix = [[(x > y) - (x < y) for y in b] for x in a]
    n, m = len(a), len(b)
    d = sum(map(sum, matrix)) / (n * m)
    d = d * (n * m - 1) / (n * m) if abs(d) == 1 else d
    rows = math.fsum((sum(row) / m - d) ** 2 for row in matrix)
    columns = math.fsum((sum(column) / n - d) ** 2 for column in zip(*matrix, strict=True))
    cells = math.fsum((cell - d) ** 2 for row in matrix for cell in row)
    return d, rows, columns, cells


def test_the_published_example() -> None:
    """delta -0.25 with limits -0.7265846 and 0.3890062, as effsize prints them; its three sums of squares."""
    a, b = [float(x) for x in TREATMENT], [float(x) for x in CONTROL]
    d, rows, columns, cells = _parts(a, b)
    n, m = len(a), len(b)
    terms = rows / (n - 1), columns / (m - 1), cells / ((n - 1) * (m - 1))
    assert terms == pytest.approx((0.2669753, 0.447, 1.0055556), abs=5e-8)
    low, high = limits(d, t_quantile(0.975, n + m - 2), variance(_array(a), _array(b), d))
    assert cliffs_delta(a, b) == d == -0.25
    assert (low, high) == pytest.approx((-0.7265846, 0.3890062), abs=5e-8)


def _array(values: list[float]) -> Floats:
    return np.asarray(values, dtype=np.float64)


def test_the_example_that_is_negligible() -> None:
    found = cliffs_delta([10, 20, 20, 20, 30, 30, 30, 40, 50, 100], CONTROL)
    assert found == pytest.approx(-0.0666666667, abs=1e-9)


@pytest.mark.parametrize("seed", range(30))
def test_the_interval_is_that_of_the_package(seed: int) -> None:
    """Unbiased variance and Student's t, the defaults of `cliff.delta`, term by term."""
    draw = random.Random(seed)
    a = [float(draw.randint(1, 20)) for _ in range(draw.randint(10, 40))]
    b = [float(draw.randint(5, 30)) for _ in range(draw.randint(10, 40))]
    n, m = len(a), len(b)
    d, rows, columns, cells = _parts(a, b)
    s2 = (m**2 * rows + n**2 * columns - cells) / (n * m * (n - 1) * (m - 1))
    found = delta_interval(a, b)
    assert found and s2 > 0
    z = t_quantile(0.975, n + m - 2)
    below = 1 - d**2 + z**2 * s2
    width = z * math.sqrt(s2) * math.sqrt((1 - d**2) ** 2 + z**2 * s2)
    assert found.low == pytest.approx((d - d**3 - width) / below, abs=1e-9)
    assert found.high == pytest.approx((d - d**3 + width) / below, abs=1e-9)


def test_samples_wholly_apart_end_at_one() -> None:
    """effsize warns and takes 1 for the outer limit; the inner one uses the rescaled d."""
    found = delta_interval([float(x) for x in range(20, 32)], [float(x) for x in range(12)])
    assert found and found.high == 1 and 0 < found.low < 1
