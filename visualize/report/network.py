"""The aligned pictures of several structures: hierarchies with their groups on one scale of rank.

Every panel has the same tiers at the same height: what stands level has one rank. Divisions stand over
their subordinates; a group stands on the tier of its chair, above the members it is tied to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.core.language import Language
from graph.core.words import Words
from graph.regions.read.structure import Structure, StructureGroup, StructureUnit
from visualize.picture.scales import stacked
from visualize.picture.words import RANK_NAMES
from visualize.report.spread import leaf_places, rows_of_labels, spread

WIDTH = 560.0
"""Width of a panel, in units of the drawing."""
_LEFT, _RIGHT = 14.0, 10.0
_BAND = 17.0
"""Height of the line that names a tier."""
_BOX = (26.0, 17.0)
"""Width and height of the box of a group."""
_GROUP_ROW, _UNIT_ROW, _LABEL_ROW, _PAD = 26.0, 16.0, 12.0, 8.0
LABELS = 30
"""Units of a level up to which their names are written."""
MARKS = {"Province": 7.0, "Prefecture": 5.0, "County": 2.6, "Township": 1.6}
"""Half the size of the mark of a level."""


@dataclass(frozen=True)
class Mark:
    """A division: its place, the size of its mark, its style class, and its name where it is written."""

    x: float
    y: float
    size: float
    style: str
    name: str
    label_y: float | None


@dataclass(frozen=True)
class Box:
    """A group as a numbered box; `known` is false where its chair's rank is not."""

    x: float
    y: float
    number: int
    known: bool


