"""Comparing the authority structures of regions: what differs, how sure that is, what cannot be said.

    from graph.regions import compare
    compare(["山东省", "广东省"], "2018-12-25")

Ordinal throughout: Cliff's delta, exact permutation tests and lower medians, never a mean of ranks. The
definitions are those of docs/regions.md, an operationalisation of this project.
"""

from graph.regions.compare import compare
from graph.regions.ordinal import cliffs_delta
from graph.regions.permutation import permutation_p
from graph.regions.profile import profile

__all__ = ["cliffs_delta", "compare", "permutation_p", "profile"]
