"""A seeded graph of any size: divisions, agencies, groups, chairs, memberships. Nothing in it is real."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

from graph.dates import OPEN_END
from graph.model import Label, Node, Tie, TieType

START = dt.date(2010, 1, 1)
ALWAYS = {
    "valid_from": START,
    "valid_to": OPEN_END,
    "from_precision": "day",
    "to_precision": "open",
}
KNOWN = {"source": "source:bench", "confidence": "high"}
LEVELS = ("Country", "Province", "Prefecture", "County", "Township")
RANKS = {"Country": 10, "Province": 8, "Prefecture": 6, "County": 4, "Township": 2}


@dataclass(frozen=True)
class Size:
    """How many children each level has, agencies, groups and members a group."""

    children: tuple[int, ...] = (31, 11, 9)
    agencies: int = 3000
    groups: int = 10_000
    members: int = 10


FULL = Size(children=(31, 11, 9, 12), agencies=40_000, groups=100_000, members=10)
"""42,000 divisions, 40,000 agencies, 100,000 groups, 1,000,000 memberships."""


@dataclass
class World:
    """Units by level and agencies by government, and the random numbers that groups are drawn with."""

    size: Size
    seed: int = 20181226

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.units: dict[str, list[str]] = {"Country": ["u:0"]}
        self.children: dict[str, list[str]] = {}
        self.agencies: dict[str, list[str]] = {}
        for upper, lower, count in zip(LEVELS, LEVELS[1:], self.size.children, strict=False):
            self.units[lower] = []
            for parent in self.units[upper]:
                made = [f"{parent}.{i}" for i in range(count)]
                self.children[parent] = made
                self.units[lower] += made

    def nodes(self) -> Iterator[Node]:
        """Units, agencies, posts and groups."""
        yield Node(Label.SOURCE, "source:bench", {"title": "synthetic, not real"})
        for level, units in self.units.items():
            for uid in units:
                found = {"name": uid, "rank": RANKS[level], "rank_basis": "derived", **ALWAYS}
                yield Node(Label.UNIT, uid, found, ("Division", level))
                yield self._post(uid, "HEAD", RANKS[level])
                yield self._post(uid, "DEPUTY_HEAD", RANKS[level] - 1)
        for government, agency in self._agencies():
            rank = max(1, self._rank(government) - 2)
            found = {"name": agency, "branch": "government", "rank": rank, **ALWAYS}
            yield Node(Label.UNIT, agency, {**found, "rank_basis": "derived"}, ("Agency",))
            self.agencies.setdefault(government, []).append(agency)
        for number in range(self.size.groups):
            found = {"name": f"g{number}", "kind": "领导小组", "leadership": "single"}
            more = {"roster": "complete", "vacancy_stated": False, "last_documented": START}
            yield Node(Label.GROUP, f"g:{number}", {**found, **more, **ALWAYS})

    def ties(self) -> Iterator[Tie]:
        """Command between units, posts in units, chairs and memberships of groups."""
        for parent, made in self.children.items():
            for uid in made:
                yield Tie(TieType.PART_OF, uid, parent, {"mode": "statutory", **ALWAYS, **KNOWN})
        for units in self.units.values():
            for uid in units:
                for mode in ("HEAD", "DEPUTY_HEAD"):
                    yield Tie(TieType.IN, f"p:{mode}:{uid}", uid, KNOWN)
        for government, made in self.agencies.items():
            for agency in made:
                yield Tie(TieType.DEPARTMENT_OF, agency, government, {**ALWAYS, **KNOWN})
        for number in range(self.size.groups):
            yield from self._group(f"g:{number}")

    def _group(self, group: str) -> Iterator[Tie]:
        level = self.random.choice(("Country", "Province", "Province", "Prefecture"))
        home = self.random.choice(self.units[level])
        below = [*self.children[home], *self.agencies.get(home, [])]
        level_peers = self.units[LEVELS[LEVELS.index(level) + 1]]
        chosen = {self.random.choice(below) for _ in range(self.size.members - 1)}
        chosen.add(self.random.choice(level_peers))
        chair = home if self.random.random() < 0.7 else self.random.choice(sorted(chosen))
        mode = self.random.choice(("HEAD", "DEPUTY_HEAD"))
        post = f"p:{mode}:{chair if chair.startswith('u:') else home}"
        seat = {"role": "chair", **ALWAYS, **KNOWN}
        yield Tie(TieType.CHAIRS, post, group, seat)
        yield Tie(TieType.SITS_IN, post, group, seat)
        for unit in sorted(chosen):
            rank = self._rank(unit)
            found = {"rank": rank, "rank_basis": "derived", "role": "member", "basis": ["listed"]}
            yield Tie(
                TieType.MEMBER_OF, unit, group, {**found, "derived": False, **ALWAYS, **KNOWN}
            )

    def _agencies(self) -> Iterator[tuple[str, str]]:
        governments = [uid for level in LEVELS[:3] for uid in self.units.get(level, [])]
        for number in range(self.size.agencies):
            government = governments[number % len(governments)]
            yield government, f"a:{government}:{number}"

    def _post(self, uid: str, mode: str, rank: int) -> Node:
        found = {"title": f"{mode} {uid}", "mode": mode, "branch": "government"}
        return Node(Label.POST, f"p:{mode}:{uid}", {**found, "rank": rank, "rank_basis": "derived"})

    def _rank(self, uid: str) -> int:
        steps = (
            uid.removeprefix("a:").split(":")[1].count(".")
            if uid.startswith("a:")
            else uid.count(".")
        )
        rank = RANKS[LEVELS[steps]]
        return max(1, rank - 2) if uid.startswith("a:") else rank
