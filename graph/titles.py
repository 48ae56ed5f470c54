"""Read a title (职务名称) such as 济南市市长: the place it names, the mode and the branch of the post.

Only what the rules of DOMAIN section 2 cover is understood; anything else is None, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.ranks import Mode


@dataclass(frozen=True)
class Title:
    """A title taken apart: `unit` is the name of a division or agency as the title gives it."""

    text: str
    unit: str
    mode: Mode
    branch: str


CENTRE = "中华人民共和国"

_FIXED = {
    "国务院总理": (Mode.HEAD, "government"),
    "国务院副总理": (Mode.DEPUTY_HEAD, "government"),
    "国务委员": (Mode.DEPUTY_HEAD, "government"),
    "中共中央总书记": (Mode.HEAD, "party"),
}
_PARTY_MODES = {"书记": Mode.HEAD, "副书记": Mode.DEPUTY_HEAD, "常委": Mode.COLLEGIAL}
_PARTY = re.compile(
    r"(?P<place>.+(?:自治区(?=党委)|[省市区县州盟旗](?=委)))党?委(?P<office>副?书记|常委)"
)
_HEAD = re.compile(r"(?P<place>.+?)(?P<vice>常务副|副)?(?P<kind>[省市区县州盟旗])长")
_CHAIR = re.compile(r"(?P<place>.+自治区)(?P<vice>常务副|副)?主席")
_EXECUTIVE = re.compile(r"(?P<place>.+特别行政区)行政长官")
_AGENCY = re.compile(
    r"(?P<agency>.+?(?:部|厅|局|委员会|委|署|办公室))(?P<vice>副)?(?:部长|厅长|局长|主任|署长)"
)


def read_title(text: str) -> Title | None:
    """Take a title apart; None where no rule covers it."""
    title = text.strip()
    if title in _FIXED:
        mode, branch = _FIXED[title]
        return Title(title, CENTRE, mode, branch)
    for pattern, build in _RULES:
        if match := pattern.fullmatch(title):
            return build(title, match)
    return None


def _party(title: str, match: re.Match[str]) -> Title:
    return Title(title, match["place"], _PARTY_MODES[match["office"]], "party")


def _government(title: str, match: re.Match[str]) -> Title:
    place, kind = match["place"], match.groupdict().get("kind") or ""
    # 济南市长 is short for 济南市市长.
    unit = place if place.endswith(kind) else place + kind
    mode = Mode.DEPUTY_HEAD if match.groupdict().get("vice") else Mode.HEAD
    return Title(title, unit, mode, "government")


def _agency(title: str, match: re.Match[str]) -> Title:
    mode = Mode.DEPUTY_HEAD if match["vice"] else Mode.DEPT_HEAD
    return Title(title, match["agency"], mode, "government")


_RULES = (
    (_PARTY, _party),
    (_CHAIR, _government),
    (_EXECUTIVE, _government),
    (_HEAD, _government),
    (_AGENCY, _agency),
)
