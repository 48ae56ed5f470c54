"""Facts of the notice as a whole: title, group, document number (文号), date of issue, issuers (发文机关)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.notices.model import Facts, Line
from loaders.notices.words.groups import KINDS, OWN_TEAM, group_named, named
from loaders.notices.words.text import closed, day_of, numbered, only_a_day, squeezed
from loaders.units.shipped import shipped_places

_NUMBER = re.compile(
    r"(?P<org>[\u4e00-\u9fff]{1,14})\s*[〔\[【（(［〈<﹝]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]】）)］〉>﹞]\s*第?\s*(?P<no>\d{1,5})\s*号"
)
_ABOUT = re.compile(
    r"关于(?P<about>.+?)的(?P<kind>通知|批复|函|决定|意见|通报|公告|方案|请示|复函|规定)"
)
_ABOUT_GROUP = re.compile(
    rf"(?:成立|建立|设立|组建|调整成立|调整完善|调整充实|调整和充实|充实调整|调整|充实|重组|恢复|明确|公布(?:(?:19|20)\d\d年度?)?|印发|更新|增补|变更|修订)+(?P<name>[^，。]*?(?:{KINDS}))"
)
_META = re.compile(r"^(?:标题|名称|文件名称|文件标题)：")
_ISSUER = re.compile(
    r"[\u4e00-\u9fff（）()]{2,40}?(?:人民政府办公厅|人民政府办公室|政府办公厅|政府办公室|人民政府|党委办公厅|委员会办公厅|委员会办公室|委办公厅|委办公室"
    r"|国务院办公厅|国务院|办公厅|办公室|委员会|领导小组|指挥部|局|厅|部|委|署|会|院|办|政府|集团|公司|中央)(?=$|[、，,\s]|和(?=[\u4e00-\u9fff]{4}))"
)
_OF_GROUP = re.compile("小组$|指挥部$|专班$|联席会议$|(?<!州)(?<![省市县区旗镇乡国])委员会$")
_ISSUER_OF = re.compile(r"[省市县区州旗](?:人民)?(?:政府|委)")
"""市政府办公室: an issuer whose place only the signature tells."""
_PLACE = re.compile(
    r"(?:中共|中国共产党)?(?P<place>(?:[\u4e00-\u9fff]{2,12}?(?:省|自治区|特别行政区|市|自治州|州|地区|盟|县|区|旗|自治县|自治旗|镇|乡|街道))+?)"
    r"(?=人民政府|委员会|委办公|委$|委、|政府|[\u4e00-\u9fff]{1,12}(?:局|厅|委|办|部|会|组|部|中心|小组)$|$)"
)
_NAMED_PLACE = re.compile(
    r"(?![省市县区州盟旗镇乡全推加创促国中重建东西南北新统防]|长江|黄河|淮河|珠江)([\u4e00-\u9fff]{2,6}?(?:省|自治区|市|自治州|县|自治县|旗))(?![场政县区])"
)
_FOUNDER = re.compile(
    r"(?:^|[，,。；;：、]|获悉)(?:(?P<centre>国务院)|(?P<place>[\u4e00-\u9fff]{2,8}(?:省|自治区|市|州|盟|县|区|旗)))"
    r"(?:委|人民政府|政府|市委|市政府|省政府|、)*(?:近日|日前|分别|决定|正式|已|专门|同意|研究|，)*(?:成立|建立|设立|组建|调整)"
)
_LAST = re.compile(
    r"(?:.+?(?:省|自治区))?(?:.+?(?:市|自治州|地区|盟))?(?:.{2,}?(?:区|县|旗)(?=.{2,}[镇乡道]$))?(.{1,}(?:省|自治区|特别行政区|市|州|地区|盟|县|旗|区|镇|乡|街道))"
)
_DATELINE = re.compile(r"^\s*\S{2,20}[电讯报]\s+")
_IMPRINT = re.compile(r"\s*[\u4e00-\u9fff]{4,30}\s+(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*$")
"""An office and a day under the head of minutes (纪要)."""
_DATED = re.compile(r"[（(].{4,40}[）)]$|(?:发布|成文|印发|发文)(?:日期|时间)")


def facts_of(lines: Sequence[Line], signature: Sequence[str]) -> Facts:
    """The facts that head and foot of the notice give; what they do not give is None."""
    head = _head(lines)
    title = _title(head)
    number = _number(head, title)
    issuers = _issuers(title, signature, head)
    date = _date(lines) or (number[1] if number else None)
    name = _name(title, lines)
    place = place_of(issuers, name) or _founder(lines)
    return Facts(title, name, number[0] if number else None, date, issuers, place)


def _head(lines: Sequence[Line]) -> list[str]:
    """The first lines, down to the addressees (各县区人民政府：) or the first sentence."""
    found: list[str] = []
    for line in lines[:40]:
        text = squeezed(line.text)
        if len(text) > 300:
            break
        if text.endswith("：") and re.search(r"各|部门|单位|政府|委|局|公司", text) and found:
            break
        if "。" in text and not _NUMBER.search(text[:60]) and found:
            break
        found.append(text)
    return found[:20]


def _title(head: Sequence[str]) -> str | None:
    """The words 关于…的通知 with the issuer before them, over as many as five lines."""
    for size in (1, 2, 3, 4, 5):
        for start in range(len(head)):
            text = "".join(closed(part) for part in head[start : start + size])
            match = _ABOUT.search(text)
            if match and (
                size == 1
                or "关于" in closed(head[start])
                or (size > 1 and _issuer_line(head[start]))
            ):
                title = _META.sub("", text[: match.end()])
                return _issued(head[:start]) + title if title.startswith("关于") else title
    return None


def _issued(before: Sequence[str]) -> str:
    """The issuers that stand above a title (四川省人民政府 | 关于成立…), on a line or two of their own."""
    lines: list[str] = []
    for text in reversed(before[-2:]):
        if not (found := _bodies(text)) or re.search("转发|批转|印发", text):
            break
        lines.insert(0, "、".join(found))
    return "、".join(lines)


def _issuer_line(text: str) -> bool:
    bare = closed(text)
    return bool(_ISSUER.fullmatch(bare)) and len(text) < 40 and not _OF_GROUP.search(bare)


def _number(head: Sequence[str], title: str | None) -> tuple[str, str] | None:
    """The number of the notice itself: the head's first that is not cited in its title, and its year."""
    for text in head:
        for match in _NUMBER.finditer(text):
            before = text[: match.start()]
            if text.count("《") or re.search(r"根据|按照|依据|贯彻|落实", before):
                continue
            # 济政办字, with what stands before it on the line left out (通知济政办字).
            org = re.split(r"通知|批复|文件|文号|字号|决定|意见|公告|编号|的函", match["org"])[-1]
            return f"{org}〔{match['year']}〕{match['no']}号", match["year"]
    return None


