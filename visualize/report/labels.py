"""Headings and labels of the report in both languages."""

from __future__ import annotations

from graph.core.words import Words, named

LABELS = {
    **named(
        basis="级别依据", reach="范围", scope="成员范围", field="领域", kind="形式", level="层级",
        approximate="近似", exact="精确", drawn="随机", chair="组长", unknown="不明", gap="级差",
        groups="个小组", nothing="无", not_defined="无此值",
    ),
    "title": Words("authority structures compared", "权威结构比较"),
    "heading": Words("Authority structures compared: ", "权威结构比较："),
    "colon": Words(": ", "："),
    "semicolon": Words("; ", "；"),
    "comma": Words(", ", "，"),
    "stop": Words(".", "。"),
    "and": Words(", ", "、"),
    "structure": Words("Structure of", "结构："),
    "no_chair": Words("no chair is known", "组长不明"),
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
    "chance": Words("Chance to find 0.33", "发现 0.33 的机会"),
    "to": Words("to", "至"),
    "matched": Words("Like with like", "同类相比"),
    "matched_text": Words(
        "Groups of one field and one class of size (members: 1-2, 3-4, 5-8, 9-16, 17-32, more) held against"
        " each other only; groups without a counterpart are left out and counted.",
        "只比较领域与规模等级（成员数 1–2、3–4、5–8、9–16、17–32、更多）相同的小组；"
        "无对应者不计入，但列出其数。",
    ),
    "matched_caption": Words("Matched comparison", "匹配比较"),
    "strata": Words("Strata", "层"),
    "unmatched": Words("Without counterpart", "无对应者"),
    "why_not": Words("Why not tested", "未检验的原因"),
    "structures": Words("The structures side by side", "结构并列"),
    "structures_text": Words(
        "The hierarchy of command of each province on the day, with its groups, on one scale of rank: what"
        " stands level has one rank. A numbered box is a group on the tier of its chair; its lines lead to"
        " the member governments. Where no day is asked for, the hierarchy is today's and each group stands"
        " as on its last documented day. These pictures and measures describe; they test nothing.",
        "各省在该日的领导层级及其小组，同一级别尺度：同一高度即同一级别。带编号的方框为小组，位于其组长的级别；"
        "连线通往成员政府。未指定日期时，层级为今日状况，各小组为其最后记载日的状况。图与指标只作描述，不作检验。",
    ),
    "not_drawn": Words("groups are not drawn", "个小组未画出"),
    "no_groups": Words("No group.", "无小组。"),
    "others": Words("members other than divisions of the region", "个成员不是该地区的区划"),
    "relation": Words("Lines: what the chair is to a member", "连线：组长对成员的关系"),
    "command": Words("the upper government leads the lower", "上级政府领导下级政府"),
    "shapes": Words("Levels and measures of each hierarchy", "各层级的级数与指标"),
    "parts": Words("By field, kind and level", "按领域、形式与层级"),
    "parts_text": Words(
        "Counts and lower medians; small parts are shown and not tested. To test one, ask for it alone"
        " (--field, --kind, --level).",
        "计数与下中位数；细分仅列出，不作检验。要检验某一部分，请单独查询（--field、--kind、--level）。",
    ),
    "parts_caption": Words("Parts of each region", "各地区的组成"),
    "by": Words("By", "依据"),
    "value": Words("Part", "部分"),
    "groups_head": Words("Groups", "小组数"),
    "types": Words("Types", "类型"),
    "gap_median": Words("Median gap", "级差中位数"),
    "lc_median": Words("Median coverage", "覆盖率中位数"),
    "readings": Words("Under other readings", "其他口径"),
    "readings_text": Words(
        "The same comparison on another basis or scope, with contested ranks as the rule has them, without"
        " derived ranks, and without groups that rest on sources of low confidence. What changes comes"
        " first.",
        "同一比较换用其他级别依据或成员范围、有争议的级别依规则、不用推定级别、去除依赖低可信度来源的小组。"
        "有变化者列前。",
    ),
    "readings_caption": Words("Each reading", "各口径"),
    "reading": Words("Reading", "口径"),
    "medians": Words("Medians", "中位数"),
    "changes": Words("What changes", "变化"),
    "days": Words("Day by day", "逐日"),
    "days_caption": Words("Steps within the period", "时段内的各阶段"),
    "day": Words("From day", "自此日起"),
    "kinds": Words("What starts or ends", "起止的内容"),
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

CHANGED = {
    "median": Words("median", "中位数"),
    "sign of delta": Words("sign of delta", "delta 的符号"),
    "p below 0.05": Words("p below 0.05", "p 是否小于 0.05"),
    "known values": Words("known values", "已知值"),
    "types": Words("types", "类型"),
}
KINDS = named(group="小组", seat="席位", membership="成员", tenure="任期", unit="单位", tie="隶属")
SURE = Words("without sources of low confidence", "不用低可信度来源")
"""The reading without groups that rest on such sources."""


def shown(count: int, total: int) -> Words:
    """That only some of the groups are listed."""
    return Words(
        f"The first {count} of {total} groups are shown; the downloads hold all.",
        f"仅列出 {total} 个小组中的前 {count} 个；下载文件含全部。",
    )


def day_by_day(days: int, read: int) -> Words:
    """Tell how many days change something, and how many of them were read."""
    part = "" if days == read else f" {read} of them, spread evenly, were read."
    zh = "" if days == read else f"，均匀选取其中 {read} 天读取"
    return Words(
        f"Something under these groups changes on {days} days of the period.{part} Days that change no"
        " figure are joined to the step before.",
        f"时段内有 {days} 天这些小组所据的内容有变{zh}。数字不变的日子并入前一阶段。",
    )
