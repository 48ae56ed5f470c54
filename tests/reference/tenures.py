"""Who holds a post on a day: the words of section 9, "Who holds a post on D", day by day.

Nothing is joined or stored here: each day is asked anew of all that sources tell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Status = Literal["held", "last_shown", "nobody"]
APART, SHOWN = 3, 5
"""Years between two days of evidence; years after the last."""


@dataclass(frozen=True)
class Told:
    """A source tells that a person holds a post: from its start to before its end, or (no end) on a day."""

    person: str
    start: date
    end: date | None = None

    @property
    def last(self) -> date:
        """The last day of which it speaks."""
        return self.end - timedelta(days=1) if self.end else self.start


def later(day: date, years: int) -> date:
    """The same day some years later; of 29 February the day before 1 March."""
    eve = day - timedelta(days=1) if (day.month, day.day) == (2, 29) else day
    return eve.replace(year=day.year + years)


def shown_between(told: Iterable[Told], first: date, last: date) -> bool:
    """Whether one of them speaks of a day between two days."""
    return any(one.start < last and first < one.last for one in told)


def holds(own: Sequence[Told], others: Sequence[Told], day: date) -> bool:
    """Whether a stated tenure covers the day, or it lies between two days that belong together.

    A stated tenure begins and ends by itself: no day before or after it belongs to one within.
    """
    if any(one.start <= day <= one.last for one in own):
        return True
    whole = [one for one in own if one.end]
    return any(
        before.last < day < after.start
        and after.start <= later(before.last, APART)
        and not shown_between(others, before.last, after.start)
        and not any(one.start <= after.start and before.last <= one.last for one in whole)
        for before in own
        for after in own
    )


def status(told: Sequence[Told], alone: bool, person: str, day: date) -> Status:
    """Whether a person holds a post on a day, is last shown in it, or neither.

    `alone`: one person holds the post at a time.
    """
    own = [one for one in told if one.person == person]
    others = [one for one in told if alone and one.person != person]
    if holds(own, others, day):
        return "held"
    past = [one for one in own if one.last < day]
    if not past:
        return "nobody"
    last = max(one.last for one in past)
    ended = any(one.end and one.last == last for one in past)
    followed = any(one.start <= day and one.last > last for one in others)
    near = day <= later(last, SHOWN)
    return "last_shown" if near and not ended and not followed else "nobody"
