"""Distributions as bars on one scale for all regions: numbers for the template, no markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.core.language import Language
from graph.core.terms import TYPES
from graph.core.words import Words
from graph.regions.compare import Comparison
from graph.regions.read.outcomes import OUTCOMES, Distribution
from visualize.picture.words import gap_text
from visualize.report.speech import type_name

HEIGHT = 60.0
"""Height of a bar that holds every group of its region, in units of the drawing."""
STEP = 48.0
"""Width of a column."""
_WIDTH = 560.0
"""Width of a drawing; wider only where a histogram has more columns."""
COVERAGE = (
    Words("0", "0"),
    Words("to 1/4", "至 1/4"),
    Words("to 1/2", "至 1/2"),
    Words("to 3/4", "至 3/4"),
    Words("below 1", "1 以下"),
    Words("1", "1"),
)
"""Classes of line coverage: none, all, and four in between."""
TYPE_PATTERNS = {name: f"type-{number}" for number, name in enumerate(TYPES, 1)}
"""Style classes of the types, told apart by lightness and by their labels."""


@dataclass(frozen=True)
class Bar:
    """A bar of a histogram: where it stands, how high it is and what it counts."""

    x: float
    y: float
    width: float
    height: float
    label: str
    count: int
    style: str = "bar"


@dataclass(frozen=True)
class Strip:
    """The bars of one region; `said` tells all of them in words for who does not see them."""

    label: str
    bars: tuple[Bar, ...]
    said: str


@dataclass(frozen=True)
class Chart:
    """Strips on one scale, one below the other; `ticks` are the labels of the columns."""

    title: str
    meaning: str
    width: float
    ticks: tuple[tuple[float, str], ...]
    strips: tuple[Strip, ...]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """What each style of a bar stands for."""
        return list(dict.fromkeys((b.label, b.style) for strip in self.strips for b in strip.bars))


def charts(comparison: Comparison, language: Language = "en") -> list[Chart]:
    """Smallest gap, line coverage and types of every region."""
    made = [_histogram(comparison, outcome, language) for outcome in OUTCOMES]
    return [chart for chart in made if chart] + [_types(comparison, language)]


def _histogram(comparison: Comparison, outcome: str, language: Language) -> Chart | None:
    own: list[Distribution] = [getattr(one, outcome) for one in comparison.regions]
    columns = _columns(outcome, own, language)
    if not columns:
        return None
    strips = []
    for region, distribution in zip(comparison.regions, own, strict=True):
        labels = [_column(outcome, value, language) for value in distribution.values]
        counts = [labels.count(column) for column in columns]
        left = Words(
            f"{distribution.missing} missing, {distribution.not_defined} without by nature",
            f"缺失 {distribution.missing}，本无此值 {distribution.not_defined}",
        )
        strips.append(
            _strip(region.region.label, columns, counts, max(1, len(labels)), left.say(language))
        )
    title, meaning = (words.say(language) for words in _TITLES[outcome])
    wide = max(_WIDTH, STEP * len(columns))
    ticks = tuple((STEP * (place + 0.5), column) for place, column in enumerate(columns))
    return Chart(title, meaning, wide, ticks, tuple(strips))


def _columns(outcome: str, own: Sequence[Distribution], language: Language) -> list[str]:
    values = [value for distribution in own for value in distribution.values]
    if not values:
        return []
    if outcome == "lc":
        return [words.say(language) for words in COVERAGE]
    return [
        _column(outcome, value, language) for value in range(int(min(values)), int(max(values)) + 1)
    ]


def _column(outcome: str, value: float, language: Language) -> str:
    if outcome == "gap_min":
        return gap_text(int(value))
    inner = 1 + sum(value > edge for edge in (0.25, 0.5, 0.75))
    return COVERAGE[0 if value == 0 else 5 if value == 1 else inner].say(language)


def _strip(
    label: str, columns: Sequence[str], counts: Sequence[int], total: int, left: str
) -> Strip:
    bars = []
    for place, (column, count) in enumerate(zip(columns, counts, strict=True)):
        high = HEIGHT * count / total
        bars.append(Bar(STEP * place + 6, HEIGHT - high, STEP - 12, high, column, count))
    told = ", ".join(f"{bar.label}: {bar.count}" for bar in bars)
    return Strip(label, tuple(bars), f"{label}: {told}; {left}")


def _types(comparison: Comparison, language: Language) -> Chart:
    """Shares of the types, laid end to end to the same length for every region."""
    strips = []
    for region in comparison.regions:
        bars, x = [], 0.0
        for share in region.types:
            if share.count:
                wide = _WIDTH * share.share
                style = TYPE_PATTERNS[share.type]
                name = type_name(share.type, language)
                bars.append(Bar(x, 0, wide, HEIGHT / 2, name, share.count, style))
                x += wide
        told = ", ".join(f"{bar.label} {bar.count}" for bar in bars)
        strips.append(Strip(region.region.label, tuple(bars), f"{region.region.label}: {told}"))
    title, meaning = (words.say(language) for words in _TITLES["types"])
    return Chart(title, meaning, _WIDTH, (), tuple(strips))


_TITLES = {
    "gap_min": (
        Words("Smallest gap of rank", "最小级差"),
        Words(
            "Ordinal steps of rank between the chair and the member nearest to it in rank: the weakest"
            " link of each group. Above 0 the chair outranks every member.",
            "组长与级别最接近的成员之间的级差（定序），即每组最薄弱的一环。大于 0 时组长级别高于所有成员。",
        ),
    ),
    "lc": (
        Words("Line coverage", "统属覆盖率"),
        Words(
            "The share of members that the chair commands, 0 to 1.",
            "组长所统属的成员之占比，0 至 1。",
        ),
    ),
    "types": (
        Words("Types of leadership", "领导类型"),
        Words(
            "The share of groups of each type; UNKNOWN is a class of its own and is never dropped.",
            "各类型小组之占比；“未知”自成一类，从不剔除。",
        ),
    ),
}
