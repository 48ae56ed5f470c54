"""Worlds written down by hand, a line a fact: what the plain tests are made of."""

from dataclasses import dataclass, field, replace
from datetime import date

from tests.reference.chairs import Basis
from tests.reference.leadership import AskedScope
from tests.reference.reading import GroupReading, read
from tests.reference.world import (
    BEGIN,
    OPEN,
    Branch,
    Group,
    Label,
    Leadership,
    Mode,
    Post,
    Roster,
    Seat,
    SeatRole,
    Tenure,
    Tie,
    TieKind,
    Unit,
    World,
)

DAY = date(2018, 7, 1)


@dataclass
class Draft:
    """A world being written; every method adds one fact and returns the uid it was given.

    It starts with one group `g` (an LSG, complete roster, single chair) and the centre `cn`.
    """

    units: list[Unit] = field(default_factory=lambda: [Unit("cn", "中央", "Country", 10)])
    ties: list[Tie] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    group: Group = field(default_factory=lambda: Group("g", "g", "领导小组"))

    def division(
        self,
        uid: str,
        label: Label,
        rank: int | None,
        under: str | None,
        start: date = BEGIN,
        end: date = OPEN,
    ) -> str:
        """A division, PART_OF another unless its upper government is not known."""
        self.units.append(Unit(uid, uid, label, rank, valid_from=start, valid_to=end))
        if under is not None:
            self.ties.append(Tie(uid, under, "PART_OF", start, end))
        return uid

    def agency(
        self,
        uid: str,
        rank: int | None,
        under: str | None,
        by: TieKind = "DEPARTMENT_OF",
        branch: Branch | None = "government",
        general_office: bool = False,
    ) -> str:
        """An agency with one tie upward, or none."""
        unit = Unit(uid, uid, "Agency", rank, branch=branch, general_office=general_office)
        self.units.append(unit)
        if under is not None:
            self.ties.append(Tie(uid, under, by))
        return uid

    def post(
        self,
        uid: str,
        unit: str,
        mode: Mode,
        rank: int | None,
        branch: Branch | None = "government",
    ) -> str:
        """A post IN a unit."""
        self.posts.append(Post(uid, uid, unit, mode, rank, branch=branch))
        return uid

    def holds(self, person: str, *posts: str) -> str:
        """A person holds posts, all at once and always."""
        self.tenures.extend(Tenure(person, post) for post in posts)
        return person

    def seat(
        self,
        role: SeatRole,
        post: str,
        start: date = BEGIN,
        end: date = OPEN,
        rotating: bool = False,
        person: str | None = None,
        presided: bool = False,
    ) -> None:
        """A seat of a post, of a named person where the source names one."""
        self.seats.append(
            Seat(
                "g",
                role,
                post=post,
                person=person,
                rotating=rotating,
                valid_from=start,
                valid_to=end,
                presided=presided,
            )
        )

    def listed(self, *units: str) -> None:
        """The units themselves are listed as members, up to their own end."""
        ends = {unit.uid: unit.valid_to for unit in self.units}
        self.seats.extend(Seat("g", "member", unit=uid, valid_to=ends[uid]) for uid in units)

    def says(
        self,
        kind: str = "领导小组",
        leadership: Leadership = "single",
        roster: Roster = "complete",
        issuers: tuple[str, ...] = (),
        petitioners: tuple[str, ...] = (),
        place: str | None = None,
        vacancy: bool = False,
        undated: bool = False,
    ) -> None:
        """What the documents say of the group."""
        self.group = replace(
            self.group,
            kind=kind,
            leadership=leadership,
            roster=roster,
            issuers=issuers,
            petitioners=petitioners,
            place=place,
            vacancy_stated=vacancy,
            undated=undated,
        )

    def world(self) -> World:
        """The world as written so far."""
        return World(
            tuple(self.units),
            tuple(self.ties),
            tuple(self.posts),
            tuple(self.tenures),
            tuple(self.seats),
            (self.group,),
        )

    def read(
        self, day: date = DAY, basis: Basis = "person", scope: AskedScope = "auto"
    ) -> GroupReading:
        """Read the group as of a day."""
        return read(self.world(), "g", day, basis, scope)


def shandong() -> Draft:
    """The centre; 山东 (8) with 济南 (7), 淄博 (6) and 滨州 (6); 河北 (8) with 沧州 (6)."""
    draft = Draft()
    for uid in ("山东", "河北"):
        draft.division(uid, "Province", 8, "cn")
    draft.division("济南", "Prefecture", 7, "山东")
    for uid in ("淄博", "滨州"):
        draft.division(uid, "Prefecture", 6, "山东")
    draft.division("沧州", "Prefecture", 6, "河北")
    for uid, rank in (("济南", 7), ("淄博", 6), ("滨州", 6), ("沧州", 6), ("山东", 8), ("河北", 8)):
        draft.post(f"{uid}长", uid, "HEAD", rank)
    draft.post("副省长", "山东", "DEPUTY_HEAD", 7)
    return draft


def led_by_vice_governor(person: str | None = None) -> Draft:
    """The vice-governor over 淄博 and 滨州, by a notice of the province: STRONG, gap 1."""
    draft = shandong()
    draft.seat("chair", "副省长", person=person)
    draft.listed("淄博", "滨州")
    draft.says(issuers=("山东",))
    return draft


def outcome(reading: GroupReading) -> tuple[str, set[str]]:
    """The type and all flags."""
    return reading.type, set(reading.flags)


def possible(reading: GroupReading) -> set[str] | None:
    """The types still possible; null where not even they are known."""
    return None if reading.possible is None else set(reading.possible)


def common(reading: GroupReading) -> set[str] | None:
    """The lowest common superiors; null where a chain is broken."""
    return None if reading.lcs is None else set(reading.lcs)
