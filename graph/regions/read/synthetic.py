"""One made-up group without a graph, for examples and benches. Nothing it makes is real."""

from __future__ import annotations

import datetime as dt

from graph.regions.read.reading import ASKED, OWN, Figures, GroupReading

DAY = dt.date(2018, 12, 25)


def synthetic_group(
    name: str,
    gap: int | None,
    *,
    field: str | None = "water",
    size: int = 4,
    chair: str | None = None,
    coverage: float | None = 1.0,
    kind: str = "STRONG",
) -> GroupReading:
    """Return a synthetic group with this gap, coverage and type; groups of one `chair` hang together."""
    known = None if gap is None else coverage
    figures = Figures(
        kind, (kind,), True, gap, gap, known, coverage or 0.0, 1.0 if known is None else known, ()
    )
    shares = frozenset({name} if chair is None else {name, f"chair:{chair}"})
    return GroupReading(
        group=name, name=name, name_en=name, as_of=DAY, region=None, region_name="SYNTHETIC",
        stratum="province", kind="SYNTHETIC", field=field, level="Prefecture", shares=shares,
        instruments=(), size=size, standing=OWN, doubtful=False, readings={ASKED: figures},
    )  # fmt: skip
