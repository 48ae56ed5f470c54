"""The shape of a province's hierarchy on a day; it describes the region and tests nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass

from graph.connection import Database
from graph.regions.read.places import Region
from graph.regions.stats.ranking import lower_quantile
from graph.structure import command_below, dual_command, gatekeepers, krackhardt, measures, reach


@dataclass(frozen=True)
class Shape:
    """Units of a province, spans and chains of command, and measures of hierarchy.

    `levels` counts units by level, Agency for those that are not divisions.
    `span_median` is the lower median of direct subordinates over units that have any; `dual_command`
    counts units under two superiors, `gatekeepers` those that somebody below cannot be reached without.
    The measures are those of `graph.structure`, 0 to 1, None where not defined.
    """

    units: int
    levels: dict[str, int]
    span_median: float | None
    span_widest: int | None
    chain_length: int | None
    dual_command: int
    gatekeepers: int
    connectedness: float | None
    hierarchy: float | None
    efficiency: float | None
    lubness: float | None
    reaching: float | None
    flow: float | None


def shape(database: Database, region: Region) -> Shape | None:
    """The shape of the region's hierarchy; None for the stratum across provinces, and without a day."""
    if region.uid is None or region.as_of is None:
        return None
    below = command_below(database, region.as_of, region.uid)
    widths = list(measures.span(below).values())
    pairs = reach(below)
    return Shape(
        units=len(below),
        levels=dict(Counter(level or "Agency" for _, level in below.nodes(data="level"))),
        span_median=lower_quantile(widths, 0.5),
        span_widest=max(widths, default=None),
        chain_length=measures.chain_length(below),
        dual_command=len(dual_command(below)),
        gatekeepers=len(gatekeepers(below, region.uid)),
        **asdict(krackhardt(below, pairs)),
        reaching=measures.global_reaching_centrality(below, pairs),
        flow=measures.flow_hierarchy(below, pairs),
    )
