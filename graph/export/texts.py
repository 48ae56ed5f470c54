"""Values as text, and text that no spreadsheet takes for a formula; both ways."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

GUARD = "'"
"""Put before a text that a spreadsheet would run; every reader takes one off again."""

_STARTS = "=+-@\t\r\n＝＋－＠"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def marked(text: str) -> str:
    """Return the text, led by the guard where it is empty (no null) or begins with the guard itself."""
    return GUARD + text if not text or text[0] == GUARD else text


def guarded(text: str) -> str:
    """Return the text, led by the guard where a spreadsheet would run it too."""
    return GUARD + text if not text or text[0] == GUARD or text[0] in _STARTS else text


def bare(text: str) -> str:
    """Say what stood before `marked` or `guarded`."""
    return text.removeprefix(GUARD)


def plain_text(value: Any) -> str:
    """Numbers and truth values in words, days as 2018-07-03, lists and maps as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def cell(value: Any) -> str:
    """Return a cell of a CSV: unknown is empty, an empty text is the guard alone."""
    if value is None:
        return ""
    text = plain_text(value)
    return guarded(text) if isinstance(value, str) else text


def printable(text: str) -> str:
    """The text without the control characters that XML and Stata do not hold: U+FFFD stands for each."""
    return _CONTROL.sub("\ufffd", text)
