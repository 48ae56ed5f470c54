"""Chinese numerals (二○一六年十二月二十三日) as plain digits, as dates are written with them."""

from __future__ import annotations

import re

_DIGITS = str.maketrans(
    "〇○零ＯO一二三四五六七八九０１２３４５６７８９", "000001234567890123456789"
)
_TEN = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?")


def arabic(text: str) -> str:
    """二○一六年十二月二十三日 as 2016年12月23日; full-width digits too. Tens up to 九十九."""
    return _TEN.sub(lambda m: f"{m[1] or '一'}{m[2] or '0'}", text).translate(_DIGITS)
