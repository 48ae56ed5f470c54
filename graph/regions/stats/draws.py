"""Seeded random splits and deals with numpy, in blocks that bound the memory they take.

Things of one value are alike, so a draw is made of counts: how many of each value go where. That is
the hypergeometric distribution of many values; its cost hangs on the number of distinct values and
not on the number of things. Things whose value is rare are shuffled one by one, which is cheaper for
them. Either way every split is as probable as any other.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

BLOCK = 1_000_000
"""Numbers held at once, 8 bytes each: draws beyond are made in further blocks."""
RARE = 4
"""A count costs about as much as shuffling so many things: rarer values are shuffled."""


def subset_sums(sums: Ints, chosen: int, draws: int, rng: np.random.Generator) -> Ints:
    """Return the sum of `chosen` of the things, drawn without replacement, `draws` times.

    The same for the same seed, whatever the order of `sums`.
    """
    values, counts = np.unique(sums, return_counts=True)
    common = counts > RARE
    rare = np.repeat(values[~common], counts[~common])
    if chosen * chosen <= len(rare):
        return _few(np.sort(sums), chosen, draws, rng)
    kinds = np.append(counts[common], len(rare))
    parts = []
    for size in _blocks(draws, len(kinds) + 2 * len(rare)):
        taken = rng.multivariate_hypergeometric(kinds, chosen, size=size, method="marginals")
        shuffled = _first_sums(rare, taken[:, -1], rng)
        parts.append(taken[:, :-1] @ values[common] + shuffled)
    return np.concatenate(parts)


def _first_sums(things: Ints, taken: Ints, rng: np.random.Generator) -> Ints:
    """For each draw the sum of the first so many things of a new random order."""
    if not len(things):
        return np.zeros(len(taken), dtype=np.int64)
    rows = rng.permuted(np.tile(things, (len(taken), 1)), axis=1)
    sums = np.zeros((len(taken), len(things) + 1), dtype=np.int64)
    np.cumsum(rows, axis=1, out=sums[:, 1:])
    taken_sums: Ints = np.take_along_axis(sums, taken[:, None], axis=1)[:, 0]
    return taken_sums


def _few(things: Ints, chosen: int, draws: int, rng: np.random.Generator) -> Ints:
    """Places are drawn with replacement, and again as long as one comes twice."""
    places = rng.integers(len(things), size=(draws, chosen))
    while True:
        ordered = np.sort(places, axis=1)
        twice = (ordered[:, 1:] == ordered[:, :-1]).any(axis=1)
        if not twice.any():
            return np.asarray(things[places].sum(axis=1), dtype=np.int64)
        places[twice] = rng.integers(len(things), size=(int(twice.sum()), chosen))


def dealt_sums(units: Ints, sizes: Ints, draws: int, rng: np.random.Generator) -> Iterator[Floats]:
    """Deals of the units (rows) to regions, `sizes` to each: sums by draw, region and column.

    Whole numbers, as floats that hold them exactly up to 2^53.
    """
    kinds, counts = np.unique(units, axis=0, return_counts=True)
    common = counts > RARE
    rare = np.repeat(kinds[~common], counts[~common], axis=0).astype(np.float64)
    values = kinds[common].astype(np.float64)
    columns = np.append(counts[common], len(rare))
    width = len(sizes) * len(columns) + len(rare) * (2 + units.shape[1])
    for size in _blocks(draws, width):
        for tables in drawn_tables(sizes, columns[columns > 0], size, rng):
            taken = tables[:, :, : len(values)].astype(np.float64)
            sums: Floats = taken @ values
            yield sums + _dealt(rare, tables[:, :, -1], rng) if len(rare) else sums


def _dealt(things: Floats, taken: Ints, rng: np.random.Generator) -> Floats:
    """Return the things in a new random order, the first so many to the first region, and so on."""
    draws, count = len(taken), len(things)
    order = rng.permuted(np.tile(np.arange(count), (draws, 1)), axis=1)
    sums = np.zeros((draws, count + 1, things.shape[1]))
    np.cumsum(things[order], axis=1, out=sums[:, 1:])
    ends = np.cumsum(taken, axis=1)
    up_to = np.take_along_axis(sums, ends[:, :, None], axis=1)
    return np.diff(up_to, axis=1, prepend=0.0)


def drawn_tables(rows: Ints, columns: Ints, draws: int, rng: np.random.Generator) -> Iterator[Ints]:
    """Random tables of counts with these margins, by scipy (Boyett 1979, Patefield 1981).

    A table of a single column is fixed by its margins; scipy 1.17 gives a wrong one.
    """
    from scipy.stats import random_table

    if len(columns) == 1:
        yield np.broadcast_to(rows[None, :, None], (draws, len(rows), 1))
        return
    margins = random_table(rows, columns)
    for size in _blocks(draws, len(rows) * len(columns)):
        yield np.asarray(margins.rvs(size, random_state=rng), dtype=np.int64)


def _blocks(draws: int, width: int) -> Iterator[int]:
    """Sizes of blocks that together make all draws, each of at most `BLOCK` numbers."""
    most = max(1, BLOCK // max(1, width))
    for start in range(0, draws, most):
        yield min(most, draws - start)
