"""Entries of one real group joined: one group, every source, contradictions side by side."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.core.dates import Precision, end_bound, known_by, start_bound
from loaders.form.source_kinds import surest
from loaders.gathered.form import GatheredGroup
from loaders.groups.derived_ends import ONE_HOLDER
from loaders.groups.memberships import MEMBERS
from loaders.tables.understand.seat import Seat, led
from loaders.tables.understand.seats import FORMER

_MARKS = re.compile(r"[“”\"‘’《》〈〉·\s（）()〔〕\[\]]")
ROTATES = re.compile(r"rotat|轮值|轮流|轮换|convene in turn|joint meeting in turn")


@dataclass
class Draft:
    """A group before it is written: the entries it is made of, and its seats."""

    key: tuple[str, str]
    entries: list[GatheredGroup] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    notes: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    shipped: str | None = None

    @property
    def main(self) -> GatheredGroup:
        """The entry that names the group: the one with most seats, the first of equals."""
        return max(self.entries, key=lambda entry: len(entry.seats))

    @property
    def uid(self) -> str:
        """uid of the group: the shipped one's, else from the first entry's id."""
        return self.shipped or f"group:{self.entries[0].id}"

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources of all entries."""
        return tuple(dict.fromkeys(uid for entry in self.entries for uid in entry.sources))


def name_key(name: str) -> str:
    """What two entries of one group share: the name without marks, 国务院 and variants of its kind."""
    bare = _MARKS.sub("", name).replace("联席会议", "联席会")
    for prefix in ("中华人民共和国", "国务院", "中共"):
        bare = bare.removeprefix(prefix)
    return bare


def _own_name(entry: GatheredGroup) -> str:
    """The key without the name of the government that runs the group."""
    name = name_key(entry.name)
    return name.removeprefix(entry.place.name) if entry.place else name


def drafts(
    entries: Iterable[tuple[GatheredGroup, list[Seat]]], same: Mapping[str, str]
) -> list[Draft]:
    """One draft a group, in the order of the first entry; `same` names the group of an entry by hand."""
    found: list[Draft] = []
    by_id: dict[str, Draft] = {}
    for entry, seats in entries:
        draft = by_id.get(same.get(entry.id, "")) or _fitting(found, entry, same.get(entry.id))
        if draft is None:
            place = entry.place.code if entry.place else None
            draft = Draft((name_key(entry.name), place or ""), shipped=same.get(entry.id))
            found.append(draft)
        by_id.setdefault(entry.id, draft)
        draft.entries.append(entry)
        draft.seats += seats
    for draft in found:
        draft.seats = joined(draft.seats)
    return found


def _fitting(found: Sequence[Draft], entry: GatheredGroup, same: str | None) -> Draft | None:
    """The draft that an entry belongs to: by hand, else one of its name whose place does not differ."""
    if same is not None:
        return next((draft for draft in found if draft.shipped == same), None)
    name, place = name_key(entry.name), entry.place.code if entry.place else ""
    for draft in found:
        alike = draft.key[0] == name and (place in ("", draft.key[1]) or not draft.key[1])
        inside = place and draft.key[1] == place and _own_name(draft.entries[0]) == _own_name(entry)
        if alike or inside:
            return draft
    return None


def joined(seats: Sequence[Seat]) -> list[Seat]:
    """Statements of one seat as one; a bare name joins the seat of that person in the same role."""
    found: dict[tuple[str, ...], Seat] = {}
    for seat in seats:
        key = _key(seat)
        while key in found and _another_term(found[key], seat):
            key = (*key, "again")
        known = found.setdefault(key, seat)
        if known is not seat:
            _join(known, seat)
    _join_nameless(found)
    titled = {(s.role, _name(s)): s for s in found.values() if s.person and (s.post or s.unit)}
    kept = []
    for seat in found.values():
        other = titled.get((seat.role, _name(seat)))
        if other is not None and seat is not other and _bare(seat):
            _join(other, seat)
        else:
            kept.append(seat)
    return kept


def _another_term(seat: Seat, other: Seat) -> bool:
    """Whether one entry tells two terms of a seat: the one ended before the other is known."""
    if not _entries(seat) & _entries(other):
        return False
    return _over(seat, other) or _over(other, seat)


def _over(seat: Seat, other: Seat) -> bool:
    if not (seat.end and other.start):
        return False
    return end_bound(seat.end).day <= start_bound(other.start).day


def _join_nameless(found: dict[tuple[str, ...], Seat]) -> None:
    """A post without a name joins the only named holder of it in the same role.

    Of a deputy's post there are several: there the name must be another entry's. A name that a later
    source gives is a fact of its own: the post is known from the first, the person by the second.
    """
    for key, seat in list(found.items()):
        if seat.person or seat.post is None:
            continue
        named = [
            other
            for k, other in found.items()
            if k[0] == key[0] and k[2] == key[2] and other.person
        ]
        one = len(named) == 1 and not _later(named[0], seat)
        elsewhere = one and not _entries(named[0]) & _entries(seat)
        if one and (seat.post.mode in ONE_HOLDER or elsewhere):
            _join(named[0], seat)
            del found[key]


def _later(seat: Seat, first: Seat) -> bool:
    """Whether a seat is known only from a later day on than the first."""
    if not (seat.start and first.start):
        return False
    return start_bound(seat.start).day > start_bound(first.start).day


def _name(seat: Seat) -> str:
    return seat.person.name if seat.person else ""


def _bare(seat: Seat) -> bool:
    """A name without a title: what stands beside it is the place, no post."""
    known = seat.post or seat.unit or seat.problem or seat.rows[0].text("title")
    return bool(seat.person) and not known


