"""Bad input is told in words with its place, all at once; nothing is written, no file is half there."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.connection import Database
from graph.core.errors import InputError, InvalidData
from graph.core.model import Label, Node
from graph.export.formats import GraphFormat
from graph.export.write import export_graph
from loaders.exported.read import import_graph
from loaders.exported.tables import TABLES
from loaders.write.apply import Records, sync
from tests.export.conftest import Exported
from tests.servers import empty
from tests.whole import whole

CHANGED = Path(__file__).parent / "changed_scripts.json"
"""A text of a script, what somebody made of it, and what an import says."""


def changed(path: Path, old: str, new: str, count: int = 1) -> None:
    """Replace a text in a file; fails where it is not there."""
    text = path.read_bytes()
    assert old.encode() in text
    path.write_bytes(text.replace(old.encode(), new.encode(), count))


def refused(database: Database, path: Path) -> str:
    """What an import says of a broken export; the graph stays empty."""
    before = whole(empty(database))
    with pytest.raises(InvalidData) as told:
        import_graph(database, path)
    assert whole(database) == before
    return "\n".join(told.value.problems)


@pytest.fixture
def folder(exported: Exported, tmp_path: Path) -> Path:
    """A copy of the CSV folder to break."""
    return Path(shutil.copytree(exported.paths[GraphFormat.csv], tmp_path / "broken"))


def test_every_fault_is_told_at_once_with_its_place(database: Database, folder: Path) -> None:
    (folder / "chairs.csv").unlink()
    (folder / "holds.csv").write_bytes(b"")
    changed(folder / "posts.csv", "title", "titel")
    changed(folder / "groups.csv", "group:hostile:1,", "group:hostile:0,")
    changed(folder / "sits_in.csv", ",2018-01-01,,hostile,", ",2018-13-01,,hostile,")
    changed(folder / "sits_in.csv", ",2019-02-03,..,", ",2019-02-30,..,")
    changed(folder / "sits_in.csv", ",member,", ",membr,")
    changed(folder / "part_of.csv", ",statutory,", ",statuory,")
    changed(folder / "units.csv", '"[""', '"[[""')
    told = refused(database, folder)
    assert "chairs.csv: The table is missing" in told
    assert "holds.csv: The file is empty" in told
    assert (
        "posts.csv, row 1, column 2 (titel): posts has no column 'titel'. Did you mean 'title'?"
        in told
    )
    assert "posts.csv, row 1: posts lacks the columns title." in told
    assert "column 1 (uid): The uid 'group:hostile:0' is there twice." in told
    assert "'2018-13-01' is not a day such as 2018-07-03." in told
    assert (
        "'membr' is not one of chair, deputy_chair, member" in told
        and "Did you mean 'member'?" in told
    )
    assert "'statuory' is not one of statutory, acting. Did you mean 'statutory'?" in told
    assert "units.csv, row 2, column 2 (labels):" in told


def test_an_end_that_is_not_there(database: Database, folder: Path) -> None:
    changed(folder / "sourced_from.csv", ",hostile,", ",nowhere,")
    changed(folder / "sourced_from.csv", "|hostile,", "|nowhere,")
    told = refused(database, folder)
    assert "No source has the uid 'nowhere'." in told and "column 2 (end)" in told


@pytest.mark.parametrize(
    ("table", "old", "new", "says"),
    [
        ("sits_in", "|group:hostile:36|", "|group:hostile:35|", "does not begin with start and end"),
        ("sits_in", "post:hostile,group", ",group", "The start is missing"),
        ("groups", ",2018-07-01,,", ",2018-07-01,2018-07-01,", "holds no day"),
        ("groups", ",false,", ",maybe,", "'maybe' is not true or false"),
        ("documents", ",2,", ",two,", "'two' is not a whole number"),
        ("units", "Division", "Devision", "'Devision' is not a label of a unit"),
        ("persons", "\r\nperson:hostile:0", '\r\n"person:hostile:0', "The row"),
        ("persons", "person:hostile:36:007,", "person:hostile:36:007,,", "The row has 6 cells"),
    ],
)  # fmt: skip
def test_a_row_that_is_broken(
    database: Database, folder: Path, table: str, old: str, new: str, says: str
) -> None:
    changed(folder / f"{table}.csv", old, new)
    told = refused(database, folder)
    assert says in told and f"{table}.csv, row " in told


def test_what_is_no_text_and_no_parquet(
    database: Database, exported: Exported, folder: Path, tmp_path: Path
) -> None:
    (folder / "units.csv").write_bytes(b"uid,labels\n\xff\xfe\x00\x80")
    assert "units.csv, row 2: This is neither UTF-8" in refused(database, folder)
    columns = Path(shutil.copytree(exported.paths[GraphFormat.parquet], tmp_path / "columns"))
    (columns / "units.parquet").write_text("uid,labels\n", encoding="utf-8")
    shutil.copy(columns / "posts.parquet", columns / "groups.parquet")
    told = refused(database, columns)
    assert "units.parquet: The file is not a whole Parquet file" in told
    assert "groups lacks the columns" in told
    whole_file = (exported.paths[GraphFormat.parquet] / "units.parquet").read_bytes()
    (columns / "units.parquet").write_bytes(whole_file[:200])
    assert "units.parquet: The file is not a whole Parquet file" in refused(database, columns)


def test_a_workbook_with_a_wrong_sheet(
    database: Database, exported: Exported, tmp_path: Path
) -> None:
    book = load_workbook(exported.paths[GraphFormat.xlsx])
    del book["posts"]
    book["groups"]["A1"] = "id"
    book["persons"]["B3"] = "=1+1"
    book.save(tmp_path / "formula.xlsx")
    told = refused(database, tmp_path / "formula.xlsx")
    assert "sheet persons, row 3, column B (name): The formula has no stored value" in told
    book["persons"]["B3"] = "x"
    book.save(tmp_path / "broken.xlsx")
    told = refused(database, tmp_path / "broken.xlsx")
    assert "sheet posts: The table is missing" in told
    assert "sheet groups, row 1, column A (id): groups has no column 'id'" in told
    (tmp_path / "no.xlsx").write_bytes(b"PK\x03\x04 no")
    assert "damaged" in refused(database, tmp_path / "no.xlsx")


@pytest.mark.parametrize(("old", "new", "says"), json.loads(CHANGED.read_text(encoding="utf-8")))
def test_a_script_that_somebody_changed_is_not_run(
    database: Database, exported: Exported, tmp_path: Path, old: str, new: str, says: str
) -> None:
    path = tmp_path / "changed.cypher"
    shutil.copy(exported.paths[GraphFormat.cypher], path)
    changed(path, old, new)
    told = refused(database, path)
    assert says in told and "changed.cypher:" in told


def test_a_script_that_is_cut_short(database: Database, exported: Exported, tmp_path: Path) -> None:
    text = exported.paths[GraphFormat.cypher].read_bytes()
    path = tmp_path / "short.cypher"
    path.write_bytes(text[: len(text) // 2])
    assert "cut short" in refused(database, path)


def test_an_admin_folder_with_a_wrong_head(
    database: Database, exported: Exported, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(exported.paths[GraphFormat.admin_csv], tmp_path / "admin"))
    changed(folder / "posts.csv", "title:string", "title:int")
    changed(folder / "persons.csv", '"person:hostile:36:007",', '"person:hostile:36:007",,')
    told = refused(database, folder)
    assert "posts.csv, row 1, column 2: An export has another head" in told
    assert "The row has 6 cells" in told


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "nowhere",
        lambda folder: folder,
        lambda folder: _file(folder / "graph.graphml"),
        lambda folder: _file(folder / "units.csv").parent / "units.csv",
    ],
)
def test_a_path_that_is_no_export(
    database: Database, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    with pytest.raises(InputError, match=r"No such|no tables|read back"):
        import_graph(empty(database), make(tmp_path))


def _file(path: Path, text: str = "x") -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def small(database: Database) -> None:
    sync(empty(database), Records("mine", [Node(Label.PERSON, "person:x", {"name": "x"})]))


def test_an_ending_that_tells_no_format(database: Database, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--format, one of csv, parquet, xlsx"):
        export_graph(database, TABLES, tmp_path / "graph.doc")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("`in_paper`: false", f"`rank`: {'9' * 30}", "An export writes no such row"),
        ("`in_paper`: false", f"`rank`: {'9' * 5000}", "An export writes no such row"),
        (
            "`in_paper`: false",
            "`in_paper`: false, `in_paper`: true",
            "An export writes no such row",
        ),
        ("`name`: 'null'", "`name`: '\\uD800'", "is not a text"),
        ("// end of the export", "", "The script is cut short"),
    ],
)
def test_what_no_graph_holds_is_refused_in_a_script(
    database: Database, exported: Exported, tmp_path: Path, old: str, new: str, says: str
) -> None:
    path = Path(shutil.copy(exported.paths[GraphFormat.cypher], tmp_path / "graph.cypher"))
    changed(path, old, new)
    assert says in refused(database, path)


def test_an_empty_script_is_refused(database: Database, tmp_path: Path) -> None:
    assert "The script is cut short" in refused(database, _file(tmp_path / "graph.cypher", ""))


@pytest.mark.parametrize("rank", ["9223372036854775808", "8_0", "８"])
def test_a_number_that_no_property_holds_is_refused(
    database: Database, folder: Path, rank: str
) -> None:
    path = folder / "units.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][rows[0].index("rank")] = rank
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    assert f"{rank!r} is not a whole number" in refused(database, folder)


def test_a_day_beyond_all_calendars_is_refused(
    database: Database, exported: Exported, tmp_path: Path
) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    folder = Path(shutil.copytree(exported.paths[GraphFormat.parquet], tmp_path / "broken"))
    table = parquet.read_table(folder / "groups.parquet")
    days = pa.array([2**31 - 1] * table.num_rows, pa.int32()).cast(pa.date32())
    at = table.schema.get_field_index("valid_from")
    parquet.write_table(table.set_column(at, "valid_from", days), folder / "groups.parquet")
    assert "The file is damaged from here on" in refused(database, folder)


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


def test_a_list_that_neo4j_admin_can_not_read(database: Database, tmp_path: Path) -> None:
    group = Node(Label.GROUP, "group:x", {"name": "x", "notes": ["a\x1fb"]})
    sync(empty(database), Records("mine", [group]))
    with pytest.raises(InputError, match=r"groups, column notes.*U\+001F"):
        export_graph(database, TABLES, tmp_path / "out", GraphFormat.admin_csv)
    assert os.listdir(tmp_path) == []
