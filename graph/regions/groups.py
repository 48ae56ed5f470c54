"""The groups that are compared: each on its day, with its region, its figures and what it shares."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.question import Question, check, choose
from graph.ask.types import in_force
from graph.catalogue import Result, Row, queries
from graph.connection import Database
from graph.core.as_of import SEEN_WITHIN
from graph.core.errors import UnknownName
from graph.core.marks import unmarked
from graph.core.model import Level
from graph.core.terms import COUNTED
from graph.core.words import Words
from graph.places.suggestions import near
from graph.regions.named.area import Area, Reach, UnitLocation
from graph.regions.places import Span

CASE, EXAMPLE, GATHERED, OWN = "case", "example", "gathered", "own"
"""A case of the paper; a shipped example; one of the gathered dataset; one of the user's own files."""

STANDINGS = {
    CASE: Words("case of the paper", "论文案例"),
    EXAMPLE: Words("shipped example", "自带示例"),
    GATHERED: Words("gathered dataset", "搜集数据集"),
    OWN: Words("your own file", "自备数据"),
}

SHIPPED = "groups"
"""The dataset of all that ships: the examples, and the gathered dataset where it is loaded."""

EXAMPLES = frozenset(
    f"group:{name}"
    for name in (
        "a-jjj-air-cooperation", "ah-river-chief-2021", "bth-air-lsg", "central-covid",
        "central-cyber", "central-deep-reform", "central-hkmo", "central-rise-joint-meeting",
        "climate-energy-saving", "cy-joint-conference", "czt-secretaries", "gba-lsg", "gd-gba-lsg",
        "guangfo", "guangfozhao", "hainan-reform-opening", "hn-czt-lsg", "huaihai-core",
        "hzmb-task-force", "jiaodong", "jinan-laiwu", "jining-weishan-lake-tourism-dev",
        "jjj-coordinated-development", "poverty-alleviation", "sc-chengdemeizi",
        "sc-northeast-revitalisation", "sc-western-development", "sd-river-chief",
        "sd-xiaoqing-river", "sd-yellow-river", "taihu-lake-chiefs", "taihu-yangtze-estuary-lsg",
        "weishan-lake-tourism", "west-two-basics-2004", "xingning-2021", "yangtze-economic-belt",
        "yrd-air-coop", "yrd-integration-lsg",
    )
)  # fmt: skip
"""The 38 bodies of loaders/data/groups, each chosen by hand; a test holds the list against the files."""


def standing_of(group: str, in_paper: bool | None, dataset: str) -> str:
    """`case`, `example`, `gathered` or `own`, from the uid and the dataset that wrote the group."""
    if in_paper:
        return CASE
    if unmarked(dataset) != SHIPPED:
        return OWN
    return EXAMPLE if group in EXAMPLES else GATHERED


LEVELS = tuple(str(level) for level in Level if level is not Level.COUNTRY)
"""Levels of members, the highest first."""


