"""Each figure of a comparison in a sentence, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from graph.core.words import NOTHING, Words
from graph.regions.differences import Difference
from graph.regions.say.types import joined, p_words, types_sentence, verdict
from graph.regions.say.words import MANY_PAIRS, NAMES
from graph.regions.types_test import TypesTest

if TYPE_CHECKING:
    from graph.regions.overall import Overall


def sentences(
    differences: Sequence[Difference],
    overall: Iterable[Overall],
    types: TypesTest,
    refusal: Words | None = None,
) -> Iterator[Words]:
    """Yield each figure in a sentence; past fifteen pairs only those that stand out, and how many do."""
    yield from map(_overall, overall)
    if len(differences) > 2 * MANY_PAIRS:
        yield from _most_telling(differences)
    else:
        for one in differences:
            yield joined(_difference(one))
    yield types_sentence(types, refusal)


def _overall(one: Overall) -> Words:
    name, how = NAMES[one.outcome], p_words(one.test.p, one.test.exact)
    said, h = verdict(one.test.p), f"{one.test.statistic:.3f}"
    regions = one.regions if len(one.regions) <= 8 else ()
    over = ", ".join(regions) or f"{len(one.regions)} regions"
    zh = "、".join(regions) or f"{len(one.regions)} 个地区"
    return Words(
        f"{name.en.capitalize()} over {over}: Kruskal-Wallis H = {h}, {how.en}: {said.en}.",
        f"{name.zh}，{zh}：Kruskal-Wallis H = {h}，{how.zh}：{said.zh}。",
    )


def _most_telling(differences: Sequence[Difference]) -> Iterator[Words]:
    for outcome, name in NAMES.items():
        own = [one for one in differences if one.outcome == outcome and one.p_holm is not None]
        sure = sorted(
            (one for one in own if one.p_holm is not None and one.p_holm < 0.05),
            key=lambda one: -abs(one.delta or 0),
        )
        yield Words(
            f"{name.en.capitalize()}: {len(sure)} of {len(own)} pairs differ at p < 0.05 after correction"
            " for the number of pairs (Holm); the largest differences come first.",
            f"{name.zh}：{len(own)} 对地区中，经 Holm 校正后有 {len(sure)} 对差异达到 p < 0.05；"
            "差异最大者列前。",
        )
        for one in sure[:MANY_PAIRS]:
            yield joined(_difference(one))


def _difference(one: Difference) -> Iterator[Words]:
    yield from main_figures(one)
    if one.test:
        least = f"{one.test.smallest_p:.3g}"
        yield Words(
            f"The smallest p that could come out here is {least}.",
            f"此处所能达到的最小 p 值为 {least}。",
        )
    if one.delta is not None:
        yield from _power(one)


def main_figures(one: Difference) -> Iterator[Words]:
    """The effect, what is unknown, the interval and the test."""
    head = head_of(one)
    if one.delta is None:
        why = one.why_not or NOTHING
        yield Words(f"{head.en} not compared. {why.en}", f"{head.zh}未比较。{why.zh}")
        return
    won = f"{(1 + one.delta) / 2:.0%}"
    yield Words(
        f"{head.en} Cliff's delta {one.delta:+.2f} over {one.n[0]} and {one.n[1]} known values. If one"
        f" group of each is drawn, the one of {one.a} is the higher in {won} of draws, ties counted"
        " as half.",
        f"{head.zh}Cliff's delta 为 {one.delta:+.2f}，已知值分别为 {one.n[0]} 个与 {one.n[1]} 个。"
        f"两地各抽一组，{one.a}较高的占 {won}（相等各计一半）。",
    )
    yield from _open(one)
    yield from _test(one)


def head_of(one: Difference) -> Words:
    """Outcome and regions, as a sentence begins."""
    name = NAMES[one.outcome]
    return Words(
        f"{name.en.capitalize()}, {one.a} against {one.b}:", f"{name.zh}，{one.a}对{one.b}："
    )


def _open(one: Difference) -> Iterator[Words]:
    if any(one.missing) and one.delta_low is not None:
        ends = f"{one.delta_low:+.2f}", f"{one.delta_high:+.2f}"
        yield Words(
            f"Whether the groups of missing value are left out or counted at any value that they can have,"
            f" delta lies from {ends[0]} to {ends[1]}.",
            f"无论剔除缺失的小组，还是按其可能的任何值计入，delta 均介于 {ends[0]} 与 {ends[1]} 之间。",
        )
    if one.interval:
        about, zh = ("approximate ", "近似的") if one.interval.approximate else ("", "")
        ends = f"{one.interval.low:+.2f}", f"{one.interval.high:+.2f}"
        yield Words(
            f"The {about}95 % interval is {ends[0]} to {ends[1]}.",
            f"{zh}95% 区间为 {ends[0]} 至 {ends[1]}。",
        )


def _test(one: Difference) -> Iterator[Words]:
    if one.test:
        how, said = p_words(one.test.p, one.test.exact), verdict(one.p_holm or one.test.p)
        yield Words(f"Permutation test: {how.en}; {said.en}.", f"置换检验：{how.zh}；{said.zh}。")
    if one.p_holm is not None:
        yield Words(
            f"Corrected for the number of pairs (Holm) p = {one.p_holm:.3g}.",
            f"按对数校正（Holm）后 p = {one.p_holm:.3g}。",
        )


def _power(one: Difference) -> Iterator[Words]:
    if one.power is None:
        if one.why_not:
            yield Words("No p-value and no interval is given.", "不给出 p 值与区间。")
        return
    least, medium = one.power.detectable, f"{one.power.medium:.0%}"
    more = (
        Words(
            f"; a chance of 80 % needs a delta of {least:.2f}.",
            f"；要有 80% 的把握，delta 须达 {least:.2f}。",
        )
        if least
        else Words(
            "; not even a delta of 1 is found with a chance of 80 %.",
            "；即使 delta 为 1 也没有 80% 的把握发现。",
        )
    )
    yield Words(
        f"With so many groups a true delta of 0.33 would be found with a chance of {medium}{more.en}",
        f"以此组数，真实 delta 为 0.33 时发现的机会为 {medium}{more.zh}",
    )