def _issuers(title: str | None, signature: Sequence[str], head: Sequence[str]) -> tuple[str, ...]:
    signed = tuple(dict.fromkeys(body for line in signature for body in _bodies(line)))
    if title and (found := _bodies(title.split("关于")[0])):
        return signed if signed and _ISSUER_OF.match(found[0]) else found
    papers = [
        closed(text).removesuffix("文件") for text in head[:4] if closed(text).endswith("文件")
    ]
    alone = [text for text in head[:4] if _issuer_line(text)]
    return signed or next(filter(None, map(_bodies, [*papers, *alone])), ())


def _bodies(text: str) -> tuple[str, ...]:
    """中共济南市委办公厅 济南市人民政府办公厅 are two."""
    spread = re.fullmatch(r"\S(?:\s+\S)+", text.strip())
    parts = [closed(text)] if spread else re.split(r"[、，,\s]+", text.strip())
    found = [part for part in parts if len(part) >= 2]
    whole = [_ISSUER.findall(part) for part in found]
    if not found or not all(_ISSUER.fullmatch(part) for part in found):
        return ()
    split = re.split(
        r"(?<=办公厅)(?=[\u4e00-\u9fff]{4})|(?<=办公室)(?=[\u4e00-\u9fff]{4})", found[0]
    )
    return tuple(split) if len(found) == 1 and len(split) > 1 and whole else tuple(found)


def _date(lines: Sequence[Line]) -> str | None:
    """The last line that is a day and nothing else, else the day in brackets under the title."""
    days = [day for line in lines if (day := only_a_day(line.text))]
    printed = [text for line in lines[-15:] if (text := closed(line.text)).endswith("印发")]
    above = (line.text for line in lines[:12])
    dated = [t for t in above if _IMPRINT.match(t) or _DATED.match(closed(t))]
    return days[-1] if days else next(filter(None, map(day_of, [*printed, *dated])), None)


def _name(title: str | None, lines: Sequence[Line]) -> str | None:
    if title and (match := _ABOUT.search(title)):
        about = match["about"]
        found = _ABOUT_GROUP.search(about) or re.search(rf"(?P<name>[^，。]*?(?:{KINDS}))", about)
        if found and found["name"]:
            return _fuller(named(found["name"]), lines)
    told = [
        group
        for line in lines[:60] if len(line.text) <= 1500
        for sentence in re.split("[。；;]", closed(_DATELINE.sub("", line.text)))
        if (group := group_named(numbered(sentence)[1])) and not OWN_TEAM.fullmatch(group)
    ]  # fmt: skip
    fuller = (group for group in told if group.endswith(told[0]) and group != told[0])
    return next(fuller, told[0]) if told else None


def _fuller(name: str, lines: Sequence[Line]) -> str:
    """湖北省支援三峡工程建设委员会, founded by that name under a title with a shorter one."""
    level = "" if re.match(r"[省市县区州]", name) else "(?:省|自治区|市|州|盟|县|区|旗)"
    full = re.compile(rf"(?:成立|建立|设立|组建)([\u4e00-\u9fff]{{1,10}}?{level}{re.escape(name)})")
    found = (full.search(closed(line.text)) for line in lines[:60])
    return next((match[1] for match in found if match), name)


def place_of(issuers: Sequence[str], name: str | None) -> str | None:
    """The division that issues: 济南市 of 济南市人民政府办公厅; 国务院 for the centre."""
    for text in issuers:
        if text.startswith(("国务院", "中共中央", "中央")):
            return "国务院"
        if match := _PLACE.match(text):
            return match["place"]
    match = _NAMED_PLACE.match(name or "")
    return match[1] if match else None


def _founder(lines: Sequence[Line]) -> str | None:
    """The division that a sentence says has founded the group: 济南市近日成立…."""
    for line in lines[:60]:
        for match in _FOUNDER.finditer(closed(line.text[:1500])):
            if match["centre"] or match["place"] in shipped_places().by_name:
                return match["place"] or "国务院"
    return None


def last_division(place: str | None) -> str | None:
    """朝阳区 of 北京市朝阳区: the division itself, without those above it."""
    if place is None or place == "国务院":
        return place
    match = _LAST.fullmatch(place)
    return match[1] if match and len(match[1]) > 1 else place
