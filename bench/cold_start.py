"""The first question to a server that has just started, with and without Java's second compiler.

Each run starts the private server on the same loaded graph, asks for the authority of one group
and stops it: what a reader waits for who asks one thing a day. graph/server/config.py sets the
options that win here; LSGRAPH_JAVA_OPTIONS takes them back.
"""

from __future__ import annotations

import os
import time

from bench.ratios import told
from bench.servers import own_server
from bench.world import Size, records
from graph.ask.authority import Question, authority
from graph.catalogue import schema
from graph.connection import Database, connect
from graph.server.local import stop
from graph.settings import Settings
from loaders.load.shipped import ensure_shipped
from loaders.write.apply import sync

PAIRS = 3
GROUP = "group:jinan-laiwu"
PLAIN = (
    "-XX:-UseSerialGC -XX:+UseG1GC -XX:Tier4InvocationThreshold=5000 -XX:Tier4MinInvocationThreshold=600"
    " -XX:Tier4CompileThreshold=15000 -XX:Tier4BackEdgeThreshold=40000"
)
"""Java as it comes: both compilers and the parallel collector."""


def compare_cold_start(pairs: int = PAIRS, size: Size | None = None) -> float:
    """Print and answer the median ratio of lsgraph's options to Java's own defaults.

    The graph is the shipped one; with a `size` it is the seeded one, which is there sooner.
    """
    with own_server() as settings:
        try:
            with connect(settings) as database:
                group = _loaded(database, size)
        finally:
            stop(settings)
        taken = [
            (_seconds(settings, group, ""), _seconds(settings, group, PLAIN)) for _ in range(pairs)
        ]
    return told("start and first authority, lsgraph's Java options / Java's defaults", taken)


def _loaded(database: Database, size: Size | None) -> str:
    """Load the graph; the uid of the group that is asked."""
    if size is None:
        ensure_shipped(database)
        return GROUP
    schema.apply(database)
    sync(database, records(size))
    return "g:0"


def _seconds(settings: Settings, group: str, options: str) -> float:
    os.environ["LSGRAPH_JAVA_OPTIONS"] = options
    began = time.perf_counter()
    try:
        with connect(settings) as database:
            authority(database, group, Question())
        return time.perf_counter() - began
    finally:
        stop(settings)
        del os.environ["LSGRAPH_JAVA_OPTIONS"]
