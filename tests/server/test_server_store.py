"""Replacing a database on disk, interrupted at each step: the old one always comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.server.layout import Home
from graph.server.store import holds_data, put_back, set_aside
from graph.settings import NEO4J_VERSION

_PARTS = ("databases", "transactions")


class _PowerCut(BaseException):
    """The machine goes off: nothing after this line runs."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path, NEO4J_VERSION)
    _write(home, "old")
    return home


def _write(home: Home, text: str) -> None:
    for part in _PARTS:
        folder = home.root / "data" / part / "neo4j"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "file").write_text(text, encoding="utf-8")


def _read(home: Home) -> list[str]:
    files = [home.root / "data" / part / "neo4j" / "file" for part in _PARTS]
    return [file.read_text(encoding="utf-8") for file in files]


def test_a_finished_replacement_stays(home: Home) -> None:
    with set_aside(home):
        _write(home, "new")
    put_back(home)
    assert _read(home) == ["new", "new"]
    assert [path.name for path in home.root.iterdir()] == ["data"]


def test_a_failed_replacement_is_undone(home: Home) -> None:
    with pytest.raises(ValueError, match="load"), set_aside(home):
        _write(home, "new")
        raise ValueError("load")
    assert _read(home) == ["old", "old"]


def test_a_failed_replacement_of_nothing_leaves_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path, NEO4J_VERSION)
    with pytest.raises(ValueError, match="load"), set_aside(home):
        _write(home, "half")
        raise ValueError("load")
    assert not any((tmp_path / "data" / part / "neo4j").exists() for part in _PARTS)


@pytest.mark.parametrize("step", range(12))
def test_a_power_cut_at_any_step_loses_nothing(
    home: Home, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After `step` changes of the disk each further one fails; then the next start puts back."""
    with monkeypatch.context() as patch:
        _cut_after(step, patch)
        try:
            with set_aside(home):
                _write(home, "new")
                raise ValueError("load")
        except (_PowerCut, ValueError):
            pass
    put_back(home)
    assert _read(home) == ["old", "old"]
    assert [path.name for path in home.root.iterdir()] == ["data"]


def _cut_after(step: int, patch: pytest.MonkeyPatch) -> None:
    left = [step]

    def counted(change: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **named: object) -> object:
            if left[0] == 0:
                raise _PowerCut
            left[0] -= 1
            return change(*arguments, **named)

        return run

    for name in ("rename", "rmdir", "mkdir"):
        patch.setattr(Path, name, counted(getattr(Path, name)))
    patch.setattr("graph.server.store.shutil.rmtree", counted(_rmtree))


def _rmtree(folder: Path, ignore_errors: bool = False) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def test_an_empty_node_store_holds_no_data(home: Home) -> None:
    nodes = home.root / "data" / "databases" / "neo4j" / "neostore.nodestore.db"
    assert not holds_data(home)
    nodes.write_bytes(b"")
    assert not holds_data(home)
    nodes.write_bytes(b"\0" * 8192)
    assert holds_data(home)
