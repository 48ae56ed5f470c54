"""The wide dataset on a real server: every seat arrives, and a later load of the core keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.authority import authority
from graph.catalogue import queries
from graph.connection import Database
from loaders.groups import dataset_files, read_groups, shipped_files
from loaders.load import holds_dataset, load_groups
from loaders.quality.findings import findings
from loaders.shipped import ensure_shipped
from tests.servers import empty, statements

FINDINGS = Path(__file__).parents[2] / "docs" / "findings.md"


@pytest.fixture(scope="module")
def wide(database: Database) -> Database:
    """A graph of this file's own with core and dataset."""
    load_groups(empty(database), whole=True)
    return database


def test_every_group_and_every_seat_arrives(wide: Database) -> None:
    data = read_groups([*shipped_files(), *dataset_files()])
    found = {row.uid for row in queries.group_names(database=wide)}
    assert found == {group.uid for group in data.groups}
    # A listed member has no post to sit: its place is MEMBER_OF. Every other seat is one SITS_IN.
    listed = [
        s for s in data.seats if s.unit and not s.post and s.role in ("member", "deputy_chair")
    ]
    ties = [row.type for row in queries.stored_ties("groups", database=wide)]
    assert ties.count("SITS_IN") == len(data.seats) - len(listed)


def test_every_tie_has_a_source_and_a_confidence(wide: Database) -> None:
    assert list(statements.unsourced_ties(database=wide)) == []


def test_loading_the_core_again_keeps_the_dataset(wide: Database) -> None:
    assert holds_dataset(wide)
    changes, _ = load_groups(wide)
    assert changes.total == 0
    ensure_shipped(wide)
    assert holds_dataset(wide)


def test_each_group_with_a_known_chair_and_two_governments_has_a_type(wide: Database) -> None:
    rows = queries.authority_by_group(sensitivity=False, database=wide)
    judged = [row for row in rows if row.chairs and row.n_members >= 2]
    assert len(judged) > 200
    untyped = {row.group: row.flags for row in judged if row.type == "UNKNOWN"}
    assert {group: flags for group, flags in untyped.items() if "link_unknown" not in flags} == {}


def test_seats_told_beyond_the_core_change_its_answers_only_here(wide: Database) -> None:
    group = authority(wide, "group:sc-western-development").group
    assert group.n_members >= 10


def test_the_page_of_findings_is_current(wide: Database) -> None:
    data = read_groups([*shipped_files(), *dataset_files()])
    assert FINDINGS.read_text(encoding="utf-8") == findings(wide, data)


def test_bodies_that_changed_type_are_on_it(wide: Database) -> None:
    text = FINDINGS.read_text(encoding="utf-8")
    before, after = "京津冀及周边地区大气污染防治协作小组", "京津冀及周边地区大气污染防治领导小组"
    assert f"| {before} | WEAK | {after} | STRONG |" in text
