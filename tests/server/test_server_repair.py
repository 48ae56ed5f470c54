"""A repair loses nothing: what opens stays, what could not be tried is left as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph.connection import connect
from graph.core.errors import LsgraphError, NoServer
from graph.core.model import Label, Node
from graph.core.words import Words
from graph.server import lifecycle, repair
from graph.server.layout import Home
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from loaders.write.apply import Records, sync
from tests.servers import open_empty
from tests.whole import Whole, whole

BODIES = [Node(Label.UNIT, f"u{n}", {"name": f"单位{n}"}, ("Agency",)) for n in range(2000)]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, jars_dir: Path) -> Iterator[Settings]:
    """A private server with a graph of its own; a test may stop it."""
    settings = Settings(tmp_path_factory.mktemp("repair"), jars_dir)
    with open_empty(settings) as database:
        sync(database, Records("bodies", BODIES, []))
    yield settings
    stop(settings)


@pytest.fixture
def home(filled: Settings, briefly: None) -> Home:
    return Home.of(filled)


def graph_of(settings: Settings) -> Whole:
    """What its graph holds; the server runs then."""
    with connect(settings) as database:
        return whole(database)


def files(home: Home) -> dict[str, bytes]:
    """Every file of the databases of a stopped server, and of all that a repair keeps."""
    return {
        str(path.relative_to(home.root)): path.read_bytes()
        for folder in ("data", "copying", "copied", "tried", *kept(home))
        for path in (home.root / folder).rglob("*")
        if path.is_file()
    }


def kept(home: Home) -> list[str]:
    """The folders that repairs keep."""
    return sorted(path.name for path in home.root.glob("before-*"))


def test_what_opens_stays_and_so_does_what_was_broken_off_before(
    filled: Settings, home: Home
) -> None:
    """The database is set aside by a restore that was killed; a copy by a repair that was."""
    before = graph_of(filled)
    assert before.nodes.total() == len(BODIES)
    stop(filled)
    aside = home.root / "set-aside"
    for kind in ("databases", "transactions"):
        aside.mkdir(exist_ok=True)
        shutil.copytree(home.root / "data" / kind / "neo4j", aside / kind)
    (home.root / "data" / "databases" / "neo4j" / "neostore.nodestore.db").write_bytes(b"half")
    (home.root / "copied").mkdir()
    (home.root / "copied" / "file").write_text("whole", encoding="utf-8")
    told: list[Words] = []
    assert repair.repair(filled, told.append) is None
    (earlier,) = home.root.glob("before-*")
    assert (earlier / "file").read_text(encoding="utf-8") == "whole"
    assert [str(earlier) in told[0].en, "no record of it is faulty" in told[1].en] == [True, True]
    assert graph_of(filled) == before
    assert not any((home.root / name).exists() for name in ("copying", "copied", "tried"))


@pytest.mark.parametrize("what", ["java", "password", "time", "check"])
def test_what_could_not_be_tried_is_left_as_it_was(
    filled: Settings, home: Home, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    stop(filled)
    before, password = files(home), home.password.read_bytes()
    with monkeypatch.context() as patch, pytest.raises(LsgraphError) as raised:
        if what == "java":
            patch.setenv("LSGRAPH_JAVA", "/nowhere/java")
        elif what == "password":
            home.password.unlink()
        elif what == "time":
            patch.setattr(lifecycle, "START_TIMEOUT_S", 0.0)
        else:
            patch.setattr(repair, "DATABASE", "nowhere")
        repair.repair(filled, print)
    home.password.write_bytes(password)
    assert files(home) == before, raised.value


def test_a_copy_outlives_a_repair_that_ended_without_the_files(
    filled: Settings, home: Home
) -> None:
    before = graph_of(filled)
    stop(filled)
    (home.root / "data").rename(home.root / "copied")
    assert graph_of(filled) == before


@pytest.mark.long
def test_a_torn_log_is_told_of_and_kept(filled: Settings, home: Home) -> None:
    """What it holds up to the torn entry is recovered."""
    with connect(filled) as database:
        sync(database, Records("more", [Node(Label.PERSON, "p", {"name": "人"})], []))
    server = psutil.Process(ensure_running(filled).pid or 0)
    server.kill()
    server.wait()
    log = max((home.root / "data" / "transactions" / "neo4j").glob("neostore.transaction.db.*"))
    held = log.read_bytes().rstrip(b"\0")
    log.write_bytes(held[:-200] + b"\xff" * 200)
    with pytest.raises(NoServer, match="could not open its database"):
        ensure_running(filled)
    told: list[Words] = []
    folder = repair.repair(filled, told.append)
    assert folder is not None
    assert "after that is lost" in told[-1].en
    assert str(folder) in told[-1].en
    assert (folder / "transactions" / "neo4j" / log.name).read_bytes() == log_of(held)
    assert graph_of(filled).nodes.total() >= len(BODIES)


def log_of(held: bytes) -> bytes:
    """The torn log."""
    return held[:-200] + b"\xff" * 200


def test_a_size_does_not_mind_a_file_that_vanishes(filled: Settings, home: Home) -> None:
    """As a log of a running server does; a link that leads nowhere stands in for it."""
    gone = home.root / "data" / "gone"
    gone.symlink_to(home.root / "nowhere")
    try:
        assert len(list(repair.steps(filled))) == 4
    finally:
        gone.unlink()
