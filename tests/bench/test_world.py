"""The seeded graph: real groups at other places, of the same level and rank, with the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bench.mix import mix_of
from bench.moved import Moved
from bench.real_groups import DAY, RealGraph, in_force, real_graph
from bench.rows import keep_elements, kept
from bench.scale import MORE, Wide, drawn
from bench.world import Size, World
from graph.catalogue import queries
from graph.connection import Database
from graph.connection.results import Row
from graph.core.model import Node, Tie, TieType
from loaders.load.verbs import load_groups
from loaders.write.apply import sync
from loaders.write.records import Records
from tests.servers import empty

SMALL = Size(divisions=500, groups=300)


@cache
def elements(size: Size = SMALL) -> tuple[list[Node], list[Tie]]:
    return list(World(size).nodes()), list(World(size).ties())


@pytest.fixture(scope="module")
def real() -> RealGraph:
    return real_graph()


@pytest.fixture(scope="module")
def moved() -> list[Moved]:
    return list(World(SMALL).groups())


def test_the_mix_is_that_of_the_real_groups(real: RealGraph) -> None:
    """Every group comes once before any comes again: two rounds have the mix exactly."""
    known = mix_of(real.nodes.values(), (tie for each in real.out.values() for tie in each))
    world = World(Size(divisions=500, groups=2 * known.groups))
    drawn = mix_of(world.nodes(), world.ties())
    assert drawn.groups == 2 * known.groups
    assert drawn.shares == pytest.approx(known.shares)
    assert drawn.members == pytest.approx(known.members)
    assert known.differs(mix_of(*elements())) < 0.05


def test_a_group_keeps_its_levels_and_ranks(moved: list[Moved]) -> None:
    for group in moved:
        tree = group.models.tree
        own = [unit for unit in group.group.units if unit in tree.home]
        places = {unit: tree.places[group.at[unit]] for unit in own}
        assert len({place.uid for place in places.values()}) == len(own)
        for unit, place in places.items():
            home = tree.places[tree.home[unit]]
            assert place.kind == home.kind
            assert (place.parent is None) == (home.parent is None)


def test_divisions_hang_together_as_they_did(moved: list[Moved], real: RealGraph) -> None:
    for group in moved:
        tree = group.models.tree
        for unit in (unit for unit in group.group.units if unit in tree.home):
            superiors = {group.at[tie.end] for tie in real.ties(unit, TieType.PART_OF)}
            assert superiors == {tree.places[group.at[unit]].parent} - {None}


def test_groups_go_to_many_places() -> None:
    """In three rounds each real group comes three times; what has a prefecture goes to several places."""
    count = len(real_graph().groups())
    places: dict[str, list[str]] = {}
    for moved in World(Size(divisions=4_000, groups=3 * count)).groups():
        at = str(sorted(moved.at[unit] for unit in _divisions(moved)))
        places.setdefault(moved.group.node.uid, []).append(at)
    assert {len(found) for found in places.values()} == {3}
    lower = [found for found in places.values() if found[0].count(".") > 1]
    assert lower
    assert sum(len(set(found)) > 1 for found in lower) > 0.8 * len(lower)


def test_every_tie_leads_somewhere_and_nothing_comes_twice() -> None:
    nodes, ties = elements()
    uids = {node.uid for node in nodes}
    assert len(uids) == len(nodes)
    assert len({(tie.type, tie.key) for tie in ties}) == len(ties)
    assert {end for tie in ties for end in (tie.start, tie.end)} <= uids


def test_the_same_seed_gives_the_same_graph() -> None:
    nodes, ties = elements()
    again = World(SMALL)
    assert list(again.nodes()) == nodes and list(again.ties()) == ties
    other = World(Size(divisions=500, groups=300, seed=1))
    assert list(other.ties()) != ties


def test_the_tree_has_the_size_asked_for() -> None:
    for size in (1_000, 5_000):
        assert len(World(Size(divisions=size, groups=1)).models.tree.places) == size


def test_a_wide_world_adds_counties_that_did_not_sit() -> None:
    """Ten memberships a group on average, none twice."""
    size = Size(divisions=4_000, groups=300)
    own, ties = elements(size)[1], list(Wide(size).ties())
    added = [tie for tie in ties if tie.type is TieType.MEMBER_OF and tie.part == "added"]
    assert [tie for tie in ties if tie.part != "added"] == own
    assert len(added) == size.groups * sum(MORE) / len(MORE)
    assert all(map(in_force, added))
    members = [(tie.start, tie.end) for tie in own if tie.type is TieType.MEMBER_OF]
    assert not {(tie.start, tie.end) for tie in added} & set(members)
    assert 9 < (len(members) + len(added)) / size.groups < 11


def test_what_is_kept_in_files_is_read_again_and_again(tmp_path: Path) -> None:
    known = drawn(replace(SMALL, groups=20))
    keep_elements(known, tmp_path)
    again = kept(tmp_path)
    assert again.dataset == known.dataset
    for _ in range(2):
        assert list(again.nodes) == list(known.nodes)
        assert list(again.ties) == list(known.ties)


@pytest.mark.long
def test_a_moved_group_has_the_answer_of_the_real_one(bench_server: Database) -> None:
    """The shipped groups: everything but names and uids is the same wherever they are."""
    load_groups(empty(bench_server))
    known = {row.group: _answer(row) for row in _asked(bench_server)}
    world = World(Size(divisions=500, groups=3 * len(known), whole=False))
    assert len(world.models.groups) == len(known)
    made = {f"g:{n}": world.models.groups[which].node.uid for n, which in enumerate(world.draws())}
    sync(empty(bench_server), _records(world))
    found = {row.group: _answer(row) for row in _asked(bench_server)}
    assert found == {uid: known[real] for uid, real in made.items()}


def _divisions(group: Moved) -> list[str]:
    return [unit for unit in group.group.units if unit in group.models.tree.home]


def _records(world: World) -> Records:
    return Records("bench", list(world.nodes()), list(world.ties()))


def _asked(database: Database) -> Iterator[Row]:
    return iter(queries.authority_by_group(as_of=DAY, stale=True, database=database))


def _answer(row: Row) -> dict[str, object]:
    named = ("group", "name", "name_en", "chairs", "lcs", "lcs_uids")
    chairs = sorted(str((chair["rank"], len(chair["units"]))) for chair in row.chairs)
    superiors = row.lcs and len(row.lcs)
    return {**{k: v for k, v in row.items() if k not in named}, "chairs": chairs, "lcs": superiors}
