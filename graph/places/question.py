"""What a text can mean: a name or code, a day, a region, and the units that bear it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.names.fit import has_initials
from graph.places.place import Place
from graph.places.spelling import without_ending

COUNTY_DIGITS = 6
"""Digits of the code of a county or a higher division; initials of townships would be those of anything."""


@dataclass(frozen=True)
class Question:
    """A text as `place_spelling.typed` leaves it, asked as of a day, in a region or anywhere."""

    database: Database
    text: str
    day: dt.date
    region: Place | None = None

    @property
    def within(self) -> str | None:
        """The uid of the region."""
        return self.region.uid if self.region else None

    def matches(self, as_of: dt.date | None, within: str | None = None) -> list[Row]:
        """Divisions and agencies that the text names, on a day or ever: exact names before others."""
        named = list(queries.units_named(self.text, as_of, within, database=self.database))
        if not named and (parts := without_ending(self.text)):
            stem, ends = parts
            others = queries.units_named(stem, as_of, within, database=self.database)
            return [row for row in others if row.level and row.name.endswith(ends)]
        exact = [row for row in named if self.text in (row.uid, row.code, row.name)]
        return exact or named

    def initialled(self, as_of: dt.date | None, within: str | None = None) -> list[Row]:
        """Divisions down to counties of whose name or short name the text is the initials, highest first."""
        if not self.text.isalpha() or not self.text.isascii():
            return []
        names = dict.fromkeys(
            row.name
            for row in queries.division_names(as_of, database=self.database)
            if len(row.code) == COUNTY_DIGITS
            and any(name and has_initials(name, self.text) for name in (row.name, row.name_short))
        )
        rows = (
            row
            for name in names
            for row in queries.units_named(name, as_of, within, database=self.database)
            if row.level and row.name in names
        )
        return sorted(rows, key=lambda row: (-(row.rank or 0), row.code))

    def divisions(self, as_of: dt.date | None, within: str | None = None) -> list[Row]:
        """Return the matches that are divisions."""
        return [row for row in self.matches(as_of, within) if row.level]
