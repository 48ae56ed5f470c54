"""The draft of an adjustment: the whole group of the graph, with seats that end, that stay, and new ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders.notices.changes import STAYS, Change, Changes, Held
from loaders.notices.model import LOW

Rows = list[dict[str, Any]]


def amend(tables: dict[str, Rows], changes: Changes, seats: int) -> None:
    """Put a group of the graph into the rows of a draft whose first `seats` seats are its new ones.

    The group keeps its id, name and start; a seat that ends closes on the day of the notice.
    """
    own = changes.uid.removeprefix("group:").rpartition(".")[2]
    ids = {row.uid: f"s{number}" for number, row in enumerate(changes.sources, start=2)}
    cited = ((ids[row.uid], row) for row in changes.sources)
    tables["sources"] += [
        {"source": id, "title": row.title, "url": row.url, "kind": row.kind, "licence": row.licence}
        for id, row in cited
    ]
    tables["groups"][0] |= {
        "group": own, "name": changes.name, "from": changes.since, "document": None,
    }  # fmt: skip
    new = zip(tables["seats"][:seats], changes.changes, strict=False)
    tables["seats"][:seats] = [_begun(row, one, changes.day) | {"group": own} for row, one in new]
    ended = [one for one in changes.changes if one.kind != STAYS or one.seat is None]
    tables["seats"] += [
        {"group": own} | _held(one.held, None if one.kind == STAYS else changes.day, ids)
        for one in ended
        if one.held
    ]


def _begun(row: dict[str, Any], one: Change, day: str | None) -> dict[str, Any]:
    """A row of the notice: a seat that stays keeps its start, any other begins on the day.

    A title that only the seat before has comes along, in doubt.
    """
    if one.held is None:
        return row | {"from": day}
    before = {"title": one.held.title, "unit": _unit(one.held.unit)} if not row["title"] else {}
    doubt = {"certainty": LOW} if one.check else {}
    return row | before | doubt | {"from": one.held.since if one.kind == STAYS else day}


def _held(held: Held, end: str | None, ids: Mapping[str, str]) -> dict[str, Any]:
    """A row of a seat that the graph holds; `end` is None where it stays."""
    return {
        "role": held.role, "person": held.person, "title": held.title, "unit": _unit(held.unit),
        "from": held.since, "to": end, "source": ids.get(held.source or "", "s1"),
    }  # fmt: skip


def _unit(uid: str | None) -> str | None:
    """A unit as a cell names it: 370100:济南市 of a division, an agency by its uid."""
    kind, _, rest = (uid or "").partition(":")
    return ":".join(rest.split(":")[:2]) if kind == "div" else uid
