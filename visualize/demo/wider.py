"""The pages of the demonstration that show more than one group on one day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.ask.authority import Question
from graph.connection import Database
from graph.core.words import Words
from graph.pictures.nation import nation
from graph.pictures.region.picture import region_picture
from graph.pictures.several.beside import sides
from graph.pictures.several.series import picture_series
from visualize import IndexEntry, write_page
from visualize.demo.scenes import EVE, MAYOR, MERGER
from visualize.national import write_nation
from visualize.page.beside import write_beside
from visualize.page.series import write_series

AIR, JINAN_LAIWU = "group:a-jjj-air-cooperation", "group:jinan-laiwu"


def wider_pages(database: Database, folder: Path) -> Iterator[IndexEntry]:
    """Yield a group through time, one group on two days, a province, and the whole country on the eve."""
    series = picture_series(database, AIR)
    write_series(series, folder / "air-over-time.html")
    yield _entry(
        series.title,
        "air-over-time.html",
        f"Through time: {len(series.moments)} pictures, and what changes from one to the next.",
        f"随时间变化：{len(series.moments)} 幅图，及其间的变化。",
    )
    both = sides(database, [JINAN_LAIWU], (EVE, MERGER), Question(chair=MAYOR))
    write_beside(both, folder / "jinan-laiwu-beside.html")
    yield _entry(
        both.left.title,
        "jinan-laiwu-beside.html",
        f"Side by side: {EVE} and {MERGER} (supposed: {MAYOR} in the chair).",
        f"并列：{EVE} 与 {MERGER}（假设{MAYOR}任组长）。",
    )
    shandong = region_picture(database, "山东省", EVE)
    write_page(shandong, folder / "shandong.html")
    yield IndexEntry(shandong.title, None, None, None, "shandong.html", shandong.caption)
    country = nation(database, EVE)
    write_nation(country, folder / "china.html")
    yield _entry(
        Words(f"China, {EVE}", f"全国，{EVE}"),
        "china.html",
        f"The national hierarchy: {len(country.units):,} divisions, opened branch by branch.",
        f"全国行政区划：{len(country.units):,} 个区划，逐级展开。",
    )


def _entry(title: Words, link: str, en: str, zh: str) -> IndexEntry:
    return IndexEntry(title, None, None, None, link, Words(en, zh))
