"""The real groups as they stand on a day, each with all that its authority is read from.

`bench.world` draws from them. Read from the files that `lsgraph load groups --all` reads.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph.core.model import Label, Node, Tie, TieType
from loaders.groups.read import dataset_files, shipped_files
from loaders.load.datasets import group_parts

DAY = dt.date(2018, 12, 25)
"""The day on which the groups are drawn, and asked."""

COMMAND = (TieType.PART_OF, TieType.DEPARTMENT_OF, TieType.LED_BY, TieType.GUIDED_BY)
SEATS = (
    TieType.CHAIRS, TieType.DEPUTY_CHAIRS, TieType.DIRECTS_OFFICE_OF, TieType.SITS_IN,
)  # fmt: skip


@dataclass(frozen=True)
class RealGroup:
    """A group with its seats in force, its memberships up to the day, and the units that these reach.

    `units` are those of members, posts, issuers and the place, with all that stand above them; superiors
    first.
    """

    node: Node
    seats: Sequence[Tie]
    members: Sequence[Tie]
    issuers: Sequence[Sequence[str]]
    units: Sequence[str]


@dataclass(frozen=True)
class RealPost:
    """A post, its unit, and its holders with the other posts that they hold and their units."""

    node: Node
    unit: str | None
    holders: Sequence[Tie]
    others: Sequence[Tie]
    units: Mapping[str, str]


@dataclass
class RealGraph:
    """What is read on `DAY`: nodes by uid, ties by where they start and where they end."""

    nodes: dict[str, Node]
    out: dict[str, list[Tie]] = field(default_factory=lambda: defaultdict(list))
    into: dict[str, list[Tie]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, nodes: Iterable[Node], ties: Iterable[Tie]) -> RealGraph:
        found = cls({node.uid: node for node in nodes})
        for tie in filter(_counts, ties):
            found.out[tie.start].append(tie)
            found.into[tie.end].append(tie)
        return found

    def divisions(self) -> list[Node]:
        """The divisions in force."""
        return [
            node for node in self.nodes.values() if "Division" in node.labels and in_force(node)
        ]

    def groups(self) -> list[RealGroup]:
        """The groups in force, by uid."""
        found = (node for node in self.nodes.values() if node.label is Label.GROUP)
        return [self._group(node) for node in sorted(filter(in_force, found), key=_uid)]

    def post(self, uid: str) -> RealPost:
        """A post with what is needed to tell who holds it and what else they hold."""
        holders = self._into(uid, TieType.HOLDS)
        others = [
            tie
            for person in dict.fromkeys(tie.start for tie in holders)
            for tie in self.ties(person, TieType.HOLDS)
            if tie.end != uid
        ]
        units = {
            post: unit for post in (uid, *(tie.end for tie in others)) if (unit := self._unit(post))
        }
        return RealPost(self.nodes[uid], units.get(uid), holders, others, units)

    def ties(self, uid: str, *kinds: TieType) -> list[Tie]:
        """The ties of these types that start at a node."""
        return [tie for tie in self.out.get(uid, ()) if tie.type in kinds]

    def _into(self, uid: str, *kinds: TieType) -> list[Tie]:
        return [tie for tie in self.into.get(uid, ()) if tie.type in kinds]

    def _unit(self, post: str) -> str | None:
        return next((tie.end for tie in self.ties(post, TieType.IN)), None)

    def _group(self, node: Node) -> RealGroup:
        seats, members = self._into(node.uid, *SEATS), self._into(node.uid, TieType.MEMBER_OF)
        documents = (tie.end for tie in self.ties(node.uid, TieType.ESTABLISHED_BY))
        issuers = [[tie.end for tie in self.ties(d, TieType.ISSUED_BY)] for d in documents]
        own = [tie.start for tie in members] + [uid for each in issuers for uid in each]
        own += [uid for seat in seats for uid in self.post(seat.start).units.values()]
        if place := node.properties.get("place"):
            own.append(place)
        return RealGroup(node, seats, members, issuers, self._with_superiors(own))

    def _with_superiors(self, units: Iterable[str]) -> list[str]:
        found: dict[str, None] = {}
        for uid in units:
            self._climb(uid, found)
        return list(found)

    def _climb(self, uid: str, found: dict[str, None]) -> None:
        if uid in found:
            return
        for tie in self.ties(uid, *COMMAND):
            self._climb(tie.end, found)
        found[uid] = None


def in_force(element: Node | Tie) -> bool:
    """Whether a node or tie is in force on `DAY`; what has no dates always is."""
    found = element.properties
    return bool(found.get("valid_from", dt.date.min) <= DAY < found.get("valid_to", dt.date.max))


def _counts(tie: Tie) -> bool:
    """Whether a tie is read on `DAY`: past memberships are too, since they tell whom a group has lost."""
    past = tie.type is TieType.MEMBER_OF and tie.properties["valid_from"] <= DAY
    return past or in_force(tie)


@cache
def real_graph(whole: bool = True) -> RealGraph:
    """The shipped groups with their divisions; `whole`: the wide dataset with them."""
    read = group_parts(base_files(whole))
    return RealGraph.of(
        [*read.divisions.nodes, *read.shipped.nodes], [*read.divisions.ties, *read.shipped.ties]
    )


def base_files(whole: bool) -> tuple[Path, ...]:
    """The files of the shipped groups; `whole`: those of the wide dataset too."""
    return (*shipped_files(), *dataset_files()) if whole else shipped_files()


def _uid(node: Node) -> str:
    return node.uid
