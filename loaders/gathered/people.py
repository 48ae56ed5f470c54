"""Who is one person: two statements are of one where they name one body, or a title joins two bodies.

A name does not identify a person. Beyond that the reviewed decisions (loaders.quality.decisions)
join and part, and then the rule of a career (loaders.quality.careers); what nothing decides stays
apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from loaders.quality.careers import Held, Lines, bodies, evidence, refusal
from loaders.quality.decisions import Decision, parting
from loaders.tables.read.raw import Row
from loaders.tables.understand import people
from loaders.tables.understand.people import Person

Known = tuple[str, str]
"""A name and the reference of a body: what identifies a person."""


@dataclass(frozen=True)
class Verdict:
    """What was found of a name that stands with several bodies: joined, parted or open, and why."""

    name: str
    what: str
    why: str


@dataclass
class People(people.People):
    """Persons of gathered seats: one a seat, until `settle` tells which are one; `shipped` keep their uid."""

    decisions: Sequence[Decision] = ()
    shipped: dict[Known, str] = field(default_factory=dict)
    parent: dict[Known, Known] = field(default_factory=dict)
    held: dict[Known, list[Held]] = field(default_factory=lambda: defaultdict(list))
    met: list[tuple[Known, Person]] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    whys: dict[Known, list[str]] = field(default_factory=lambda: defaultdict(list))
    notes: dict[str, str] = field(default_factory=dict)
    """Why a person is one, or is not the other of the name, by uid."""

    def find(self, row: Row, column: str = "person") -> Person | None:
        """A person of the row's own."""
        name = row.text(column)
        return Person("", name) if name else None

    def enter_shipped(self, uid: str, name: str, told: Iterable[Held]) -> None:
        """Know a person of the project's own files by what they tell of posts."""
        known = [self._hear(name, one) for one in told] or [(name, uid)]
        for one in known:
            self.shipped[one] = uid
        self._join(known)

    def enter(self, person: Person, told: Iterable[Held], uid: str | None) -> None:
        """A statement that names one person with one or more bodies; `uid` where it is a shipped one."""
        known = [self._hear(person.name, one) for one in told]
        if uid:
            known += [one for one, own in self.shipped.items() if own == uid and one not in known]
            self.shipped |= dict.fromkeys(known, uid)
        self._join(known)
        self.met.append((known[0], person))

    def settle(self, lines: Lines) -> None:
        """Join what the decisions and the rule join; give each person a uid.

        The plain name is that of who bears it first, another's has the body first named behind it.
        """
        self._decide()
        for name in [name for name, roots in self._by_name().items() if len(roots) > 1]:
            self._judge(name, lines)
        found: dict[Known, str] = {}
        for name, roots in self._by_name().items():
            taken = {uid for known, uid in self.shipped.items() if known[0] == name}
            for members in roots.values():
                own = next((self.shipped[one] for one in members if one in self.shipped), None)
                uid = own or _fresh(members[0], taken)
                taken.add(uid)
                found |= dict.fromkeys(members, uid)
        for known, person in self.met:
            person.uid = found[known]
        told: dict[str, dict[str, None]] = defaultdict(dict)
        for known, why in self.whys.items():
            told[found[known]] |= dict.fromkeys(why)
        self.notes = {uid: "; ".join(why) for uid, why in told.items()}

    def _hear(self, name: str, held: Held) -> Known:
        known = name, held.body
        self.held[known].append(held)
        return known

    def _by_name(self) -> Mapping[str, Mapping[Known, list[Known]]]:
        """Persons by name, each by one of the pairs that identify it."""
        found: dict[str, dict[Known, list[Known]]] = defaultdict(lambda: defaultdict(list))
        for known in self.parent:
            found[known[0]][self._root(known)].append(known)
        return found

    def _decide(self) -> None:
        """Join what a decision says is one person, as far as its bodies are met."""
        for decision in self.decisions:
            known = [(decision.name, body) for body in decision.one or ()]
            met = [one for one in known if one in self.parent]
            if len({self._root(one) for one in met}) > 1:
                self._join(met)
                self._say(met[0], "one person, reviewed", decision.reason)

    def _judge(self, name: str, lines: Lines) -> None:
        """Join the nodes of a name that the rule finds to be one, and say what became of the others."""
        joined = True
        while joined:
            joined = False
            for (one, told), (other, more) in self._pairs(name):
                if self._parted(name, told, more) is not None:
                    continue
                why = evidence(name, told, more, lines)
                if why is not None:
                    self._join([one, other])
                    self._say(one, "one person by rule", why.en)
                    joined = True
                    break
        for (one, told), (other, more) in self._pairs(name):
            parted = self._parted(name, told, more)
            self._say(one, "several, kept apart" if parted else "undecided, kept apart",
                      parted or f"{', '.join(bodies(told))} | {', '.join(bodies(more))}", other)  # fmt: skip

    def _pairs(self, name: str) -> Iterator[tuple[tuple[Known, list[Held]], ...]]:
        told = [
            (root, [held for known in members for held in self.held[known]])
            for root, members in self._by_name()[name].items()
        ]
        yield from combinations(told, 2)

    def _parted(self, name: str, one: Sequence[Held], other: Sequence[Held]) -> str | None:
        """Why two nodes are two people: a decision, else one source that seats both."""
        decision = parting(self.decisions, name, bodies(one), bodies(other))
        if decision is not None:
            return decision.reason
        own = [{self.shipped.get((name, body)) for body in bodies(held)} for held in (one, other)]
        first, second = (uids - {None} for uids in own)
        if first and second and first != second:
            return f"the core tells {', '.join(sorted(map(str, first | second)))} apart"
        refused = refusal(one, other)
        return refused.en if refused else None

    def _say(self, one: Known, what: str, why: str, *others: Known) -> None:
        self.verdicts.append(Verdict(one[0], what, why))
        if not what.startswith("undecided"):
            for known in (one, *others):
                self.whys[known].append(f"{what}: {why}")

    def _join(self, known: Sequence[Known]) -> None:
        for one in known:
            self.parent.setdefault(one, one)
            self.parent[self._root(one)] = self._root(known[0])

    def _root(self, known: Known) -> Known:
        while self.parent[known] != known:
            known = self.parent[known]
        return known


def _fresh(known: Known, taken: set[str]) -> str:
    uid = f"person:{_clean(known[0])}"
    if uid not in taken:
        return uid
    return f"{uid}@{_clean(known[1].removeprefix('agency:').replace(':', '.'))}"


def _clean(text: str) -> str:
    return "".join(text.split())
