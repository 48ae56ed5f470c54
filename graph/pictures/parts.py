"""Parts that several kinds of pictures share: sources, units and groups as boxes, the day's reading."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.ask.reasons import chairs_in_words, reason, signed, type_in_words
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.terms import (
    COUNTED,
    LEVELS,
    RANK_BASES,
    RELATIONS,
    ROLES,
    STATUSES,
    TYPES,
    division_kind,
    term,
)
from graph.core.words import NOTHING, Words
from graph.pictures.contract import Fact, PictureNode, PictureTie, SourceRef
from graph.pictures.words import coverage, fact, said, span_words

SEAT_TIES = {"chair": "CHAIRS", "deputy_chair": "DEPUTY_CHAIRS", "member": "MEMBER_OF"}
"""Kind of the tie of a seat; of any other role it is SITS_IN."""
POST_IN = Words("post in", "任职于")
SEAT_ORDER = ("chair", "deputy_chair", "member")


class Sources:
    """The sources of a picture, asked for once; `refs` makes links of uids, each once, in their order."""

    def __init__(self, database: Database, uids: Iterable[str | None]) -> None:
        asked = sorted({uid for uid in uids if uid})
        self._rows = {row.uid: row for row in queries.sources_by_uid(asked, database=database)}

    def refs(self, *uids: str | None) -> tuple[SourceRef, ...]:
        """Return the sources of these uids that the graph has."""
        rows = (self._rows[uid] for uid in dict.fromkeys(uids) if uid in self._rows)
        return tuple(SourceRef(row.uid, row.title, row.url) for row in rows)


@dataclass(frozen=True)
class Readings:
    """Groups as they are read: type and chair (rows of authority_by_group), and what they are.

    `of_one_day` is false where each is read on a day of its own: then none is faded.
    """

    types: Mapping[str, Row]
    things: Mapping[str, Row]
    of_one_day: bool = True

    def chair_rank(self, group: str) -> int | None:
        """Return the highest rank of a chair; None where no chair or rank is known."""
        chairs = self.types[group].chairs if group in self.types else []
        return max((c["rank"] for c in chairs if c["rank"] is not None), default=None)

    def name(self, group: str) -> str:
        """Return the name of a group."""
        return str(self.things[group].name)

    def day(self, group: str) -> dt.date | None:
        """Return the day on which a group is read; None for one that was not in force."""
        row = self.types.get(group)
        return row.as_of if row else None

    def type(self, group: str) -> str:
        """Return the type of a group (类型); UNKNOWN for one that was not in force."""
        return str(self.types[group].type) if group in self.types else "UNKNOWN"

    def sure(self, group: str) -> Words:
        """Return the type of a group in words, with its certainty."""
        return type_in_words(self.types[group]) if group in self.types else TYPES["UNKNOWN"]

    def faded(self, group: str) -> bool:
        """Whether the group is stale or undated on the day: drawn faded, in no count."""
        known = self.of_one_day and group in self.types
        return known and self.types[group].status not in COUNTED

    def counted(self, groups: Iterable[str]) -> list[str]:
        """Return those of the groups that stand in counts, in their order."""
        return [group for group in groups if not self.faded(group)]

    def counts(self) -> Iterator[Fact]:
        """Groups by type, the identified first; those that stand in no count by themselves."""
        counted = self.counted(self.things)
        kinds = Counter(map(self.sure, counted))
        first = [words for name, words in TYPES.items() if name != "UNKNOWN"]
        told = [*first, *sorted(kinds.keys() - {*TYPES.values()}), TYPES["UNKNOWN"]]
        if faded := len(self.things) - len(counted):
            yield fact("Stale or undated, not counted", "久无记载或无日期（不计）", said(faded))
        yield from (Fact(words, said(kinds[words])) for words in told if kinds[words])

    def sources(self) -> Iterable[str]:
        """Return the uids of the sources of the groups."""
        return (source for row in self.things.values() for source in row.sources)


def read_groups(database: Database, groups: Iterable[str], as_of: dt.date | None) -> Readings:
    """Read groups on a day; without one each on its last documented day."""
    asked = sorted(set(groups))
    types = queries.authority_by_group(groups=asked, as_of=as_of, database=database)
    things = queries.things_by_uid(asked, database=database)
    read, named = {row.group: row for row in types}, {row.uid: row for row in things}
    return Readings(read, named, as_of is not None)


def group_box(
    readings: Readings, uid: str, facts: Iterable[Fact], sources: tuple[SourceRef, ...]
) -> PictureNode:
    """Return a group (小组) on the tier of its chair's rank; its role is its type."""
    thing, row = readings.things[uid], readings.types.get(uid)
    return PictureNode(
        uid=uid,
        label=thing.name,
        label_en=thing.name_en or thing.name,
        kind="group",
        role=readings.type(uid),
        rank=readings.chair_rank(uid),
        unknown=row is None or row.leadership == "unknown",
        faded=readings.faded(uid),
        facts=(
            *(_group_facts(row) if row else ()),
            fact("In force", "存续", span_words(thing.since, thing.until)),
            *(seen_facts(row) if row else ()),
            *facts,
        ),
        sources=sources,
    )


