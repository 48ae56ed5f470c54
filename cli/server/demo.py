"""The demonstration: the documented groups, the two that a reader should know, and their pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cli.ask.authority import overview, show
from cli.context import progress
from cli.output import Format, out, put
from graph.ask.authority import authority
from graph.ask.english import titles_in_english
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.files import filled_folder
from graph.core.load_lock import LoadRuns
from graph.core.words import Words
from graph.pictures.group.picture import group_picture
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from loaders.groups.read import core_groups
from loaders.load.shipped import ensure_shipped
from loaders.overlays.store import overlays_folder, overlays_of
from visualize import IndexEntry, write_index, write_page
from visualize.demo.scenes import SCENES
from visualize.demo.wider import wider_pages


def run(folder: Path, force: bool = False) -> None:
    """Set up, load, print and draw; a private server that this call started is stopped again."""
    with filled_folder(folder, force) as made:
        made.mkdir()
        _run(made)
    put(
        Words(
            f"\nPages: {folder / 'index.html'} and the others beside it.",
            f"\n页面：{folder / 'index.html'} 及其旁的其他页面。",
        )
    )
    put(Words("Open it in a browser; it needs no network.", "用浏览器打开即可，不需联网。"))


def _run(folder: Path) -> None:
    settings = Settings.from_environment()
    started = False
    try:
        with progress() as report:
            started = ensure_running(settings, report).started_by_us
            with connect(settings) as database:
                ensure_shipped(database, report, overlays_of(overlays_folder(settings)))
        with connect(settings) as database:
            _tell(database, folder)
    finally:
        if started:
            with suppress(LoadRuns):  # somebody else loads into it: it goes on
                stop(settings)


def _tell(database: Database, folder: Path) -> None:
    # A graph may hold the wide dataset too, which would take minutes.
    core = core_groups()
    # One group at a time: the same shape of question as the scenes, so that it is planned only once.
    names = [group for group in queries.group_names(database=database) if group.uid in core]
    rows = [authority(database, group.uid).group for group in names]
    put(
        Words(
            "The documented groups, each on its last documented day",
            "有据可查的小组，各以其最后记载之日为准",
        ),
        style="bold",
    )
    overview([dict(row) for row in rows], Format.table)
    entries = list(_scenes(database, folder))
    entries.extend(wider_pages(database, folder))
    title = Words("lsgraph: demonstration", "lsgraph：示例")
    write_index(title, entries, folder / "index.html")


def _scenes(database: Database, folder: Path) -> Iterator[IndexEntry]:
    for scene in SCENES:
        answer = authority(database, scene.group, scene.question)
        out.print()
        show(answer, titles_in_english(database, (one["title"] for one in answer.group.chairs)))
        write_page(group_picture(database, answer), folder / scene.file)
        yield scene.entry(answer)
