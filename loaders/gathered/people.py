"""Who is one person: two statements are of one where they name one body, or a title joins two bodies.

A name does not identify a person. 刘伟 of 财政部 and 刘伟 of 河南省 stay two, and so do 韩正 of
Shanghai and 韩正 of the State Council unless a title names both: a wrong split hides a rank, a wrong
join invents a command.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.tables.read.raw import Row
from loaders.tables.understand import people
from loaders.tables.understand.people import Person

Known = tuple[str, str]
"""A name and the reference of a body: what identifies a person."""


@dataclass
class People(people.People):
    """Persons of gathered seats: one a seat, until `settle` tells which are one; `shipped` keep their uid."""

    shipped: dict[Known, str] = field(default_factory=dict)
    parent: dict[Known, Known] = field(default_factory=dict)
    met: list[tuple[Known, Person]] = field(default_factory=list)

    def find(self, row: Row, column: str = "person") -> Person | None:
        """A person of the row's own."""
        name = row.text(column)
        return Person("", name) if name else None

    def enter_shipped(self, uid: str, name: str, bodies: Iterable[str]) -> None:
        """Know a person of the project's own files by the bodies of the posts that they show."""
        known = [(name, body) for body in bodies] or [(name, uid)]
        for one in known:
            self.shipped[one] = uid
        self._join(known)

    def enter(self, person: Person, uid: str | None) -> None:
        """A statement that names one person with one or more bodies; `uid` where it is a shipped one."""
        bodies = dict.fromkeys(map(plain, person.seen or [person.beside]))
        known = [(person.name, body) for body in bodies]
        if uid:
            self.enter_shipped(uid, person.name, bodies)
        self._join(known)
        self.met.append((known[0], person))

    def settle(self) -> None:
        """Give each person a uid: the plain name where only one bears it, else with the body first named."""
        together: dict[Known, list[Known]] = defaultdict(list)
        for known in self.parent:
            together[self._root(known)].append(known)
        namesakes: dict[str, int] = defaultdict(int)
        for root in together:
            namesakes[root[0]] += 1
        found: dict[Known, str] = {}
        for root, members in together.items():
            own = [self.shipped[one] for one in members if one in self.shipped]
            plain = f"person:{_clean(root[0])}"
            fresh = (
                plain
                if namesakes[root[0]] == 1
                else f"{plain}@{_clean(members[0][1].removeprefix('agency:').replace(':', '.'))}"
            )
            found |= dict.fromkeys(members, own[0] if own else fresh)
        for known, person in self.met:
            person.uid = found[known]

    def _join(self, known: list[Known]) -> None:
        for one in known:
            self.parent.setdefault(one, one)
            self.parent[self._root(one)] = self._root(known[0])

    def _root(self, known: Known) -> Known:
        while self.parent[known] != known:
            known = self.parent[known]
        return known


def plain(ref: str) -> str:
    """A reference without the name beside a code."""
    return ref if ref.startswith("agency:") else ref.partition(":")[0]


def _clean(text: str) -> str:
    return "".join(text.split())
