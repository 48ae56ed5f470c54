"""A real group at another place: its nodes and ties under made-up names, one copy for each place.

What is the same at the same place is the same node: the agencies of a made-up government sit in many groups,
and one holder of a post chairs several.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bench.places import Journey, Tree
from bench.real_groups import COMMAND, RealGraph, RealGroup, RealPost
from graph.core.model import Label, Node, Tie, TieType

SOURCE = "source:bench"
NOT_COPIED = (
    "name", "name_en", "title", "note", "notes", "events", "rank_reason", "also_sources", "pinyin",
)  # fmt: skip
"""Texts about the real ones, and what only a source says."""


@dataclass
class Models:
    """The real groups by number, with the posts that they need; read once, moved many times."""

    real: RealGraph
    tree: Tree
    groups: list[RealGroup]
    posts: dict[str, RealPost] = field(default_factory=dict)

    def post(self, uid: str) -> RealPost:
        """The post with its holders, kept."""
        if uid not in self.posts:
            self.posts[uid] = self.real.post(uid)
        return self.posts[uid]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number that stands for each real thing in made-up names."""
        return {uid: number for number, uid in enumerate(sorted(self.real.nodes))}

    @cached_property
    def journeys(self) -> list[Journey]:
        """How the divisions of each group hang together."""
        return [Journey.of(self.real, self.tree, group.units) for group in self.groups]


@dataclass
class Moved:
    """One drawn group at its new place."""

    models: Models
    group: RealGroup
    uid: str
    at: dict[str, str]
    """Made-up units by real ones."""
    added: Sequence[Tie] = ()
    """Memberships beside those of the real group."""

    @classmethod
    def drawn(cls, models: Models, which: int, uid: str, chance: random.Random) -> Moved:
        """The real group of a number, moved to a random place."""
        group, at = models.groups[which], models.journeys[which].move(models.tree, chance)
        moved = cls(models, group, uid, at)
        for unit in group.units:
            at.setdefault(unit, moved._agency(unit))
        return moved

    def nodes(self) -> Iterator[Node]:
        """Its agencies, posts and their holders, documents, and the group itself."""
        for unit in self.group.units:
            if unit not in self.models.tree.home:
                yield _copy(self.models.real.nodes[unit], self.at[unit])
        for uid in dict.fromkeys(seat.start for seat in self.group.seats):
            yield from self._nodes_of_post(self.models.post(uid))
        for seat in self.group.seats:
            if person := seat.properties.get("person"):
                yield _person(self._person(seat.start, person))
        for number in range(len(self.group.issuers)):
            yield Node(Label.DOCUMENT, self._document(number), {"title": self._document(number)})
        place = self.at.get(self.group.node.properties.get("place", ""))
        yield _copy(self.group.node, self.uid, place=place)

    def ties(self) -> Iterator[Tie]:
        """Command over its agencies, tenures, seats, memberships and founding documents."""
        for unit in self.group.units:
            if unit not in self.models.tree.home:
                for tie in self.models.real.ties(unit, *COMMAND):
                    yield _tie(tie, self.at[unit], self.at[tie.end])
        for uid in dict.fromkeys(seat.start for seat in self.group.seats):
            yield from self._ties_of_post(self.models.post(uid))
        for number, seat in enumerate(self.group.seats):
            named = seat.properties.get("person")
            person = self._person(seat.start, named) if named else None
            yield _tie(seat, self._post(seat.start), self.uid, str(number), person=person)
        for tie in self.group.members:
            yield _tie(tie, self.at[tie.start], self.uid)
        yield from self.added
        for number, issuers in enumerate(self.group.issuers):
            known = {"source": SOURCE, "confidence": "high"}
            yield Tie(TieType.ESTABLISHED_BY, self.uid, self._document(number), known)
            for unit in issuers:
                yield Tie(TieType.ISSUED_BY, self._document(number), self.at[unit], known)

    def _agency(self, unit: str) -> str:
        """An agency is named after the units above it: the same place has the same agency."""
        above = (self.at[tie.end] for tie in self.models.real.ties(unit, *COMMAND))
        return f"a:{self.models.numbers[unit]}@{'+'.join(above)}"

    def _post(self, uid: str, other: str | None = None) -> str:
        """A post of a seat, or another that its holder has, named after all units of both."""
        units = "+".join(self.at[unit] for unit in self.models.post(uid).units.values())
        own = "" if other is None else f"/{self.models.numbers[other]}"
        # A seat of which no unit is known is nobody's but the group's.
        return f"p:{self.models.numbers[uid]}@{units or self.uid}{own}"

    def _person(self, post: str, person: str) -> str:
        return f"x:{self.models.numbers[person]}@{self._post(post)}"

    def _document(self, number: int) -> str:
        return f"d:{self.uid.removeprefix('g:')}.{number}"

    def _nodes_of_post(self, post: RealPost) -> Iterator[Node]:
        uid, nodes = post.node.uid, self.models.real.nodes
        yield _copy(post.node, self._post(uid))
        for tie in post.holders:
            yield _person(self._person(uid, tie.start))
        for tie in post.others:
            yield _copy(nodes[tie.end], self._post(uid, tie.end))

    def _ties_of_post(self, post: RealPost) -> Iterator[Tie]:
        uid = post.node.uid
        names = {uid: self._post(uid)}
        names |= {tie.end: self._post(uid, tie.end) for tie in post.others}
        for name, unit in post.units.items():
            known = {"source": SOURCE, "confidence": "high"}
            yield Tie(TieType.IN, names[name], self.at[unit], known)
        for number, tie in enumerate((*post.holders, *post.others)):
            yield _tie(tie, self._person(uid, tie.start), names[tie.end], str(number))


def _person(uid: str) -> Node:
    return Node(Label.PERSON, uid, {"name": uid})


def _copy(node: Node, uid: str, **changed: object) -> Node:
    """The node under another name, with all that queries read and no text about the real one."""
    kept = _kept(node.properties)
    names = {key: uid for key in ("name", "title") if key in node.properties}
    known = {key: value for key, value in changed.items() if value is not None}
    return Node(node.label, uid, {**kept, **names, **known}, node.labels)


def _tie(tie: Tie, start: str, end: str, part: str = "", **changed: object) -> Tie:
    """The tie between two made-up nodes; `part` tells it from others between the same two."""
    known = {key: value for key, value in changed.items() if value is not None}
    found = {**_kept(tie.properties), **known, "source": SOURCE}
    day: dt.date = tie.properties.get("valid_from", dt.date.min)
    return Tie(tie.type, start, end, found, part or day.isoformat())


def _kept(properties: Mapping[str, object]) -> dict[str, object]:
    return {
        key: value
        for key, value in properties.items()
        if key not in NOT_COPIED and not key.endswith("_edtf") and key != "place"
    }
