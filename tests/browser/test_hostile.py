"""Texts that try to run, to break out or to turn the page round: they are text and stay text.

A field that a page has many of (boxes, ties, facts, sources, notes) takes all attacks in one page; a
field that it has once (title, caption, day) takes one a page.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.core.words import Words
from graph.maps.regions import Mapped, RegionMap
from graph.pictures import Fact, GroupEntry, Picture, PictureNode, PictureTie, RosterSeat, SourceRef
from graph.pictures.several.beside import Sides
from graph.pictures.several.changes import difference
from graph.pictures.several.moment import Change, Difference, Moment, PictureSeries
from tests.browser.attacks import ATTACKS, FOREIGN, HARMLESS, INVISIBLE
from tests.browser.conftest import Open
from tests.visualize.samples import node, words
from visualize import IndexEntry, write_index, write_page
from visualize.maps import write_map_page
from visualize.maps.outlines import provinces
from visualize.page.beside import write_beside
from visualize.page.group_index import write_group_index
from visualize.page.series import write_series

SHOWN = [text for name, text in ATTACKS.items() if name not in INVISIBLE and text.strip()]


def details(text: str) -> tuple[tuple[Fact, ...], tuple[SourceRef, ...]]:
    """The text as a fact and as sources with and without a link."""
    both = words(text)
    links = (text, f"https://www.gov.cn/{text}", f"javascript:{text}", None)
    return (Fact(both, both),), tuple(SourceRef(text, text, link) for link in links)


def attacked(number: int, text: str) -> PictureNode:
    """A box with the text in every field; each of the lists gets every form of box."""
    facts, sources = details(text)
    english = text if number % 2 else ""
    return PictureNode(
        text, text, english, text, text, None, supposed=number % 3 == 1, unknown=number % 3 == 2,
        facts=facts, sources=sources, rank_of=words(text),
    )  # fmt: skip


def hostile(layout: str, texts: Iterable[str] = ATTACKS.values(), one: str = "t") -> Picture:
    """A picture with each text in every field of a box and of a tie, and `one` in single fields."""
    texts = list(texts)
    facts, _ = details(one)
    nodes = [attacked(number, text) for number, text in enumerate(texts)]
    ties = []
    for number, text in enumerate(texts):
        own, sources = details(text)
        ends = ("top", text)
        ties.append(PictureTie(*ends, text, text, number, words(text), own, sources))
        ties.append(PictureTie(*ends, "COMMAND", None, None, words(text), own, sources))
    more = tuple(fact for text in texts for fact in details(text)[0])
    notes = tuple(words(text) for text in [*texts, one])
    top = node("top", "上", "Top", "province", "chair", 8)
    seats = tuple(
        RosterSeat(words(t), t, t, words(t), words(t), words(t), True, words(t), details(t)[1])
        for t in texts
    )
    return Picture(
        words(one),
        words(one),
        one,
        layout,
        (*facts, *more),
        notes,
        (top, *nodes),
        tuple(ties),
        99,
        seats,
    )


def use(page: Page) -> None:
    """Does what a reader does: boxes, ties, sources, table, languages, search, legend, link, files."""
    page.locator("#roster summary").click()
    page.locator("#table summary").click()
    page.locator("#sources summary").click()
    page.locator("#canvas").focus()
    for index in range(page.evaluate("page.picture.nodes.length")):
        page.evaluate(f"page.choose({index})")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
    page.evaluate("page.picture.ties.forEach((_, index) => page.panel.tie(index))")
    page.evaluate("page.panel.close()")
    page.get_by_role("button", name="中文").click()
    for text in ("script", "<img src=x>", "长", "__proto__"):
        page.locator("#query").fill(text)
        page.locator("#query").press("ArrowDown")
        page.locator("#query").press("Enter")
    page.evaluate("document.querySelectorAll('#filters input').forEach((box) => box.click())")
    off = page.evaluate("[...page.hidden].sort()")
    page.evaluate("address.keep()")
    page.reload()
    assert page.evaluate("[...page.hidden].sort()") == off and len(off) > 3 * len(ATTACKS)
    page.locator("#show-all").click()
    page.locator("#table summary").click()
    for name in ("png", "svg"):
        with page.expect_download() as waiting:
            page.locator(f"#{name}").click()
        assert re.fullmatch(r"[\w-]+\.(png|svg)", waiting.value.suggested_filename)


def assert_harmless(page: Page, width: int) -> None:
    """Nothing ran, nothing foreign became an element, and the policy is the strict one."""
    assert page.evaluate(FOREIGN) == HARMLESS
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    allowed = re.search(r"default-src 'none'; script-src ((?:'sha256-[\w+/=]+' ?)+);", policy)
    assert allowed, policy
    assert page.locator("script:not([type])").count() == len(allowed.group(1).split())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def painted(page: Page) -> int:
    """How many pixels of the drawing stand out."""
    return int(
        page.evaluate("""() => {
      const canvas = document.querySelector('#canvas canvas');
      const copy = Object.assign(document.createElement('canvas'), { width: 400, height: 400 });
      const ctx = copy.getContext('2d');
      ctx.drawImage(canvas, 0, 0, 400, 400);
      return ctx.getImageData(0, 0, 400, 400).data.filter((v, i) => i % 4 === 3 && v > 128).length;
    }""")
    )


@pytest.mark.parametrize(("layout", "width"), [("tiers", 1280), ("tree", 390)])
def test_hostile_boxes_and_ties_run_nothing(show: Open, layout: str, width: int) -> None:
    page = show(hostile(layout), width)
    use(page)
    assert_harmless(page, width)
    assert painted(page) > 500
    rows = page.locator("#boxes tbody tr").all_inner_texts()
    assert len(rows) == len(ATTACKS) + 1
    # Each stands in the table as it was written, whatever it looks like.
    said = [" ".join(row.split()) for row in rows]
    for text in SHOWN:
        assert any(" ".join(text.split()) in row for row in said), text


def test_a_hostile_title_caption_day_and_uid_run_nothing(show: Open, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    page = None
    for number, (name, text) in enumerate(ATTACKS.items()):
        write_page(hostile("tiers" if number % 2 else "tree", [text], text), path)
        page = page or show(path)
        page.goto(f"{path.as_uri()}?{number}#lang={'zh' if number % 2 else 'en'}")
        page.locator("#canvas").focus()
        page.keyboard.press("End")
        page.keyboard.press("Enter")
        page.evaluate("page.panel.tie(0)")
        assert_harmless(page, 1280)
        assert painted(page) > 500, name
        if text in SHOWN:
            for place in ("h1", ".caption", ".notes li >> nth=1"):
                shown = page.locator(f"{place} >> .w:visible").inner_text()
                assert shown.split() == text.split()


def test_hostile_pages_of_several_pictures_run_nothing(show: Open, tmp_path: Path) -> None:
    texts = list(ATTACKS.values())
    old, new = hostile("tiers", texts[::2], texts[3]), hostile("tiers", texts, texts[9])
    found = difference(old, new)
    told = replace(found, changes=tuple(Change("chair", words(text)) for text in texts))
    day = dt.date(2015, 5, 1)
    moments = (
        Moment(dt.date(2013, 1, 1), day, old, Words.same(texts[0]), 1, None, True, Difference()),
        Moment(day, None, new, Words.same(texts[1]), None, None, False, told),
    )
    path = tmp_path / "several.html"
    write_series(PictureSeries(words(texts[5]), moments, 2), path)
    page = show(path, 390)
    page.get_by_role("button", name="Next").click()
    use(page)
    assert "day=2015-05-01" in page.url
    assert_harmless(page, 390)
    for text in SHOWN:
        item = page.locator("#moments .changes").inner_text()
        assert " ".join(text.split()) in " ".join(item.split())
    write_beside(Sides("group", old, new, True, told), path)
    page = show(path)
    use(page)
    assert_harmless(page, 1280)
    assert painted(page) > 500


def test_a_hostile_index_runs_nothing(show: Open, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    entries = [
        IndexEntry(words(text), words(text), 1, 0.5, f"{text}.html", words(text))
        for text in ATTACKS.values()
    ]
    page = None
    for name, text in ATTACKS.items():
        write_index(Words(text, text), entries if name == "script" else entries[:1], path)
        page = page or show(path)
        page.goto(f"{path.as_uri()}?{list(ATTACKS).index(name)}")
        page.get_by_role("button", name="中文").click()
        assert_harmless(page, 1280)
        assert name != "script" or page.locator("tbody tr").count() == len(ATTACKS)


def test_a_hostile_list_of_groups_runs_nothing(show: Open, tmp_path: Path) -> None:
    path = tmp_path / "groups.html"
    entries = [
        GroupEntry(
            words(text),
            words(text),
            words(text),
            words(text),
            words(text),
            1,
            0.5,
            2010,
            2012,
            link=f"{text}.html",
        )
        for text in ATTACKS.values()
    ]
    write_group_index(words("".join(ATTACKS.values())), entries, path)
    page = show(path)
    rows = page.locator("#groups tbody tr:visible")
    for lang in ("中文", "English"):
        page.get_by_role("button", name=lang).click()
        for name in ("region", "level", "field", "type"):
            choice = page.locator(f"#f-{name}")
            for index in range(1, choice.locator("option").count(), 3):
                choice.select_option(index=index)
                assert rows.count() >= 1
            choice.select_option(index=0)
    for text in SHOWN:
        page.locator("#q").fill(" ".join(text.split()))
        assert page.evaluate("window.ran") is None
    page.locator("#q").fill("")
    assert rows.count() == len(ATTACKS)
    assert_harmless(page, 1280)


@pytest.mark.parametrize("width", [1280, 390])
def test_hostile_texts_of_a_map_run_nothing(show: Open, tmp_path: Path, width: int) -> None:
    codes, texts = sorted(provinces().shapes), list(ATTACKS.values())
    everything = words("".join(texts))
    for number in range(0, len(texts), len(codes)):
        part = texts[number : number + len(codes)]
        rows = tuple(
            Mapped(code, words(text), 0.5, 2)
            for code, text in zip(codes, [*part, *texts][: len(codes)], strict=True)
        )
        notes = tuple(words(text) for text in part)
        hostile = RegionMap(everything, everything, "share", texts[number], "province", rows, notes)
        path = tmp_path / f"map-{number}.html"
        write_map_page(hostile, path)
        page = show(path, width)
        page.get_by_role("button", name="中文").click()
        assert_harmless(page, width)
        assert page.locator("path.area").count() == len(codes)
