"""Comparisons: the report of the command, as a job that is told, kept, cancelled and left."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.web.conftest import BASE, Client, MakeClient
from tests.web.tables import table
from web.screens import compare

ASKED = {"a": "长三角@2019", "b": "广东省"}
OWN = {"a": "鲁=山东省", "b": "广东省", "level": "Prefecture"}
AROUND = {"a": "山东省", "before": "2013..2018", "after": "2018.."}
ORIGIN = {"Origin": BASE}
WORKING = 'role="status">Step'


def waited(client: Client, asked: dict[str, str]) -> str:
    """The page once the comparison is over."""
    until = time.monotonic() + 200
    while WORKING in (text := client.get("/compare", params=asked).text):
        assert time.monotonic() < until
        time.sleep(0.5)
    return text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (ASKED, ("长三角@2019", "广东省")),
        (OWN, ("鲁=山东省", "广东省", "--level", "Prefecture")),
        (AROUND, ("山东省", "--period", "2013..2018", "--period", "2018..")),
    ],
    ids=["named", "own", "before and after"],
)
def test_the_report_is_that_of_the_command(
    inside: Client, run: Run, tmp_path: Path, asked: dict[str, str], words: tuple[str, ...]
) -> None:
    page = waited(inside, asked)
    _, known = table(page, "known")
    assert len(known) == 2 and "<iframe" in page
    for format in ("html", "csv", "json", "tex"):
        path = tmp_path / f"report.{format}"
        assert run("compare", *words, "-o", str(path)).code == 0
        answer = inside.get(f"/compare/report.{format}", params=asked)
        assert answer.content == path.read_bytes(), format
        assert f"/compare/report.{format}?" in page
    assert inside.get("/compare/report.docx", params=asked).content[:2] == b"PK"
    framed = inside.get("/compare/report", params=asked)
    assert "sandbox" in framed.headers["content-security-policy"]


def test_both_languages_show_one_comparison(inside: Client) -> None:
    english = waited(inside, ASKED)
    began = time.monotonic()
    chinese = inside.get("/compare", params={**ASKED, "lang": "zh"}).text
    assert time.monotonic() - began < 5 and WORKING not in chinese
    assert "比较地区</h1>" in chinese and "Compare regions</h1>" in english


def test_a_comparison_under_way_is_told_with_its_step(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare, "SOON_S", 0.0)
    client = make_client(public=True)
    page = client.get("/compare", params={**ASKED, "level": "Province"}).text
    assert WORKING in page
    assert re.search(r"Step [1-3] / 3: [A-Z]", page)
    assert 'hx-trigger="every 1s"' in page
    address = re.search(
        r'<noscript><meta http-equiv="refresh" content="1; url=([^"]+)"></noscript>', page
    )
    assert address and f'hx-get="{address[1]}"' in page
    assert "method=" not in re.sub(r'method="get"', "", page), "nobody ends what others read"
    assert client.post("/compare/cancel", params=ASKED).status_code in (404, 405)


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ({"a": "长三角"}, 400, "needs two regions or more"),
        ({"a": "长三角", "b": "济南市"}, 400, "is not a province"),
        ({"a": "长三角@1905", "b": "京津冀"}, 400, "has no version"),
        ({"a": "山东省", "b": "无此省"}, 404, "无此省"),
        ({"a": "山东省", "b": "广东省", "as_of": "never"}, 400, "is not a day"),
        ({"a": "山东省", "b": "广东省", "as_of": "2018", "before": "2013..2018"}, 400, "together"),
        ({"a": "山东省", "b": "广东省", "field": "wine"}, 404, "wine"),
    ],
)
def test_a_mistake_is_told_beside_the_form(
    inside: Client, asked: dict[str, str], status: int, says: str
) -> None:
    text = waited(inside, asked)
    assert inside.get("/compare", params=asked).status_code in (status, 200)
    assert 'role="alert"' in text and says in text.replace("&#39;", "'")
    assert f'value="{asked["a"]}"' in text, "the form keeps what was typed"


def test_a_form_takes_as_many_regions_as_it_is_given(inside: Client) -> None:
    page = inside.get("/compare").text
    assert page.count('name="a"') == page.count('name="c"') == 1 and 'name="d"' not in page
    many = dict.fromkeys("abcd", "山东省")
    assert 'name="e"' in inside.get("/compare", params={**many, "edit": "1"}).text
    offered = inside.get("/names", params={"kind": "Named|Province", "of": "a", "a": "长三"}).text
    assert 'value="长三角@2010"' in offered and 'value="长三角"' in offered


def test_cancel_leads_to_the_form_as_it_was(inside: Client) -> None:
    asked = {**OWN, "b": "江苏省"}
    inside.get("/compare", params=asked)
    done = inside.post("/compare/cancel", params=asked, headers=ORIGIN)
    assert (done.status_code, "edit=1" in done.headers["location"]) == (303, True)
    form = inside.get(done.headers["location"]).text
    assert 'value="江苏省"' in form and WORKING not in form


def test_compare_again_asks_anew(inside: Client) -> None:
    waited(inside, OWN)
    done = inside.post("/compare/again", params=OWN, headers=ORIGIN)
    assert (done.status_code, "edit" in done.headers["location"]) == (303, False)
    assert "<iframe" in waited(inside, OWN)
