"""Dates as scholars write them (2014年2月, 2014.2, 2018年7月前) as EDTF; nothing is guessed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from unicodedata import normalize

from graph.core.dates import OPEN
from graph.core.errors import InputError
from graph.core.words import Words

_DIGITS = str.maketrans(
    "〇○零ＯO一二三四五六七八九０１２３４５６７８９", "000001234567890123456789"
)
_TEN = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?")


def arabic(text: str) -> str:
    """二○一六年十二月二十三日 as 2016年12月23日; full-width digits too. Tens up to 九十九."""
    return _TEN.sub(lambda m: f"{m[1] or '一'}{m[2] or '0'}", text).translate(_DIGITS)


FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years outside are taken for slips."""

_SEP = r"\s*[-./年]\s*"
_DATE = re.compile(
    rf"(?P<year>\d{{4}})(?:年?|{_SEP}(?P<month>\d{{1,2}})(?:月?|(?:\s*[-./月]\s*)(?P<day>\d{{1,2}})[日号]?))"
)
_INSIDE = re.compile(r"(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:(?:月|[-./])(?:\d{1,2}日?)?)?(?!\d)")
"""A day or a month among other words."""
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_BY = re.compile(
    r"(?:不晚于|最晚|至迟|截至|by\s+)(?P<late>.+)|(?P<before>.+?)(?:以前|之前|前)", re.IGNORECASE
)
_END_OF = re.compile(r"(?P<rest>.+?)(?P<part>[年月])?底")
_ABOUT = re.compile(
    r"前后|左右|上下|约|大概|大约|[~?？～]|circa|about|around|approx", re.IGNORECASE
)
_VAGUE = re.compile(r"[上下]半年|[上中下]旬|[年月]初|[年月]中|春|夏|秋|冬|季度|末")
_SPAN = re.compile(r"\d\s*[年月日]?\s*(?:至|到|—|–|\s-\s|/(?=\d{4}))\s*\d")
_OTHER_ORDER = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_STILL = ("..", "至今", "今", "现在", "present", "now")


def edtf(text: str, *, number: bool = False) -> str | None:
    """A date as EDTF, None for an empty text.

    `number`: the cell held a number, where 2014.10 has become 2014.1. Raises InputError with the
    remedy for a date that does not exist, is not exact, or may be read in two ways.
    """
    bare = _plain(text)
    if not bare:
        return None
    if bare.casefold() in _STILL:
        return OPEN
    _refuse(bare, text, number)
    if bare.startswith("[..") and bare.endswith("]"):
        return f"[..{_date(bare[3:-1], text)}]"
    by = _BY.fullmatch(bare)
    if by is not None:
        inner = by["late"] or by["before"]
        return f"[..{_end_of(inner, text) or _date(inner, text)}]"
    return _date(re.sub(r"^自|(?:起|以来)$", "", bare), text)


def date_as(read: Callable[[str], object], text: str, *, number: bool = False) -> str:
    """A date as EDTF that `read` (start_bound, end_bound) takes: as it stands, or as `edtf` reads it.

    Raises InputError with the remedy.
    """
    with suppress(InputError):
        read(text)
        return text
    found = edtf(text, number=number) or ""
    read(found)
    return found


def date_in(text: str) -> str | None:
    """The first day or month that stands in a text (2016年5月3日, 二○一六年五月三日, 2016-05-03) as EDTF.

    None where there is none, or where it does not exist.
    """
    found = _INSIDE.search(_numbers(text))
    with suppress(InputError):
        return edtf(found[0].rstrip("-./")) if found else None
    return None


def only_a_date(text: str) -> str | None:
    """The day or month of a text that holds nothing else."""
    return date_in(text) if _INSIDE.fullmatch(_numbers(text)) else None


def _numbers(text: str) -> str:
    return arabic(normalize("NFKC", text))


def _plain(text: str) -> str:
    """Full-width digits and Chinese numerals as plain ones."""
    bare = re.sub(r"\s*([年月日号])\s*", r"\1", normalize("NFKC", text).strip())
    bare = re.sub(r"^(\d{4})[‐‑–—−](\d{1,2})[‐‑–—−](\d{1,2})$", r"\1-\2-\3", bare)
    if re.fullmatch(r"[〇○零一二三四五六七八九十\d年月日号前后起底以之左右约\s]+", bare):
        bare = arabic(bare)
    return bare


