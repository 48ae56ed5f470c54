"""A network of some groups, with all who sit in them; of a region one that can be looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.catalogue import queries
from graph.core.errors import InputError
from graph.core.model import Label, TieType
from graph.core.words import NOTHING, Words
from graph.export.columns import NodeTable, TieTable
from graph.export.elements import ASIDE, Elements
from graph.export.network.wanted import Rows, Wanted, wanted_groups

LEFT_OUT = (Label.SOURCE, Label.DOCUMENT)
"""What a network of some groups does not hold."""
MOST_LOOKED_AT = 500
"""Of so many nodes a network of a region does without some, unless it is to be complete."""
_LEADING = frozenset({"chair", "deputy_chair"})
_STEPS: tuple[tuple[bool, frozenset[str] | None], ...] = (
    (True, None), (False, None), (False, _LEADING), (False, frozenset()),
)  # fmt: skip
"""With persons or not, and posts of which roles (None: of all): what it keeps, the first that fits."""


def narrowed(elements: Elements, wanted: Wanted) -> tuple[Elements, list[Words]]:
    """Return the elements of the groups that are wanted, with their seats, members, posts and persons.

    Of a day only groups count that a source shows near enough to it, unless they are named. With it come
    sentences on what was left out.
    Raises UnknownName for a region, group or field that is not there, InputError where nothing is left.
    """
    rows: Rows = _rows(elements)
    groups = wanted_groups(elements, wanted, rows)
    if not groups:
        day = elements.as_of
        on = Words(f" on {day}", f"{day}") if day else NOTHING
        told = Words.joined((Words.joined(fact, " ", " ") for fact in wanted.facts()), "; ", "；")
        raise InputError(
            Words(
                f"No group{on.en} fits: {told.en}. Ask for less, or for another --as-of.",
                f"{on.zh}没有符合条件的小组：{told.zh}。请放宽条件，或换一个 --as-of。",
            )
        )
    said: list[Words] = []
    if wanted.small and not elements.as_of:
        every = groups
        elements, rows, groups = _on_one_day(elements, wanted, rows, every)
        said.append(
            Words(
                f"As of {elements.as_of}, with {len(groups)} of {len(every)} groups: the others were not in"
                " force on that day, or no source shows them near it. Choose another day with --as-of, or"
                " take all days with --complete.",
                f"以 {elements.as_of} 为准，取 {len(every)} 个小组中的 {len(groups)} 个：其余当日不存续，"
                "或前后无资料提及。可用 --as-of 另选日期，或用 --complete 取各日。",
            )
        )
    kept = _kept(groups, rows)
    if wanted.small and not wanted.projection:
        whole, kept = kept, _fitting(groups, rows)
        said += _left_out(whole, kept)
    tables = [table for table in elements.tables if not _aside(table)]
    return replace(elements, tables=tables, only=kept), said


def _kept(
    groups: set[str], rows: Rows, persons: bool = True, roles: frozenset[str] | None = None
) -> dict[Label, set[str]]:
    seats = [row for row in rows["sits_in"] if row["end"] in groups]
    posts = {row["start"] for row in seats if roles is None or row["role"] in roles}
    units = {row["start"] for row in rows["member_of"] if row["end"] in groups}
    units |= {row["end"] for row in rows["in"] if row["start"] in posts}
    seated = {row["person"] for row in seats if row.get("person")} if persons else set()
    return {Label.GROUP: groups, Label.POST: posts, Label.UNIT: units, Label.PERSON: seated}


def _count(kept: Mapping[Label, set[str]]) -> int:
    return sum(map(len, kept.values()))


def _fitting(groups: set[str], rows: Rows) -> dict[Label, set[str]]:
    """Return what is kept of groups so that it can be looked at; all where nothing of them can."""
    for persons, roles in _STEPS:
        small = _kept(groups, rows, persons, roles)
        if _count(small) < MOST_LOOKED_AT:
            return small
    return _kept(groups, rows)


def _left_out(whole: Mapping[Label, set[str]], kept: Mapping[Label, set[str]]) -> Iterator[Words]:
    """Yield a sentence on the nodes that are left out, or on a network that is too large."""
    kinds = (
        (Label.PERSON, Words("persons", "个人物")),
        (Label.POST, Words("posts", "个职务")),
        (Label.UNIT, Words("units", "个单位")),
    )
    counts = ((len(whole[label] - kept[label]), kind) for label, kind in kinds)
    missing = [Words(f"{n} {kind.en}", f"{n} {kind.zh}") for n, kind in counts if n]
    many = Words(
        f"{_count(whole):,} nodes, more than can be looked at",
        f"{_count(whole):,} 个节点，多得无法看清",
    )
    if missing:
        told = Words.joined(missing)
        cut = whole[Label.POST] != kept[Label.POST] and kept[Label.POST]
        there = Words(" Chairs and deputy chairs are there.", "组长、副组长都在。")
        chairs = there if cut else NOTHING
        yield Words(
            f"Without {told.en}: with them it has {many.en}.{chairs.en} Take all with --complete.",
            f"略去{told.zh}：连同它们有 {many.zh}。{chairs.zh}用 --complete 取全部。",
        )
    elif _count(kept) >= MOST_LOOKED_AT:
        yield Words(
            f"It has {many.en}. Narrow it with --fields, or give a smaller region.",
            f"有 {many.zh}。请用 --fields 收窄，或换较小的地区。",
        )


def _on_one_day(
    elements: Elements, wanted: Wanted, rows: Rows, every: set[str]
) -> tuple[Elements, Rows, set[str]]:  # fmt: skip
    """Return all as of today, or as of the last day on which a source shows one of the groups in force."""
    today = dt.date.today()
    shown = {row.get("last_documented") for row in rows["groups"] if row["uid"] in every}
    for day in (today, *sorted((one for one in shown if one and one < today), reverse=True)):
        counted = queries.groups_in_force(as_of=day, database=elements.database)
        if every.isdisjoint(row.uid for row in counted):
            continue
        dated = replace(elements, as_of=day)
        then = _rows(dated)
        if groups := wanted_groups(dated, wanted, then):
            return dated, then, groups
    return elements, rows, every


def _rows(elements: Elements) -> Rows:
    read = replace(elements, tables=[table for table in elements.tables if table.name in _READ])
    return {table.name: list(read.rows(table)) for table in read.tables}


_READ = ("groups", "sits_in", "member_of", "in")


def _aside(table: NodeTable | TieTable) -> bool:
    if isinstance(table, NodeTable):
        return table.label in LEFT_OUT
    return table.type in (*ASIDE, TieType.ESTABLISHED_BY)
