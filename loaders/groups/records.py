"""Groups with all that belongs to them as the nodes and ties that are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.core.model import Label, Node, Tie, TieType
from loaders.form.source_kinds import UNSOURCED
from loaders.groups.evidence import read_on
from loaders.groups.holder_records import agency_facts, holder_nodes, holder_ties
from loaders.groups.memberships import UnitFacts, fold
from loaders.groups.rows import DocumentRow, EventRow, GroupData, GroupRow
from loaders.groups.seat_records import seat_nodes, seat_ties
from loaders.groups.unit_chairs import seat_heads
from loaders.write.addresses import addresses
from loaders.write.apply import Records
from loaders.write.provenance import provenance, source_node, sourced, stored

CENTRE_UID = "div:100000:中华人民共和国"
CENTRAL_NAMES = ("中央", "中共中央", "国务院", "全国", "国家")
"""How the name of a body of the centre begins."""

DATASET = "groups"
"""The dataset of the groups that are shipped."""


def group_records(
    data: GroupData, divisions: Mapping[str, UnitFacts], dataset: str = DATASET
) -> Records:
    """A dataset of groups with their agencies, posts, persons, tenures, seats and documents."""
    facts = {**divisions, **agency_facts(data)}
    branches = {row.uid: row.branch for row in data.agencies}
    heads, seats = seat_heads(data.seats, facts, branches)
    whole = replace(data, posts=(*data.posts, *heads), seats=tuple(seats))
    members = fold(whole.seats, {post.uid: post for post in whole.posts}, facts)
    nodes = [*_nodes(whole, read_on(data.groups, members)), *holder_nodes(whole, facts)]
    ties = [
        *holder_ties(whole),
        *_document_ties(whole),
        *(tie for seat in whole.seats for tie in seat_ties(seat)),
        *members,
        *_group_ties(whole),
    ]
    return Records(dataset, nodes, list({(tie.type, tie.key): tie for tie in ties}.values()))


def _nodes(data: GroupData, days: Mapping[str, dt.date]) -> Iterator[Node]:
    urls = addresses(data.sources)
    for uid, row in data.sources.items():
        yield source_node(uid, row.title, row.url, row.kind, row.licence, row.date, urls.get(uid))
    for seat in data.seats:
        yield from seat_nodes(seat)
    yield from map(_document_node, data.documents)
    loose = _unsourced(data)
    for group in data.groups:
        yield _group_node(group, data, group.uid in loose, days.get(group.uid))


def _unsourced(data: GroupData) -> frozenset[str]:
    """Groups with a statement without a source: theirs or of what they hold, their act's, a tenure's."""
    found = {row.uid for row in data.groups if UNSOURCED in row.sources}
    acts = {row.uid for row in data.documents if UNSOURCED in row.sources}
    found |= {row.uid for row in data.groups if acts.intersection(row.established_by)}
    for rows in (data.seats, data.events, data.claims, data.notes):
        found |= {row.group for row in rows if UNSOURCED in row.sources}
    holders = {row.person for row in data.tenures if UNSOURCED in row.sources}
    found |= {row.group for row in data.seats if row.person in holders}
    return frozenset(found)


def _document_node(row: DocumentRow) -> Node:
    found = stored(
        row, "number", "title", "issued", "instrument",
        petitioned_by=list(row.petitioned_by) or None,
    )  # fmt: skip
    return Node(Label.DOCUMENT, row.uid, {**found, **row.legal})


def _group_node(row: GroupRow, data: GroupData, unsourced: bool, day: dt.date | None) -> Node:
    found = stored(
        row, "name", "name_en", "kind", "field", "place", "in_paper", "type_in_paper",
        "leadership", "roster", "vacancy_stated", "last_documented", unsourced=unsourced or None,
        evidence=[str(day) for day in row.evidence] or None, spoken=list(row.spoken) or None,
        read_on=day,
        claims=[one.claim.stored() for one in data.claims if one.group == row.uid] or None,
        notes=[note.text for note in data.notes if note.group == row.uid] or None,
        events=[told_event(event) for event in data.events if event.group == row.uid] or None,
        **row.period.properties(),
    )  # fmt: skip
    return Node(Label.GROUP, row.uid, found)


def told_event(event: EventRow) -> str:
    """The event as text: its day or its span (EDTF), and what."""
    span = f"/{event.until}" if event.until else ""
    return f"{event.on or '?'}{span} {event.what}"


def _document_ties(data: GroupData) -> Iterator[Tie]:
    governments = {group.uid: _government(group) for group in data.groups}
    for row in data.documents:
        yield from sourced(row.uid, row.sources)
        # A group issues for its government.
        issuers = (governments.get(issuer, issuer) for issuer in row.issuers)
        for issuer in dict.fromkeys(filter(None, issuers)):
            yield Tie(TieType.ISSUED_BY, row.uid, issuer, provenance(row.sources, "high"))


def _government(group: GroupRow) -> str | None:
    """The government that runs a group: its place, the centre for a central body."""
    return group.place or (CENTRE_UID if group.name.startswith(CENTRAL_NAMES) else None)


def _group_ties(data: GroupData) -> Iterator[Tie]:
    documents = {row.uid: row for row in data.documents}
    for row in data.groups:
        yield from sourced(row.uid, row.sources)
        for document in row.established_by:
            found = provenance(documents[document].sources, "high")
            yield Tie(TieType.ESTABLISHED_BY, row.uid, document, found)
        for successor in row.succeeded_by:
            found = provenance(row.sources, "high")
            yield Tie(TieType.GROUP_SUCCEEDED_BY, row.uid, successor, found)
