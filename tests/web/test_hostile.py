"""Texts that try to run, in the data and in the address: they are text and stay text."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html

from graph.connection import Database
from loaders.load.verbs import load_groups
from tests.browser.attacks import ATTACKS
from tests.faults.test_hostile_text import NAME, hostile_file
from tests.servers import empty
from tests.web.conftest import STATEMENTS, Client, client_of

REFLECTED = (
    "/groups?text={}", "/groups?as_of={}", "/groups?region={}", "/groups?sort={}", "/group/{}",
    "/group/jinan-laiwu?suppose={}", "/group/jinan-laiwu?member={}", "/person/{}", "/place/{}", "/ask/{}",
    "/ask?text={}", "/ask/seats_of_group?group={}&as_of=2018", "/cypher?statement={}", "/nowhere/{}",
    "/names?kind=Group&text={}",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Somebody inside an application whose group, chair and source bear hostile names."""
    file = hostile_file(tmp_path_factory.mktemp("hostile"), NAME)
    load_groups(empty(database), [file])
    return client_of(database, tmp_path_factory.mktemp("kept"))


def runs(text: str) -> list[str]:
    """What a browser would run of a page, or follow out of it."""
    page = html.fromstring(text)
    found = [str(one.get("src")) for one in page.xpath("//script") if not one.get("src")]
    found += [one.get("src") for one in page.xpath("//script[@src]")
              if not one.get("src").startswith("/static/")]  # fmt: skip
    for element in page.iter():
        found += [name for name in element.attrib if re.match(r"on|style$|hx-on", name)]
        for name in ("href", "src", "action", "formaction"):
            value = element.get(name, "")
            found += [value] if re.match(r"\s*(javascript|data:text|vbscript)", value, re.I) else []
    return found


@pytest.mark.parametrize(
    "address",
    [
        "/groups",
        "/groups?lang=zh",
        "/group/h",
        "/ask/group_names?run=1",
        "/ask/groups_of_government?units=div:370300:淄博市",
        f"/cypher?statement={STATEMENTS['groups']}",
        "/names?kind=Group&text=script",
    ],
)
def test_no_script_comes_from_the_data(hostile: Client, address: str) -> None:
    answer = hostile.get(address)
    assert answer.status_code == 200, answer.text
    assert "alert(1)" in answer.text
    assert "<script>alert" not in answer.text
    assert runs(f"<div>{answer.text}</div>" if "names" in address else answer.text) == []


def test_names_that_hurt_are_json(hostile: Client) -> None:
    rows = hostile.get("/api/v1/group_names").json()["rows"]
    assert [row["name"] for row in rows if row["uid"] == "group:h"] == [NAME]
    assert hostile.get("/api/v1/group_names").headers["content-type"] == "application/json"


@pytest.mark.parametrize("address", REFLECTED)
def test_no_script_comes_from_the_address(inside: Client, address: str) -> None:
    for text in ATTACKS.values():
        typed = quote(text, safe="", errors="surrogatepass")
        answer = inside.get(address.format(typed))
        assert answer.status_code < 500, (text, answer.text)
        if answer.text and "text/html" in answer.headers["content-type"]:
            assert runs(f"<div>{answer.text}</div>" if "/names" in address else answer.text) == []


@pytest.mark.parametrize(
    "address",
    ["/groups.csv/../../etc/passwd", "/static/..%2f..%2fpyproject.toml", "/ask/..%2f..%2fx/answer.csv",
     "/group/..%2f..%2f/figure.svg", "/groups.%2e%2e", "/place/%00", "/person/%ff%fe"],
)  # fmt: skip
def test_no_path_leads_out(inside: Client, address: str) -> None:
    assert 400 <= inside.get(address).status_code < 500


def test_a_download_has_a_harmless_name(inside: Client, tmp_path: Path) -> None:
    told = inside.get("/ask/group_names/answer.csv").headers["content-disposition"]
    assert re.fullmatch(
        r"attachment; filename=\"lsgraph\.csv\"; filename\*=UTF-8''group_names\.csv", told
    )
