"""The guard: what was once found by reading pages and entries by hand, one function a kind of find.

A find has a kind and a uid, which stay the same while the data says the same; known ones are listed with
the reason why they stay (loaders.quality.known).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.core.dates import Precision
from graph.core.words import Words
from graph.offices.body_words import words
from graph.offices.words import bare_name
from loaders.divisions.read import read_divisions
from loaders.form.source_kinds import tells_founding
from loaders.groups.derived_ends import STATED, end_basis
from loaders.groups.memberships import MEMBERS
from loaders.groups.records import CENTRE_UID
from loaders.groups.rows import AgencyRow, GroupData, GroupRow, SeatRow
from loaders.quality.checks import by_group, like_groups
from loaders.quality.persons import shipped_decisions, undecided
from loaders.units.central_bodies import central_bodies

NO_END = (Precision.OPEN, Precision.UNKNOWN)


def dead_bodies(data: GroupData) -> Iterator[tuple[str, Words]]:
    """Central bodies in force without an end that the table of central bodies ends, or does not hold.

    A ministry that has its rank by its name alone stands in no table: nobody read whether it still is.
    """
    rows = central_bodies().rows
    for agency in data.agencies:
        if agency.period.end.precision not in NO_END or agency.uid.count(":") != 1:
            continue
        ended = [row.period for row in rows.get(agency.name, ())][-1:]
        if ended and ended[0].end.precision not in NO_END:
            last = ended[0].end_edtf
            yield (
                agency.uid,
                Words(
                    f"{agency.name} is in force, and ended {last}",
                    f"{agency.name}载为存续，而已终止于 {last}",
                ),
            )
        elif not ended and agency.rank_basis == "derived":
            yield (
                agency.uid,
                Words(
                    f"{agency.name} is in force with rank {agency.rank} by its name alone",
                    f"{agency.name}载为存续，级别 {agency.rank} 只依其名称",
                ),
            )


def units_twice(data: GroupData) -> Iterator[tuple[str, Words]]:
    """Pairs of agencies of one owner whose names are spellings of one name."""
    names = {unit.code: unit.name for unit in read_divisions().units}
    found: dict[tuple[str, str, str], list[AgencyRow]] = defaultdict(list)
    for agency in data.agencies:
        if "@" not in agency.uid:
            found[_key(agency, names)].append(agency)
    for first, *others in found.values():
        for other in others:
            yield (
                f"{first.uid} + {other.uid}",
                Words(
                    f"{first.name}, {other.name}: one unit?",
                    f"{first.name}、{other.name}：是否为同一单位？",
                ),
            )


def _key(agency: AgencyRow, names: dict[str, str]) -> tuple[str, str, str]:
    """Owner, branch and one text for all spellings of the name."""
    parts = agency.uid.split(":")
    owner = parts[1] if len(parts) == 3 else ""
    name = bare_name(agency.name)
    return owner, agency.branch, words().key(name.replace(names.get(owner, "\0"), ""))


LONG_AGO = dt.date(2021, 1, 1)
"""The guard names a body made for one occasion and last seen before this day; each release moves the day."""
OCCASION = re.compile(
    r"非典|疫情|新冠|肺炎|禽流感|普查|抽样调查|运动会|亚运|奥运|亚洲杯|博览会|世博|抗震|抗洪|阅兵|艺术节|筹备|筹委会|"
    r"组委会|组织委员会|专项行动|验收"
)
"""Names of bodies made for one occasion: an epidemic, a census, games, a campaign."""
FORMER = "原"


@dataclass(frozen=True)
class Find:
    """Something that needs a look: `kind` and `uid` are its key, `text` says it in words."""

    kind: str
    uid: str
    text: Words

    @property
    def key(self) -> tuple[str, str]:
        """What a line of the list of known cases names."""
        return self.kind, self.uid


class Guarded:
    """The data with what the finders look up."""

    def __init__(self, data: GroupData) -> None:
        self.data = data
        self.seats: Mapping[str, Sequence[SeatRow]] = by_group(data)
        self.names = {row.uid: row.name for row in data.persons}
        self.titles = {row.uid: row.title for row in data.posts}
        self.units = {row.uid: row.unit for row in data.posts}

    def claimed(self, group: GroupRow, about: str) -> list[str]:
        """What sources claim of a property of a group."""
        rows = (row.claim for row in self.data.claims if row.group == group.uid)
        return [claim.text for claim in rows if claim.about == about]

    def of(self, group: GroupRow, *roles: str) -> list[SeatRow]:
        """The seats of a group in the roles."""
        return [seat for seat in self.seats.get(group.uid, ()) if seat.role in roles]

    def unit(self, seat: SeatRow) -> str | None:
        """The unit that is listed itself, or that the seat's post is in."""
        return seat.unit or self.units.get(seat.post or "")

    def who(self, seats: Sequence[SeatRow]) -> str:
        """The holders, posts or units of seats, in words."""
        return ", ".join(
            self.names.get(s.person or "")
            or self.titles.get(s.post or "")
            or s.title
            or s.unit
            or "?"
            for s in seats
        )


