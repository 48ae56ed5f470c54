"""Words of titles that decide whose office it is: party groups, posted teams, inner bodies, the corps."""

from __future__ import annotations

import re

from graph.offices.bodies import Body
from graph.offices.body_words import words
from graph.offices.central import held
from graph.offices.divisions import CENTRE, Division
from graph.offices.grammar import Office, Seat
from graph.offices.names import LEVEL
from graph.offices.words import CHIEFS, bare_name

PARTY_GROUP = re.compile(r"(?P<whose>.*?)(?:机关)?(?:党组|党委|党总支|党支部|支部|书记处)")
OWN_PARTY = re.compile(r"(?:机关)?(?:党组|党委|分党组)(?:会)?")
"""The party group or committee of a body, without the body's name."""
DISCIPLINE = re.compile(r"纪委|纪检组|纪工委")
"""A commission for discipline; beside an agency it is that agency's own."""
LEADS_A_TEAM = re.compile(rf"(?:{CHIEFS})$|组长|总指挥|指挥长|指挥|召集人")
NAMED_BODY = re.compile(r"[省市区县州旗].*?[局厅委](?=纪检|监察)")
POSTED = re.compile(
    r"(?P<who>.*?(?:纪委监委|纪委|监委))?(?:派驻|派出|驻)?(?P<at>.*?)(?:纪检监察|纪检|监察)组?"
)
"""A team that a discipline commission posts at a body (派驻纪检监察组), without its last word."""
GROUP_BODY = re.compile(
    r"(?:组委会|组织委员会|领导小组|协调小组|工作小组|工作专班|指挥部|联席会议)$"
)
"""A body of the kind that this project collects: a seat in it does not count as a post of a unit."""
OF_AN_ARMY = re.compile("(?:政治|后勤|司令|参谋|保障|装备|联勤|动员|政治工作)部")
"""Parts of a command of the army beside the title."""
OWN_OFFICE = re.compile(rf"{GROUP_BODY.pattern[:-1]}办公室")
"""The office of the group itself (领导小组办公室): a seat in it is a role in the group."""
HEADQUARTERS = re.compile(
    rf"(?:{LEVEL}|.+?[省市区县州旗盟]|中国|国家|中央|中[铁交建冶]|.*援).*"
    r"(?:指挥部|(?:工作|联络|巡视|督查|督导)组)"
)
"""A headquarters with the name of its level, place or firm: who commands it sits in it."""
OTHER_PARTIES = re.compile(r"(?<!人)民[革盟建进]|农工党|致公党|九三学社|台盟")
"""The eight other parties (民主党派): no branch of the form is theirs."""
GENERAL_OFFICES = ("办公厅", "办公室")
"""A general office without its government: it is that of the one beside it."""
BOARDS = ("检察委员会", "审判委员会", "检委会", "审委会", "机关党委")
PARTS_OF_A_BODY = (*GENERAL_OFFICES, *BOARDS)
"""Parts of the body that the office before names, as 检察委员会 after 市检察院."""
INNER = re.compile(
    rf"管委会|党工委|工委|{'|'.join(BOARDS)}|董事会|监事会|校务委员会|机关工会|团委|工会|妇委会|政治部|政治处|办公室|"
    r"(?:地区|市场|区域|区划|[^省市区县州旗])*(?:[处科股]|(?<!办公)室|公安分局|支队|大队|派出所)"
)
"""Bodies that are parts of the one beside the title."""
INSTITUTION = re.compile(
    r"(?:大学|学院|集团|公司|医院|电视台|总工会|妇联|科协|报社|石油管理局|[厂矿])$"
)
"""Bodies whose parts bear any name: a 宣传部 or 研究生院 beside a university is the university's."""
PART_OF_INSTITUTION = re.compile(
    r"(?!.*(?:大学|公司)$)(?:市场|区域|[^省市区县州旗中国]){2,}(?:[部院系所馆处队]|中心)"
)
HAS_A_CHAIR = ("会", "协", "联", "盟", "军委", "政协", "总社")
"""How bodies end that a 主席 leads; a bureau or an office has none."""
LIKE_A_BODY = re.compile(
    r"[部委局厅署办室会院处司科股所站心队社校馆台行区园厂矿联协组府庭关段场库军学大盟省市县州旗镇乡师中小公系]$"
    r"|公署$|防总$|集团$|街道$|兵团$|[一二三四五六七八九十\d]团$|讲师团$"
)
ASSISTS_A_GOVERNMENT = re.compile("[省市区县州旗盟]长助理")
_COMMITTEE_OF_ZONE = re.compile("(?:党)?工委$")
GRADE = re.compile("[正副]?[省部司厅局县处科]{1,2}级")
"""A grade before an office (司局级巡视员): no body."""
GRADE_AT_END = re.compile(f"(?<=[局厅委部署办])(?:{GRADE.pattern})$")
_PARTS = re.compile(
    r"(?:党组|党委|党工委|党总支|党支部|纪检监察|纪检|书记处|党务)$|(?:有关|相关|分管|主要)$"
)
"""Parts of a body, and words before a leader, that no name of a body ends in."""
_CORPS = re.compile(r"生产建设兵团$|^兵团$|第[一二三四五六七八九十]+师$")


