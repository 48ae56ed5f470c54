"""What an export cannot do is told in words; what is there is kept, and no file is half there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.connection import Database
from graph.core.errors import InputError
from graph.core.model import Label, Node
from graph.export.formats import GraphFormat
from graph.export.write import export_graph
from loaders.package.graph_tables import TABLES
from loaders.write.apply import Records, sync
from tests.servers import empty


def _file(path: Path, text: str = "x") -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def small(database: Database) -> None:
    sync(empty(database), Records("mine", [Node(Label.PERSON, "person:x", {"name": "x"})]))


def test_an_ending_that_tells_no_format(database: Database, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--format, one of csv, parquet, xlsx"):
        export_graph(database, TABLES, tmp_path / "graph.doc")


def test_what_is_there_is_kept(database: Database, tmp_path: Path) -> None:
    small(database)
    path = _file(tmp_path / "graph.graphml")
    with pytest.raises(InputError, match="--force"):
        export_graph(database, TABLES, path)
    assert path.read_text(encoding="utf-8") == "x"
    export_graph(database, TABLES, path, force=True)
    assert "person:x" in path.read_text(encoding="utf-8")
    mine = tmp_path / "mine"
    export_graph(database, TABLES, mine, GraphFormat.csv)
    export_graph(database, TABLES, mine, GraphFormat.csv, force=True)
    _file(mine / "thesis.docx")
    with pytest.raises(InputError, match=r"thesis\.docx"):
        export_graph(database, TABLES, mine, GraphFormat.csv, force=True)
    assert (mine / "thesis.docx").exists()


def test_a_folder_that_can_not_be_written(database: Database, tmp_path: Path) -> None:
    small(database)
    _file(tmp_path / "file")
    with pytest.raises(InputError, match="cannot be written"):
        export_graph(database, TABLES, tmp_path / "file" / "graph.gexf")


def test_a_text_that_no_cell_holds_leaves_nothing_behind(
    database: Database, tmp_path: Path
) -> None:
    source = Node(Label.SOURCE, "x", {"title": "x" * 40_000, "kind": "press"})
    sync(empty(database), Records("mine", [source]))
    with pytest.raises(InputError, match=r"sources, column title: a text has 40,000 characters"):
        export_graph(database, TABLES, tmp_path / "graph.xlsx")
    assert os.listdir(tmp_path) == []
