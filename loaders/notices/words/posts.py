"""One title in a roster: who holds it, which body it names, whether it is the office's director's too."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.core.words import NOTHING, Words
from loaders.notices.model import Found, doubts_of
from loaders.notices.words.bodies import is_unit
from loaders.notices.words.known import UNKNOWN, is_place, known_beginning
from loaders.notices.words.names import HONOURS, Name, name_kind
from loaders.notices.words.scores import name_score, title_score
from loaders.notices.words.text import free, squeezed
from loaders.notices.words.titles import Place, body_of, is_title, offices_of

NOT_KNOWN = Words(
    "it begins with no known place or body: a name, perhaps", "开头不是已知的地名或单位：可能是人名"
)
TAKEN_FOR_NAME = Words("taken for a name", "按人名读取")
RARE_FAMILY = Words("the family name is not a known one", "姓氏不常见")
EITHER = Words("one of two posts", "两个职务之一")
COLUMN_OR_TITLE = Words(
    "the body of the column or that of the title", "以列中的单位为准，还是以职务中的单位为准"
)
_ALSO = re.compile(
    r"(?P<title>.+?)[、，,；; （(]*(?:并?兼任?|并(?:担任|任))(?:本|该)?"
    r"(?:领导小组|工作领导小组|协调小组|指挥部|联席会议|委员会)?(?:办公室主任|(?P<secretary>秘书长))[)）]?"
)
_FIELD = re.compile(r"^(?:分管|协管|主管|主抓|负责)[^、，；]{1,20}?的(?=副?[\u3400-\u9fff]{2})")
"""分管环保的副县长: of a named person only the office is the title."""
_HOLDS_TOO = re.compile(r"\s*[（(]\s*兼任?\s*[）)]$")
"""市体育局局长（兼）: a mark, no part of the title."""


def with_title(person: str | None, title: str, place: Place) -> Found:
    """A person with what stands beside the name: a title, or only the body."""
    doubt = RARE_FAMILY if person and name_kind(person) < Name.RARE else NOTHING
    title = _HOLDS_TOO.sub("", title)
    title = (person and _FIELD.sub("", title)) or title
    if title in HONOURS:
        return Found(person, title, None, doubt)
    unit, space, office = title.partition(" ")
    if space and is_unit(unit) and not is_title(unit) and is_title(office):
        return _in_columns(with_title(person, office, place), unit, place)
    if is_unit(title) and not is_title(title):
        known = known_beginning(f"{title}局长") > UNKNOWN
        return Found(person, title, title, doubts_of(doubt, NOTHING if known else NOT_KNOWN))
    if (match := _ALSO.fullmatch(title)) and is_title(match["title"]):
        also = "secretary" if match["secretary"] else "office_director"
        return replace(with_title(person, match["title"], place), also=also)
    if not person and (inner := _inside(title)):
        return Found(*inner)
    body = body_of(title, place)
    found = Found(person, title, body.unit, doubts_of(doubt, EITHER if "或" in title else NOTHING))
    if body.unit and re.match("分管|主管|协管", body.unit):
        return replace(found, unit=None)
    score = max(title_score(title), known_beginning(f"{body.unit}局长")) if body.unit else 0.0
    known = not body.unit or ((is_unit(body.unit) or is_place(body.unit)) and score > UNKNOWN)
    check = body.check or (NOTHING if known else NOT_KNOWN)
    return found.doubted(check) if check else found


def _inside(title: str) -> tuple[str, str, str] | None:
    """中山小学庄永洲校长 as (庄永洲, 校长, 中山小学): a name between body and office; None without one."""
    offices = offices_of(title)
    if not offices or len(offices) > 1 or is_unit(body := offices[0].body):
        return None
    for size in (3, 2):
        name, unit = body[-size:], body[:-size]
        house = is_unit(unit) or unit.endswith(("社区", "村"))
        if house and name_kind(name) is Name.SURE and name_score(name) > 0:
            return name, title[title.index(body) + len(body) :], unit
    return None


def _in_columns(found: Found, unit: str, place: Place) -> Found:
    """市财政局 | 局长: the body stands in its own column, unless the title names another."""
    if found.unit and found.unit not in (place.name, unit):
        return replace(found, check=COLUMN_OR_TITLE)
    return replace(found, unit=unit, check=NOTHING if is_unit(unit) else found.check)


def also_of_office(text: str, place: Place) -> Found | None:
    """市统计局局长兼领导小组办公室主任 as an entry: a title that is a second seat as well."""
    match = _ALSO.fullmatch(squeezed(free(text)))
    return with_title(None, match.group(), place) if match and is_title(match["title"]) else None


def one_title(text: str, place: Place) -> Found | None:
    """A text that is one title as a whole: 县应急管理局局长、县地震监测服务中心主任."""
    whole = squeezed(free(text))
    return with_title(None, whole, place) if is_title(whole) else None
