"""Agencies, posts, persons and tenures as the nodes and ties that are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.core.model import Label, Node, Tie, TieType
from graph.offices.ranks import Mode
from loaders.groups.memberships import UnitFacts, rank_by_rule
from loaders.groups.rows import AgencyRow, GroupData, PostRow, TenureRow
from loaders.write.provenance import provenance, sourced, stored

GROUP_OFFICE = re.compile(
    r"(?:[河湖林田]长制?|防总|防汛抗旱|指挥部|领导小组|工作小组|联席会议|委员会)(?:工作)?办(?:公室)?$|防总$"
)
"""The office of a group (河长制办公室, 领导小组办公室): what it issues it issues for its government."""


def holder_nodes(data: GroupData, facts: Mapping[str, UnitFacts]) -> Iterator[Node]:
    """Agencies, persons and posts."""
    yield from map(_agency_node, data.agencies)
    for person in data.persons:
        yield Node(Label.PERSON, person.uid, stored(person, "name", "note"))
    for post in data.posts:
        yield post_node(post, facts[post.unit])


def holder_ties(data: GroupData) -> Iterator[Tie]:
    """Who leads each agency, the body of each post, and tenures."""
    yield from data.ties
    for agency in data.agencies:
        yield from sourced(agency.uid, agency.sources)
    yield from _bodies(data)
    yield from map(_tenure_tie, data.tenures)


def agency_facts(data: GroupData) -> dict[str, UnitFacts]:
    """What memberships need of each agency, by uid."""
    return {
        row.uid: UnitFacts(row.rank, row.rank_basis, None, row.period.start.day, row.period.end.day)
        for row in data.agencies
    }


def post_node(post: PostRow, unit: UnitFacts) -> Node:
    """A post (职务) with its rank; what it would be without overrides is kept beside it."""
    basis = post.rank_basis if post.rank is not None else None
    found = stored(
        post, "title", "rank", "rank_reason", mode=str(Mode(post.mode)), branch=post.branch or None,
        gaps=list(post.gaps) or None, rank_basis=basis, rank_by_rule=rank_by_rule(post, unit),
    )  # fmt: skip
    return Node(Label.POST, post.uid, found)


def _tenure_tie(row: TenureRow) -> Tie:
    """A tenure (任职): HOLDS, told from others of the same person in the post by its first day."""
    evidence = {**row.period.properties(), **provenance(row.all_sources, row.confidence)}
    properties = stored(
        row,
        "end_basis",
        "derived",
        "last_evidence",
        "held_from",
        "held_to",
        "shown_to",
        "place",
        "note",
        acting=row.acting or None,
        **evidence,
    )
    return Tie(TieType.HOLDS, row.person, row.post, properties, _part(row))


def tenure_key(row: TenureRow) -> str:
    """What tells the tenure's HOLDS from all others."""
    return Tie(TieType.HOLDS, row.person, row.post, {}, _part(row)).key


def _part(row: TenureRow) -> str:
    return row.period.start.day.isoformat()


def _agency_node(row: AgencyRow) -> Node:
    found = stored(
        row, "name", "branch", "rank", "rank_basis", "rank_reason", "general_office", "category",
        "note", group_office=bool(GROUP_OFFICE.search(row.name)) or None, **row.period.properties(),
    )  # fmt: skip
    return Node(Label.UNIT, row.uid, found, ("Agency",))


def _bodies(data: GroupData) -> Iterator[Tie]:
    """IN: read off the title, with the source that gives it (else the first of the file)."""
    shown = {row.post: row.all_sources for row in data.tenures}
    shown |= {row.post: row.sources for row in data.seats if row.post}
    for post in data.posts:
        sources = shown.get(post.uid) or (next(iter(data.sources)),)
        yield Tie(TieType.IN, post.uid, post.unit, provenance(sources, "high"))
