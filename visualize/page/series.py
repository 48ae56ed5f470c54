"""A group through time as one HTML file: a slider over its moments, and what changed at each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from graph.core.words import Words
from graph.pictures.several.moment import Moment, PictureSeries
from graph.pictures.words import said
from visualize.page.network import write_text
from visualize.page.pages import FORMS, SCRIPTS, check, render, values
from visualize.picture.common import Day, common_frames
from visualize.picture.frames import Gathered
from visualize.picture.words import DRAWN_ON, gap_text

_LOWEST, _HIGHEST = 12.0, 58.0
"""Where the lowest and the highest gap stand, in hundredths of the plot."""


@dataclass(frozen=True)
class Column:
    """One moment: `days` it lasts, `level` of its gap in hundredths from below (None: unknown).

    `gap` is the figure as text ("+1", "?", "≤ 0"), `bound` marks the last of the three, `shown` whether
    a source shows the group then.
    """

    day: dt.date
    days: int
    type: Words
    gap: str
    level: float | None
    bound: bool
    shown: bool

    @property
    def says(self) -> Words:
        """The column in words, for who does not see it."""
        return Words(
            f"{self.day}: {self.type.en}, smallest gap {self.gap}",
            f"{self.day}：{self.type.zh}，最小级差 {self.gap}",
        )


def columns(moments: Sequence[Moment]) -> list[Column]:
    """A column for each moment; the last lasts as long as the others do on average where it is open."""
    known = [gap for moment in moments if (gap := _figure(moment)) is not None]
    low, high = min([*known, 0]), max([*known, 0])
    lasting = [(m.until - m.day).days for m in moments if m.until]
    usual = sum(lasting) // len(lasting) if lasting else 1
    return [_column(moment, usual, low, high) for moment in moments]


def _figure(moment: Moment) -> int | None:
    return moment.gap if moment.gap is not None else moment.gap_at_most


def _column(moment: Moment, usual: int, low: int, high: int) -> Column:
    figure = _figure(moment)
    bound = moment.gap is None and figure is not None
    step = (_HIGHEST - _LOWEST) / max(high - low, 1)
    return Column(
        day=moment.day,
        days=(moment.until - moment.day).days if moment.until else usual,
        type=moment.type,
        gap=("≤ " if bound else "") + gap_text(figure),
        level=None if figure is None else round(_LOWEST + (figure - low) * step, 1),
        bound=bound,
        shown=moment.shown,
    )


def series_page(series: PictureSeries) -> str:
    """Return the page as HTML text; raises InputError for a picture that cannot be drawn, see `page`."""
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
    """Find on which days a box or tie is drawn: runs of moments that follow each other."""
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    spans = []
    for _, run in runs:
        own = [number for _, number in run]
        spans.append(_days(moments[own[0]].day, moments[own[-1]].until))
    return Words.joined(spans, "; ", "；")
