"""What a correction can name: things by uid, their properties, and where each stands in the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from graph.core.dates import Period
from graph.core.moved import current, ids
from graph.core.words import Words
from loaders.form.entries import Entries, Located
from loaders.form.schema import (
    DocumentEntry,
    GroupEntry,
    PersonEntry,
    PostEntry,
    SeatEntry,
    SourceEntry,
    TenureEntry,
    UnitEntry,
)
from loaders.form.validation_messages import allowed
from loaders.groups.holder_records import tenure_key
from loaders.groups.rows import GroupData
from loaders.groups.seat_records import seat_key
from loaders.groups.unit_chairs import headed

KINDS: Mapping[type[BaseModel], Words] = {
    GroupEntry: Words("group", "小组"), SeatEntry: Words("seat", "席位"),
    PersonEntry: Words("person", "人物"), PostEntry: Words("post", "职务"),
    TenureEntry: Words("tenure", "任职"), UnitEntry: Words("agency", "机构"),
    DocumentEntry: Words("act", "文件"), SourceEntry: Words("source", "来源"),
}  # fmt: skip
"""The kinds of things that are corrected, by the model of their entries."""
FIXED = frozenset({"uid", "seats", "events", "claims", "notes"})
"""Fields of entries that are no property: ids, and lists of other things."""

Value = str | int | bool | list[str] | None


@dataclass(frozen=True)
class Thing:
    """A thing of the files: `spots` are its entries, `group` the group of a seat."""

    uid: str
    model: type[BaseModel]
    spots: list[Located[Any]] = field(default_factory=list)
    group: str | None = None

    @property
    def kind(self) -> Words:
        """What it is."""
        return KINDS[self.model]

    @property
    def listed(self) -> bool:
        """Whether a list of holders (任期表) stands for it, and no entry of its own."""
        return any(spot.steps[0] == "terms" for spot in self.spots)

    @property
    def row(self) -> Mapping[str, Any]:
        """The fields of its first entry as files write them; what is left out as the form takes it."""
        found: Mapping[str, Any] = self.spots[0].entry.model_dump(by_alias=True, mode="json")
        return found

    def value(self, property: str) -> Value:
        """The value of a property."""
        found: Value = self.row[property]
        return found


@dataclass(frozen=True)
class Things:
    """All that the files hold, by uid; `derived` are uids that follow by rule, with that from which."""

    by_uid: Mapping[str, Thing]
    derived: Mapping[str, str]
    data: GroupData

    def found(self, text: str) -> Thing | None:
        """The thing of a uid, a permanent id, or a uid that moved; of a seat or tenure its first parts do."""
        uid = ids().get(text, text)
        uid = uid if uid in self.by_uid else current(uid) or uid
        if uid in self.by_uid:
            return self.by_uid[uid]
        like = self.several(uid)
        return self.by_uid[like[0]] if len(like) == 1 else None

    def several(self, text: str) -> list[str]:
        """The seats and tenures whose uid begins with these parts."""
        return [uid for uid in self.by_uid if "|" in text and uid.startswith(f"{text}|")]

    def of_group(self, uid: str) -> list[Thing]:
        """The group, its seats, and the posts, persons, tenures, acts and sources that these name."""
        group = self.by_uid[uid]
        seats = [thing for thing in self.by_uid.values() if thing.group == uid]
        rows = [group.row, *(seat.row for seat in seats)]
        named = dict.fromkeys(
            current(str(one)) or "" for name in ("post", "person", "established_by", "source")
            for row in rows for one in _listed(row.get(name))
        )  # fmt: skip
        held = (
            thing for thing in self.by_uid.values()
            if thing.model is TenureEntry and not thing.listed and thing.spots[0].entry.person in named
        )  # fmt: skip
        beside = [t for one in named if (t := self.by_uid.get(one)) and not t.listed]
        return [group, *seats, *beside, *held]


def things(entries: Entries, data: GroupData) -> Things:
    """Everything that the entries hold; `data` are the rows made of the same entries."""
    found: dict[str, Thing] = {}
    seats = [seat_key(headed(row)) for row in data.seats]
    for uid, model, located, group in (
        *_named(entries),
        *_seats(entries, data, seats),
        *_tenures(entries),
    ):
        thing = found.setdefault(uid, Thing(uid, model, group=group))
        thing.spots.append(located)
    return Things(found, dict(_by_rule(found, data, seats)), data)


def _by_rule(
    found: dict[str, Thing], data: GroupData, uids: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Tenures that seats show, each with it; a stated one that a seat shows earlier gets that uid, too."""
    stated: dict[tuple[str, str], list[Thing]] = {}
    for thing in found.values():
        if thing.model is TenureEntry:
            stated.setdefault(_pair(thing.uid), []).append(thing)
    seats = {(row.person, row.post): uid for uid, row in zip(uids, data.seats, strict=True)}
    for row in data.tenures:
        uid = tenure_key(row)
        if row.derived:
            yield uid, seats[row.person, row.post]
        elif uid not in found and len(told := stated.get((row.person, row.post), [])) == 1:
            found[uid] = told[0]


def _pair(uid: str) -> tuple[str, str]:
    person, post, _ = uid.split("|")
    return person, post


Found = tuple[str, type[BaseModel], Located[Any], str | None]


def _named(entries: Entries) -> Iterator[Found]:
    for uid, source in entries.sources:
        yield uid, SourceEntry, source, None
    for rows, model in (
        (entries.units, UnitEntry), (entries.persons, PersonEntry), (entries.posts, PostEntry),
        (entries.documents, DocumentEntry), ([parts.head for parts in entries.groups], GroupEntry),
    ):  # fmt: skip
        located: Sequence[Located[Any]] = rows
        for row in located:
            yield row.entry.uid, model, row, None


def _seats(entries: Entries, data: GroupData, uids: Sequence[str]) -> Iterator[Found]:
    first = {parts.head.entry.uid: parts for parts in reversed(entries.groups)}
    located = [seat for uid in dict.fromkeys(p.head.entry.uid for p in entries.groups)
               for seat in first[uid].seats]  # fmt: skip
    for uid, seat, row in zip(uids, located, data.seats, strict=True):
        yield uid, SeatEntry, seat, row.group


def _tenures(entries: Entries) -> Iterator[Found]:
    for row in entries.tenures:
        entry = row.entry
        start = Period.of(entry.from_, entry.to).start.day
        yield f"{entry.person}|{entry.post}|{start}", TenureEntry, row, None


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {
        info.alias or name: info
        for name, info in model.model_fields.items()
        if (info.alias or name) not in FIXED
    }


def properties(model: type[BaseModel]) -> list[str]:
    """What of such a thing can be corrected."""
    return list(_fields(model))


def choices(model: type[BaseModel], property: str) -> list[str]:
    """The words from which a value is chosen: those of a closed list, true and false; none of a free text."""
    yes_or_no = bool in (
        _fields(model)[property].annotation,
        *get_args(_fields(model)[property].annotation),
    )
    return ["true", "false"] if yes_or_no else allowed(model, property)


def is_list(model: type[BaseModel], property: str) -> bool:
    """Whether a property holds several values."""
    annotation = _fields(model)[property].annotation
    kinds = (annotation, *get_args(annotation))
    return any(tuple in (get_origin(one), *map(get_origin, get_args(one))) for one in kinds)


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
