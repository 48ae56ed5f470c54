"""The figures of a comparison in sentences of both languages, and what must be read with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from graph.core.words import NOTHING, Words
from graph.pictures.words import counted
from graph.regions.differences import (
    CLUSTERS,
    FISHER,
    UNTESTED,
    Difference,
    Sample,
    Statistics,
    TypesTest,
)
from graph.regions.groups import GATHERED, GroupReading, Unseen
from graph.regions.permutation import spanning
from graph.regions.profile import Profile

NAMES = {
    "gap_min": Words("smallest gap of rank", "最小级差"),
    "lc": Words("line coverage", "统属覆盖率"),
}
"""The outcomes as sentences call them."""
METHODS = {
    FISHER: Words(FISHER, "Fisher 精确检验"),
    CLUSTERS: Words(CLUSTERS, "按群置换的卡方检验"),
}
MANY_PAIRS = 15
"""Past so many pairs of regions sentences and warnings sum up instead of naming each."""
MOST_NAMED = 8
"""Regions or pairs that one warning names; of more it says how many."""


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
        "或为论文案例，或为本项目自带的有据可查的示例。"
        "因其引人注目而被选中的案例，不能说明未被选中者的情况，因此不给出 p 值与区间。"
        "请载入样本或完整名单（lsgraph load groups 文件）后再比较地区。",
    )


def sentences(found: Statistics, refused: Words | None = None) -> Iterator[Words]:
    """Yield each figure in a sentence; past fifteen pairs only those that stand out, and how many do."""
    for outcome in NAMES:
        own = [one for one in found.differences if one.outcome == outcome]
        if len(own) > MANY_PAIRS:
            sure = [one for one in own if one.p_holm is not None and one.p_holm < 0.05]
            yield _how_many(outcome, len(sure), len(own))
            own = sure[:MANY_PAIRS]
        yield from (joined(_difference(one)) for one in own)
    yield types_sentence(found.types, refused)


def summary(found: Statistics, refused: Words | None = None) -> Words:
    """Say in one paragraph what differs most in each outcome, how surely, and whether types differ."""
    parts: list[Words] = []
    for outcome in NAMES:
        own = [one for one in found.differences if one.outcome == outcome]
        sure = [one for one in own if one.test and one.test.smallest_p < 0.05]
        parts += _difference((sure or own)[0], least=False)
        if len(own) > 1:
            parts.append(_among(outcome, len(own), len(sure)))
    return joined([*parts, types_sentence(found.types, refused)])


def joined(parts: Iterable[Words]) -> Words:
    """Sentences one after the other."""
    return Words.joined(parts, " ", "")


def _how_many(outcome: str, sure: int, pairs: int) -> Words:
    name = NAMES[outcome]
    return Words(
        f"{name.en.capitalize()}: {sure} of {pairs} pairs differ at p < 0.05 after correction"
        " for the number of pairs (Holm); the largest differences come first.",
        f"{name.zh}：{pairs} 对地区中，经 Holm 校正后有 {sure} 对差异达到 p < 0.05；"
        "差异最大者列前。",
    )


def _among(outcome: str, pairs: int, sure: int) -> Words:
    """Say of how many pairs this one is the largest, those too small to find anything left aside."""
    name = NAMES[outcome]
    among = Words(f"the {pairs} pairs", f"{pairs} 对地区")
    if 0 < sure < pairs:
        among = Words(
            f"the {sure} of {pairs} pairs that are large enough for p < 0.05",
            f"{pairs} 对地区中规模足以达到 p < 0.05 的 {sure} 对",
        )
    return Words(
        f"Of {among.en} this is the largest difference in {name.en}.",
        f"此为 {among.zh}之中{name.zh}差异最大的一对。",
    )


def _difference(one: Difference, least: bool = True) -> Iterator[Words]:
    """Effect, interval, what is unknown and p in two short sentences; `least` adds the smallest p."""
    name = NAMES[one.outcome]
    head = Words(
        f"{name.en.capitalize()}, {one.a} against {one.b}:", f"{name.zh}，{one.a}对{one.b}："
    )
    if one.delta is None:
        why = one.why_not or NOTHING
        yield Words(f"{head.en} not compared. {why.en}", f"{head.zh}未比较。{why.zh}")
        return
    known = Words(
        f"Cliff's delta {one.delta:+.2f} over {one.n[0]} and {one.n[1]} known values",
        f"Cliff's delta 为 {one.delta:+.2f}（已知值 {one.n[0]} 个与 {one.n[1]} 个）",
    )
    told = Words.joined([known, *_ends(one), *_how_sure(one, least)], "; ", "；")
    yield Words(f"{head.en} {told.en}.", f"{head.zh}{told.zh}。")
    won = f"{(1 + one.delta) / 2:.0%}"
    yield Words(
        f"Of one group drawn from each, that of {one.a} is the higher in {won} of draws, ties counted as"
        " half.",
        f"两地各抽一组，{one.a}较高的占 {won}（相等各计一半）。",
    )


def _ends(one: Difference) -> Iterator[Words]:
    if one.interval:
        ends = f"{one.interval.low:+.2f}", f"{one.interval.high:+.2f}"
        about, zh = ("approximate ", "近似的 ") if one.interval.approximate else ("", "")
        yield Words(
            f"{about}95 % interval {ends[0]} to {ends[1]}", f"{zh}95% 区间 {ends[0]} 至 {ends[1]}"
        )
    if any(one.missing):
        ends = f"{one.delta_low:+.2f}", f"{one.delta_high:+.2f}"
        yield Words(
            f"from {ends[0]} to {ends[1]} with missing values left out or set to anything possible",
            f"剔除缺失值或取其任何可能值时为 {ends[0]} 至 {ends[1]}",
        )


def _how_sure(one: Difference, least: bool) -> Iterator[Words]:
    if not one.test:
        return
    p = one.test.p if one.p_holm is None else one.p_holm
    how = _p(p, one.test.exact)
    pairs = NOTHING if one.p_holm is None else Words(" after Holm", "，Holm 校正")
    said = (
        Words(", rarely by chance alone", "，很少仅由偶然因素造成")
        if p < 0.05
        else Words(", which chance alone would explain", "，仅凭偶然因素即可解释")
    )
    yield Words(f"{how.en}{pairs.en}{said.en}", f"{how.zh}{pairs.zh}{said.zh}")
    if least:
        smallest = f"{one.test.smallest_p:.3g}"
        yield Words(f"the smallest p possible is {smallest}", f"可能的最小 p 为 {smallest}")


def _p(p: float, exact: bool) -> Words:
    """Return a p-value with how it was computed."""
    return Words(
        f"p = {p:.3g} ({'exact' if exact else 'by seeded permutations'})",
        f"p = {p:.3g}（{'精确' if exact else '固定种子随机置换'}）",
    )


def _verdict(p: float) -> Words:
    """Say what a p-value means and what it does not."""
    if p < 0.05:
        return Words(
            "so large a difference would rarely come about by chance alone",
            "如此大的差异很少仅由偶然因素造成",
        )
    return Words(
        "chance alone would explain a difference of this size; that does not prove equality",
        "仅凭偶然因素即可解释这样的差异；这并不证明两者相等",
    )


EQUAL = Words(
    "all types identified are the same, so there is nothing to test",
    "已判明的类型全部相同，无可检验",
)


def types_sentence(one: TypesTest, refused: Words | None) -> Words:
    """Say whether the regions differ in known types, and how many groups of no known type stand aside."""
    if one.test is None:
        why = one.why_not if one.why_not and one.why_not != refused else NOTHING
        return Words(
            f"Types by region are shown and not tested. {why.en}".rstrip(),
            f"各地区类型仅列出，不作检验。{why.zh}",
        )
    how, method = _p(one.test.p, one.test.exact), METHODS[one.method]
    known = [name for name in one.types if name not in UNTESTED]
    said = EQUAL if len(known) == 1 else _verdict(one.test.p)
    groups = ", ".join(map(str, one.tested))
    parts = [
        Words(
            f"Types by region ({method.en} over {groups} groups of identified type): {how.en}:"
            f" {said.en}.",
            f"各地区类型（{method.zh}，类型已判明的小组 {groups.replace(', ', '、')} 个）："
            f"{how.zh}：{said.zh}。",
        )
    ]
    left = [
        Words(f"{'not identified' if name == 'UNKNOWN' else name} {count}", f"{zh} {count} 个")
        for name, zh in (("UNKNOWN", "未判明"), ("NOT_A_GROUP", "不构成小组"))
        if (count := one.count(name))
    ]
    if left:
        told = Words.joined(left)
        parts.append(Words(f"Not in the test: {told.en}.", f"不进入检验：{told.zh}。"))
    return joined(parts)


def cautions(
    profiles: Sequence[Profile],
    found: Statistics,
    every: Sequence[GroupReading],
    left: Sequence[Unseen],
) -> Iterator[Words]:
    """Say what must be read with any figure: each warning once, whatever it holds for.

    `every` are the groups that were read, of other regions too, `left` those left out for want of evidence.
    """
    yield from _areas(profiles)
    yield from _standing(profiles)
    yield from _too_small(found)
    if any(sum(one.missing) for one in found.differences):
        yield Words(
            "Some gaps and coverages are missing, as the first table counts: the bounds of delta show what"
            " that leaves open.",
            "部分级差与覆盖率缺失（见首表）：delta 的上下界说明由此留下的余地。",
        )
    yield from _clusters(found.samples)
    yield from _left(every, left)
    yield Words(
        "The graph holds what was loaded. A group that no file names is not counted.",
        "图谱中只有已载入的内容；没有文件提到的小组不计在内。",
    )


def _areas(profiles: Sequence[Profile]) -> Iterator[Words]:
    """What the definition of a named region leaves open."""
    not_exact = Words("its members are not its exact area", "其成员并非确切范围")
    read_once = Words(
        "its list of members rests on one reading of the document",
        "其成员名单仅据文件录入一次，未经复核",
    )
    told = dict.fromkeys(one.region.area.definition for one in profiles if one.region.area)
    for definition in filter(None, told):
        open_ = [not_exact] * definition.approximate + [read_once] * (not definition.checked)
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
        if (count := sum(group.standing == GATHERED for group in one.groups))
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


def _listed(parts: Iterable[Words]) -> Words:
    """The first of many parts, and how many more there are."""
    return Words.first(parts, MOST_NAMED, "另 {} 项", "; ", "；")


def _of(counts: Iterable[tuple[int, Profile]]) -> Words:
    """How many of the groups of each region."""
    return _listed(
        Words(
            f"{count} of {one.n} groups of {one.region.label}",
            f"{one.region.label} {one.n} 个小组中的 {count} 个",
        )
        for count, one in counts
    )


def _too_small(found: Statistics) -> Iterator[Words]:
    """Say where nothing could be found, whatever the difference."""
    tested = [one for one in found.differences if one.test]
    known = {sample.label: sample.known for sample in found.samples}
    equal = [
        one
        for one in tested
        if len({*known[one.a][one.outcome].values, *known[one.b][one.outcome].values}) == 1
    ]
    small = [one for one in tested if one.test and one.test.smallest_p >= 0.05 and one not in equal]
    if equal:
        said = _pairs(equal, lambda one: NOTHING)
        yield Words(
            f"All known values are equal, so there is nothing to test: {said.en}.",
            f"已知值全部相等，无可检验：{said.zh}。",
        )
    if small:
        said = _pairs(small, _smallest)
        yield Words(
            f"No difference, however large, could reach p < 0.05: {said.en}.",
            f"任何差异都不可能达到 p < 0.05：{said.zh}。",
        )


def _pairs(found: Sequence[Difference], more: Callable[[Difference], Words]) -> Words:
    """Outcome and regions of each, with what is to be said of it."""
    return _listed(
        Words(
            f"{NAMES[one.outcome].en} of {one.a} and {one.b}{more(one).en}",
            f"{one.a}与{one.b}的{NAMES[one.outcome].zh}{more(one).zh}",
        )
        for one in found
    )


def _smallest(one: Difference) -> Words:
    assert one.test is not None
    n, m = one.test.n_clusters
    least = f"{one.test.smallest_p:.3g}"
    return Words(
        f" ({counted(n, 'independent group')} against {m}, smallest p {least})",
        f"（{n} 个独立小组对 {m} 个，最小 p 为 {least}）",
    )


def _clusters(sampled: Sequence[Sample]) -> Iterator[Words]:
    """Say which groups are not independent, and which stand in no test."""
    across = spanning(sample.clusters for sample in sampled)
    if across:
        lost = sum(cluster in across for sample in sampled for cluster in sample.clusters)
        seen = Counter(uid for sample in sampled for uid in {g.group for g in sample.groups})
        both = sum(count > 1 for count in seen.values())
        yield Words(
            f"{len(across)} clusters of groups that share a chair or a document (or are one group in two"
            f" regions or at two times) reach over regions; their {lost} groups are left out of every test."
            f" {counted(both, 'group')} of them counted on more than one side.",
            f"{len(across)} 个群（共有组长或文件的小组，或同时属于两个地区、两个时点的同一小组）跨地区；"
            f"其 {lost} 个小组不进入任何检验，其中 {both} 个小组在不止一方计入。",
        )
    together = [
        (count, sample)
        for sample in sampled
        if (count := len(set(sample.clusters))) < len(sample.groups)
    ]
    if together:
        said = _listed(
            Words(
                f"the {len(sample.groups)} groups of {sample.label} form"
                f" {counted(count, 'independent cluster')}",
                f"{sample.label}的 {len(sample.groups)} 个小组构成 {count} 个独立的群",
            )
            for count, sample in together
        )
        yield Words(
            "Groups that share a chair or a document are moved together in each test, and no interval is"
            f" printed: {said.en}.",
            f"共有组长或文件的小组在检验中一起移动，且不给出区间：{said.zh}。",
        )


def _left(every: Sequence[GroupReading], left: Sequence[Unseen]) -> Iterator[Words]:
    """Groups of the graph that stand in no figure."""
    if unplaced := len({group.group for group in every if group.stratum == "unknown"}):
        yield Words(
            f"{unplaced} groups of the graph belong to no region, because none of their members is"
            " known or the superiors of one are not.",
            f"图谱中有 {unplaced} 个小组不属于任何地区：其成员均不明，或某一成员的上级不明。",
        )
    stale, undated, silent = (
        max((getattr(one, name) for one in left), default=0)
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
