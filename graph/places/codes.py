"""Codes of divisions (GB/T 2260): what the digits say, and what is wrong with one that nobody has."""

from __future__ import annotations

from dataclasses import dataclass

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError, NamesNothing, UnknownName
from graph.core.language import say
from graph.core.terms import LEVELS
from graph.core.words import NOTHING, Words
from graph.offices.words import MUNICIPALITIES
from graph.places.suggestions import LIMIT

DIRECT = "90"
"""Digits 3 and 4 of county-level units directly below a province (省直辖县级): 429004, 659001."""


@dataclass(frozen=True)
class Code:
    """A well-formed code: the level that its zeros say, and the code of the unit above (or None)."""

    text: str
    level: str
    parent: str | None


def read_code(text: str) -> Code:
    """Read the digits of a code; raises InputError that says what is wrong with them.

    Six digits: two each for province, prefecture and county, 00 where the level is higher; nine for a
    township (GB/T 10114).
    """
    if not (text.isascii() and text.isdigit()):
        raise NamesNothing(
            Words(
                f"{text!r} is not a code. Write digits only, for example 370100.",
                f"“{text}”不是代码。请只写数字，如 370100。",
            )
        )
    if len(text) == 9:
        return Code(text, "Township", text[:6])
    if len(text) != 6:
        raise NamesNothing(
            Words(
                f"{text!r} has {len(text)} digits. A code of GB/T 2260 has six, for example 370100;"
                " that of a township has nine.",
                f"“{text}”有 {len(text)} 位。GB/T 2260 的代码为六位，如 370100；乡级代码为九位。",
            )
        )
    province, prefecture, county = text[:2], text[2:4], text[4:]
    if text == "100000":
        return Code(text, "Country", None)
    if prefecture == "00" and county != "00":
        raise NamesNothing(
            Words(
                f"{text!r} is not a code of GB/T 2260, which has two digits each for province ({province}),"
                f" prefecture ({prefecture}) and county ({county}); no county without a prefecture.",
                f"“{text}”不是 GB/T 2260 的代码：省（{province}）、地（{prefecture}）、县（{county}）"
                "各两位；没有地级就没有县级。",
            )
        )
    if county != "00":
        # 110100 is a heading, no division.
        direct = prefecture == DIRECT or province in MUNICIPALITIES
        return Code(text, "County", f"{province}{'00' if direct else prefecture}00")
    if prefecture != "00":
        return Code(text, "Prefecture", f"{province}0000")
    return Code(text, "Province", "100000")


def unknown_code(database: Database, text: str) -> InputError:
    """Say why no division, of any time, has this code: its digits, its province, its superior."""
    try:
        code = read_code(text)
    except InputError as malformed:
        return malformed
    if not queries.units_named(f"{text[:2]}0000", database=database):
        return NamesNothing(
            Words(
                f"No province has the code {text[:2]}0000, so {text!r} names no division.",
                f"没有代码为 {text[:2]}0000 的省，因此“{text}”不指任何区划。",
            )
        )
    above = list(queries.units_named(code.parent or text, database=database))
    if not above:
        like = _like(_neighbours(database, text))
        return NamesNothing(
            Words(
                f"No division ever had the code {text!r}, nor its superior's, {code.parent}.{like.en}",
                f"从无区划用过代码“{text}”，也没有用过其上级代码 {code.parent} 的。{like.zh}",
            )
        )
    where = _place_of(code, above[-1].name)
    known = _neighbours(database, text)
    return UnknownName(Words("division", "区划"), f"{text} ({say(where)})", known)


def _place_of(code: Code, superior: str) -> Words:
    heading = code.level == "County" and code.text.endswith("01")
    statistical = Words(
        "; codes ending in 01 are often headings of tables, 市辖区",
        "；以 01 结尾的代码往往是统计表中的“市辖区”",
    )
    told = statistical if heading else NOTHING
    return Words(
        f"{code.level.lower()} level, below {code.parent} {superior}{told.en}",
        f"{LEVELS[code.level].zh}，在 {code.parent} {superior}之下{told.zh}",
    )


def _neighbours(database: Database, text: str) -> list[str]:
    """Divisions whose codes share the longest beginning, the nearest numbers first."""
    rows = [row for row in queries.division_names(database=database) if len(row.code) == 6]
    for length in (4, 2):
        alike = [row for row in rows if row.code[:length] == text[:length]]
        if alike:
            alike.sort(key=lambda row: abs(int(row.code) - int(text[:6])))
            return [f"{row.name} {row.code}" for row in alike[:LIMIT]]
    return []


def _like(names: list[str]) -> Words:
    listed = Words.joined(map(Words.same, names), "; ", "；")
    told = Words(f" Did you mean: {listed.en}?", f"您是否要找：{listed.zh}？")
    return told if names else NOTHING
