"""The browser of benches and tests: Debian's Chromium, cut off from every network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)  # fmt: skip


def launch_args() -> dict[str, Any]:
    """What playwright launches; raises FileNotFoundError, with the remedy, where it is not installed."""
    path = shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(path).exists():
        raise FileNotFoundError(f"{path} is missing. Install Debian's chromium and fonts-noto-cjk.")
    return {"executable_path": path, "args": list(FLAGS)}


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser, launched and closed again."""
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_args())
        yield browser
        browser.close()
