"""Titles (职务) in a roster: whether words are one, and which body they name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.core.words import NOTHING, Words
from graph.offices import bodies as units
from graph.offices.bodies import Setting
from graph.offices.divisions import CENTRE
from graph.offices.errors import NotRead
from graph.offices.grammar import Office, Seat, read_offices
from graph.offices.post import Post, seat_of
from graph.offices.ranks import Mode
from graph.offices.read import Titles
from graph.offices.whose import GROUP_BODY, is_level, named
from graph.offices.words import ANYBODY, LEADERS, bare_name
from loaders.notices.words.bodies import is_unit, several
from loaders.notices.words.names import HEAD_END
from loaders.notices.words.text import balanced, closed
from loaders.units.shipped import shipped_bodies, shipped_places

LONGEST = 60
_TOPIC = re.compile(
    r"(?:分管|协管|主管|协助分管|负责|协调|联系)[^；;]{1,40}?的"
    r"|(?:分管|协管|主管)[^，,；;长任记导]{1,30}?(?=副?[省市县区州旗镇乡]长)"
)
_ELIDED = re.compile(r"(?![省市县区州盟旗镇乡]).{1,4}[部局办委厅室]")
"""统战部 beside 省委常委: a body whose level stands in another part."""
_PLATE = re.compile(r"[（(]([^（()）]+)[)）]")
_LEADERS = re.compile(f"(?:{LEADERS}|{ANYBODY})$")
_MORE = re.compile(
    r"[\u3400-\u9fff（）()]{2,30}(?:干部|人选|院士|教授|研究员|工程师|秘书|科员|会计师|律师|法官|技术员|文员|部长级|组员|首席[\u4e00-\u9fff]{2,4}"
    r"|人员|主席团成员|民警|教导员|指导员|政委|参谋|干事|督察长|督学|督查专员|专员|总督学|代表|会计|出纳|医师|护士长|调度长|书记员)"
)
_OF_PLACES = frozenset({Seat.GOVERNMENT, Seat.PARTY, Seat.CENTRE})
_HELD_TOO = re.compile("[长任][，,]?兼[\u3400-\u9fff]{2,}[局厅部委办]")
NO_RULE = Words("the title is not one that the rules read", "职务名称不在规则之内")
PARTY_GROUP = Words("a post of the party group (党组): which body sits", "党组职务：以哪个单位入席")
ELIDED = Words("the body is named without its level", "单位名称省略了层级")
LEADER = Words("a leader (领导) whose post is not told", "领导的职务未载明")
NO_TABLE = Words("no table knows a body of this name", "没有表载有此名称的单位")
TWO_BODIES = Words("the title names two bodies: which one sits", "职务名称涉及两个单位：以哪个入席")


@cache
def _titles() -> Titles:
    return Titles(shipped_bodies())


@dataclass(frozen=True)
class Place:
    """Where and when a notice was issued: a division (济南市) or the centre (国务院).

    `whole` names the superiors too, where the notice does: 北京市朝阳区 for 朝阳区.
    """

    name: str | None = None
    whole: str | None = None
    day: dt.date | None = None

    def read(self, title: str) -> tuple[Post, ...] | None:
        """The posts of a title beside this place; None where no rule or no table covers it."""
        places, centre = shipped_places(), self.name == "国务院"
        found = places.beginning(self.whole or "", self.day, None)
        division = found if found and found.name == self.name else None
        setting = Setting(self.day, division, "central" if centre else "other")
        own = units.Body(places.centre) if centre else None
        try:
            return _titles().read(title, own, setting)
        except NotRead:
            return None

    def of_level(self, level: str) -> str | None:
        """The division if it is of that level: a bare 副市长 of a provincial notice is nobody's."""
        return self.name if self.name and self.name.endswith(level) else None


@dataclass(frozen=True)
class Body:
    """The body of a title, None where no words name it, with what is doubtful about it."""

    unit: str | None
    check: Words = NOTHING


@lru_cache(maxsize=16384)
def offices_of(title: str) -> tuple[Office, ...] | None:
    """The offices of a title by the rules of graph/offices/grammar.py, its field of work left out."""
    bare = bare_name(_TOPIC.sub("", title)).strip(" 、，,")
    whole = 0 < len(bare) <= LONGEST and balanced(title)
    return read_offices(re.sub(r"\s+", "、", bare)) if whole else None


def is_title(text: str) -> bool:
    """Whether the words are a title, one or compound, of one post."""
    return (
        not several(text)
        and balanced(text)
        and (offices_of(text) is not None or bool(_MORE.fullmatch(closed(text))))
    )


