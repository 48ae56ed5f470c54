"""Names of persons (姓名): 黎　明, 艾尔肯·吐尼亚孜, 张三（女，回族）, 王五同志."""

from __future__ import annotations

import re
from enum import IntEnum
from pathlib import Path

from loaders.files.characters import HAN
from loaders.files.yaml import shipped_yaml
from loaders.notices.words.text import closed

DOT = "·•‧・∙⋅"
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[{DOT}][{HAN}]{{1,8}}){{1,3}}")
_PLAIN = re.compile(rf"[{HAN}〇]{{2,5}}")
_SIGN = r"(?:[男女]|[\u4e00-\u9fff]{1,5}族|兼任?|挂职|兼职)"
_MARK = re.compile(rf"[（(]\s*{_SIGN}(?:\s*[，,、]\s*{_SIGN})*\s*[）)](?=$|[\s（(、，,；;。]|同志)")
_SPACED = re.compile(rf"(?<![{HAN}{DOT}])([{HAN}])[ \t]+([{HAN}])(?![{HAN}{DOT}])")
_SPACED_THREE = re.compile(
    rf"(?<![{HAN}{DOT}])([{HAN}])[ \t]+([{HAN}])[ \t]+([{HAN}])"
    rf"(?![{HAN}{DOT}])(?![ \t]+[{HAN}](?![{HAN}]))"
)
_SPACED_RUN = re.compile(rf"(?<![{HAN}{DOT}])([{HAN}])[ \t]+(?=[{HAN}]([{HAN}]{{2,}}))")
"""A spaced name that runs into its title: 王　曦副省长."""
_OFFICE = re.compile(
    rf"(?<![{HAN}])(副?[局厅部院行处科所站台社校馆省市县区州旗盟镇乡署司队会组])[ \t]+(长)(?![{HAN}])"
    rf"|(?<![{HAN}])(副?主|副?书|专|政|副?经|成|组)[ \t]+(任|记|员|委|理)(?![{HAN}])"
)
_LETTERS = re.compile(rf"(?<![{HAN}{DOT}])[{HAN}](?:[ \t]+[{HAN}]){{3,}}(?![{HAN}{DOT}（(])")
_COMRADE = re.compile(r"(?:等)?同志$")
HONOURS = ("教授", "博士", "医生", "院士", "律师", "会计师", "工程师", "研究员")
"""Words behind a name that stand for a title; none names a body."""
_HONOURED = re.compile(rf"(?P<name>[{HAN}]{{2,4}})(?P<by>{'|'.join(HONOURS)}|先生|女士)")
_NEVER = re.compile(
    r"^兼|^代[省市县区州]长|成员|组员|组长|主任|书记|委员|单位|部门|全体|有关|相关|各|其他|职责|工作|办公|机构|人员|名单|会议|联系|电话"
    r"|负责|领导|同志|分管|主要|常务|单位|如下|通知|方案|时间|地点|附件|备注|姓名|职务|序号|政府|人民|市委|县委"
    r"|省委|区委|党委|党组|党工委|牵头|责任|中心|公司|银行|集团|秘书|顾问|指挥|召集|组织|宣传|统战|政法|纪检|监察|公安|民政|财政|水利"
    r"|农业|交通|教育|卫生|环境|自然|资源|发展|改革|管理|监督|应急|税务|审计|统计|市场|科技|文化|旅游|体育|建设|规划"
    r"|处级|科级|厅级|局级|干部|专员|巡视|调研|助理|安全|平安|兼任|担任|任命|设在|以上|以下|小组|综合|保障|小学|中学|大学|学校"
)
_GIVEN = re.compile(r".(?:建设|改革|平安|文化|卫生|安全)")
"""Given names that are words of office as well: 秦建设."""
_ENDS = re.compile(r"[局厅委办署市县区镇乡村盟院处股室站所队校厂级员组班届号项款]$")
"""Ends of bodies and places: never those of a name."""
_SELDOM = re.compile(r"[科社会企党团岗条州旗省部长]$")
"""Ends of bodies that are also those of names: 杨三省, 王新会."""
_PROVINCES = re.compile(
    r"(?:江苏|江西|云南|安徽|山东|山西|广东|浙江|福建|湖北|湖南|河北|河南|海南|四川|贵州|甘肃|青海|吉林|辽宁|陕西|台湾)省"
)

