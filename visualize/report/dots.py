"""The groups of every region as dots on one axis: median, middle half, and beside it what is unknown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.core.language import Language
from graph.core.signs import TYPE_MARKS
from graph.core.words import Words
from graph.regions.compare import Comparison
from graph.regions.groups import GroupReading
from graph.regions.profile import OUTCOMES, Profile, value
from graph.regions.say import NAMES
from visualize.picture.words import gap_text
from visualize.report.speech import type_name
from visualize.strips.scene import INK, RULE, SIZE, Bar, Mark, Scene, Text

WIDTH = 900.0
LABEL, MARGIN, HEAD = 120.0, 8.0, 20.0
WIDEST = 84.0
"""Pixels of a column where there are few."""
DOT, FOOT = 11.0, 16.0
"""Room of a dot, and of the line of the median."""
MOST = 40
"""Dots of a column; where a column has more groups a dot stands for several."""
MISSING, NONE = Words("missing", "缺失"), Words("none by nature", "本无此值")
COVERAGE = ("0", "≤ 1/4", "≤ 1/2", "≤ 3/4", "< 1", "1")
"""Classes of line coverage: none, all, and four in between."""
MEANINGS = {
    "gap_min": Words(
        "Ordinal steps between the chair and the member nearest to it in rank, the weakest link of a group;"
        " above 0 the chair outranks every member.",
        "组长与级别最接近的成员之间的级差（定序），即每组最薄弱的一环；大于 0 时组长级别高于所有成员。",
    ),
    "lc": Words(
        "The share of members that the chair commands, 0 to 1.",
        "组长所统属的成员所占比例，0 至 1。",
    ),
}
DOTS = Words(
    "Below: lower median (tick) and middle half (bar) of the known values; beside them what is unknown.",
    "圆点下方：已知值的下中位数（竖线）与中间半数（横条）；右侧为未知者。",
)


@dataclass(frozen=True)
class Dots:
    """A plot: its scene, what it means, the types that occur, and the same in words."""

    title: str
    meaning: str
    scene: Scene
    types: tuple[str, ...]
    said: str


def dots(comparison: Comparison, language: Language = "en") -> list[Dots]:
    """Plots of the smallest gap, known or not, and of line coverage if any is known."""
    made = (_Plot(comparison, outcome, language) for outcome in OUTCOMES)
    return [plot.drawn() for plot in made if plot.columns or plot.outcome == "gap_min"]


class _Plot:
    """One outcome of all regions."""

    def __init__(self, comparison: Comparison, outcome: str, language: Language) -> None:
        self.outcome, self.language = outcome, language
        self.regions: Sequence[Profile] = comparison.regions
        self.columns = _columns(outcome, self.regions)
        self.every = [*self.columns, MISSING.say(language), NONE.say(language)]
        self.step = min(WIDEST, (WIDTH - LABEL - 2 * MARGIN - 24) / len(self.every))
        wide = LABEL + 2 * MARGIN + 24 + self.step * len(self.every)
        self.scene = Scene(max(wide, 560.0))
        stacks = [len(own) for one in self.regions for own in self._stacks(one).values()]
        self.one = max(1, -(-max(stacks) // MOST))
        self.across = max(1, int((self.step - 6) // DOT))

    def drawn(self) -> Dots:
        """Lay out all regions, one below the other."""
        for place, name in enumerate(self.every):
            self.scene.texts.append(
                Text(name, self._at(place), HEAD / 2, "center", bold=True, most=self.step)
            )
        self.scene.height = HEAD
        for one in self.regions:
            self._region(one)
        used = {group.asked.counted for one in self.regions for group in one.groups}
        name = NAMES[self.outcome].say(self.language)
        return Dots(
            name[:1].upper() + name[1:],
            self._meaning(),
            self.scene,
            tuple(name for name in TYPE_MARKS if name in used),
            "; ".join(self._said(one) for one in self.regions),
        )

    def _meaning(self) -> str:
        a_dot = Words("A dot is a group.", "一点为一个小组。")
        if self.one > 1:
            a_dot = Words(
                f"A dot is up to {self.one} groups of one type.",
                f"一点至多代表同类型的 {self.one} 个小组。",
            )
        told = (MEANINGS[self.outcome], a_dot, DOTS)
        return (" " if self.language == "en" else "").join(part.say(self.language) for part in told)

    def _at(self, place: int) -> float:
        """The middle of a column; those of what is unknown stand apart."""
        return MARGIN + LABEL + self.step * (place + 0.5) + 24 * (place >= len(self.columns))

    def _stacks(self, one: Profile) -> dict[str, list[GroupReading]]:
        found: dict[str, list[GroupReading]] = defaultdict(list)
        for group in one.groups:
            found[self._column(group)].append(group)
        return found

    def _column(self, group: GroupReading) -> str:
        known = value(self.outcome, group.asked)
        if not group.asked.defined:
            return self.every[-1]
        return self.every[-2] if known is None else _class(self.outcome, known)

    def _region(self, one: Profile) -> None:
        stacks, scene = self._stacks(one), self.scene
        rows = max(-(-len(self._marks(own)) // self.across) for own in stacks.values())
        line = scene.height + SIZE + 6 + DOT * rows
        known = len(self.columns)
        for start, end in ((0, known - 1), (known, known + 1))[not known :]:
            left, right = self._at(start) - self.step / 2, self._at(end) + self.step / 2
            scene.bars.append(Bar(left, line, right - left, 1))
        for place, name in enumerate(self.every):
            self._stack(stacks.get(name, []), self._at(place), line)
        self._middle(one, line + 7)
        scene.texts.append(Text(one.region.label, MARGIN, line - 6, bold=True, most=LABEL - 8))
        scene.texts.append(Text(f"n = {one.n}", MARGIN, line + 8, soft=True))
        scene.height = line + FOOT + 4

    def _marks(self, groups: Sequence[GroupReading]) -> list[tuple[str, str]]:
        """Type and words of each dot of a column, types in their order."""
        own = sorted(
            groups, key=lambda group: (list(TYPE_MARKS).index(group.asked.counted), group.name)
        )
        if self.one == 1:
            return [
                (g.asked.counted, g.name_en or g.name if self.language == "en" else g.name)
                for g in own
            ]
        counts = Counter(group.asked.counted for group in own)
        return [(name, f"{name} {count}") for name, count in counts.items()
                for _ in range(-(-count // self.one))]  # fmt: skip

    def _stack(self, groups: Sequence[GroupReading], middle: float, line: float) -> None:
        if not groups:
            return
        marks = self._marks(groups)
        wide = min(self.across, len(marks))
        for number, (name, said) in enumerate(marks):
            x = middle + DOT * (number % self.across - (wide - 1) / 2)
            y = line - DOT * (number // self.across + 0.5) - 1
            self.scene.marks.append(Mark(x, y, DOT * 0.4, name, said=said))
        top = line - DOT * -(-len(marks) // self.across) - SIZE * 0.7
        self.scene.texts.append(Text(str(len(groups)), middle, top, "center", soft=True))

    def _middle(self, one: Profile, y: float) -> None:
        """The middle half of the known values as a bar, the lower median as a tick."""
        own = getattr(one, self.outcome)
        if own.median is None:
            return
        places = [self.columns.index(_class(self.outcome, found))
                  for found in (own.lower_quartile, own.median, own.upper_quartile)]  # fmt: skip
        low, middle, high = map(self._at, places)
        self.scene.bars.append(Bar(low - 8, y - 2, high - low + 16, 4, RULE))
        self.scene.bars.append(Bar(middle - 1.5, y - 5, 3, 10, INK))

    def _said(self, one: Profile) -> str:
        stacks = self._stacks(one)
        told = ", ".join(f"{name}: {len(stacks[name])}" for name in self.every if name in stacks)
        return f"{one.region.label}: {told}"


def _columns(outcome: str, regions: Sequence[Profile]) -> list[str]:
    values = [found for one in regions for found in getattr(one, outcome).values]
    if not values:
        return []
    if outcome == "lc":
        return list(COVERAGE)
    return [gap_text(number) for number in range(int(min(values)), int(max(values)) + 1)]


def _class(outcome: str, found: float) -> str:
    if outcome == "gap_min":
        return gap_text(int(found))
    inner = 1 + sum(found > edge for edge in (0.25, 0.5, 0.75))
    return COVERAGE[0 if found == 0 else 5 if found == 1 else inner]


def legend(plots: Sequence[Dots], language: Language) -> Iterator[tuple[str, str]]:
    """Yield the types that occur and their names."""
    used = dict.fromkeys(name for plot in plots for name in plot.types)
    yield from ((name, type_name(name, language)) for name in TYPE_MARKS if name in used)
