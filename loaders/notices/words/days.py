"""Days as notices print them, with clocks and headings around them; as EDTF."""

from __future__ import annotations

import re

from loaders.files.dates import date_in, only_a_date
from loaders.notices.words.text import closed

_CLOCK = re.compile(r"(?<=\d)\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_AROUND = re.compile(
    r"^(?:[（(])?(?:成文日期|发文日期|发布日期|印发日期|日期|时间)?：?|(?:[）)])$|印发$|发布$"
)


def day_of(text: str) -> str | None:
    """The first day or month in the words as EDTF; None where there is none that can be."""
    return date_in(closed(_CLOCK.sub("", text)))


def only_a_day(text: str) -> str | None:
    """The day of a line that holds nothing else."""
    return only_a_date(_AROUND.sub("", closed(text)))
