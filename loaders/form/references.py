"""References between entries: uids, source ids and division codes, each as of its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.core.dates import Period
from graph.core.language import say
from graph.core.moved import moved
from graph.core.terms import UNKNOWN
from graph.core.words import NOTHING, Words
from loaders.divisions.lookup import DivisionRef, DivisionTable
from loaders.files.problems import Place, Problems, nearest
from loaders.form.entries import Entries, Located
from loaders.form.schema import UnitEntry

_KINDS = {
    "agency": Words("agency", "机构"), "div": Words("div", "区划"), "doc": Words("document", "文件"),
    "group": Words("group", "小组"), "person": Words("person", "任职者"), "post": Words("post", "职务"),
}  # fmt: skip


@dataclass
class References:
    """Finds what a text in a file refers to; what it cannot find becomes a problem."""

    entries: Entries
    divisions: DivisionTable
    problems: Problems
    first: dict[str, Located[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named: list[tuple[str, Located[Any]]] = list(self.entries.sources)
        found = self.entries
        rows = (found.units, found.persons, found.posts, found.documents)
        named += [(row.entry.uid, row) for section in rows for row in section]
        named += [(parts.head.entry.uid, parts.head) for parts in found.groups]
        for uid, row in named:
            self._enter(uid, row)

    def _enter(self, uid: str, row: Located[Any]) -> None:
        """A uid may stand in two files: what one entry lacks the other adds, neither may contradict."""
        known = self.first.setdefault(uid, row)
        if known is row or (known.file is not row.file and known.entry == row.entry):
            return
        if (
            known.file is not row.file
            and type(known.entry) is type(row.entry)
            and (both := _both(known, row))
        ):
            self.entries.put(known, both)
            self.first[uid] = both
            return
        other = NOTHING if known.file is row.file else Words(" with other content", "，内容不同")
        self.problems.add(
            row.at(),
            Words(
                f"{uid!r} stands twice: it is already at {known.at()}{other.en}.",
                f"“{uid}”出现两次：已见于 {known.at()}{other.zh}。",
            ),
        )

    def unique(self, uid: str, row: Located[Any]) -> bool:
        """Whether this is the first entry of the uid: repeated ones make no second row."""
        return self.first[uid] is row

    def sources(self, row: Located[Any], field: str = "source") -> tuple[str, ...]:
        """The sources that a field of the entry names; an id that no file defines is a problem."""
        found = tuple(getattr(row.entry, field) or ())
        for uid in found:
            self._source(uid, row.at(field))
        return found

    def _source(self, uid: str, place: Place) -> None:
        if uid not in self.entries.declared:
            known = [name for name, _ in self.entries.sources]
            self.problems.add(
                place,
                Words(f"No source is called {uid!r}.", f"没有 id 为“{uid}”的来源。"),
                nearest(uid, known),
            )

    def check_faulty(self) -> None:
        """What entries with faults refer to, so that one run reports everything."""
        for faulty in self.entries.faulty:
            row = faulty.row if isinstance(faulty.row, Mapping) else {}
            for name, text in row.items():
                for one in text if isinstance(text, list) else [text]:
                    if isinstance(one, str) and one:
                        self._faulty(str(name), one, faulty.file.at(*faulty.steps, name))

    def _faulty(self, name: str, text: str, place: Place) -> None:
        if name in ("source", "from_source", "to_source"):
            self._source(text, place)
        elif name in ("post", "person"):
            self.known(text, name, place)
        elif name in ("unit", "place"):
            self.unit(text, None, place)

    def known(self, uid: str | None, kind: str, place: Place) -> str | None:
        """The uid if it is declared as such a kind of thing, else None and a problem."""
        if uid is None or (uid.startswith(f"{kind}:") and uid in self.entries.declared):
            return uid
        new = self._followed(uid, place)
        if new is not None:
            return new
        like = [name for name in self.entries.declared if name.startswith(f"{kind}:")]
        what = _KINDS.get(kind, Words.same(kind))
        self.problems.add(
            place,
            Words(f"No {what.en} is called {uid!r}.", f"没有名为“{uid}”的{what.zh}。"),
            nearest(uid, like),
        )
        return None

    def _followed(self, uid: str, place: Place) -> str | None:
        """The declared uid that one of an earlier release moved to, with a doubt that says so."""
        move = moved(uid)
        if move is None or move.new not in self.entries.declared:
            return None
        self.entries.doubts.append(
            f"{place}: {say(Words(f'{move.said.en} Write the new uid.', f'{move.said.zh}请改用新的 uid。'))}"
        )
        return move.new

    def lives(self, text: str) -> tuple[Period, ...]:
        """When the unit of a code or an agency's uid is there, one period a division of the code."""
        if not text.startswith("agency:"):
            return tuple(unit.period for unit in self._versions(text))
        row = self.first.get(text)
        return (Period.of(row.entry.from_, row.entry.to),) if row is not None else ()

    def unit(self, text: str | None, day: dt.date | None, place: Place) -> str | None:
        """uid of the unit that a code or an agency's uid means on a day; None is a problem.

        Without a day the last division of the code is meant.
        """
        if text is None:
            return None
        if text.startswith("agency:"):
            return self._agency(text, day, place)
        found = self.division(text, day, place)
        return found.uid if found else None

    def division(self, text: str, day: dt.date | None, place: Place) -> DivisionRef | None:
        """The division of `code`, `code:name` or `div:code:name` on a day."""
        versions = self._versions(text)
        if not versions:
            said = (
                Words("Unknown division", "未知的区划")
                if text[:1].isdigit()
                else Words("Unknown unit", "未知的单位")
            )
            self.problems.add(
                place, Words(f"{said.en} {text!r}.", f"{said.zh}“{text}”。"), self._like_unit(text)
            )
            return None
        if day is None:
            return versions[-1]
        found = self.division_if_any(text, day)
        if found is None:
            lives = Words.joined(map(_life, versions))
            self.problems.add(
                place,
                Words(
                    f"{text!r} does not exist on {day} (it is {lives.en}).",
                    f"“{text}”在 {day} 不存在（其存续为{lives.zh}）。",
                ),
            )
        return found

    def division_if_any(self, text: str, day: dt.date) -> DivisionRef | None:
        """The division that a code means on a day, or None; the caller decides whether to complain."""
        return next((unit for unit in self._versions(text) if unit.period.holds(day)), None)

    def _versions(self, text: str) -> tuple[DivisionRef, ...]:
        """What `code`, `code:name` or the uid of a division may mean, earliest first."""
        code, _, name = text.removeprefix("div:").partition(":")
        exact = tuple(unit for unit in self.divisions.versions(code) if unit.uid == text)
        several = self.divisions.versions(code, name or None)
        return exact if exact and ":" in name else several or exact

    def _agency(self, uid: str, day: dt.date | None, place: Place) -> str | None:
        known = self.known(uid, "agency", place)
        if known is None or known not in self.first:
            return None
        entry: UnitEntry = self.first[known].entry
        period = Period.of(entry.from_, entry.to)
        if day is not None and not period.holds(day):
            text = Words(
                f"{entry.name} does not exist on {day} (it is there {_span(period).en}).",
                f"{entry.name}在 {day} 不存在（其存续为{_span(period).zh}）。",
            )
            self.problems.add(place, text)
        return known

    def _like_unit(self, text: str) -> Iterable[str]:
        agencies = [uid for uid in self.entries.declared if uid.startswith("agency:")]
        wrong = text.removeprefix("div:")
        code = wrong.isdigit() or wrong.startswith("agency:")
        return (() if code else nearest(text, agencies, limit=1)) + self.divisions.suggest(wrong)


def _both(known: Located[Any], row: Located[Any]) -> Located[Any] | None:
    """The entry with the fields that either gives, unless one gives a field otherwise."""
    told = row.entry.model_dump(exclude_none=True, exclude_defaults=True)
    if any(getattr(known.entry, name) not in (None, value) for name, value in told.items()):
        return None
    return replace(known, entry=known.entry.model_copy(update=told))


def _span(period: Period) -> Words:
    start, end = (
        Words.same(day) if day else UNKNOWN for day in (period.start_edtf, period.end_edtf)
    )
    return Words(f"from {start.en} to {end.en}", f"{start.zh}至{end.zh}")


def _life(unit: DivisionRef) -> Words:
    span = _span(unit.period)
    return Words(f"{unit.name} {span.en}", f"{unit.name}，{span.zh}")
