"""Measures of the shape of a hierarchy, on networkx; they describe and cannot classify a group.

    from graph.structure import krackhardt, to_networkx
    shandong = to_networkx(database, dt.date(2018, 12, 25), region="山东省")
    krackhardt(shandong).lubness

Edges run from superior to subordinate. Every measure takes any `networkx.DiGraph` of that sense,
leaves loops out (nobody commands itself), counts parallel ties between two units once, and
answers None where it is not defined.
"""

from graph.structure.dominators import dominators, gatekeepers, unavoidable
from graph.structure.krackhardt import Krackhardt, krackhardt
from graph.structure.load import command_below, to_networkx
from graph.structure.measures import (
    chain_length,
    dual_command,
    flow_hierarchy,
    global_reaching_centrality,
    lowest_common_superiors,
    span,
)
from graph.structure.reach import Reach, reach

__all__ = [
    "Krackhardt",
    "Reach",
    "chain_length",
    "command_below",
    "dominators",
    "dual_command",
    "flow_hierarchy",
    "gatekeepers",
    "global_reaching_centrality",
    "krackhardt",
    "lowest_common_superiors",
    "reach",
    "span",
    "to_networkx",
    "unavoidable",
]