def of_the_same_body(office: Office, own: Body | None) -> bool:
    """Whether 党委书记 beside 省公安厅厅长 must be of that agency, not of the province beside it."""
    division = own is not None and own.agency is None and not own.name.endswith("自治区")
    return division and bool(OWN_PARTY.fullmatch(office.body))


def named(office: Office) -> str:
    """The words of an office that name its body: 市财政局 of 市财政局党组 and of 市财政局纪检组."""
    return _PARTS.sub("", _PARTS.sub("", office.body))


def of_the_government(office: Office) -> bool:
    """Whether an office without a body is of a government's, and cannot be of an agency: 副市长, 市长助理."""
    assists = ASSISTS_A_GOVERNMENT.fullmatch(office.word) is not None
    return not office.body and (assists or (office.seat is Seat.GOVERNMENT))


def follows(office: Office, last: Body) -> bool:
    """Whether an office without a body may be of the body named before it, rather than of the place."""
    if last.agency is None:
        return office.seat is Seat.GOVERNMENT or (last.party and office.word == "秘书长")
    return office.seat in (Seat.ANY, Seat.PARTY, Seat.CHAIR, Seat.STAFF)


def of_its_own(name: str, own: Body) -> bool:
    """Whether 纪委 beside an agency is that agency's own commission, and not the agency itself."""
    return bool(DISCIPLINE.fullmatch(name)) and not bare_name(own.name).endswith(name)


def is_corps(body: Body) -> bool:
    """The Xinjiang corps (兵团) or one of its divisions (师): party, government and army in one."""
    return body.agency is not None and bool(_CORPS.search(bare_name(body.name)))


def is_short_for(name: str, own: Body) -> bool:
    """Whether a name inside a title shortens the agency beside it: 长江委 of 水利部长江水利委员会."""
    if bare_name(own.name).endswith(name):
        return True
    least = 2 if name.endswith("委") else 3
    if own.agency is None or own.division.code != CENTRE or len(name) < least:
        return False
    key, full = words().key(name), words().key(bare_name(own.name))
    return not INNER.fullmatch(name) and held(key, full)


def part_of_institution(name: str, own: Body) -> bool:
    """Whether a name without a place is that of a part of the university or firm beside it."""
    whole = INSTITUTION.search(bare_name(own.name))
    return whole is not None and PART_OF_INSTITUTION.fullmatch(name) is not None


def part_of_group(name: str, own: Body) -> bool:
    """Whether a name begins with the kind of the group beside it: 指挥部办公室 of 市防汛抗旱指挥部."""
    return without_kind(name, own) != name


def of_the_zone(name: str, own: Body | None) -> str | None:
    """雄安新区管委会 of 管委会 beside 雄安新区党工委."""
    if name != "管委会" or own is None or own.agency is None:
        return None
    zone = _COMMITTEE_OF_ZONE.sub("", own.name)
    return zone + name if zone != own.name else None


def without_kind(name: str, own: Body) -> str:
    """A name without the kind of the group beside it."""
    kind = GROUP_BODY.search(bare_name(own.name))
    return name.removeprefix(kind[0]) if kind else name


def is_level(text: str) -> bool:
    """Whether a text is the word of a level and no name."""
    return re.fullmatch(f"{LEVEL}|行署|镇|乡", text) is not None


def ends_as(division: Division, ends: str) -> bool:
    """Whether a division's name ends as its head's word begins; 区长 is of no 自治区."""
    region = ends == "区" and division.name.endswith(("自治区", "行政区"))
    return division.name.endswith(ends) and not region
