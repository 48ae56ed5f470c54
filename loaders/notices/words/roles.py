"""Roles (组内职务): 组长, 召集人, 指挥长, their deputies, members, observers, the office's director."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.core.words import NOTHING, Words
from loaders.notices.model import doubts_of
from loaders.notices.words.groups import SHORT_NAMED
from loaders.notices.words.text import closed, free, held


@dataclass(frozen=True)
class Role:
    """A role word read: `role` is None for words that give no seat, and `why` says why.

    `base` is the chair's word of the family (组长 for 副组长), `office` whether it is the office's, `also`
    whether it makes the director of the office as well (副组长兼办公室主任).
    """

    word: str
    role: str | None
    check: Words = NOTHING
    why: Words = NOTHING
    base: str = ""
    office: bool = False
    units: bool = False
    also: bool = False

    def doubted(self, why: Words) -> Role:
        """The same with one more thing to check."""
        return replace(self, check=doubts_of(self.check, why))


_BASES = "总指挥长|总指挥|指挥长|指挥|总召集人|召集人|总组长|组长|主任委员|主任|理事长|会长|主席"
_LEADS = "新增|增补|第一|正|常务|执行|名誉|共同|联合|轮值|双|联席|专职"
_LEADER = re.compile(rf"(?P<lead>{_LEADS})?(?P<vice>副)?(?P<base>{_BASES})(?P<units>单位)?")
_TAKES_PART = Words("a body that takes part (参加单位), not called a member", "参加单位，未称成员")
_INVITED = Words("an invited member (特邀)", "特邀成员")
_ADVISER = Words("an adviser (顾问), not quite an observer", "顾问，不完全等于列席")
_DEPUTY = Words(
    "a deputy secretary (副秘书长): the form has no such role", "副秘书长：格式中没有此角色"
)
_CONTACT = Words("a contact (联络员), not a seat", "联络员，不是席位")
_REACHED = Words("a contact (联系人), not a seat", "联系人，不是席位")
_COMMISSAR = Words(
    "政委 of a headquarters: the form has no such role", "指挥部政委：格式中没有此角色"
)
_OFFICE_DEPUTY = Words(
    "a deputy of the office: the form has no such role", "办公室副职：格式中没有此角色"
)
_STAFF = Words("staff of the office, not a seat", "办公室工作人员，不是席位")
_IN_CHARGE = Words("负责人 of the office, not called its director", "办公室负责人，未称主任")
_HONORARY = Words("an honorary office (名誉), not a seat", "名誉职务，不是席位")
_NOT_A_SEAT = {
    "副秘书长": _DEPUTY, "联络员": _CONTACT, "总联络员": _CONTACT, "联系人": _REACHED, "政委": _COMMISSAR,
    "政治委员": _COMMISSAR, "副政委": _COMMISSAR,
}  # fmt: skip
_IN_DOUBT = {
    "参加单位": ("member", _TAKES_PART), "特邀成员": ("member", _INVITED),
    "顾问": ("observer", _ADVISER), "总顾问": ("observer", _ADVISER), "高级顾问": ("observer", _ADVISER),
}  # fmt: skip
_PLAIN = {
    "member": ("成员", "组员", "委员", "组成单位", "成员单位", "委员单位", "组成人员", "小组成员"),
    "observer": ("列席", "列席人员", "列席单位", "列席成员", "观察员", "观察员单位"),
    "secretary": ("秘书长", "秘书", "执行秘书"),
}
_OTHERS: dict[str, tuple[str | None, Words, Words]] = {
    **{word: (role, NOTHING, NOTHING) for role, words in _PLAIN.items() for word in words},
    **{word: (role, check, NOTHING) for word, (role, check) in _IN_DOUBT.items()},
    **{word: (None, NOTHING, why) for word, why in _NOT_A_SEAT.items()},
}
_KIND_OF_MEMBER = re.compile(
    "^(?:新增|增补|补充|非?官方|非?官守|当然|增选|委任|普通|常务|其他|其余|机构|个人|公职|非公职|府内|府外|外聘|固定|主要|一般)"
)
"""Before 成员 and 委员: the kinds of members that a committee tells apart."""
_OFFICE = re.compile(
    r"办公室(?P<vice>常务副|专职副|第一副|执行副|副)?(?P<word>主任|负责人|成员|联络员|人员|秘书长?)"
)
_BODIES = (
    "领导小组|工作小组|协调小组|协作小组|推进小组|小组|指挥部|联席会议|联席会|"
    "委员会|领导组|推动会|会报|筹备会|组委会|专班|工作组|理事会|联盟|协调机制"
)
BODY = rf"(?:(?:本|该)?(?:{_BODIES}))"
GROUP = re.compile(rf"(?:{_BODIES}|{SHORT_NAMED})(?!(?:副?书记|常委|副?秘书长))")
"""A group among somebody's titles: 省深改领导小组组长."""
COMMITTEE = (
    f"{SHORT_NAMED}|(?:安全|卫生运动|禁毒|绿化|动员|减灾|法治|国家安全|审计|文字工作|消防安全|交通安全|普查|组织|筹备"
    "|咨询|诊询|谘询|推进|促进|治理|指导|执行|编纂|妇女儿童|妇女儿童工作|校务|评审|评议|协调|保护|(?<!发展和)改革|依法治[国省市县区州]|网络安全和信息化|外事工作|军民融合发展|机构编制)委员会"
)
"""Committees that are groups, though their heads are called 主任."""
_ALSO = rf"(?:并|、)?兼任?{BODY}?办公室主任"
_COUNT = re.compile(r"[（(](?:共|计|共计)?[\d一二三四五六七八九十]{1,3}[人名位个][）)]$")
_LIST = re.compile(r"(?:名单|职务|人员)$")


