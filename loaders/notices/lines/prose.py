"""The plainest sentences that give seats: 由李四任副组长; 组长由市长担任; 以市长为组长; 成员单位包括…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.core.words import Words
from loaders.notices.words.bodies import is_unit, tailed
from loaders.notices.words.groups import OTHER_BODY
from loaders.notices.words.names import Name, name_kind, unmarked
from loaders.notices.words.roles import BODY, GROUP, Role, read_role
from loaders.notices.words.split import split
from loaders.notices.words.text import free, held

ELSEWHERE = Words("a role in another body than the group", "在该组以外的机构中的角色")
_SHARE = "(?:分别|均|共同|也|暂|具体|仍|继续)?"
_LED_WORDS = "总指挥长|总指挥|指挥长|总召集人|召集人|总组长|组长"
_BASE = f"{_LED_WORDS}|主任委员|主任|理事长|会长|主席"
ROLE_WORD = (
    rf"办公室(?:常务|专职|第一|执行)?副?主任|(?:第一|常务|执行|名誉|双|共同|轮值)?副?(?:{_BASE})(?:单位)?"
    r"|成员单位|组成单位|参加单位|(?:特邀)?成员|组员|委员|列席单位|顾问|秘书长|执行秘书|联络员"
)
_FORWARD = re.compile(
    rf"(?P<owner>[\u3400-\u9fff“”（）()·\d]{{0,40}}?)(?P<word>{ROLE_WORD})(?:职务)?"
    rf"(?P<link>{_SHARE}由(?!所在|其)|(?:单位)?(?:包括|为|是|有(?!关))(?!：?各)：?|分别为：?)"
)
_VERB = "(?:兼任|担任|出任|领任|(?<![主担兼出委常现原前历继新首专责信])任|兼)"
_BACKWARD = re.compile(
    rf"{_SHARE}(?P<verb>{_VERB}|为|作为)(?P<owner>(?:(?:(?!兼)[\u3400-\u9fff“”·（）()\d—-]){{0,40}}?(?:{BODY}[”）)]*"
    rf"|办公室))?(?:的)?)(?P<word>{ROLE_WORD})(?=$|[，,。；;、）)（(]|兼"
    rf"|的[\u3400-\u9fff]{{0,40}}{BODY})"
)
_MEMBERS = re.compile(
    rf"^[^，。；]{{0,30}}?(?:{BODY}|本机制)由(?P<who>[^。；;]+?)(?:等)?\d*个?(?:部门|单位|部门和单位|有关部门"
    rf"|部门（单位）)?组成(?=$|[，,。；;])"
)
_ADDED = re.compile(
    rf"(?:增补|增加|新增|增设|任命|委任|明确|补充|聘请)(?P<who>[^。；;]{{2,200}}?)(?:同志)?为(?P<owner>(?:[\u3400-\u9fff]"
    rf"{{0,30}}?{BODY})?)(?P<word>{ROLE_WORD})"
)
_ENDED = re.compile(rf"{_SHARE}(?:{_VERB}|派[出员])(?=$|[，,、（])|(?:等\d*[人名])?组成(?=$|[，,])")
_LEADS = re.compile(r"(?<!自)由|以(?!及|上|下|后|来|便|内|外|前|免|确保|利)|：")
_SAYS = re.compile(
    "设在|[下内]设|设立|成立|建立|组建|召开|会议|负责(?!人|同志|领导|干部)|承担|牵头|加强|确保|按照|根据|决定|明确|要求|通知"
    "|印发|获悉|报道|指出|强调|日前|近日|调整|研究(?!室|院|所|员|中心)|参加|出席|陪同|主持|亲自|统筹|协调(?!小?组|中心|办)|[了着的]$"
)
"""Words of clauses that say more than a list does."""
_GONE = re.compile("不再(?:担任|兼任|任|作为)|免去|撤销|取消|退出|调离|(?<!公)辞去|解除")
_RULE = re.compile(
    "因工作(?:变动|需要|调整)|需要调整|接任|召集(?!人)|主持|委托|选举|推选|聘任|任命|提请|产生|人大常委会主任|(?:批准|同意|审定)后"
    rf"|人组成|各级|[县乡镇村]级|(?:{ROLE_WORD})[、和]副?(?:{ROLE_WORD})(?:组成)?$|[一两二三四五六七八九十\d]+[人名位]"
    "|指派|指定|委派|推派|委任|抽调"
)
"""A rule about roles, or several roles for several persons: nobody's seat, as far as can be told."""
_ELECTED = re.compile("^选举|当选")
"""An election gives offices, each in a clause of its own, and no seats of a group."""


@dataclass(frozen=True)
class Said:
    """A sentence's statement: the role word, who, and the group that it names before the role."""

    role: Role
    who: str
    owner: str = ""


def sentences(text: str) -> list[str]:
    """The sentences of a line; a semicolon ends one too."""
    parts = re.split(r"[。；;！？]|(?<![0-9A-Za-z])\.(?![0-9A-Za-z])", text)
    return [part.strip() for part in parts if part.strip()]


