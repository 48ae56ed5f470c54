"""Random small worlds for the comparison of the queries with the plain reading.

`worlds()` draws a world as it stands after loading: intervals are final, ties lie inside the lives
of both units, seats inside those of their unit and group, tenures inside that of their unit; a post
has one holder at a time, and a person published with a seat holds its post at times only.
`questions()` adds what to ask. Few days and few units, so that boundaries collide.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.reference.chairs import Basis
from tests.reference.leadership import AskedScope
from tests.reference.sketch import (
    ALWAYS,
    DAYS,
    LEVELS,
    Sketch,
    Span,
    agency,
    divisions,
    post,
    shared,
    tenures,
    twin,
)
from tests.reference.world import (
    Group,
    Label,
    Leadership,
    Post,
    Roster,
    Seat,
    SeatRole,
    Unit,
    World,
    on,
)

ASKED = (DAYS[0] - timedelta(days=1), *DAYS)
ROLES: tuple[SeatRole, ...] = (
    *("member",) * 5,
    *("deputy_chair",) * 2,
    "observer",
    "secretary",
    "office_director",
)
LEADERSHIPS: tuple[Leadership, ...] = (
    *("single",) * 4,
    *("co_chairs",) * 2,
    *("rotating",) * 2,
    *("collective",) * 2,
    "unknown",
)
ROSTERS: tuple[Roster, ...] = ("complete", "complete", "partial", "unknown")
KINDS = {"collective": "联席会议", "rotating": "联席会议"}


def seat(sketch: Sketch, group: Group, role: SeatRole, its: Post | Unit, within: Span) -> None:
    """A seat of a post, at times with its holder's name, or a listing of a unit."""
    is_post = isinstance(its, Post)
    life = shared(sketch.life(its.unit if isinstance(its, Post) else its.uid), within)
    held = [t for t in sketch.tenures if is_post and t.post == its.uid]
    person = None
    if life is not None and held and sketch.rarely():
        named = sketch.one(held)
        person = named.person
        if sketch.rarely(2):
            life = shared(life, (named.valid_from, named.valid_to))
    if life is not None:
        post_uid, unit_uid = (its.uid, None) if is_post else (None, its.uid)
        rotates = role == "chair" and group.leadership == "rotating"
        presided = is_post and role == "member" and sketch.rarely(5)
        span = sketch.span(life)
        inside = [day for day in DAYS[1:] if person and span[0] < day < span[1]]
        held_to = sketch.one(inside) if inside and sketch.rarely() else None
        sketch.seats.append(
            Seat(group.uid, role, post_uid, unit_uid, person, rotates, *span, presided, held_to)
        )


def chair_seats(sketch: Sketch, group: Group, life: Span, posts: list[Post]) -> None:
    """As many chairs as the leadership says, at times fewer; single chairs in succession."""
    if group.leadership == "single":
        turns = [day for day in DAYS if life[0] < day < life[1]]
        turn = sketch.one(turns) if turns and sketch.rarely(3) else life[1]
        spans = [(life[0], turn), (turn, life[1])]
    else:
        most = {"co_chairs": 3, "rotating": 3, "collective": 1}.get(group.leadership, 0)
        least = {"co_chairs": 2, "rotating": 1}.get(group.leadership, 0)
        spans = [life] * (0 if sketch.rarely(6) else sketch.number(least, most))
    for within in spans:
        if posts and within[0] < within[1]:
            seat(sketch, group, "chair", chairing_post(sketch, posts), within)


def chairing_post(sketch: Sketch, posts: list[Post]) -> Post:
    """One of the posts, taken out; half the time of a unit as high as any."""
    highest = min(LEVELS.index(level_of(sketch, post)) for post in posts)
    high = [post for post in posts if LEVELS.index(level_of(sketch, post)) == highest]
    chosen = sketch.one(high if sketch.rarely(2) else posts)
    posts.remove(chosen)
    return chosen


def level_of(sketch: Sketch, its: Post) -> Label:
    """The level of the post's division; an agency counts as the lowest."""
    unit = sketch.unit(its.unit)
    return unit.labels if unit.is_division else LEVELS[-1]


def seats_below(
    sketch: Sketch, group: Group, life: Span, posts: list[Post], units: list[Unit]
) -> None:
    """Seats of any other role, at most one a post or a unit, half of them of divisions."""
    free: list[Post | Unit] = [*units, *posts]
    for _ in range(sketch.number(min(2, len(free)), min(8, len(free)))):
        own = [its for its in free if isinstance(its, Unit) and its.is_division]
        taken = sketch.one(own if own and sketch.rarely(2) else free)
        free.remove(taken)
        seat(sketch, group, sketch.one(ROLES), taken, life)


