"""A small world that mirrors the graph: units, ties, posts, tenures, seats and groups.

Every interval is half-open `[valid_from, valid_to)`. The bounds are the stored ones: `BEGIN` for an
unknown start, `OPEN` for an open end. Nothing here judges anything; it only looks things up.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

BEGIN = date(1, 1, 1)
OPEN = date(9999, 12, 31)

Label = Literal["Country", "Province", "Prefecture", "County", "Township", "Agency"]
RankBasis = Literal["stated", "derived", "override"]
TieKind = Literal["PART_OF", "DEPARTMENT_OF", "LED_BY", "GUIDED_BY"]
Mode = Literal["HEAD", "DEPUTY_HEAD", "COLLEGIAL", "DEPT_HEAD", "OTHER"]
SeatRole = Literal["chair", "deputy_chair", "member", "observer", "secretary", "office_director"]
Leadership = Literal["single", "co_chairs", "rotating", "collective", "unknown"]
Roster = Literal["complete", "partial", "unknown"]
Branch = Literal[
    "party",
    "government",
    "congress",
    "cppcc",
    "court",
    "procuratorate",
    "military",
    "mass_organisation",
    "enterprise",
]


class Lasting(Protocol):
    """Anything with a half-open validity."""

    @property
    def valid_from(self) -> date: ...
    @property
    def valid_to(self) -> date: ...


def on(thing: Lasting, day: date) -> bool:
    """Whether the thing is valid on the day."""
    return thing.valid_from <= day < thing.valid_to


@dataclass(frozen=True)
class Unit:
    """A division (行政区划) or an agency (部门); a general office (办公厅) is an agency."""

    uid: str
    name: str
    labels: Label
    rank: int | None
    rank_basis: RankBasis | None = "derived"
    branch: Branch | None = None
    general_office: bool = False
    vertical: bool = False
    standing: Literal["sar", "taiwan"] | None = None
    valid_from: date = BEGIN
    valid_to: date = OPEN

    @property
    def is_division(self) -> bool:
        """Whether the unit is a government's territory and no agency."""
        return self.labels != "Agency"


@dataclass(frozen=True)
class Tie:
    """A relationship between two units, from the lower to the upper."""

    lower: str
    upper: str
    kind: TieKind
    valid_from: date = BEGIN
    valid_to: date = OPEN


@dataclass(frozen=True)
class Post:
    """An office (职务), IN one unit."""

    uid: str
    title: str
    unit: str
    mode: Mode
    rank: int | None
    rank_basis: RankBasis | None = "derived"
    branch: Branch | None = None


@dataclass(frozen=True)
class Tenure:
    """A person holds a post (任职) in the interval, and is last shown in it until `shown_to`."""

    person: str
    post: str
    valid_from: date = BEGIN
    valid_to: date = OPEN
    shown_to: date | None = None


@dataclass(frozen=True)
class Seat:
    """A seat in a group: of a post, or a listing of a unit itself.

    From `held_to` on its person is last shown there: another is shown in it later.
    """

    group: str
    role: SeatRole
    post: str | None = None
    unit: str | None = None
    person: str | None = None
    rotating: bool = False
    valid_from: date = BEGIN
    valid_to: date = OPEN
    presided: bool = False
    held_to: date | None = None


@dataclass(frozen=True)
class Group:
    """A leading small group (领导小组) or its kin."""

    uid: str
    name: str
    kind: str
    leadership: Leadership = "single"
    roster: Roster = "complete"
    vacancy_stated: bool = False
    place: str | None = None
    issuers: tuple[str, ...] = ()
    petitioners: tuple[str, ...] = ()
    valid_from: date = BEGIN
    valid_to: date = OPEN
    undated: bool = False


@dataclass(frozen=True)
class World:
    """Everything that a question can be asked of."""

    units: tuple[Unit, ...]
    ties: tuple[Tie, ...]
    posts: tuple[Post, ...]
    tenures: tuple[Tenure, ...]
    seats: tuple[Seat, ...]
    groups: tuple[Group, ...]

    def unit(self, uid: str) -> Unit:
        """The unit of that uid; `StopIteration` if there is none."""
        return next(unit for unit in self.units if unit.uid == uid)

    def post(self, uid: str) -> Post:
        """The post of that uid; `StopIteration` if there is none."""
        return next(post for post in self.posts if post.uid == uid)

    def group(self, uid: str) -> Group:
        """The group of that uid; `StopIteration` if there is none."""
        return next(group for group in self.groups if group.uid == uid)
