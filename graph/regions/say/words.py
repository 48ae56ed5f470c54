"""What must be read with the figures of a comparison, in plain words and in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.core.words import Words
from graph.pictures.words import counted
from graph.regions.differences import Difference
from graph.regions.read.reading import GATHERED, GroupReading
from graph.regions.read.samples import Sample
from graph.regions.stats.clusters import spanning

if TYPE_CHECKING:
    from graph.regions.read.profile import Profile
    from graph.regions.read.readings import Unseen

NAMES = {
    "gap_min": Words("smallest gap of rank", "最小级差"),
    "lc": Words("line coverage", "统属覆盖率"),
}
"""The outcomes as sentences call them."""

MANY_PAIRS = 15
"""Past so many pairs of regions sentences and warnings sum up instead of naming each."""


@dataclass(frozen=True)
class Around:
    """What is known of the comparison beside its figures.

    `unplaced` groups belong to no region, `unseen` are left out for want of evidence, by day or period;
    `others_left_out` says that other readings were not computed.
    """

    unplaced: int = 0
    unseen: Sequence[Unseen] = ()
    others_left_out: bool = False


def refusal(profiles: Sequence[Profile]) -> Words | None:
    """Say why nothing may be inferred, None where it may: a region of hand-picked cases only."""
    picked = [one for one in profiles if one.hand_picked == one.n]
    if not picked:
        return None
    names = ", ".join(f"{one.region.label} ({one.n})" for one in picked)
    return Words(
        f"These figures support no inference about regions. Every group of {names} was chosen by hand:"
        " as a case of a paper, or as a documented example shipped with this project. Cases that were"
        " chosen because they are interesting say nothing about those that were not, so no p-value and"
        " no interval is given. Load a sample or a full list (lsgraph load groups FILE) to compare"
        " regions.",
        f"这些数字不支持对地区的任何推断。{names.replace(', ', '、')}的小组全部为人工挑选："
        "或为论文案例，或为本项目随附的有据可查的示例。"
        "因其引人注目而被选中的案例，不能说明未被选中者的情况，因此不给出 p 值与区间。"
        "请载入样本或完整名单（lsgraph load groups 文件）后再比较地区。",
    )


def cautions(
    profiles: Sequence[Profile],
    sampled: Sequence[Sample],
    differences: Sequence[Difference],
    around: Around,
) -> Iterator[Words]:
    """Say what must be read with any figure."""
    for one in profiles:
        yield from _standing(one)
    yield from _too_small(differences)
    yield from _missing(differences)
    yield from _clusters(sampled)
    yield from _left(around)
    yield Words(
        "The graph holds what was loaded. A group that no file names is not counted.",
        "图中只有已载入的内容；没有文件提到的小组不计在内。",
    )


def _standing(one: Profile) -> Iterator[Words]:
    """Groups that were picked, and groups that were merely found: neither is a sample."""
    label = one.region.label
    if 0 < one.hand_picked < one.n:
        yield Words(
            f"{one.hand_picked} of {one.n} groups of {label} were chosen by hand; they weigh in every"
            " figure.",
            f"{label}的 {one.n} 个小组中有 {one.hand_picked} 个为人工挑选，它们影响每个数字。",
        )
    gathered = sum(group.standing == GATHERED for group in one.groups)
    if gathered:
        yield Words(
            f"{gathered} of {one.n} groups of {label} come from the gathered dataset: what could be found"
            " on the open web, a convenience sample. No sample, no inference about frequency: shares and"
            " their intervals describe what was gathered, and a p-value says only whether the labels of"
            " these groups could be exchanged.",
            f"{label}的 {one.n} 个小组中有 {gathered} 个来自搜集数据集，"
            "即公开网络上能找到的部分，属便利样本。没有抽样，就不能推断频率："
            "占比及其区间只描述搜集到的内容，p 值只说明这些小组的地区标签能否互换。",
        )


def _too_small(differences: Sequence[Difference]) -> Iterator[Words]:
    tested = [one for one in differences if one.test]
    small = [one for one in tested if one.test and 0.05 <= one.test.smallest_p < 1]
    equal = [one for one in tested if one.test and one.test.smallest_p == 1]
    if len(differences) > 2 * MANY_PAIRS:
        yield from _summed_up(tested, small, equal)
        return
    yield from map(_all_equal, equal)
    yield from map(_no_difference_could, small)


def _all_equal(one: Difference) -> Words:
    name = NAMES[one.outcome]
    return Words(
        f"{name.en.capitalize()} ({one.a}, {one.b}): all known values are equal; there is nothing to test.",
        f"{name.zh}（{one.a}、{one.b}）：已知值全部相等，无可检验。",
    )


def _no_difference_could(one: Difference) -> Words:
    assert one.test is not None
    n, m = one.test.n_clusters
    name, least = NAMES[one.outcome], f"{one.test.smallest_p:.3g}"
    return Words(
        f"{name.en.capitalize()}: {counted(n, 'independent group')} against {m}"
        f" ({one.a}, {one.b}): no difference could reach p < 0.05; the smallest p possible is {least}.",
        f"{name.zh}：{n} 个独立小组对 {m} 个（{one.a}、{one.b}）：任何差异都不可能达到 p < 0.05，"
        f"可能的最小 p 为 {least}。",
    )


def _summed_up(
    tested: Sequence[Difference], small: Sequence[Difference], equal: Sequence[Difference]
) -> Iterator[Words]:
    if small or equal:
        yield Words(
            f"{len(small)} of {len(tested)} tests of pairs are too small to reach p < 0.05 whatever the"
            f" difference, and in {len(equal)} all known values are equal.",
            f"{len(tested)} 个成对检验中，{len(small)} 个规模过小，任何差异都不可能达到 p < 0.05；"
            f"{len(equal)} 个的已知值全部相等。",
        )
    held = [one for one in tested if one.p_holm is not None and one.test]
    pairs = max((sum(o.outcome == name for o in held) for name in NAMES), default=0)
    least = min((one.test.smallest_p for one in held if one.test), default=1.0)
    if pairs * least >= 0.05:
        yield Words(
            f"After correction for {pairs} pairs no difference could reach p < 0.05.",
            f"对 {pairs} 对地区校正后，任何差异都不可能达到 p < 0.05。",
        )


def _missing(differences: Sequence[Difference]) -> Iterator[Words]:
    told = set()
    for one in differences:
        for label, missing, known in zip((one.a, one.b), one.missing, one.n, strict=True):
            if missing and (one.outcome, label) not in told:
                told.add((one.outcome, label))
                name = NAMES[one.outcome]
                yield Words(
                    f"{name.en.capitalize()} of {label} is missing for {missing} of {missing + known} groups;"
                    " the bounds of delta show what that leaves open.",
                    f"{label}的 {missing + known} 个小组中有 {missing} 个缺{name.zh}；"
                    "delta 的上下界说明由此留下的余地。",
                )


def _clusters(sampled: Sequence[Sample]) -> Iterator[Words]:
    across = spanning([sample.clusters for sample in sampled])
    if across:
        lost = sum(cluster in across for sample in sampled for cluster in sample.clusters)
        yield Words(
            f"{len(across)} clusters of groups that share a chair or a document (or are one group at two"
            f" times) reach over regions; their {lost} groups are left out of every test.",
            f"{len(across)} 个群（共有组长或文件的小组，或同一小组的两个时点）跨地区；"
            f"其 {lost} 个小组不进入任何检验。",
        )
    for sample in sampled:
        count = len(set(sample.clusters))
        if count < len(sample.groups):
            yield Words(
                f"The {len(sample.groups)} groups of {sample.label} form"
                f" {counted(count, 'independent cluster')}:"
                " groups that share a chair or a document are moved together in each test, and no"
                " interval is printed.",
                f"{sample.label}的 {len(sample.groups)} 个小组构成 {count} 个独立的群："
                "共有组长或文件的小组在检验中一起移动，且不给出区间。",
            )


def _left(around: Around) -> Iterator[Words]:
    if around.unplaced:
        yield Words(
            f"{around.unplaced} groups of the graph belong to no region, because none of their members is"
            " known or the superiors of one are not.",
            f"图中有 {around.unplaced} 个小组不属于任何地区：其成员均不明，或某一成员的上级不明。",
        )
    stale, undated, silent = (
        max((getattr(one, name) for one in around.unseen), default=0)
        for name in ("stale", "undated", "period")
    )
    if stale or undated:
        yield Words(
            f"{stale} groups of the graph were last seen too long before the day (stale), {undated} are"
            " dated by no source: they stand in no count (--seen-within).",
            f"图中有 {stale} 个小组最近一次记载距该日过久，{undated} 个无日期：均未计入。",
        )
    if silent:
        yield Words(
            f"{silent} groups of the graph have no stated end, so they may have been in force in"
            " the period, but no source shows them in it: they are left out.",
            f"图中有 {silent} 个小组未载明终止时间，"
            "可能在该时段内仍存在，但该时段内没有资料提及：未计入。",
        )
    if around.others_left_out:
        yield Words(
            "Other readings (another basis or scope, without derived ranks) were not computed for so many"
            " groups or regions. Compare fewer regions to see them.",
            "小组或地区过多，未计算其他口径（其他级别依据、成员范围、不用推定级别）。减少地区即可查看。",
        )


def unplaced(everything: Sequence[GroupReading]) -> int:
    """Groups whose region is unknown."""
    return len({group.group for group in everything if group.stratum == "unknown"})
