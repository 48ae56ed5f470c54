"""The strip above the pictures of a group through time: type and smallest gap, a column a moment.

It is the scale of the slider too. Columns are as wide as their time, the short ones widened so that
they can be read and hit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from graph.core.terms import TYPES, term
from graph.core.words import Words
from graph.pictures.several.moment import Moment
from visualize.picture.words import gap_text

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
        type=term(TYPES, moment.type),
        gap=("≤ " if bound else "") + gap_text(figure),
        level=None if figure is None else round(_LOWEST + (figure - low) * step, 1),
        bound=bound,
        shown=moment.shown,
    )
