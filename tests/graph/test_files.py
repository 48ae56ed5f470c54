"""Files and folders that are written: whole or not at all, and never over others unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.core.errors import AlreadyThere, InputError
from graph.core.files import filled_folder, fresh_file, write_fresh


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(AlreadyThere, match=r"a\.txt exists already.*--force"):
        write_fresh(path, "new", False)
    assert (path.read_text(encoding="utf-8"), os.listdir(tmp_path)) == ("mine", ["a.txt"])
    write_fresh(path, "new", True)
    assert (path.read_text(encoding="utf-8"), os.listdir(tmp_path)) == ("new", ["a.txt"])


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_what_fails_half_way_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine", encoding="utf-8")
    raised: type[BaseException] = InputError if error is OSError else error
    with pytest.raises(raised), fresh_file(path, True) as made:
        made.write_text("hal", encoding="utf-8")
        raise error("f")
    assert (path.read_text(encoding="utf-8"), os.listdir(tmp_path)) == ("mine", ["a.txt"])


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(AlreadyThere), fresh_file(path, False) as made:
        made.write_text("new", encoding="utf-8")
        path.write_text("mine", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    path, link = tmp_path / "deep" / "a.txt", tmp_path / "link"
    write_fresh(path, "old", False)
    link.symlink_to(path)
    with pytest.raises(AlreadyThere):
        write_fresh(link, "new", False)
    write_fresh(link, "new", True)
    assert link.is_symlink() and path.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_or_a_folder_is_never_replaced(tmp_path: Path, force: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, says in ((pipe, "device or pipe"), (tmp_path, "is a folder")):
        with pytest.raises(InputError, match=says):
            write_fresh(path, "new", force)
    assert pipe.is_fifo()


def test_files_of_a_folder_are_replaced_only_where_forced(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_fresh(folder / "own.txt", "mine", False)
    write_fresh(folder / "deep" / "a.txt", "old", False)
    with pytest.raises(AlreadyThere, match="--force"), filled_folder(folder, False):
        pytest.fail("The folder is not free.")
    with pytest.raises(ValueError), filled_folder(folder, True) as made:
        write_fresh(made / "own.txt", "hal", False)
        raise ValueError
    with filled_folder(folder, True) as made:
        write_fresh(made / "deep" / "a.txt", "new", False)
    held = {path.name: path.read_text("utf-8") for path in folder.rglob("*.txt")}
    assert held == {"own.txt": "mine", "a.txt": "new"}
    assert os.listdir(tmp_path) == ["out"]
