"""What leaves is the whole graph: each property in a column, and the same bytes of the same graph."""

from __future__ import annotations

from pathlib import Path

from graph.connection import Database
from graph.core.model import Label, Node
from graph.export.formats import GraphFormat
from graph.export.write import export_graph
from loaders.package.graph_tables import TABLES
from loaders.write.apply import Records, sync
from tests.export.conftest import Exported
from tests.export.worlds import write_world
from tests.servers import empty, statements


def test_every_property_has_a_column(exported: Exported) -> None:
    assert exported.beyond == ()


def test_the_same_graph_gives_the_same_bytes(
    exported: Exported, database: Database, tmp_path: Path
) -> None:
    write_world(database)
    for format in (GraphFormat.csv, GraphFormat.parquet, GraphFormat.graphml):
        before, again = exported.paths[format], tmp_path / f"again.{format}"
        export_graph(database, TABLES, again, format)
        for path in sorted(before.iterdir()) if before.is_dir() else [before]:
            other = again / path.name if before.is_dir() else again
            assert other.read_bytes() == path.read_bytes(), path.name


def test_nothing_is_lost_of_what_no_table_knows_without_a_word(
    database: Database, tmp_path: Path
) -> None:
    sync(
        empty(database), Records("mine", [Node(Label.PERSON, "person:x", {"name": "x", "age": 7})])
    )
    done = export_graph(database, TABLES, tmp_path / "out", GraphFormat.csv)
    assert done.beyond == ("persons.age",)
    assert statements.counted(database=database)[0].nodes >= 1
