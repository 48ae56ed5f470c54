"""A place (地方): one division as it stood on a day, and what must be said about the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from graph.catalogue import Row
from graph.core.language import say
from graph.core.words import Words


@dataclass(frozen=True)
class Place:
    """A division in force on `as_of`.

    `above` names its superiors, the nearest first; `rank` is 1 to 10, None outside the ladder;
    `valid_from` and `valid_to` are EDTF as the source gives them, None where unknown. `matched` is the
    uid of the division that bears the name or code asked for: not `uid` where that one was not in
    force on the day and this is its successor (or predecessor). `notes` say so in words.
    """

    uid: str
    code: str
    name: str
    name_en: str | None
    pinyin: str | None
    level: str
    kind: str
    rank: int | None
    above: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    as_of: dt.date
    matched: str
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: Row, day: dt.date, matched: str, notes: Sequence[str] = ()) -> Place:
        """Return the place of a row of `units_named`."""
        own = ("uid", "code", "name", "name_en", "pinyin", "level", "kind", "rank")
        return cls(
            **{name: row[name] for name in own},
            above=tuple(row.above),
            valid_from=row.from_edtf,
            valid_to=row.to_edtf,
            as_of=day,
            matched=matched,
            notes=tuple(notes),
        )

    @property
    def described(self) -> str:
        """Code, name and superiors below the centre: `320106 鼓楼区 (南京市, 江苏省)`."""
        return _named(self.code, self.name, superiors(self.above))

    def to_dict(self) -> dict[str, Any]:
        """Return all fields; lists for tuples, so that JSON and tables show them."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}


def superiors(above: Sequence[str]) -> Words:
    """Return the names below the centre; the centre only where nothing else is above."""
    named = above[:-1] if len(above) > 1 else above
    listed = Words.joined(map(Words.same, named), zh="，")
    return listed if named else Words("no superior", "无上级")


def described(row: Row) -> str:
    """Return a row of `units_named` with its life, for lists of what a name meant at other times."""
    start, end = str(row.from_edtf or row.valid_from or ""), row.valid_to
    first = f"不晚于 {start.strip('[.]')} 起" if start.startswith("[..") else f"自 {start} 起"
    since = Words(f" from {start}", f"，{first}")
    until = Words(f" until {row.to_edtf or end}", f"，至 {row.to_edtf or end}")
    life = [since] * bool(start) + [until] * bool(end)
    return _named(
        row.code or row.uid, row.name, Words.joined((superiors(row.above), *life), "", "")
    )


def _named(code: str, name: str, where: Words) -> str:
    return say(Words(f"{code} {name} ({where.en})", f"{code} {name}（{where.zh}）"))
