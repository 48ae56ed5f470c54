"""Draws the groups of a coding sheet: all of two or more member governments, and some of the others."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.words import Words
from graph.export.codebook import About
from graph.export.columns import Rows, Table, Values
from graph.regions.stats.clusters import components
from loaders.coding.form import HALVES, SHEET, SOURCES
from loaders.groups.rows import EventRow, GroupData, NoteRow, SeatRow

OTHERS = 50
"""Groups that are drawn from those with fewer than two member governments."""


@dataclass(frozen=True)
class Drawn:
    """An empty sheet: its rows and the sources of each group, and how they were drawn."""

    rows: tuple[Values, ...]
    sources: tuple[Values, ...]
    about: About
    intergovernmental: int

    @property
    def sheets(self) -> list[tuple[Table, Rows]]:
        """The tables of the workbook but its rules."""
        return [(SHEET, self.rows), (SOURCES, self.sources)]


def draw(
    database: Database,
    data: GroupData,
    seed: int,
    as_of: dt.date | None = None,
    others: int = OTHERS,
    most: int | None = None,
) -> Drawn:
    """Draw from the groups of the data; `as_of` None: each on its own last documented day.

    `most` of two or more member governments are drawn, None takes all.

    In scope of the table of types are governments where two or more are, or were, members at one time.
    """
    known = {group.uid for group in data.groups}
    found = queries.authority_by_group(as_of=as_of, sensitivity=False, database=database)
    rows = {row.group: row for row in found if row.group in known}
    universe = {u for u, row in rows.items() if row.scope == "governments" and row.n_members >= 2}
    rest = sorted(rows.keys() - universe)
    luck = random.Random(seed)
    between = luck.sample(sorted(universe), min(most or len(universe), len(universe)))
    drawn = sorted({*between, *luck.sample(rest, min(others, len(rest)))})
    clusters = _clusters([rows[uid] for uid in drawn], data)
    halves = _halves(clusters, luck)
    names = {group.uid: group.name for group in data.groups}
    return Drawn(
        tuple(
            {"uid": uid, "name": names[uid], "day": rows[uid].as_of.isoformat(),
             "cluster": f"c{number:03}", "half": halves[number]}
            for uid, number in zip(drawn, clusters, strict=True)
        ),
        tuple(_sources(drawn, names, data)),
        _about(seed, as_of, (len(between), len(universe)), len(drawn) - len(between), len(set(clusters))),
        len(between),
    )  # fmt: skip


def _clusters(rows: Sequence[Row], data: GroupData) -> list[int]:
    """Groups that share a founding act or a chair (person, else post) are of one cluster."""
    acts = {group.uid: group.established_by for group in data.groups}
    chairs = [[chair["person"] or chair["post"] for chair in row.chairs] for row in rows]
    return components(
        [[*acts[row.group], *filter(None, own)] for row, own in zip(rows, chairs, strict=True)]
    )


def _halves(clusters: Sequence[int], luck: random.Random) -> dict[int, str]:
    """Clusters in random order, each into the half that has fewer groups so far."""
    order = sorted(set(clusters))
    luck.shuffle(order)
    held = dict.fromkeys(HALVES, 0)
    halves = {}
    for cluster in order:
        halves[cluster] = min(HALVES, key=held.__getitem__)
        held[halves[cluster]] += clusters.count(cluster)
    return halves


def _sources(uids: Sequence[str], names: Mapping[str, str], data: GroupData) -> Iterator[Values]:
    """Every source of a group's own statements: of the body, its founding, seats, events and notes."""
    of: dict[str, dict[str, None]] = {uid: {} for uid in uids}
    acts = {act.uid: act.sources for act in data.documents}
    for group in data.groups:
        told = [*group.sources, *(s for act in group.established_by for s in acts.get(act, ()))]
        of.get(group.uid, {}).update(dict.fromkeys(told))
    stated: tuple[SeatRow | EventRow | NoteRow, ...] = (*data.seats, *data.events, *data.notes)
    for row in stated:
        of.get(row.group, {}).update(dict.fromkeys(row.sources))
    for uid, sources in of.items():
        for source in sources:
            entry = data.sources[source]
            yield {
                "uid": uid, "name": names[uid], "source": source, "title": entry.title,
                "address": entry.url or "", "kind": entry.kind, "date": entry.date or "",
            }  # fmt: skip


def _about(
    seed: int, as_of: dt.date | None, between: tuple[int, int], others: int, clusters: int
) -> About:
    drawn, whole = between
    facts = (
        (Words("seed", "种子"), Words.same(seed)),
        (Words("day", "日期"), Words.same(as_of) if as_of else _LAST_DAY),
        (
            Words("groups with two or more member governments", "成员政府不少于两个的小组"),
            Words(f"{drawn} of {whole}, by the seed", f"{whole} 个中由种子抽定 {drawn} 个")
            if drawn < whole
            else Words(f"{whole}, all", f"全部 {whole} 个"),
        ),
        (
            Words("other groups", "其他小组"),
            Words(f"{others}, drawn by the seed", f"{others} 个，由种子抽定"),
        ),
        (
            Words("clusters", "簇"),
            Words(
                f"{clusters}, parted into halves A and B by the seed",
                f"{clusters} 个，由种子分为 A、B 两半",
            ),
        ),
    )
    return About(
        Words("A coding of the types of leading small groups", "领导小组类型编码表"),
        facts,
        (_KEEP,),
    )


_LAST_DAY = Words("each group's last documented day", "各组的最后记载日")
_KEEP = Words(
    "Leave uid, name, day, cluster and half as they are. The rules stand in the table rules.",
    "uid、name、day、cluster 和 half 各列请勿改动。规则见表 rules。",
)
