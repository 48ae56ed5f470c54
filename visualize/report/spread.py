"""Places along a line: leaves of a tree, boxes that keep apart, labels that do not overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.regions.read.structure import StructureUnit
from visualize.picture.texts import text_width

SIZE = 10.0
"""Font size of a label."""
MOST_ROWS = 3
"""Rows of labels below the marks of a tier; a name that finds no room is not written."""


def leaf_places(units: Sequence[StructureUnit], left: float, right: float) -> dict[str, float]:
    """x of each unit: leaves side by side in the order given, a superior over the middle of its own."""
    children: dict[str | None, list[str]] = defaultdict(list)
    known = {unit.uid for unit in units}
    for unit in units:
        children[unit.parent if unit.parent in known else None].append(unit.uid)
    order = _order(children)
    leaves = [uid for uid in order if not children[uid]]
    step = (right - left) / max(1, len(leaves))
    places = {uid: left + step * (place + 0.5) for place, uid in enumerate(leaves)}
    for uid in reversed(order):
        if uid not in places:
            own = [places[child] for child in children[uid]]
            places[uid] = (min(own) + max(own)) / 2
    return places


def _order(children: dict[str | None, list[str]]) -> list[str]:
    """Superiors before subordinates, subordinates of one superior together."""
    order: list[str] = []
    waiting = list(reversed(children[None]))
    while waiting:
        uid = waiting.pop()
        order.append(uid)
        waiting += reversed(children[uid])
    return order


def spread(wanted: Sequence[float], apart: float, left: float, right: float) -> list[float]:
    """Ascending places near the wanted ones, at least `apart` from each other, within the limits."""
    places: list[float] = []
    for place, x in enumerate(wanted):
        room = right - apart * (len(wanted) - 1 - place)
        least = places[-1] + apart if places else left
        places.append(max(least, min(x, room)))
    return places


def rows_of_labels(labels: Sequence[tuple[float, str]], width: float) -> list[int]:
    """Return the row of each label, the first that has room; -1 where none has. Labels are centred on x."""
    ends = [float("-inf")] * MOST_ROWS
    rows = [-1] * len(labels)
    for place in sorted(range(len(labels)), key=lambda i: labels[i][0]):
        x, text = labels[place]
        half = text_width(text, SIZE) / 2
        row = next((r for r, end in enumerate(ends) if end + 3 <= x - half), -1)
        if row >= 0 and x - half >= 0 and x + half <= width:
            rows[place], ends[row] = row, x + half
    return rows
