"""Made-up groups without a graph. Nothing here is real."""

from __future__ import annotations

import datetime as dt
import random

from graph.regions.groups import OWN, Figures, GroupReading

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
        kind,
        "identified",
        (kind,),
        (),
        True,
        gap,
        gap,
        known,
        coverage or 0.0,
        1.0 if known is None else known,
        (),
    )
    shares = frozenset({name} if chair is None else {name, f"chair:{chair}"})
    return GroupReading(
        group=name, name=name, name_en=name, as_of=DAY, region=None, region_name="SYNTHETIC",
        stratum="province", kind="SYNTHETIC", field=field, level="Prefecture", shares=shares,
        instruments=(), size=size, standing=OWN, asked=figures,
    )  # fmt: skip


_PROVINCES = 31
_TYPES = ("STRONG", "STRONG", "WEAK", "SELF_FORMING", "UNKNOWN")
_FIELDS = ("water", "tourism", "transport", "environment", "economy", None)


def synthetic_regions(
    groups: int, seed: int = 20_181_226, shared: float = 0.2
) -> list[tuple[str, list[GroupReading]]]:
    """So many groups over 31 provinces and 跨省, `shared` of them under a chair of several groups.

    Provinces differ in size and a little in their gaps, so that some pairs differ and most do not; a
    tenth of the values are missing.
    """
    draw = random.Random(seed)
    names = [f"SYNTHETIC {number + 1}" for number in range(_PROVINCES)] + ["跨省 (SYNTHETIC)"]
    weights = [draw.uniform(0.5, 2) for _ in names]
    lean = [draw.choice((0, 0, 0, 3)) for _ in names]
    found: list[list[GroupReading]] = [[] for _ in names]
    for number in range(groups):
        place = draw.choices(range(len(names)), weights)[0]
        found[place].append(_group(draw, number, place, lean[place], shared, groups))
    return list(zip(names, found, strict=True))


def _group(
    draw: random.Random, number: int, place: int, lean: int, shared: float, groups: int
) -> GroupReading:
    members = draw.randint(2, 15)
    led = draw.randint(0, members)
    gap = None if draw.random() < 0.1 else max(-9, min(9, round(draw.gauss(1 + lean, 2))))
    coverage = None if gap is None else led / members
    chair = f"chair:{number}"
    if draw.random() < shared:
        chair = f"chair:{place}:{draw.randrange(max(1, groups // 300))}"
    return synthetic_group(
        f"synthetic:{number}", gap, field=draw.choice(_FIELDS), size=members, chair=chair,
        coverage=coverage, kind=draw.choice(_TYPES),
    )  # fmt: skip
