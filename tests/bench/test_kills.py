"""What the campaigns of kills look for: one body lost, one too many, one property that differs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.kills import whole
from bench.traffic import Lost, bodies, look
from graph.connection import Database
from loaders.write.apply import Records, sync
from tests.servers import empty


def test_a_body_that_is_lost_or_doubled_is_told(bench_server: Database) -> None:
    sync(empty(bench_server), bodies(0, 3))
    look(bench_server, 0, 3, 3)
    look(bench_server, 0, 2)
    with pytest.raises(Lost, match="writer 0: 3 nodes and 2 ties after 4 writes"):
        look(bench_server, 0, 4)
    with pytest.raises(Lost, match="writer 0: 3 nodes and 2 ties after 2 writes"):
        look(bench_server, 0, 2, 2)
    with pytest.raises(Lost, match="writer 1: 0 nodes and 0 ties after 1 writes"):
        look(bench_server, 1, 1)


def test_a_tie_that_is_lost_is_told(bench_server: Database) -> None:
    known = bodies(0, 3)
    sync(empty(bench_server), Records(known.dataset, known.nodes, list(known.ties)[1:]))
    look(bench_server, 0, 3)
    with pytest.raises(Lost, match="3 nodes and 1 ties"):
        look(bench_server, 0, 3, 3)


def test_the_hash_is_over_all_that_is_stored(bench_server: Database) -> None:
    known = bodies(0, 30)
    sync(empty(bench_server), known)
    before = whole(bench_server)
    assert before[1] == 59
    assert whole(bench_server) == before
    first, *others = known.nodes
    renamed = replace(first, properties={"name": "another"})
    sync(bench_server, Records(known.dataset, [renamed, *others], known.ties))
    assert (whole(bench_server)[0] != before[0], whole(bench_server)[1]) == (True, 59)
    sync(bench_server, known)
    assert whole(bench_server) == before
    sync(bench_server, Records(known.dataset, known.nodes, list(known.ties)[1:]))
    assert whole(bench_server)[1] == 58
