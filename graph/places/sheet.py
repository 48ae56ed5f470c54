"""A division or an agency as a page tells it: where it stands, what it was, and its groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.dates import OPEN_END
from graph.places.find import find_place, find_unit


@dataclass(frozen=True)
class PlaceSheet:
    """A unit (a row of `units_named`) on a day.

    `above` are its superiors, nearest first, `below` those right below it; none for an agency;
    `history` holds all units of the place; `groups` are those that it runs, sits in or holds within it
    (`groups_of_place`), on the day that was asked for, else each on its own; `seats` are all its seats,
    past ones too.
    """

    unit: Row
    as_of: dt.date
    notes: Sequence[str]
    above: Sequence[Row]
    below: Sequence[Row]
    history: Sequence[Row]
    groups: Sequence[Row]
    seats: Sequence[Row]


def place_sheet(
    database: Database, text: str, as_of: dt.date | None = None, today: dt.date | None = None
) -> PlaceSheet:
    """Return the sheet of a unit by uid, code or name; without a day as it stood last, at most `today`.

    With a day the unit that stood in its place on the day. Raises as find_place and find_unit do.
    """
    unit = find_unit(database, text)
    notes: Sequence[str] = ()
    if as_of is not None and unit.level:
        found = find_place(database, unit.uid, as_of)
        unit, notes = find_unit(database, found.uid), found.notes
    day = as_of or min(today or dt.date.today(), (unit.valid_to or OPEN_END) - dt.timedelta(days=1))
    groups = queries.groups_of_place(region=[unit.uid], as_of=as_of, database=database)
    seats = queries.groups_of_government([unit.uid], as_of=as_of, stale=True, database=database)
    if not unit.level:
        return PlaceSheet(unit, day, notes, (), (), (), groups, seats)
    return PlaceSheet(
        unit, day, notes,
        above=queries.ancestors(unit.uid, day, database=database),
        below=queries.children(unit.uid, day, database=database),
        history=queries.place_history(unit.uid, database=database),
        groups=groups,
        seats=seats,
    )  # fmt: skip
