"""Days as notices print them: 2016年5月3日, 二○一六年五月三日, 2016-05-03; as EDTF."""

from __future__ import annotations

import datetime as dt
import re

from loaders.files.numerals import arabic
from loaders.notices.words.text import closed

_DAY = re.compile(
    r"(?P<y>(?:19|20)\d{2})(?:年|[-./])(?P<m>\d{1,2})(?:(?:月|[-./])(?:(?P<d>\d{1,2})日?)?)?(?!\d)"
)
_CLOCK = re.compile(r"(?<=\d)\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_AROUND = re.compile(
    r"^(?:[（(])?(?:成文日期|发文日期|发布日期|印发日期|日期|时间)?：?|(?:[）)])$|印发$|发布$"
)


def day_of(text: str) -> str | None:
    """The first day, month or year in the words as EDTF; None where there is none that can be."""
    match = _DAY.search(arabic(closed(_CLOCK.sub("", text))))
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
    bare = _AROUND.sub("", arabic(closed(text)))
    return day_of(bare) if _DAY.fullmatch(bare) else None
