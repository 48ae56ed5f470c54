"""Titles (职务) in a roster: whether words are one, and which body they name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.offices.grammar import Office, Seat, read_offices
from graph.offices.ranks import COMMANDING, Mode
from loaders.notices.words.bodies import is_unit, levelled, several
from loaders.notices.words.names import HEAD_END, PLACES, Name, name_kind
from loaders.notices.words.text import closed

LONGEST = 60
_TOPIC = re.compile(
    r"(?:分管|协管|主管|协助分管|负责|协调|联系)[^；;]{1,40}?的"
    r"|(?:分管|协管|主管)[^，,；;长任记导]{1,30}?(?=副?[省市县区州旗镇乡]长)"
)
_PARTY_GROUP = re.compile(
    r"(?:党组|党委|党工委|党总支|党支部|纪检监察|纪检|书记处|党务)$|(?:有关|相关|分管|主要)$"
)
_COMMITTEE = re.compile(r"(?!团)(?:中共)?(?P<place>.*?[省市县区州盟旗镇乡]|.*自治区党)委(?:员会)?")
_GOVERNMENT = re.compile(r"(?P<place>.*?[省市县区州盟旗镇乡])(?:人民)?政府(?:党组)?")
_PASSING = re.compile(r"(?:组委会|筹委会|奥委会|领导小组|指挥部|联席会议)$")
_REMARK = re.compile(r"[（(][^（）()]*[)）]")
_MORE = re.compile(
    r"[\u3400-\u9fff（）()]{2,30}(?:干部|人选|院士|教授|研究员|工程师|秘书|科员|会计师|律师|法官|部长级|组员|首席[\u4e00-\u9fff]{2,4}"
    r"|人员|主席团成员|民警|教导员|指导员|政委|参谋|干事|督察长|督学|督查专员|专员|总督学|代表|调度长|书记员)"
)
_OF_PLACES = frozenset({Seat.GOVERNMENT, Seat.PARTY, Seat.CENTRE})
TWO_BODIES = "the title names two bodies: which one sits"


@dataclass(frozen=True)
class Place:
    """Where the notice comes from: its division (济南市) or the centre (国务院)."""

    name: str | None = None

    def of_level(self, level: str) -> str | None:
        """The division if it is of that level: a bare 副市长 of a provincial notice is nobody's."""
        return self.name if self.name and self.name.endswith(level) else None


@dataclass(frozen=True)
class Body:
    """The body of a title, None where no words name it, with what is doubtful about it."""

    unit: str | None
    check: str = ""


def offices_of(title: str) -> tuple[Office, ...] | None:
    """The offices of a title by the rules of graph/offices/grammar.py, its field of work left out."""
    bare = _REMARK.sub("", _TOPIC.sub("", title)).strip(" 、，,")
    return read_offices(re.sub(r"\s+", "、", bare)) if 0 < len(bare) <= LONGEST else None


