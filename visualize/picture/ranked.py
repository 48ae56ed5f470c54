"""A hierarchy on the scale of ranks: units of one rank in one band, families together.

The units of a family that have one rank stand side by side behind the name of the unit above them.
So a province with 136 counties stays legible beside another. Linear in the number of nodes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.pictures import Picture, PictureNode
from visualize.picture.boxes import BoxText, Form, chip
from visualize.picture.layouts import NO_RANK, Band, Box, Caption, Layout, Route, tier_of
from visualize.picture.style import CHIP
from visualize.picture.trees import GAP, MARGIN, PITCH, TICK, branches, flow

STRIP, NAME, SPINE, FAMILY_GAP, LINE = 24.0, 108.0, 10.0, 9.0, 18.0
"""Height of a band's name, width of a family's name, room of its rail, space between, line of a name."""
NARROW = 450

Family = tuple[str | None, list[str]]


@dataclass
class _Drawing:
    """What is placed so far, and for each unit the rail on which it hangs."""

    chips: dict[str, BoxText]
    form: Form
    boxes: dict[str, Box] = field(default_factory=dict)
    captions: list[Caption] = field(default_factory=list)
    starts: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def narrow(self) -> bool:
        return self.form.width < NARROW


def ranked(picture: Picture, form: Form) -> Layout:
    """Place a hierarchy by rank; only the boxes of open branches get a place, as in a tree."""
    shape = branches(picture)
    nodes = {node.uid: node for node in picture.nodes}
    chips = {uid: chip(nodes[uid], form, shape.closed.get(uid, 0)) for uid in shape.depth}
    drawing = _Drawing(chips, form)
    bands, y = [], 0.0
    for tier, families in _tiers(nodes, shape.depth, shape.parent).items():
        top = y
        y += STRIP
        for family in families:
            y = _place(drawing, nodes, family, y) + FAMILY_GAP
        bands.append(Band(None if tier == NO_RANK else tier, top, y - top))
    routes = tuple(
        _route(drawing, shape.parent, tie.start, tie.end)
        for tie in picture.ties
        if tie.start in drawing.boxes and tie.end in drawing.boxes
    )
    width = max((box.right for box in drawing.boxes.values()), default=0.0) + MARGIN
    captions = tuple(drawing.captions)
    return Layout(drawing.boxes, routes, tuple(bands), max(width, float(form.width)), y, captions)


def _tiers(
    nodes: dict[str, PictureNode], order: dict[str, int], parent: dict[str, str]
) -> dict[int, list[Family]]:
    """Families of each tier, the highest first; `order` lists parents before children."""
    families: dict[int, dict[str | None, list[str]]] = {}
    for uid in order:
        tier = families.setdefault(tier_of(nodes[uid]), {})
        tier.setdefault(parent.get(uid), []).append(uid)
    return {tier: list(families[tier].items()) for tier in sorted(families, reverse=True)}


def _place(drawing: _Drawing, nodes: dict[str, PictureNode], family: Family, y: float) -> float:
    """Place a family from `y` downwards; the height that it ends at."""
    above, uids = family
    left = MARGIN
    start = (MARGIN + SPINE / 2, y)
    if above is not None:
        left += SPINE * 2 if drawing.narrow else NAME + SPINE * 2
        y, start = _named(drawing, nodes[above], y)
    for line in flow(uids, drawing.chips, drawing.form.width - left - MARGIN):
        x = left
        for uid in line:
            text = drawing.chips[uid]
            drawing.boxes[uid] = Box(x + text.width / 2, y + PITCH - text.height / 2, text)
            drawing.starts[uid] = start
            x += text.width + GAP
        y += PITCH
    return y


def _named(drawing: _Drawing, above: PictureNode, y: float) -> tuple[float, tuple[float, float]]:
    """Write the name of a family: before it, on a phone over it; where its rail begins."""
    if drawing.narrow:
        drawing.captions.append(Caption(above.uid, MARGIN, y + LINE / 2, "left", 300.0))
        return y + LINE - TICK, (MARGIN + SPINE / 2, y + LINE)
    middle = y + PITCH - CHIP["height"] / 2
    right = MARGIN + NAME
    drawing.captions.append(Caption(above.uid, right, middle, "right", NAME))
    return y, (right + 4, middle)


def _route(drawing: _Drawing, parent: dict[str, str], start: str, end: str) -> Route:
    """From the family's name along the rail above the row; other ties go straight."""
    a, b = drawing.boxes[start], drawing.boxes[end]
    if parent.get(end) != start:
        return Route(((a.x, a.bottom), (b.x, b.top)))
    x, y = drawing.starts[end]
    spine = x if drawing.narrow else x + SPINE
    rail = b.top - TICK
    return Route(((x, y), (spine, y), (spine, rail), (b.x, rail), (b.x, b.top)))