def _group_facts(row: Row) -> Iterable[Fact]:
    yield fact("Type and reason", "类型与理由", reason(row))
    yield fact("Chair", "组长", chairs_in_words(row))
    yield fact("Members in scope", "成员数", said(row.n_members))
    yield fact("Smallest gap", "最小级差", said(row.gap_min))
    yield fact("Line coverage", "统属覆盖率", coverage(row))


def seen_facts(row: Row) -> Iterable[Fact]:
    """When sources last speak of a group and of its chair, and whether that is near enough to the day."""
    yield fact("Last documented", "最后记载", said(row.last_documented))
    yield fact("Seen by the day", "该日前最近记载", said(row.seen))
    yield fact("Status", "存续状态", STATUSES[row.status])
    yield fact("Chair seen", "组长最近记载", said(row.chair_seen))


def unit_box(
    row: Row, role: str, facts: Iterable[Fact], sources: tuple[SourceRef, ...]
) -> PictureNode:
    """Return a unit (单位) as it stood on the day."""
    return PictureNode(
        row.uid, row.name, row.name_en or row.name, unit_kind(row.level), role, row.rank,
        facts=tuple(facts), sources=sources,
    )  # fmt: skip


def unit_kind(level: str | None) -> str:
    """Return the kind of a unit's box: its level, or agency (部门)."""
    return level.lower() if level and level in LEVELS else "agency"


def unit_facts(row: Row) -> Iterable[Fact]:
    """Rank with its basis, code and kind of a unit."""
    yield fact("Rank", "级别", ranked(row))
    if row.get("code"):
        yield fact("Code (GB/T 2260)", "代码", said(row.code))
    if row.kind:
        yield fact("Kind", "类别", division_kind(row.kind))


def ranked(row: Row) -> Words:
    """Return a rank with its basis (stated, derived, override); None is unknown, in words."""
    if row.rank is None:
        return said(None)
    given = row.get("rank_basis")
    if given is None:
        return said(row.rank)
    return Words(f"{row.rank} ({given})", f"{row.rank}（{term(RANK_BASES, given).zh}）")


def command_tie(row: Row, start: str, end: str, sources: Sources) -> PictureTie:
    """Return a tie of command; acting leadership (代管) stands on it, statutory does not."""
    label = Words("acting", "代管") if row.mode == "acting" else NOTHING
    return PictureTie(start, end, "COMMAND", label=label, sources=sources.refs(row.source))


def evidence(seat: Row) -> tuple[Fact, Fact]:
    """Say when a source last shows a seat, and how far it can be trusted."""
    return (
        fact("Last evidence", "最后记载", said(seat.last_evidence)),
        fact("Confidence", "可信度", said(seat.confidence)),
    )


def seat_label(role: str) -> Words:
    """Return the role of a seat in words."""
    return term(ROLES, role)


def relation_label(relation: str | None, gap: int | None) -> Words:
    """Relation and gap as they stand on a tie."""
    if relation is None:
        return Words("?", "？")
    word, steps = term(RELATIONS, relation), "" if gap is None else f" {signed(gap)}"
    return Words(f"{word.en}{steps}", f"{word.zh}{steps}")


def seat_place(role: str) -> int:
    """Order of seats: chair, deputy chair, member, all others."""
    return SEAT_ORDER.index(role) if role in SEAT_ORDER else len(SEAT_ORDER)


def listed(names: Iterable[str]) -> Words:
    """Names one after the other in both languages, or the word for none."""
    text = "、".join(names)
    return Words(text or "none", text or "无")
