"""Seats as documented: SITS_IN, and for seats of leadership a relationship of their own."""

from __future__ import annotations

from collections.abc import Iterator

from graph.core.model import Label, Node, Tie, TieType
from graph.offices.ranks import Mode
from loaders.groups.memberships import MEMBERS
from loaders.groups.rows import SeatRow
from loaders.write.provenance import known, provenance, stored

SEAT_TIES = {
    "chair": TieType.CHAIRS,
    "deputy_chair": TieType.DEPUTY_CHAIRS,
    "office_director": TieType.DIRECTS_OFFICE_OF,
}
"""Seats of leadership that have a relationship of their own beside SITS_IN."""


def seat_ties(seat: SeatRow) -> Iterator[Tie]:
    """SITS_IN and, for seats of leadership, the relationship of their own; a listing has none.

    Where a source names a unit and no post (办公室设在市水利局), the stand-in is IN the unit.
    """
    if _is_listing(seat):
        return
    post = seat.post or _stand_in(seat)
    if seat.post is None and seat.unit is not None:
        yield Tie(TieType.IN, post, seat.unit, provenance(seat.sources, seat.confidence))
    properties = stored(
        seat, "role", "person", "title", "end_basis", "last_evidence", "held_to", "shown_to", "note",
        executive=seat.executive or None, rotating=seat.rotating or None,
        presided=seat.presided or None, claims=[one.stored() for one in seat.claims] or None,
        **seat.period.properties(), **provenance(seat.all_sources, seat.confidence),
    )  # fmt: skip
    part = _part(seat)
    yield Tie(TieType.SITS_IN, post, seat.group, properties, part)
    if seat.role in SEAT_TIES:
        yield Tie(SEAT_TIES[seat.role], post, seat.group, properties, part)


def seat_key(seat: SeatRow) -> str:
    """What tells the seat's SITS_IN from all others; a listing, which has none, by its unit."""
    held = seat.unit or "" if _is_listing(seat) else seat.post or _stand_in(seat)
    return Tie(TieType.SITS_IN, held, seat.group, {}, _part(seat)).key


def seat_nodes(seat: SeatRow) -> Iterator[Node]:
    """A seat whose post is not known, or that lists a unit: it is kept under a post of its own."""
    if seat.post is None and not _is_listing(seat):
        found = known(title=seat.title, mode=str(Mode.OTHER), unstated=True)
        yield Node(Label.POST, _stand_in(seat), found)


def _part(seat: SeatRow) -> str:
    told = (seat.role, seat.person, seat.period.start.day.isoformat(), seat.note)
    return "|".join(filter(None, told))


def _is_listing(seat: SeatRow) -> bool:
    """Whether a source lists the unit itself, and nobody for it."""
    return bool(seat.unit and not seat.post and not seat.person and seat.role in MEMBERS)


def _stand_in(seat: SeatRow) -> str:
    return f"post:unstated:{seat.group.removeprefix('group:')}:{seat.person or seat.unit or seat.title}"
