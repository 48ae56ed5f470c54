"""Export, then import: the same graph, every value with its type."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.connection import Database
from graph.core.errors import InputError, InvalidData
from graph.core.model import Label, Node
from graph.export.formats import GraphFormat
from graph.export.network.script import schema_statements
from graph.export.write import export_graph
from loaders.exported.read import import_graph
from loaders.exported.tables import TABLES
from loaders.write.apply import Records, compare, sync
from tests.export.conftest import Exported
from tests.export.worlds import HOSTILE, hostile_records
from tests.servers import empty, statements
from tests.whole import whole

BACK = (
    GraphFormat.csv, GraphFormat.parquet, GraphFormat.xlsx, GraphFormat.cypher, GraphFormat.admin_csv
)  # fmt: skip


@pytest.mark.parametrize("format", BACK)
def test_what_leaves_comes_back(
    exported: Exported, database: Database, format: GraphFormat
) -> None:
    done = import_graph(empty(database), exported.paths[format])
    assert whole(database) == exported.held
    assert done.edited == 0
    assert sum(done.written.values()) == exported.held.total


@pytest.mark.parametrize("format", BACK)
def test_what_hides_in_an_old_export_is_refused(
    old: Exported, database: Database, format: GraphFormat
) -> None:
    before = whole(empty(database))
    with pytest.raises(InvalidData) as told:
        import_graph(database, old.paths[format])
    text = "\n".join(told.value.problems)
    assert all(f"U+{code}" in text for code in ("0000", "0007", "0085", "200D", "202E"))
    assert "persons" in text or "graph.cypher:" in text
    assert "Type it anew here, or correct it" in text
    assert whole(database) == before


def test_every_property_has_a_column(exported: Exported) -> None:
    assert exported.beyond == ()


def test_what_is_loaded_again_after_an_import_is_not_written(
    exported: Exported, database: Database
) -> None:
    import_graph(empty(database), exported.paths[GraphFormat.csv])
    assert compare(database, hostile_records()).total == 0


def test_the_same_graph_gives_the_same_bytes(
    exported: Exported, database: Database, tmp_path: Path
) -> None:
    import_graph(empty(database), exported.paths[GraphFormat.parquet])
    for format in (GraphFormat.csv, GraphFormat.cypher, GraphFormat.graphml):
        before, again = exported.paths[format], tmp_path / f"again.{format}"
        export_graph(database, TABLES, again, format)
        for path in sorted(before.iterdir()) if before.is_dir() else [before]:
            other = again / path.name if before.is_dir() else again
            assert other.read_bytes() == path.read_bytes(), path.name


def test_a_script_runs_on_an_empty_server(exported: Exported, databases: Database) -> None:
    """As cypher-shell runs it: statement by statement, without lsgraph."""
    empty(databases)
    text = exported.paths[GraphFormat.cypher].read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("//")]
    found = [one for one in "\n".join(lines).split(";\n") if one.strip()]
    for statement in found:
        with databases.driver.session(database=databases.database) as session:
            session.run(statement).consume()
    assert set(schema_statements()) <= set(found)
    assert whole(databases) == exported.held


def test_a_full_graph_is_left_alone(exported: Exported, database: Database) -> None:
    sync(empty(database), Records("mine", [Node(Label.PERSON, "person:mine", {"name": "x"})]))
    held = whole(database)
    with pytest.raises(InputError, match="--into-existing"):
        import_graph(database, exported.paths[GraphFormat.csv])
    assert whole(database) == held


def test_an_import_into_a_full_graph_adds_and_keeps(exported: Exported, database: Database) -> None:
    uid = f"person:hostile:1:{HOSTILE[1]}"
    mine = [Node(Label.PERSON, name, {"name": "mine"}) for name in ("person:mine", uid)]
    sync(empty(database), Records("mine", mine))
    before = whole(database)
    done = import_graph(database, exported.paths[GraphFormat.csv], into_existing=True)
    nodes, ties = whole(database)
    assert done.left == (uid,)
    assert before[0] <= nodes and ties == exported.held[1]
    assert len(nodes) == len(exported.held[0]) + 1
    again = import_graph(database, exported.paths[GraphFormat.xlsx], into_existing=True)
    assert sum(again.written.values()) == 0 and whole(database) == (nodes, ties)


def test_an_edited_row_gets_a_new_digest(
    exported: Exported, database: Database, tmp_path: Path
) -> None:
    folder = shutil.copytree(exported.paths[GraphFormat.csv], tmp_path / "edited")
    text = (folder / "persons.csv").read_bytes()
    (folder / "persons.csv").write_bytes(text.replace(b",007,", b",008,"))
    done = import_graph(empty(database), folder)
    assert done.edited == 1
    differs = compare(database, hostile_records())
    assert differs.changed["Person"] == 1 and differs.total == done.edited


def test_nothing_is_lost_of_what_no_table_knows_without_a_word(
    database: Database, tmp_path: Path
) -> None:
    sync(
        empty(database), Records("mine", [Node(Label.PERSON, "person:x", {"name": "x", "age": 7})])
    )
    done = export_graph(database, TABLES, tmp_path / "out", GraphFormat.csv)
    assert done.beyond == ("persons.age",)
    assert statements.counted(database=database)[0].nodes >= 1
