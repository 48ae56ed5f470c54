"""Lines of a text that were broken in the middle of a list, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.notices.lines.items import Kind, item_of
from loaders.notices.model import Line
from loaders.notices.words.bodies import is_unit
from loaders.notices.words.names import name_kind
from loaders.notices.words.roles import split_labels
from loaders.notices.words.text import cleaned, numbered
from loaders.notices.words.titles import cut_off, is_title

_HEADED = re.compile(
    r"(?:(?<=[。；;长任记员席：])|(?<=\S)\s+)(?=[一二三四五六七八九十]{1,2}、[\u3400-\u9fff]|[（(][一二三四五六七八九十]{1,2}[）)][\u3400-\u9fff])"
)
_TEAM = re.compile(
    r"(?<=[。；;])(?=[（(]?\d{1,2}[）)、.．]?[\u3400-\u9fff]{2,20}(?:组|指挥部|专班)[。：（(，])"
)
"""Before a team inside a line: …。（2）物资保障组。组长：…."""
"""Before a heading inside a line."""
_ROLE = re.compile("(?:第一|常务|执行)?副?(?:组长|总?召集人|总?指挥长?)|[成组]员(?!会)")
_LIST_ENDS = ("、", "，", ",")


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines, cleaned; one that ends in a comma or in half a word of a list goes on in the next."""
    made: list[Line] = []
    for line in lines:
        text = cleaned(line.text)
        if made and text.strip() and _goes_on(made[-1].text, text):
            made[-1] = Line(made[-1].number, made[-1].text + text.strip())
        else:
            made.append(Line(line.number, text))
    return made


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a page that lost its breaks parted before each heading: …。 二、组成单位 …."""
    made: list[Line] = []
    for line in lines:
        pieces = _HEADED.split(line.text) if len(_HEADED.findall(line.text)) > 1 else [line.text]
        pieces = [one for piece in pieces for one in _TEAM.split(piece)]
        made.extend(Line(line.number, piece) for piece in pieces)
    return made


def _goes_on(text: str, following: str) -> bool:
    if "\t" in text + following or not text.strip() or len(text) > 4000:
        return False
    if _broken_title(text, following):
        return True
    if numbered(following)[0] or split_labels(following.strip())[1]:
        return False
    if _open(text) or _named_half(text, following.strip()) or _sentence(text, following):
        return True
    if text.endswith(_LIST_ENDS):
        return not re.search(r" {2,}\S+[、，,]$", text.lstrip()) or text.endswith("、")
    return _half(text, following)


def _broken_title(text: str, following: str) -> bool:
    """张三 临港新片区管委会 | 常务副主任: the words of a deep indent end the title above."""
    if not re.match(r" {4,}\S+$", following) or len(text.split()) < 2:
        return False
    end, more = text.split()[-1], following.strip()
    return not is_title(end) and is_title(end + more) and not is_unit(more)


def _open(text: str) -> bool:
    """Whether a bracket of a list is not closed at the end of a long line: 张三（发展改 | 革委副主任）."""
    last = max(text.rfind("（"), text.rfind("("))
    return (
        len(text) > 18 and last > max(text.rfind("）"), text.rfind(")")) and len(text) - last < 40
    )


def _sentence(text: str, following: str) -> bool:
    """Whether a sentence was broken at the width of its page: …由市长指派 | 秘书长兼任，二人为…."""
    said = re.search("[，；].*(?:(?<!自)由|特$)", text) and re.search("[，。；：]", following)
    return (
        bool(said)
        and not split_labels(text)[1]
        and len(text.strip()) >= 28
        and bool(re.search("[\u3400-\u9fff）]$", text))
    )


def _named_half(text: str, following: str) -> bool:
    """…（司法部副部长）、张 | 桃林（农业部副部长）: a list of names with brackets, broken before one."""
    listed = len(re.findall(r"[）)][、，；]", text))
    if not listed or len(text) < 22:
        return False
    if re.match(r"[、，；）)]", following):
        return True
    last = re.split("[、，；]", text)[-1]
    return bool(
        re.fullmatch(r"[\u3400-\u9fff]{1,3}", last)
        and re.match(r"[\u3400-\u9fff]{0,3}[（(]", following)
        and name_kind(last + re.split("[（(]", following)[0])
    )


def _of_bodies(text: str) -> bool:
    """Whether the list is one of bodies, by its last whole items: there 区经济 names no person."""
    return all(item_of(piece).kind is Kind.UNIT for piece in re.split("[、，,：]", text)[-3:-1])


def _half(text: str, following: str) -> bool:
    """市生态环 | 境局主要负责同志, 市国资委 | 主任: an end of the break makes no word, or half a title."""
    more = following.strip()
    if len(text) < 22 or text.count("、") < 2 or text[-1] in "。；：！？）)…—" or _ROLE.match(more):
        return False
    if not re.match(r"[\u3400-\u9fff]", more):
        return False
    last, first = re.split("[、，,：]", text)[-1].strip(), re.split("[、，,；。]", more)[0]
    kind = item_of(last).kind
    if kind is Kind.OTHER or (kind is not Kind.UNIT and _of_bodies(text) and is_unit(last + first)):
        return True
    return is_title(last + first) and (len(last) == 1 or not is_title(first) or cut_off(first))
