"""The tables of the form `lsgraph/tables/1` and their columns: names, meanings, allowed values, examples.

Everything that reads, explains or writes a table is made from these lists; docs/spreadsheets.md is held
against them by a test.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.tables.values import Values
from loaders.tables.vocabulary import (
    BRANCHES,
    CONFIDENCES,
    INSTRUMENTS,
    LEADERSHIPS,
    MEMBER_ROLES,
    MODES,
    RANK_BASES,
    ROLES,
    ROSTERS,
    SOURCE_KINDS,
)

FORM = "lsgraph/tables/1"
"""The version of the form; YAML files name it, workbooks and folders of CSV are taken to be it."""


@dataclass(frozen=True)
class Column:
    """A column: `name` in English, `zh` in Chinese, `also` further spellings that are understood."""

    name: str
    zh: str
    meaning: str
    meaning_zh: str
    example: str = ""
    also: tuple[str, ...] = ()
    values: Values | None = None
    required: bool = False
    date: bool = False
    several: bool = False
    """Whether a cell may hold several values with `;` between."""

    long: bool = False
    """Running text: may be longer than a name or a title."""


@dataclass(frozen=True)
class Table:
    """A table: a sheet, a CSV file or a key of a YAML file."""

    name: str
    zh: str
    meaning: str
    meaning_zh: str
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of an English name."""
        return next(column for column in self.columns if column.name == name)


_SOURCE = Column(
    "source", "来源", "id of `sources`, several with `;` between: where the row was read",
    "来源表中的编号，多个用 ; 分隔：本行出自何处", "S1", ("sources", "出处"), several=True,
)  # fmt: skip
_CONFIDENCE = Column(
    "confidence", "可信度", "how sure the source makes it; empty: by the kind of the source",
    "可信程度；留空则按来源类别推定", "high", ("可信程度", "置信度"), values=CONFIDENCES,
)  # fmt: skip
_FROM = Column(
    "from", "开始", "first day known, or [..day] for `by that day`", "起始日期；不晚于某日写 [..日期]",
    "2016-03-08", ("start", "valid_from", "起", "开始日期", "起始", "起始日期", "任职时间"), date=True,
)  # fmt: skip
_TO = Column(
    "to", "结束", "first day without it; `..` (至今) has not ended, empty is unknown",
    "结束日期（当日已不在）；至今写 ..，未知留空", "", ("end", "valid_to", "止", "结束日期", "截止",
    "离任时间"), date=True,
)  # fmt: skip
_UNIT = ("body", "机构", "部门", "所在单位", "工作单位")
_NOTES = Column("notes", "备注", "what a reader must know, in words", "备注", "", ("note", "说明", "注"),
                long=True)  # fmt: skip

SOURCES = Table(
    "sources", "来源", "Where statements were read.", "每条资料的出处", (
        Column("source", "编号", "an id of your own, used in all other tables", "自拟编号，其他各表引用",
               "S1", ("id", "来源编号", "来源"), required=True),
        Column("title", "标题", "official title with document number, or headline",
               "文件标题与文号，或新闻标题", "关于成立东河治理领导小组的通知", ("名称", "题名"),
               required=True),
        Column("url", "网址", "where it was read; empty if there is no address", "网址，没有则留空", "",
               ("链接", "地址", "address")),
        Column("kind", "类别", "what it is", "来源类别", "gov_doc", ("类型", "来源类别"), values=SOURCE_KINDS,
               required=True),
        Column("date", "日期", "day of publication", "发布日期", "2016-03-08", ("发布日期", "published"),
               date=True),
        Column("licence", "许可", "`facts only` (the default) where nothing but facts is taken",
               "许可；仅取事实写 facts only（默认）", "facts only", ("license", "授权", "版权")),
    ), ("source", "出处", "来源表"),
)  # fmt: skip

