"""How much of a group hangs on its chair: a vector of figures, and no score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import networkx as nx

from graph.ask.question import Asked, Question, ask
from graph.catalogue import Row, queries
from graph.chairs.leaves import ChairLeaves, DeputyActs, leaves_of
from graph.chairs.turnover import Turnover, turnover
from graph.connection import Database
from graph.core.dates import lasts

BINDING = ("LINE", "OWN")
"""Relations that join a chair or deputy to a member."""


@dataclass(frozen=True)
class ChairDependence:
    """What one chair is to the group (对组长的依赖); figures with a deputy acting are supposed.

    `pair_dependence` is 1 - P(H - chair) / P(H), 0 to 1, where H joins chairs and deputies to members
    by LINE or OWN and P counts the pairs of members in one component; None if P(H) is 0. `named` is
    post (ex officio), person or both; `deputies_unknown` counts those whose post no source gives, who
    join nothing in H. `other_groups` is None where the holder of the chair is not known.
    """

    group: str
    chair: str | None
    name: str | None
    named: str | None
    type_now: str
    pairs: int
    pairs_without_chair: int
    pair_dependence: float | None
    best_deputy: str | None
    best_deputy_name: str | None
    type_with_best_deputy: str | None
    deputies: int
    deputies_unknown: int
    deputies_keep_strong: tuple[str, ...]
    other_groups: tuple[str, ...] | None
    turnover: Turnover

    def to_dict(self) -> dict[str, Any]:
        """Plain dictionary; the turnover is one within."""
        return asdict(self)

    def to_row(self) -> dict[str, Any]:
        """Return a flat row: the turnover in columns of its own, tuples as lists."""
        row = self.to_dict()
        changes = {f"turnover_{name}": value for name, value in row.pop("turnover").items()}
        listed = {k: list(v) if isinstance(v, tuple) else v for k, v in row.items()}
        return {**listed, **changes}


def chair_dependence(
    database: Database, group: str, question: Question | None = None
) -> tuple[ChairDependence, ...]:
    """Return the vector for each documented chair of a group on a day; empty where none is known.

    Raises InputError as `authority` does.
    """
    asked = ask(database, group, question)
    leaves = leaves_of(database, asked)
    ties = _ties(database, asked, leaves)
    over_time = queries.chairs_over_time(asked.group.uid, database=database)
    others = queries.groups_of_chair(group=asked.group.uid, as_of=asked.day, database=database)
    named = {
        row.post: row.named for row in over_time if lasts(row.valid_from, row.valid_to, asked.day)
    }
    return tuple(
        _vector(leaves, ties, index, named, others, turnover(over_time))
        for index, chair in enumerate(leaves.group.chairs)
        if chair["title"] is not None
    )


def member_pairs(ties: Mapping[str, Iterable[str]]) -> int:
    """Pairs of members in one component, where each leader is joined to the members it binds."""
    edges = [(("leader", who), ("member", m)) for who, members in ties.items() for m in members]
    parts: Iterable[set[tuple[str, str]]] = nx.connected_components(nx.Graph(edges))
    sizes = [sum(kind == "member" for kind, _ in part) for part in parts]
    return sum(size * (size - 1) // 2 for size in sizes)


def _ties(database: Database, asked: Asked, leaves: ChairLeaves) -> dict[str, list[str]]:
    """Find whom each chair (`chair:0`, ...) and each deputy (`deputy:0`, ...) owns or commands."""
    members = leaves.group.members
    ties = {f"chair:{i}": _bound(members, i) for i in range(len(leaves.group.chairs))}
    uids = [m["member"] for m in members]
    for i, acts in enumerate(leaves.deputies):
        if acts.answer is not None:
            ties[f"deputy:{i}"] = _bound_by_deputy(database, asked, acts.deputy, uids)
    return ties


def _bound_by_deputy(database: Database, asked: Asked, deputy: Row, uids: list[str]) -> list[str]:
    """Return the deputy over the members as they are: all taken for listed, so that none drops out."""
    values = {**asked.acting(deputy, uids), "scope": "all"}
    row = queries.chair_leaves(**values, database=database)[0]
    # None of them where the unit of the post has ended: such a deputy leads nobody.
    seats = [i for i, chair in enumerate(row.chairs) if chair["post"] == deputy.post]
    return [uid for i in seats for uid in _bound(row.members, i) if uid in uids]


def _bound(members: Iterable[Mapping[str, Any]], leader: int) -> list[str]:
    return [m["member"] for m in members if m["by"][leader] in BINDING]


def _vector(
    leaves: ChairLeaves,
    ties: Mapping[str, list[str]],
    index: int,
    named: Mapping[str | None, str],
    others: Sequence[Row],
    changes: Turnover,
) -> ChairDependence:
    group, chair, best = leaves.group, leaves.group.chairs[index], leaves.best
    pairs = member_pairs(ties)
    without = member_pairs({who: m for who, m in ties.items() if who != f"chair:{index}"})
    return ChairDependence(
        group=group.group,
        chair=chair["title"],
        name=chair["name"],
        named=named.get(chair["post"]),
        type_now=group.type,
        pairs=pairs,
        pairs_without_chair=without,
        pair_dependence=1 - without / pairs if pairs else None,
        best_deputy=best.deputy.title if best else None,
        best_deputy_name=best.deputy.name if best else None,
        type_with_best_deputy=best.type if best else None,
        deputies=len(leaves.deputies),
        deputies_unknown=sum(acts.answer is None for acts in leaves.deputies),
        deputies_keep_strong=tuple(_who(d) for d in leaves.deputies if d.keeps(group.type)),
        other_groups=_others(others, chair["person"]),
        turnover=changes,
    )


def _others(others: Iterable[Row], person: str | None) -> tuple[str, ...] | None:
    """Return the other groups that a person chairs on the day; None where the person is not known."""
    if person is None:
        return None
    chaired = {row.group for row in others if row.person == person and row.group is not None}
    return tuple(sorted(chaired))


def _who(acts: DeputyActs) -> str:
    return " ".join(filter(None, (acts.deputy.name, acts.deputy.title)))
