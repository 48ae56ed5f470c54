"""The language in which a page opens: its address, else what its writer chose, else the browser's."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.core.language import speaking
from tests.visualize.samples import air_picture
from visualize import write_page


@pytest.mark.parametrize(
    ("written", "browsing", "address", "opens"),
    [
        (None, "zh-CN", "", "zh-Hans"), (None, "en-GB", "", "en"), (None, "de-DE", "", "en"),
        ("en", "zh-CN", "", "en"), ("zh", "en-GB", "", "zh-Hans"),
        ("zh", "en-GB", "#lang=en", "en"), ("en", "en-GB", "#lang=zh", "zh-Hans"),
        ("zh", "en-GB", "#lang=fr", "zh-Hans"),
    ],
)  # fmt: skip
def test_a_page_opens_in_the_nearest_setting(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    written: str | None, browsing: str, address: str, opens: str,
) -> None:  # fmt: skip
    path = tmp_path / "page.html"
    if written is None:
        monkeypatch.delenv("LSGRAPH_LANGUAGE")
        write_page(air_picture(), path)
    else:
        with speaking("zh" if written == "zh" else "en"):
            write_page(air_picture(), path)
    context = browser.new_context(locale=browsing)
    page = context.new_page()
    page.goto(f"{path.as_uri()}{address}")
    assert page.evaluate("document.documentElement.lang") == opens
    pressed = page.get_by_role("button", pressed=True).first
    assert pressed.inner_text() == ("中文" if opens == "zh-Hans" else "English")
    coloured = page.locator("#colour option").first.text_content()
    assert coloured == ("类别" if opens == "zh-Hans" else "kind of unit")
    context.close()
