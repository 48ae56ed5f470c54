"""How often drawn values are as extreme as the observed one, and when drawing can stop."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

STOPS = ((99, 30), (999, 100), (2_999, 150))
"""After so many draws an early stop needs so many hits: p is above 0.3, 0.1 or 0.05 then."""
_NEVER = 1e-12
"""A chance below which an event among all draws is taken for impossible."""

Draw = Callable[[int], int]
"""Makes this many draws and counts those that are as extreme as what was observed."""


def counted(draw: Draw, resamples: int, early: bool = False) -> tuple[int, int]:
    """Hits and draws. With `early` few draws are enough where hits abound (`STOPS`).

    p = (1 + hits) / (1 + draws) stays valid below 0.05 whatever the stop: such a p needs all draws, of
    which fewer are hits than would have stopped it, and that is no more probable than few hits among all.
    Sequential tests of this kind are those of Besag and Clifford (1991), Biometrika 78(2), 301-304.
    """
    hits = drawn = 0
    for size, plenty in _stages(resamples, early):
        hits, drawn = hits + draw(size), drawn + size
        if hits >= plenty:
            break
    return hits, drawn


def _stages(resamples: int, early: bool) -> Iterator[tuple[int, float]]:
    """Numbers of draws, one after the other, and how many hits make the last of them."""
    drawn = 0
    for stop, plenty in STOPS if early else ():
        if stop < resamples:
            yield stop - drawn, plenty
            drawn = stop
    yield resamples - drawn, math.inf


def surely_no_hit(
    bound: int, chosen: int, squares: int, things: int, widest: int, resamples: int
) -> bool:
    """Whether no draw will reach `bound`: the chance that even one does is below 10^-12.

    Bernstein's inequality for the sum S of `chosen` of `things` numbers that are 0 in sum, drawn without
    replacement: P(|S| >= t) <= 2 exp(-t^2 / (2 n s2 + 2 t c / 3)) with s2 their variance and c the widest
    of them (Hoeffding 1963, section 6: it holds without replacement too).
    """
    if not bound:
        return False
    spread = 2 * chosen * squares / things + 2 * bound * widest / 3
    return math.log(2 * resamples) - bound * bound / spread < math.log(_NEVER)
