"""The ladder of ranks (行政级别) and the rank that an office takes from its unit.

Ten ordinal steps after the Civil Servant Law (公务员法), 10 the highest. They order posts; a
difference of two counts steps and does not measure a distance, so nothing here takes a mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Rank:
    """One step of the ladder: `rank` 1 to 10 with its Chinese and English names."""

    rank: int
    zh: str
    en: str


RANKS: tuple[Rank, ...] = (
    Rank(10, "国家级正职", "national, chief"),
    Rank(9, "国家级副职", "national, deputy"),
    Rank(8, "省部级正职", "provincial-ministerial, chief"),
    Rank(7, "省部级副职", "provincial-ministerial, deputy"),
    Rank(6, "厅局级正职", "bureau, chief"),
    Rank(5, "厅局级副职", "bureau, deputy"),
    Rank(4, "县处级正职", "division, chief"),
    Rank(3, "县处级副职", "division, deputy"),
    Rank(2, "乡科级正职", "section, chief"),
    Rank(1, "乡科级副职", "section, deputy"),
)
"""The whole ladder, highest first."""

CENTRE_RANK = 10


class Mode(StrEnum):
    """How a post stands in its unit (职务性质): only the first three and DEPT_HEAD carry command."""

    HEAD = "HEAD"
    """正职: secretary, governor, mayor, minister."""
    DEPUTY_HEAD = "DEPUTY_HEAD"
    """副职: deputy secretary, vice-governor, vice-minister."""
    DEPT_HEAD = "DEPT_HEAD"
    """部门正职: head of a department of a government."""
    COLLEGIAL = "COLLEGIAL"
    """常委: a seat on the standing committee; raises a rank and commands nobody."""
    OTHER = "OTHER"
    """其他: secretary-general, assistant, adviser, what no rule covers."""


COMMANDING = (Mode.HEAD, Mode.DEPUTY_HEAD, Mode.DEPT_HEAD)
"""The modes that command the unit a post is IN and what lies below it."""


def post_rank(mode: Mode, unit_rank: int | None) -> int | None:
    """Rank of a post by rule from the rank of the unit it is IN, None where no rule covers it.

    Head (正职) and department head take the unit's rank, a deputy (副职) one less, a seat on the
    standing committee (常委) one less, but at the centre 10. Source: DOMAIN definitions, section 2,
    after the Civil Servant Law.
    """
    if unit_rank is None or mode is Mode.OTHER:
        return None
    if mode is Mode.COLLEGIAL:
        return CENTRE_RANK if unit_rank == CENTRE_RANK else unit_rank - 1
    return unit_rank - 1 if mode is Mode.DEPUTY_HEAD else unit_rank


def department_rank(government_rank: int | None) -> int | None:
    """Rank of a department of a local government (政府工作部门): two less than the government's.

    厅 6 under a province (8), 局 4 under a prefecture (6), 局 2 under a county (4); the same step is
    taken under a sub-provincial city (7) and its districts (5). Central bodies follow their category
    instead, so the centre (10) has none by this rule.
    """
    local = government_rank is not None and 3 <= government_rank <= 8
    return government_rank - 2 if local and government_rank is not None else None
