"""A corpus of bad files: each a clear message with its place, exit code 2, no traceback, nothing written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.connection import Database
from graph.core.errors import InvalidData
from loaders.groups.read import read_groups, shipped_files
from tests.cli.conftest import invoke
from tests.tables.bad_books import BOOKS, Build
from tests.tables.bad_folders import FOLDERS
from tests.tables.bad_yaml import YAMLS
from tests.whole import whole

CORPUS: dict[str, tuple[Build, str]] = {
    f"{kind}: {name}": case
    for kind, cases in (("xlsx", BOOKS), ("csv", FOLDERS), ("yaml", YAMLS))
    for name, case in cases.items()
}


def test_the_corpus_is_large() -> None:
    assert len(CORPUS) >= 60


@pytest.mark.parametrize("name", sorted(CORPUS))
def test_each_fault_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    build, told = CORPUS[name]
    path = build(tmp_path)
    with pytest.raises(InvalidData) as caught:
        read_groups([*shipped_files(), path])
    message = str(caught.value)
    assert told in message
    assert "nothing was written" in message
    assert all(str(tmp_path) in problem for problem in caught.value.problems)
    assert all(len(problem) < 1_000 for problem in caught.value.problems)


def test_the_longest_cell_does_not_hang_on_other_libraries(tmp_path: Path) -> None:
    build, told = CORPUS["csv: a huge cell"]
    before = csv.field_size_limit(10**9)
    try:
        with pytest.raises(InvalidData, match=told):
            read_groups([*shipped_files(), build(tmp_path)])
        assert csv.field_size_limit() == 10**9
    finally:
        csv.field_size_limit(before)


@pytest.mark.usefixtures("named_server")
def test_nothing_of_the_corpus_is_written(loaded: Database, tmp_path: Path) -> None:
    """The whole corpus in one command, and one file of each kind by itself."""
    before = whole(loaded)
    paths = []
    for number, (build, _) in enumerate(CORPUS.values()):
        (tmp_path / str(number)).mkdir()
        paths.append(str(build(tmp_path / str(number))))
    alone = [paths[0], paths[len(BOOKS)], paths[-1]]
    for given in (paths, *([path] for path in alone)):
        answer = invoke("load", "groups", *given)
        assert answer.code == 2
        assert answer.err.startswith("Error: ")
        assert "nothing was written" in answer.err
        assert "Traceback" not in answer.err + answer.out
    assert whole(loaded) == before
