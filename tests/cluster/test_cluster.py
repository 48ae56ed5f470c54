"""Before a cluster: reads that see what was written, leaders that change, connections that break.

A stub is no cluster: it shows what lsgraph asks of one, not what one does.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import chain, repeat

import pytest

from graph.catalogue import queries
from graph.connection import Database, connect, opening
from graph.connection.free_cypher import ask
from graph.core.errors import InputError, NoServer
from graph.core.model import Label, Node, Tie, TieType
from graph.settings import Settings
from loaders.load.verbs import load_divisions
from loaders.write.apply import Records, sync
from loaders.write.door import one_load
from tests.cluster.conftest import Started, opened
from tests.cluster.stub import Cluster, Fault
from tests.loaders.divisions_for_tests import load_little, of_one_province
from tests.servers import VERSIONS, empty, statements
from tests.whole import whole

LAG_S = 2.0
CHANGES = 20
KNOWN = {"source": "s", "confidence": "high"}
BODIES = [Node(Label.UNIT, f"u{n}", {"name": f"单位{n}"}, ("Agency",)) for n in range(9)]
TIES = [Tie(TieType.LED_BY, f"u{n}", "u0", KNOWN) for n in range(1, 9)]
LOAD = Records("bodies", BODIES, TIES)
CHANGING = (Fault.MOVED, Fault.CUT_BEFORE, Fault.CUT_AFTER)


def behind(cluster: Cluster) -> list[str]:
    """Statements that read without the bookmark of what their client had written before."""
    return [one.statement for one in cluster.asked if not one.write and one.number < one.told]


def test_a_read_sees_what_another_session_wrote(cluster_of: Started) -> None:
    with cluster_of(1.0) as cluster, opened(cluster) as database:
        queries.mark_loaded("new", database=database)
        assert queries.loaded_fingerprint(database=database)[0].fingerprint == "new"
        assert [(one.server, one.number) for one in cluster.asked] == [("a", 0), ("reader", 1)]
        assert behind(cluster) == []


def test_without_a_bookmark_the_reader_tells_the_past(cluster_of: Started) -> None:
    """What the tests here would see if a session had no bookmark: the stub bites."""
    with cluster_of(60.0) as cluster, opened(cluster) as database, opened(cluster) as other:
        queries.mark_loaded("newer", database=database)
        assert queries.loaded_fingerprint(database=other)[0].fingerprint != "newer"


@pytest.mark.long
def test_a_load_under_twenty_changes_of_the_leader(
    cluster_of: Started, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same graph as of an undisturbed load; then a second client, whose reader lags, adds nothing."""
    load_little(monkeypatch, of_one_province())
    load_divisions(empty(database))
    undisturbed = whole(database)
    draw = random.Random(24)
    faults = chain.from_iterable((draw.choice(CHANGING), None) for _ in range(CHANGES))
    with cluster_of(LAG_S, faults) as cluster:
        with opened(cluster) as first:
            load_divisions(first)
        assert behind(cluster) == []
        with opened(cluster) as second:
            assert load_divisions(second).total == 0
        assert cluster.changes == CHANGES
    assert whole(database) == undisturbed


def test_what_only_reads_is_not_sent_to_the_leader(cluster_of: Started) -> None:
    with cluster_of(0.0) as cluster, opened(cluster) as database:
        assert ask(database, queries.group_names.statement).rows == ()
        assert {one.server for one in cluster.asked} == {"reader"}


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("at", range(5))
def test_a_load_bears_a_fault_at_each_of_its_steps(
    cluster_of: Started, database: Database, fault: Fault, at: int
) -> None:
    with cluster_of(0.0, chain([None] * at, [fault])) as cluster, opened(cluster) as through:
        with one_load(through) as token:
            sync(through, LOAD, token=token)
        assert cluster.changes == (fault in CHANGING)
    found = whole(database)
    assert (found.nodes.total(), found.ties.total()) == (len(BODIES), len(TIES))
    assert list(queries.load_under_way(database=database)) == []


def test_a_statement_of_ones_own_is_not_run_again(cluster_of: Started, database: Database) -> None:
    """Nobody knows what it leaves when it is run twice; of the catalogue's it is known."""
    with (
        cluster_of(0.0, [Fault.CUT_AFTER]) as cluster,
        opened(cluster) as through,
        pytest.raises(NoServer, match="may be in the graph or not"),
    ):
        through.execute(statements.stranger.statement, write=True)
    assert whole(database).nodes.total() == 1


def test_beside_a_leader_bolt_is_told_to_be_neo4j(
    cluster_of: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "RETRY_S", 1.0)
    with cluster_of(0.0) as cluster:
        cluster.change_leader()
        uri = cluster.uri.replace("neo4j", "bolt", 1)
        settings = Settings.from_environment({"NEO4J_URI": uri, "NEO4J_PASSWORD": "any"})
        with (
            connect(settings) as database,
            pytest.raises(NoServer, match=f"Set NEO4J_URI to {cluster.uri}"),
        ):
            queries.mark_loaded("new", database=database)


def test_what_a_statement_says_is_no_full_disk(database: Database) -> None:
    with pytest.raises(InputError, match="critical error"):
        ask(database, "RETURN `critical error`")


def test_a_server_below_5_26_is_refused_in_words(cluster_of: Started) -> None:
    with (
        cluster_of(0.0, agent="Neo4j/5.20.0") as cluster,
        pytest.raises(NoServer, match=r"runs Neo4j 5\.20\.0; lsgraph needs Neo4j 5\.26 or later"),
    ):
        opened(cluster)


def test_a_composite_database_is_refused_in_words(
    cluster_of: Started, database_of: Callable[[str], Database]
) -> None:
    for version in VERSIONS:
        statements.forget_schema(database=database_of(version))
    rows = {"SHOW DATABASES": (["name", "kind"], [["all", "composite"]])}
    with (
        cluster_of(0.0, answers=rows) as cluster,
        opened(cluster) as through,
        pytest.raises(NoServer, match=r"database all at .* is a composite one.*NEO4J_DATABASE"),
    ):
        load_divisions(through)
    assert [whole(database_of(version)).total for version in VERSIONS] == [0, 0]


def test_a_cluster_that_finds_no_leader_is_told_of(
    cluster_of: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "RETRY_S", 2.0)
    with (
        cluster_of(0.0, repeat(Fault.MOVED)) as cluster,
        opened(cluster) as database,
        pytest.raises(NoServer, match="A cluster may be choosing a new leader"),
    ):
        queries.mark_loaded("new", database=database)
