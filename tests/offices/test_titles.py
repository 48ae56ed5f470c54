"""One understanding of a title: each gives the same body, post, mode, branch and rank through every door."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from graph.ask.suppose import suppose_chair
from graph.connection import Database
from graph.core.errors import InputError
from graph.offices.agencies import Agencies
from graph.offices.bodies import Bodies, Setting
from graph.offices.central import Central
from graph.offices.divisions import Places
from graph.offices.errors import NotUnderstood, Unresolved
from graph.offices.post import seat_of
from graph.offices.ranks import Mode
from graph.offices.read import Titles
from loaders.units.shipped import shipped_bodies, shipped_places
from tests.offices import doors
from tests.offices.titles import Answer, Title, titles

UNDERSTOOD = [one for one in titles() if one.posts is not None and not one.township]
NOTHING = [one for one in titles() if one.posts is None]
TOWNSHIPS = [one for one in titles() if one.township]
EVE = dt.date(2018, 12, 25)


def test_the_titles_are_of_every_branch_and_level() -> None:
    posts = [post for one in titles() for post in one.posts or ()]
    assert len(UNDERSTOOD) >= 60 and sum(one.house for one in titles()) == 12
    branches = {"government", "party", "congress", "cppcc", "court", "procuratorate", "military",
                "mass_organisation", "enterprise"}  # fmt: skip
    assert {post["branch"] for post in posts} == branches
    assert {post["mode"] for post in posts} == {str(mode) for mode in Mode}
    assert {post["rank"] for post in posts} == {None, *range(1, 11)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, doors.Answers | None]:
    """What folders of CSV give: `S` titles alone, `N` with the unit that a notice prints."""
    found: dict[str, doors.Answers | None] = {}
    for day, rows in doors.by_day(UNDERSTOOD).items():
        asked = [(f"S{titles().index(one)}", one, "") for one in rows]
        asked += [(f"N{titles().index(one)}", one, doors.printed(one)) for one in rows]
        folder = tmp_path_factory.mktemp("titles") / day.isoformat()
        answer = doors.loaded_rows(doors.tables(folder, asked))
        found |= {key: answer(key, one) for key, one, _ in asked}
    return found


@pytest.mark.parametrize("title", UNDERSTOOD, ids=lambda title: title.id)
@pytest.mark.parametrize("door", ["suppose", "spreadsheet", "notice"])
def test_a_title_is_understood_alike_through_every_door(
    door: str, title: Title, loaded: Database, files: dict[str, doors.Answers | None]
) -> None:  # fmt: skip
    number = titles().index(title)
    answers = {
        "suppose": lambda: doors.supposed(loaded, title),
        "spreadsheet": lambda: files[f"S{number}"],
        "notice": lambda: files[f"N{number}"],
    }[door]()
    assert answers is not None
    assert title.misses(*answers, in_graph=door == "suppose") == []


@pytest.mark.parametrize("title", NOTHING, ids=lambda title: title.id)
def test_what_must_not_be_understood_is_not(title: Title, loaded: Database, tmp_path: Path) -> None:
    assert doors.supposed(loaded, title) is None
    for key, unit in (("S1", ""), ("N1", doors.printed(title))):
        seats, told = doors.not_understood(doors.tables(tmp_path / key, [(key, title, unit)]))
        assert not any(seat.keys() & {"post", "unit"} for (group) in seats for seat in group)
        assert title.text in told or "does not exist on" in told


@pytest.mark.parametrize("title", TOWNSHIPS, ids=lambda title: title.id)
def test_a_township_is_of_no_table_and_kept_by_name(title: Title, tmp_path: Path) -> None:
    """Tables of divisions end at counties: the file doors cannot resolve it, and say that."""
    (seats,), told = doors.not_understood(doors.tables(tmp_path / "t", [("S1", title, "")]))
    assert [seat["title"] for seat in seats] == [title.text] and "township" in told
    (right,) = title.posts or ()
    assert doors.printed(title).removesuffix("办事处") == right["body"]


@pytest.mark.parametrize("title", TOWNSHIPS, ids=lambda title: title.id)
def test_where_a_table_holds_the_township_the_title_is_understood(title: Title) -> None:
    (right,) = title.posts or ()
    county = shipped_places().coded(title.code, None, title.day)
    assert county is not None
    town = replace(
        county, uid="div:town", code=f"{title.code}001", name=right["body"], level="Township",
        short=right["body"][:-1], rank=right["rank"],
    )  # fmt: skip
    above = list(shipped_places().above(county, title.day))
    ties = [(town.uid, county.uid, county.period)]
    places = Places.of([town, *above, shipped_places().centre], ties)
    reader = Titles(Bodies(places, Agencies(places, Central.of({}))))
    posts = reader.read(title.text, None, Setting(title.day, county, "county"))
    one = posts[0]
    answer = Answer(one.body.name, str(one.mode), one.branch, one.whole_rank)
    assert title.misses(0, [answer]) == []


@pytest.mark.parametrize(
    ("text", "unit", "mode", "branch"),
    [
        ("济南市市长", "济南市", "HEAD", "government"),
        ("济南市长", "济南市", "HEAD", "government"),
        ("济南市常务副市长", "济南市", "DEPUTY_HEAD", "government"),
        ("山东省副省长", "山东省", "DEPUTY_HEAD", "government"),
        ("微山县县长", "微山县", "HEAD", "government"),
        ("北京市委书记", "北京市", "HEAD", "party"),
        ("山东省委副书记", "山东省", "DEPUTY_HEAD", "party"),
        ("广东省委常委", "广东省", "COLLEGIAL", "party"),
        ("内蒙古自治区主席", "内蒙古自治区", "HEAD", "government"),
        ("内蒙古自治区党委书记", "内蒙古自治区", "HEAD", "party"),
        ("香港特别行政区行政长官", "香港特别行政区", "HEAD", "government"),
        ("济南市委秘书长", "中共济南市委办公厅", "OTHER", "party"),
        ("国务院总理", "中华人民共和国", "HEAD", "government"),
        ("国务院副总理", "中华人民共和国", "DEPUTY_HEAD", "government"),
        ("中共中央总书记", "中华人民共和国", "HEAD", "party"),
    ],
)
def test_a_title_that_names_its_place_needs_none_beside_it(
    text: str, unit: str, mode: str, branch: str
) -> None:
    (post,) = Titles(shipped_bodies()).read(text, None, Setting(EVE, None, "other"))
    assert (post.body.name, str(post.mode), post.branch) == (unit, mode, branch)


@pytest.mark.parametrize("text", ["", "市长", "济南市", "大法师", "秘书长", "Mayor"])
def test_what_no_rule_covers_is_not_guessed(text: str) -> None:
    with pytest.raises((NotUnderstood, Unresolved)):
        Titles(shipped_bodies()).read(text, None, Setting(EVE, None, "other"))


@pytest.mark.parametrize(
    ("title", "place", "bodies", "seat"),
    [
        ("广州市委常委、常务副市长", "广东省", ["广州市", "广州市"], 1),
        ("建阳市委常委、常务副市长", "南平市", ["建阳市", "建阳市"], 1),
        ("省委常委、副市长", "济南市", ["山东省", "济南市"], 1),
        ("省水利厅副厅长、总工程师", "山东省", ["山东省水利厅", "山东省水利厅"], 0),
        ("自治区工商联党组书记、主席", "宁夏回族自治区", ["宁夏回族自治区工商联"] * 2, 1),
    ],
)
def test_a_bare_office_follows_the_body_named_before_it(
    title: str, place: str, bodies: list[str], seat: int
) -> None:
    day = dt.date(2012, 6, 1)
    division = shipped_places().named(place, day)
    posts = Titles(shipped_bodies()).read(title, None, Setting(day, division, "other"))
    assert [post.body.name for post in posts] == bodies
    assert posts.index(seat_of(posts, division)) == seat


def test_a_supposed_chair_of_an_agency_that_the_graph_lacks_is_named(loaded: Database) -> None:
    with pytest.raises(InputError, match="DEPT_HEAD of 济南市财政局, and the graph holds no such"):
        suppose_chair(loaded, "济南市财政局局长", EVE)
    assert suppose_chair(loaded, "财政部部长", EVE)["unit"] == "agency:财政部"


def test_a_supposed_title_without_a_place_is_of_the_place_of_the_group(loaded: Database) -> None:
    made = suppose_chair(loaded, "省长", EVE, "group:gd-gba-lsg")
    assert made == {"post": "post:广东省省长", "title": "广东省省长"}
    with pytest.raises(InputError, match="is not understood"):
        suppose_chair(loaded, "省长", EVE)
