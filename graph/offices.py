"""The offices of a compound title (职务名称): 省委常委、合肥市委书记 are two, each read by rule.

A rule covers an office as a whole or not at all; where any part of a title is not covered, or the title
speaks of several posts at once (各乡镇长), nothing is understood and nothing is guessed. Which unit is
meant is for the caller: an office keeps the words that stand before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.ranks import Mode


class Seat(StrEnum):
    """What kind of body an office belongs to, as far as its word tells."""

    GOVERNMENT = "government"
    """市长: of a division's government; the division's name ends as the word begins."""
    CHAIR = "chair"
    """主席: of an autonomous region's government, a CPPCC or a mass organisation."""
    PARTY = "party"
    """书记, 常委: of a party committee."""
    CENTRE = "centre"
    """总理: of the centre, whatever stands beside it."""
    BODY = "body"
    """局长: of a body whose name ends as `ends` allows."""
    STAFF = "staff"
    """秘书长, 助理: in a general office, or in the body itself."""
    ANY = "any"
    """总工程师, 主要负责人: of any body or division."""


@dataclass(frozen=True)
class Office:
    """One office: `body` is what stands before the word (市财政局, 市委, nothing), `ends` how it may end.

    `mode` HEAD is the head of whatever body it is: a department's becomes DEPT_HEAD. `rank` is the
    office's own (巡视员). `stands_for_unit`: a bare 负责人 is the unit. `former`: 原, no member.
    """

    text: str
    body: str
    word: str
    seat: Seat
    mode: Mode
    ends: str = ""
    rank: int | None = None
    stands_for_unit: bool = False
    former: bool = False
    shown: str = ""
    """The office with its rank word, without the body: 常务副省长, 分管局长."""


def read_offices(title: str) -> tuple[Office, ...] | None:
    """The offices of a title in their order; None where a part is not understood."""
    if _PLURAL.search(title.strip()):
        return None
    bare = _REMARK.sub("", title).strip()
    found = [_office(part) for part in _SPLIT.split(_TOPIC.sub(_charged, bare)) if part]
    offices = [office for office in found if office is not None]
    return tuple(offices) if offices and len(offices) == len(found) else None


_PLURAL = re.compile(r"^(?:各|全体|全部|相关|有关|部分|\d+个)|[（(]全体[)）]")
_REMARK = re.compile(r"[（(][^（）()]*[)）]")
_SPLIT = re.compile(r"[、，,;；]|(?<=.)兼(?!任|职)")
_CHARGED = "〇"
"""Stands for 分管: who has a field in his charge is a deputy."""

_GOVERNMENT = "省长|市长|区长|县长|州长|旗长|盟长|乡长|镇长|专员|行政长官"
_ENDS = {
    "部长": "部", "厅长": "厅", "局长": "局", "署长": "署", "院长": "院", "行长": "行", "司长": "司",
    "处长": "处", "科长": "科", "股长": "股", "所长": "所", "站长": "站台", "台长": "台",
    "社长": "社", "校长": "校学", "馆长": "馆", "庭长": "庭", "关长": "关", "段长": "段",
    "场长": "场园", "审计长": "署", "检察长": "院署", "主任": "委办会室心厅处所部院组区园大",
    "主任委员": "委会部", "委员长": "会", "会长": "会协", "理事长": "会联协社", "总干事": "会",
    "参谋长": "区部队军", "总参谋长": "部", "司令员": "区部队军",
}  # fmt: skip
_MANAGERS = "总经理|经理|董事长|总裁|厂长|矿长|监事长"
_TEAMS = "总队长|支队长|大队长|中队长|队长|组长|团长|总指挥|指挥长"
_CHIEFS = "(?:第一)?总?(?:河湖长|河长|湖长|林长|湾长|田长|链长)"
_EXPERTS = r"总[^、，总]{2,3}师|总编辑|安全总监|总监"
_GRADES = "[一二三四]级巡视员|[一二三四]级调研员|巡视员|调研员|[一二三四]级主任科员|主任科员"
_MEMBERS = "部务会议成员|部务委员|成员|委员"
_ASSISTANTS = "(?:部长|省长|市长|主席|局长|主任|县长|区长|州长|厅长|院长|署长|检察长|行长)助理"
_LEADERS = "主要负责同志|主要负责人|主要领导同志|主要领导"
_ANYBODY = "负责同志|负责人|领导同志|领导"
_WORD = "|".join(
    [_ASSISTANTS, _GRADES, _LEADERS, _EXPERTS, _MANAGERS, _TEAMS, _CHIEFS, _GOVERNMENT, "主席", "书记",
     "常委", "政委", "政治委员", "秘书长", *sorted(_ENDS, key=len, reverse=True), _ANYBODY, _MEMBERS]
)  # fmt: skip
_VICE = "(?:第一|常务|专职|兼职|兼任|执行|名誉)*副?"
_PART = re.compile(
    rf"(?P<former>原)?(?:署理)?(?P<body>.*?)(?P<charged>{_CHARGED})?(?:署理|代理|代)?"
    rf"(?P<vice>{_VICE})(?P<word>{_WORD})"
)
_TOPIC = re.compile(
    rf"(?:(?:分管|协管|主管)[^，,]*?的?|(?:协调|联系|负责)[^，,]*?的)(?={_VICE}(?:{_WORD}))"
)
_FIXED = {
    "总理": Mode.HEAD, "国务院总理": Mode.HEAD, "副总理": Mode.DEPUTY_HEAD,
    "常务副总理": Mode.DEPUTY_HEAD, "国务院副总理": Mode.DEPUTY_HEAD, "国务委员": Mode.DEPUTY_HEAD,
    "总书记": Mode.HEAD, "中共中央总书记": Mode.HEAD, "国家主席": Mode.HEAD,
    "国家副主席": Mode.DEPUTY_HEAD, "政治局常委": Mode.COLLEGIAL, "政治局委员": Mode.COLLEGIAL,
    "中央政治局常委": Mode.COLLEGIAL, "中央政治局委员": Mode.COLLEGIAL,
    "中央书记处书记": Mode.COLLEGIAL, "中共中央政治局常委": Mode.COLLEGIAL,
    "中共中央政治局委员": Mode.COLLEGIAL, "中共中央书记处书记": Mode.COLLEGIAL,
}  # fmt: skip
"""Offices of the centre (国家领导人), each by its own word."""

