"""The queries on a real Neo4j say of any world what the plain reading of the definitions says.

LSGRAPH_EXAMPLES sets the number of random worlds, LSGRAPH_SEED repeats a run; the seed is printed.
LSGRAPH_SHRINK=1 looks for the smallest world that fails, which takes minutes on a server.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from graph.connection import Database
from loaders.sync import compare, sync
from tests.properties.comparison import Reading, differences, readings
from tests.properties.strategies import worlds
from tests.properties.world_graph import records
from tests.reference.sketch import DAYS
from tests.reference.world import World
from tests.servers import VERSIONS, empty

SEED = int(os.environ.get("LSGRAPH_SEED") or random.SystemRandom().randrange(2**32))
EXAMPLES = int(os.environ.get("LSGRAPH_EXAMPLES") or 25)
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


@pytest.mark.parametrize(("version", "share"), [(VERSIONS[0], 1), (VERSIONS[1], 5)])
def test_the_queries_agree_with_the_definitions(
    database_of: Callable[[str], Database], version: str, share: int
) -> None:
    database, seen = database_of(version), Counter[str]()

    def check(world: World) -> None:
        sync(empty(database), records(world), force=True)
        for reading in READINGS:
            assert differences(world, database, reading) == []
            seen[f"{reading[1]} {reading[2]}"] += 1

    on_random_worlds(max(1, EXAMPLES // share), check)
    assert set(seen) == {f"{basis} {scope}" for _, basis, scope in READINGS}


def test_loading_twice_is_loading_once(database: Database) -> None:
    def check(world: World) -> None:
        made = records(world)
        first = sync(empty(database), made)
        assert first.total == len(made.nodes) + len(made.ties)
        assert compare(database, made).total == 0
        assert sync(database, made).total == 0

    on_random_worlds(max(1, EXAMPLES // 2), check)


def test_equal_worlds_have_equal_digests_and_others_have_not() -> None:
    def check(world: World) -> None:
        once, again = records(world), records(world)
        assert [n.digest for n in once.nodes] == [n.digest for n in again.nodes]
        assert [t.digest for t in once.ties] == [t.digest for t in again.ties]
        whole = {(n.label, n.uid, n.labels, repr(sorted(n.properties.items()))) for n in once.nodes}
        assert len({n.digest for n in once.nodes}) == len(whole)

    on_random_worlds(EXAMPLES, check)