_LISTS = shipped_yaml(Path(__file__).parents[2] / "data" / "surnames.yaml")
SINGLE, RARE, COMMON, GIVEN = (
    frozenset(_LISTS[name]) - {" "} for name in ("single", "rare", "common", "given")
)
DOUBLE, PLACES = (frozenset(_LISTS[name].split()) for name in ("double", "places"))


class Name(IntEnum):
    """How far a word is a person's name."""

    NO = 0
    MAYBE = 1
    """By its place beside a title only: the family name is not a known one (丹珠昂奔)."""
    RARE = 2
    """A family name that also begins ordinary words."""
    SURE = 3


def name_kind(text: str) -> Name:
    """How far the word, without marks and spaces, is a name."""
    if _DOTTED.fullmatch(text):
        return Name.SURE
    if _GIVEN.fullmatch(text) and text[0] in SINGLE:
        return Name.RARE
    if not _PLAIN.fullmatch(text) or _NEVER.search(text):
        return Name.NO
    if text[:2] in DOUBLE and len(text) >= 3:
        return Name.SURE
    if len(text) == 4 and {text[0], text[1]} <= COMMON and not _ENDS.search(text):
        return Name.RARE
    if text[0] not in SINGLE or len(text) >= 4:
        return Name.NO if _ENDS.search(text) else Name.MAYBE
    if _ENDS.search(text) or _PROVINCES.fullmatch(text):
        return Name.NO
    if _SELDOM.search(text):
        return Name.RARE if len(text) == 3 and text[0] not in RARE else Name.MAYBE
    return Name.RARE if text[0] in RARE else Name.SURE


def family_score(family: str) -> float:
    """How usual a family name is: 1 is about three times as frequent as 0."""
    if family not in SINGLE:
        return -7.0
    usual = 1.0 if family in COMMON else 0.0
    return usual - 1.5 if family in RARE else usual


def unmarked(text: str) -> str:
    """A name without （女）, （回族）, （兼） and 同志, its two characters together."""
    bare = _COMRADE.sub("", _MARK.sub("", text).strip())
    return closed(bare)


def honoured(text: str) -> tuple[str, str | None] | None:
    """A name and what honours it: 查逸超教授; 先生 and 女士 do not count as a title."""
    match = _HONOURED.fullmatch(text)
    if match is None or name_kind(match["name"]) < Name.RARE:
        return None
    return match["name"], match["by"] if match["by"] in HONOURS else None


def without_marks(text: str) -> str:
    """A line without the marks behind names: （女）, （回族）, （兼）."""
    return _MARK.sub("", text)


def joined(text: str) -> str:
    """A line with spaced names together: 黎　明 is 黎明; spaced words of office too: 局　长."""
    words = _OFFICE.sub(lambda m: "".join(filter(None, m.groups())), text)
    words = _LETTERS.sub(_names, words)
    return _SPACED_RUN.sub(_run, _SPACED.sub(_together, _SPACED_THREE.sub(_together, words)))


def _names(match: re.Match[str]) -> str:
    """陈 强 刘 洋: single characters as names of two, where all of them are."""
    letters = match[0].split()
    pairs = ["".join(letters[at : at + 2]) for at in range(0, len(letters), 2)]
    return "、".join(pairs) if all(name_kind(pair) >= Name.RARE for pair in pairs) else match[0]


def _run(match: re.Match[str]) -> str:
    family, title = match.groups()
    known = family in SINGLE and family not in RARE
    return family if known and HEAD_END.search(title) else match.group()


def _together(match: re.Match[str]) -> str:
    name = "".join(match.groups())
    return name if name_kind(name) >= Name.RARE else match.group()


HEAD_END = re.compile(
    r"(?:长|主任科员|科员|主任|书记|主席|委员|常委|经理|总裁|巡视员|调研员|专员|政委|司令员|总理|监事|院士|干事"
    r"|总[\u4e00-\u9fff]{2,3}师|成员|总监|助理|技术员|文员|总指挥|参谋长|负责人|领导)$"
)
"""How a title ends, before a name that follows without a space."""