def has_body(text: str) -> bool:
    """Whether a title names its body: 建设集团有限公司董事长."""
    offices = offices_of(text)
    return bool(offices and offices[0].body and offices[0].seat not in _OF_PLACES)


def names_body(text: str) -> bool:
    """Whether a title begins with a body or a place: 泽州县副县长, 市公安局副局长."""
    offices = offices_of(text)
    return bool(offices and offices[0].body)


def bodiless(text: str) -> bool:
    """Whether a title is the bare end of one: 总经理, 副主任; 市长 and 省长 are whole titles."""
    offices = offices_of(text)
    return bool(offices and len(offices) == 1 and not offices[0].body) and not any(
        office.seat in _OF_PLACES for office in offices or ()
    )


def cut_off(text: str) -> bool:
    """Whether a title can be the end of a longer one: 主任, 会主任 of 人大常委会主任."""
    offices = offices_of(text)
    return bodiless(text) or bool(offices and len(offices[0].body) == 1)


def title_like(text: str) -> bool:
    """Whether words end as a title does, though no rule reads the whole."""
    return 2 <= len(text) <= LONGEST and balanced(text) and bool(HEAD_END.search(bare_name(text)))


def body_of(title: str, place: Place) -> Body:
    """The body that a title names, by the one reading of titles; as printed where no table knows it.

    A division bears its name, an agency the words of the notice. A bare 市长 is of the issuer's place.
    """
    offices = offices_of(title)
    if offices is None:
        return _guessed(title)
    posts = place.read("、".join(office.text for office in offices))
    if posts is None:
        return _printed(offices, title, place)
    units = [_unit(post, title, place) for post in posts]
    unit = units[posts.index(seat_of(posts, None))]
    if unit and "政府党组" in title:
        return Body(unit, PARTY_GROUP)
    others = {u for u, post in zip(units, posts, strict=True) if not _passing(post)}
    two = (
        TWO_BODIES if (len(others - {unit, None}) or _HELD_TOO.search(title)) and unit else NOTHING
    )
    if unit and any(post.division for post in posts) and _ELIDED.fullmatch(unit):
        return Body(unit, two or ELIDED)
    return Body(unit and _plated(_whole(unit, title) or unit, title), two)


def _passing(post: Post) -> bool:
    """A seat on a committee, or in a body of the kind that this project collects: 亚运会组委会."""
    return post.mode is Mode.COLLEGIAL or bool(GROUP_BODY.search(post.named))


def _whole(unit: str | None, title: str) -> str | None:
    """市教育局 of 市教育局长, where one character ends the body and begins the office."""
    after = title.partition(unit or "长")[2]
    ended = unit and re.match("[局厅部院]长", after) and not is_unit(unit)
    return f"{unit}{after[0]}" if ended else unit


def _unit(post: Post, title: str, place: Place) -> str | None:
    """How a draft writes the body of a post: 主要负责人 of a government leaves that as printed."""
    division = post.division
    if division is None or post.mode is Mode.OTHER or _LEADERS.search(post.title):
        return post.named or None
    if division.code == CENTRE:
        return "国务院" if "国务院" in title or place.name == "国务院" else None
    if not post.named and place.name != division.name and division.name not in title:
        return None
    if post.named.startswith(division.short) and post.named.endswith("州"):
        return post.named
    return division.name if post.named or post.branch == "government" else None


def _plated(unit: str, title: str) -> str:
    """市委办公厅（市档案局）: a body with the second name that the title gives it in brackets."""
    match = _PLATE.match(title.partition(unit)[2])
    return unit + match[0] if match and is_unit(match[1]) else unit


def _guessed(title: str) -> Body:
    """A title that no rule reads: the longest beginning that is a body's name."""
    cuts = range(len(title) - 1, 1, -1)
    return Body(next((title[:cut] for cut in cuts if is_unit(title[:cut])), None), NO_RULE)


def _of_level(word: str) -> bool:
    """省委: of whichever province the notice is."""
    return is_level(word.removesuffix("委"))


def _printed(offices: Sequence[Office], title: str, place: Place) -> Body:
    """The words of the last office that names a body, where the tables know none of that name."""
    words = [word for office in offices if (word := named(office))]
    last = offices[-1]
    bare = last.seat is Seat.GOVERNMENT and not last.body and all(map(_of_level, words))
    unit = last.ends if bare or not words else words[-1]
    if is_level(unit):
        return Body(place.of_level(unit), LEADER if words and not bare else NOTHING)
    return (
        Body(_plated(unit, title), NOTHING if is_unit(unit) else NO_TABLE) if words else Body(None)
    )
