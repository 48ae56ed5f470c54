"""Text as notices print it: spaces, colons, numbering, commas that do not divide; days (EDTF)."""

from __future__ import annotations

import re

from graph.core.safe_text import plain_han
from loaders.files.dates import date_in, only_a_date

_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\x0b\x0c]")
_BARS = str.maketrans(dict.fromkeys("│┃║", "|"))
_BORDER = re.compile("[\u2500-\u257f\\s=_—-]+")
_GONE = re.compile(
    "[\u200b-\u200f\u2060\ufeff\u00ad]|^\\s*\\[编辑\\]|\\[编辑\\]$|\\*\\*|^\\s*#{1,6}\\s+"
)
_MARKED = re.compile("([（(][男女](?:[，,、][^（）()]{1,8})?[）)])(?=[\u3400-\u9fff])")
"""孙小琴（女）县财政局局长: the title begins behind the mark."""
_ORDERS = re.compile(
    r"(?<=[\u3400-\u9fff])(?:(?:[，,、 ]{1,2}(?:[A-Z]{2,4}|太平[绅紳]士)(?![A-Za-z]))+|[#*＊※△▲]+)"
    r"(?=$|[\s（(，,、；;。])"
)
"""Orders and marks behind a name: 李四先生, SBS, JP."""
_COLONS = str.maketrans({":": "：", "﹕": "：", "︰": "：", "∶": "：", "꞉": "："})
_OPEN, _CLOSE = "（(〔［[{【", "）)〕］]}】"
_HELD = {"、": "\ue000", "，": "\ue001", ",": "\ue002", "；": "\ue003", ";": "\ue004",
         " ": "\ue005", "\t": "\ue006", "。": "\ue007", "：": "\ue008"}  # fmt: skip
_HOLD, _FREE = str.maketrans(_HELD), str.maketrans({v: k for k, v in _HELD.items()})
_TOPIC = re.compile(
    r"(?:分管|协管|主管|协助分管|负责|协调|联系)[^；;。（(：\t]{1,40}?的(?=[^、，,；;。]{0,25}?"
    r"(?:副|长|主任|主席|书记|负责|领导|秘书))"
    r"|(?:分管|协管|主管)[^，,；;。（(：\t长任记导]{1,30}?(?=副?[省市县区州旗镇乡]长)"
)
NUMBERING = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+[条章节]\s*|[一二三四五六七八九十]{1,3}\s*[、.．]\s*"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]\s*[、.．]?\s*|[（(]?\d{1,3}[）)]\s*|\d{1,2}(?:\.\d{1,2})+\s+|\d{1,3}\s*[、.．](?!\d)\s*"
    r"|[①-⑳]\s*|[◆●■▪·※★-]\s*)"
)
"""一、（一）1. ① at the start of a line."""

_CLOCK = re.compile(r"(?<=\d)\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_AROUND = re.compile(
    r"^(?:[（(])?(?:成文日期|发文日期|发布日期|印发日期|日期|时间)?：?|(?:[）)])$|印发$|发布$"
)


def cleaned(text: str) -> str:
    """A line with plain characters, spaces and colons, without Markdown; tabs, which divide columns, stay.

    The drawn lines of a table are bars between its cells; a line of them alone is empty.
    """
    plain = _GONE.sub("", _SPACES.sub(" ", plain_han(text).translate(_BARS))).translate(_COLONS)
    bare = _ORDERS.sub("", _MARKED.sub(r"\1 ", plain.rstrip()))
    return "" if _BORDER.fullmatch(plain) else bare.rstrip()


def balanced(text: str) -> bool:
    """Whether every bracket of the words closes behind its opening."""
    depth = 0
    for char in text:
        depth += (char in _OPEN) - (char in _CLOSE)
        if depth < 0:
            return False
    return depth == 0


def squeezed(text: str) -> str:
    """Words with single spaces, as a field of the draft holds them."""
    return " ".join(text.split())


def closed(text: str) -> str:
    """Words without any space: 组 长 is 组长."""
    return "".join(text.split())


def held(text: str) -> str:
    """The text with the commas and spaces inside brackets and of 分管…的 out of reach."""
    return _hold_brackets(_TOPIC.sub(lambda match: match.group().translate(_HOLD), text))


def free(text: str) -> str:
    """The text with its commas again."""
    return text.translate(_FREE)


def _hold_brackets(text: str) -> str:
    depth, parts = 0, []
    for char in text:
        if char in _OPEN or char in "《“":
            depth += 1
        elif depth and (char in _CLOSE or char in "》”"):
            depth -= 1
        parts.append(char.translate(_HOLD) if depth else char)
    return "".join(parts) if not depth else text


def numbered(text: str) -> tuple[str, str]:
    """The numbering a line begins with ("" for none), and the rest."""
    match = NUMBERING.match(text)
    return (match.group().strip(), text[match.end() :]) if match else ("", text.strip())


def day_of(text: str) -> str | None:
    """The first day or month in the words as EDTF; None where there is none that can be."""
    return date_in(closed(_CLOCK.sub("", text)))


def only_a_day(text: str) -> str | None:
    """The day of a line that holds nothing else."""
    return only_a_date(_AROUND.sub("", closed(text)))