def _spread(words: str) -> str:
    """组长 as a pattern that also finds 组 长."""
    return "|".join(" *".join(word) for word in words.split("|"))


_ALL = "|".join(sorted(_OTHERS, key=len, reverse=True))
WORD = (
    rf"(?:(?:(?:{_spread(_LEADS)}) *)?(?:副 *)?(?:{_spread(_BASES)})|成 *员|委 *员){_ALSO}"
    rf"|(?:办 *公 *室 *)?(?:(?:{_spread(_LEADS)}) *)?(?:副 *)?(?:{_spread(_BASES)})(?: *单 *位)?"
    rf"|办 *公 *室 *(?:{_spread('常务副|专职副|第一副|执行副|副')})? *"
    rf"(?:{_spread('主任|负责人|成员|联络员')})"
    rf"|{_spread(_ALL)}|[\u4e00-\u9fff]{{2,3}}(?:成员|委员)"
)
LABEL = re.compile(
    r"(?:(?<=^)|(?<=[；;。，,、：\t )）]))"
    rf"(?P<owner>[^：:；;。，,\t ]{{0,30}}?{BODY}|[\u3400-\u9fff]{{2,8}}组(?=组长))?(?P<word>{WORD})"
    r"(?:包括|有)? *(?:[（(][^（）()]{0,12}[）)] *|(?:共|计)?\d+[人名]，?)?(?:分别(?:是|为|有))?："
)
"""A role word with a colon, at the start of a line or behind a comma."""
LEADING = re.compile(rf"\s*(?:{BODY})?(?P<word>{WORD})(?=[ \t])[ \t]+(?=\S)")
"""A role word at the start of a line with a space behind it and no colon: 组 长 张三 省长."""
UNCLEAR = re.compile(r"(?:主任|主席|会长|理事长|秘书长?|^委员|指挥|政委)(?:单位)?$")
"""Role words that are titles as well: on a line of their own they may be the end of a broken title."""


_WITHIN = re.compile(
    r"(?<=[长任记席员理导人志\u3400-\u9fff])(?P<word>(?:第一|常务)?副组长|(?:第一|常务)?副?总?(?:指挥长|指挥)|副?总?召集人"
    r"|(?<![组会部室班制局处])(?:组长|成员(?:单位)?|组员))："
)
"""A role with a colon that stands right behind the words of another: 组长：张三市长副组长：李四."""


