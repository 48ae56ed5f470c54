"""A disk that fills during a load: what the message says makes the graph usable again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from graph.connection import connect
from graph.core.errors import InputError, NoServer
from graph.doctor import examine
from graph.server import lifecycle
from graph.server.layout import Home
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from loaders.load.verbs import load_divisions
from loaders.write import apply
from tests.cli.conftest import Answer, invoke
from tests.server.full_disk import Disk, disk
from tests.servers import wiped
from tests.whole import Whole, whole

RECOVERS = ("Unit", 5000)
POINTS = (
    ("Unit", 1000),
    RECOVERS,
    ("PART_OF", 1000),
    ("PART_OF", 5000),
    ("SOURCED_FROM", 3000),
)
"""When the disk fills: so many of this label or type are written."""

ONCE = ("PART_OF", 5000)
TRIED = [
    pytest.param(mounts, point, marks=[] if mounts and point == ONCE else pytest.mark.long)
    for mounts, point in [*((True, point) for point in POINTS), (False, RECOVERS)]
]
"""Each takes a minute, and all tell no more of the code than one."""


@dataclass(frozen=True)
class Private:
    """A private server on a disk of the test's own, and the graph of a load that had room."""

    disk: Disk
    settings: Settings
    undisturbed: Whole

    def invoke(self, *words: str) -> Answer:
        """Run the command on this server."""
        where = {"LSGRAPH_HOME": self.settings.data_dir, "LSGRAPH_JARS": self.settings.jars_dir}
        return invoke(*words, **{name: str(path) for name, path in where.items()})


@pytest.fixture(scope="module")
def private_on(
    tmp_path_factory: pytest.TempPathFactory, jars_dir: Path
) -> Iterator[Callable[[bool], Private]]:
    """Makes the server, on a mounted disk where that is wanted and allowed; stopped in the end."""
    with ExitStack() as ends:

        def made(mounts: bool) -> Private:
            own = ends.enter_context(disk(tmp_path_factory.mktemp("disk"), mounts))
            settings = Settings(own.folder, jars_dir)
            ends.callback(stop, settings)
            with connect(settings) as database:
                load_divisions(database)
                return Private(own, settings, whole(database))

        yield cache(made)


@pytest.mark.parametrize(("mounts", "point"), TRIED)
def test_filled_during_a_load_it_is_usable_again_by_what_the_message_says(
    private_on: Callable[[bool], Private], mounts: bool, point: tuple[str, int], briefly: None
) -> None:
    private = private_on(mounts)
    print(f"The disk: {private.disk.kind}")
    pid = ensure_running(private.settings).pid or 0

    def fill(what: str, done: int, total: int) -> None:
        """Fill the disk at the point."""
        if (what, done) == point:
            private.disk.fill(pid)

    with connect(private.settings) as database:
        wiped(database)
        with pytest.raises(NoServer, match=r"disk of its database is full.*lsgraph db repair"):
            load_divisions(database, report=fill)
    private.disk.free(pid)
    assert private.invoke("db", "stop").code == 0
    try:
        ensure_running(private.settings)
    except NoServer as error:
        assert "could not open its database" in str(error)
        assert private.disk.kind != "ext4" or point != RECOVERS, error
        print("Set aside.")
        told = private.invoke("db", "repair")
        assert (told.code, "nothing of your own could be written" in told.out) == (0, True), told
    else:
        print("Recovered.")
    _loads_again(private)


def test_a_full_disk_is_told_of_before_a_load_and_before_a_start(
    private_on: Callable[[bool], Private], monkeypatch: pytest.MonkeyPatch, briefly: None
) -> None:
    """As if more were needed than any disk has free."""
    private = private_on(False)
    with connect(private.settings) as database, monkeypatch.context() as patch:
        wiped(database)
        patch.setattr(apply, "SPARE_BYTES", 1 << 60)
        with pytest.raises(InputError, match=r"load of .* needs some \d+ MB of disk .* not begun"):
            load_divisions(database)
        assert whole(database).total == 0
    stop(private.settings)
    monkeypatch.setattr(lifecycle, "START_MB", 1 << 40)
    with pytest.raises(NoServer, match="The start of the private server needs some"):
        ensure_running(private.settings)


def test_what_does_not_open_is_kept_and_an_empty_graph_begun(
    private_on: Callable[[bool], Private], briefly: None
) -> None:
    private = private_on(False)
    home = Home.of(private.settings)
    stop(private.settings)
    nodes = home.root / "data" / "databases" / "neo4j" / "neostore.nodestore.db"
    nodes.unlink()
    with pytest.raises(NoServer, match=r"could not open its database[^$]*lsgraph db repair"):
        ensure_running(private.settings)
    (found,) = (one for one in examine(private.settings) if one.part == "server")
    assert (found.ok, "could not open its database" in found.found.en) == (False, True)
    dry = private.invoke("db", "repair", "--dry-run")
    assert (dry.code, dry.out.count("\n")) == (0, 3)
    told = private.invoke("db", "repair")
    kept = max(home.root.glob("data-*"))
    assert (told.code, str(kept) in told.out) == (0, True), told
    assert (kept / "databases" / "neo4j" / "neostore").is_file()
    _loads_again(private)


def _loads_again(private: Private) -> None:
    with connect(private.settings) as database:
        assert whole(database).total < private.undisturbed.total
        load_divisions(database)
        assert whole(database) == private.undisturbed