_GRADE_RANKS = {
    "巡视员": 6, "副巡视员": 5, "一级巡视员": 6, "二级巡视员": 5, "调研员": 4, "副调研员": 3,
    "一级调研员": 4, "二级调研员": 4, "三级调研员": 3, "四级调研员": 3,
}  # fmt: skip


def _charged(match: re.Match[str]) -> str:
    return _CHARGED


def _office(part: str) -> Office | None:
    bare = part.replace(_CHARGED, "")
    if bare in _FIXED:
        return Office(bare, "", bare, Seat.CENTRE, _FIXED[bare], shown=bare)
    match = _PART.fullmatch(part)
    if match is None or "名誉" in match["vice"]:
        return None
    vice = match["vice"].endswith("副")
    mode = Mode.DEPUTY_HEAD if vice or match["charged"] else Mode.HEAD
    word, body = match["word"], match["body"]
    charged = "分管" if match["charged"] and not vice else ""
    former, shown = bool(match["former"]), f"{charged}{_rank_word(match['vice'])}{word}"
    office = Office(bare, body, word, Seat.ANY, mode, former=former, shown=shown)
    return _by_word(office, vice)


def _rank_word(vice: str) -> str:
    """兼任副主任 is a 副主任."""
    return vice.replace("兼任", "").replace("兼职", "")


def _by_word(office: Office, vice: bool) -> Office:
    """The office with what its word tells of body and mode."""
    word = office.word
    if re.fullmatch(_GOVERNMENT, word):
        return _as(office, Seat.GOVERNMENT, office.mode, "" if len(word) > 2 else word[0])
    if word == "主席":
        return _as(office, Seat.CHAIR, office.mode)
    if word == "常委":
        return _as(office, Seat.PARTY, Mode.COLLEGIAL)
    if word in ("书记", "政委", "政治委员"):
        return _as(office, Seat.PARTY, office.mode)
    if word == "秘书长" or re.fullmatch(_ASSISTANTS, word):
        return _as(office, Seat.STAFF, Mode.OTHER)
    if word in _ENDS:
        return _as(office, Seat.BODY, office.mode, _ENDS[word])
    if re.fullmatch(_LEADERS, word):
        return _as(office, Seat.ANY, Mode.HEAD)
    if re.fullmatch(_ANYBODY, word):
        return _anybody(office)
    rank = _GRADE_RANKS.get(f"副{word}" if vice else word)
    return replace(office, mode=Mode.OTHER, rank=rank)


def _anybody(office: Office) -> Office:
    """分管负责人 is a deputy; a bare 负责人 stands for the unit."""
    return replace(office, stands_for_unit=office.mode is Mode.HEAD)


def _as(office: Office, seat: Seat, mode: Mode, ends: str = "") -> Office:
    return replace(office, seat=seat, mode=mode, ends=ends)
