"""A repair loses nothing: the files are kept, and what could not be tried is left as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import connect
from graph.core.errors import InputError, LsgraphError
from graph.core.model import Label, Node
from graph.core.words import Words
from graph.server import lifecycle, repair
from graph.server.layout import Home
from graph.server.local import stop
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
    folders = [home.data, *home.root.glob("data-*")]
    return {
        str(path.relative_to(home.root)): path.read_bytes()
        for folder in folders for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


def nothing(folder: Path) -> None:
    """Nothing is saved."""


@pytest.mark.parametrize("what", ["java", "password", "time"])
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
        else:
            patch.setattr(lifecycle, "START_TIMEOUT_S", 0.0)
        repair.repair(filled, nothing, print)
    home.password.write_bytes(password)
    assert files(home) == before, raised.value


def test_what_opens_is_saved_and_set_aside_whole(filled: Settings, home: Home) -> None:
    before, told = graph_of(filled), list[Words]()
    assert before.nodes.total() == len(BODIES)
    seen: list[Whole] = []

    def save(folder: Path) -> None:
        assert folder.parent == home.root and folder.name.startswith("tables-2")
        seen.append(graph_of(filled))

    kept = repair.repair(filled, save, told.append)
    assert seen == [before]
    assert "your own too, is in" in told[0].en and str(kept) in told[1].en
    assert kept.name.startswith("data-2") and graph_of(filled).total == 0
    again = repair.repair(filled, nothing, told.append)
    assert again != kept and kept.is_dir()
    stop(filled)
    home.data.rename(home.root / "gone")
    kept.rename(home.data)
    assert graph_of(filled) == before


def test_what_cannot_be_read_is_told_and_kept(filled: Settings, home: Home) -> None:
    told = list[Words]()

    def save(folder: Path) -> None:
        raise InputError(Words("a record is faulty", "记录有误"))

    kept = repair.repair(filled, save, told.append)
    assert "from your files. (a record is faulty)" in told[0].en
    assert "记录有误" in told[0].zh and kept.is_dir()
