"""The shipped groups: all bodies, all sources, nothing invented, nothing derived called stated."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest
from ruamel.yaml import YAML

from graph.offices.ranks import Mode
from loaders.groups.read import shipped_files
from tests.loaders.groups_for_tests import seat, seats_of, shipped, tenure

BODIES = [
    "sd-xiaoqing-river", "weishan-lake-tourism", "jining-weishan-lake-tourism-dev", "jinan-laiwu",
    "bth-air-lsg", "jjj-coordinated-development", "sc-western-development",
    "sc-northeast-revitalisation", "west-two-basics-2004", "gba-lsg", "gd-gba-lsg",
    "yrd-integration-lsg", "yangtze-economic-belt", "hainan-reform-opening", "central-hkmo",
    "climate-energy-saving", "poverty-alleviation", "central-deep-reform", "central-cyber",
    "central-covid", "yrd-air-coop", "cy-joint-conference", "hzmb-task-force",
    "central-rise-joint-meeting", "taihu-yangtze-estuary-lsg", "taihu-lake-chiefs",
    "sc-chengdemeizi", "hn-czt-lsg", "czt-secretaries", "guangfo", "guangfozhao", "jiaodong",
    "huaihai-core", "sd-yellow-river", "sd-river-chief", "ah-river-chief-2021", "xingning-2021",
    "a-jjj-air-cooperation",
]  # fmt: skip
"""The 37 bodies first gathered and the predecessor of 2013."""

GATHERED = [f"S{number:02}" for number in range(1, 52) if number != 6]
"""The sources of the first gathering; none had the number 6."""


def raw(section: str) -> Iterator[dict[str, object]]:
    for path in shipped_files():
        yield from YAML(typ="safe").load(path.read_text(encoding="utf-8")).get(section) or ()


def test_every_body_is_there_once() -> None:
    assert len(BODIES) == 38
    assert Counter(group.uid for group in shipped().groups) == Counter(
        f"group:{body}" for body in BODIES
    )


def test_the_files_hold_no_doubts() -> None:
    assert shipped().warnings == ()


def test_every_gathered_source_is_kept_and_used() -> None:
    known = set(shipped().sources)
    assert known >= {*GATHERED, "A04", "A74", "A136", "A137", "A138"}
    data = shipped()
    rows = (data.agencies, data.tenures, data.documents, data.groups, data.seats, data.events,
            data.notes)  # fmt: skip
    kinds = ("sources", "from_sources", "to_sources")
    used = {uid for section in rows for row in section for kind in kinds
            for uid in getattr(row, kind, ())}  # fmt: skip
    assert used == known
    assert all(row.sources for section in rows for row in section)


def test_addresses_are_kept_as_data() -> None:
    without = {uid for uid, source in shipped().sources.items() if source.url is None}
    assert without == {"S47", "PR472", "N2003", "N2008", "N2008B", "N2018", "N2018B", "N2013"}
    assert all(source.licence for source in shipped().sources.values())


def test_ranks_are_derived_or_overrides_and_never_called_stated() -> None:
    data = shipped()
    bases = {post.rank_basis for post in data.posts} | {row.rank_basis for row in data.agencies}
    assert bases == {"derived", "override", None}
    given = {str(post["uid"]) for post in raw("posts") if "rank" in post}
    assert given == {post.uid for post in data.posts if post.rank_basis == "override"}
    assert all((post.rank is None) == (post.rank_basis is None) for post in data.posts)
    assert all(row.rank_reason for row in data.agencies if row.rank_basis == "override")


def test_an_end_that_no_file_gives_is_not_called_stated() -> None:
    given = sum("to" in row for group in raw("groups") for row in group.get("seats") or ())  # type: ignore[attr-defined]
    assert sum(row.end_basis == "stated" for row in shipped().seats) == given
    derived = [row for row in shipped().tenures if row.derived]
    assert derived and all(row.end_basis in ("derived", "unknown") for row in derived)
    assert all(
        row.period.start_edtf is None or row.period.start_edtf.startswith("[..") for row in derived
    )


def test_types_of_the_paper_are_unknown_and_its_cases_marked() -> None:
    groups = shipped().groups
    assert {group.type_in_paper for group in groups} == {None}
    assert {group.uid.removeprefix("group:") for group in groups if group.in_paper} == {
        "sd-xiaoqing-river", "weishan-lake-tourism", "jinan-laiwu",
    }  # fmt: skip
    assert [group.uid for group in groups if group.in_paper is None] == [
        "group:jining-weishan-lake-tourism-dev"
    ]


@pytest.mark.parametrize(
    "body",
    ["sd-xiaoqing-river", "weishan-lake-tourism", "jinan-laiwu", "hn-czt-lsg", "taihu-lake-chiefs",
     "taihu-yangtze-estuary-lsg"],
)  # fmt: skip
def test_an_unknown_chair_stays_unknown(body: str) -> None:
    seats = seats_of(shipped(), f"group:{body}")
    assert not [row for row in seats if row.role in ("chair", "deputy_chair")]


@pytest.mark.parametrize(
    "body",
    ["sd-xiaoqing-river", "weishan-lake-tourism", "hn-czt-lsg", "jjj-coordinated-development",
     "yrd-integration-lsg", "hainan-reform-opening"],
)  # fmt: skip
def test_addressees_and_scopes_are_no_members(body: str) -> None:
    assert not [row for row in seats_of(shipped(), f"group:{body}") if row.role == "member"]
    assert [note for note in shipped().notes if note.group == f"group:{body}"]


def test_the_undated_bodies() -> None:
    undated = {
        group.uid.removeprefix("group:") for group in shipped().groups if not group.last_documented
    }
    assert undated == {
        "sd-xiaoqing-river", "weishan-lake-tourism", "jining-weishan-lake-tourism-dev",
        "taihu-yangtze-estuary-lsg", "guangfozhao",
    }  # fmt: skip


def test_jinan_laiwu() -> None:
    data = shipped()
    (group,) = [row for row in data.groups if row.uid == "group:jinan-laiwu"]
    seats = list(seats_of(data, group.uid))
    assert [row.unit for row in seats] == ["div:370100:济南市:2", "div:371200:莱芜市"]
    assert {row.end_basis for row in seats} == {"unknown"}
    assert (group.roster, group.leadership, group.period.end_edtf) == ("complete", "unknown", None)
    assert group.last_documented == dt.date(2017, 2, 13)


def test_the_air_body_of_2013_and_its_successor() -> None:
    groups = {row.uid: row for row in shipped().groups}
    first, second = groups["group:a-jjj-air-cooperation"], groups["group:bth-air-lsg"]
    assert first.succeeded_by == (second.uid,)
    assert (first.period.end_edtf, second.period.start_edtf) == ("2018-07-03", "2018-07-03")
    assert (first.last_documented, second.last_documented) == (
        dt.date(2018, 7, 2), dt.date(2018, 7, 12),
    )  # fmt: skip
    members = [row for row in seats_of(shipped(), first.uid) if row.role == "member"]
    assert len([row for row in members if str(row.unit).startswith("div:")]) == 7
    assert len(members) == 15
    issuers = {row.uid: row.issuers for row in shipped().documents}
    assert issuers[first.established_by[0]] == ("div:100000:中华人民共和国",)
    assert issuers[first.established_by[1]] == ("agency:环境保护部",)
    assert issuers[second.established_by[0]] == ("agency:100000:国务院办公厅",)


def test_two_people_of_one_name() -> None:
    data = shipped()
    assert [row.uid for row in data.persons if row.name == "刘伟"] == [
        "person:刘伟@财政部", "person:刘伟@河南省",
    ]  # fmt: skip
    assert seat(data, "bth-air-lsg", "member", "刘伟@财政部").post == "post:财政部副部长"
    assert seat(data, "bth-air-lsg", "member", "刘伟@河南省").post == "post:河南省副省长"


def test_compound_titles_seat_the_head_post_of_another_government() -> None:
    data = shipped()
    assert seat(data, "gd-gba-lsg", "deputy_chair", "林克庆").post == "post:广州市委书记"
    assert tenure(data, "林克庆", "广东省政协主席").end_basis == "unknown"
    assert seat(data, "gd-gba-lsg", "deputy_chair", "孟凡利").post == "post:深圳市委书记"
    assert seat(data, "sc-chengdemeizi", "chair", "范锐平").post == "post:成都市委书记"
    assert tenure(data, "范锐平", "四川省委常委").sources == ("S35",)
    assert seat(data, "ah-river-chief-2021", "member", "虞爱华").post == "post:合肥市委书记"


def test_ranks_of_posts_by_rule() -> None:
    posts = {post.uid.removeprefix("post:"): post for post in shipped().posts}
    ranks = {
        "中共中央总书记": 10, "国务院总理": 10, "国务院副总理": 9, "中央政治局常委": 10,
        "中央政治局委员": 9, "生态环境部部长": 8, "财政部副部长": 7, "国家能源局局长": 7,
        "中国气象局局长": None, "国务院副秘书长": None, "河北省省长": 8, "广州市市长": 7,
        "佛山市市长": 6, "四川省委常委": 7, "兴宁市市长": 4, "兴宁市政府办公室主任": 2,
        "香港特别行政区行政长官": None, "全国政协副主席": 9, "财政部部长助理": None,
    }  # fmt: skip
    assert {name: posts[name].rank for name in ranks} == ranks
    assert posts["国务院副秘书长"].mode is Mode.OTHER
    assert posts["全国政协副主席"].unit == "agency:全国政协"


def test_names_without_posts_are_kept_as_seats_of_nobody() -> None:
    seats = list(seats_of(shipped(), "group:poverty-alleviation"))
    nameless = [row for row in seats if row.post is None]
    assert len(nameless) == 10 and all(row.person and row.unit is None for row in nameless)


def test_ministries_end_where_their_successor_starts() -> None:
    agencies = {row.uid: row for row in shipped().agencies}
    old, new = agencies["agency:环境保护部"], agencies["agency:生态环境部"]
    assert (old.period.end_edtf, old.period.end.day) == ("2018-03", new.period.start.day)


def test_ties_say_who_leads_and_stay_unknown_where_no_source_does() -> None:
    ties = {tie.start: (str(tie.type), tie.end) for tie in shipped().ties}
    assert ties["agency:水利部太湖流域管理局"] == ("LED_BY", "agency:水利部")
    assert ties["agency:国家能源局"] == ("LED_BY", "agency:国家发展和改革委员会")
    assert ties["agency:财政部"] == ("DEPARTMENT_OF", "div:100000:中华人民共和国")
    assert not {"agency:香港中联办", "agency:澳门中联办"} & set(ties)


def test_general_offices_are_marked() -> None:
    offices = {row.uid for row in shipped().agencies if row.general_office}
    assert "agency:100000:国务院办公厅" in offices
    assert all("办公" in uid for uid in offices)