@dataclass(frozen=True)
class Line:
    """A straight line: a tie of command, or of a chair to a member (`style` by relation)."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str


@dataclass(frozen=True)
class Tier:
    """A tier of all panels: its name, upper edge and height, and the line on which its units stand."""

    name: str
    y: float
    height: float
    line: float


@dataclass(frozen=True)
class Panel:
    """One structure; `said` tells it in words for who does not see it."""

    label: str
    said: str
    marks: tuple[Mark, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    groups: tuple[StructureGroup, ...]
    left_out: int


@dataclass(frozen=True)
class Aligned:
    """All panels, their common tiers and height."""

    panels: tuple[Panel, ...]
    tiers: tuple[Tier, ...]
    height: float
    relations: tuple[str, ...]
    width: float = WIDTH


@dataclass(frozen=True)
class _Content:
    """What stands on one tier of one panel: rows of groups above, rows of labels, the units."""

    groups: tuple[int, ...]
    units: tuple[StructureUnit, ...]
    group_rows: int
    label_rows: int

    @property
    def below(self) -> float:
        """Height of the units with their names."""
        return (_UNIT_ROW if self.units else 0.0) + _LABEL_ROW * self.label_rows


def aligned(structures: Sequence[Structure], language: Language = "en") -> Aligned | None:
    """Lay the structures out on common tiers; None without structures."""
    if not structures:
        return None
    places = [leaf_places(one.units, _LEFT, WIDTH - _RIGHT) for one in structures]
    tiers = {unit.rank for one in structures for unit in one.units}
    tiers |= {group.rank for one in structures for group in one.groups}
    contents = [
        {tier: _content(one, tier, at, language) for tier in tiers}
        for one, at in zip(structures, places, strict=True)
    ]
    boxes, heights = {}, {}
    for tier in tiers:
        here = [own[tier] for own in contents]
        boxes[tier] = _BAND + _GROUP_ROW * max(one.group_rows for one in here)
        heights[tier] = boxes[tier] + max(one.below for one in here) + _PAD
    bands = stacked(heights)
    made = [
        Tier(
            _tier_name(band.rank, language), band.y, band.height,
            band.y + boxes[band.rank] + _UNIT_ROW / 2,
        )
        for band in bands
    ]  # fmt: skip
    tops = dict(zip((band.rank for band in bands), made, strict=True))
    panels = tuple(
        _panel(one, at, own, tops, language)
        for one, at, own in zip(structures, places, contents, strict=True)
    )
    relations = dict.fromkeys(line.style for panel in panels for line in panel.lines)
    return Aligned(
        panels, tuple(made), sum(heights.values()), tuple(r for r in relations if r != "COMMAND")
    )


def _tier_name(rank: int | None, language: Language) -> str:
    if rank is None:
        return Words("rank not known", "级别不明").say(language)
    return f"{rank} {RANK_NAMES[rank].say(language)}"


def _content(
    one: Structure, tier: int | None, at: dict[str, float], language: Language
) -> _Content:
    numbers = tuple(i for i, group in enumerate(one.groups) if group.rank == tier)
    units = tuple(unit for unit in one.units if unit.rank == tier)
    a_row = int((WIDTH - _LEFT - _RIGHT) // (_BOX[0] + 8))
    labels = [(at[u.uid], u.name.say(language)) for u in _labelled(units, _root(one))]
    rows = rows_of_labels(labels, WIDTH)
    return _Content(numbers, units, -(-len(numbers) // a_row), max(rows, default=-1) + 1)


def _root(one: Structure) -> str | None:
    return next((unit.uid for unit in one.units if unit.parent is None), None)


def _labelled(units: Sequence[StructureUnit], root: str | None) -> list[StructureUnit]:
    """Units whose names are written: those of levels that have few on the tier."""
    counts = Counter(unit.level for unit in units)
    few = {level for level, count in counts.items() if count <= LABELS}
    upper = few & {"Province", "Prefecture"}
    # Districts right below a municipality stand where prefectures do.
    below = {unit.parent for unit in units} == {root}
    named = upper or (few & {"County"} if below else set())
    return [unit for unit in units if unit.level in named]


def _panel(
    one: Structure,
    at: dict[str, float],
    own: dict[int | None, _Content],
    tops: dict[int | None, Tier],
    language: Language,
) -> Panel:
    marks: dict[str, Mark] = {}
    boxes: dict[int, Box] = {}
    for tier, content in own.items():
        boxes |= _boxes(one, content, tops[tier].y + _BAND, at, tier is not None)
        marks |= _marks(content.units, _root(one), at, tops[tier].line, language)
    command = [
        Line(marks[u.parent].x, marks[u.parent].y, marks[u.uid].x, marks[u.uid].y, "COMMAND")
        for u in one.units
        if u.parent in marks
    ]
    ties = [
        Line(boxes[i].x, boxes[i].y, marks[tie.unit].x, marks[tie.unit].y, tie.relation or "none")
        for i, group in enumerate(one.groups)
        for tie in group.ties
    ]
    return Panel(
        one.label, _said(one, language), tuple(marks.values()), tuple(boxes.values()),
        (*command, *ties), one.groups, one.left_out,
    )  # fmt: skip


def _boxes(
    one: Structure, content: _Content, top: float, at: dict[str, float], known: bool
) -> dict[int, Box]:
    """Groups side by side, each as near as may be to the middle of its members."""
    wanted = sorted((_middle(one.groups[i], at), i) for i in content.groups)
    rows = max(1, content.group_rows)
    boxes = {}
    for row in range(rows):
        own = wanted[row::rows]
        spots = spread([x for x, _ in own], _BOX[0] + 8, _LEFT + 13, WIDTH - _RIGHT - 13)
        for x, (_, i) in zip(spots, own, strict=True):
            boxes[i] = Box(x, top + _GROUP_ROW * row + _BOX[1] / 2, i + 1, known)
    return boxes


def _middle(group: StructureGroup, at: dict[str, float]) -> float:
    places = [at[tie.unit] for tie in group.ties]
    return sum(places) / len(places) if places else WIDTH / 2


def _marks(
    units: Sequence[StructureUnit],
    root: str | None,
    at: dict[str, float],
    y: float,
    language: Language,
) -> dict[str, Mark]:
    named = _labelled(units, root)
    rows = rows_of_labels([(at[u.uid], u.name.say(language)) for u in named], WIDTH)
    lines = {
        u.uid: y + 17 + _LABEL_ROW * row for u, row in zip(named, rows, strict=True) if row >= 0
    }
    return {
        u.uid: Mark(
            at[u.uid], y, MARKS.get(u.level, 2.0), u.level.lower(), u.name.say(language),
            lines.get(u.uid),
        )
        for u in units
    }  # fmt: skip


def _said(one: Structure, language: Language) -> str:
    told = [f"{i}. {group.name.say(language)}" for i, group in enumerate(one.groups, 1)]
    told_all = Words(
        f"{one.label}: {len(one.units)} divisions by rank, and {len(one.groups)} groups on the"
        f" tiers of their chairs: {'; '.join(told)}",
        f"{one.label}：按级别排列的 {len(one.units)} 个区划，"
        f"及按组长级别排列的 {len(one.groups)} 个小组：{'；'.join(told)}",
    )
    return told_all.say(language)
