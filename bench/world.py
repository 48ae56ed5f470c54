"""A seeded graph of any size: divisions, agencies, groups, chairs, memberships. Nothing in it is real."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.core.dates import OPEN_END
from graph.core.model import Label, Node, Tie, TieType
from loaders.write.records import Records

E = TypeVar("E", Node, Tie)

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


FOUNDED = 2
"""Every so many groups are founded by a document of the government that runs them."""
SHARED = 100
"""One in so many groups has a second chair, the head of the government that runs it."""


@dataclass(frozen=True)
class Size:
    """How many children each level has, agencies, groups and members a group."""

    children: tuple[int, ...] = (31, 11, 9)
    agencies: int = 3000
    groups: int = 10_000
    members: int = 10


FULL = Size(children=(31, 11, 9, 12), agencies=40_000, groups=100_000, members=10)
"""42,000 divisions, 40,000 agencies, 100,000 groups, 1,000,000 memberships."""


def records(size: Size) -> Records:
    """The seeded graph as a dataset that is made anew each time it is read, and never held."""
    return Records("bench", Fresh(lambda: World(size).nodes()), Fresh(lambda: World(size).ties()))


@dataclass(frozen=True)
class Fresh(Generic[E]):
    """What can be read again and again because it is made again and again."""

    make: Callable[[], Iterator[E]]

    def __iter__(self) -> Iterator[E]:
        return self.make()


def province_code(uid: str) -> str:
    """A code of six digits for the province `u:0.3`, by which it is asked for."""
    return f"{11 + int(uid.rpartition('.')[2])}0000"


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
        for government, agency in self._agencies():
            self.agencies.setdefault(government, []).append(agency)

    def nodes(self) -> Iterator[Node]:
        """Units, agencies, posts and groups."""
        yield Node(Label.SOURCE, "source:bench", {"title": "synthetic, not real"})
        for level, units in self.units.items():
            for uid in units:
                found = {"name": uid, "level": level, "rank": RANKS[level], "rank_basis": "derived"}
                code = {"code": province_code(uid)} if level == "Province" else {}
                yield Node(Label.UNIT, uid, {**found, **code, **ALWAYS}, ("Division", level))
                yield self._post(uid, "HEAD", RANKS[level])
                yield self._post(uid, "DEPUTY_HEAD", RANKS[level] - 1)
                yield Node(Label.PERSON, f"x:{uid}", {"name": uid})
        for government, agency in self._agencies():
            rank = max(1, self._rank(government) - 2)
            found = {"name": agency, "branch": "government", "rank": rank, **ALWAYS}
            yield Node(Label.UNIT, agency, {**found, "rank_basis": "derived"}, ("Agency",))
        for number in range(self.size.groups):
            found = {"name": f"g{number}", "kind": "领导小组", "leadership": "single"}
            more = {"roster": "complete", "vacancy_stated": False, "last_documented": START}
            yield Node(Label.GROUP, f"g:{number}", {**found, **more, **ALWAYS})
            if number % FOUNDED == 0:
                yield Node(Label.DOCUMENT, f"d:{number}", {"title": f"on g{number}"})

    def ties(self) -> Iterator[Tie]:
        """Command between units, posts in units, chairs and memberships of groups."""
        for parent, made in self.children.items():
            for uid in made:
                yield Tie(TieType.PART_OF, uid, parent, {"mode": "statutory", **ALWAYS, **KNOWN})
        for units in self.units.values():
            for uid in units:
                for mode in ("HEAD", "DEPUTY_HEAD"):
                    yield Tie(TieType.IN, f"p:{mode}:{uid}", uid, KNOWN)
                yield from self._tenures(uid)
        for government, made in self.agencies.items():
            for agency in made:
                yield Tie(TieType.DEPARTMENT_OF, agency, government, {**ALWAYS, **KNOWN})
        for number in range(self.size.groups):
            yield from self._group(number)

    def _tenures(self, uid: str) -> Iterator[Tie]:
        """The head of each division, who at times is deputy head of the one above as well."""
        yield Tie(TieType.HOLDS, f"x:{uid}", f"p:HEAD:{uid}", {**ALWAYS, **KNOWN})
        upper, _, last = uid.rpartition(".")
        if last == "0":
            yield Tie(TieType.HOLDS, f"x:{uid}", f"p:DEPUTY_HEAD:{upper}", {**ALWAYS, **KNOWN})

    def _group(self, number: int) -> Iterator[Tie]:
        group = f"g:{number}"
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
        posts = [post, f"p:HEAD:{home}"] if number % SHARED == 1 else [post]
        for its in dict.fromkeys(posts):
            yield Tie(TieType.CHAIRS, its, group, seat)
            yield Tie(TieType.SITS_IN, its, group, seat)
        if number % FOUNDED == 0:
            yield Tie(TieType.ESTABLISHED_BY, group, f"d:{number}", KNOWN)
            yield Tie(TieType.ISSUED_BY, f"d:{number}", home, KNOWN)
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
