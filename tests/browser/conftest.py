"""A real Chromium, cut off from every network, that fails a test on any error or request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bench.chromium import launch_args
from graph.pictures import Picture
from visualize import write_page


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's Chromium instead of a downloaded one."""
    return launch_args()


@dataclass
class Watch:
    """What a page did that it must not do."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def attach(self, page: Page) -> None:
        """Note every request other than for the file itself, every message, error and dialog."""
        page.on("request", lambda request: self._request(request.url))
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("dialog", lambda dialog: self.messages.append(dialog.message))
        page.on("popup", lambda popup: self.requests.append(popup.url))

    def _request(self, url: str) -> None:
        if not url.startswith(("file:///", "data:", "blob:")):
            self.requests.append(url)


Open = Callable[..., Page]


def until(page: Page, holds: str, seconds: float = 10) -> None:
    """Wait until an expression holds. Unlike playwright's own wait it needs no `eval` in the page."""
    for _ in range(int(seconds * 20)):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{holds} does not hold after {seconds} seconds")


@pytest.fixture
def watch() -> Iterator[Watch]:
    """The record of a test's pages; anything in it at the end fails the test."""
    record = Watch()
    yield record
    assert record.requests == []
    assert record.messages == []


@pytest.fixture
def show(browser: Browser, watch: Watch, tmp_path: Path) -> Iterator[Open]:
    """Opens a picture, or a ready file, in a fresh window of a given width and language."""
    contexts = []

    def opened(
        shown: Picture | Path, width: int = 1280, lang: str = "en", height: int = 900
    ) -> Page:
        path = shown if isinstance(shown, Path) else tmp_path / "小组 网页.html"
        if isinstance(shown, Picture):
            write_page(shown, path)
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        watch.attach(page)
        page.goto(f"{path.as_uri()}#lang={lang}")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        return page

    yield opened
    for context in contexts:
        context.close()
