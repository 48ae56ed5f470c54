"""The queries on a real Neo4j say of any world what the plain reading of the definitions says.

LSGRAPH_EXAMPLES sets the number of random worlds. The seed is printed; a run of the tests has one of
its own, so that it says the same twice, LSGRAPH_SEED takes another and LSGRAPH_SEED=random any.
Many worlds lie side by side in one graph, since a question costs more than its groups do.
LSGRAPH_SHRINK=1 takes them one by one and looks for the smallest that fails, which takes minutes.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import get_args

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from graph.connection import Database
from graph.settings import NEO4J_LTS, NEO4J_VERSION
from loaders.write.apply import compare, sync
from tests.properties.comparison import Reading, answers, disagreements, readings
from tests.properties.many import apart, joined
from tests.properties.strategies import worlds
from tests.properties.world_graph import records
from tests.reference.sketch import DAYS
from tests.reference.typing_ import Convention
from tests.reference.world import World, on
from tests.servers import empty

GIVEN = os.environ.get("LSGRAPH_SEED") or "812725171"
SEED = random.SystemRandom().randrange(2**32) if GIVEN == "random" else int(GIVEN)
EXAMPLES = int(os.environ.get("LSGRAPH_EXAMPLES") or 500)
TOGETHER = 25
"""Worlds in one graph."""
FEW = max(1, EXAMPLES // 25)
"""Worlds of a check that writes each into a graph of its own."""
SHRINK = bool(os.environ.get("LSGRAPH_SHRINK"))
READINGS: tuple[Reading, ...] = tuple(readings(DAYS))


def on_random_worlds(examples: int, check: Callable[[World], None]) -> None:
    """Run a check on so many random worlds; the seed is printed."""
    print(f"LSGRAPH_SEED={SEED} LSGRAPH_EXAMPLES={EXAMPLES}")

    @seed(SEED)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink) if SHRINK else (Phase.generate,),
    )
    @given(worlds())
    def run(world: World) -> None:
        check(world)

    run()


def drawn(examples: int) -> list[World]:
    """So many random worlds."""
    found: list[World] = []
    on_random_worlds(examples, found.append)
    return found


@pytest.mark.parametrize(
    ("version", "share"),
    [
        (NEO4J_VERSION, 5),
        pytest.param(NEO4J_VERSION, 1, marks=pytest.mark.long),
        (NEO4J_LTS, 5),
    ],
)
def test_the_queries_agree_with_the_definitions(
    database_of: Callable[[str], Database], version: str, share: int
) -> None:
    database, seen = database_of(version), Counter[str]()
    examples = max(1, EXAMPLES // share)
    if SHRINK:
        on_random_worlds(examples, lambda world: hold(database, [world], seen))
    else:
        for batch in _batches(drawn(examples)):
            hold(database, batch, seen)
    print(f"compared {dict(seen)}")
    rest_on = set(get_args(Convention))
    assert seen.keys() - rest_on == {f"{basis} {scope}" for _, basis, scope in READINGS}
    assert share > 1 or rest_on <= seen.keys(), "a fifth of the worlds need not have them all"


def hold(database: Database, worlds_: Sequence[World], seen: Counter[str]) -> None:
    """Write the worlds into one graph and hold every reading of it against theirs."""
    each = apart(worlds_)
    sync(empty(database), records(joined(each)), force=True)
    for reading in READINGS:
        said = answers(database, reading)
        alive = {group.uid for world in each for group in world.groups if on(group, reading[0])}
        assert set(said.groups) == alive
        for world in each:
            assert disagreements(world, said) == [], world
        seen[f"{reading[1]} {reading[2]}"] += len(alive)
        seen.update(name for row in said.groups.values() for name in row.rests_on)


def _batches(found: Sequence[World]) -> Iterator[Sequence[World]]:
    for start in range(0, len(found), TOGETHER):
        yield found[start : start + TOGETHER]


def test_loading_twice_is_loading_once(database: Database) -> None:
    def check(world: World) -> None:
        made = records(world)
        first = sync(empty(database), made)
        assert first.total == len(list(made.nodes)) + len(list(made.ties))
        assert compare(database, made).total == 0
        assert sync(database, made).total == 0

    on_random_worlds(FEW, check)


def test_equal_worlds_have_equal_digests_and_others_have_not() -> None:
    def check(world: World) -> None:
        once, again = records(world), records(world)
        assert [n.digest for n in once.nodes] == [n.digest for n in again.nodes]
        assert [t.digest for t in once.ties] == [t.digest for t in again.ties]
        whole = {(n.label, n.uid, n.labels, repr(sorted(n.properties.items()))) for n in once.nodes}
        assert len({n.digest for n in once.nodes}) == len(whole)

    on_random_worlds(FEW, check)
