"""A joined group as an entry of the form, or as an addition to one that the project holds already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.core.dates import start_bound
from graph.offices.divisions import Division, Places
from loaders.form.entries import GroupParts
from loaders.form.fields import canonical
from loaders.form.schema import SeatEntry
from loaders.form.seat_days import SeatDay
from loaders.gathered.form import Ended
from loaders.gathered.founding import Documents
from loaders.gathered.merge import Draft, leadership, life, name_key, roster, settle, tellers
from loaders.quality.careers import plain_ref
from loaders.gathered.rows import group_of, place_of
from loaders.gathered.seats import GatheredSeats, body_of, life_of, share_days
from loaders.gathered.shipped import Shipped
from loaders.tables.understand.seat import Seat

Entry = dict[str, object]


@dataclass
class GroupWriter:
    """Writes groups; posts, documents and agencies that they use are entered as it goes."""

    drafts: Sequence[Draft]
    base: Shipped
    seats: GatheredSeats
    documents: Documents

    @property
    def places(self) -> Places:
        """The divisions."""
        return self.seats.book.units.bodies.places

    def write(self, draft: Draft) -> Entry | None:
        """The entry of a group or addition; None where an addition would add nothing."""
        parts = self.base.by_uid.get(draft.shipped or "")
        return self._addition(draft, parts) if parts else self._group(draft)

    def _group(self, draft: Draft) -> Entry:
        start, end = life(draft)
        settle(draft, start, end)
        share_days(draft.seats)
        main = draft.main
        place = self._place(draft, start)
        led = leadership(draft)
        successors = self._successors(draft)
        self._told(draft)
        documents = self.documents.of(draft, group_of(main, self.places).setting)
        found: Entry = {
            "uid": draft.uid, "name": main.name, "name_en": main.name_en, "kind": main.kind,
            "field": canonical(main.field), "place": place, "in_paper": False, "leadership": led,
            "roster": roster(draft), "from": start, "to": end, "established_by": documents,
            "succeeded_by": successors, "source": list(draft.sources),
            "from_source": self._tell(draft, "start", start), "to_source": self._tell(draft, "end", end),
            "seats": [self._seat(seat, start, end) for seat in draft.seats],
            "notes": [{"text": text, "source": list(uids)} for text, uids in draft.notes],
        }  # fmt: skip
        return {key: value for key, value in found.items() if value not in (None, [])}

    def _tell(self, draft: Draft, what: str, day: str | None) -> list[str]:
        """The sources that tell the start or end of a group, [] where all do or none does."""
        uids = tellers(draft, what).get(day or "", [])
        return [] if set(uids) >= set(draft.sources) else uids

    def _place(self, draft: Draft, start: str | None) -> str | None:
        """The government that runs the group, on the day of its start."""
        entry = next((entry for entry in draft.entries if entry.place), None)
        if entry is None or entry.place is None:
            return None
        found = place_of(entry, self.places, start)
        if found is None:
            text = f"Run by {entry.place.name} ({entry.place.code}), which the table does not hold then."
            draft.notes.append((text, draft.sources))
        elif (name := entry.place.name) not in self._names(found):
            text = (
                f"The entry names {name}, and its code {entry.place.code} is that of {found.name}."
            )
            draft.notes.append((text, draft.sources))
        return found.ref if found else None

    def _names(self, division: Division) -> set[str]:
        """What a division is or was called, short names too."""
        same = self.places.by_code.get(division.code, ())
        return {name for one in same for name in (one.name, one.short)}

    def _addition(self, draft: Draft, parts: GroupParts) -> Entry | None:
        group = parts.head.entry
        settle(draft, group.from_, group.to)
        share_days(draft.seats)
        told = [row.entry for row in parts.seats]
        fresh = []
        for seat in draft.seats:
            known = self._known(seat, told)
            if known is None:
                fresh.append(self._seat(seat, group.from_, group.to))
                continue
            for body in seat.bodies:
                self.seats.book.show(body, seat.ids)
            if seat.post and known.post is None and known.unit is None and seat.person:
                seat.beside = (*seat.beside, seat.post)
            self.seats.hold_beside(seat)
            self._told_of_seat(draft, seat, known)
        self._told(draft)
        self._told_of_life(draft, parts)
        founded = self._founded(draft, parts)
        notes = [{"text": text, "source": list(uids)} for text, uids in draft.notes]
        found: Entry = {
            "group": draft.uid, "source": list(draft.sources), "established_by": founded,
            "succeeded_by": [uid for uid in self._successors(draft) if uid not in group.succeeded_by],
            "seats": fresh, "notes": notes,
        }  # fmt: skip
        return {key: value for key, value in found.items() if value != []}

    def _founded(self, draft: Draft, parts: GroupParts) -> list[str]:
        """The founding acts that a shipped group lacks; of one whose issuers are known another is a note."""
        acts = {row.entry.uid: row.entry for row in self.documents.book.known.documents}
        own = parts.head.entry.established_by
        if any(acts[uid].issuers for uid in own if uid in acts):
            known = {acts[uid].number or acts[uid].title for uid in own if uid in acts}
            for entry in draft.entries:
                act = entry.founding
                if act is not None and act.document and act.document not in known:
                    said = ", ".join(filter(None, (act.document, act.issuer)))
                    draft.notes += (
                        [(f"A gathered entry has it founded by: {said}.", act.source)]
                        if said
                        else []
                    )
            return []
        setting = group_of(draft.main, self.places).setting
        return [uid for uid in self.documents.of(draft, setting) if uid not in own]

    def _told_of_seat(self, draft: Draft, seat: Seat, known: SeatEntry) -> None:
        """What an entry says of a seat otherwise than the shipped group, as a note with its source."""
        post = self._post(seat)
        other = bool(seat.person and post and post != known.post)
        first = bool(seat.start and start_bound(seat.start).day < start_bound(known.from_).day)
        if other or first or seat.executive > known.executive:
            who = seat.person.name if seat.person else seat.title
            rank = "executive" if seat.executive else None
            told = ", ".join(filter(None, (seat.title, rank, seat.start)))
            here = ", ".join(filter(None, (known.title, known.from_))) or "neither title nor start"
            text = f"A gathered entry tells of {who} ({seat.role}): {told}; here: {here}."
            draft.notes.append((text, tuple(seat.ids)))

    def _known(self, seat: Seat, told: Iterable[SeatEntry]) -> SeatEntry | None:
        """The seat of the shipped group that a statement is of: role, and person or unit or post.

        Of two persons of one name (刘伟 of 财政部 and of 河南省) the one in the post is meant.
        """
        names = self.base.names
        post = self._post(seat) if self._stands(seat, None, None) else None
        alike = [one for one in told if one.role == seat.role]
        named = [
            one
            for one in alike
            if seat.person and one.person and names[one.person] == seat.person.name
        ]
        if named:
            return next((one for one in named if one.post == post), named[0])
        for one in alike:
            if not seat.person and post and one.post == post:
                return one
            if seat.unit and one.unit and plain_ref(seat.unit.ref) == plain_ref(one.unit):
                return one
        return None

    def _post(self, seat: Seat) -> str | None:
        return self.seats.book.posts.uid(seat.post) if seat.post else None

    def _seat(self, seat: Seat, start: str | None, end: str | None) -> Entry:
        self._stands(seat, start, end)
        entry = self.seats.entry(seat)
        self.seats.hold_beside(seat)
        return {key: value for key, value in entry.items() if value not in (None, "")}

    def _stands(self, seat: Seat, start: str | None, end: str | None) -> bool:
        """Whether post or unit are there on the day as of which the seat's references hold.

        `start` and `end` are the group's.
        """
        body = body_of(seat)
        if body is None:
            return False
        period = life_of(body)
        day = SeatDay.of((seat.start, seat.as_of), start, (seat.end, end)).on([period])
        if day is None or period.holds(day):
            return True
        seat.problem = f"{body.name} is not in the table on {day}"
        seat.post, seat.unit, seat.beside = None, None, ()
        return False

    def _told(self, draft: Draft) -> None:
        """Notes and offices of the entries, each once."""
        for entry in draft.entries:
            if entry.note:
                draft.notes.append((entry.note, entry.sources))
            if entry.office:
                text = f"Office (办公室) at: {entry.office.at}."
                if all(text != known for known, _ in draft.notes):
                    draft.notes.append((text, entry.office.source))
            if entry.ended and (entry.ended.why or entry.ended.by):
                self._told_end(draft, entry.ended)

    def _told_end(self, draft: Draft, ended: Ended) -> None:
        names = {entry.id: entry.name for one in self.drafts for entry in one.entries}
        by_whom = f" by {names.get(ended.by, ended.by)}" if ended.by else ""
        text = f"Ended: {ended.why or 'unknown why'}{by_whom}."
        draft.notes.append((text, ended.source or draft.sources))

    def _told_of_life(self, draft: Draft, parts: GroupParts) -> None:
        """What the entries say of start and end of a shipped group, as a note."""
        start, end = life(draft)
        own = parts.head.entry
        for what, said, known in (("start", start, own.from_), ("end", end, own.to)):
            uids = tellers(draft, what).get(said or "")
            if uids and said != known:
                text = (
                    f"The gathered entries give the {what} as {said} (here: {known or 'unknown'})."
                )
                draft.notes.append((text, tuple(uids)))

    def _successors(self, draft: Draft) -> list[str]:
        """uids of the groups that came after, where an entry names one that is here."""
        ids = {entry.id: one.uid for one in self.drafts for entry in one.entries}
        names = {key: parts.head.entry.uid for key, parts in self.base.groups.items()}
        names |= {one.key[0]: one.uid for one in self.drafts}
        found = []
        for entry in draft.entries:
            follower = entry.ended.by if entry.ended else None
            if follower:
                uid = ids.get(follower) or names.get(name_key(follower))
                found += [uid] if uid and uid != draft.uid else []
        return list(dict.fromkeys(found))