def early_seats(data: Guarded) -> Iterator[tuple[str, Words]]:
    """Seats dated to the founding by sources that speak of a later day, or of none."""
    for group in data.data.groups:
        start = group.period.start_edtf
        early = [
            seat for seat in data.of(group, "chair", *MEMBERS)
            if start and seat.period.start_edtf and not seat.period.start_edtf.startswith("[..")
            and seat.period.start.day <= group.period.start.day
            and not any(
                tells_founding(data.data.sources[uid].kind, data.data.sources[uid].date, start)
                for uid in seat.sources
            )
        ]  # fmt: skip
        if early:
            who = data.who(early)
            yield (
                group.uid,
                Words(
                    f"{who}: dated to the founding ({start}) by later sources",
                    f"{who}：依较晚的来源记于成立之日（{start}）",
                ),
            )


def presiding_chairs(data: Guarded) -> Iterator[tuple[str, Words]]:
    """Chairs of groups of which a source says that somebody presided: who presides does not chair by it."""
    for group in data.data.groups:
        chairs = data.of(group, "chair")
        said = ", ".join(data.claimed(group, "presided"))
        if chairs and said:
            who = data.who(chairs)
            yield (
                group.uid,
                Words(f"{who} in the chair, and {said} presided", f"{who}任组长，而{said}主持会议"),
            )


def hosts_among_members(data: Guarded) -> Iterator[tuple[str, Words]]:
    """Governments listed as members of the body that they run themselves."""
    for group in data.data.groups:
        host = group.place or CENTRE_UID
        if any(seat.unit == host for seat in data.of(group, *MEMBERS)):
            yield (
                group.uid,
                Words(
                    f"{host} is listed as a member of its own body",
                    f"{host} 列为其自身所设机构的成员",
                ),
            )


def bodies_twice(data: Guarded) -> Iterator[tuple[str, Words]]:
    """Groups of one place with almost the same name, and units of one owner under two spellings."""
    for one, other in like_groups(data.data):
        yield (
            f"{one.uid} + {other.uid}",
            Words(
                f"{one.name}, {other.name}: one body?",
                f"{one.name}、{other.name}：是否为同一机构？",
            ),
        )
    yield from units_twice(data.data)


def several_chairs(data: Guarded) -> Iterator[tuple[str, Words]]:
    """Several in the chair of a single leadership on one day: one of them told twice, or succeeded."""
    for group in data.data.groups:
        chairs = data.of(group, "chair") if group.leadership == "single" else []
        both = [seat for seat in chairs if any(_meet(seat, other) for other in chairs)]
        if both:
            who = data.who(both)
            yield (
                group.uid,
                Words(
                    f"{who} chair at once, and the leadership is single",
                    f"{who}同时任组长，而组长形式为单一",
                ),
            )


def long_over(data: Guarded) -> Iterator[tuple[str, Words]]:
    """Bodies made for one occasion, in force without an end long after they were last seen."""
    for group in data.data.groups:
        last, open_ = group.last_documented, end_basis(group.period) != STATED
        if last and open_ and last < LONG_AGO and OCCASION.search(group.name):
            yield (
                group.uid,
                Words(
                    f"{group.name}: last seen on {last}, and no end is stated",
                    f"{group.name}：最后见于 {last}，未载终止时间",
                ),
            )


def partial_rosters(data: Guarded) -> Iterator[tuple[str, Words]]:
    """Rosters called complete of which part was not read; own officials alone make none."""
    for group in data.data.groups:
        seats = data.of(group, "chair", *MEMBERS)
        if group.roster != "complete" or not seats:
            continue
        unread = [s for s in seats if not data.unit(s) and FORMER not in (s.title or "")]
        own = group.place or CENTRE_UID
        if unread:
            who = data.who(unread)
            yield (
                group.uid,
                Words(f"complete, though {who} was not understood", f"标为完整，而{who}未能读懂"),
            )
        elif "partial" in data.claimed(group, "roster"):
            yield (
                group.uid,
                Words("complete, though a source claims part", "标为完整，而有来源称仅为部分"),
            )
        elif all(data.unit(seat) == own for seat in seats):
            yield (
                group.uid,
                Words(
                    f"complete, and every seat is an official of {own} (own_unit_only)",
                    f"标为完整，而各席位均为 {own} 的官员（own_unit_only）",
                ),
            )


def _meet(one: SeatRow, other: SeatRow) -> bool:
    first = max(one.period.start.day, other.period.start.day)
    return one is not other and one.period.holds(first) and other.period.holds(first)


FINDERS: Mapping[str, Callable[[Guarded], Iterator[tuple[str, Words]]]] = {
    "early_seat": early_seats, "presiding_chair": presiding_chairs,
    "host_member": hosts_among_members, "twice": bodies_twice, "several_chairs": several_chairs,
    "dead_body": lambda data: dead_bodies(data.data), "long_over": long_over,
    "partial_roster": partial_rosters,
    "one_person": lambda data: undecided(data.data, shipped_decisions()),
}  # fmt: skip
"""What finds each kind: uid and text of each find."""


def finds(data: GroupData) -> list[Find]:
    """All finds, kind by kind, in file order."""
    guarded = Guarded(data)
    return [
        Find(kind, uid, text) for kind, finder in FINDERS.items() for uid, text in finder(guarded)
    ]
