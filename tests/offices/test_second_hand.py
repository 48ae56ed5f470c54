"""Titles that a second hand wrote without having seen the rules, and that were first misread or refused."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.offices.bodies import NO_SINGLE_BODY, Body, Setting
from graph.offices.errors import Unresolved
from graph.offices.read import Titles
from loaders.units.shipped import shipped_bodies, shipped_places


def bodies_of(title: str, code: str, day: dt.date) -> list[str]:
    """The uids or codes of the bodies of a title's posts, in a group of the place."""
    division = shipped_places().by_code[code][-1]
    posts = Titles(shipped_bodies()).read(title, Body(division), Setting(day, division, "other"))
    return [post.body.ref for post in posts]


@pytest.mark.parametrize(
    ("title", "code", "year", "body"),
    [
        (
            "省委常委、雄安新区党工委书记、管委会主任",
            "130000",
            2021,
            "agency:130000:河北省雄安新区管委会",
        ),
        ("开发区党工委书记、管委会主任", "330100", 2021, "agency:330100:杭州市开发区管委会"),
        ("地区妇联主任", "522400", 1990, "agency:522400:毕节地区妇联"),
        ("地委政策研究室主任", "522400", 1990, "agency:522400:毕节地委政策研究室"),
        (
            "黄委会黄河上中游管理局局长",
            "150000",
            2019,
            "agency:水利部黄河水利委员会黄河上中游管理局",
        ),
        ("水利部黄委副主任", "410000", 2019, "agency:水利部黄河水利委员会"),
        ("特区法院副院长", "520203", 2012, "agency:520203:六枝特区法院"),
        ("国家文物局司局级巡视员", "410300", 2019, "agency:国家文物局"),
    ],
)
def test_the_body_of_the_last_office(title: str, code: str, year: int, body: str) -> None:
    assert bodies_of(title, code, dt.date(year, 1, 1))[-1] == body


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("大理市、洱源县", NO_SINGLE_BODY),
        ("谷营镇姚寨村", "townships are not in the table of divisions"),
        ("博鳌镇委", "townships are not in the table of divisions"),
    ],
)
def test_two_divisions_and_villages_are_no_body(name: str, why: str) -> None:
    setting = Setting(dt.date(2015, 1, 1), shipped_places().by_code["410225"][-1], "other")
    with pytest.raises(Unresolved) as refused:
        shipped_bodies().find(name, setting, agency_of="410225")
    assert str(refused.value) == why
