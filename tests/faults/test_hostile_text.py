"""Text that tries to be more than text, and a terminal that does not speak UTF-8."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.model import Label, Node
from loaders.load.verbs import load_groups
from loaders.write.apply import Records, sync
from tests.cli.conftest import invoke
from tests.faults.conftest import lsgraph
from tests.servers import empty

NAME = "<script>alert(1)</script> \"'`$x [red]红[/red] [link=file:///etc] ]] =1+1"
ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

FILE = """form: lsgraph/groups/1
sources:
  H1: {title: NAME, url: ADDRESS, kind: press, date: 2018-01-01, licence: facts only}
posts:
- {uid: "post:h", title: NAME, unit: "370000", mode: HEAD, branch: government}
groups:
- uid: "group:h"
  name: NAME
  name_en: NAME
  kind: 领导小组
  field: water
  leadership: single
  roster: complete
  from: 2018-01-01
  source: H1
  seats:
  - {role: chair, post: "post:h", title: NAME, from: 2018-01-01, source: H1, confidence: high}
  - {role: member, unit: "370300", title: NAME, from: 2018-01-01, source: H1, confidence: high}
  - {role: member, unit: "371600", title: NAME, from: 2018-01-01, source: H1, confidence: high}
  notes:
  - {text: NAME, source: H1}
"""


def hostile_file(folder: Path, name: str, address: str = "https://a.example/<script>") -> Path:
    """A group file in which every text is the hostile one."""
    path = folder / "敌意 小组.yaml"
    quoted = json.dumps(name, ensure_ascii=False)
    text = FILE.replace("NAME", quoted).replace("ADDRESS", json.dumps(address))
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


@pytest.fixture(scope="module")
def hostile(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A graph with the shipped groups and the hostile one."""
    folder = tmp_path_factory.mktemp("敌意")
    load_groups(empty(database), [hostile_file(folder, NAME)])
    return database


def test_the_name_is_stored_as_it_stands(hostile: Database) -> None:
    assert queries.group_profile("group:h", database=hostile)[0].name == NAME


def test_an_address_that_runs_does_not_get_in(hostile: Database, tmp_path: Path) -> None:
    says = r"敌意 小组\.yaml:\d+:\d+: This is not a web address. Write one that begins with http://"
    with pytest.raises(InputError, match=says):
        load_groups(hostile, [hostile_file(tmp_path, "东河", "javascript:alert(1)")], dry_run=True)


def test_control_characters_do_not_get_in(hostile: Database, tmp_path: Path) -> None:
    says = r"敌意 小组\.yaml:\d+:\d+: This character cannot be seen \(U\+0007 CONTROL\)"
    with pytest.raises(InputError, match=says):
        load_groups(hostile, [hostile_file(tmp_path, "\x1b[31m红\x07")], dry_run=True)


def test_a_turned_direction_does_not_get_in(hostile: Database, tmp_path: Path) -> None:
    says = (
        r"敌意 小组\.yaml:\d+:\d+: This character cannot be seen \(U\+202E RIGHT-TO-LEFT OVERRIDE\)"
    )
    with pytest.raises(InputError, match=says):
        load_groups(hostile, [hostile_file(tmp_path, "东\u202e河")], dry_run=True)


@pytest.mark.parametrize("form", ["table", "csv"])
def test_control_characters_do_not_get_out(
    hostile: Database, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("graph.connection.connect", lambda *_, **__: kept(hostile))
    node = Node(Label.DOCUMENT, "doc:\x1b[2J\x07", {"title": "\x1b]0;owned\x07"})
    sync(hostile, Records("esc\x1b[31m", [node]))
    answer = invoke("query", "run", "stored_nodes", "--limit", "100000", "--format", form)
    assert answer.code == 0
    assert "doc:\ufffd[2J\ufffd" in answer.out
    assert not {"\x1b", "\x07"} & set(answer.out)


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_no_form_of_answer_runs_it(
    hostile: Database, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("graph.connection.connect", lambda *_, **__: kept(hostile))
    answer = invoke("authority", "group:h", "--format", form)
    assert answer.code == 0
    assert "\x1b" not in answer.out
    if form == "json":
        assert answer.rows[0]["name"] == NAME
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(answer.out)))
        assert {row["group_name"] for row in rows} == {NAME}
        assert all(cell[:1] not in tuple("=+@") for row in rows for cell in row.values())
    else:
        assert "[red]红[/red]" in answer.out


def test_the_page_holds_it_as_text(
    hostile: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("graph.connection.connect", lambda *_, **__: kept(hostile))
    page = tmp_path / "敌意.html"
    assert invoke("view", "group", "group:h", "-o", str(page)).code == 0
    text = page.read_text(encoding="utf-8")
    assert "<script>alert(1)" not in text
    assert "javascript:alert" not in text


class Kept(Database):
    """The shared connection, which a command does not close."""

    def close(self) -> None:
        """Left open for the next test."""


def kept(of: Database) -> Kept:
    """The same connection, not to be closed."""
    return Kept(**{field.name: getattr(of, field.name) for field in fields(of)})


def test_a_locale_that_is_not_utf8(on_loaded: dict[str, str], tmp_path: Path) -> None:
    page = tmp_path / "济莱协作区.html"
    table = lsgraph("authority", "济莱协作区", **on_loaded, **ASCII)
    assert (table.returncode, table.stderr) == (0, b"")
    assert "莱芜市" in table.stdout.decode("utf-8")
    rows = lsgraph("authority", "济莱协作区", "--format", "json", **on_loaded, **ASCII)
    assert json.loads(rows.stdout.decode("utf-8"))[0]["name"].startswith("济")
    drawn = lsgraph("view", "group", "济莱协作区", "-o", str(page), **on_loaded, **ASCII)
    assert drawn.returncode == 0
    assert "莱芜市" in page.read_text(encoding="utf-8")


def test_an_error_in_a_locale_that_is_not_utf8(on_loaded: dict[str, str], tmp_path: Path) -> None:
    unknown = lsgraph("authority", "济莱协做区", **on_loaded, **ASCII)
    assert unknown.returncode == 1
    assert "济莱协作区" in unknown.stderr.decode("utf-8")
    missing = lsgraph("load", "groups", str(tmp_path / "没有.yaml"), **on_loaded, **ASCII)
    assert missing.returncode == 1
    assert "没有.yaml" in missing.stderr.decode("utf-8")
