"""The methods paragraph of a comparison, ready to paste in either language, with its references."""

from __future__ import annotations

from collections.abc import Iterator

from graph.core.language import Language
from graph.core.words import Words
from graph.regions.compare import Comparison
from graph.regions.say import METHODS, joined

REFERENCES = {
    "cliff": "Cliff, N. (1993). Dominance statistics: Ordinal analyses to answer ordinal questions."
    " Psychological Bulletin, 114(3), 494-509.",
    "feng": "Feng, D., & Cliff, N. (2004). Monte Carlo evaluation of ordinal d with improved confidence"
    " interval. Journal of Modern Applied Statistical Methods, 3(2), 322-332.",
    "fisher": "Freeman, G. H., & Halton, J. H. (1951). Note on an exact treatment of contingency,"
    " goodness of fit and other problems of significance. Biometrika, 38, 141-149.",
    "holm": "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian"
    " Journal of Statistics, 6(2), 65-70.",
    "miao": "Miao & Ju (2020). Leading small groups in China's inter-city governmental cooperation."
    " International Journal of Public Leadership, 16(2), 249-264. doi 10.1108/IJPL-02-2020-0008",
    "phipson": "Phipson, B., & Smyth, G. K. (2010). Permutation P-values should never be zero."
    " Statistical Applications in Genetics and Molecular Biology, 9(1). doi 10.2202/1544-6115.1585",
    "wilson": "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical"
    " inference. Journal of the American Statistical Association, 22(158), 209-212.",
}
"""What the paragraph cites, by name."""


Part = tuple[Words, tuple[str, ...]]
"""A sentence or two, and the names of what they cite."""


def methods(comparison: Comparison, language: Language = "en") -> tuple[str, tuple[str, ...]]:
    """Return the paragraph, and the references that it cites and no others, in alphabetical order."""
    parts = list(_parts(comparison))
    text = joined(words for words, _ in parts)
    cited = {name for _, names in parts for name in names}
    return text.say(language), tuple(sorted(REFERENCES[n] for n in cited))


def _parts(comparison: Comparison) -> Iterator[Part]:
    yield _groups(comparison), ("miao",)
    yield _outcomes(), ("wilson", "cliff")
    if any(one.test for one in comparison.differences):
        yield _tests(comparison)
    if any(one.interval for one in comparison.differences):
        yield _cited(
            "feng",
            "Intervals for delta are those of Feng and Cliff (2004), at 95 %, with the unbiased variance"
            " and Student's t (as R's effsize).",
            "delta 的 95% 区间按 Feng 与 Cliff（2004），用无偏方差与 t 分布（同 R 的 effsize）。",
        )
    if any(one.p_holm is not None for one in comparison.differences):
        corrected = "Pairs were corrected after Holm (1979)."
        yield _cited("holm", corrected, "成对比较按 Holm（1979）校正。")
    yield from _more(comparison)


def _cited(name: str, en: str, zh: str) -> Part:
    return Words(en, zh), (name,)


def _more(comparison: Comparison) -> Iterator[Part]:
    if comparison.types.test:
        method = METHODS[comparison.types.method]
        yield _cited(
            "fisher",
            f"Types that are identified were compared by {method.en} (Freeman & Halton, 1951); the others"
            " bound the shares and are in no test.",
            f"已判明类型的比较用{method.zh}（Freeman & Halton, 1951）；其余只界定占比，不进入检验。",
        )
    if comparison.refusal:
        refused = "Groups were chosen by hand; nothing is inferred about regions."
        yield Words(refused, "小组为人工挑选；不对地区作任何推断。"), ()


def _groups(comparison: Comparison) -> Words:
    many = len(comparison.regions) > 8
    counts = ", ".join(f"{one.region.label} ({one.n})" for one in comparison.regions)
    total = sum(one.n for one in comparison.regions)
    who = f"{len(comparison.regions)} regions ({total} groups)" if many else counts
    asked = comparison.selection
    filters = [f"{k} {v}" for k in ("field", "kind", "level") if (v := getattr(asked, k))]
    narrowed = f", only groups of {' and '.join(filters)}" if filters else ""
    day = (
        f"as of {comparison.as_of}"
        if comparison.as_of
        else "each on the day or in the period stated"
    )
    zh_who = (
        f"{len(comparison.regions)} 个地区（{total} 个小组）"
        if many
        else counts.replace(", ", "、")
    )
    zh_narrowed = f"（仅限 {'、'.join(filters)}）" if filters else ""
    zh_day = f"截至 {comparison.as_of}" if comparison.as_of else "各按所示日期或时段"
    return Words(
        f"Leading small groups of {who} were read {day}{narrowed}; a group belongs to the province"
        " that is ancestor-or-self of all its member governments. Gap, line coverage and type are those"
        f" of lsgraph (basis {asked.basis}, scope {asked.scope}), an operationalisation of the types of"
        " Miao and Ju (2020) and not their own definition.",
        f"{zh_who}的领导小组{zh_day}读取{zh_narrowed}；"
        "小组归属于其全部成员政府共同所在的省。级差、统属覆盖率与类型为 lsgraph 的定义"
        f"（级别依据 {asked.basis}，成员范围 {asked.scope}），"
        "是对 Miao 与 Ju（2020）类型的操作化，并非其原定义。",
    )


def _outcomes() -> Words:
    return Words(
        "Ranks are ordinal, so medians and quartiles are lower ones (values that occur) and regions are"
        " compared by Cliff's delta (Cliff, 1993). Shares of types have Wilson (1927) intervals; unknown"
        " types are a class of their own, and shares and deltas are also given as bounds over what is"
        " unknown.",
        "级别为定序变量，故中位数与四分位数取下位值（实际出现的值），"
        "地区间用 Cliff's delta 比较（Cliff, 1993）。"
        "类型占比附 Wilson（1927）区间；未知类型自成一类，占比与 delta 另给出未知部分所留的上下界。",
    )


def _tests(comparison: Comparison) -> Part:
    tests = [one.test for one in comparison.differences if one.test]
    drawn = any(not test.exact for test in tests)
    how = Words("exact", "精确计算")
    if drawn:
        how = Words(
            f"exact where every split could be counted, else by {comparison.resamples:,} permutations"
            f" with the seed {comparison.seed} (Phipson & Smyth, 2010)",
            f"能逐一计算全部划分时精确计算，否则以种子 {comparison.seed} 随机置换 {comparison.resamples:,} 次"
            "（Phipson & Smyth, 2010）",
        )
    said = Words(
        f"Two-sided p-values are those of the permutation distribution of the midrank sum, {how.en};"
        " groups that share a chair or a founding document were permuted as one cluster, and clusters that"
        " reach over regions were left out.",
        f"双侧 p 值取自中秩和的置换分布，{how.zh}；共有组长或成立文件的小组作为一个群一起置换，"
        "跨地区的群不进入检验。",
    )
    return said, (("phipson",) if drawn else ())
