"""The divisions as a tree in one list: each before those that it leads, in the order of codes.

In this order a unit and all below it stand side by side, so that the number of units directly below
each one tells the whole tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.pictures.nation import NationUnit

Family = dict[str, list[NationUnit]]


def in_tree_order(units: Sequence[NationUnit]) -> tuple[list[NationUnit], list[int]]:
    """All units, superiors first, and how many each leads directly. Linear.

    A unit whose superior is not among them begins a tree of its own; so does the first unit of a
    circle.
    """
    known = {unit.uid for unit in units}
    families: Family = {}
    roots = []
    for unit in units:
        if unit.parent in known and unit.parent != unit.uid:
            families.setdefault(str(unit.parent), []).append(unit)
        else:
            roots.append(unit)
    order: list[NationUnit] = []
    counts: list[int] = []
    seen: set[str] = set()
    for root in [*roots, *units]:
        if root.uid not in seen:
            _walk(root, families, seen, order, counts)
    return order, counts


def _walk(
    root: NationUnit, families: Family, seen: set[str], order: list[NationUnit], counts: list[int]
) -> None:
    seen.add(root.uid)
    waiting = [root]
    while waiting:
        unit = waiting.pop()
        below = [child for child in families.get(unit.uid, ()) if child.uid not in seen]
        seen.update(child.uid for child in below)
        order.append(unit)
        counts.append(len(below))
        waiting.extend(reversed(below))
