"""The sentence on types by region, and how sentences tell a p-value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.core.terms import TYPES
from graph.core.words import NOTHING, Words
from graph.regions.types_test import CLUSTERS, FISHER, Cell, TypesTest

METHODS = {
    FISHER: Words(FISHER, "Fisher 精确检验"),
    CLUSTERS: Words(CLUSTERS, "按群置换的卡方检验"),
}


def joined(parts: Iterable[Words]) -> Words:
    """Sentences one after the other."""
    return Words.joined(parts, " ", "")


def types_sentence(one: TypesTest, refusal: Words | None) -> Words:
    """Say whether the regions differ in known types, in which cells, and what unknown ones leave open."""
    if one.test is None:
        why = one.why_not if one.why_not and one.why_not != refusal else NOTHING
        return Words(
            f"Types by region are shown and not tested. {why.en}".rstrip(),
            f"各地区类型仅列出，不作检验。{why.zh}",
        )
    how, said = p_words(one.test.p, one.test.exact), verdict(one.test.p)
    method, groups = METHODS[one.method], ", ".join(map(str, one.tested))
    if not one.cells:
        said = EQUAL
    head = Words(
        f"Types by region ({method.en} over {groups} groups of known type): {how.en}: {said.en}.",
        f"各地区类型（{method.zh}，类型已知的小组 {groups.replace(', ', '、')} 个）：{how.zh}：{said.zh}。",
    )
    return joined((head, *_cells(one)))


EQUAL = Words(
    "all known types are the same, so there is nothing to test", "已知类型全部相同，无可检验"
)


def _cells(one: TypesTest) -> Iterator[Words]:
    """Say which cells the difference rests on, and how far unknown types could move them."""
    if one.cells:
        cells = Words.joined(map(_cell, one.cells), "; ", "；")
        yield Words(
            f"The difference rests most on {cells.en}.",
            f"差异主要出自{cells.zh}。",
        )
    parts = [
        Words(f"{name} {count}", f"{zh} {count} 个")
        for name, zh in (("UNKNOWN", "未知"), ("NOT_A_GROUP", "不构成小组"))
        if (count := one.count(name))
    ]
    if parts:
        left = Words.joined(parts)
        yield Words(f"Not in the test: {left.en}.", f"不进入检验：{left.zh}。")


def _cell(cell: Cell) -> Words:
    low, high = f"{cell.share_low:.0%}", f"{cell.share_high:.0%}"
    more = (
        Words(
            f", between {low} and {high} whatever the unknown types are",
            f"，无论未知类型为何均在 {low} 至 {high} 之间",
        )
        if low != high
        else NOTHING
    )
    share = f"{cell.count / cell.total:.0%}"
    return Words(
        f"{cell.type} in {cell.region} ({cell.count} of {cell.total} groups where equal regions would give"
        f" {cell.expected:.1f}; {share}{more.en})",
        f"{cell.region}的{TYPES[cell.type].zh}（{cell.total} 个小组中 {cell.count} 个，各地相同时应为"
        f" {cell.expected:.1f} 个；{share}{more.zh}）",
    )


def p_words(p: float, exact: bool) -> Words:
    """Return a p-value with how it was computed."""
    return Words(
        f"p = {p:.3g} ({'exact' if exact else 'by seeded permutations'})",
        f"p = {p:.3g}（{'精确' if exact else '固定种子随机置换'}）",
    )


def verdict(p: float) -> Words:
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
