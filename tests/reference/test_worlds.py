"""The drawn worlds keep their promises, and the reading its own invariants, on a fixed seed."""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings

from tests.properties.strategies import Question, questions, worlds
from tests.reference.chairs import documented_chairs
from tests.reference.reading import GroupReading, read
from tests.reference.superiors import superiors, superiors_known, uppers
from tests.reference.world import Lasting, Seat, World, on

runs = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def within(inner: Lasting, outer: Lasting) -> bool:
    return outer.valid_from <= inner.valid_from < inner.valid_to <= outer.valid_to


def asked(question: Question) -> GroupReading:
    return read(question.world, question.group, question.day, question.basis, question.scope)


def unit_of(world: World, seat: Seat) -> str:
    return seat.unit or world.post(seat.post or "").unit


@runs
@given(worlds())
def test_intervals_lie_inside_the_lives_they_depend_on(world: World) -> None:
    assert all(within(t, world.unit(u)) for t in world.ties for u in (t.lower, t.upper))
    assert all(within(t, world.unit(world.post(t.post).unit)) for t in world.tenures)
    for seat in world.seats:
        assert within(seat, world.unit(unit_of(world, seat)))
        assert within(seat, world.group(seat.group))


@runs
@given(worlds())
def test_a_post_has_one_holder_and_a_published_one_has_held_it(world: World) -> None:
    starts: set[date] = {t.valid_from for t in world.tenures}
    for post in world.posts:
        held = [t for t in world.tenures if t.post == post.uid]
        assert all(sum(on(t, day) for t in held) <= 1 for day in starts)
    for seat in world.seats:
        names = [t for t in world.tenures if (t.post, t.person) == (seat.post, seat.person)]
        assert seat.person is None or names


@runs
@given(questions())
def test_command_runs_one_way(question: Question) -> None:
    world, day = question.world, question.day
    above = {unit.uid: superiors(world, unit.uid, day) for unit in world.units}
    assert all(uid not in over for uid, over in above.items())
    assert all(above[u] <= over for over in above.values() for u in over)


@runs
@given(questions())
def test_bounds_enclose_and_types_are_possible(question: Question) -> None:
    reading = asked(question)
    if reading.lc is not None:
        assert reading.lc_min is not None and reading.lc_max is not None
        assert 0 <= reading.lc_min <= reading.lc <= reading.lc_max <= 1
    if reading.possible is None:
        assert (reading.type, reading.type_certainty) == ("UNKNOWN", None)
    elif reading.type == "UNKNOWN":
        assert len(reading.possible) > 1 and reading.type_certainty == "open"
    else:
        assert reading.possible == {reading.type}
    assert bool(reading.rests_on) == (reading.type_certainty == "by_convention")
    if reading.type_certainty == "identified":
        assert reading.type_if_known_only in (reading.type, "UNKNOWN")


@runs
@given(questions())
def test_a_host_is_a_member_only_where_it_is_listed(question: Question) -> None:
    reading, world = asked(question), question.world
    listed = {s.unit for s in world.seats if s.group == question.group}
    assert reading.hosts & set(reading.members) <= listed


@runs
@given(questions())
def test_the_basis_concerns_the_chair_only(question: Question) -> None:
    world, group, day = question.world, question.group, question.day
    person, seat = (read(world, group, day, b, question.scope) for b in ("person", "seat"))
    assert set(person.members) == set(seat.members)
    assert (person.hosts, person.origin, person.lcs) == (seat.hosts, seat.origin, seat.lcs)
    if len(person.chairs) == 1 and person.leadership == "single":
        for uid, member in seat.members.items():
            raised = person.members[uid].gap
            assert member.gap is None or (raised is not None and raised >= member.gap)


@pytest.mark.long
@runs
@given(questions())
def test_lc_is_1_exactly_when_the_chair_stands_at_or_above_the_lcs(question: Question) -> None:
    world, day, reading = question.world, question.day, asked(question)
    relations = {m.relation for m in reading.members.values() if m.in_scope}
    tree = all(len(uppers(world, unit.uid, day)) < 2 for unit in world.units)
    assume(tree and len(reading.chairs) == 1 and reading.leadership == "single")
    assume(relations and not relations & {"OWN", "OUTSIDE", "UNKNOWN", None})
    assume(all(world.unit(uid).standing != "taiwan" for uid in reading.members))
    scope = [uid for uid, member in reading.members.items() if member.in_scope]
    known = all(superiors_known(world, uid, day) for uid in scope)
    assert (reading.lcs is not None) == known
    assume(known)
    assert reading.lcs is not None
    (chair,) = documented_chairs(world, world.group(question.group), day, question.basis)
    reach = reading.lcs.union(*(superiors(world, lcs, day) for lcs in reading.lcs))
    assert (reading.lc == 1) == any(command.unit in reach for command in chair.commands)