def issuers(sketch: Sketch, group: Group) -> tuple[str, ...]:
    """None known, a high division, units with seats, or any units."""
    high = [unit.uid for unit in sketch.units if unit.labels in LEVELS[:2]]
    seated = [s.unit for s in sketch.seats if s.group == group.uid and s.unit is not None]
    choices = ((), high, seated, [unit.uid for unit in sketch.units])
    among = sketch.one(choices)
    if not among:
        return ()
    return tuple(sorted(sketch.draw(st.sets(st.sampled_from(among), min_size=1, max_size=2))))


def eligible(sketch: Sketch) -> tuple[list[Post], list[Unit]]:
    """Who may sit: anybody, or at times the officials of one house and its general offices."""
    if not sketch.rarely(10):
        return list(sketch.posts), [*sketch.units[1:], sketch.units[0]]
    house = sketch.one(sketch.posts).unit
    offices = {t.lower for t in sketch.ties if t.upper == house}
    own = {house} | {uid for uid in offices if sketch.unit(uid).general_office}
    return [its for its in sketch.posts if its.unit in own], []


def group(sketch: Sketch) -> None:
    """A group with its chairs, the other seats, its place and its issuers."""
    undated, leads, uid = sketch.rarely(8), sketch.one(LEADERSHIPS), f"g{len(sketch.groups)}"
    life = ALWAYS if undated else sketch.span(ALWAYS)
    divisions_ = [unit.uid for unit in sketch.units if unit.is_division]
    its = Group(
        uid,
        f"中央{uid}" if sketch.rarely(5) else uid,
        "联席会议" if leads == "unknown" and sketch.rarely(2) else KINDS.get(leads, "领导小组"),
        leads,
        sketch.one(ROSTERS),
        vacancy_stated=sketch.rarely(6),
        place=sketch.one(divisions_) if sketch.rarely(5) else None,
        valid_from=life[0],
        valid_to=life[1],
        undated=undated,
    )
    posts, units = eligible(sketch)
    chair_seats(sketch, its, life, posts)
    seats_below(sketch, its, life, posts, units)
    founders = issuers(sketch, its)
    asked = issuers(sketch, its) if founders and sketch.rarely() else ()
    sketch.groups.append(replace(its, issuers=founders, petitioners=asked))


def own_group(sketch: Sketch, head: Post, below: list[Unit]) -> None:
    """A government's own group under its head, with a partial roster of the divisions below it."""
    uid = f"g{len(sketch.groups)}"
    its = Group(
        uid, uid, "领导小组", "single", "partial", place=head.unit, issuers=(head.unit,),
        valid_from=ALWAYS[0], valid_to=ALWAYS[1],
    )  # fmt: skip
    seat(sketch, its, "chair", head, ALWAYS)
    for unit in below[:3]:
        seat(sketch, its, "member", unit, ALWAYS)
    sketch.groups.append(its)


def own_groups(sketch: Sketch) -> None:
    """One where a head of a province or below has divisions below."""
    for head in sketch.posts:
        lower = {t.lower for t in sketch.ties if t.upper == head.unit and t.kind == "PART_OF"}
        below = [unit for unit in sketch.units if unit.uid in lower]
        local = sketch.unit(head.unit).labels in LEVELS[1:]
        if head.mode == "HEAD" and local and below:
            own_group(sketch, head, below)
            return


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A small random world with one to three groups."""
    sketch = Sketch(draw)
    divisions(sketch)
    for _ in range(sketch.number(0, 13 - len(sketch.units))):
        agency(sketch)
    if sketch.rarely(3):
        twin(sketch)
    for _ in range(sketch.number(1, 10)):
        post(sketch)
    for its in sketch.posts:
        tenures(sketch, its)
    for _ in range(sketch.number(1, 3)):
        group(sketch)
    own_groups(sketch)
    return World(
        tuple(sketch.units),
        tuple(sketch.ties),
        tuple(sketch.posts),
        tuple(sketch.tenures),
        tuple(sketch.seats),
        tuple(sketch.groups),
    )


@dataclass(frozen=True)
class Question:
    """What to ask of a world: a group that exists on the day, a basis and a scope."""

    world: World
    group: str
    day: date
    basis: Basis
    scope: AskedScope


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A world and one question of it."""
    world = draw(worlds())
    asked = draw(st.sampled_from(world.groups))
    bases: tuple[Basis, ...] = ("person", "seat", "unit")
    scopes: tuple[AskedScope, ...] = ("auto", "governments", "all")
    return Question(
        world,
        asked.uid,
        draw(st.sampled_from([day for day in ASKED if on(asked, day)])),
        draw(st.sampled_from(bases)),
        draw(st.sampled_from(scopes)),
    )