@dataclass(frozen=True)
class Selection:
    """Which groups are compared and how they are read.

    `field`, `kind` and `level` (Province, Prefecture, County or Township: the highest of the members)
    narrow; None takes all. `basis`, `scope` and `seen_within` as of `graph.ask.authority.Question`.
    """

    basis: str = "person"
    scope: str = "auto"
    field: str | None = None
    kind: str | None = None
    level: str | None = None
    seen_within: int = SEEN_WITHIN

    def __post_init__(self) -> None:
        check(Question(basis=self.basis, scope=self.scope, seen_within=self.seen_within))
        choose(Words("level", "层级"), self.level or LEVELS[0], LEVELS)

    def holds(self, group: GroupReading) -> bool:
        """Tell whether a group is among those asked for."""
        own = ((self.field, group.field), (self.kind, group.kind), (self.level, group.level))
        return all(asked is None or asked == found for asked, found in own)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group as asked for; `defined` is false where it has no gap by nature."""

    type: str
    type_certainty: str | None
    possible: tuple[str, ...] | None
    rests_on: tuple[str, ...]
    defined: bool
    gap_min: int | None
    gap_min_at_most: int | None
    lc: float | None
    lc_min: float | None
    lc_max: float | None
    flags: tuple[str, ...]

    @property
    def counted(self) -> str:
        """The type that shares and tests count: UNKNOWN where it is not identified."""
        return self.type if self.type_certainty == "identified" else "UNKNOWN"


@dataclass(frozen=True, slots=True)
class GroupReading:
    """A group on a day; `asked` are its figures under the basis and scope that were asked for.

    `region` is the uid of its province, null for a group of another `stratum`: cross_province,
    inter_agency, no_province, unknown. Groups that share one of `shares` (itself, a chair, a document)
    are not independent.
    `size` counts its members; `standing` is how it came to be in the graph. `places` are where the members
    lie that decide the region, each place once.
    """

    group: str
    name: str
    name_en: str | None
    as_of: dt.date
    region: str | None
    region_name: str | None
    stratum: str
    kind: str | None
    field: str | None
    level: str | None
    shares: frozenset[str]
    instruments: tuple[int, ...]
    size: int
    standing: str
    asked: Figures
    places: tuple[UnitLocation, ...] = ()

    @property
    def hand_picked(self) -> bool:
        """Whether it was chosen by hand: a case of the paper or a shipped example."""
        return self.standing in (CASE, EXAMPLE)

    def reach(self, area: Area) -> Reach | None:
        """How the group lies to a named region; None where it lies outside, or nobody knows where."""
        return area.reach(self.stratum, self.places)


@dataclass(frozen=True, slots=True)
class Assigned:
    """The region of a group: a province, or the stratum of a group that has none."""

    uid: str | None
    name: str | None
    stratum: str
    level: str | None


def places_of(
    database: Database,
    groups: Iterable[tuple[Sequence[str], dt.date]],
    within: Sequence[str] = (),
) -> dict[tuple[str, dt.date], UnitLocation]:
    """Find where the members of groups lie, each unit and day asked for once; `within` as of the query."""
    asked: dict[dt.date, set[str]] = defaultdict(set)
    for uids, day in groups:
        asked[day].update(uids)
    days = [{"day": day, "units": sorted(uids)} for day, uids in sorted(asked.items())]
    places: dict[tuple[str, dt.date], UnitLocation] = {}
    for row in queries.regions_of_units(days=days, within=list(within), database=database):
        provinces = tuple(zip(row["provinces"], row["names"], strict=True))
        place = UnitLocation(provinces, row["level"], row["broken"], frozenset(row["within"]))
        places.update(dict.fromkeys(((uid, row["day"]) for uid in row["units"]), place))
    return places


def distinct(members: Sequence[UnitLocation]) -> list[UnitLocation]:
    """Each place once: `places_of` gives all units of a place one value, a group of ten has one or two."""
    return list({id(place): place for place in members}.values())


def region_of(members: Sequence[UnitLocation]) -> Assigned:
    """The province that is ancestor-or-self of every place that decides; else the reason why it has none.

    `members` are the places of the members, each once (`distinct`).
    `unknown`: no member is known, or the superiors of one are not; `cross_province`: they lie in several
    provinces, or in one and elsewhere; `no_province`: none lies in a province. `level` is the highest.
    """
    levels = {place.level for place in members}
    level = next((name for name in LEVELS if name in levels), None)
    if not members:
        return Assigned(None, None, "unknown", level)
    shared = [one for one in members[0].provinces if all(one in m.provinces for m in members)]
    if shared:
        return Assigned(*shared[0], "province", level)
    if any(place.broken for place in members):
        return Assigned(None, None, "unknown", level)
    lies = any(place.provinces for place in members)
    return Assigned(None, None, "cross_province" if lies else "no_province", level)


When = Span | dt.date | None
"""A period, a day, or each group on its last documented day."""


def read_groups(
    database: Database,
    when: When,
    selection: Selection,
    within: Sequence[str] = (),
) -> list[GroupReading]:
    """The groups in force on the day (None: each on its last documented one) that the selection holds.

    Of a period each group is read on its last day in it; groups that no source shows in the period are
    left out (`unseen`). `within` lists divisions, and each group tells which of them its members lie in.
    Raises UnknownName where no group of the graph has the field or kind asked for.
    """
    read = [
        group
        for uids, day in _days_of(database, when, selection)
        for group in _read_on(database, day, selection, uids, within)
    ]
    _check_words(read, selection)
    return [group for group in read if selection.holds(group)]


@dataclass(frozen=True, slots=True)
class Unseen:
    """Groups that are left out for want of evidence: of a day or of a period."""

    stale: int = 0
    undated: int = 0
    period: int = 0


def unseen(database: Database, when: When, selection: Selection) -> Unseen:
    """How many groups no source shows near enough to the day, or in the period; none on their own days."""
    if when is None:
        return Unseen()
    if isinstance(when, Span):
        rows = _of_period(database, when, selection)
        return Unseen(period=sum(row.day is None for row in rows))
    counts = in_force(database, when, selection.seen_within)
    return Unseen(counts.n_stale, counts.n_undated)


def _of_period(database: Database, span: Span, selection: Selection) -> Result:
    return queries.groups_of_period(
        first=span.start, until=span.end, seen_within=selection.seen_within, database=database
    )


def _days_of(
    database: Database, when: When, selection: Selection
) -> Iterator[tuple[list[str] | None, dt.date | None]]:
    """Find which groups are read on which day: those on their last documented one (None) in one reading."""
    if not isinstance(when, Span):
        yield None, when
        return
    by_day: dict[dt.date | None, list[str]] = defaultdict(list)
    for row in _of_period(database, when, selection):
        if row.day is not None:
            by_day[None if row.day == row.last_documented else row.day].append(row.group)
    yield from ((uids, day) for day, uids in by_day.items())


def _read_on(
    database: Database,
    day: dt.date | None,
    selection: Selection,
    uids: list[str] | None,
    within: Sequence[str],
) -> Iterator[GroupReading]:
    read = queries.readings_by_group(
        groups=uids, as_of=day, basis=selection.basis, scope=selection.scope,
        seen_within=selection.seen_within, database=database,
    )  # fmt: skip
    rows = [row for row in read if day is None or row["status"] in COUNTED]
    places = places_of(database, ((row["placed"], row["as_of"]) for row in rows), within)
    for row in rows:
        yield _group(row, places)


def _check_words(groups: list[GroupReading], selection: Selection) -> None:
    told = {
        "field": Words("field of a group on that day", "当日小组领域"),
        "kind": Words("kind of a group on that day", "当日小组形式"),
    }
    for name, asked in (("field", selection.field), ("kind", selection.kind)):
        known = sorted({getattr(group, name) or "" for group in groups} - {""})
        if asked is not None and asked not in known:
            raise UnknownName(told[name], asked, near(asked, known) or known)


def _figures(row: Row) -> Figures:
    possible = row["possible"]
    return Figures(
        row["type"], row["type_certainty"], None if possible is None else tuple(possible),
        tuple(row["rests_on"]), row["defined"],
        row["gap_min"], row["gap_min_at_most"], row["lc"], row["lc_min"], row["lc_max"],
        tuple(row["flags"]),
    )  # fmt: skip


def _group(row: Row, places: Mapping[tuple[str, dt.date], UnitLocation]) -> GroupReading:
    day = row["as_of"]
    placed = distinct([places[uid, day] for uid in row["placed"]])
    region = region_of(placed)
    if row["inter_agency"]:
        region = Assigned(None, None, "inter_agency", region.level)
    return GroupReading(
        group=row["group"],
        name=row["name"],
        name_en=row["name_en"],
        as_of=day,
        region=region.uid,
        region_name=region.name,
        stratum=region.stratum,
        kind=row["kind"],
        field=row["field"],
        level=region.level,
        # The group itself too: on two days it is one group, not two.
        shares=frozenset((row["group"], *row["chairs"], *row["documents"])),
        instruments=tuple(row["instruments"]),
        size=row["n_members"],
        standing=standing_of(row["group"], row["in_paper"], row["dataset"]),
        asked=_figures(row),
        places=tuple(placed),
    )
