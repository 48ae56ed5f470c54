"""Names that several nodes of the data bear and that nothing decides: what `lsgraph data persons` lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.core.language import say
from graph.core.model import TieType
from graph.core.words import Words
from loaders.quality.careers import Held, Lines, bodies, evidence, plain_ref, refusal
from loaders.quality.decisions import Decision, joining, parting
from loaders.groups.records import CENTRE_UID
from loaders.groups.rows import GroupData
from loaders.quality.checks import namesakes


@dataclass(frozen=True)
class Undecided:
    """A node whose name another bears, undecided; `hint` is what speaks for one person, if anything does."""

    name: str
    person: str
    posts: tuple[str, ...]
    bodies: tuple[str, ...]
    hint: str | None


def undecided(data: GroupData, decisions: Sequence[Decision]) -> list[Undecided]:
    """The nodes of every name of which some two are neither told apart nor joined, by name and uid."""
    held, lines = held_by_person(data), _lines(data)
    found = []
    for name, uids in namesakes(data).items():
        hints: dict[str, list[Words]] = {}
        for one, other in combinations(uids, 2):
            told, more = held[one], held[other]
            keys = _keys(one, told), _keys(other, more)
            if parting(decisions, name, *keys) is None and refusal(told, more) is None:
                joined = joining(decisions, name, *keys)
                rule = evidence(name, told, more, lines)
                reviewed = joined and Words(
                    f"reviewed as one: {joined.reason}", f"经核定为一人：{joined.reason}"
                )
                hint = reviewed or rule
                for uid in (one, other):
                    hints.setdefault(uid, []).extend([hint] if hint else [])
        found += [
            Undecided(name, uid, _posts(held[uid]),
                      bodies(held[uid]), say(Words.joined(dict.fromkeys(hints[uid]), "; ", "；")) or None)
            for uid in uids if uid in hints
        ]  # fmt: skip
    return found


def held_by_person(data: GroupData) -> Mapping[str, Sequence[Held]]:
    """uid of each person to what tenures and seats tell of it."""
    units = {post.uid: (plain_ref(post.unit), post.title) for post in data.posts}
    places = {group.uid: plain_ref(group.place or CENTRE_UID) for group in data.groups}
    found: dict[str, list[Held]] = defaultdict(list)
    for uid, one in _told(data, units, places):
        found[uid].append(one)
    return found


def _told(
    data: GroupData, units: Mapping[str, tuple[str, str]], places: Mapping[str, str]
) -> Iterator[tuple[str, Held]]:
    for seat in data.seats:
        if seat.person:
            body, title = units[seat.post] if seat.post else (places[seat.group], None)
            day = seat.period.start.day if seat.period.start_edtf else None
            sources = frozenset(seat.sources)
            yield seat.person, Held(body, title, day, seat.group, seat.role, sources)
    for row in data.tenures:
        if not row.derived and row.post in units:
            day = row.period.start.day if row.period.start_edtf else None
            yield row.person, Held(*units[row.post], day, sources=frozenset(row.sources))


def _keys(uid: str, held: Sequence[Held]) -> tuple[str, ...]:
    """What a decision may name a node by: the bodies, and its uid."""
    return (uid, *bodies(held))


def _lines(data: GroupData) -> Lines:
    above = {TieType.DEPARTMENT_OF, TieType.LED_BY}
    return Lines({tie.start: tie.end for tie in data.ties if tie.type in above})


def _posts(held: Sequence[Held]) -> tuple[str, ...]:
    """Each post once, with the first and the last day on which it is shown."""
    days: dict[str, list[str]] = {}
    for one in held:
        days.setdefault(say(one.plain), []).extend([one.day.isoformat()] if one.day else [])
    return tuple(
        f"{post} {say(Words(' to ', ' 至 ')).join(dict.fromkeys((min(told), max(told))))}"
        if told
        else post
        for post, told in days.items()
    )
