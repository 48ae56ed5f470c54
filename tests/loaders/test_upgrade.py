"""A graph of the version before: what is the user's own is kept as files, then all is loaded anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.core.errors import InputError, InvalidData
from graph.core.model import SCHEMA_VERSION
from loaders.load.upgrade import BEFORE, upgrade
from loaders.load.verbs import load_divisions, load_groups, own_divisions
from tests.cypher.lint_graph import EVERY_FIELD
from tests.servers import empty, statements
from tests.tables.files import sound, workbook
from tests.whole import whole

pytestmark = pytest.mark.long

DIVISIONS = """code,name,kind,parent,valid_from,valid_to,source
370117,钢城区,,,2019-01-09,,东河通告
370199,东河区,市辖区,370100,2015-03-01,2019-06-01,某市志
"""
PROPOSAL = """form: lsgraph/patch/1

changes:
- uid: group:bth-air-lsg
  property: name_en
  from: Before
  to: After
  reason: As the act has it.
  by: 丁
  on: "2026-11-28"
  source: {uid: N1, title: 某公报, url: https://www.gov.cn/1, kind: gov_doc, date: "2018-07-03",
    read: "2026-11-28"}
"""


@pytest.fixture
def old(clean: Database, tmp_path: Path) -> Iterator[Database]:
    """A graph of the version before, with divisions and groups of the user's own."""
    (tmp_path / "divisions.csv").write_text(DIVISIONS, encoding="utf-8")
    load_divisions(clean, own_divisions(tmp_path / "divisions.csv"))
    # That version had no claims.
    text = re.sub(r"  claims:\n(?:  - .+\n)+|, claims: \[.+?\]", "", EVERY_FIELD.read_text("utf-8"))
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    load_groups(clean, [tmp_path / "own.yaml"], name="my: own", allow_unsourced=True)
    load_groups(clean, [workbook(tmp_path / "sheet.xlsx", sound())])
    queries.mark_schema_version(BEFORE, database=clean)
    yield clean
    statements.forget_schema(database=clean)
    empty(clean)


def test_a_load_and_a_command_tell_what_to_do(old: Database) -> None:
    with pytest.raises(InputError, match=r"An earlier lsgraph wrote this graph.*db upgrade"):
        load_groups(old)
    assert "lsgraph db upgrade" in schema.earlier(old).en
    assert schema.version(old) == BEFORE


def test_what_is_the_users_own_becomes_files_and_the_same_graph(
    old: Database, tmp_path: Path
) -> None:
    before, home = whole(old), tmp_path / "home"
    made = upgrade(old, home)
    assert [(path.relative_to(home).as_posix(), fault) for path, fault in made] == [
        ("own/divisions.csv", None), ("own/my_ own.yaml", None), ("own/sheet.yaml", None),
    ]  # fmt: skip
    assert (home / "own" / "divisions.csv").read_text(encoding="utf-8") == DIVISIONS
    after = whole(old)
    assert after.nodes - before.nodes == before.nodes - after.nodes == {}
    assert after.ties - before.ties == before.ties - after.ties == {}
    assert not schema.earlier(old) and schema.version(old) == SCHEMA_VERSION
    assert upgrade(old, home) == []


def test_a_file_that_does_not_fit_is_told_and_the_graph_stays(
    old: Database, tmp_path: Path
) -> None:
    before, path = whole(old), tmp_path / "home" / "own" / "sheet.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("form: lsgraph/groups/1\ngroups: [{uid: x}]\n", encoding="utf-8")
    with pytest.raises(InvalidData, match=r"sheet\.yaml"):
        upgrade(old, tmp_path / "home")
    assert whole(old) == before
    path.unlink()
    assert (path, None) in upgrade(old, tmp_path / "home")


def test_a_proposal_becomes_an_overlay(clean: Database, tmp_path: Path) -> None:
    folder = tmp_path / "proposals"
    folder.mkdir()
    texts = {
        "0123456789ab-1": PROPOSAL,
        "0123456789ab-2": PROPOSAL.replace("group:bth-air-lsg", "group:that-is-gone"),
        "0123456789ab-3": "changes: none",
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (made, none), *left = upgrade(clean, tmp_path)
    assert none is None and made.parent == tmp_path / "overlays"
    assert YAML(typ="safe").load(made.read_text(encoding="utf-8")) == {
        "form": "lsgraph/overlay/1",
        "corrections": [{
            "thing": "group:bth-air-lsg", "property": "name_en", "value": "After", "who": "丁",
            "source": {"title": "某公报", "url": "https://www.gov.cn/1", "date": "2018-07-03"},
            "when": "2026-11-28", "note": "As the act has it.",
        }],
    }  # fmt: skip
    kept = tmp_path / "proposals-before" / "0123456789ab-1.yaml"
    assert kept.read_text(encoding="utf-8") == PROPOSAL
    assert [path.stem for path, fault in left if fault] == ["0123456789ab-2", "0123456789ab-3"]
    assert sorted(path.stem for path in folder.iterdir()) == ["0123456789ab-2", "0123456789ab-3"]
    assert upgrade(clean, tmp_path) == left


def test_nothing_is_upgraded_where_nothing_was_loaded(clean: Database, tmp_path: Path) -> None:
    statements.forget_schema(database=clean)
    with pytest.raises(InputError, match="Nothing to upgrade"):
        upgrade(clean, tmp_path)


def test_an_older_graph_is_told_that_its_files_are_loaded_anew(
    clean: Database, tmp_path: Path
) -> None:
    queries.mark_schema_version(BEFORE - 1, database=clean)
    try:
        with pytest.raises(InputError, match="Load its files anew into an empty graph"):
            upgrade(clean, tmp_path)
    finally:
        queries.mark_schema_version(SCHEMA_VERSION, database=clean)
