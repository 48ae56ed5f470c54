"""The tables of a report: a row a figure with its meaning, a column a region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.core.language import Language
from graph.core.words import NOTHING, Words
from graph.regions.compare import Comparison
from graph.regions.differences import Difference
from graph.regions.groups import STANDINGS
from graph.regions.named.area import Reach
from graph.regions.profile import OUTCOMES, Profile
from graph.regions.say import NAMES
from visualize.report.speech import type_name


@dataclass(frozen=True)
class Line:
    """A figure of every region, and what it means in a sentence; of a count 0 says that there is nothing."""

    name: str
    meaning: str
    values: tuple[Any, ...]
    count: bool = True

    @property
    def told(self) -> bool:
        """Whether any region has something."""
        nothing = (None, "–", 0) if self.count else (None, "–")
        return any(value not in nothing for value in self.values)


def figures(comparison: Comparison, language: Language = "en") -> list[Line]:
    """Numbers of groups, distributions and types, region by region."""
    made = _Made(comparison, language)
    lines = [*made.counts(), *made.distributions(), *made.types()]
    return [line for line in lines if line.told]


def pairs(comparison: Comparison) -> list[dict[str, Any]]:
    """Return a flat row for each pair and outcome: what `--format csv` prints too."""
    return [pair_row(one) for one in comparison.differences]


def pair_row(one: Difference) -> dict[str, Any]:
    """Return a difference without nesting."""
    test, interval = one.test, one.interval
    return {
        "outcome": one.outcome,
        "a": one.a,
        "b": one.b,
        "n_a": one.n[0],
        "n_b": one.n[1],
        "missing_a": one.missing[0],
        "missing_b": one.missing[1],
        "delta": one.delta,
        "delta_low": one.delta_low,
        "delta_high": one.delta_high,
        "interval_low": interval.low if interval else None,
        "interval_high": interval.high if interval else None,
        "approximate": interval.approximate if interval else None,
        "p": test.p if test else None,
        "p_holm": one.p_holm,
        "exact": test.exact if test else None,
        "n_resamples": test.n_resamples if test else None,
        "smallest_p": test.smallest_p if test else None,
        "clusters_a": test.n_clusters[0] if test else None,
        "clusters_b": test.n_clusters[1] if test else None,
        "left_out": test.left_out[1] if test else None,
        "not_tested": one.not_tested,
    }


def named_pair(row: Mapping[str, Any], language: Language) -> tuple[str, str]:
    """Outcome and regions of a row of pairs, as a table names it."""
    return NAMES[row["outcome"]].say(language), f"{row['a']}, {row['b']}"


PAIR_HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("Delta", "Least", "Most", "Low", "High", "p", "p (Holm)", "Smallest p"),
    "zh": ("delta", "下界", "上界", "区间下限", "区间上限", "p", "p（Holm）", "最小 p"),
}
PAIR = ("delta", "delta_low", "delta_high", "interval_low", "interval_high", "p", "p_holm",
        "smallest_p")  # fmt: skip
"""Figures of a pair that fit across a page, and their heads."""


_PARTS = (
    ("lower_quartile", Words("lower quartile", "下四分位"),
     Words("A quarter of the known values is this or lower.", "四分之一的已知值不高于此。")),
    ("median", Words("lower median", "下中位数"),
     Words("Half of the known values are this or lower.", "半数已知值不高于此。")),
    ("upper_quartile", Words("upper quartile", "上四分位"),
     Words("Three quarters of the known values are this or lower.", "四分之三的已知值不高于此。")),
    ("missing", Words("missing", "缺失"),
     Words("Groups of which a chair, a rank or a link is not known.", "组长、级别或隶属不明的小组。")),
    ("not_defined", Words("not defined", "无此值"),
     Words("Groups of which a chair heads all it may command: there is none.",
           "组长即为全部可统属成员主官的小组：本无此值。")),
)  # fmt: skip
REACHES: dict[Reach, tuple[Words, Words]] = {
    "province": (Words("within one province", "一省之内"),
                 Words("All members lie in one province of the region.", "全部成员在该地区的一个省内。")),
    "across": (Words("across its provinces", "跨区内各省"),
               Words("All members lie in the region, in several of its provinces.",
                     "全部成员在该地区内，分属数省。")),
    "beyond": (Words("reach beyond the region", "超出本地区"),
               Words("They cover the region and reach beyond it: they stand in no other figure.",
                     "覆盖该地区且超出其外：不计入其他数字。")),
    "partly": (Words("lie in it in part", "部分在区内"),
               Words("Some members lie in the region, which they do not cover: in no other figure.",
                     "部分成员在该地区内而未覆盖之：不计入其他数字。")),
}  # fmt: skip
"""How groups lie to a named region, and what that means."""


@dataclass(frozen=True)
class _Made:
    """Makes the lines of one comparison in one language."""

    found: Comparison
    language: Language

    def line(self, name: Words, meaning: Words, value: Any, count: bool = True) -> Line:
        return Line(
            name.say(self.language), meaning.say(self.language),
            tuple(value(one) for one in self.found.regions), count,
        )  # fmt: skip

    def counts(self) -> Iterator[Line]:
        """Tell how many groups there are, and how they came to be in the graph."""
        yield self.line(
            Words("groups", "小组"),
            Words("Groups in force that were loaded.", "已载入且在存续期内的小组。"),
            lambda p: p.n,
        )
        yield self.line(
            Words("chosen by hand", "人工挑选"),
            Words("Of these, cases of a paper or shipped examples: no sample.",
                  "其中论文案例或自带示例：不是样本。"),
            lambda p: p.hand_picked,
        )  # fmt: skip
        yield from self.reaches()
        seen = {name for one in self.found.regions for name in one.standings}
        for name, words in STANDINGS.items():
            if name in seen and len(seen) > 1:
                yield self.line(
                    words,
                    Words("How these groups came to be in the graph.", "这些小组进入图谱的途径。"),
                    lambda p, n=name: p.standings.get(n, 0),
                )

    def reaches(self) -> Iterator[Line]:
        """Tell how the groups lie to a named region; a dash for provinces."""
        for reach, (name, meaning) in REACHES.items():
            if any(one.reaches.get(reach) for one in self.found.regions):
                yield self.line(name, meaning, lambda p, r=reach: p.reaches.get(r))

    def distributions(self) -> Iterator[Line]:
        """Quartiles, median and what is missing, of each outcome."""
        for outcome in OUTCOMES:
            for key, name, meaning in _PARTS:
                both = Words(f"{NAMES[outcome].en}, {name.en}", f"{NAMES[outcome].zh}，{name.zh}")
                yield self.line(
                    both, meaning, lambda p, o=outcome, k=key: getattr(getattr(p, o), k),
                    key in ("missing", "not_defined"),
                )  # fmt: skip

    def types(self) -> Iterator[Line]:
        """Yield each type with its share and the interval of it."""
        names = dict.fromkeys(share.type for one in self.found.regions for share in one.types)
        meaning = Words(
            "Groups whose type is identified as this one (UNKNOWN: all others); their share with its 95 %"
            " interval (Wilson); how far what is unknown could move the share; and how many more are of this"
            " type by convention.",
            "已判明为该类型的小组数（未知：其余全部）；占比及其 95% 区间（Wilson）；未知部分可使占比变动的"
            "范围；另有多少小组依约定归入该类型。",
        )
        for name in names:
            shown = Words(type_name(name, "en"), type_name(name, "zh"))
            yield self.line(shown, meaning, lambda p, n=name: _share(p, n, self.language))


def _share(one: Profile, name: str, language: Language) -> str:
    share = next((s for s in one.types if s.type == name), None)
    if share is None:
        return "0"
    n = share.by_convention
    more = Words(f"; {n} more by convention", f"；另有 {n} 个依约定") if n else NOTHING
    return Words(
        f"{share.count} ({share.share:.0%}; {share.low:.0%} to {share.high:.0%};"
        f" possible {share.at_least:.0%} to {share.at_most:.0%}{more.en})",
        f"{share.count}（{share.share:.0%}；{share.low:.0%} 至 {share.high:.0%}；"
        f"可能 {share.at_least:.0%} 至 {share.at_most:.0%}{more.zh}）",
    ).say(language)