DOCUMENTS = Table(
    "documents", "文件", "The acts that found groups.", "成立（或调整）小组的文件", (
        Column("document", "编号", "an id of your own", "自拟编号", "D1", ("id", "文件编号", "文件"),
               required=True),
        Column("number", "文号", "document number", "文号", "某政办字〔2016〕0号", ("发文字号", "字号")),
        Column("title", "标题", "title of the act", "文件标题", "关于成立东河治理领导小组的通知",
               ("名称", "文件标题", "题名")),
        Column("issued", "发文日期", "day of issue", "发文日期", "2016-03-08",
               ("日期", "date", "成文日期", "印发日期"), date=True),
        Column("instrument", "效力",
               "0 none, 1 minutes or agreement, 2 normative document, 3 regulation or law",
               "0 无，1 纪要或协议，2 规范性文件，3 法规或法律", "2", ("文件性质", "性质", "效力级别"),
               values=INSTRUMENTS),
        Column("issuers", "发文机关", "codes or names, `;` between", "发文机关的代码或名称，用 ; 分隔",
               "370100", ("issuer", "发文单位", "发布机关", "印发机关"), several=True),
        _SOURCE,
    ), ("document", "文件表"),
)  # fmt: skip

GROUPS = Table(
    "groups", "小组", "Leading small groups and their kin.", "领导小组及同类机构", (
        Column("group", "编号", "an id of your own", "自拟编号", "G1", ("id", "小组编号", "小组"),
               required=True),
        Column("name", "名称", "full Chinese name", "中文全称", "东河治理领导小组", ("小组名称", "全称"),
               required=True),
        Column("name_en", "英文名", "English name", "英文名", "Leading group for the East River",
               ("英文名称", "english")),
        Column("kind", "类别", "领导小组, 联席会议, 委员会, 指挥部 ...; empty: read off the name",
               "领导小组、联席会议、委员会、指挥部等；留空则由名称判断", "领导小组", ("类型", "机构类别")),
        Column("field", "领域", "water, environment, tourism, transport ...; an open list",
               "领域，如 water、environment、tourism、transport", "water", ("主题", "政策领域")),
        Column("place", "地区", "code or name of the government that runs it; empty for a body of equals",
               "主管政府的代码或名称；平等协作的留空", "370100", ("所属政府", "地方", "行政区划", "政府")),
        Column("leadership", "组长形式", "one chair, several, in turn, all together, not known",
               "单一、双组长、轮值、集体、未知", "single", ("领导形式", "领导方式"), values=LEADERSHIPS),
        Column("roster", "名单", "whether all members are known", "成员名单是否完整", "complete",
               ("成员名单", "名单完整"), values=ROSTERS),
        _FROM, _TO,
        Column("document", "成立文件", "id of `documents`, several with `;` between",
               "文件表中的编号，多个用 ; 分隔", "D1", ("documents", "文件", "established_by"), several=True),
        Column("succeeded_by", "后继", "id of the group that came after", "后继小组的编号", "",
               ("successor", "后继小组", "继任机构"), several=True),
        _SOURCE, _NOTES,
    ), ("group", "领导小组", "小组表", "机构"),
)  # fmt: skip

SEATS = Table(
    "seats", "席位", "Who sits in a group, in which role.", "小组的组成人员与成员单位", (
        Column("group", "小组", "id of `groups`", "小组表中的编号", "G1", ("小组编号",), required=True),
        Column("role", "角色", "role in the group", "组内角色", "chair", ("组内职务", "职责", "组内角色"),
               values=ROLES, required=True),
        Column("title", "职务", "office as published: 济南市市长", "公布的职务，如 济南市市长", "济南市市长",
               ("职位", "头衔", "公布职务", "post")),
        Column("unit", "单位", "the body that the title belongs to, by code or name; alone: the unit itself",
               "职务所属单位的代码或名称；只填单位则表示单位本身列名", "370100", _UNIT),
        Column("person", "姓名", "name, or id of `persons`; empty: not known", "姓名，或人员表编号；未知留空",
               "甲", ("人员", "name", "任职者", "人名")),
        _FROM, _TO, _SOURCE, _CONFIDENCE, _NOTES,
        Column("line", "行号", "line of the notice (in drafts)", "通知原文行号（草稿）", "", ("行",)),
        Column("certainty", "确定性", "of a draft: low is loaded with confidence low and listed",
               "草稿的确定性：low 者按低可信度载入并列出", "", ("把握",), values=CONFIDENCES),
    ), ("seat", "成员名单", "席位表", "组成人员"),
)  # fmt: skip

PERSONS = Table(
    "persons", "人员", "Only to tell two of one name apart.", "仅用于区分同名者", (
        Column("person", "编号", "an id of your own", "自拟编号", "P1", ("id", "人员编号", "人员"),
               required=True),
        Column("name", "姓名", "name", "姓名", "丙", ("人名",), required=True),
        Column("born", "出生", "year or day of birth", "出生年份或日期", "",
               ("出生日期", "出生年月", "birth"), date=True),
        _NOTES,
    ), ("person", "人员表", "人物"),
)  # fmt: skip

