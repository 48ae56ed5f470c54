"""Which kinds of ties a picture leaves out until they are asked for."""

from __future__ import annotations

from collections.abc import Collection

from graph.pictures import Picture

MANY = 60
"""Ties above which a picture is crowded: a page opens with the matrix, command is left out at first, and
rows share channels."""
_SEATS = frozenset({"MEMBER_OF", "DEPUTY_CHAIRS"})


def off_at_first(pictures: Collection[Picture]) -> frozenset[str]:
    """Return the kinds that are off at first in pictures of one page: seats, and command that is said twice.

    Where a chair's own ties are drawn each member has a seat. Command is off where a chair's ties join
    the same units, and in a picture of many ties; a tree is made of it.
    """
    off: set[str] = set()
    if any(tie.kind == "AUTHORITY" for picture in pictures for tie in picture.ties):
        off |= _SEATS
    if any(tie.kind == "COMMAND" for picture in pictures for tie in picture.ties) and all(
        _said_otherwise(picture) for picture in pictures
    ):
        off.add("COMMAND")
    return frozenset(off)


def _said_otherwise(picture: Picture) -> bool:
    command = [(tie.start, tie.end) for tie in picture.ties if tie.kind == "COMMAND"]
    if not command:
        return True
    if picture.layout != "tiers" or len(command) == len(picture.ties):
        return False
    if len(picture.ties) > MANY:
        return True
    units: dict[str, set[str]] = {}
    for tie in picture.ties:
        if tie.kind == "IN":
            units.setdefault(tie.start, set()).add(tie.end)
    said = {
        (unit, tie.end)
        for tie in picture.ties
        if tie.relation in ("LINE", "OWN")
        for unit in {tie.start, *units.get(tie.start, ())}
    }
    return said.issuperset(command)
