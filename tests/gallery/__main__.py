"""Renew the gallery: pages from the shipped data on a server of its own, images, and docs/gallery.md.

    python -m tests.gallery            images whose page is another one now, or that are missing
    python -m tests.gallery map list   these, whatever their pages

Needs what the tests of the pages need: Chromium and fonts-noto-cjk (tests/setup.sh).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from bench.chromium import chromium
from graph.connection import connect
from graph.server.local import ensure_running
from graph.settings import NEO4J_VERSION, Settings
from loaders.load.verbs import load_groups
from tests.cli.conftest import invoke
from tests.gallery.entries import ENTRIES, Entry
from tests.gallery.page import DOCUMENT, IMAGES, MADE_FROM, digest, gallery, image, keep, made_from
from tests.gallery.shots import photograph, small
from tests.servers import private_server


def main(names: Sequence[str]) -> None:
    """Renew the named entries; without a name all that are out of date."""
    if unknown := set(names) - {entry.name for entry in ENTRIES}:
        raise SystemExit(f"No entry of the gallery: {', '.join(sorted(unknown))}")
    # The tests speak English, and a page differs by the language that was chosen for it.
    os.environ["LSGRAPH_LANGUAGE"] = "en"
    IMAGES.mkdir(parents=True, exist_ok=True)
    digests = made_from() if MADE_FROM.exists() else {}
    with tempfile.TemporaryDirectory(prefix="lsgraph-gallery-") as folder, chromium() as browser:
        os.chdir(folder)
        for entry in _with_graph([one for one in ENTRIES if not names or one.name in names]):
            made = _made(entry)
            if names or digests.get(entry.name) != made or not image(entry).exists():
                _renew(browser, entry)
                print(f"{entry.name}: {image(entry).stat().st_size / 1000:.0f} kB", flush=True)
                digests[entry.name] = made
                keep(digests)
    DOCUMENT.write_text(gallery(), encoding="utf-8", newline="\n")


def _with_graph(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, each while the server holds what it is made from: the core, then all."""
    with private_server(NEO4J_VERSION, Settings.from_environment().jars_dir) as settings:
        at = ensure_running(settings)
        os.environ |= {"NEO4J_URI": at.uri, "NEO4J_USER": at.user}
        os.environ["NEO4J_PASSWORD"] = at.password or ""
        for whole in (False, True):
            asked = [entry for entry in entries if entry.load.endswith("--all") == whole]
            if asked:
                with connect(settings) as database:
                    load_groups(database, whole=whole)
            yield from asked


def _made(entry: Entry) -> str:
    """Write the page of an entry here; answers its digest."""
    answer = invoke(*entry.page_words)
    if answer.code:
        raise SystemExit(f"{entry.command}\n{answer.err}")
    return digest(Path(entry.page_file))


def _renew(browser: Browser, entry: Entry) -> None:
    if entry.is_figure:
        invoke(*entry.words)
        small(Path(entry.file).read_bytes(), image(entry))
    else:
        photograph(browser, entry, Path(entry.page_file).resolve(), image(entry))


if __name__ == "__main__":
    main(sys.argv[1:])
