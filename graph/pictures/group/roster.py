"""The roster of a group (名单): every seat that a source shows, and why it makes its unit a member or not."""

from __future__ import annotations

from collections.abc import Iterable

from graph.ask.claims import claims_in_words
from graph.ask.remarks import remark
from graph.catalogue import Row
from graph.core.terms import EXECUTIVE, ROLES, STANDINGS, last_shown, term
from graph.core.words import Words
from graph.pictures.contract import RosterSeat
from graph.pictures.group.known import Known
from graph.pictures.parts import ranked


def roster(known: Known) -> Iterable[RosterSeat]:
    """Yield all seats of the group on the day, chairs first."""
    return (_seat(known, row) for row in known.seats)


def _seat(known: Known, row: Row) -> RosterSeat:
    unit = row.unit_name or ""
    return RosterSeat(
        role=EXECUTIVE if row.executive else term(ROLES, row.role),
        holder=row.name or "",
        title=row.title or "",
        unit=Words(row.unit_name_en or unit, unit),
        rank=ranked(row),
        makes=term(STANDINGS, row.standing),
        counts=row.standing == "member",
        note=Words.joined(
            (
                last_shown(row.tenure_status, row.last_evidence),
                remark(row.note),
                *claims_in_words(row.claims),
            ),
            "; ",
            "；",
        ),
        sources=known.sources.refs(row.source),
    )
