"""The table `groups` as entries: place, life, founding act, what is left out by rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from graph.core.dates import known_by
from graph.core.words import Words
from graph.offices.bodies import Body, Setting
from graph.offices.divisions import CENTRE
from loaders.tables.read.raw import Row
from loaders.tables.schema import GROUPS
from loaders.tables.understand.book import Book, Group, first_day
from loaders.tables.understand.origins import required, twice
from loaders.tables.understand.seat import Seat, led
from loaders.units.names import kind_by_name

_FOUNDS = re.compile(r"成立|设立|组建|建立")


def read_groups_table(book: Book) -> None:
    """Enter every group; its seats are added to it later."""
    rows = list(book.raw.rows("groups"))
    names = [row.text("group") for row in rows]
    for row in rows:
        own = required(book, row, "group", "groups")
        if own is not None and not twice(book, row, own, book.groups, "group"):
            _group(book, row, own, names)


def _group(book: Book, row: Row, own: str, names: list[str]) -> None:
    name = required(book, row, "name", "groups") or ""
    acts = book.reader.ids(row, "document", book.documents, "documents")
    start = book.reader.date(row, "from") or _founded(book, acts)
    end = book.reader.date(row, "to")
    place = _place(book, row, start)
    setting = book.setting(start, place, name)
    ids = book.source_ids(row) or [
        s for act in acts for s in book.source_ids(book.documents[act][2])
    ]
    book.use(place, ids)
    uid = book.local("group", own)
    central = place is not None and place.ref == CENTRE
    entry = {
        "uid": uid, "name": name, "name_en": row.text("name_en"), "kind": _kind(book, row, name),
        "field": row.text("field") or "other",
        "place": place.ref if place and not central else None,
        "leadership": book.reader.word(row, GROUPS, "leadership"),
        "roster": book.reader.word(row, GROUPS, "roster") or "unknown", "from": start,
        "to": end,
        "established_by": [book.documents[act][0] for act in acts],
        "succeeded_by": _successors(book, row, own, names),
        "source": list(dict.fromkeys(book.source_uids(ids))),
    }  # fmt: skip
    steps = book.tree.add("groups", entry, row, {"established_by": "document", "uid": "group"})
    if row.text("notes"):
        note = {"text": row.text("notes"), "source": entry["source"]}
        book.tree.below(steps, "notes", note, row, {"text": "notes"})
    founding = frozenset(s for act in acts for s in book.source_ids(book.documents[act][2]))
    book.groups[own] = Group(uid, start, end, setting, int(steps[1]), founding)


def _founded(book: Book, acts: list[str]) -> str | None:
    """The day of the founding act; an act that may have changed the group shows it by its day."""
    for act in acts:
        _, issued, row = book.documents[act]
        if issued:
            return issued if _FOUNDS.search(row.text("title")) else known_by(issued)
    return None


def _place(book: Book, row: Row, start: str | None) -> Body | None:
    text = row.text("place")
    if not text:
        return None
    return book.units.find(text, Setting(first_day(start), None, "other"), row.at("place"))


def _kind(book: Book, row: Row, name: str) -> str:
    if row.text("kind"):
        return row.text("kind")
    kind = "办公室" if name.endswith("办公室") else kind_by_name(name)
    if kind is None and name:
        book.problems.add(
            row.at("kind"),
            Words(
                f"The name {name!r} does not tell its kind. Fill in kind (类别).",
                f"从名称“{name}”看不出类别。请填写类别（kind）。",
            ),
        )
    return kind or "?"


def _successors(book: Book, row: Row, own: str, names: list[str]) -> list[str]:
    found = []
    for part in book.reader.ids(row, "succeeded_by", names, "groups"):
        if part == own:
            book.problems.add(
                row.at("succeeded_by"),
                Words(f"The group {own!r} cannot follow itself.", f"小组“{own}”不能是自己的后继。"),
            )
        else:
            found.append(book.local("group", part))
    return found


def settle_leadership(book: Book, seats: Iterable[Seat]) -> None:
    """Fill in how a group is led where the file does not say: by the chairs that it names."""
    chairs = defaultdict(list)
    for seat in seats:
        if seat.role == "chair":
            chairs[seat.group].append(seat)
    for own, group in book.groups.items():
        entry = book.tree.sections["groups"][group.position]
        entry.setdefault("leadership", led(chairs[own]))
