"""What differs most between regions, in one paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.core.words import NOTHING, Words
from graph.regions.differences import Difference
from graph.regions.say.sentences import head_of, main_figures
from graph.regions.say.types import joined, p_words, types_sentence
from graph.regions.say.words import NAMES
from graph.regions.types_test import TypesTest


def summary(
    differences: Sequence[Difference], types: TypesTest, refusal: Words | None = None
) -> Words:
    """Say in one paragraph what differs most in each outcome, how surely, and whether types differ."""
    parts: list[Words] = []
    for outcome in NAMES:
        own = [one for one in differences if one.outcome == outcome]
        if own:
            sure = [one for one in own if one.test and one.test.smallest_p < 0.05]
            parts += _brief((sure or own)[0])
        if len(own) > 1:
            parts.append(_others(outcome, len(own), len(sure)))
    return joined([*parts, types_sentence(types, refusal)])


def _others(outcome: str, pairs: int, sure: int) -> Words:
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


def _brief(one: Difference) -> Iterator[Words]:
    """Effect, interval, what is unknown and p in two short sentences."""
    if one.delta is None:
        yield from main_figures(one)
        return
    known = Words(
        f"Cliff's delta {one.delta:+.2f} over {one.n[0]} and {one.n[1]} known values",
        f"Cliff's delta 为 {one.delta:+.2f}（已知值 {one.n[0]} 个与 {one.n[1]} 个）",
    )
    told = Words.joined([known, *_ends(one), *_how_sure(one)], "; ", "；")
    head = head_of(one)
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
        yield Words(f"95 % interval {ends[0]} to {ends[1]}", f"95% 区间 {ends[0]} 至 {ends[1]}")
    if any(one.missing):
        ends = f"{one.delta_low:+.2f}", f"{one.delta_high:+.2f}"
        yield Words(
            f"from {ends[0]} to {ends[1]} with missing values left out or set to anything possible",
            f"剔除缺失值或取其任何可能值时为 {ends[0]} 至 {ends[1]}",
        )


def _how_sure(one: Difference) -> Iterator[Words]:
    if one.test:
        p = one.test.p if one.p_holm is None else one.p_holm
        how = p_words(p, one.test.exact)
        pairs = NOTHING if one.p_holm is None else Words(" after Holm", "，Holm 校正")
        said = (
            Words(", rarely by chance alone", "，很少仅由偶然因素造成")
            if p < 0.05
            else Words(", which chance alone would explain", "，仅凭偶然因素即可解释")
        )
        yield Words(f"{how.en}{pairs.en}{said.en}", f"{how.zh}{pairs.zh}{said.zh}")