def leaves(sentence: str) -> bool:
    """Whether the sentence takes somebody out of the group: 不再担任, 免去."""
    return bool(_GONE.search(sentence))


def said(sentence: str, office: bool) -> Iterator[Said]:
    """What a sentence says of roles; `office`: the paragraph has spoken of the office (办公室)."""
    clauses = [part for part in re.split("[，,]", sentence) if not leaves(part)]
    text = re.sub(r"(?<=[\u3400-\u9fff，、：]) +(?=[\u3400-\u9fff])", "", "，".join(clauses))
    if len(text) > 3000 or _ELECTED.search(text):
        return
    rest = _ADDED.sub("，", text)
    match = _MEMBERS.match(rest)
    if match and not re.search(f"(?:任|为|兼)(?:{ROLE_WORD})|主席|主任|委员[、及]", match["who"]):
        yield from _made("成员单位", match["who"], "", False)
        rest = rest[match.end() :]
    for run in _runs(rest):
        told = office or "办公室" in rest[: rest.find(run)]
        if not _RULE.search(run):
            yield from _backward(run, told) if _BACKWARD.search(run) else _forward(run, told)
    for match in _ADDED.finditer(text):
        yield from _made(match["word"], match["who"], match["owner"], office)


def _runs(text: str) -> Iterator[str]:
    """Clauses that belong together: a role with the lists before it (…任组长) or behind it (组长由…)."""
    lists: list[str] = []
    opened: list[str] = []
    for clause in map(free, re.split("[，,]", held(text))):
        back, begins = _BACKWARD.search(clause), _begins(clause)
        if opened and not begins and not back and _is_list(clause):
            opened.append(clause)
            continue
        if opened and "由" in opened[0] and (back or not begins) and not _ENDED.search(opened[-1]):
            yield "，".join([*opened, clause])
            lists, opened = [], []
            continue
        if opened:
            yield "，".join(opened)
            opened = []
        if begins and not (back and back.start() < begins.start("word")):
            lists, opened = [], [clause]
        elif back:
            yield "，".join([*lists, clause])
            lists = []
        else:
            word = re.fullmatch("[\u3400-\u9fff·]{2,4}", clause) and not _SAYS.search(clause)
            lists = [*lists, clause] if word or _is_list(clause) else []
    if opened:
        yield "，".join(opened)


def _begins(clause: str) -> re.Match[str] | None:
    """The role that a clause begins with, with nothing but its group or another sign before it."""
    found = _FORWARD.finditer(clause)
    return next(
        (m for m in found if not m.start() or clause[m.start() - 1] in "：:、）) 　由"), None
    )


def _is_list(clause: str) -> bool:
    """Whether a clause names persons, titles or bodies and says nothing else: 县财政局、县水利局."""
    last = re.split("[、和及]", clause.removeprefix("由").strip())[-1]
    if not last or _SAYS.search(clause):
        return False
    named = name_kind(unmarked(last)) >= Name.RARE or is_unit(last) or bool(tailed(last))
    return named or any(part.title for part in split(last).parts[:1])


def _backward(text: str, office: bool) -> Iterator[Said]:
    """由市长任组长，副市长任副组长，市发改委、市财政局为成员: each verb ends what stands before it.

    任副组长兼办公室主任 says both of the same.
    """
    start, who = 0, ""
    for match in _BACKWARD.finditer(text):
        between = text[start : match.start()]
        also = start and not between and match["verb"].startswith("兼")
        if match["verb"] == "兼" and text[match.end() : match.end() + 1] == "、" and not also:
            continue
        who = who if also else _LEADS.split(between)[-1].strip("，,、 ")
        yield from _made(
            match["word"], who, match["owner"], office or "办公室" in text[: match.end()]
        )
        start = match.end()
    if start:
        yield from _forward(text[start:].strip("，,、 "), office)


def _forward(text: str, office: bool) -> Iterator[Said]:
    """组长由市长担任，副组长由副市长担任: each role begins what stands behind it."""
    match = _begins(text)
    if match is None:
        return
    who, after = text[match.end() :].strip("，,、 以及和"), ""
    if "由" in match["link"]:
        verb = _ENDED.search(who)
        if verb is None:
            return
        who, after = who[: verb.start()], who[verb.end() :]
    named = office or "办公室" in text[: match.start("word")]
    yield from _made(match["word"], who, match["owner"], named)
    yield from _forward(after.strip("，,、 "), office)


def _made(word: str, who: str, owner: str, office: bool) -> Iterator[Said]:
    role = read_role(word)
    if role is None or not who.strip():
        return
    if word.startswith("办公室") and owner and not re.search("[组部会班]的?$", owner):
        return
    if owner.endswith("办公室") or (office and role.base == "主任" and not GROUP.search(owner)):
        role = read_role(f"办公室{word}") or role
    if OTHER_BODY.search(owner):
        role = replace(role, role=None, why=ELSEWHERE)
    yield Said(role, who.strip("，,、 "), owner)
