"""The demonstration: the documented groups, the two that a reader should know, and their pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cli.ask.authority import overview, show
from cli.context import progress
from cli.output import Format, out
from graph.ask.authority import Authority, Question, authority
from graph.ask.reasons import reason
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.terms import TYPES
from graph.core.words import Words
from graph.pictures.group.picture import group_picture
from graph.pictures.words import said
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from loaders.groups.read import core_groups
from loaders.load.shipped import ensure_shipped
from visualize import IndexEntry, write_index, write_page
from visualize.demo.wider import wider_pages

EVE = dt.date(2018, 12, 25)
MERGER = dt.date(2018, 12, 26)
MAYOR = "济南市市长"


@dataclass(frozen=True)
class Scene:
    """One page of the demonstration: its file, and what is asked."""

    file: str
    group: str
    question: Question = field(default_factory=Question)


SCENES = (
    Scene("air-2013.html", "group:a-jjj-air-cooperation"),
    Scene("air-2018.html", "group:bth-air-lsg"),
    Scene("jinan-laiwu.html", "group:jinan-laiwu"),
    Scene("jinan-laiwu-eve.html", "group:jinan-laiwu", Question(EVE, chair=MAYOR)),
    Scene("jinan-laiwu-merger.html", "group:jinan-laiwu", Question(MERGER, chair=MAYOR)),
    Scene(
        "jinan-laiwu-successor.html",
        "group:jinan-laiwu",
        Question(MERGER, chair=MAYOR, members=("370116",)),
    ),
    Scene("xiaoqing-river.html", "group:sd-xiaoqing-river"),
    Scene("weishan-lake.html", "group:weishan-lake-tourism"),
)


def run(folder: Path) -> None:
    """Set up, load, print and draw; a private server that this call started is stopped again."""
    settings = Settings.from_environment()
    started = False
    try:
        with progress() as report:
            started = ensure_running(settings, report).started_by_us
            with connect(settings) as database:
                ensure_shipped(database, report)
        with connect(settings) as database:
            _tell(database, folder)
    finally:
        if started:
            stop(settings)


def _tell(database: Database, folder: Path) -> None:
    # A graph may hold the wide dataset too, which would take minutes.
    core = core_groups()
    # One group at a time: the same shape of question as the scenes, so that it is planned only once.
    names = [group for group in queries.group_names(database=database) if group.uid in core]
    rows = [authority(database, group.uid).group for group in names]
    out.print("The documented groups, each on its last documented day", style="bold")
    overview([dict(row) for row in rows], Format.table)
    entries = list(_scenes(database, folder))
    entries.extend(wider_pages(database, folder, EVE, MERGER, MAYOR))
    title = Words("lsgraph: demonstration", "lsgraph：示例")
    write_index(title, entries, folder / "index.html")
    out.print(f"\nPages: {folder / 'index.html'} and {len(entries)} pages beside it.", markup=False)
    out.print("Open it in a browser; it needs no network.")


def _scenes(database: Database, folder: Path) -> Iterator[IndexEntry]:
    folder.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        answer = authority(database, scene.group, scene.question)
        out.print()
        show(answer)
        write_page(group_picture(database, answer), folder / scene.file)
        yield _entry(scene, answer)


def _entry(scene: Scene, answer: Authority) -> IndexEntry:
    row = answer.group
    day = Words("undated", "无日期") if "undated" in row.flags else said(row.as_of)
    supposed = _supposed(scene.question)
    return IndexEntry(
        title=Words(
            f"{row.name_en or row.name}, {day.en}{supposed.en}",
            f"{row.name}，{day.zh}{supposed.zh}",
        ),
        type=TYPES[row.type],
        gap=row.gap_min,
        lc=row.lc,
        link=scene.file,
        sentence=reason(row),
    )


def _supposed(question: Question) -> Words:
    if question.chair is None:
        return Words("", "")
    members = "、".join(question.members)
    en, zh = (f", {members} a member", f"，{members} 为成员") if members else ("", "")
    return Words(
        f" (supposed: {question.chair} in the chair{en})", f"（假设{question.chair}任组长{zh}）"
    )
