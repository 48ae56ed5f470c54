"""Gathered entries as rows of the form `lsgraph/tables/1`, an entry a group: what loaders.tables understands.

A seat has four columns more than the form: `code` of the division that its unit is, `unit_of`, the
division whose agency it is, `from_source` and `to_source`, who tell its start and its end. `from` is
empty where the sources of the seat show its start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from graph.core.dates import end_bound, known_by, start_bound
from graph.offices.bodies import Setting
from graph.offices.divisions import Division, Places
from loaders.files.problems import Place
from loaders.form.schema import SourceEntry
from loaders.form.source_kinds import tells_founding
from loaders.gathered.form import Gathered, GatheredGroup, GatheredSeat
from loaders.tables.read.raw import Cell, RawFile, RawTable, Row
from loaders.tables.schema import SEATS, SOURCES
from loaders.tables.understand.book import Group, first_day

HONORARY = ("名誉", "honorary")
"""An honorary chair (名誉主任) leads nothing: the seat is kept as an observer's, the note says what it is."""


def raw_file(files: Sequence[Gathered]) -> RawFile:
    """The sources and seats of all files."""
    sources = {uid: row for file in files for uid, row in _sources(file)}
    seats = [row for file in files for entry in file.groups for row in _seats(file, entry)]
    place = Place(Path("gathered"))
    return RawFile(
        [RawTable(SOURCES, place, (*sources.values(),)), RawTable(SEATS, place, (*seats,))]
    )


def group_id(file: str, entry: GatheredGroup) -> str:
    """Id of an entry among those of all files."""
    return f"{file}:{entry.id}"


def group_of(entry: GatheredGroup, places: Places) -> Group:
    """What the seats of an entry need to know of it."""
    founding = frozenset(entry.founding.source if entry.founding else ())
    place = place_of(entry, places, entry.start)
    setting = Setting(first_day(entry.start), place, entry.level)
    return Group(f"group:{entry.id}", entry.start, entry.end, setting, 0, founding, entry.planned)


def place_of(entry: GatheredGroup, places: Places, start: str | None) -> Division | None:
    """The government that runs the group on the day of its start."""
    if entry.place is None:
        return None
    code, name, day = entry.place.code, entry.place.name, first_day(start)
    return places.coded(code, name, day) or places.named(name, day, code)


def _sources(file: Gathered) -> Iterator[tuple[str, Row]]:
    for number, (uid, row) in enumerate(file.sources.items()):
        cells = {"source": uid, "title": row.title, "url": row.url, "kind": row.kind, "date": row.date,
                 "licence": row.licence, "read": row.read}  # fmt: skip
        yield uid, _row(file.name, number, cells)


def _seats(file: Gathered, entry: GatheredGroup) -> Iterator[Row]:
    for number, seat in enumerate(entry.seats):
        honorary = any(word in (seat.note or "") for word in HONORARY)
        cells = {
            "group": group_id(file.name, entry), "role": "observer" if honorary else seat.role,
            "title": seat.title, "unit": seat.unit or seat.of, "person": seat.person,
            "from": _start(seat, entry, file.sources), "to": seat.to, "source": "; ".join(seat.source),
            "notes": seat.note, "code": seat.code, "unit_of": seat.agency_of or seat.within,
            "from_source": "; ".join(seat.from_source or ()),
            "to_source": "; ".join(seat.to_source or ()),
        }  # fmt: skip
        yield _row(file.name, number, cells)


def _start(
    seat: GatheredSeat, entry: GatheredGroup, sources: Mapping[str, SourceEntry]
) -> str | None:
    """The stated start: exact where the founding act names the seat, else known by that day."""
    start = seat.from_
    if start is None or (seat.to and end_bound(seat.to).day <= start_bound(start).day):
        return None
    founding = entry.founding.source if entry.founding is not None else ()
    acts = [sources[uid] for uid in seat.source if uid in founding and uid in sources]
    named = any(tells_founding(one.kind, one.date, start) for one in acts)
    return start if named and start == entry.start else known_by(start)


def _row(file: str, number: int, cells: Mapping[str, str | None]) -> Row:
    place = Place(Path(f"{file}.yaml"))
    told = {column: Cell(text, checked=True) for column, text in cells.items() if text}
    return Row(number, told, lambda *_: place)
