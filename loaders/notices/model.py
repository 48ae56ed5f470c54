"""What a notice says, as far as its words tell: facts of the notice, groups, seats, and doubts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from graph.core.language import say
from graph.core.words import NOTHING, Words

HIGH, LOW = "high", "low"
ROSTER, SEATS = "roster", "seats"
"""What an adjustment prints: the whole new roster, or those who come and go."""


@dataclass(frozen=True)
class Line:
    """A line of the text: its number in the file (1 is the first), its words, whether a machine read them."""

    number: int
    text: str
    machine: bool = False


def doubts_of(*checks: Words) -> Words:
    """Several things to check as one text."""
    return Words.joined(checks, "; ", "；")


@dataclass(frozen=True)
class Found:
    """A seat without its role: who and as what. `check` says what is doubtful, nothing of a certain one."""

    person: str | None = None
    title: str | None = None
    unit: str | None = None
    check: Words = NOTHING
    also: str = ""
    """A second role that the words give: office_director (兼领导小组办公室主任), secretary (并担任秘书长)."""

    def doubted(self, why: Words) -> Found:
        """The same with one more thing to check."""
        return replace(self, check=doubts_of(self.check, why))


@dataclass(frozen=True)
class Doubt:
    """A piece of a roster that gave no seat, and why."""

    text: str
    why: Words


@dataclass(frozen=True)
class Seat:
    """A seat as the notice words it (席位): `unit` is the body that the title names."""

    role: str
    person: str | None
    title: str | None
    unit: str | None
    line: int
    check: Words = NOTHING

    def with_words(self, change: Callable[[str], str]) -> Seat:
        """The seat with its person, title and unit changed."""
        words = (part and change(part) for part in (self.person, self.title, self.unit))
        person, title, unit = words
        return replace(self, person=person, title=title, unit=unit)

    @property
    def certainty(self) -> str:
        """`high`, or `low` where a person has to look at the notice."""
        return LOW if self.check else HIGH

    def to_dict(self) -> dict[str, Any]:
        """The seat as JSON gives it; `check` is null for a certain one."""
        return {
            "role": self.role, "name": self.person, "title": self.title, "unit": self.unit,
            "line": self.line, "certainty": self.certainty, "check": say(self.check) or None,
        }  # fmt: skip


@dataclass(frozen=True)
class NotUnderstood:
    """A line of a roster that gave no seat: its number, its words and the reason."""

    line: int
    text: str
    why: Words

    def to_dict(self) -> dict[str, Any]:
        """The line as JSON and drafts give it, the reason in the language that is spoken."""
        return {"line": self.line, "text": self.text, "why": say(self.why)}


@dataclass(frozen=True)
class Leaving:
    """Somebody whom an adjustment takes out of the group; `role` is None where the words name none."""

    person: str
    role: str | None
    line: int


@dataclass
class Group:
    """A group of the notice while it is read; `name` is None where no heading gives one."""

    name: str | None = None
    seats: list[Seat] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Name and seats as JSON gives them."""
        return {"name": self.name, "seats": [seat.to_dict() for seat in self.seats]}


@dataclass(frozen=True)
class Facts:
    """Facts of the notice as a whole; None where it does not say.

    `date` is EDTF (2016-05-03, 2016-05, 2016). `place` is the division of the issuer (济南市).
    """

    title: str | None = None
    name: str | None = None
    number: str | None = None
    date: str | None = None
    issuers: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True)
class Account:
    """The numbers of all lines with words, each once: with a seat, of facts and prose, not understood."""

    seats: tuple[int, ...] = ()
    facts: tuple[int, ...] = ()
    not_understood: tuple[int, ...] = ()


@dataclass(frozen=True)
class Notice:
    """A notice read: its facts, at least one group, and every line that was not understood.

    `lines` accounts for every line; `advice` tells what to do where there is no seat. Of an adjustment
    (调整, 增补, 不再担任) `adjusts` says whether it prints the whole new roster or single seats, and
    `leaving` who goes by its words.
    `machine` says whether any line was read from a picture, `traditional` whether the notice is printed in
    traditional characters.
    """

    facts: Facts
    groups: tuple[Group, ...]
    not_understood: tuple[NotUnderstood, ...]
    lines: Account = Account()
    advice: Words | None = None
    machine: bool = False
    traditional: bool = False
    adjusts: str | None = None
    leaving: tuple[Leaving, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The notice as JSON gives it; `seats` are those of the first group."""
        facts = self.facts
        return {
            "name": self.groups[0].name or facts.name,
            "number": facts.number,
            "date": facts.date,
            "issuers": list(facts.issuers),
            "seats": self.groups[0].to_dict()["seats"],
            "groups": [group.to_dict() for group in self.groups],
            "not_understood": [doubt.to_dict() for doubt in self.not_understood],
            "lines": asdict(self.lines),
            "advice": self.advice and say(self.advice),
            "characters": "traditional" if self.traditional else "simplified",
            "read_by_machine": self.machine,
            "adjusts": self.adjusts,
            "leaving": [asdict(one) for one in self.leaving],
        }