def _key(seat: Seat) -> tuple[str, ...]:
    """What two statements must share to be of one seat, dates apart."""
    held = seat.post.title + seat.post.body.ref if seat.post else ""
    unit = seat.unit.ref if seat.unit else ""
    plain = "" if held or unit or _bare(seat) else (seat.title or "")
    return (seat.role, _name(seat), held, unit, plain)


def _entries(seat: Seat) -> set[str]:
    return {row.text("group") for row in seat.rows}


def _join(seat: Seat, other: Seat) -> None:
    """Add what another statement of the same seat tells."""
    starts = [text for text in (seat.start, other.start) if text]
    exact = [text for text in starts if not text.startswith("[..")]
    shown = max((start_bound(text).day for text in starts), default=None)
    start = min(exact or starts, key=lambda text: start_bound(text).day, default=None)
    same = [one for one in (seat, other) if one.start == start]
    told = dict.fromkeys(uid for one in same for uid in one.start_ids or one.ids)
    seat.start_ids = [*told] if any(one.start_ids for one in same) else []
    seat.start = start
    if shown and seat.start and shown > start_bound(seat.start).day:
        seat.as_of = max(filter(None, (seat.as_of, shown.isoformat())))
    if seat.end and other.end and seat.end != other.end:
        seat.tell(f"sources differ on the end: {seat.end}, {other.end}")
    if seat.end is None or seat.end == other.end:
        seat.end_ids += [uid for uid in other.end_ids if uid not in seat.end_ids]
    seat.end = seat.end or other.end
    seat.ids += [uid for uid in other.ids if uid not in seat.ids]
    seat.confidence = surest(filter(None, (seat.confidence, other.confidence)))
    seat.executive = seat.executive or other.executive
    seat.presided = seat.presided or other.presided
    seat.note = seat.note or other.note
    seat.rows += other.rows
    seat.beside += tuple(
        post for post in other.beside if post.title not in {p.title for p in seat.beside}
    )
    if seat.person and other.person:
        seat.person.seen |= {
            ref: at for ref, at in other.person.seen.items() if ref not in seat.person.seen
        }


def life(draft: Draft) -> tuple[str | None, str | None]:
    """Start and end of a group; where entries differ the most exact counts and a note keeps the rest."""
    starts, ends = tellers(draft, "start"), tellers(draft, "end")
    start = min(starts, key=_exactness, default=None)
    end = min(ends, key=_exactness, default=None)
    for what, told in (("start", starts), ("end", ends)):
        if len(told) > 1:
            said = ", ".join(f"{text} ({', '.join(uids)})" for text, uids in told.items())
            sources = tuple(dict.fromkeys(uid for uids in told.values() for uid in uids))
            draft.notes.append((f"The gathered entries differ on the {what}: {said}.", sources))
    if start and end and end_bound(end).day <= start_bound(start).day:
        draft.notes.append(
            (f"The stated end ({end}) is before the start ({start}).", tuple(ends[end]))
        )
        end = None
    return start or _eve(end), end


def _eve(end: str | None) -> str | None:
    """A group that ended on a day was there on the eve of it, whatever else is unknown."""
    if end is None or end_bound(end).precision is not Precision.DAY:
        return None
    return known_by((end_bound(end).day - dt.timedelta(days=1)).isoformat())


def tellers(draft: Draft, what: str) -> dict[str, list[str]]:
    """Every `start` or `end` that the entries give, each with the sources that say it."""
    found: dict[str, list[str]] = {}
    for entry in draft.entries:
        start = what == "start"
        text, act = (entry.start, entry.founding) if start else (entry.end, entry.ended)
        if text:
            own = entry.in_force.source if start and entry.in_force else None
            uids = own or (act.source if act else None) or entry.sources[:1]
            known = found.setdefault(text, [])
            known += [uid for uid in uids if uid not in known]
    return found


def _exactness(text: str) -> tuple[int, str]:
    order = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.BY)
    return order.index(start_bound(text).precision), start_bound(text).day.isoformat()


def leadership(draft: Draft) -> str:
    """single, co_chairs (one source names them on one day), rotating where a note says so, else unknown."""
    chairs = [seat for seat in draft.seats if seat.role == "chair"]
    if any(ROTATES.search(entry.note or "") for entry in draft.entries):
        for seat in chairs:
            seat.rotating = True
        return "rotating"
    return led(chairs)


def roster(draft: Draft) -> str:
    """complete where an entry says so and every seat is understood, partial where members are known."""
    read = all(
        seat.post or seat.unit or FORMER in seat.note for seat in draft.seats if _counts(seat)
    )
    if read and any(entry.roster_complete for entry in draft.entries):
        return "complete"
    return "partial" if draft.seats else "unknown"


def _counts(seat: Seat) -> bool:
    return seat.role in ("chair", *MEMBERS)


def settle(draft: Draft, start: str | None, end: str | None) -> None:
    """Bring seats inside the group's life; the seat's note says what a source dates outside it."""
    for seat in draft.seats:
        if seat.start and end and start_bound(seat.start).day >= end_bound(end).day:
            seat.tell(f"its source dates it {seat.start}, after the group's end")
            seat.start = seat.as_of = None
        exact = [text for text in (seat.start, start) if text and not text.startswith("[..")]
        if len(exact) == 2 and start_bound(exact[0]).day < start_bound(exact[1]).day:
            seat.tell("its source dates it before the group's start")
            seat.start = known_by(exact[0])
        if seat.as_of and end and start_bound(seat.as_of).day >= end_bound(end).day:
            seat.as_of = None
        if seat.end and end and end_bound(seat.end).day > end_bound(end).day:
            seat.tell(f"its source dates its end {seat.end}, after the group's")
            seat.end = None
        if seat.end and seat.start and end_bound(seat.end).day <= start_bound(seat.start).day:
            seat.start = None
