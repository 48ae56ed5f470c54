"""Headings and labels of the report in both languages."""

from __future__ import annotations

from graph.core.words import Words, named

LABELS = {
    **named(
        basis="级别依据", scope="成员范围", field="领域", kind="形式", level="层级",
        approximate="近似", exact="精确", drawn="随机",
        groups="个小组", not_defined="无此值",
    ),
    "title": Words("authority structures compared", "权威结构比较"),
    "heading": Words("Authority structures compared: ", "权威结构比较："),
    "colon": Words(": ", "："),
    "semicolon": Words("; ", "；"),
    "comma": Words(", ", "，"),
    "stop": Words(".", "。"),
    "and": Words(", ", "、"),
    "as_of": Words("As of", "截至"),
    "own_day": Words("Each group on its own day", "各小组按其自身日期"),
    "no_inference": Words("No inference about regions", "不对地区作推断"),
    "read_first": Words("To be read with every figure", "解读须知"),
    "found": Words("What was found", "结果"),
    "overview": Words("What was compared, and what is unknown", "比较的对象与未知部分"),
    "in_words": Words("Each pair in words", "各对地区的文字说明"),
    "distributions": Words("Distributions, on one scale", "分布（同一尺度）"),
    "more_distributions": Words("More distributions", "其他分布"),
    "regions": Words("The regions", "各地区"),
    "figures": Words("Figures of each region", "各地区数字"),
    "figure": Words("Figure", "项目"),
    "meaning": Words("Meaning", "含义"),
    "differences": Words("The differences", "差异"),
    "pairs": Words(
        "Each pair of regions; delta above 0: the first is the higher one",
        "各对地区；delta 大于 0 表示前者较高",
    ),
    "outcome": Words("Outcome", "指标"),
    "pair": Words("Regions", "地区"),
    "known": Words("Known", "已知"),
    "missing": Words("Missing", "缺失"),
    "delta": Words("Delta", "delta"),
    "bounds": Words("Bounds for what is missing", "缺失所留上下界"),
    "interval": Words("95 % interval", "95% 区间"),
    "holm": Words("p (Holm)", "p（Holm）"),
    "smallest": Words("Smallest p possible", "可能的最小 p"),
    "clusters": Words("Clusters", "群"),
    "to": Words("to", "至"),
    "data": Words("The data underneath", "所据数据"),
    "csv": Words("Groups as CSV", "小组（CSV）"),
    "json": Words("Everything as JSON", "全部（JSON）"),
    "group": Words("Group", "小组"),
    "region": Words("Region", "地区"),
    "on_day": Words("Day", "日期"),
    "type": Words("Type", "类型"),
    "possible": Words("Possible", "可能类型"),
    "smallest_gap": Words("Smallest gap", "最小级差"),
    "coverage": Words("Line coverage", "统属覆盖率"),
    "standing": Words("How it came in", "来历"),
    "methods": Words("Methods, ready to paste", "方法（可直接引用）"),
    "references": Words("References", "参考文献"),
}  # fmt: skip
"""What the page says beside what was found."""


def shown(count: int, total: int) -> Words:
    """That only some of the groups are listed."""
    return Words(
        f"The first {count} of {total} groups are shown; the downloads hold all.",
        f"仅列出 {total} 个小组中的前 {count} 个；下载文件含全部。",
    )
