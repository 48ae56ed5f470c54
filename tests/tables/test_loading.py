"""Tables into a real graph: templates load, a load is told before, replaced, kept apart from others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_facts
from loaders.groups.memberships import UnitFacts
from loaders.groups.own import beyond, check_name, dataset_of
from loaders.groups.read import read_groups, shipped_files
from loaders.groups.records import group_records
from loaders.load.verbs import load_groups
from loaders.tables.template.write import write_template
from loaders.write.apply import Changes, Records, sync
from tests.servers import empty, statements
from tests.tables.files import csv_folder, sound, spoilt, workbook
from tests.whole import whole


@cache
def base() -> tuple[Records, Mapping[str, UnitFacts]]:
    """What the shipped files are in the graph, and the facts of divisions, read once."""
    facts = division_facts(read_divisions())
    return group_records(read_groups(), facts), facts


def load(
    database: Database,
    path: Path,
    *,
    force: bool = False,
    name: str | None = None,
    allow_unsourced: bool = False,
) -> tuple[Changes, tuple[str, ...]]:
    """Load one file as the command does, what is shipped being there already."""
    shipped, facts = base()
    data = read_groups([*shipped_files(), path], allow_unsourced=allow_unsourced, name=name)
    records = beyond(shipped, group_records(data, facts, dataset_of([path], name)))
    if not force:
        check_name(database, records)
    return sync(database, records, force=force), data.warnings


@pytest.fixture(scope="module")
def graph(database: Database) -> Database:
    """A graph of this file's own with everything that is shipped."""
    load_groups(empty(database))
    return database


@pytest.fixture(autouse=True)
def as_before(graph: Database) -> Iterator[None]:
    """What a test loaded is removed in the end, and then the graph is what it was."""
    before = statements.counted(database=graph)
    yield
    for name in ("own", "other", "own", "filled"):
        sync(graph, Records(f"file:{name}"), force=True)
    assert statements.counted(database=graph) == before


def uids(database: Database) -> set[str]:
    """The uids of groups that are not shipped."""
    return {r.uid for r in queries.group_names(database=database) if "." in r.uid}


@pytest.mark.parametrize("format", ["xlsx", "csv", "yaml"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_of_each_template_loads(
    graph: Database, tmp_path: Path, format: str, language: str
) -> None:
    path = tmp_path / ("filled" if format == "csv" else f"filled.{format}")
    write_template(path, format, language, filled=True)
    changes, warnings = load(graph, path)
    assert changes.added["Group"] == 1
    assert [text for text in warnings if "taken in" not in text] == []
    row = queries.authority_by_group(["group:filled.G1"], database=graph)[0]
    # 乙 is mayor of 济南市 (7); 历城区, 长清区 and 济南市水利局 are of rank 5, the vice-mayor is the host's.
    assert ([c["name"] for c in row.chairs], row.type, row.gap_min) == (["乙"], "STRONG", 2)
    assert "unsourced" not in row.flags
    assert load(graph, path)[0].total == 0


def test_a_dry_run_shows_and_writes_nothing(graph: Database, tmp_path: Path) -> None:
    before = whole(graph)
    path = workbook(tmp_path / "own.xlsx", sound())
    changes, _ = load_groups(graph, [path], dry_run=True)
    assert (changes.added["Group"], changes.added["MEMBER_OF"]) == (1, 2)
    assert whole(graph) == before


def test_a_later_version_replaces_the_earlier(graph: Database, tmp_path: Path) -> None:
    path = workbook(tmp_path / "own.xlsx", sound())
    load(graph, path)
    workbook(path, spoilt("groups", 2, "name", "东河综合治理领导小组"))
    changes, _ = load(graph, path)
    assert (changes.changed["Group"], changes.added.total(), changes.removed.total()) == (1, 0, 0)
    cut = sound()
    del cut["seats"][2]
    workbook(path, cut)
    with pytest.raises(InputError, match=r"would be removed\. Nothing was written"):
        load(graph, path)
    changes, _ = load(graph, path, force=True)
    assert changes.removed["MEMBER_OF"] == 1


def test_a_second_file_leaves_the_first_alone(graph: Database, tmp_path: Path) -> None:
    other = spoilt("groups", 2, "name", "西河治理领导小组")
    other["seats"].append(["G1", "member", "市水利局局长", "", "", "2016-03-08", "", "S1"])
    own = sound()
    own["seats"].append(["G1", "member", "市水利局局长", "", "", "2016-03-08", "", "S1"])
    first, second = csv_folder(tmp_path / "own", own), csv_folder(tmp_path / "other", other)
    load(graph, first)
    load(graph, second)
    assert uids(graph) == {"group:own.G1", "group:other.G1"}
    assert load(graph, first)[0].total == 0
    assert load(graph, second)[0].total == 0
    # The bureau and its head were written with the first file: the second one needs them still.
    sync(graph, Records("file:own"), force=True)
    row = queries.authority_by_group(["group:other.G1"], database=graph)[0]
    assert (row.n_members, row.gap_min, row.lc) == (2, 2, 1)
    assert load(graph, second)[0].removed.total() == 0


def test_another_file_of_the_same_name_is_refused(graph: Database, tmp_path: Path) -> None:
    load(graph, csv_folder(tmp_path / "a" / "own", sound()))
    other = spoilt("groups", 2, "name", "沂河水污染联防联控联席会议")
    path = csv_folder(tmp_path / "b" / "own", other)
    with pytest.raises(InputError, match=r"other groups under the name 'own' .* --name NAME"):
        load(graph, path)
    load(graph, path, name="other")
    assert uids(graph) == {"group:own.G1", "group:other.G1"}


def test_a_shipped_post_may_be_used(graph: Database, tmp_path: Path) -> None:
    """A later mayor of Shanghai ends a shipped tenure by inference; the shipped tie stays as it is."""
    tables = spoilt("groups", 2, "place", "上海市")
    tables["seats"][1][2:6] = ["市长", "", "甲", "2019-03-08"]
    tables["seats"][2][3] = "黄浦区"
    before = whole(graph)[1]
    load(graph, csv_folder(tmp_path / "own", tables))
    assert before <= whole(graph)[1]
    (row,) = queries.authority_by_group(["group:own.G1"], database=graph)
    assert [(c["post"], c["rank"]) for c in row.chairs] == [("post:上海市市长", 8)]


def test_what_has_no_source_shows_it_everywhere(graph: Database, tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "own", spoilt("seats", 3, "source", ""))
    with pytest.raises(InputError, match="no source"):
        load(graph, folder)
    load(graph, folder, allow_unsourced=True)
    (row,) = queries.authority_by_group(["group:own.G1"], database=graph)
    assert "unsourced" in row.flags
    ties = {r.source for r in statements.sources_of_group("group:own.G1", database=graph)}
    assert ties == {"own:S1", "unsourced"}
