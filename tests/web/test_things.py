"""A group, a person, a place: the page tells what the commands answer, and leads on."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Run
from tests.web.conftest import Client
from tests.web.tables import table

AIR = "/group/bth-air-lsg?as_of=2018-07-12"
EVE = "/group/jinan-laiwu?as_of=2018-12-25"


def test_the_roster_is_whole(inside: Client, run: Run) -> None:
    rows = run(
        "query", "run", "roster_of_group", "-p", "groups=group:bth-air-lsg", "-p", "as_of=2018-07-12",
        "--format", "json",
    ).rows  # fmt: skip
    _, shown = table(inside.get(f"{AIR}&lang=zh").text, "roster")
    assert [(row[1], row[2]) for row in shown] == [
        (row["name"] or "", row["title"] or "") for row in rows
    ]
    assert shown[0][-1].startswith("国办发〔2018〕54号")


def test_a_title_is_followed_by_its_english_words_in_english_alone(inside: Client) -> None:
    page = inside.get(AIR).text
    _, shown = table(page, "roster")
    assert shown[0][2] == "国务院副总理Vice-Premier of the State Council"
    assert "its unit is a member but not a government" in page
    _, chinese = table(inside.get(f"{AIR}&lang=zh").text, "roster")
    assert chinese[0][2] == "国务院副总理"


def test_the_members_are_those_of_the_command(inside: Client, run: Run) -> None:
    (answer,) = run(
        "authority", "group:bth-air-lsg", "--as-of", "2018-07-12", "--format", "json"
    ).rows
    _, shown = table(inside.get(f"{AIR}&lang=zh").text, "members")
    assert [(row[0], row[4]) for row in shown] == [
        (member["member_name"], f"{member['gap']:+d}") for member in answer["members"]
    ]


def test_the_gap_is_explained_step_by_step(inside: Client) -> None:
    page = " ".join(inside.get(AIR).text.split())
    assert page.count('<details class="evidence">') == 7
    assert "decides the rank, the command" in page
    assert "Beijing</bdi>: LINE, gap +2 (chair 10 − member 8)" in page


def test_a_chair_and_a_member_are_supposed(inside: Client) -> None:
    assert "UNKNOWN" in inside.get(EVE).text
    page = inside.get(f"{EVE}&suppose=济南市市长").text
    assert "Supposed, not documented. SELF_FORMING" in page
    after = "/group/jinan-laiwu?as_of=2018-12-26&suppose=济南市市长&member=370116"
    assert "Supposed, not documented. STRONG" in inside.get(after).text
    assert inside.get(f"{EVE}&suppose=大法师").status_code == 400


def test_the_days_of_change_lead_on(inside: Client) -> None:
    page = inside.get(f"{AIR}&basis=seat").text
    days = re.findall(r'<li><a href="(/group/bth-air-lsg\?[^"]+)"', page)
    assert len(days) >= 5 and all("basis=seat" in one for one in days)
    assert page.count('aria-current="date"') == 1
    assert inside.get(days[1].replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("/group/济莱协作区?as_of=2018-12-25", "/group/jinan-laiwu?as_of=2018-12-25"),
        ("/group/group:jinan-laiwu", "/group/jinan-laiwu"),
        ("/person/person:韩正", "/person/%E9%9F%A9%E6%AD%A3"),
        ("/place/财政部", "/place/agency:%E8%B4%A2%E6%94%BF%E9%83%A8"),
    ],
)
def test_a_name_leads_to_the_address_of_the_thing(inside: Client, typed: str, address: str) -> None:
    answer = inside.get(typed)
    assert (answer.status_code, answer.headers["location"]) == (303, address)
    assert inside.get(address).status_code == 200


def test_a_picture_runs_apart_from_the_application(inside: Client) -> None:
    for address in ("/group/bth-air-lsg/picture", "/person/韩正/picture"):
        answer = inside.get(address)
        policy = answer.headers["content-security-policy"]
        assert "sandbox" in policy and "allow-same-origin" not in policy
        assert "frame-ancestors 'self'" in policy
        assert '<base target="_blank">' in answer.text


@pytest.mark.parametrize("format", ["svg", "pdf", "png"])
def test_a_picture_is_a_figure(inside: Client, format: str) -> None:
    answer = inside.get(f"/group/jinan-laiwu/figure.{format}?as_of=2018-12-25")
    assert answer.status_code == 200 and len(answer.content) > 5000
    assert inside.get("/group/jinan-laiwu/figure.exe").status_code == 404


def test_a_person_has_seats_and_posts(inside: Client, run: Run) -> None:
    rows = run("chairs", "person", "韩正", "--format", "json").rows
    page = inside.get("/person/韩正").text
    _, seats = table(page, "seats")
    assert [row[0] for row in seats] == [row["group_name"] for row in rows]
    assert table(page, "posts")[1]
    assert inside.get("/person/nobody").status_code == 404


def test_a_place_has_groups_superiors_and_a_history(inside: Client) -> None:
    page = inside.get("/place/div:370000:山东省").text
    assert "group/jinan-laiwu" not in page or "济莱协作区" in page
    assert table(page, "groups")[1]
    laiwu = inside.get("/place/div:371200:莱芜市").text
    _, history = table(laiwu, "history")
    assert any("370100 济南市 (merge)" in row[-1] for row in history)
    later = inside.get("/place/div:371200:莱芜市?as_of=2019").text
    assert "was merged into 济南市" in later


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/group/bth-air-lsg?as_of=2013-01-01", "was not in force on 2013-01-01"),
        ("/group/济莱协做区", "Did you mean: 济莱协作区"),
        ("/group/领导小组", "names more than one group"),
        ("/group/jinan-laiwu?basis=rank", "Unknown basis"),
        ("/place/朝阳?as_of=2018", "names more than one place"),
    ],
)
def test_a_mistake_is_told(inside: Client, address: str, says: str) -> None:
    answer = inside.get(address)
    assert 400 <= answer.status_code < 500
    assert says in answer.text.replace("&#39;", "'")


def test_names_are_completed(inside: Client) -> None:
    assert 'value="济莱协作区建设领导小组"' in inside.get("/names?kind=Group&text=济莱").text
    assert 'value="韩正"' in inside.get("/names?kind=Person&text=韩").text
    assert 'value="北京市市长"' in inside.get("/names?kind=Post&of=suppose&suppose=北京市").text
    assert "山东省" in inside.get("/names?kind=Unit|Group&text=shandong").text
    assert inside.get("/names?kind=Group&text=").text == ""
    assert inside.get("/names?kind=Nothing&text=x").text == ""
