"""A unit in the chair (组长单位), or one that presided, is its head: a derived post has the seat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.offices.ranks import Mode
from loaders.groups.memberships import UnitFacts
from loaders.groups.rows import PostRow, SeatRow


def seat_heads(
    seats: Sequence[SeatRow], units: Mapping[str, UnitFacts], branches: Mapping[str, str]
) -> tuple[list[PostRow], list[SeatRow]]:
    """The derived posts, and the seats with every unit in the chair, or that presided, replaced by its head.

    `branches` holds the branch of each agency by uid; a unit that is not in it is a division.
    """
    heads = {s.unit: _head(s.unit, units, branches) for s in seats if s.unit and _in_chair(s)}
    return list(heads.values()), list(map(headed, seats))


def headed(seat: SeatRow) -> SeatRow:
    """The seat, with a unit in the chair, or that presided, replaced by the post of its head."""
    return (
        replace(seat, post=_post(seat.unit), unit=None) if seat.unit and _in_chair(seat) else seat
    )


def _post(unit: str) -> str:
    return f"post:head:{unit}"


def _head(unit: str, units: Mapping[str, UnitFacts], branches: Mapping[str, str]) -> PostRow:
    mode = Mode.DEPT_HEAD if unit in branches else Mode.HEAD
    rank = units[unit].rank
    basis = None if rank is None else "derived"
    return PostRow(_post(unit), "主要负责人", unit, mode, branches.get(unit, ""), rank, basis)


def _in_chair(seat: SeatRow) -> bool:
    return (seat.role == "chair" or seat.presided) and seat.post is None
