"""What a reader of the notice has in mind: the groups so far, the one in hand, the role in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.core.words import NOTHING, Words
from loaders.notices.model import Doubt, Found, Group, NotUnderstood, Seat
from loaders.notices.words.groups import OWN_TEAM
from loaders.notices.words.roles import Role, of_office

TWICE = Words(
    "the same title twice: two posts, or one repeated", "同一职务出现两次：两个职务，或重复"
)
BODY_CHAIRS = Words("a body in the chair", "以单位任组长")
BARE = Words("a sentence that gives a name without a title", "句中只有姓名，没有职务")
OTHER_CHAIR = Words(
    "in a group with another word for the chair: of its office, perhaps",
    "而该组的组长另有称谓：可能属于其办公室",
)
LED = {"组长", "召集人", "指挥长", "总指挥", "总召集人", "总指挥长"}
"""Words for a chair that no other body than a group has."""
_UPPER = {
    "召集人": ({"总召集人"}, "deputy_chair"),
    "指挥长": ({"总指挥", "总指挥长"}, "executive_deputy"),
}
"""Words for a chair that have another above them, and what they are beside it."""


class State:
    """Groups and doubts so far, and what the next line is read with."""

    def __init__(self, known: str | None = None) -> None:
        self.known = known
        """The group that the head of the notice names."""
        self.group = Group()
        """The group in hand, one of `groups`."""
        self.groups = [self.group]
        self.doubts: list[NotUnderstood] = []
        self.role: Role | None = None
        self.office = False
        self.pending: str | None = None
        self.duties: Role | None = None
        """The role of bodies that a list of duties (成员单位及职责) names, until another heading."""
        self.shaken = NOTHING
        """What makes the role in force doubtful: a line above it that may begin another."""
        self.apart = NOTHING
        """What is doubtful about the office in hand: its heading may begin a group."""
        self._bases: set[str] = set()

    def end(self) -> None:
        """The roster is over until a role is named again."""
        self.role, self.shaken, self.duties = None, NOTHING, None

    def heading(self, name: str) -> None:
        """A heading names a group: the next seats are in it."""
        self.end()
        self.office = False
        self.pending = name or self.pending or name

    def named(self, name: str) -> None:
        """A sentence names a group: if it is another than the one in hand, the next seats are in that."""
        if self.pending and name.endswith(self.pending):
            return
        for group in self.groups:
            has = group.name or (self.known if group is self.groups[0] else None)
            if has and (has.endswith(name) or name.endswith(has)):
                group.name = group.name and max(group.name, name, key=len)
                self.group, self.pending = group, None
                return
        if self.group.seats or self.group.name or self.known:
            self.pending = name
        else:
            self.group.name = name

    def main(self) -> None:
        """A sentence says 领导小组 after one of its working groups: the first group is meant."""
        if self.group.name and OWN_TEAM.fullmatch(self.group.name):
            self.group, self.pending = self.groups[0], None

    def take(self, role: Role) -> Role:
        """A role word comes into force, as the heading above it wants it."""
        if self.office and not role.office and role.base in ("主任", "", "指挥"):
            role = of_office(role)
            role = replace(role, check=self.apart) if role.role else role
        elif role.role == "chair":
            self.office = False
        led = not self.pending and bool(self._bases & LED)
        if led and role.base in ("主任", "主席", "会长", "理事长") and not role.office:
            why = Words(f"{role.word} {OTHER_CHAIR.en}", f"{role.word}，{OTHER_CHAIR.zh}")
            role = Role(role.word, None, why=why, base=role.base)
        upper, lower = _UPPER.get(role.base, (set(), ""))
        self._open(role, bool(upper & self._bases))
        self.shaken = NOTHING
        if role.role == "chair" and (above := upper & self._bases):
            other = above.pop()
            check = Words(f"{role.word} beside a {other}", f"{role.word}与{other}并存")
            role = replace(role, role=lower, check=check)
        if role.role == "chair":
            self._bases.add(role.base)
        self.role = role
        return role

    def _open(self, role: Role, beside: bool) -> None:
        """A new group begins under a heading of its own, or where a second chair follows members."""
        group = self.group
        name, self.pending = self.pending, None
        roles = {seat.role for seat in group.seats}
        if name and roles <= {"office_director"} and not (group.name and group.seats):
            group.name = name
        elif (name and name != group.name and group.seats) or (
            role.role == "chair" and not beside and {"chair"} < roles
        ):
            self.group = Group(name or None)
            self.groups.append(self.group)
            self._bases = set()

    def add(self, role: Role, seats: Iterable[Found], line: int, spoken: bool = False) -> None:
        """Seats of a role; a role that the form does not have leaves its words as not understood."""
        for found in seats:
            if role.role is None:
                self.doubt(Doubt(_words(found), role.why), line)
                continue
            also = found.also or ("office_director" if role.also else "")
            for name in filter(None, (role.role, also)):
                self._seat(role, name, replace(found, also=""), line, not spoken)

    def _seat(self, role: Role, name: str, found: Found, line: int, listed: bool) -> None:
        body = (
            name == "chair" and not role.units and found.unit and not (found.title or found.person)
        )
        bare = not listed and found.person and not found.title
        for why in (role.check, BODY_CHAIRS if body else BARE if bare else NOTHING, self.shaken):
            found = found.doubted(why) if why else found
        seat = Seat(name, found.person, found.title, found.unit, line, found.check)
        seats = self.group.seats
        deputy = found.person is None and re.search("副[\u4e00-\u9fff]{1,4}$", found.title or "")
        if not any(_same(seat, other) for other in seats):
            seats.append(seat)
        elif listed and deputy and _same(seat, seats[-1]):
            seats.append(replace(seat, check=found.doubted(TWICE).check))

    def doubt(self, doubt: Doubt, line: int) -> None:
        """A piece of a roster that gave no seat."""
        if doubt.text.strip():
            self.doubts.append(NotUnderstood(line, doubt.text, doubt.why))

    def titles(self, role: Role | None) -> Sequence[str]:
        """The titles of the seats of a role in the group in hand."""
        return [s.title for s in self.group.seats if role and s.role == role.role and s.title]


def _same(seat: Seat, other: Seat) -> bool:
    parts = (seat.role, seat.person, seat.title or other.title, seat.unit or other.unit)
    return parts == (other.role, other.person, other.title, other.unit)


def _words(found: Found) -> str:
    title, unit = found.title or "", found.unit or ""
    words = (found.person, title if title.startswith(unit) else f"{unit}{title}")
    return " ".join(part for part in words if part)
