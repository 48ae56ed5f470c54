"""The site in a real Chromium: from a disk and under a path, searched, embedded, without a violation."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from pypinyin import lazy_pinyin

from graph.names.fit import best_fit
from tests.browser.conftest import Watch, until
from tests.browser.test_access import LOOKS, violations

AIR = "group/bth-air-lsg.html"


class Quiet(SimpleHTTPRequestHandler):
    """A plain host of files that writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """A host of the folder; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A window that fails the test on any message or foreign request."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    watch.attach(opened)
    yield opened
    context.close()


def one_of_each(site: Path, language: str) -> list[str]:
    """A page of each kind; of things the longest."""
    lists = ("index", "groups", "persons", "places", "regions", "sources", "ask", "definitions", "glossary",
             "data", "uid")  # fmt: skip
    kinds = ("group", "person", "place", "source", "document", "region", "ask")
    found = [f"{language}/{name}.html" for name in lists]
    for kind in kinds:
        longest = max((site / language / kind).glob("*.html"), key=lambda path: path.stat().st_size)
        found.append(longest.relative_to(site).as_posix())
    return [*found, f"picture/{Path(AIR).name}"]


@pytest.mark.long
@pytest.mark.parametrize(("language", "widths"), LOOKS)
def test_no_violation_and_no_overflow(
    site: Path, page: Page, language: str, widths: tuple[int, int]
) -> None:
    for path in one_of_each(site, language):
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto((site / path).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert violations(page, disk=True) == [], path


def test_a_moved_id_leads_on(site: Path, page: Page) -> None:
    moved = next(
        path for path in sorted((site / "en").glob("*/*.html"))
        if "http-equiv=refresh" in path.read_text(encoding="utf-8")
    )  # fmt: skip
    page.goto(moved.as_uri(), wait_until="commit")
    page.wait_for_url(lambda url: not url.endswith(moved.name))
    page.locator("h1").wait_for()


def test_the_picture_is_drawn_from_a_disk(site: Path, page: Page) -> None:
    page.goto((site / "zh" / AIR).as_uri())
    page.locator("iframe.picture").scroll_into_view_if_needed()
    frame = page.frame_locator("iframe.picture")
    frame.locator("#canvas canvas").wait_for()
    assert frame.locator("html").get_attribute("lang") == "zh-Hans"
    assert not frame.locator("header").is_visible()
    until(page, "document.querySelector('iframe.picture').style.height !== ''")


def test_it_stands_under_a_path_of_a_host(site: Path, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(site)
    with hosted(tmp_path) as address:
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        failed: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on("console", lambda said: failed.append(said.text))
        page.goto(f"{address}/a/b/index.html")
        page.get_by_role("link", name="English").click()
        page.get_by_label("Name:").fill("jingjinji")
        page.locator("#found a[href^='./group/']").first.click()
        page.frame_locator("iframe.picture").locator("#canvas canvas").wait_for()
        context.close()
    assert failed == []
    assert all(one.startswith((f"{address}/a/b/", "data:", "blob:")) for one in asked)


def found(page: Page, typed: str) -> list[str]:
    """The addresses that a search offers."""
    page.locator("#q").fill(typed)
    until(page, "document.getElementById('shown').textContent !== ''")
    return [str(one.get_attribute("href")) for one in page.locator("#found a").all()]


def test_what_is_typed_before_the_search_is_ready_is_found(site: Path, page: Page) -> None:
    held: list[Route] = []
    page.route("**/*search.js", lambda route: held.append(route))
    page.goto((site / "en" / "index.html").as_uri(), wait_until="commit")
    page.locator("#q").fill("guangfo")
    until(page, "document.readyState === 'interactive'")
    for script in held:
        script.continue_()
    assert held
    until(page, "document.getElementById('found').children.length > 0")


NAMES = (
    ("京津冀及周边地区大气污染防治领导小组", AIR), ("济莱协作区建设领导小组", "group/jinan-laiwu.html"),
    ("北京市", "place/110000-5899cd60.html"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "file"), NAMES)
def test_a_name_is_found_in_every_way(site: Path, page: Page, name: str, file: str) -> None:
    page.goto((site / "en" / "index.html").as_uri())
    syllables = lazy_pinyin(name)
    initials = "".join(one[0] for one in syllables)
    for typed in (name, name[:-2], "".join(syllables), " ".join(syllables), initials):
        page.locator("#q").fill("")
        until(page, "document.getElementById('shown').textContent === ''")
        assert any(one.endswith(file) for one in found(page, typed)), typed


TYPED = (
    "广佛", "guangfo", "gf", "guang fo", "jilai", "Ji-Lai", "air pollution", "pollution", "beijing",
    "Chóngqìng", "chong qing", "hld", "2018", "县", "x", "lü", "bao ding", "zzz", "领导小组组长",
)  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_the_page_finds_what_the_program_finds(site: Path, page: Page, typed: str) -> None:
    """The script speaks the rule of graph.names.fit once more."""
    page.goto((site / "en" / "index.html").as_uri())
    hrefs = found(page, typed)
    wanted = [row[0] for row in indexed(site) if best_fit(row[1:], typed) is not None]
    told = page.locator("#shown").inner_text().split()
    assert (int(told[2]) if hrefs else 0) == len(wanted)
    assert {href.removeprefix("./").removesuffix(".html") for href in hrefs} <= {*wanted}


def indexed(site: Path) -> set[tuple[str, ...]]:
    """The file of each thing in the index, and what it is called."""
    rows = set()
    for part in site.rglob("search/?.js"):
        script = part.read_text(encoding="utf-8")
        for file, *names in json.loads(script[script.index("(") + 1 : script.rindex(")")])[1]:
            rows.add((file, *names[:2], *(names[2].split("|") if len(names) > 2 else ())))
    return rows


def test_english_and_an_earlier_name_find_it(site: Path, page: Page) -> None:
    page.goto((site / "en" / "index.html").as_uri())
    assert found(page, "air pollution control in Beijing")[0].endswith(AIR)
    page.goto((site / "en" / "index.html#q=大气污染防治协作小组").as_uri().replace("%23", "#"))
    page.locator("#found a").first.wait_for()
    hrefs = [str(one.get_attribute("href")) for one in page.locator("#found a").all()]
    assert any(one.endswith(AIR) for one in hrefs)
    page.locator("#q").fill("没有这样的名称")
    page.get_by_text("Nothing is called so.").wait_for()


@pytest.mark.parametrize(("uid", "file"), [("group:bth-air-lsg", AIR), ("A04", "source/A04.html")])
def test_a_uid_leads_to_its_page(site: Path, page: Page, uid: str, file: str) -> None:
    page.goto(f"{(site / 'en' / 'uid.html').as_uri()}#{uid}")
    page.wait_for_url(f"**/en/{file}")


def test_a_list_filters_and_sorts(site: Path, page: Page) -> None:
    page.goto((site / "en" / "groups.html").as_uri())
    rows = page.locator("table.list tbody tr:visible")
    every = rows.count()
    page.get_by_label("Type").select_option("STRONG")
    assert 0 < rows.count() < every
    page.reload()
    assert 0 < rows.count() < every
    page.get_by_label("Type").select_option("")
    page.get_by_label("Filter").fill("air pollution")
    assert 0 < rows.count() < 10
    page.get_by_role("button", name="Group").click()
    assert page.locator("th[aria-sort=ascending]").count() == 1


def test_embedded_a_page_shows_its_picture_alone(site: Path, page: Page) -> None:
    page.goto(f"{(site / 'en' / AIR).as_uri()}?embed")
    assert page.locator("iframe.picture").is_visible() and page.locator("h1").is_visible()
    for hidden in (".top", "#roster", ".cite", "body > footer"):
        assert not page.locator(hidden).is_visible()
