"""The table of statements (陈述): who says each cell of groups, seats and tenures, and who says otherwise.

Made by rule from the rows of the package and the entries' own sources; nothing is written twice by hand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from graph.ask.claims import Claim
from loaders.form.source_kinds import CONFIDENCE
from loaders.groups.holder_records import tenure_key
from loaders.groups.records import told_event
from loaders.groups.rows import GroupData, GroupRow, SeatRow, TenureRow
from loaders.groups.seat_records import seat_key
from loaders.groups.unit_chairs import headed
from loaders.package.cells import cells, items, row_key, row_sources, standing
from loaders.package.tables import Rows

Row = Mapping[str, object]
Cell = tuple[str, str, str]
"""Table, entity, property."""
Speakers = tuple[list[str], list[str]]
"""Sources that tell a value, and sources that the entry names beside them without saying what they tell."""
STATED = ("groups", "seats", "tenures")
"""The tables whose cells are said by sources."""
UNDATED = "9999"
"""What stands for the day of a source without one: after every other."""
PLACE = re.compile(r"第\s?[0-9一二三四五六七八九十百]+\s?[页版条章]")
"""A page, or the article of a law, in the title of a source."""
_SEAT_WORDS = frozenset({"title", "post", "executive"})


@dataclass(frozen=True)
class Statement:
    """A value of a cell as one source has it."""

    cell: Cell
    value: str
    source: str
    standing: str
    confidence: str | None = None
    words: str | None = None


def statement_rows(rows: Mapping[str, Rows], data: GroupData) -> list[dict[str, object]]:
    """The rows of the table."""
    says = _Says(rows, data)
    told = {(one.cell, one.value, one.source): one for one in reversed(list(says.all()))}
    return [says.written(one) for one in told.values()]


class _Says:
    """Who says what, by the tables of one release."""

    def __init__(self, rows: Mapping[str, Rows], data: GroupData) -> None:
        self._rows, self._data = rows, data
        self._sources = {str(row["uid"]): row for row in rows["sources"]}
        self._names = {str(row["uid"]): str(row["name"]) for row in rows["persons"]}
        self._acts = {str(row["uid"]): row_sources(row) for row in rows["documents"]}
        self._groups = {row.uid: row for row in data.groups}
        self._held: dict[str, SeatRow | TenureRow] = {
            seat_key(headed(row)): row for row in data.seats
        }
        self._held |= {tenure_key(row): row for row in data.tenures}
        self._claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for row in data.claims:
            self._claims[row.group].append(row.claim)
        for seat in data.seats:
            self._claims[seat_key(headed(seat))] += seat.claims

    def all(self) -> Iterator[Statement]:
        """Every statement of the release, main sources first."""
        for table in STATED:
            for row in self._rows[table]:
                yield from self._of_row(table, row)
        for cell, value, sources, stands in self._remarks():
            yield from self._each(cell, value, sources, stands)

    def written(self, one: Statement) -> dict[str, object]:
        """The statement as a row of the table."""
        table, entity, name = one.cell
        source = self._sources[one.source]
        place = PLACE.search(str(source.get("title", "")))
        key = sha256("|".join((*one.cell, one.value, one.source, one.standing)).encode())
        return {
            "key": key.hexdigest()[:16], "table": table, "entity": entity, "property": name,
            "value": one.value, "words": one.words, "source": one.source, "place": place and place[0],
            "read_day": source.get("read_day"), "standing": one.standing,
            "confidence": one.confidence or CONFIDENCE.get(str(source.get("kind")), "low"),
        }  # fmt: skip

    def _of_row(self, table: str, row: Row) -> Iterator[Statement]:
        entity, own = row_key(row), row_sources(row)
        filled = cells(row)
        beside = [one for one in self._claims[entity] if one.about in ("from", "to")]
        for name, text in filled.items():
            if name in ("notes", "events"):
                continue
            stands = standing(table, name, filled)
            speak = self._speakers(entity, name, own, text)
            for item in items(name, text):
                tell, cited = self._who(name, item, speak, stands, beside)
                yield from self._each((table, entity, name), item, tell, stands, row)
                yield from self._each((table, entity, name), item, cited, "cited", row)
        for other in _differing(beside, filled):
            yield from self._each(
                (table, entity, other.about), other.text, other.sources, "differs", row
            )

    def _speakers(self, entity: str, name: str, own: list[str], value: str) -> Speakers:
        """Who tells a column of a row by the word of its entry, and who is named beside them.

        A start or an end may have sources of its own; else the sources of that very day tell it, or the one
        whose date is next: what was written before a day tells nothing of it.
        """
        row = self._groups.get(entity) or self._held.get(entity)
        if row is None:
            return own[:1], own[1:]
        main = _main(row)
        if name in ("from", "to"):
            return self._dating(row, name, main, value)
        if isinstance(row, TenureRow):
            return main, [uid for uid in row.sources if uid not in main]
        return main[:1], main[1:]

    def _dating(
        self, row: GroupRow | SeatRow | TenureRow, name: str, main: list[str], value: str
    ) -> Speakers:
        """Who tells the start or the end of a row, and who is named beside them."""
        day = self._on(row.sources, value)
        own = row.from_sources if name == "from" else row.to_sources
        bound = self._since(own, value) or list(own)
        if told := (day or bound if isinstance(row, GroupRow) else bound or day):
            return told, []
        next_one = (self._since(main, value) or main)[0]
        return [next_one], [uid for uid in main if uid != next_one]

    def _on(self, sources: Iterable[str], value: str) -> list[str]:
        """Those of the sources that are of the day of an EDTF value."""
        day = _day(value)
        return [uid for uid in sources if str(self._sources[uid]["date"]) == day]

    def _since(self, sources: Iterable[str], value: str) -> list[str]:
        """Those of the sources that are not dated before an EDTF value: the next first, the undated last."""
        dates = {uid: str(self._sources[uid]["date"] or UNDATED) for uid in sources}
        # A year or a month counts to its end.
        later = [uid for uid in dates if f"{dates[uid]}~" > _day(value)]
        return sorted(later, key=lambda uid: dates[uid])

    def _who(
        self, name: str, item: str, speak: Speakers, stands: str, beside: Iterable[Claim]
    ) -> Speakers:
        """Who tells an item, and who is named beside them.

        A founding is told by the act's own sources; a start or an end by those that claim it, or those of
        that very day, and by nobody who claims otherwise.
        """
        tell, cited = speak
        if name == "established_by" and item in self._acts:
            return self._acts[item], []
        if stands != "stated":
            return tell[:1], []
        if name not in ("from", "to"):
            return speak
        told = [t for t in beside if t.about == name]
        if same := [uid for t in told if t.text == item for uid in t.sources]:
            return same, []
        others = {
            uid for t in told if not t.text.startswith(item.removesuffix("]")) for uid in t.sources
        }
        more = [uid for uid in cited if uid not in others]
        left = [uid for uid in tell if uid not in others] or more[:1] or tell
        day = self._on(left, item)
        return (day, []) if day else (left, [uid for uid in more if uid not in left])

    def _remarks(self) -> Iterator[tuple[Cell, str, Iterable[str], str]]:
        for note in self._data.notes:
            yield ("groups", note.group, "notes"), note.text, note.sources, "coded"
        for event in self._data.events:
            yield ("groups", event.group, "events"), told_event(event), event.sources, "stated"

    def _each(
        self, cell: Cell, value: str, sources: Iterable[str], stands: str, row: Row | None = None
    ) -> Iterator[Statement]:
        row = row or {}
        words = self._words(cell, value, row) if stands in ("stated", "differs") else None
        sure = str(row.get("confidence") or "") or None
        for source in dict.fromkeys(sources):
            yield Statement(cell, value, source, stands, sure, words)

    def _words(self, cell: Cell, value: str, row: Row) -> str | None:
        """What the source prints, where the entry keeps it: a name, or the title of a seat."""
        table, _, name = cell
        if name == "person":
            return self._names.get(value)
        if table == "seats" and name in _SEAT_WORDS:
            return str(row.get("title") or "") or None
        return value if name == "name" else None


def _main(row: GroupRow | SeatRow | TenureRow) -> list[str]:
    """The sources that speak for a whole row: a witness tells events of a group, a seat's source the seat."""
    aside: tuple[str, ...] = ()
    if isinstance(row, GroupRow):
        aside = row.witnesses
    elif isinstance(row, TenureRow):
        aside = row.seat_sources
    return [uid for uid in row.sources if uid not in aside] or list(row.sources)


def _day(value: str) -> str:
    """The day, month or year of an EDTF value, known or a bound."""
    return value.strip("[.]")


def _differing(beside: Iterable[Claim], filled: Mapping[str, str]) -> list[Claim]:
    """What is claimed otherwise than the row has it."""
    return [told for told in beside if _contradicts(told.text, filled.get(told.about, ""))]


def _contradicts(value: str, known: str) -> bool:
    """Whether two dates differ; a day and its year do not, one is more exact."""
    one, other = value.removesuffix("]"), known.removesuffix("]")
    return not known or not (one.startswith(other) or other.startswith(one))
