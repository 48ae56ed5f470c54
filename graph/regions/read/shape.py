"""The shape of a province's hierarchy on a day; it describes the region and tests nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.connection import Database
from graph.regions.read.places import Region
from graph.regions.stats.ranking import lower_quantile
from graph.structure import (
    chain_length,
    command_below,
    dual_command,
    flow_hierarchy,
    gatekeepers,
    global_reaching_centrality,
    krackhardt,
    reach,
    span,
)


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
    widths = list(span(below).values())
    pairs = reach(below)
    measures = krackhardt(below, pairs)
    return Shape(
        units=len(below),
        levels=dict(Counter(level or "Agency" for _, level in below.nodes(data="level"))),
        span_median=lower_quantile(widths, 0.5),
        span_widest=max(widths, default=None),
        chain_length=chain_length(below),
        dual_command=len(dual_command(below)),
        gatekeepers=len(gatekeepers(below, region.uid)),
        connectedness=measures.connectedness,
        hierarchy=measures.hierarchy,
        efficiency=measures.efficiency,
        lubness=measures.lubness,
        reaching=global_reaching_centrality(below, pairs),
        flow=flow_hierarchy(below, pairs),
    )
