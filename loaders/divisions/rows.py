"""The rows of the division data (行政区划) as values, and the words that their fields may hold."""

from __future__ import annotations

from dataclasses import dataclass

from graph.core import terms

LEVELS = tuple(terms.LEVELS)
"""From the centre down; a unit's superior is of an earlier level."""

CODE_ENDS = {"Country": "100000", "Province": "0000", "Prefecture": "00", "County": ""}
"""How a six-digit code of a level ends; townships have nine digits."""

MODES = ("statutory", "acting")
"""法定 and 代管: both carry command."""

SUCCESSIONS = ("rename", "recode", "merge", "split", "transfer", "upgrade")
"""更名, 改码, 合并, 拆分, 划转, 建制变更 (county to city, prefecture to city, a change of rank)."""

BASES = ("derived", "override")
"""Whether a rank follows from the rules or departs from them by a line of rank_overrides.yaml."""


@dataclass(frozen=True)
class UnitRow:
    """One division for one unbroken period of code, name, kind, rank and superior.

    `rank` is 1 to 10 or None (outside the ladder, or not known); `rank_by_rule` leaves overrides
    out; dates are EDTF, None for an unknown start, `..` for an open end; `source` is a uid of
    SourceRow.
    """

    uid: str
    code: str
    name: str
    name_short: str
    pinyin: str
    level: str
    kind: str
    rank: int | None
    rank_basis: str
    rank_by_rule: int | None
    valid_from: str | None
    valid_to: str | None
    from_precision: str
    to_precision: str
    source: str


@dataclass(frozen=True)
class TieRow:
    """The upper unit leads the lower one, by statute or acting for the province (代管)."""

    lower: str
    upper: str
    mode: str
    valid_from: str | None
    valid_to: str | None
    from_precision: str
    to_precision: str
    source: str


@dataclass(frozen=True)
class SuccessionRow:
    """One unit follows another; `on` is EDTF, `document` the number of the act where known."""

    old: str
    new: str
    kind: str
    on: str | None
    precision: str
    document: str | None
    source: str


@dataclass(frozen=True)
class SourceRow:
    """Where rows come from, and under which licence.

    `read_at` is the address of the compilation or mirror where an official document was read, None
    if it was read at `url` or not at an address; readers are not sent there.
    """

    uid: str
    title: str
    url: str | None
    kind: str
    licence: str
    read_at: str | None = None
