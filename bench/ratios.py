"""Two ways measured in pairs: the median ratio, which a noisy machine spoils least."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def told(what: str, pairs: Sequence[tuple[float, float]], target: str = "") -> float:
    """Print the ratios of pairs of seconds, one way to the other; answer the median one."""
    ratios = [one / other for one, other in pairs]
    middle, seconds = statistics.median(ratios), statistics.median(one for one, _ in pairs)
    spread = f"min {min(ratios):.2f}, max {max(ratios):.2f}{target}"
    taken = f"{seconds:.0f} s" if seconds >= 10 else f"{seconds * 1000:.0f} ms"
    print(f"{what}: {middle:.2f} times ({spread}), {taken}", flush=True)
    return middle
