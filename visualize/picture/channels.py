"""The plan of the channels between the rows of boxes: which strand has which slot, lane and port."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import pairwise

from graph.pictures import Picture, PictureTie
from visualize.picture.layouts import BoxRow
from visualize.picture.strands import SEATS, Key, Strands, badged, family, strands

SLOT, NAMED, LANE, PORT, BADGE, ARROW = 7.0, 16.0, 8.0, 13.0, 20.0, 26.0
"""Room for a strand along a channel, for one with a name, for a lane, for a tie at a box, for words."""
_CENTRE = ("CHAIRS", "AUTHORITY", SEATS)
"""Kinds whose lanes run through the middle of the rows in any case."""
_LEFT, _RIGHT = ("MEMBER_OF", "DEPUTY_CHAIRS"), ("COMMAND", "IN")


@dataclass
class Channel:
    """The space above a row: slots for strands along it, badges at its foot and at its head.

    `slots` hold how far above the foot each strand runs.
    """

    slots: dict[Key, float] = field(default_factory=dict)
    room: float = 0.0
    above: int = 0
    below: int = 0
    arrows_up: bool = False
    arrows_down: bool = False

    def slot(self, key: Key, named: bool) -> None:
        """Give a strand its slot, once; the words of a bundle need more room."""
        if key in self.slots:
            return
        self.slots[key] = self.room + (NAMED - SLOT) / 2 * named
        self.room += NAMED if named else SLOT


@dataclass
class Plan:
    """What is known before anything has a place: channels, lanes and ports in order of use."""

    row_of: dict[str, int]
    channels: list[Channel]
    strands: Strands
    doors: dict[tuple[int, bool], int]
    spans: dict[Key, tuple[int, int]] = field(default_factory=dict)
    lanes: dict[Key, int] = field(default_factory=dict)
    gutters: list[bool] = field(default_factory=list)
    ports: dict[tuple[str, bool, int], dict[Hashable, int]] = field(default_factory=dict)
    badges: dict[tuple[str, bool], dict[Hashable, int]] = field(default_factory=dict)


def planned(picture: Picture, lines: list[BoxRow], most: float) -> Plan:
    """Give every strand its slots and lanes, every tie its ports; linear in the ties."""
    row_of = {uid: number for number, row in enumerate(lines) for uid in row.uids}
    channels = [Channel() for _ in range(len(lines) + 1)]
    chosen = strands(picture, row_of, most)
    plan = Plan(row_of, channels, chosen, _doors(lines) if chosen.crowded else {})
    for tie in picture.ties:
        _enter(plan, tie)
    plan.gutters = [False] * len(lines)
    for key, (first, last) in plan.spans.items():
        if central(plan, key):
            plan.gutters[first:last] = [True] * (last - first)
    for centre in (True, False):
        spans = {k: span for k, span in plan.spans.items() if central(plan, k) is centre}
        plan.lanes.update(_lanes(spans))
    return plan


def _doors(lines: list[BoxRow]) -> dict[tuple[int, bool], int]:
    """Return the channel of rows of one tier that share it, two by two: one line serves both.

    Seats and authority (True) share other channels than the rest, so that they cross less.
    """
    doors: dict[tuple[int, bool], int] = {}
    place = 0
    for number, (above, below) in enumerate(pairwise(lines)):
        place = 0 if above.first else place + 1
        if above.tier == below.tier:
            own = place % 2 == 0
            doors |= {(number, own): number + 1, (number + 1, own): number + 1}
    return doors


def _lanes(spans: dict[Key, tuple[int, int]]) -> dict[Key, int]:
    """Return the lowest free lane for each span of channels, so that no two run over each other."""
    lanes: dict[Key, int] = {}
    ends: list[int] = []
    for key, (first, last) in sorted(spans.items(), key=lambda item: item[1]):
        free = next((lane for lane, end in enumerate(ends) if end < first), len(ends))
        ends[free:] = [last, *ends[free + 1 :]]
        lanes[key] = free
    return lanes


def ways(plan: Plan, tie: PictureTie) -> tuple[int, int, bool, bool]:
    """Channel of leaving, channel of arrival, leaves by the top, arrives at the top."""
    start, end = plan.row_of[tie.start], plan.row_of[tie.end]
    own = family(tie.kind) in (SEATS, "AUTHORITY")
    leave = plan.doors.get((start, own), start + (start < end))
    arrive = plan.doors.get((end, own), end + (start > end))
    return leave, arrive, leave == start, arrive == end


def _enter(plan: Plan, tie: PictureTie) -> None:
    key, port = plan.strands.key(tie), plan.strands.port(tie)
    leave, arrive, by_top, at_top = ways(plan, tie)
    for number in {leave, arrive}:
        plan.channels[number].slot(key, plan.strands.bundle(tie) is not None)
    for uid, top, own in ((tie.start, by_top, key), (tie.end, at_top, port)):
        ports = plan.ports.setdefault((uid, top, port_side(plan, tie, uid)), {})
        ports.setdefault(own, len(ports))
    if leave != arrive:
        _enter_lane(plan, key, leave, arrive)
    channel = plan.channels[arrive]
    if badged(tie):
        badges = plan.badges.setdefault((tie.end, at_top), {})
        badges.setdefault(port, len(badges))
        count = len(badges)
        channel.below = max(channel.below, count if at_top else 0)
        channel.above = max(channel.above, 0 if at_top else count)
    channel.arrows_up |= not at_top
    channel.arrows_down |= at_top


def _enter_lane(plan: Plan, key: Key, leave: int, arrive: int) -> None:
    first, last = plan.spans.get(key, (leave, leave))
    plan.spans[key] = min(first, leave, arrive), max(last, leave, arrive)


def port_side(plan: Plan, tie: PictureTie, uid: str) -> int:
    """Find where a tie meets a box: in the middle what bears a badge, and the start of a bundle."""
    if badged(tie) or (uid == tie.start and plan.strands.bundle(tie)):
        return 0
    return -1 if tie.kind in _LEFT else 1 if tie.kind in _RIGHT else 0


def head(channel: Channel) -> float:
    """Height kept under the row above: arrows and badges of ties that enter it from below."""
    return channel.above * BADGE + (ARROW if channel.arrows_up else 12.0)


def foot(channel: Channel) -> float:
    """Height kept above the row below: arrows and badges of ties that enter it from above."""
    return channel.below * BADGE + (ARROW if channel.arrows_down else 12.0)


def central(plan: Plan, key: Key) -> bool:
    """Whether a strand changes rows in the middle: the chair's own, and all in a crowded picture."""
    return key[0] in _CENTRE or plan.strands.crowded


def lane_width(plan: Plan, centre: bool) -> int:
    """Number of lanes in the middle or at the right."""
    used = (lane for key, lane in plan.lanes.items() if central(plan, key) is centre)
    return max(used, default=-1) + 1


def slot_y(plan: Plan, channel: int, key: Key, tops: list[float]) -> float:
    """Return the height at which a strand runs through a channel."""
    here = plan.channels[channel]
    return tops[channel] - foot(here) - here.slots[key]
