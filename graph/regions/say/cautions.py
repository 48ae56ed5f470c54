"""What must be read with the figures of a comparison: each warning once, whatever it holds for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.core.words import Words
from graph.regions.differences import Difference
from graph.regions.read.reading import GATHERED
from graph.regions.read.samples import Sample
from graph.regions.say.limits import clusters, listed, too_small
from graph.regions.say.words import Around

if TYPE_CHECKING:
    from graph.regions.read.profile import Profile


def cautions(
    profiles: Sequence[Profile],
    sampled: Sequence[Sample],
    differences: Sequence[Difference],
    around: Around,
) -> Iterator[Words]:
    """Say what must be read with any figure."""
    yield from _areas(profiles)
    yield from _standing(profiles)
    yield from too_small(differences, sampled)
    yield from _missing(differences)
    yield from clusters(sampled)
    yield from _left(around)
    yield Words(
        "The graph holds what was loaded. A group that no file names is not counted.",
        "图谱中只有已载入的内容；没有文件提到的小组不计在内。",
    )


_NOT_EXACT = Words("its members are not its exact area", "其成员并非确切范围")
_READ_ONCE = Words(
    "its list of members rests on one reading of the document",
    "其成员名单仅据文件录入一次，未经复核",
)


def _areas(profiles: Sequence[Profile]) -> Iterator[Words]:
    """What the definition of a named region leaves open."""
    told = dict.fromkeys(one.region.area.definition for one in profiles if one.region.area)
    for definition in filter(None, told):
        open_ = [_NOT_EXACT] * definition.approximate + [_READ_ONCE] * (not definition.checked)
        if open_:
            why, name = Words.joined(open_, "; ", "；"), f"{definition.name} ({definition.version})"
            yield Words(f"{name}: {why.en}.", f"{name}：{why.zh}。")


def _standing(profiles: Sequence[Profile]) -> Iterator[Words]:
    """Groups that were picked, and groups that were merely found: neither is a sample."""
    picked = [(one.hand_picked, one) for one in profiles if 0 < one.hand_picked < one.n]
    if picked:
        said = _of(picked)
        yield Words(
            f"Chosen by hand, and weighing in every figure: {said.en}.",
            f"人工挑选而影响每个数字：{said.zh}。",
        )
    gathered = [
        (count, one)
        for one in profiles
        if (count := sum(g.standing == GATHERED for g in one.groups))
    ]
    if gathered:
        said = _of(gathered)
        yield Words(
            f"From the gathered dataset: {said.en}. It is what could be found on the open web, a convenience"
            " sample. No sample, no inference about frequency: shares and their intervals describe what was"
            " gathered, and a p-value says only whether the labels of these groups could be exchanged.",
            f"来自搜集数据集：{said.zh}。该数据集为公开网络上能找到的部分，属便利样本。没有抽样，就不能推断频率："
            "占比及其区间只描述搜集到的内容，p 值只说明这些小组的地区标签能否互换。",
        )


def _of(counts: Iterable[tuple[int, Profile]]) -> Words:
    """How many of the groups of each region."""
    return listed(
        (
            Words(
                f"{count} of {one.n} groups of {one.region.label}",
                f"{one.region.label} {one.n} 个小组中的 {count} 个",
            )
            for count, one in counts
        )
    )


def _missing(differences: Sequence[Difference]) -> Iterator[Words]:
    if any(sum(one.missing) for one in differences):
        yield Words(
            "Some gaps and coverages are missing, as the first table counts: the bounds of delta show what"
            " that leaves open.",
            "部分级差与覆盖率缺失（见首表）：delta 的上下界说明由此留下的余地。",
        )


def _left(around: Around) -> Iterator[Words]:
    if around.unplaced:
        yield Words(
            f"{around.unplaced} groups of the graph belong to no region, because none of their members is"
            " known or the superiors of one are not.",
            f"图谱中有 {around.unplaced} 个小组不属于任何地区：其成员均不明，或某一成员的上级不明。",
        )
    stale, undated, silent = (
        max((getattr(one, name) for one in around.unseen), default=0)
        for name in ("stale", "undated", "period")
    )
    if stale or undated:
        yield Words(
            f"{stale} groups of the graph were last seen too long before the day (stale), {undated} are"
            " dated by no source: they stand in no count (--seen-within).",
            f"图谱中有 {stale} 个小组最近一次记载距该日过久，{undated} 个无日期：均未计入。",
        )
    if silent:
        yield Words(
            f"{silent} groups of the graph have no stated end, so they may have been in force in"
            " the period, but no source shows them in it: they are left out.",
            f"图谱中有 {silent} 个小组未载明终止时间，"
            "可能在该时段内仍存在，但该时段内没有资料提及：未计入。",
        )
    if around.others_left_out:
        yield Words(
            "Other readings (another basis or scope, without derived ranks) were not computed for so many"
            " groups or regions. Compare fewer regions to see them.",
            "小组或地区过多，未计算其他口径（其他级别依据、成员范围、不用推定级别）。减少地区即可查看。",
        )
