"""A group on tiers by rank, its ties led through channels between the rows, never through a box.

Between two rows lies a channel. A tie leaves its box into a channel, changes the row in a lane (in
a gutter through the middle for the chair's own ties, at the right edge for all others) and enters
its target from the channel beside it. Ties with a common end share slot and lane.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.pictures import Picture, PictureTie
from visualize.picture.boxes import BoxText, Form
from visualize.picture.layouts import NO_RANK, Band, Box, BoxRow, Layout, Route, row_places, rows
from visualize.picture.words import TIES

Key = tuple[str, str]
STRIP, SLOT, LANE, PORT, BADGE, ARROW = 24.0, 7.0, 8.0, 13.0, 20.0, 26.0
MARGIN = 10.0
_LEFT, _CENTRE, _RIGHT = ("MEMBER_OF", "DEPUTY_CHAIRS"), ("CHAIRS", "AUTHORITY"), ("COMMAND", "IN")


@dataclass
class _Channel:
    """The space above a row: slots for ties along it, badges at its foot and at its head."""

    slots: dict[Key, int] = field(default_factory=dict)
    above: int = 0
    below: int = 0
    arrows_up: bool = False
    arrows_down: bool = False

    def slot(self, key: Key) -> None:
        self.slots.setdefault(key, len(self.slots))


@dataclass
class _Plan:
    """What is known before anything has a place: channels, lanes and ports in order of use."""

    row_of: dict[str, int]
    channels: list[_Channel]
    spans: dict[Key, tuple[int, int]] = field(default_factory=dict)
    lanes: dict[Key, int] = field(default_factory=dict)
    gutters: list[bool] = field(default_factory=list)
    ports: dict[tuple[str, bool, int], dict[Key, int]] = field(default_factory=dict)
    by_start: frozenset[str] = frozenset()
    badges: dict[tuple[str, bool], int] = field(default_factory=dict)


def tiers(picture: Picture, form: Form, own: dict[str, BoxText] | None = None) -> Layout:
    """Place a group's picture: vertical position is rank, the highest above; linear in its size.

    `own` are the boxes by uid where they are not the nodes' cards.
    """
    lines, cards = rows(picture, form, own)
    plan = _plan(picture, lines)
    tops, bands, height = _heights(lines, plan)
    boxes, right = _boxes(lines, cards, plan, tops)
    routes = tuple(_route(tie, plan, boxes, tops, right) for tie in picture.ties)
    extent = right + LANE * (_width(plan, False) + 1)
    return _shifted(boxes, routes, bands, (extent, height), form.width)


def _plan(picture: Picture, lines: list[BoxRow]) -> _Plan:
    row_of = {uid: number for number, row in enumerate(lines) for uid in row.uids}
    channels = [_Channel() for _ in range(len(lines) + 1)]
    plan = _Plan(row_of, channels, by_start=_fanning(picture.ties))
    for tie in picture.ties:
        _enter(plan, tie)
    plan.gutters = [False] * len(lines)
    for key, (first, last) in plan.spans.items():
        if key[0] in _CENTRE:
            plan.gutters[first:last] = [True] * (last - first)
    for centre in (True, False):
        spans = {k: span for k, span in plan.spans.items() if (k[0] in _CENTRE) is centre}
        plan.lanes.update(_lanes(spans))
    return plan


def _lanes(spans: dict[Key, tuple[int, int]]) -> dict[Key, int]:
    """Return the lowest free lane for each span of channels, so that no two run over each other."""
    lanes: dict[Key, int] = {}
    ends: list[int] = []
    for key, (first, last) in sorted(spans.items(), key=lambda item: item[1]):
        free = next((lane for lane, end in enumerate(ends) if end < first), len(ends))
        ends[free:] = [last, *ends[free + 1 :]]
        lanes[key] = free
    return lanes


def _fanning(ties: Iterable[PictureTie]) -> frozenset[str]:
    """Kinds whose ties share their slots by their start: one official in many groups, one chair.

    Relations differ from member to member, so authority always fans out of the chair.
    """
    starts: dict[str, set[str]] = {}
    ends: dict[str, set[str]] = {}
    for tie in ties:
        starts.setdefault(tie.kind, set()).add(tie.start)
        ends.setdefault(tie.kind, set()).add(tie.end)
    fewer = {kind for kind in starts if len(starts[kind]) < len(ends[kind])}
    return frozenset({"AUTHORITY", "COMMAND", *fewer})


def _badged(tie: PictureTie) -> bool:
    """Whether words stand on the tie: relation and gap, since when a post is held, what a user says."""
    said = tie.kind in ("AUTHORITY", "HOLDS", "SUCCEEDED_BY") or tie.kind not in TIES
    return tie.relation is not None or (said and bool(tie.label.en or tie.label.zh))


def _key(plan: _Plan, tie: PictureTie) -> Key:
    """Ties that share a key share their slots: from one chair or superior, to one group or unit."""
    return tie.kind, tie.start if tie.kind in plan.by_start else tie.end


def _ways(plan: _Plan, tie: PictureTie) -> tuple[int, int, bool, bool]:
    """Channel of leaving, channel of arrival, leaves by the top, arrives at the top."""
    start, end = plan.row_of[tie.start], plan.row_of[tie.end]
    if start < end:
        return start + 1, end, False, True
    return (start, end + 1, True, False) if start > end else (start, start, True, True)


def _enter(plan: _Plan, tie: PictureTie) -> None:
    key = _key(plan, tie)
    leave, arrive, by_top, at_top = _ways(plan, tie)
    for number in {leave, arrive}:
        plan.channels[number].slot(key)
    for uid, top in ((tie.start, by_top), (tie.end, at_top)):
        ports = plan.ports.setdefault((uid, top, _port_side(tie)), {})
        ports.setdefault(key, len(ports))
    if leave != arrive:
        _enter_lane(plan, key, leave, arrive)
    channel = plan.channels[arrive]
    if _badged(tie):
        count = plan.badges[tie.end, at_top] = plan.badges.get((tie.end, at_top), 0) + 1
        channel.below = max(channel.below, count if at_top else 0)
        channel.above = max(channel.above, 0 if at_top else count)
    channel.arrows_up |= not at_top
    channel.arrows_down |= at_top


def _enter_lane(plan: _Plan, key: Key, leave: int, arrive: int) -> None:
    first, last = plan.spans.get(key, (leave, leave))
    plan.spans[key] = min(first, leave, arrive), max(last, leave, arrive)


def _port_side(tie: PictureTie) -> int:
    """Find where a tie meets a box: what bears a badge in the middle, as the badge does."""
    if _badged(tie):
        return 0
    return -1 if tie.kind in _LEFT else 1 if tie.kind in _RIGHT else 0


def _head(channel: _Channel) -> float:
    """Height kept under the row above: arrows and badges of ties that enter it from below."""
    return channel.above * BADGE + (ARROW if channel.arrows_up else 12.0)


def _foot(channel: _Channel) -> float:
    """Height kept above the row below: arrows and badges of ties that enter it from above."""
    return channel.below * BADGE + (ARROW if channel.arrows_down else 12.0)


def _heights(lines: list[BoxRow], plan: _Plan) -> tuple[list[float], list[Band], float]:
    """Upper edge of each row, the bands of the tiers, the height of all."""
    y = 0.0
    tops: list[float] = []
    starts: list[tuple[int, float]] = []
    for row, channel in zip(lines, plan.channels, strict=False):
        y += _head(channel) if tops else 0.0
        if row.first:
            starts.append((row.tier, y))
        y += (STRIP if row.first else 0.0) + SLOT * len(channel.slots) + _foot(channel)
        tops.append(y)
        y += row.height
    height = y + _head(plan.channels[-1])
    ends = [start for _, start in starts[1:]] + [height]
    bands = [
        Band(None if tier == NO_RANK else tier, start, end - start)
        for (tier, start), end in zip(starts, ends, strict=True)
    ]
    return tops, bands, height


def _boxes(
    lines: list[BoxRow], cards: dict[str, BoxText], plan: _Plan, tops: list[float]
) -> tuple[dict[str, Box], float]:
    boxes: dict[str, Box] = {}
    for row, top, through in zip(lines, tops, plan.gutters, strict=True):
        gutter = LANE * (_width(plan, True) + 2) if through else 0.0
        for uid, x in row_places(row, cards, gutter).items():
            text = replace(cards[uid], height=row.height)
            boxes[uid] = Box(x, top + row.height / 2, text)
    right = max((box.right for box in boxes.values()), default=0.0)
    return boxes, right


def _slot_y(plan: _Plan, channel: int, key: Key, tops: list[float]) -> float:
    here = plan.channels[channel]
    return tops[channel] - _foot(here) - SLOT * here.slots[key]


def _port_x(plan: _Plan, box: Box, uid: str, top: bool, tie: PictureTie) -> float:
    side, key = _port_side(tie), _key(plan, tie)
    ports = plan.ports[uid, top, side]
    number = ports[key]
    if side == 0:
        return box.x + (number - (len(ports) - 1) / 2) * PORT
    reach = max(box.text.width / 2 - 9 - PORT * number, 4.0)
    return box.x + side * reach


def _lane_x(plan: _Plan, key: Key, right: float) -> float:
    if key[0] in _CENTRE:
        return (plan.lanes[key] - (_width(plan, True) - 1) / 2) * LANE
    return right + LANE * (plan.lanes[key] + 1)


def _width(plan: _Plan, centre: bool) -> int:
    """Number of lanes in the middle or at the right."""
    used = (lane for key, lane in plan.lanes.items() if (key[0] in _CENTRE) is centre)
    return max(used, default=-1) + 1


def _route(
    tie: PictureTie, plan: _Plan, boxes: dict[str, Box], tops: list[float], right: float
) -> Route:
    key = _key(plan, tie)
    leave, arrive, by_top, at_top = _ways(plan, tie)
    start, end = boxes[tie.start], boxes[tie.end]
    x1 = _port_x(plan, start, tie.start, by_top, tie)
    x2 = _port_x(plan, end, tie.end, at_top, tie)
    y1, y2 = _slot_y(plan, leave, key, tops), _slot_y(plan, arrive, key, tops)
    points = [(x1, start.top if by_top else start.bottom), (x1, y1)]
    if leave != arrive:
        lane = _lane_x(plan, key, right)
        points += [(lane, y1), (lane, y2)]
    points += [(x2, y2), (x2, end.top if at_top else end.bottom)]
    badge = _badge(plan, tie, end, at_top, key) if _badged(tie) else None
    return Route(tuple(points), badge)


def _badge(plan: _Plan, tie: PictureTie, end: Box, top: bool, key: Key) -> tuple[float, float]:
    number = plan.ports[tie.end, top, 0][key]
    away = ARROW / 2 + 6 + BADGE * number
    return end.x, end.top - away if top else end.bottom + away


def _shifted(
    boxes: dict[str, Box],
    routes: tuple[Route, ...],
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
    )


def _moved(route: Route, by: float) -> Route:
    badge = (route.badge[0] + by, route.badge[1]) if route.badge else None
    return Route(tuple((x + by, y) for x, y in route.points), badge)
