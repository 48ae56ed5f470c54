"""The HTML of a page: sound without a browser, and the errors that refuse a picture."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures import GroupEntry
from tests.visualize.policies import assert_only_hashed
from tests.visualize.samples import (
    air_picture,
    node,
    supposed_picture,
    tie,
    tree_picture,
    words,
)
from visualize import IndexEntry, index_page, page, write_index, write_page
from visualize.page.group_index import group_index_page
from visualize.page.network import PictureNetwork
from visualize.page.pages import FORMS, SCRIPTS, layouts_of, page_values
from visualize.page.safety import static_text, web_link
from visualize.picture.frames import Frame, Gathered
from visualize.picture.style import LAST_SHOWN_DASH, SUPPOSED_DASH

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "visualize" / "static"


def data(html: str, name: str) -> object:
    found = re.search(f'<script type="application/json" id="{name}">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found.group(1))


def test_the_page_says_what_it_is() -> None:
    html = page(air_picture())
    assert html.lstrip().startswith("<!doctype html>")
    assert '<html lang="en"' in html
    assert "<title>LSG for air pollution control" in html
    assert "not the paper&#39;s own" in html and "并非论文原文所定" in html


def test_the_legend_switches_each_rank_of_a_unit_or_post() -> None:
    # The centre 10, its vice-premier 9, members 8 and 7 and one whose rank is not known; a group has none.
    switches = re.findall(r'data-kind="rank:(\w+)"', page(air_picture()))
    assert switches == ["10", "9", "8", "7", "none"]


def test_only_the_hashed_scripts_may_run() -> None:
    assert_only_hashed(page(air_picture()), len(SCRIPTS))


def test_nodes_and_ties_are_those_of_the_picture() -> None:
    picture = air_picture()
    html = page(picture)
    nodes, edges = data(html, "nodes"), data(html, "edges")
    assert isinstance(nodes, list) and isinstance(edges, list)
    assert [n["id"] for n in nodes] == [n.uid for n in picture.nodes]
    assert [(e["from"], e["to"]) for e in edges] == [(t.start, t.end) for t in picture.ties]
    assert len(re.findall("<tr data-uid=", html)) == len(picture.nodes)
    assert len(re.findall("<tr data-start=", html)) == len(picture.ties)
    options = data(html, "options")
    assert isinstance(options, dict) and options["physics"] == {"enabled": False}


def test_what_is_not_drawn_is_said() -> None:
    html = page(tree_picture(30, 900))
    assert re.search(r"Showing \d+ of 931", html)
    assert re.search(r"显示 931 个中的 \d+ 个", html)
    assert 'id="shown"' not in page(tree_picture(3, 9))
    assert "Showing 13 of 50" in page(replace(tree_picture(3, 9), total=50))


def test_pictures_that_can_not_be_drawn_are_refused() -> None:
    picture = air_picture()
    double = (*picture.nodes, picture.nodes[0])
    loose = (*picture.ties, tie(picture.nodes[0].uid, "nowhere", "IN"))
    for wrong, message in (
        (replace(picture, layout="ring"), "layout 'ring'"),
        (replace(picture, nodes=(), ties=()), "nothing to draw"),
        (replace(picture, nodes=double), "share one uid"),
        (replace(picture, ties=loose), "'nowhere'"),
    ):
        with pytest.raises(InputError, match=message):
            page(wrong)


@pytest.mark.parametrize("dash", [SUPPOSED_DASH, LAST_SHOWN_DASH])
def test_the_tie_of_a_chair_who_is_not_held_is_broken_like_its_box(dash: tuple[int, ...]) -> None:
    picture, shown = supposed_picture(), dash == LAST_SHOWN_DASH
    nodes = [
        replace(node, supposed=not shown, last_shown=shown) if node.role == "chair" else node
        for node in picture.nodes
    ]
    drawn = data(page(replace(picture, nodes=tuple(nodes))), "picture")
    assert isinstance(drawn, dict)
    dashes = {tie["kind"]: tie["line"]["dash"] for tie in drawn["ties"]}
    assert {tuple(one["dash"]) for one in drawn["nodes"]} == {(), dash}
    assert dashes["CHAIRS"] == list(dash)
    assert dashes["COMMAND"] == []


def test_kinds_and_relations_of_an_open_list_are_drawn_as_they_stand() -> None:
    picture = air_picture()
    odd = node("odd", "开发区", "Zone", "zone", "observer", 5)
    ties = (*picture.ties, tie("odd", picture.nodes[0].uid, "ADVISES", "NEW", 2))
    html = page(replace(picture, nodes=(*picture.nodes, odd), ties=ties))
    assert "zone" in html and "observer" in html and "NEW +2" in html


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://www.gov.cn/a", True),
        ("http://www.gov.cn", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil", False),
        ("https:", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, link: bool) -> None:
    assert web_link(url) == (url if link else None)


def test_the_library_is_the_one_that_the_readme_names() -> None:
    body = (STATIC / "vis-network.min.js").read_bytes()
    readme = (STATIC / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(body).hexdigest() in readme
    version = re.search(r"@version (\S+)", body.decode("utf-8"))
    assert version and f"| {version.group(1)} |" in readme
    assert "\r" not in static_text("vis-network.min.js")


def test_pages_are_utf8_with_unix_line_ends_under_any_locale(tmp_path: Path) -> None:
    target = tmp_path / "大气污染防治.html"
    script = (
        "import sys; from pathlib import Path; from visualize import write_page;"
        "from tests.visualize.samples import air_picture;"
        "write_page(air_picture(), Path(sys.argv[1]))"
    )
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment = {**os.environ, **locale, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script, str(target)], env=environment, check=True)
    body = target.read_bytes()
    assert "京津冀及周边地区大气污染防治领导小组" in body.decode("utf-8")
    assert b"\r" not in body


def test_the_network_of_pyvis_writes_only_our_page(tmp_path: Path) -> None:
    target, other = tmp_path / "a.html", tmp_path / "b.html"
    write_page(air_picture(), target)
    assert target.read_text(encoding="utf-8") == page(air_picture())
    gathered = Gathered([Frame(air_picture(), layouts_of(air_picture(), FORMS))])
    network = PictureNetwork(*gathered.union(), page_values(gathered))
    network.write_html(str(other), open_browser=True)
    assert other.read_bytes() == target.read_bytes()
    with pytest.raises(InputError, match="write_page"):
        network.show("c.html")


def test_the_index_lists_type_gap_coverage_and_link(tmp_path: Path) -> None:
    entries = [
        IndexEntry(words("甲"), words("STRONG"), 1, 1.0, "大气 2018.html", words("s")),
        IndexEntry(words("乙"), None, None, None, "javascript:x.html", words("s")),
        IndexEntry(words("丙"), words("WEAK"), -2, 2 / 3, "//host/x.html", words("s")),
    ]
    html = index_page(words("目录"), entries)
    assert re.findall(r'<a href="([^"]*)"', html) == [
        "./%E5%A4%A7%E6%B0%94%202018.html",
        "./javascript%3Ax.html",
        ".///host/x.html",
    ]
    cells = re.findall(r'<td class="number">(.*?)</td>', html)
    assert cells == ["+1", "1", "–", "–", "\u22122", "0.67"]
    write_index(words("目录"), entries, tmp_path / "index.html")
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == html


def test_an_option_of_the_list_of_groups_is_text_in_both_languages() -> None:
    plain = Words("x", "某")
    bad = Words('<b id="en">', '<b id="zh">')
    html = group_index_page(
        plain, [GroupEntry(plain, bad, plain, plain, plain, 1, 0.5, 2010, 2012)]
    )
    assert html.count("&lt;b id=&#34;en&#34;&gt;") >= 3
    assert html.count("&lt;b id=&#34;zh&#34;&gt;") >= 1
    assert "<b id=" not in html
