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
from graph.ask.authority import Question, authority
from graph.connection import connect
from graph.server.local import stop
from graph.settings import Settings
from loaders.load.shipped import ensure_shipped

GROUP = "group:jinan-laiwu"
PLAIN = (
    "-XX:-UseSerialGC -XX:+UseG1GC -XX:Tier4InvocationThreshold=5000 -XX:Tier4MinInvocationThreshold=600"
    " -XX:Tier4CompileThreshold=15000 -XX:Tier4BackEdgeThreshold=40000"
)
"""Java as it comes: both compilers and the parallel collector."""


def compare_start(pairs: int) -> None:
    """Print the ratio of lsgraph's options to Java's own defaults."""
    with own_server() as settings:
        try:
            with connect(settings) as database:
                ensure_shipped(database)
        finally:
            stop(settings)
        taken = [(_seconds(settings, ""), _seconds(settings, PLAIN)) for _ in range(pairs)]
    told("start and first authority, lsgraph's Java options / Java's defaults", taken)


def _seconds(settings: Settings, options: str) -> float:
    os.environ["LSGRAPH_JAVA_OPTIONS"] = options
    began = time.perf_counter()
    try:
        with connect(settings) as database:
            authority(database, GROUP, Question())
        return time.perf_counter() - began
    finally:
        stop(settings)
        del os.environ["LSGRAPH_JAVA_OPTIONS"]
