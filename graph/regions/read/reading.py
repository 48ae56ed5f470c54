"""A group on a day: its region, what it shares with others, its figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.ask.question import SEEN_WITHIN, Question, check, choose
from graph.core.marks import unmarked
from graph.core.model import Level
from graph.core.words import Words
from graph.regions.named.area import Area, Reach, UnitLocation

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
    possible: tuple[str, ...] | None
    defined: bool
    gap_min: int | None
    gap_min_at_most: int | None
    lc: float | None
    lc_min: float | None
    lc_max: float | None
    flags: tuple[str, ...]


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
