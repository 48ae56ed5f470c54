"""A page in the cell of a notebook: whole, offline, as wide as the cell and as high as the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page

from graph.core.errors import InputError
from graph.pictures import Picture
from tests.browser.conftest import Open
from tests.visualize.samples import air_picture, supposed_picture, tree_picture
from visualize.page.notebook import show as shown

INK = """() => {
  const canvas = document.querySelector('#canvas canvas');
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let i = 3; i < data.length; i += 4) ink += data[i] > 0;
  const box = canvas.getBoundingClientRect();
  return { part: ink / (width * height), left: box.left, right: box.right, top: box.top, bottom: box.bottom };
}"""


def cell(picture: Picture, path: Path, height: int | None = None) -> Path:
    """A page that holds the output of a cell, beside a prompt, as notebooks do."""
    made = shown(picture, height)._repr_mimebundle_()
    path.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Notebook</title>'
        '<link rel="icon" href="data:,"><body><main style="margin-left:90px">'
        f'{made["text/html"]}</main><p id="after">next cell</p></html>',
        encoding="utf-8",
    )
    return path


def inside(page: Page) -> Frame:
    """The document in the frame, once it has told its height."""
    (_, frame) = page.frames
    frame.wait_for_selector("#canvas canvas")
    page.wait_for_function("document.querySelector('iframe').clientHeight !== 600")
    return frame


def height(page: Page) -> float:
    found: float = page.locator("iframe").evaluate("(frame) => frame.clientHeight")
    return found


def settled(page: Page, frame: Frame) -> None:
    """Wait until frame and page are equally high."""
    for _ in range(60):
        own = frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
        if abs(height(page) - own) <= 1:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the frame has {height(page)} pixels, the page {own}")


@pytest.mark.parametrize("picture", [air_picture(), tree_picture(4, 20)], ids=["tiers", "tree"])
def test_the_whole_page_shows_in_the_cell(show: Open, picture: Picture, tmp_path: Path) -> None:
    page = show(cell(picture, tmp_path / "cell.html"), 1100)
    frame = inside(page)
    settled(page, frame)
    ink = frame.evaluate(INK)
    assert ink["part"] > 0.05
    assert ink["left"] >= 0 and ink["right"] <= frame.evaluate("innerWidth")
    assert ink["top"] >= 0 and ink["bottom"] <= frame.evaluate("innerHeight")
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_width_follows_the_cell_and_height_the_page(show: Open, tmp_path: Path) -> None:
    page = show(cell(air_picture(), tmp_path / "cell.html"), 1280)
    frame = inside(page)
    settled(page, frame)
    wide = height(page)
    page.set_viewport_size({"width": 500, "height": 900})
    # Not `wait_for_function`: that evaluates text, which the policy of the page forbids.
    for _ in range(100):
        if frame.evaluate("page.form().width") < 500:
            break
        page.wait_for_timeout(50)
    settled(page, frame)
    assert height(page) > wide
    assert page.locator("iframe").evaluate("(f) => f.clientWidth === f.parentElement.clientWidth")


def test_everything_works_in_the_frame(show: Open, tmp_path: Path) -> None:
    """The address of a frame without one: the language still changes, keys and search still act."""
    page = show(cell(supposed_picture(), tmp_path / "cell.html"))
    frame = inside(page)
    frame.get_by_role("button", name="中文").click()
    assert frame.evaluate("document.documentElement.lang") == "zh-Hans"
    frame.locator("#query").fill("莱芜")
    frame.locator("#query").press("Enter")
    assert "莱芜市" in frame.locator("#live").inner_text()
    frame.locator("#canvas").focus()
    page.keyboard.press("Enter")
    assert frame.locator("#panel").is_visible()
    frame.locator("#table summary").click()
    settled(page, frame)


def test_the_frame_reaches_nothing_of_the_notebook(show: Open, tmp_path: Path) -> None:
    page = show(cell(air_picture(), tmp_path / "cell.html"))
    frame = inside(page)
    assert (
        frame.evaluate("(() => { try { return parent.document.title } catch { return '' } })()")
        == ""
    )
    assert frame.evaluate("origin") == "null"
    assert "unsafe-eval" not in str(frame.locator("meta[http-equiv]").get_attribute("content"))


def test_two_cells_of_one_notebook_keep_their_heights(show: Open, tmp_path: Path) -> None:
    one, two = (
        shown(p)._repr_mimebundle_()["text/html"] for p in (air_picture(), supposed_picture())
    )
    path = tmp_path / "cells.html"
    path.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>{one}{two}', "utf-8"
    )
    page = show(path)
    page.wait_for_function(
        "[...document.querySelectorAll('iframe')].every((f) => f.clientHeight !== 600)"
    )
    tall, low = page.locator("iframe").evaluate_all("(all) => all.map((f) => f.clientHeight)")
    assert tall > low + 200


def test_a_fixed_height_scrolls_and_needs_no_script(show: Open, tmp_path: Path) -> None:
    path = cell(air_picture(), tmp_path / "cell.html", 500)
    assert "postMessage" not in path.read_text("utf-8").partition("</iframe>")[2]
    page = show(path)
    page.frames[1].wait_for_selector("#canvas canvas")
    assert height(page) == 500


def test_in_words_and_refused() -> None:
    made = shown(air_picture())
    assert "20 boxes" in repr(made)
    assert "京津冀" in made._repr_mimebundle_()["text/plain"]
    with pytest.raises(InputError, match="nothing to draw"):
        shown(replace(air_picture(), nodes=(), ties=()))
