"""The closed lists of the form: roles, kinds of source, modes ..., each in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.core import terms
from graph.core.words import Words


@dataclass(frozen=True)
class Values:
    """A closed list: value to its Chinese word, then further spellings of either language."""

    words: Mapping[str, tuple[str, ...]]

    def read(self, text: str) -> str | None:
        """The value that a text means, None for none of the list."""
        bare = text.strip().casefold().replace(" ", "_").replace("-", "_")
        for value, spellings in self.words.items():
            if bare in (value.casefold(), *(word.casefold() for word in spellings)):
                return value
        return None

    def shown(self, language: str = "en") -> list[str]:
        """The values as a template lists them, in English or Chinese."""
        if language == "zh":
            return [words[0] for words in self.words.values()]
        return list(self.words)

    def spellings(self) -> list[str]:
        """Every text that is understood."""
        return [*self.words, *(word for words in self.words.values() for word in words)]


def _values(listed: Mapping[str, Words], **further: tuple[str, ...]) -> Values:
    """The values of a list of terms, each with its Chinese word and further spellings."""
    return Values({value: (said.zh, *further.get(value, ())) for value, said in listed.items()})


ROLES = _values(
    {
        "chair": terms.ROLES["chair"],
        "executive_deputy": terms.EXECUTIVE,
        **terms.ROLES,
        "presider": terms.PRESIDER,
    },
    chair=("主任", "召集人", "总召集人", "指挥长", "总指挥", "主席", "会长", "理事长", "总河长"),
    executive_deputy=("常务副主任", "执行副组长", "常务副总指挥", "第一副组长"),
    deputy_chair=("副主任", "副召集人", "副指挥长", "副总指挥", "副主席", "deputy"),
    member=("组员", "委员", "成员单位"),
    presider=("主持", "主持人", "主持单位", "presided"),
    observer=("观察员", "顾问", "列席单位"),
    office_director=("办公室负责人",),
    secretary=("秘书", "联络员"),
)
"""组长, 常务副组长 ...: the form marks an executive deputy as a deputy chair, a presider as a member."""

MEMBER_ROLES = Values({role: ROLES.words[role] for role in ("deputy_chair", "member", "observer")})

CONFIDENCES = _values(terms.CONFIDENCES, medium=("中等",))

LEADERSHIPS = _values(
    terms.LEADERSHIPS,
    single=("单组长", "一人"),
    co_chairs=("共同", "多组长"),
    rotating=("轮流",),
    unknown=("不明", "不详"),
)

ROSTERS = _values(
    terms.ROSTERS, complete=("全",), partial=("部分", "不完整"), unknown=("未知", "不详")
)

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

MODES = _values(terms.MODES, HEAD=("主官",))

BRANCHES = _values(
    terms.BRANCHES,
    party=("党", "党组织"),
    government=("行政",),
    military=("军队", "武警"),
    mass_organisation=("群众团体", "人民团体", "mass_organization"),
    enterprise=("公司",),
)

RANK_BASES = _values(
    {basis: terms.RANK_BASES[basis] for basis in ("stated", "override")},
    stated=("来源载明",),
    override=("特例",),
)