def read_role(word: str) -> Role | None:
    """The role that a word gives: 副 组 长 is deputy_chair, 常务副指挥长 executive_deputy."""
    bare = closed(word).removesuffix("：")
    if match := re.search(f"(?<=.){_ALSO}$", bare):
        first = read_role(bare[: match.start()])
        return first and replace(first, word=bare, also=first.role is not None)
    if match := _OFFICE.fullmatch(bare):
        return _office(bare, match)
    for body in _BODIES.split("|"):
        bare = bare.removeprefix(body) or bare
    if _KIND_OF_MEMBER.sub("", bare) in ("成员", "委员"):
        return Role(bare, "member")
    if bare in _OTHERS:
        role, check, why = _OTHERS[bare]
        return Role(bare, role, check, why, units=bare.endswith("单位"))
    match = _LEADER.fullmatch(bare)
    return _leader(bare, match) if match else None


def _office(word: str, match: re.Match[str]) -> Role:
    if match["vice"]:
        return Role(word, None, why=_OFFICE_DEPUTY, office=True)
    if match["word"] in ("主任", "负责人"):
        check = NOTHING if match["word"] == "主任" else _IN_CHARGE
        return Role(word, "office_director", check, base="办公室", office=True)
    return Role(word, None, why=_STAFF, office=True)


def _leader(word: str, match: re.Match[str]) -> Role:
    lead, base, units = match["lead"] or "", match["base"], bool(match["units"])
    if lead == "名誉":
        return Role(word, None, why=_HONORARY, base=base)
    if match["vice"]:
        role = "executive_deputy" if lead in ("常务", "第一", "执行") else "deputy_chair"
        return Role(word, role, base=base, units=units)
    if lead in ("常务", "执行"):
        check = Words(f"{word} taken for an executive deputy", f"{word}视为常务副职")
        return Role(word, "executive_deputy", check, base=base, units=units)
    check = Words(f"{word}: the chair rotates", f"{word}：组长轮值") if lead == "轮值" else NOTHING
    return Role(word, "chair", check, base=base, units=units)


def of_office(role: Role) -> Role:
    """主任 under the heading of the office is the office's director; 副主任 is nobody of the form."""
    if role.base == "主任" and role.role == "chair":
        return Role(role.word, "office_director", base="办公室", office=True)
    if role.role is None or role.base == "办公室":
        return role
    return Role(role.word, None, why=_STAFF, office=True)


def begins_role(text: str) -> bool:
    """Whether the first words of a line are a role's, whatever follows: 成员（港方）, 副组长若干名."""
    return bool(re.match(rf"\s*(?:{BODY})?(?:{WORD})(?![\u3400-\u9fff]*[长任记])", text))


def label_word(cell: str) -> Role | None:
    """The role of a whole cell or line: 组长, 副组长：, 领导小组成员."""
    bare = _COUNT.sub("", closed(cell).rstrip("：:"))
    bare = _LIST.sub("", bare) or closed(cell)
    return read_role(bare) if len(bare) <= 18 else None


@dataclass(frozen=True)
class Piece:
    """A role and the words behind it, up to the next role."""

    role: Role
    words: str
    owner: str = ""
    """The group that stands before the role: 校庆筹备领导小组 of 校庆筹备领导小组组长：."""


@dataclass(frozen=True)
class _Label:
    start: int
    end: int
    role: Role
    owner: str = ""


def split_labels(text: str) -> tuple[str, list[Piece]]:
    """What stands before the first role with a colon, and each role with its words."""
    whole = held(text)
    found: list[_Label] = []
    for match in LABEL.finditer(whole):
        role = read_role(match["word"])
        if role is not None and not (found and match.start() < found[-1].end):
            found.append(_Label(match.start(), match.end(), role, match["owner"] or ""))
    for match in _WITHIN.finditer(whole, found[0].end if found else 0):
        if (role := read_role(match["word"])) and match.end() not in {one.end for one in found}:
            found.append(_Label(match.start(), match.end(), role))
    if not found:
        return text, []
    found.sort(key=lambda one: one.start)
    return free(whole[: found[0].start]), _pieces(whole, found)


def _pieces(whole: str, found: Sequence[_Label]) -> list[Piece]:
    """Each role with the words behind it, by the start and end of its label."""
    ends = [one.start for one in found[1:]] + [len(whole)]
    roles = zip(found, ends, strict=True)
    return [Piece(one.role, free(whole[one.end : stop]), free(one.owner)) for one, stop in roles]