def is_title(text: str) -> bool:
    """Whether the words are a title, one or compound, of one post."""
    return not several(text) and (
        offices_of(text) is not None or bool(_MORE.fullmatch(closed(text)))
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
    return 2 <= len(text) <= LONGEST and bool(HEAD_END.search(_REMARK.sub("", text)))


def body_of(title: str, place: Place) -> Body:
    """The body that a title names; a bare 市长 is of the issuer's place if that is a city."""
    offices = offices_of(title)
    if offices is None:
        return _guessed(title)
    units = _units(offices, place, title)
    chosen = _seat(offices)
    unit = units[chosen]
    if unit and re.search(r"政府党组$", offices[chosen].body):
        return Body(unit, "a post of the party group (党组): which body sits")
    if unit and (_nameless(offices[chosen], unit) or _person_before(unit)):
        return Body(unit, "a place without its level, or a person")
    if unit and len(unit) == 1:
        return Body(place.of_level(unit), "a leader (领导) whose post is not told")
    others = {
        u for u, o in zip(units, offices, strict=True)
        if u and o.mode is not Mode.COLLEGIAL and not _PASSING.search(o.body)
    }  # fmt: skip
    if len(others - {unit}) and unit:
        return Body(_plated(unit, title), TWO_BODIES)
    check = "the body is named without its level" if _levelless(unit, units) else ""
    return Body(unit and _plated(unit, title), check)


def _plated(unit: str, title: str) -> str:
    """市委办公厅（市档案局）: a body with the second name that the title gives it in brackets."""
    match = re.search(rf"{re.escape(unit)}([（(]([^（()）]+)[)）])", title)
    return unit + match[1] if match and is_unit(match[2]) else unit


def _nameless(office: Office, unit: str) -> bool:
    """济南副市长: the body of a government's office that is not called a city or a county."""
    return (
        office.seat is Seat.GOVERNMENT
        and unit[-1] not in "省市县区州盟旗镇乡"
        and not is_unit(unit)
    )


def _person_before(unit: str) -> bool:
    """周红波市 of 周红波市委副书记: three characters of a name and a level, and no known place."""
    name = unit[:-1]
    return (
        len(unit) == 4
        and unit[-1] in "省市县区州"
        and name not in PLACES
        and name_kind(name) is Name.SURE
    )


def _guessed(title: str) -> Body:
    """A title that no rule reads: the longest beginning that is a body's name."""
    for cut in range(len(title) - 1, 1, -1):
        if is_unit(title[:cut]):
            return Body(title[:cut], "the title is not one that the rules read")
    return Body(None, "the title is not one that the rules read")


def _units(offices: tuple[Office, ...], place: Place, title: str) -> list[str | None]:
    found: list[str | None] = []
    for office in offices:
        unit = _unit(office, place, title)
        own = bool(_PARTY_GROUP.sub("", office.body)) or office.seat is Seat.CENTRE
        found.append(unit if own or not any(found) else _inherited(office, found, unit))
    return found


def _inherited(office: Office, before: list[str | None], own: str | None) -> str | None:
    """A bare 副主任 is of the body named before it; a bare 副市长 of a place named before it."""
    last = next(unit for unit in reversed(before) if unit)
    if office.seat is not Seat.GOVERNMENT:
        return last
    return last if last.endswith(office.ends or "专") else own


def _seat(offices: tuple[Office, ...]) -> int:
    """Which of the offices sits: the last that commands, else the last."""
    commanding = [
        i for i, office in enumerate(offices)
        if office.mode in COMMANDING and not office.former and not _PASSING.search(office.body)
    ]  # fmt: skip
    return commanding[-1] if commanding else len(offices) - 1


def _unit(office: Office, place: Place, title: str) -> str | None:
    body = _PARTY_GROUP.sub("", _PARTY_GROUP.sub("", office.body))
    if office.seat is Seat.CENTRE:
        return "国务院" if "国务院" in title or place.name == "国务院" else None
    if office.seat is Seat.GOVERNMENT:
        return _government(office, body, place, title)
    if office.seat is Seat.PARTY and (committee := _COMMITTEE.fullmatch(body)):
        return _territory(committee["place"].removesuffix("党"), place) or body
    if office.seat is Seat.CHAIR and not body:
        return place.of_level("自治区")
    return body or None


def _government(office: Office, body: str, place: Place, title: str) -> str | None:
    level = office.ends
    if match := _GOVERNMENT.fullmatch(body):
        return _territory(match["place"], place) or body
    if not body:
        return place.of_level(level) if level != "专" else None
    if level != "专" and not body.endswith(level) and f"{body}{level}" in title:
        return f"{body}{level}"
    return _territory(body, place) or body


def _territory(name: str, place: Place) -> str | None:
    """市 of 市委 and 市政府 is the issuer's city; 济南市 is itself, 建阳市市委 is of 建阳市."""
    if len(name) > 2 and name[-1] == name[-2]:
        return name[:-1]
    return place.of_level(name) if len(name) == 1 else name


def _levelless(unit: str | None, units: list[str | None]) -> bool:
    """统战部 beside 省委常委: a body whose level stands in another part."""
    if unit is None or levelled(unit) or len(units) < 2:
        return False
    return len(unit) <= 5 and unit.endswith(("部", "局", "办", "委", "厅", "办公室"))
