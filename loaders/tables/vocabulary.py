"""The closed lists of the form: roles, kinds of source, modes ..., each in English and Chinese."""

from __future__ import annotations

from loaders.tables.values import Values

ROLES = Values({
    "chair": ("组长", "主任", "召集人", "总召集人", "指挥长", "总指挥", "主席", "会长", "理事长", "总河长"),
    "executive_deputy": ("常务副组长", "常务副主任", "执行副组长", "常务副总指挥", "第一副组长"),
    "deputy_chair": ("副组长", "副主任", "副召集人", "副指挥长", "副总指挥", "副主席", "deputy"),
    "member": ("成员", "组员", "委员", "成员单位"),
    "observer": ("列席", "观察员", "顾问", "列席单位"),
    "office_director": ("办公室主任", "办公室负责人"),
    "secretary": ("秘书长", "秘书", "联络员"),
})  # fmt: skip
"""组长, 常务副组长 ...: an executive deputy is a deputy chair that the form marks as executive."""

MEMBER_ROLES = Values({role: ROLES.words[role] for role in ("deputy_chair", "member", "observer")})

CONFIDENCES = Values({"high": ("高",), "medium": ("中", "中等"), "low": ("低",)})

LEADERSHIPS = Values({
    "single": ("单一", "单组长", "一人"),
    "co_chairs": ("双组长", "共同", "多组长"),
    "rotating": ("轮值", "轮流"),
    "collective": ("集体",),
    "unknown": ("未知", "不明", "不详"),
})  # fmt: skip

ROSTERS = Values({
    "complete": ("完整", "全"),
    "partial": ("部分", "不全", "不完整"),
    "unknown": ("未知", "不明", "不详"),
})  # fmt: skip

SOURCE_KINDS = Values({
    "gov_doc": ("公文", "政府文件", "官方文件", "通知"),
    "gov_doc_mirror": ("公文转载",),
    "gov_site": ("政府网站", "官网", "官方网站"),
    "gov_site_mirror": ("政府网站转载",),
    "press": ("新闻", "报刊", "媒体", "新闻报道"),
    "press_mirror": ("新闻转载",),
    "agreement": ("协议", "合作协议"),
    "dataset": ("数据集", "数据库"),
    "yearbook": ("年鉴", "地方志"),
    "encyclopedia": ("百科", "百度百科"),
    "article": ("论文", "文章", "期刊论文"),
    "journal_abstract": ("期刊摘要",),
    "paper_abstract": ("论文摘要",),
})  # fmt: skip

INSTRUMENTS = Values({
    "0": ("无",),
    "1": ("纪要或协议", "纪要", "会议纪要", "协议", "minutes", "agreement"),
    "2": ("规范性文件", "通知", "公文", "normative"),
    "3": ("法规或法律", "法规", "法律", "规章", "条例", "law", "regulation"),
})  # fmt: skip

MODES = Values({
    "HEAD": ("正职", "主官"),
    "DEPUTY_HEAD": ("副职",),
    "DEPT_HEAD": ("部门正职",),
    "COLLEGIAL": ("常委",),
    "OTHER": ("其他",),
})  # fmt: skip

BRANCHES = Values({
    "party": ("党委", "党", "党组织"),
    "government": ("政府", "行政"),
    "congress": ("人大",),
    "cppcc": ("政协",),
    "court": ("法院",),
    "procuratorate": ("检察院",),
    "military": ("军队武警", "军队", "武警"),
    "mass_organisation": ("群团", "群众团体", "人民团体", "mass_organization"),
    "enterprise": ("企业", "公司"),
})  # fmt: skip

RANK_BASES = Values({"stated": ("载明", "来源载明"), "override": ("个案", "特例")})
