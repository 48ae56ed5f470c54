"""A bulk load makes the graph that the ordinary way makes: node by node, tie by tie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.catalogue import queries, schema
from graph.connection import Database, connect
from graph.core.errors import InvalidData
from graph.server.layout import Home
from graph.settings import Settings
from loaders.bulk.load import FOLDER, bulk_load, load_whole
from loaders.load.verbs import load_groups
from loaders.write.apply import Records, compare, sync
from tests.bulk.graphs import HOSTILE, hostile, whole_with_rules
from tests.loaders.test_load import example, written
from tests.servers import empty, statements


def ordinary(database: Database, parts: list[Records]) -> Database:
    """Load one dataset after another into the emptied graph, as `lsgraph load` does."""
    schema.apply(empty(database))
    queries.mark_loaded(None, database=database)
    for part in parts:
        sync(database, part, force=True)
    return database


def test_every_label_type_and_hostile_value(
    each_home: Settings, database_of: Callable[[str], Database]
) -> None:
    parts = hostile()
    other = ordinary(database_of(each_home.neo4j_version), parts)
    changes = bulk_load(each_home, lambda: parts)
    with connect(each_home) as database:
        for found, wanted in zip(whole_with_rules(database), whole_with_rules(other), strict=True):
            assert found == wanted
        names = {row.properties.get("name") for row in statements.whole_nodes(database=database)}
        assert names >= {*HOSTILE, "last", "新"}
        assert compare(database, parts[1]).total == 0
    assert changes.left == (f"{HOSTILE[0]}:u0",)
    assert not (Home.of(each_home).root / FOLDER).exists()


@pytest.mark.long
def test_all_that_is_shipped_and_a_file_of_ones_own(
    home: Settings, database: Database, tmp_path: Path
) -> None:
    file = written(tmp_path, example().replace("东河治理领导小组", '=东河\\"治理\\"; 😀领导小组'))
    _, said = load_groups(empty(database), [file])
    changes, warnings = load_whole(home, [file])
    with connect(home) as filled:
        for found, wanted in zip(whole_with_rules(filled), whole_with_rules(database), strict=True):
            assert found == wanted
        assert changes.added.total() == sum(statements.counted(database=filled)[0].values())
        assert load_groups(filled, [file])[0].total == 0
        assert queries.group_profile("group:east-river", database=filled)[0].name.startswith(
            "=东河"
        )
    assert warnings == said


def test_a_faulty_file_stops_nothing_and_starts_nothing(home: Settings, tmp_path: Path) -> None:
    file = written(tmp_path, example().replace("role: chair", "role: chari"))
    with pytest.raises(InvalidData, match="chari"):
        load_whole(home, [file])
    assert not Home.of(home).initialised
