"""Reads of several readers at once, of one server and of three restored from one dump, on one machine."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ratios import told
from graph.ask.authority import authority
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.server.admin import dump, restore
from graph.server.layout import Home
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from loaders.load.verbs import load_groups

SERVERS, READERS, READS = 3, 8, 25


def compare_replicas(times: int = 5, servers: int = SERVERS) -> None:
    """Print how many times as many groups so many servers answer as one; nothing is asserted of it."""
    with restored(servers) as all_of_them, connect(all_of_them) as several:
        alone = replace(all_of_them, replicas=all_of_them.replicas[:1])
        with connect(alone) as one:
            # Each server plans for itself, so those that share the reads are asked as often as one.
            for database in (one, *(several for _ in range(servers))):
                _seconds(database)
            pairs = [(_seconds(one), _seconds(several)) for _ in range(times)]
    told(f"{READERS} readers: reads a second of {servers} servers / of one", pairs)


@contextmanager
def restored(count: int) -> Iterator[Settings]:
    """Names so many private servers with the shipped groups: one is loaded, the others have its dump."""
    jars = Settings.from_environment().jars_dir
    with TemporaryDirectory() as name, ExitStack() as ends:
        first, *others = (Settings(Path(name, str(number)), jars) for number in range(count))
        for settings in (first, *others):
            ends.callback(stop, settings)
        with connect(first) as database:
            load_groups(database)
        dump(first, Path(name, "one.dump"))
        for settings in others:
            Home.of(settings).make()
            shutil.copy(Home.of(first).password, Home.of(settings).password)
            restore(settings, Path(name, "one.dump"))
        opened = [ensure_running(settings) for settings in (first, *others)]
        uris = tuple(one.uri for one in opened)
        yield replace(first, uri=uris[0], password=opened[0].password, replicas=uris)


def _seconds(database: Database) -> float:
    """How long the readers take, each for the authority of some groups, drawn."""
    groups = list(queries.group_names(database=database))

    def reader(number: int) -> None:
        for group in random.Random(number).choices(groups, k=READS):
            authority(database, group)

    began = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(reader, range(READERS)))
    return time.perf_counter() - began
