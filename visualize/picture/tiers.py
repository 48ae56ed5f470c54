"""A group on tiers by rank, its ties led through channels between the rows, never through a box.

Between two rows lies a channel. A tie leaves its box into a channel, changes the row in a lane (in
a gutter through the middle for the chair's own ties, at the right edge for all others) and enters
its target from the channel beside it. Ties of one strand share slot and lane.
"""

from __future__ import annotations

from dataclasses import replace

from graph.pictures import Picture, PictureTie
from visualize.picture.boxes import BoxText, Form
from visualize.picture.channels import (
    ARROW,
    BADGE,
    LANE,
    PORT,
    Plan,
    central,
    foot,
    head,
    lane_width,
    planned,
    port_side,
    slot_y,
    ways,
)  # fmt: skip
from visualize.picture.layouts import (
    NO_RANK,
    Band,
    Box,
    BoxRow,
    Layout,
    Route,
    StrandName,
    row_places,
    rows,
)  # fmt: skip
from visualize.picture.strand_names import strand_names, strand_numbers
from visualize.picture.strands import MOST, Key, badged

STRIP, MARGIN = 24.0, 10.0


def tiers(
    picture: Picture, form: Form, own: dict[str, BoxText] | None = None, most: float = MOST
) -> Layout:
    """Place a group's picture: vertical position is rank, the highest above; linear in its size.

    `own` are the boxes by uid where they are not the nodes' cards, `most` the lines without a name that
    may run side by side.
    """
    lines, cards = rows(picture, form, own)
    plan = planned(picture, lines, most)
    tops, bands, height = _heights(lines, plan)
    boxes, right = _boxes(lines, cards, plan, tops)
    routes = tuple(_route(tie, plan, boxes, tops, right) for tie in picture.ties)
    names = strand_names(picture, plan, routes, form)
    extent = right + LANE * (lane_width(plan, False) + 1)
    made = _shifted(boxes, routes, names, bands, (extent, height), form.width)
    return replace(made, numbers=strand_numbers(picture, plan))


def _heights(lines: list[BoxRow], plan: Plan) -> tuple[list[float], list[Band], float]:
    """Upper edge of each row, the bands of the tiers, the height of all."""
    y = 0.0
    tops: list[float] = []
    starts: list[tuple[int, float]] = []
    for row, channel in zip(lines, plan.channels, strict=False):
        y += head(channel) if tops else 0.0
        if row.first:
            starts.append((row.tier, y))
        y += (STRIP if row.first else 0.0) + channel.room + foot(channel)
        tops.append(y)
        y += row.height
    height = y + head(plan.channels[-1])
    ends = [start for _, start in starts[1:]] + [height]
    bands = [
        Band(None if tier == NO_RANK else tier, start, end - start)
        for (tier, start), end in zip(starts, ends, strict=True)
    ]
    return tops, bands, height


def _boxes(
    lines: list[BoxRow], cards: dict[str, BoxText], plan: Plan, tops: list[float]
) -> tuple[dict[str, Box], float]:
    boxes: dict[str, Box] = {}
    for row, top, through in zip(lines, tops, plan.gutters, strict=True):
        gutter = LANE * (lane_width(plan, True) + 2) if through else 0.0
        for uid, x in row_places(row, cards, gutter).items():
            text = replace(cards[uid], height=row.height)
            boxes[uid] = Box(x, top + row.height / 2, text)
    right = max((box.right for box in boxes.values()), default=0.0)
    return boxes, right


def _port_x(plan: Plan, box: Box, uid: str, top: bool, tie: PictureTie) -> float:
    side = port_side(plan, tie, uid)
    ports = plan.ports[uid, top, side]
    number = ports[plan.strands.port(tie) if uid == tie.end else plan.strands.key(tie)]
    if side == 0:
        # Many ties of one box stand closer, so that none leaves it beside its edge.
        step = min(PORT, (box.text.width - 18) / max(len(ports) - 1, 1))
        return box.x + (number - (len(ports) - 1) / 2) * step
    reach = max(box.text.width / 2 - 9 - PORT * number, 4.0)
    return box.x + side * reach


def _lane_x(plan: Plan, key: Key, right: float) -> float:
    if central(plan, key):
        return (plan.lanes[key] - (lane_width(plan, True) - 1) / 2) * LANE
    return right + LANE * (plan.lanes[key] + 1)


def _route(
    tie: PictureTie, plan: Plan, boxes: dict[str, Box], tops: list[float], right: float
) -> Route:
    key = plan.strands.key(tie)
    leave, arrive, by_top, at_top = ways(plan, tie)
    start, end = boxes[tie.start], boxes[tie.end]
    x1 = _port_x(plan, start, tie.start, by_top, tie)
    x2 = _port_x(plan, end, tie.end, at_top, tie)
    y1, y2 = slot_y(plan, leave, key, tops), slot_y(plan, arrive, key, tops)
    points = [(x1, start.top if by_top else start.bottom), (x1, y1)]
    if leave != arrive:
        lane = _lane_x(plan, key, right)
        points += [(lane, y1), (lane, y2)]
    points += [(x2, y2), (x2, end.top if at_top else end.bottom)]
    return Route(tuple(points), _badge(plan, tie, end, at_top) if badged(tie) else None)


def _badge(plan: Plan, tie: PictureTie, end: Box, top: bool) -> tuple[float, float]:
    number = plan.badges[tie.end, top][plan.strands.port(tie)]
    away = ARROW / 2 + 6 + BADGE * number
    return end.x, end.top - away if top else end.bottom + away


def _shifted(
    boxes: dict[str, Box],
    routes: tuple[Route, ...],
    names: tuple[StrandName, ...],
    bands: list[Band],
    extent: tuple[float, float],
    least: float,
) -> Layout:
    """Move everything so that the upper left corner is 0, 0, a narrow picture into the middle."""
    right, height = extent
    left = min((box.left for box in boxes.values()), default=0.0)
    spare = max(0.0, least - (right - left) - 2 * MARGIN)
    by = MARGIN + spare / 2 - left
    return Layout(
        boxes={uid: replace(box, x=box.x + by) for uid, box in boxes.items()},
        routes=tuple(_moved(route, by) for route in routes),
        bands=tuple(bands),
        width=right - left + 2 * MARGIN + spare,
        height=height,
        strands=tuple(replace(name, x=name.x + by) for name in names),
    )


def _moved(route: Route, by: float) -> Route:
    badge = (route.badge[0] + by, route.badge[1]) if route.badge else None
    return Route(tuple((x + by, y) for x, y in route.points), badge)
