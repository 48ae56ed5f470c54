"""Who leaves a group: 张三不再担任成员, 免去李四的副组长职务, 组长由王五调整为赵六, lists under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.notices.lines.prose import ROLE_WORD
from loaders.notices.model import ROSTER, SEATS, Leaving, Line
from loaders.notices.words.names import Name, name_kind, unmarked, without_marks
from loaders.notices.words.roles import BODY, read_role
from loaders.notices.words.split import split
from loaders.notices.words.text import closed, numbered, squeezed

_OWNER = rf"(?:(?=[省市县区州盟旗镇乡校本该]|{BODY}|工作)[\u3400-\u9fff“”·（）()]{{0,40}}?{BODY})?(?:的)?"
_ROLE = rf"{_OWNER}(?P<word>{ROLE_WORD})?(?:的)?(?:职务|一职)?"
_NO_LONGER = "不再(?:担任|兼任|任|作为|是)"
_TAKEN = "(?:免去|撤销|解除|取消|调出|减少)"
_BECOMES = "(?:调整|变更|更换|改)为"
_LEAVES = re.compile(f"{_NO_LONGER}|{_TAKEN}|退出|调离|辞去|{_BECOMES}")
_PATTERNS = (
    re.compile(rf"(?P<who>[^，,：:]*?){_NO_LONGER}{_ROLE}$"),
    re.compile(rf"{_TAKEN}(?P<who>[^，,：:的]+)的{_ROLE}$"),
    re.compile(rf"{_TAKEN}(?P<who>[^，,：:]+?){_ROLE}$"),
    re.compile(rf"(?P<word>{ROLE_WORD})(?:职务)?由(?P<who>[^，,]+?){_BECOMES}"),
    re.compile(rf"(?P<who>[^，,：:]+?)(?:退出|调离|辞去){_ROLE}$"),
)
_HEADING = re.compile(
    rf"(?:{_NO_LONGER}|{_TAKEN}|退出)(?:[^的，。：长]{{0,20}}{BODY})?(?P<word>{ROLE_WORD})?(?:职务)?(?:的)?"
    "(?:人员|同志|单位)?(?:名单)?(?:如下|有|为)?(?P<rest>$|：.*)"
)
_WHY = re.compile("(?:因|由于)[^，,]*?(?:变动|调整|需要|原因|退休)|^(?:同时|原)+")
"""What stands beside the names of those who leave."""
_TITLED = re.compile("调整|充实|增补|补充|变更|更换|增加|免去")
_TOLD = re.compile(
    "(?:成员|组长|人员|名单)[^，。；需如可应]{0,12}(?:作|做|进行)(?:了|相应|如下|适当|部分)*调整(?!的|时)"
)
_WHOLE = re.compile(
    "调整后|(?:人员|成员|名单|组成)(?:名单)?(?:调整)?(?:如下|为)?：|名单(?:通知|公布)?(?:如下|附后)|(?:人员|成员)(?:调整)?如下"
)
"""How a text announces the whole new roster; and single seats."""
_SINGLE = re.compile(f"增补|新增|增加|补充|(?:作|做)(?:部分|个别)调整|由[^，。]{{2,30}}{_BECOMES}")


def adjusts(title: str, text: str, gone: bool) -> str | None:
    """Whether a notice changes a group that is there: by a whole new roster, or by single seats."""
    told = _TITLED.search(title.partition("关于")[2]) or _TOLD.search(text)
    if not (told or gone):
        return None
    return ROSTER if _WHOLE.search(text) and not _SINGLE.search(text) else SEATS


def leavers(lines: Sequence[Line]) -> tuple[Leaving, ...]:
    """Everybody whom the lines take out of a group, each with the role that is named, in order."""
    made: list[Leaving] = []
    word: str | None = None
    below = False
    for line in lines:
        number, text = numbered(line.text)
        if heading := _heading(text):
            word, below = heading["word"], True
            made += _left(heading["rest"].lstrip("："), word, line.number)
            continue
        told = [*_told(text, line.number)]
        below = below and not told and not number and not re.search("[。：]", text)
        made += told or (_left(text, word, line.number) if below else ())
    return tuple(dict.fromkeys(made))


def heads_leaving(text: str) -> bool:
    """Whether a line is the heading of those who leave: 不再担任成员, 免去成员职务人员名单."""
    return _heading(text) is not None


def _heading(text: str) -> re.Match[str] | None:
    return _HEADING.fullmatch(closed(numbered(text)[1]).rstrip("。"))


def _told(text: str, number: int) -> Iterator[Leaving]:
    """Those whom sentences take out, clause by clause."""
    for sentence in re.split("[。；;]", text):
        before = ""
        for clause in re.split("[，,]", closed(sentence)):
            found = (p.search(clause) for p in _PATTERNS) if _LEAVES.search(clause) else ()
            if match := next(filter(None, found), None):
                yield from _left(match["who"] or before, match["word"], number)
            before = clause


def _left(who: str, word: str | None, number: int) -> Iterator[Leaving]:
    """The persons of a list, with or without titles, as those who leave a role."""
    role = read_role(word) if word else None
    bare = _WHY.sub("", squeezed(without_marks(who)).strip(" ，,、。的"))
    names = [unmarked(part) for part in re.split("[、和及]| {2,}", bare) if part]
    if not all(name_kind(name) >= Name.RARE for name in names):
        names = [part.person for part in split(bare.replace("同志", "")).parts if part.person]
    for name in names:
        yield Leaving(name, role.role if role else None, number)
