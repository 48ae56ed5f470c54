"""Write a small world of the reference reading into a real graph, through the loaders' own fold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from graph.core.dates import OPEN_END, UNKNOWN_START, Bound, Period, Precision
from graph.core.model import Label, Node, Tie, TieType
from graph.offices.ranks import Mode
from loaders.groups.holder_records import post_node
from loaders.groups.memberships import UnitFacts, fold
from loaders.groups.rows import PostRow, SeatRow
from loaders.groups.seat_records import seat_nodes, seat_ties
from loaders.groups.unit_chairs import seat_heads
from loaders.write.apply import Records
from tests.reference.world import Group, Lasting, Post, Seat, World

SOURCE = "source:test"


def records(world: World) -> Records:
    """The world as nodes and ties of one dataset."""
    facts = {
        u.uid: UnitFacts(u.rank, u.rank_basis, None, u.valid_from, u.valid_to) for u in world.units
    }
    branches = {u.uid: u.branch or "" for u in world.units if not u.is_division}
    heads, seats = seat_heads([_seat(world, seat) for seat in world.seats], facts, branches)
    posts = {post.uid: post for post in [*map(_post, world.posts), *heads]}
    nodes = [Node(Label.SOURCE, SOURCE, {"title": "a test"}), *_nodes(world)]
    nodes += [post_node(post, facts[post.unit]) for post in posts.values()]
    nodes += [node for seat in seats for node in seat_nodes(seat)]
    ties = [*_ties(world), *(tie for seat in seats for tie in seat_ties(seat))]
    ties += [Tie(TieType.IN, post.uid, post.unit) for post in posts.values()]
    ties += fold(seats, posts, facts)
    unique = {(tie.type, tie.key): tie for tie in ties}
    return Records("test", nodes, list(unique.values()))


def _period(thing: Lasting) -> Period:
    start, end = Bound(thing.valid_from, Precision.DAY), Bound(thing.valid_to, Precision.DAY)
    return Period(start, end, None, None)


def _seat(world: World, seat: Seat) -> SeatRow:
    """The seat as a loader stores it: those of an undated group have no dates."""
    undated = world.group(seat.group).undated
    period = Period.of(None, None) if undated else _period(seat)
    return SeatRow(
        seat.group,
        seat.role,
        seat.post,
        seat.unit,
        seat.person,
        None,
        False,
        seat.rotating,
        period,
        "stated",
        seat.held_to and seat.held_to - timedelta(days=1),
        (SOURCE,),
        "high",
        presided=seat.presided,
        held_to=seat.held_to,
    )


def _post(post: Post) -> PostRow:
    return PostRow(
        post.uid,
        post.title,
        post.unit,
        Mode(post.mode),
        post.branch or "",
        post.rank,
        post.rank_basis,
    )


def _nodes(world: World) -> Iterator[Node]:
    for unit in world.units:
        labels = ("Agency",) if unit.labels == "Agency" else ("Division", unit.labels)
        found = {
            "name": unit.name,
            "rank": unit.rank,
            "rank_basis": unit.rank_basis,
            "branch": unit.branch,
            "general_office": unit.general_office,
            "kind": "特别行政区" if unit.standing == "sar" else None,
            "code": "710000" if unit.standing == "taiwan" else None,
            **_period(unit).properties(),
        }
        yield Node(Label.UNIT, unit.uid, _known(found), labels)
    for person in sorted(_persons(world)):
        yield Node(Label.PERSON, person, {"name": person})
    for group in world.groups:
        yield from _group(group)


def _group(group: Group) -> Iterator[Node]:
    day = None if group.undated else group.valid_from
    found = {
        "name": group.name,
        "kind": group.kind,
        "leadership": group.leadership,
        "roster": group.roster,
        "vacancy_stated": group.vacancy_stated,
        "place": group.place,
        "last_documented": day,
        "read_on": day,
        "spoken": None if group.undated else [f"{UNKNOWN_START}/{OPEN_END}"],
        **_period(group).properties(),
    }
    yield Node(Label.GROUP, group.uid, _known(found))
    if group.issuers:
        asked = {"petitioned_by": list(group.petitioners)} if group.petitioners else {}
        yield Node(Label.DOCUMENT, f"doc:{group.uid}", asked)


def _persons(world: World) -> set[str]:
    seated = {seat.person for seat in world.seats if seat.person}
    return seated | {tenure.person for tenure in world.tenures}


def _ties(world: World) -> Iterator[Tie]:
    for tie in world.ties:
        part = tie.valid_from.isoformat()
        yield Tie(TieType(tie.kind), tie.lower, tie.upper, _period(tie).properties(), part)
    for tenure in world.tenures:
        held = {
            "held_from": tenure.valid_from,
            "held_to": tenure.valid_to,
            "shown_to": tenure.shown_to or tenure.valid_to,
        }
        part = tenure.valid_from.isoformat()
        yield Tie(
            TieType.HOLDS, tenure.person, tenure.post, _period(tenure).properties() | held, part
        )
    for group in world.groups:
        for issuer in group.issuers:
            yield Tie(TieType.ESTABLISHED_BY, group.uid, f"doc:{group.uid}")
            yield Tie(TieType.ISSUED_BY, f"doc:{group.uid}", issuer)


def _known(found: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in found.items() if value is not None}
