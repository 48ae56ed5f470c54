"""Days as notices print them: 2016年5月3日, 二○一六年五月三日, 2016-05-03; as EDTF."""

from __future__ import annotations

import datetime as dt
import re

from loaders.notices.text import closed

_DIGITS = str.maketrans(
    "〇○零ＯO一二三四五六七八九０１２３４５６７８９", "000001234567890123456789"
)
_TEN = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?")
_DAY = re.compile(
    r"(?P<y>(?:19|20)\d{2})(?:年|[-./])(?P<m>\d{1,2})(?:(?:月|[-./])(?:(?P<d>\d{1,2})日?)?)?(?!\d)"
)
_AROUND = re.compile(
    r"^(?:[（(])?(?:成文日期|发文日期|发布日期|印发日期|日期|时间)?：?|(?:[）)])$|印发$|发布$"
)


def day_of(text: str) -> str | None:
    """The first day, month or year in the words as EDTF; None where there is none that can be."""
    match = _DAY.search(_arabic(closed(text)))
    if match is None:
        return None
    year, month, day = match["y"], int(match["m"]), match["d"]
    try:
        dt.date(int(year), month, int(day or 1))
    except ValueError:
        return None
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def only_a_day(text: str) -> str | None:
    """The day of a line that holds nothing else."""
    bare = _AROUND.sub("", _arabic(closed(text)))
    return day_of(bare) if _DAY.fullmatch(bare) else None


def _arabic(text: str) -> str:
    """二○一六年十二月二十三日 as 2016年12月23日."""
    if not re.search(r"[〇○零ＯO一二三四五六七八九十０-９]", text):
        return text
    return _TEN.sub(_tens, text).translate(_DIGITS)


def _tens(match: re.Match[str]) -> str:
    return f"{match[1] or '一'}{match[2] or '0'}"
