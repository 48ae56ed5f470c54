"""Lines other than seats: headings, what comes after a roster, signature and copies (抄送)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.notices.model import Line
from loaders.notices.words.groups import KINDS, named
from loaders.notices.words.text import closed, numbered, only_a_day, squeezed

_STOP = re.compile(
    r"^(?:抄送|抄报|主送|附件|附表|附：|注：|备注|印发|（此件|\(此件|信息公开|公开方式|主题词|联系人|联系电话|电话|传真|邮编|地址|责任编辑|来源|打印|分享|参会人员|出席|请假|缺席|时间|地点|主持|记录|报送|发：|送：|参加人员|与会人员|议题|会议(?:：|时间|地点|主题|名称))"
)
_ROSTER = re.compile(
    r"(?:组成人员|成员名单|人员名单|组成名单|组织机构|组织领导|机构组成|人员组成|领导机构|成员组成|成员单位|组成单位|成员|机构设置|机构人员|领导小组|组成|组织架构|名单)(?:及职责|如下|名单|调整情况)?[：。]?$"
)
_GROUP = re.compile(
    rf"^(?P<name>[^，。；：]{{0,60}}?(?:{KINDS}|[\u4e00-\u9fff]{{2,8}}组))(?:及其办公室)?[，,]?(?:组成人员|成员|人员|组成单位|组成|成员单位|领导机构|机构|现?调整)*(?:名单|如下|为|[及和与]?(?:主要|工作)?职责(?:分工)?)*[：。]?$"
)
_OFFICE = re.compile(
    r"办公室(?:组成人员|成员|人员|机构|设置|组成)*(?:名单|如下)*[：。]?$|^办公室(?:设在|主要|及)|办公室设[在于][^，。；：,.;]{2,30}$|^工作机构|^办事机构"
)
_AUTHORITY = re.compile(r"人民政府|国务院|中共|中国共产党|政府办公厅|指挥部$|领导小组$")
_VERB = re.compile(
    r"增补|增加|免去|担任|兼任|任命|同志|不再|(?<!自)由|为(?!民|民办)|变更|负责|成立|设在|调整|制定|研究|落实|召开|实行|建立|加强|关于|按照|下设|[\d一二两三四五六七八九十]个"
)


_FOUNDS = re.compile("如下[：。]?$|名单[：。]?$|^[^，。：]{4,50}$")
"""A line that may found a group and announce its roster: 成立市防汛抗旱指挥部，组成人员如下：."""


def stops(text: str) -> bool:
    """Whether the line ends a roster: 抄送, 附件, contacts, and what meetings list."""
    return bool(_STOP.match(closed(text)))


def signature_at(lines: Sequence[Line]) -> int | None:
    """The index of the last line that is a day alone: the signature stands above it."""
    found = [i for i, line in enumerate(lines) if i > 2 and only_a_day(line.text)]
    return found[-1] if found else None


def signatories(lines: Sequence[Line], at: int | None) -> list[int]:
    """The indices of the lines of the signature: bodies alone, right above the day.

    A body is a signatory if the head of the text names it, if it is a government or committee, or if it
    stands apart, behind an empty line or a sentence: others above the day may be the last of a roster.
    """
    if at is None:
        return _undated(lines)
    before = takewhile(lambda line: "：" not in line.text, lines[:15])
    head = "".join(closed(line.text) for line in before)
    found: list[int] = []
    for i in range(at - 1, max(at - 12, -1), -1):
        text = squeezed(lines[i].text)
        above = lines[i - 1].text.strip() if i else "。"
        apart = not found and (not above or above.endswith("。"))
        if text and not (_signs(text) and (apart or _issues(text, head))):
            break
        if text:
            found.append(i)
    return found[::-1]


def _undated(lines: Sequence[Line]) -> list[int]:
    """The last line of a notice without a day, where it stands apart and is a government or the like."""
    last = max((i for i, line in enumerate(lines) if line.text.strip()), default=0)
    text = squeezed(lines[last].text) if lines else ""
    apart = last > 2 and not lines[last - 1].text.strip()
    return [last] if apart and _signs(text) and _AUTHORITY.search(text) else []


def _issues(text: str, head: str) -> bool:
    return bool(_AUTHORITY.search(text)) or all(part in head for part in text.split())


def _signs(text: str) -> bool:
    parts = text.split()
    ends = r"[\u4e00-\u9fff（）()]{2,40}(?:政府|办公厅|办公室|委员会|委|局|厅|部|院|领导小组|指挥部|办|中央"
    ends += "|会|署|公司|集团|大学|学院)"
    return all(re.fullmatch(ends, part) for part in parts) and len(text) <= 60


def _columns(text: str) -> bool:
    """Whether a line has columns, as an entry has and a heading has not (成 员 名 单 apart)."""
    words = text.split()
    return len(words) > 1 and any(len(word) > 1 for word in words)


def roster_heading(text: str) -> bool:
    """Whether a heading announces a roster: 二、组成人员, 领导小组成员名单."""
    bare = closed(text)
    if _columns(text) or re.search("[，,；]|[任为]成员", bare):
        return False
    return len(bare) <= 40 and bool(_ROSTER.search(bare)) and not _VERB.search(bare)


def group_heading(text: str) -> str | None:
    """The group that a heading names: 市防汛抗旱指挥部组成人员, or only 领导小组; None of another line."""
    bare = named(numbered(text)[1]) if _FOUNDS.search(text) else closed(numbered(text)[1])
    bare = bare.strip("【】[]")
    words = len(bare) <= 60 and not _VERB.search(bare) and not _columns(numbered(text)[1])
    addressed = bare.endswith("：") and "、" in bare
    match = _GROUP.match(bare) if words and not addressed and "党组" not in bare else None
    if match is None:
        return None
    name = named(match["name"])
    return None if re.search("[主副]任|[局市县处厅]长|书记|主席", name) else name


def office_heading(text: str) -> bool:
    """Whether a heading or short line opens the office of the group (领导小组办公室)."""
    bare = closed(numbered(text)[1])
    return len(bare) <= 40 and bool(_OFFICE.search(bare)) and not re.search(r"[，。；]", bare)
