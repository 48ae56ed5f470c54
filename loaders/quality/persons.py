"""Who of one name is one person: the decisions of loaders/data/persons.yaml, and what they leave open.

    persons:
    - {name: 韩俊, one: [agency:农业农村部, "340000"], why: ..., source: https://...}
    - {name: 黄强, apart: ["510000", "350200"], why: ...}

A bearer is named by its uid or by the bodies of its posts: `one` lists those of one person, `apart` the
sides, each one of them or a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from graph.core.model import TieType
from graph.core.words import Words
from loaders.form.listed import read_list
from loaders.form.values import Row, Text, UnitRef, fault
from loaders.groups.records import CENTRE_UID
from loaders.groups.rows import GroupData
from loaders.quality.careers import Held, Lines, bodies, evidence, plain_ref, refusal
from loaders.quality.checks import namesakes

SHIPPED = Path(__file__).parents[1] / "data" / "persons.yaml"


def _many(value: object) -> object:
    return [value] if isinstance(value, str | int) else value


Side = Annotated[tuple[UnitRef, ...], BeforeValidator(_many), Field(min_length=1)]


class Decision(Row):
    """What was decided of a name: the bodies of `one` person, or of several that stand `apart`."""

    name: Text
    one: Annotated[tuple[UnitRef, ...], Field(min_length=2)] | None = None
    apart: Annotated[tuple[Side, ...], Field(min_length=2)] | None = None
    why: Text
    source: Annotated[tuple[Text, ...], BeforeValidator(_many)] = ()

    @model_validator(mode="after")
    def _decides(self) -> Decision:
        if (self.one is None) == (self.apart is None):
            told = Words(
                "A decision has either `one` (bodies of one person) or `apart` (sides).",
                "一项认定须有 one（同一人的各单位）或 apart（各方）之一。",
            )
            raise fault("decision", told)
        return self

    @property
    def said(self) -> Words:
        """That it is one person, with the reason and what that was read in."""
        why = f"{self.why} ({', '.join(self.source)})" if self.source else self.why
        return Words(f"reviewed as one: {why}", f"经核定为一人：{why}")

    def parts(self, bodies: Iterable[str], others: Iterable[str]) -> bool:
        """Whether it tells a node of these bodies from one of the others."""
        first, second = set(bodies), set(others)
        return any(
            (first & {*a} and second & {*b}) or (first & {*b} and second & {*a})
            for a, b in combinations(self.apart or (), 2)
        )

    def joins(self, bodies: Iterable[str], others: Iterable[str]) -> bool:
        """Whether it tells that a node of these bodies is one with one of the others."""
        one = {*(self.one or ())}
        return bool(one & {*bodies} and one & {*others})


@cache
def shipped_decisions() -> tuple[Decision, ...]:
    """The project's own decisions, read once."""
    return read_decisions(SHIPPED)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises InvalidData with every fault, its file and line."""
    return read_list(path, "persons", Decision)


def undecided(data: GroupData, decisions: Sequence[Decision]) -> Iterator[tuple[str, Words]]:
    """Pairs of bearers of one name whom nothing decides, by uid, with what speaks for one person."""
    held, lines = held_by_person(data), _lines(data)
    for name, uids in namesakes(data).items():
        for one, other in combinations(uids, 2):
            told, more = held[one], held[other]
            keys = (one, *bodies(told)), (other, *bodies(more))
            if any(d.name == name and d.parts(*keys) for d in decisions) or refusal(told, more):
                continue
            joined = next((d for d in decisions if d.name == name and d.joins(*keys)), None)
            hint = joined.said if joined else evidence(name, told, more, lines)
            sides = Words.joined((_posts(told), _posts(more)), " | ", " | ")
            asked = Words(
                f"{name} ({sides.en}): one person?", f"{name}（{sides.zh}）：是否为一人？"
            )
            yield f"{one} + {other}", Words.joined(filter(None, (asked, hint)), " ", "")


def held_by_person(data: GroupData) -> Mapping[str, Sequence[Held]]:
    """uid of each person to what tenures and seats tell of it."""
    units = {post.uid: (plain_ref(post.unit), post.title) for post in data.posts}
    places = {group.uid: plain_ref(group.place or CENTRE_UID) for group in data.groups}
    found: dict[str, list[Held]] = defaultdict(list)
    for seat in data.seats:
        if seat.person:
            body, title = units[seat.post] if seat.post else (places[seat.group], None)
            day = seat.period.start.day if seat.period.start_edtf else None
            sources = frozenset(seat.sources)
            found[seat.person].append(Held(body, title, day, seat.group, seat.role, sources))
    for row in data.tenures:
        if not row.derived and row.post in units:
            day = row.period.start.day if row.period.start_edtf else None
            found[row.person].append(Held(*units[row.post], day, sources=frozenset(row.sources)))
    return found


def _lines(data: GroupData) -> Lines:
    above = {TieType.DEPARTMENT_OF, TieType.LED_BY}
    return Lines({tie.start: tie.end for tie in data.ties if tie.type in above})


def _posts(held: Sequence[Held]) -> Words:
    """Each post once, with the first and the last day on which it is shown."""
    days: dict[Words, list[str]] = {}
    for one in held:
        days.setdefault(one.plain, []).extend([one.day.isoformat()] if one.day else [])
    return Words.joined([_dated(post, told) for post, told in days.items()], "; ", "；")


def _dated(post: Words, days: Sequence[str]) -> Words:
    if not days:
        return post
    ends = dict.fromkeys((min(days), max(days)))
    return Words(f"{post.en} {' to '.join(ends)}", f"{post.zh} {' 至 '.join(ends)}")
