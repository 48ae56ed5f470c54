"""What a network page shows: the contract between the queries that answer and the pages that draw.

The queries fill these values, `visualize` draws them; neither knows how the other works. All text
is plain text: nothing in it is markup. What a source does not say stays None or empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.core.words import NOTHING, Words

MOST_BOXES = 400
"""Boxes of one picture that stay readable; of more the first are drawn, and how many is said."""


@dataclass(frozen=True)
class SourceRef:
    """Where a statement was read (来源): `url` only where a link may be made, else None."""

    uid: str
    title: str
    url: str | None


@dataclass(frozen=True)
class Fact:
    """One line of the details panel: what is stated, and the statement."""

    label: Words
    value: Words


RANK = Words("Rank", "级别")


@dataclass(frozen=True)
class PictureNode:
    """One box: a group, a post or a unit as it stood on the day of the picture.

    `kind` is group, post, person, document, country, province, prefecture, county, township or agency;
    `role` is group, chair (组长), deputy_chair (副组长), member (成员), superior, subordinate, focus,
    official, department, held (a post of the person in focus), of a group among several its type, in the
    answer of a query any word. `rank` counts 10 (国家级正职) down to 1 (乡科级副职), None where it is unknown
    or outside the ladder. `supposed` marks an assumption of the user (假设), `unknown` what no source names,
    `last_shown` a person who is not known to hold the post on the day (最后见于), `faded` a group that is
    stale or undated on the day: it stands in no count. `rank_of` says whose rank it is.
    """

    uid: str
    label: str
    label_en: str
    kind: str
    role: str
    rank: int | None
    supposed: bool = False
    unknown: bool = False
    facts: tuple[Fact, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    faded: bool = False
    rank_of: Words = RANK
    last_shown: bool = False


SILENT = NOTHING


@dataclass(frozen=True)
class PictureTie:
    """One directed tie from `start` to `end` (uids of nodes of the same picture).

    `kind` is CHAIRS, DEPUTY_CHAIRS, MEMBER_OF, AUTHORITY (chair to member, with `relation` and
    `gap`), COMMAND (upper unit to lower unit), IN (post to its unit), HOLDS (person to post), SITS_IN
    (other seats), DEPARTMENTS, HOSTS, RUNS, SUCCEEDED_BY or, of a query, any word. A seat of a government may
    bear relation and gap of the chair over it. `relation` is OWN, OUTSIDE,
    LINE, UNKNOWN, UNRANKED, OUTRANK_ONLY, PEER or OUTRANKED; `gap` counts ordinal steps of rank,
    chair minus member, None where one of the two ranks is missing.
    """

    start: str
    end: str
    kind: str
    relation: str | None = None
    gap: int | None = None
    label: Words = SILENT
    facts: tuple[Fact, ...] = ()
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True)
class RosterSeat:
    """A line of a group's roster (名单): who has a seat, by which post of which unit, and what it makes.

    `holder` and `title` are as published, "" where no source gives them; a listed unit has neither. `rank` is
    the seat's. `makes` says whether the seat makes its unit a member (`counts`), or why not.
    """

    role: Words
    holder: str
    title: str
    unit: Words
    rank: Words
    makes: Words
    counts: bool
    note: Words
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True)
class MatrixLine:
    """A row or a column of a matrix: a group, a unit, a post or a person.

    `family` is what lines stand together by: the field of a group (领域), the province of a unit. `since` is
    the start as the source gives it (EDTF), None where no source does. `near` marks what is always
    shown; of the others a page may leave out those that have a single cell.
    """

    node: PictureNode
    family: Words
    since: str | None = None
    near: bool = True


@dataclass(frozen=True)
class MatrixCell:
    """What a line of `members` is in a group: both are uids of lines.

    `role` is that of the highest seat, host or departments; `relation` and `gap` are what the chair is to the
    member, as of a PictureTie. `supposed` says that a chair or a member is supposed, not documented.
    `is_member` is false for the unit of a chair that is not itself a member of the group.
    """

    group: str
    member: str
    role: str
    relation: str | None = None
    gap: int | None = None
    supposed: bool = False
    facts: tuple[Fact, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    is_member: bool = True


@dataclass(frozen=True)
class Matrix:
    """Groups × members, or groups × persons (矩阵): at most one cell for two lines, none without a seat.

    `name` says what the members are. Lines stand in their order: groups by the rank of the chair, members by
    family and rank.
    """

    name: Words
    groups: tuple[MatrixLine, ...]
    members: tuple[MatrixLine, ...]
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class Picture:
    """One page: a group on tiers by rank (`layout` "tiers") or a hierarchy ("tree").

    `caption` is one sentence with the type and its reason, `as_of` an ISO day or "". `total` is the
    number of nodes that the query held, where it held more than `nodes` has. `roster` holds all seats of
    a group, `matrices` the same as tables, for pictures whose ties are too many to follow.
    """

    title: Words
    caption: Words
    as_of: str
    layout: str
    facts: tuple[Fact, ...]
    notes: tuple[Words, ...]
    nodes: tuple[PictureNode, ...]
    ties: tuple[PictureTie, ...]
    total: int | None = None
    roster: tuple[RosterSeat, ...] = ()
    matrices: tuple[Matrix, ...] = ()


@dataclass(frozen=True)
class GroupEntry:
    """A group in the list.

    `region`, `field`, `level` and `type` are filters. `first` and `last` are the years of its
    earliest and latest evidence or end, None unknown. `gap` counts ordinal steps. `link` is the path
    of its page relative to the list, None where no page is beside it.
    """

    name: Words
    region: Words
    field: Words
    level: Words
    type: Words
    gap: int | None
    coverage: float | None
    first: int | None
    last: int | None
    link: str | None = None

    @property
    def years(self) -> str:
        """The years of its evidence: 2013–2018, 2013, or – where no source dates it."""
        known = [str(year) for year in (self.first, self.last) if year is not None]
        return "–".join(dict.fromkeys(known)) or "–"