def _refuse(bare: str, text: str, number: bool) -> None:
    """Raise InputError for what does not give one exact date."""
    if _ABOUT.search(bare):
        raise InputError(
            Words(
                f"{text!r} is not exact. Write the whole period that is certain (2018 for some time in 2018)"
                " or [..2018-07] for 'by July 2018', and the rest as a note.",
                f"“{text}”不是确切日期。请写出可以确定的整段时间（2018 表示 2018 年内某日），"
                "或用 [..2018-07] 表示“不晚于 2018 年 7 月”，其余写入备注。",
            )
        )
    if _VAGUE.search(bare):
        raise InputError(
            Words(
                f"{text!r} is not a year, month or day. Write 2018 or 2018-07 and a note.",
                f"“{text}”不是年、月或日。请写 2018 或 2018-07，并加备注。",
            )
        )
    if _OTHER_ORDER.fullmatch(bare):
        raise InputError(
            Words(
                f"{text!r}: which is day, which is month? Write year-month-day: 2014-02-03.",
                f"“{text}”：哪个是日，哪个是月？请按“年-月-日”书写：2014-02-03。",
            )
        )
    if _SPAN.search(bare):
        raise InputError(
            Words(
                f"{text!r} is a span: its first day belongs in `from`, its end in `to`.",
                f"“{text}”是一段时间：起始日应写在 from 列，结束应写在 to 列。",
            )
        )
    if number and re.fullmatch(r"\d{4}\.1", bare):
        year = bare[:4]
        raise InputError(
            Words(
                f"{text!r} may be January or October: a spreadsheet drops the zero of {year}.10."
                f" Write {year}-01 or {year}-10.",
                f"“{text}”可能是一月，也可能是十月：电子表格会丢掉 {year}.10 末尾的零。请写 "
                f"{year}-01 或 {year}-10。",
            )
        )
    if number and re.fullmatch(r"[2-6]\d{4}", bare):
        raise InputError(
            Words(
                f"{text!r} is the number of a day that lost its format. Format the cell as a date.",
                f"“{text}”是日期丢失格式后的序号。请把该单元格设为日期格式。",
            )
        )


def _end_of(text: str, whole: str) -> str | None:
    """2018年底, 2018年7月底: the last day of the period; None for any other text."""
    found = _END_OF.fullmatch(text)
    if found is None:
        return None
    period = _date(found["rest"], whole)
    if len(period) == 4:
        return f"{period}-12-31"
    year, month = (int(part) for part in period.split("-")[:2])
    return f"{period}-{monthrange(year, month)[1]}" if len(period) == 7 else period


def _date(text: str, whole: str) -> str:
    bare = text.strip()
    found = _DATE.fullmatch(bare) or _COMPACT.fullmatch(bare)
    if found is None:
        raise InputError(
            Words(
                f"{whole!r} is not a date. Write 2018, 2018-07, 2018-07-03, 2018年7月, "
                "[..2018-07] or 2018年7月前"
                " for 'by July 2018', `..` (至今) for an end that has not come, nothing for unknown.",
                f"“{whole}”不是日期。请写 2018、2018-07、2018-07-03、2018年7月；“不晚于 2018 年 "
                "7 月”写 [..2018-07] 或 2018年7月前；尚未结束写 ..（至今）；不明则留空。",
            )
        )
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    _exists(year, found["month"], found["day"], whole)
    return "-".join([str(year), *(f"{part:02d}" for part in (month, day) if part)])


def _exists(year: int, month: str | None, day: str | None, whole: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(
            Words(
                f"{whole!r}: the year {year} is not between {FIRST_YEAR} and {LAST_YEAR}.",
                f"“{whole}”：年份 {year} 不在 {FIRST_YEAR} 至 {LAST_YEAR} 之间。",
            )
        )
    if month is not None and not 1 <= int(month) <= 12:
        raise InputError(
            Words(
                f"{whole!r} is not a date: a year has no month {int(month)}.",
                f"“{whole}”不是日期：一年没有第 {int(month)} 个月。",
            )
        )
    if month is None or day is None:
        return
    last = monthrange(year, int(month))[1]
    if not 1 <= int(day) <= last:
        raise InputError(
            Words(
                f"{whole!r} is not a date: {year}-{int(month):02d} has {last} days.",
                f"“{whole}”不是日期：{year}-{int(month):02d} 只有 {last} 天。",
            )
        )
