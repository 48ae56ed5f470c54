"""A comparison as a page: the form, how far it is, what was found, and the report in a frame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from graph.core.terms import FIELDS, LEVELS
from graph.core.words import Words
from graph.regions.compare import Comparison
from visualize.report.overview import overview
from web.pages.around import Around, address
from web.pages.render import render

SIDES = "abcdefgh"
"""The parameters that hold regions, in their order."""
SHOWN = 3
"""Fields for regions that a form shows at least."""
FORMATS = (
    ("docx", "Word"), ("tex", "LaTeX"), ("html", "HTML"), ("csv", "CSV"), ("json", "JSON"),
)  # fmt: skip
TITLE = Words("Compare regions", "比较地区")


@dataclass(frozen=True)
class Sides:
    """What is compared, as an address gives it: regions on a day, or each before and after."""

    regions: tuple[str, ...] = ()
    as_of: str = ""
    before: str = ""
    after: str = ""
    field: str = ""
    level: str = ""

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods in which each region is read, none for a day."""
        return tuple(filter(None, (self.before, self.after)))

    def address(self, path: str = "/compare", **more: object) -> str:
        """An address with all of it."""
        regions = dict(zip(SIDES, self.regions, strict=False))
        rest = {name: value for name, value in vars(self).items() if name != "regions"}
        return address(path, **regions, **rest, **more)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The fields for regions, with what stands in them: one more than are filled in."""
        shown = min(max(SHOWN, len(self.regions) + 1), len(SIDES))
        return [
            (name, self.regions[i] if i < len(self.regions) else "")
            for i, name in enumerate(SIDES[:shown])
        ]


@dataclass(frozen=True)
class Under:
    """A comparison under way: the step it is at, of how many, and what that is."""

    step: int
    steps: int
    words: Words


def compare_page(
    sides: Sides,
    around: Around,
    found: Comparison | None = None,
    *,
    under: Under | None = None,
    ended: dt.datetime | None = None,
    error: str = "",
    notes: Sequence[str] = (),
) -> str:
    """Return the form alone, or with what is wrong, under way or, at `ended`, found."""
    return render(
        "compare.html", around, title=around.told(TITLE), sides=sides, found=found, under=under,
        ended=ended, error=error, notes=notes, formats=FORMATS, fields=FIELDS,
        levels={name: LEVELS[name] for name in ("Province", "Prefecture", "County", "Township")},
        known=overview(found, around.language) if found else [],
    )  # fmt: skip
