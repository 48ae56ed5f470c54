"""Groups with their seats, events, claims and notes as rows, each with the evidence that dates it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.claims import Claim
from graph.core.dates import Period, start_bound
from loaders.form.claims import ClaimEntry
from loaders.form.entries import Entries, GroupParts, Located
from loaders.form.references import References
from loaders.form.schema import SeatEntry
from loaders.groups.checks import check_seat, seat_day
from loaders.groups.derived_ends import end_basis, last_shown, stopped_by
from loaders.groups.evidence import evidence, spoken
from loaders.groups.rows import (
    ClaimRow,
    DocumentRow,
    EventRow,
    GroupRow,
    NoteRow,
    SeatRow,
    row_of,
)
from loaders.groups.successors import check_successors


@dataclass(frozen=True)
class Bodies:
    """The rows of all groups, in file order."""

    groups: tuple[GroupRow, ...]
    seats: tuple[SeatRow, ...]
    events: tuple[EventRow, ...]
    claims: tuple[ClaimRow, ...]
    notes: tuple[NoteRow, ...]


def bodies(entries: Entries, refs: References, documents: Sequence[DocumentRow]) -> Bodies:
    """Rows of every group; faults become problems of `refs`."""
    parts = [part for part in entries.groups if refs.unique(part.head.entry.uid, part.head)]
    seats = {
        part.head.entry.uid: [_seat(seat, part, refs) for seat in part.seats] for part in parts
    }
    check_successors(parts, refs)
    issued = {document.uid: document.issued for document in documents}
    return Bodies(
        groups=tuple(_group(part, seats[part.head.entry.uid], issued, refs) for part in parts),
        seats=tuple(seat for part in parts for seat in seats[part.head.entry.uid]),
        events=tuple(
            row_of(EventRow, row.entry, group=part.head.entry.uid, sources=refs.sources(row))
            for part in parts for row in part.events
        ),
        claims=tuple(
            ClaimRow(part.head.entry.uid, _claim(row, refs)) for part in parts for row in part.claims
        ),
        notes=tuple(
            NoteRow(part.head.entry.uid, row.entry.text, refs.sources(row))
            for part in parts for row in part.notes
        ),
    )  # fmt: skip


def _group(
    parts: GroupParts, seats: Sequence[SeatRow], issued: dict[str, str | None], refs: References
) -> GroupRow:
    head, entry = parts.head, parts.head.entry
    period = _life(parts, refs)
    place_day = start_bound(entry.from_).day if entry.from_ else None
    for number, uid in enumerate(entry.established_by):
        refs.known(uid, "doc", head.at("established_by", number))
    for number, uid in enumerate(entry.succeeded_by):
        refs.known(uid, "group", head.at("succeeded_by", number))
    place = refs.unit(entry.place, place_day, head.at("place"))
    return row_of(
        GroupRow,
        entry,
        place=place,
        period=period,
        evidence=evidence(parts, seats, issued, refs, period),
        spoken=spoken(parts, period),
        sources=refs.sources(head),
        from_sources=refs.sources(head, "from_source"),
        to_sources=refs.sources(head, "to_source"),
        witnesses=tuple(parts.witnesses),
    )


def _life(parts: GroupParts, refs: References) -> Period:
    """The group's validity; an end known by month or year lies where a successor starts."""
    entry = parts.head.entry
    period = Period.of(entry.from_, entry.to)
    for uid in entry.succeeded_by:
        successor = refs.first.get(uid)
        if successor is not None and successor.entry.from_:
            period = stopped_by(period, start_bound(successor.entry.from_))
    return period


def _seat(seat: Located[SeatEntry], parts: GroupParts, refs: References) -> SeatRow:
    check_seat(seat, parts, refs)
    entry, group = seat.entry, parts.head.entry
    period = Period.of(entry.from_, entry.to)
    return row_of(
        SeatRow, entry, group=group.uid, post=refs.known(entry.post, "post", seat.at("post")),
        unit=refs.unit(entry.unit, seat_day(entry, group, refs), seat.at("unit")),
        person=refs.known(entry.person, "person", seat.at("person")), period=period,
        end_basis=end_basis(period), last_evidence=last_shown(period, entry.as_of),
        sources=refs.sources(seat), from_sources=refs.sources(seat, "from_source"),
        to_sources=refs.sources(seat, "to_source"),
        claims=tuple(
            _claim(Located(claim, seat.file, (*seat.steps, "claims", number)), refs)
            for number, claim in enumerate(entry.claims)
        ),
    )  # fmt: skip


def _claim(row: Located[ClaimEntry], refs: References) -> Claim:
    refs.sources(row)
    return row.entry.claim
