"""What a dry run names: the groups and nodes that would change, what of them, and nothing else."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from graph.connection import Database
from graph.core.model import Label, Node, Tie, TieType
from loaders.load.naming import PropertyChange, TieChange, touched
from loaders.load.verbs import load_groups
from loaders.write.apply import compare, sync
from loaders.write.records import Records
from tests.cli.conftest import invoke
from tests.documents import ROOT, agree, blocks
from tests.loaders.test_load import example, written
from tests.servers import empty

KNOWN = {"source": "s", "confidence": "high"}
UNITS = [Node(Label.UNIT, f"u{n}", {"name": f"单位{n}"}, ("Agency",)) for n in range(30)]


def groups(*names: str, first: int = 0, **properties: object) -> Records:
    """Groups with two members each, from the unit `first` on."""
    nodes = [
        Node(Label.GROUP, f"g{n}", {"name": name, **properties}) for n, name in enumerate(names)
    ]
    ties = [
        Tie(TieType.MEMBER_OF, f"u{first + n}", group.uid, KNOWN)
        for group in nodes
        for n in range(2)
    ]
    return Records("one", [*UNITS, *nodes], ties)


def test_a_first_load_adds_every_node(clean: Database) -> None:
    found = touched(clean, compare(clean, groups("水", "林")))
    assert [(one.change, one.kind, one.uid, one.name) for one in found[:2]] == [
        ("added", "Group", "g0", "水"),
        ("added", "Group", "g1", "林"),
    ]
    assert {one.uid for one in found[2:]} == {unit.uid for unit in UNITS}


def test_a_changed_group_tells_before_and_after(clean: Database) -> None:
    sync(clean, groups("水", "林", field="water", notes=["a"]))
    (one,) = touched(clean, compare(clean, groups("河", "林", notes=["a"])))[:1]
    assert (one.change, one.uid, one.name, one.ties) == ("changed", "g0", "河", ())
    assert one.properties == (
        PropertyChange("field", "water", None),
        PropertyChange("name", "水", "河"),
    )


def test_a_group_changes_with_its_ties(clean: Database) -> None:
    sync(clean, groups("水"))
    (one,) = touched(clean, compare(clean, groups("水", first=1)))
    assert (one.change, one.uid, one.properties) == ("changed", "g0", ())
    assert set(one.ties) == {
        TieChange("added", "MEMBER_OF", "u2", "单位2"),
        TieChange("removed", "MEMBER_OF", "u0", "单位0"),
    }


def test_what_is_removed_has_its_name_still(clean: Database) -> None:
    sync(clean, groups("水", "林"))
    (one,) = touched(clean, compare(clean, groups("水")))
    assert (one.change, one.kind, one.uid, one.name) == ("removed", "Group", "g1", "林")


def test_what_is_the_same_is_not_named(clean: Database) -> None:
    sync(clean, groups("水"))
    assert touched(clean, compare(clean, groups("水"))) == []


@pytest.fixture
def with_own(database: Database, tmp_path: Path) -> Path:
    """A graph with the example of docs/data.md; a later version of its file."""
    load_groups(empty(database), [written(tmp_path, example())])
    later = (
        example().replace("东河治理领导小组\n", "东河治理委员会\n").replace('"370112"', '"370113"')
    )
    (tmp_path / "later").mkdir()
    return written(tmp_path / "later", later)


def test_the_command_names_them(
    with_own: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.load.load.database", lambda: nullcontext(database))
    words = ("load", "groups", str(with_own), "--dry-run")
    (block,) = [
        b for b in blocks(ROOT / "docs" / "spreadsheets.md", "text") if "--dry-run" in b.text
    ]
    told = invoke(*words).out
    assert agree(block.text.partition("\n")[2], told), told
    (row,) = json.loads(invoke(*words, "--format", "json").out)
    assert (row["change"], row["uid"]) == ("changed", "group:east-river")
    assert {(tie["change"], tie["name"]) for tie in row["ties"]} == {
        ("added", "长清区"), ("removed", "历城区"),
    }  # fmt: skip
    assert "group:east-river" in invoke(*words, "--format", "csv").out


@pytest.mark.usefixtures("named_server")
def test_other_nodes_are_shown_up_to_a_number(tmp_path: Path) -> None:
    words = ("load", "groups", str(written(tmp_path, example())), "--dry-run")
    assert "more (--show" not in invoke(*words).out
    answer = invoke(*words, "--show", "3")
    assert "group:east-river" in answer.out
    assert "and 8 more (--show 11 or --format json)." in answer.out
    assert len(invoke(*words, "--show", "3", "--format", "json").rows) == 12
    assert invoke("load", "groups", "--dry-run", "--format", "json").rows == []
