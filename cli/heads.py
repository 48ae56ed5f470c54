"""Heads and closed words of the tables on a terminal; JSON, CSV and files keep names and codes."""

from __future__ import annotations

from collections.abc import Mapping

from graph.core import terms
from graph.core.words import Words
from graph.export.answers import plain

_CHINESE = {
    "above": "上级", "added": "新增", "as_of": "日期", "binds": "制约条件", "bodies": "所在机构",
    "category": "类别", "causes": "原因", "chair": "组长", "chair_rank": "组长级别",
    "chair_seen": "组长最近记载", "chair_title": "组长职务", "chairs": "组长", "change": "变动",
    "changed": "改动", "code": "代码", "coders": "编码者", "column": "列", "could_chair": "可任组长",
    "default": "默认", "deputy": "副组长", "document": "文件", "end": "终点", "entity": "事物",
    "executive": "常务", "field": "领域", "figure": "指标",
    "flags": "标记", "found": "结果", "from_edtf": "始", "gap": "级差", "gives": "据以确定",
    "group": "小组", "group_name": "小组", "gap_max": "最大级差", "gap_median": "级差中位数",
    "gap_min_at_most": "最小级差上限", "hint": "提示", "how": "如何", "is_chair": "现任组长",
    "keeps_strong": "仍为强领导", "kind": "种类", "last_chair": "上任组长职务",
    "last_chair_name": "上任组长", "last_chair_until": "上任组长至", "last_documented": "最后记载",
    "lc": "统属覆盖率", "lc_max": "统属覆盖率上限",
    "lc_min": "统属覆盖率下限", "level": "层级", "meaning": "含义", "measure": "度量",
    "members": "成员", "mode": "正副职", "name": "名称", "name_en": "英文名", "named": "记载方式",
    "note": "说明", "origin": "发起", "other": "另一方", "outcome": "指标", "parameter": "参数",
    "part": "部分", "person": "人物", "posts": "职务", "property": "属性", "question": "问题",
    "rank": "级别", "relation": "关系", "removed": "删除", "role": "角色", "running": "运行中",
    "scope": "成员范围", "since": "始", "source": "来源", "standing": "是否构成成员", "start": "起点",
    "status": "存续状态", "step": "步", "supposed": "假设", "tags": "标签", "tie": "关系类型",
    "title": "职务", "to_edtf": "终", "type": "类型",
    "type_certainty": "确定程度", "unbound": "非统属成员数", "undated": "无日期",
    "unit_name": "所在单位", "unknown": "不明", "until": "终", "valid_from": "始",
    "valid_to": "终", "value": "值", "version": "版本",
    "veto": "级别不低于组长的成员数", "what to do": "如何处理",
    "words": "原文", "written": "写入",
    "best_deputy": "最佳副组长职务",
    "best_deputy_name": "最佳副组长",
    "deputies": "副组长数",
    "deputies_keep_strong": "接任后仍为强领导的副组长",
    "deputies_unknown": "职务不明的副组长数",
    "other_groups": "所领导的其他小组",
    "pair_dependence": "成员对的依赖度",
    "pairs": "相连的成员对",
    "pairs_without_chair": "无组长时相连的成员对",
    "turnover_changes": "更替次数",
    "turnover_high": "每年更替上限",
    "turnover_low": "每年更替下限",
    "turnover_per_year": "每年更替次数",
    "turnover_reason": "更替不明的原因",
    "turnover_since": "更替统计始",
    "turnover_until": "更替统计终",
    "turnover_years": "更替统计年数",
    "type_now": "现类型",
    "type_with_best_deputy": "由其接任时的类型",
    "at_lcs": "在最低共同上级",
    "conflicts": "冲突",
    "bytes": "字节数",
    "data": "数据文件夹",
    "pid": "进程号",
    "uri": "地址",
}  # fmt: skip

HEADS: Mapping[str, Words] = {
    **{name: Words(name, zh) for name, zh in _CHINESE.items()},
    "n_members": Words("members", "成员数"),
    "gap_min": Words("gap", "最小级差"),
    "member_name": Words("member", "成员"),
    "region_name": Words("region", "地区"),
    "chair_level": Words("chair level", "组长层级"),
    "last_evidence": Words("last shown", "最后见于"),
    "becomes": Words("becomes", "其后"),
}
"""By the name of the column; one that is not here is headed by its name."""

_NEEDED = {"rank": Words("rank", "级别"), "command": Words("command", "统属")}
_WORDS: Mapping[str, Mapping[str, Words]] = {
    "type": terms.TYPES, "type_certainty": terms.CERTAINTIES,
    "relation": {**terms.RELATIONS, **terms.RELATIONS_TO_PLACE},
    "origin": terms.ORIGINS, "scope": terms.SCOPES,
    "flags": terms.FLAGS, "field": terms.FIELDS, "roster": terms.ROSTERS,
    "basis": terms.BASES, "leadership": terms.LEADERSHIPS, "reading": terms.READINGS,
    "chair_level": terms.LEVELS, "level": terms.LEVELS,
    "role": {
        **terms.ROLES, "host": Words("host", "东道政府"), "department": Words("department", "所属部门"),
    },
    "status": {
        **terms.STATUSES, "vacant": Words("vacant", "空缺"), "unknown": terms.UNKNOWN,
        "post_unknown": Words("post_unknown", "组长职务不明"),
    },
    "mode": {**terms.MODES, **terms.COMMANDS, **terms.ROLES},
    "binds": _NEEDED, "gives": _NEEDED,
    "named": {
        "True": Words("True", "载明姓名"), "False": Words("False", "由职务推知"),
        "post": Words("post", "只载职务"), "person": Words("person", "只载姓名"),
        "both": Words("both", "职务与姓名"),
    },
    "outcome": {"gap_min": HEADS["gap_min"], "lc": HEADS["lc"]},
}  # fmt: skip


def word(column: str, value: object) -> Words:
    """A value of a column as it is told: a code in English, its term in Chinese; None as unknown."""
    if value is None:
        return terms.UNKNOWN
    if isinstance(value, bool) and column not in _WORDS:
        return Words(str(value), "是" if value else "否")
    text = plain(value)
    return Words(text, terms.term(_WORDS.get(column, {}), text).zh)