TENURES = Table(
    "tenures", "任职", "Posts that a person held beside the seats.", "席位以外的任职", (
        Column("person", "姓名", "name, or id of `persons`", "姓名，或人员表编号", "丙", ("人员", "name"),
               required=True),
        Column("title", "职务", "office as published", "职务", "济南市委常委", ("职位", "头衔", "post"),
               required=True),
        Column("unit", "单位", "the body of the office, where the title does not say it",
               "职务所属单位，职务已写明者可留空", "370100", _UNIT),
        _FROM, _TO, _SOURCE, _CONFIDENCE,
    ), ("tenure", "任职表", "履历"),
)  # fmt: skip

POSTS = Table(
    "posts", "职务", "Overrides for titles that no rule covers.", "规则未涵盖的职务", (
        Column("title", "职务", "office as the other tables write it", "职务，与其他各表写法一致",
               "东河联络员", ("名称", "职位"), required=True),
        Column("unit", "单位", "the body that it is in, by code or name", "所属单位的代码或名称", "370100",
               _UNIT),
        Column("mode", "性质", "how it stands in its body", "职务性质", "OTHER", ("职务性质",), values=MODES),
        Column("branch", "系统", "party, government ...", "所属系统", "government", ("党政系统",),
               values=BRANCHES),
        Column("rank", "级别", "1 to 10 (10 国家级正职); empty: by rule", "级别 1 至 10；留空按规则推定", "",
               ("行政级别",)),
        Column("rank_basis", "级别依据", "stated by the source, or an override", "级别依据", "",
               values=RANK_BASES),
        _SOURCE,
    ), ("post", "职务表"),
)  # fmt: skip

MEMBERS = Table(
    "members", "成员单位", "Units that are members, a row each.", "成员单位，每行一个", (
        Column("group", "小组", "id of `groups`", "小组表中的编号", "G1", ("小组编号",), required=True),
        Column("unit", "单位", "code or name", "单位的代码或名称", "历城区", _UNIT, required=True),
        _FROM, _TO,
        Column("role", "角色", "deputy_chair, member (the default) or observer",
               "副组长、成员（默认）或列席", "member", ("组内角色",), values=MEMBER_ROLES),
        _SOURCE, _CONFIDENCE,
    ), ("member", "成员", "成员单位表"),
)  # fmt: skip

TABLES = (SOURCES, DOCUMENTS, GROUPS, SEATS, MEMBERS, PERSONS, TENURES, POSTS)
"""All tables, in the order of a template."""

EXPLANATIONS = {"explanations": "说明", "example": "示例"}
"""Sheets and files of a template that a load passes over."""

HEADS = {
    "en": ("table", "column", "中文", "meaning", "required", "allowed values", "example"),
    "zh": ("表", "列", "English", "含义", "必填", "可用值", "示例"),
}
"""The first row of the explanations in each language."""


def head(table: Table, language: str) -> list[str]:
    """The first row of a table."""
    return [named(column, language) for column in table.columns]


def named(thing: Table | Column, language: str) -> str:
    """The name of a table or column in a language."""
    return thing.zh if language == "zh" else thing.name


def explanations(language: str) -> list[list[str]]:
    """A row for each column: meaning, allowed values, example."""
    return [list(HEADS[language]), *(
        explained(table, column, language) for table in TABLES for column in table.columns
    )]  # fmt: skip


def explained(table: Table, column: Column, language: str) -> list[str]:
    """A column in the words of a language, in the order of the row of heads."""
    zh = language == "zh"
    meaning = column.meaning_zh if zh else column.meaning
    allowed = ", ".join(column.values.shown(language)) if column.values else ""
    if column.date:
        allowed = "2016, 2016-03, 2016-03-08, 2016年3月, [..2016-03] (2016年3月前)"
    needed = ("是" if zh else "yes") if column.required else ""
    other = named(column, "en" if zh else "zh")
    example = column.example
    if example and column.values and zh:
        example = column.values.words[example][0]
    return [
        named(table, language),
        named(column, language),
        other,
        meaning,
        needed,
        allowed,
        example,
    ]
