"""A title (职务名称) that names place and office in one, such as 济南市市长: for a supposed chair.

The grammar is that of `graph.offices`; here one office of it is tied to the unit that its words name.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.offices.grammar import Office, Seat, read_offices
from graph.offices.ranks import Mode


@dataclass(frozen=True)
class Title:
    """A title taken apart: `unit` is the name of a division or agency as the title gives it."""

    text: str
    unit: str
    mode: Mode
    branch: str


CENTRE = "中华人民共和国"


def read_title(text: str) -> Title | None:
    """The unit, mode and branch of a title; None where no rule covers it or it names no unit."""
    title = text.strip()
    offices = read_offices(title)
    if offices is None or len(offices) > 1 or offices[0].former or offices[0].stands_for_unit:
        return None
    office = offices[0]
    if office.seat is Seat.CENTRE:
        return _central(title, office)
    reader = {Seat.GOVERNMENT: _government, Seat.CHAIR: _region, Seat.PARTY: _party,
              Seat.BODY: _body}.get(office.seat)  # fmt: skip
    return reader(title, office) if reader and office.body else None


def _central(title: str, office: Office) -> Title | None:
    """The Premier and the General Secretary head the centre; a seat on a bureau heads nothing."""
    branch = "party" if "书记" in office.word or "政治局" in office.word else "government"
    lower = office.word.endswith(("政治局委员", "书记处书记"))
    return None if lower else Title(title, CENTRE, office.mode, branch)


def _government(title: str, office: Office) -> Title:
    """济南市长 is short for 济南市市长."""
    body = office.body.removesuffix("人民政府").removesuffix("政府").removesuffix("行署")
    ends = {"专员": "地区", "行政长官": "特别行政区"}.get(office.word, office.ends)
    unit = body if body.endswith(ends) else body + ends
    return Title(title, unit, office.mode, "government")


def _region(title: str, office: Office) -> Title | None:
    """A chair (主席) heads the government of an autonomous region; others head no division."""
    unit = office.body.removesuffix("人民政府").removesuffix("政府")
    return Title(title, unit, office.mode, "government") if unit.endswith("自治区") else None


def _party(title: str, office: Office) -> Title | None:
    """A secretary or standing-committee member of a division's committee (省委, 地委)."""
    body = office.body.removeprefix("中共")
    suffix = next((one for one in ("党委", "委") if body.endswith(one)), None)
    if suffix is None or office.word not in ("书记", "常委"):
        return None
    unit = body.removesuffix(suffix)
    if unit.endswith("地"):
        unit += "区"
    return Title(title, unit, office.mode, "party") if unit[-1:] in _DIVISIONS else None


_DIVISIONS = tuple("省市区县州盟旗")


def _body(title: str, office: Office) -> Title | None:
    """The head of an agency: 济南市财政局局长, 财政部部长."""
    whole = office.body.endswith(tuple(office.ends))
    if not whole and office.word[0] not in office.ends:
        return None
    unit = office.body if whole else office.body + office.word[0]
    mode = Mode.DEPT_HEAD if office.mode is Mode.HEAD else office.mode
    return Title(title, unit, mode, "government")
