"""What the documented groups show about the three types, and what they do not (docs/findings.md)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.moved import moved
from loaders.groups.rows import GroupData, GroupRow
from loaders.quality.checks import Coverage
from loaders.quality.report import table

TYPES = ("STRONG", "WEAK", "SELF_FORMING", "UNKNOWN", "VACANT", "NOT_A_GROUP", "UNCLASSIFIED")

TYPES_1_0 = Path(__file__).parents[1] / "data" / "types_1_0.csv"
"""The type of each group in version 1.0.1 of the data, as the program of that day derived it."""

PAGE = Path(__file__).parent / "findings.md"
"""The page, with a place for the tables."""


def findings(database: Database, data: GroupData) -> str:
    """Return the page as Markdown, for a graph that holds the data. The same data gives the same text."""
    rows = list(queries.authority_by_group(sensitivity=False, database=database))
    groups = {group.uid: group for group in data.groups}
    judged = [row for row in rows if row.group in groups]
    coverage = Coverage(data)
    tables = [
        *_types("By level of the government that runs it", judged, groups, coverage.level),
        *_types("By field", judged, groups, lambda group: group.field),
        *_rests_on(judged),
        *_unknown(judged, groups, coverage),
        *_since(judged),
        *_changed({row.group: row for row in judged}, groups),
    ]
    return PAGE.read_text(encoding="utf-8").format(tables="\n".join(tables))


def _types(
    title: str, rows: Iterable[Row], groups: Mapping[str, GroupRow], read: Callable[[GroupRow], str]
) -> Iterator[str]:
    counts = Counter((read(groups[row.group]), row.type) for row in rows)
    values = sorted({value for value, _ in counts})
    yield f"\n## {title}\n"
    lines = []
    for value in [*values, None]:
        own = [
            sum(n for (v, t), n in counts.items() if t == kind and value in (v, None))
            for kind in TYPES
        ]
        lines.append((value or "all", *own, sum(own)))
    yield from table(("", *TYPES, "all"), lines)


def _rests_on(rows: Iterable[Row]) -> Iterator[str]:
    """How much of each type rests on a roster that is not complete, and on a chair seen long before."""
    yield "\n## What the types rest on\n"
    yield "How many groups of each type have a roster that is not complete, so that the type is that of the"
    yield "known members, and how many have a chair whom a source shows within five years before the day.\n"
    lines = []
    for kind in TYPES:
        own = [row for row in rows if row.type == kind]
        partial = sum(row.roster != "complete" for row in own)
        chaired = [row for row in own if row.chairs and row.leadership != "collective"]
        seen = sum("chair_stale" not in row.flags and row.chair_seen is not None for row in chaired)
        lines.append((kind, len(own), partial, len(chaired), seen))
    yield from table(("type", "groups", "roster not complete", "with a chair", "chair seen"), lines)


def _since(rows: Iterable[Row]) -> Iterator[str]:
    """Each group whose type is another than in version 1.0 of the data."""
    before = {_now(row["uid"]): row["type"] for row in _of_1_0()}
    changed = [row for row in rows if before.get(row.group, row.type) != row.type]
    yield f"\n## Types that are others than in version 1.0 ({len(changed)} of {len(before)})\n"
    lines = [
        (row.name, row.group, before[row.group], row.type, ", ".join(row.flags)) for row in changed
    ]
    yield from table(("group", "uid", "1.0", "2.0", "flags now"), lines)


def _now(uid: str) -> str:
    move = moved(uid)
    return move.new if move else uid


def _of_1_0() -> list[dict[str, str]]:
    with TYPES_1_0.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _unknown(
    rows: Iterable[Row], groups: Mapping[str, GroupRow], coverage: Coverage
) -> Iterator[str]:
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.type == "UNKNOWN":
            counts[coverage.level(groups[row.group]), _why(row)] += 1
    yield "\n## Why a type is unknown\n"
    reasons = ((level, why, number) for (level, why), number in sorted(counts.items()))
    yield from table(("level", "reason", "groups"), reasons)


def _why(row: Row) -> str:
    """Return the one reason that stands first: members, chair, link."""
    if row.row <= 1:
        return "fewer than two members are known"
    if row.row == 2 or "chair_unknown" in row.flags:
        return "no source names the chair"
    if "link_unknown" in row.flags:
        return "who leads a member is not known"
    return "other"


def _changed(rows: Mapping[str, Row], groups: Mapping[str, GroupRow]) -> Iterator[str]:
    yield "\n## Bodies and what came after them\n"
    pairs = (
        (rows[group.uid], rows[after]) for group in groups.values() for after in group.succeeded_by
    )
    followed = ((one.name, one.type, other.name, other.type) for one, other in pairs)
    yield from table(("body", "type", "followed by", "type"), followed)
