"""A group through time as one HTML file: a slider over its moments, and what changed at each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from graph.core.words import Words
from graph.pictures.several.moment import Moment, PictureSeries
from graph.pictures.words import said
from visualize.page.network import write_text
from visualize.page.pages import FORMS, SCRIPTS, check, render, values
from visualize.page.strip import columns
from visualize.picture.common import Day, common_frames
from visualize.picture.frames import Gathered
from visualize.picture.words import DRAWN_ON


def series_page(series: PictureSeries) -> str:
    """The page as HTML text; raises InputError for a picture that can not be drawn, see `page`."""
    for moment in series.moments:
        check(moment.picture)
    days = [Day(moment.picture, said(moment.day), moment.difference) for moment in series.moments]
    gathered = Gathered(common_frames(days, FORMS))
    shown = {
        **values(gathered, "series", 640, (*SCRIPTS, "series.js")),
        "title": series.title,
        "series": series,
        "columns": columns(series.moments),
        "spans": [_days(moment.day, moment.until) for moment in series.moments],
        "where_head": DRAWN_ON,
        "where": lambda numbers: _where(series.moments, numbers),
    }
    return render(gathered, shown, "series.html")


def write_series(series: PictureSeries, path: Path) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; errors as `series_page`, and OSError."""
    write_text(path, series_page(series))


def _days(first: dt.date, until: dt.date | None) -> Words:
    """First and last day; an end that nobody knows stays open."""
    if until is None:
        return Words(f"from {first} on", f"{first} 起")
    last = until - dt.timedelta(days=1)
    return Words(f"{first} to {last}", f"{first} 至 {last}")


def _where(moments: Sequence[Moment], numbers: Sequence[int]) -> Words:
    """On which days a box or tie is drawn: runs of moments that follow each other."""
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    spans = []
    for _, run in runs:
        own = [number for _, number in run]
        spans.append(_days(moments[own[0]].day, moments[own[-1]].until))
    return Words("; ".join(s.en for s in spans), "；".join(s.zh for s in spans))
