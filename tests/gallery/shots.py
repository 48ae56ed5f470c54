"""Photographs of pages in Chromium, as small PNG files with a palette."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page

from tests.gallery.entries import Entry

WIDTH = 1280
MARGIN = 8


def photograph(browser: Browser, entry: Entry, page_file: Path, image: Path) -> None:
    """Open a page at the entry's address and keep what it shows, from its top to the entry's end."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 900}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{page_file.as_uri()}#{entry.at}")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    page.wait_for_timeout(500)
    small(page.screenshot(full_page=True, clip=_clip(page, entry)), image)
    context.close()


def small(png: bytes, image: Path) -> None:
    """Keep a PNG with a palette of 8 bits, in which rare colours are as exact as frequent ones."""
    with Image.open(io.BytesIO(png)) as full:
        reduced = full.convert("RGB").quantize(
            128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        reduced.save(image, optimize=True)


def _clip(page: Page, entry: Entry) -> FloatRect:
    box = page.locator(entry.end).first.bounding_box()
    assert box is not None, f"{entry.name}: {entry.end} is not on the page"
    height = min(box["y"] + box["height"] + MARGIN, entry.height)
    return {"x": 0, "y": 0, "width": WIDTH, "height": height}
