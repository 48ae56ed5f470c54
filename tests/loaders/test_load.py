"""Loading the shipped data and a user's own into a real graph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_records
from loaders.groups.records import group_records
from loaders.load.verbs import load_groups
from loaders.write.apply import Records, sync
from tests.loaders.groups_for_tests import shipped
from tests.servers import empty, statements

ROOT = Path(__file__).resolve().parents[2]
OWN = "group:east-river"


@pytest.fixture(scope="module")
def whole_graph(database: Database) -> Database:
    """A graph of this file's own with everything that is shipped."""
    load_groups(empty(database))
    return database


def example() -> str:
    """The example of docs/data.md, as a reader would copy it."""
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    found = re.search(r"## An example to copy\n\n```yaml\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]


def written(folder: Path, text: str, name: str = "我的小组.yaml") -> Path:
    """A file with a Chinese name."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def uids(database: Database) -> set[str]:
    """The uids of all groups."""
    return {row.uid for row in queries.group_names(database=database)}


def test_a_second_load_changes_nothing(whole_graph: Database) -> None:
    before = statements.counted(database=whole_graph)
    changes, _ = load_groups(whole_graph)
    assert changes.total == 0
    assert statements.counted(database=whole_graph) == before


def test_every_tie_has_a_source_and_a_confidence(loaded: Database) -> None:
    assert list(statements.unsourced_ties(database=loaded)) == []


def test_no_tie_outlives_its_unit(loaded: Database) -> None:
    assert list(statements.outliving_ties(database=loaded)) == []


def test_what_is_in_the_graph_is_what_the_files_say(loaded: Database) -> None:
    row = statements.counted(database=loaded)[0]
    stored = list(queries.stored_nodes(database=loaded))
    assert row.nodes == len(stored)
    assert {r.dataset for r in stored} == {"lsgraph:divisions", "lsgraph:groups"}
    assert len(uids(loaded)) == len(shipped().groups) == 38
    divisions = division_records(read_divisions())
    in_graph = {r.uid: r.digest for r in stored if r.dataset == "lsgraph:divisions"}
    assert in_graph == {node.uid: node.digest for node in divisions.nodes}


def test_a_users_file_is_loaded_on_top_and_replaced(whole_graph: Database, tmp_path: Path) -> None:
    before = statements.counted(database=whole_graph)
    shipped_uids = uids(whole_graph)
    path = written(tmp_path, example())
    changes, _ = load_groups(whole_graph, [path])
    assert changes.added["Group"] == 1
    assert uids(whole_graph) == {*shipped_uids, OWN}
    row = queries.authority_by_group([OWN], database=whole_graph)[0]
    # 乙 (mayor, 7) over 历城区 and 济南市水利局 (5 each); the vice-mayor is of the host.
    assert ([c["name"] for c in row.chairs], row.type, row.gap_min) == (["乙"], "STRONG", 2)
    assert load_groups(whole_graph, [path])[0].total == 0
    later = example().replace("东河治理领导小组\n", "东河治理委员会\n")
    assert load_groups(whole_graph, [written(tmp_path, later)])[0].changed["Group"] == 1
    assert queries.group_profile(OWN, database=whole_graph)[0].name == "东河治理委员会"
    sync(whole_graph, Records(f"file:{path.stem}"), force=True)
    assert statements.counted(database=whole_graph) == before


def test_the_shipped_groups_are_not_lost_by_loading_ones_own(
    whole_graph: Database, tmp_path: Path
) -> None:
    load_groups(whole_graph, [written(tmp_path, example())])
    changes, _ = load_groups(whole_graph)
    assert changes.total == 0
    assert OWN in uids(whole_graph)
    sync(whole_graph, Records("file:我的小组"), force=True)


def test_a_dry_run_writes_nothing(whole_graph: Database, tmp_path: Path) -> None:
    before = statements.counted(database=whole_graph)
    changes, _ = load_groups(whole_graph, [written(tmp_path, example())], dry_run=True)
    assert changes.added["Group"] == 1
    assert statements.counted(database=whole_graph) == before


def test_a_shipped_group_is_not_changed_from_outside(whole_graph: Database, tmp_path: Path) -> None:
    before = statements.counted(database=whole_graph)
    text = example().replace("group:east-river", "group:jinan-laiwu")
    with pytest.raises(InputError, match="group:jinan-laiwu"):
        load_groups(whole_graph, [written(tmp_path, text)])
    assert statements.counted(database=whole_graph) == before


def test_a_seat_in_a_shipped_group_is_not_added_from_outside(
    whole_graph: Database, tmp_path: Path
) -> None:
    text = example().replace(
        'place: "370100"', 'place: "370100"\n  succeeded_by: ["group:nowhere"]'
    )
    with pytest.raises(InputError, match=r"我的小组\.yaml:\d+:\d+: .*group:nowhere"):
        load_groups(whole_graph, [written(tmp_path, text)])


def test_a_faulty_file_is_told_whole_and_nothing_is_written(
    whole_graph: Database, tmp_path: Path
) -> None:
    before = statements.counted(database=whole_graph)
    text = example().replace("role: chair", "role: chari").replace('"370112"', '"999999"')
    with pytest.raises(InputError) as caught:
        load_groups(whole_graph, [written(tmp_path, text)])
    message = str(caught.value)
    assert "nothing was written" in message
    assert "'chari'" in message
    assert "'chair'" in message
    assert re.search(r"我的小组\.yaml:\d+:\d+", message)
    assert statements.counted(database=whole_graph) == before


def test_records_of_the_shipped_groups_are_unique() -> None:
    from loaders.divisions.records import division_facts

    records = group_records(shipped(), division_facts(read_divisions()))
    assert len({(n.label, n.uid) for n in records.nodes}) == len({
        (n.label, n.uid, n.digest) for n in records.nodes
    })  # fmt: skip
    assert len({(t.type, t.key) for t in records.ties}) == len(list(records.ties))
