"""Where everything stands: a group on tiers by rank, a hierarchy as a tidy tree.

Both layouts are deterministic and linear in nodes and ties. Coordinates are pixels from the upper
left corner, a box is given by its centre. The page never runs a physics simulation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.pictures import Picture, PictureNode
from visualize.picture.boxes import BoxText, Form, card

GAP = 16.0
"""Free space between two boxes of a row."""
NO_RANK = 0
GROUP_TIER = 99


@dataclass(frozen=True)
class Box:
    """A placed box: centre and text."""

    x: float
    y: float
    text: BoxText

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.y - self.text.height / 2

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.text.height / 2

    @property
    def left(self) -> float:
        """Left edge."""
        return self.x - self.text.width / 2

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.text.width / 2


@dataclass(frozen=True)
class Band:
    """One tier of the vertical scale: its rank (None: no rank), upper edge and height."""

    rank: int | None
    y: float
    height: float


@dataclass(frozen=True)
class Route:
    """The way of a tie round the boxes; `badge` is where its words stand, if it has any."""

    points: tuple[tuple[float, float], ...]
    badge: tuple[float, float] | None = None


@dataclass(frozen=True)
class Caption:
    """The name of a node (`uid`) written once more, before the family that stands under it.

    `x` is its left or right edge by `align`, `y` its middle, `most` the room it has.
    """

    uid: str
    x: float
    y: float
    align: str
    most: float


@dataclass(frozen=True)
class StrandName:
    """Where a bundle says what it is and how many ties run along: middle of the words, and their width."""

    family: str
    count: int
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Layout:
    """A finished layout: boxes by uid, one route a tie in the picture's order, bands, size.

    Ties whose words stand at one place share their last piece, and the words count them. `numbers` are those
    of the boxes at which the ties of a bundle start, by uid, where it has several.
    """

    boxes: dict[str, Box]
    routes: tuple[Route, ...]
    bands: tuple[Band, ...]
    width: float
    height: float
    captions: tuple[Caption, ...] = ()
    strands: tuple[StrandName, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class BoxRow:
    """Boxes side by side on one tier; `first` marks the first row of its tier."""

    tier: int
    first: bool
    uids: tuple[str, ...]
    height: float


def tier_of(node: PictureNode) -> int:
    """The tier of a node: its rank, one of its own for the group of the page, one below all without rank.

    A group among several stands where its chair does.
    """
    if node.kind == "group" and node.role == "group":
        return GROUP_TIER
    return NO_RANK if node.rank is None else node.rank


def rows(
    picture: Picture, form: Form, cards: dict[str, BoxText] | None = None
) -> tuple[list[BoxRow], dict[str, BoxText]]:
    """Distribute the boxes over rows, highest rank first, rows of a tier about equally full.

    `cards` are the boxes by uid where they are not the nodes' own cards.
    """
    cards = cards or {node.uid: card(node, form) for node in picture.nodes}
    tiers: dict[int, list[PictureNode]] = {}
    for node in picture.nodes:
        tiers.setdefault(tier_of(node), []).append(node)
    placed = []
    for tier in sorted(tiers, reverse=True):
        for number, part in enumerate(_lines(_ordered(tiers[tier]), cards, form.width)):
            height = max(cards[uid].height for uid in part)
            placed.append(BoxRow(tier, number == 0, tuple(part), height))
    return placed, cards


_ROLE_ORDER = {"superior": 0, "group": 0, "chair": 1, "focus": 1, "deputy_chair": 2, "member": 3}


def _ordered(nodes: Sequence[PictureNode]) -> list[str]:
    """Superiors, deputies, members as given; chairs in the middle where they fit into one row."""
    by_role = sorted(nodes, key=lambda node: _ROLE_ORDER.get(node.role, 4))
    chairs = [node.uid for node in by_role if node.role == "chair"]
    others = [node.uid for node in by_role if node.role != "chair"]
    if len(by_role) > 5:
        return chairs + others
    half = (len(others) + 1) // 2
    return others[:half] + chairs + others[half:]


def _lines(uids: Sequence[str], cards: dict[str, BoxText], width: float) -> list[list[str]]:
    """Break a tier into rows no wider than `width`, with an even number of boxes where possible."""
    count = len(_fill(uids, cards, width, len(uids)))
    if count == 1:
        return [list(uids)]
    most = -(-len(uids) // count)
    return _fill(uids, cards, width, most + most % 2)


def _fill(
    uids: Sequence[str], cards: dict[str, BoxText], width: float, most: int
) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    used = 0.0
    for uid in uids:
        needed = cards[uid].width + GAP
        if parts[-1] and (used + needed > width - 2 * GAP or len(parts[-1]) >= most):
            parts.append([])
            used = 0.0
        parts[-1].append(uid)
        used += needed
    return parts


def row_places(row: BoxRow, cards: dict[str, BoxText], gutter: float) -> dict[str, float]:
    """Centre x of each box of a row round x = 0, with `gutter` pixels free in the middle."""
    widths = [cards[uid].width for uid in row.uids]
    if not gutter:
        return _run(row.uids, widths, -(sum(widths) + GAP * (len(widths) - 1)) / 2)
    split = (len(widths) + 1) // 2
    left = sum(widths[:split]) + GAP * (split - 1)
    places = _run(row.uids[:split], widths[:split], -gutter / 2 - left)
    return {**places, **_run(row.uids[split:], widths[split:], gutter / 2)}


def _run(uids: Sequence[str], widths: Sequence[float], start: float) -> dict[str, float]:
    places = {}
    for uid, width in zip(uids, widths, strict=True):
        places[uid] = start + width / 2
        start += width + GAP
    return places
