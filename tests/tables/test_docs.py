"""The manuals of spreadsheets and loaders say what the code does; their examples run."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.connection import Database
from graph.core.dates import start_bound
from graph.server.local import ensure_running
from graph.settings import NEO4J_VERSION, Settings
from loaders.files.dates import edtf
from loaders.groups.read import read_groups
from loaders.load.verbs import load_groups
from loaders.tables.schema import TABLES
from loaders.tables.vocabulary import ROLES
from loaders.write.apply import Records, sync
from tests.documents import ROOT, blocks
from tests.loaders.groups_for_tests import divisions
from tests.servers import empty

SHEETS = ROOT / "docs" / "spreadsheets.md"
LOADER = ROOT / "docs" / "loader.md"
TEXT = SHEETS.read_text(encoding="utf-8")


def test_every_table_and_column_is_listed() -> None:
    for table in TABLES:
        assert f"| `{table.name}` | {table.zh} |" in TEXT
        (row,) = re.findall(
            rf"^\| `{table.name}` \| (.*`{table.columns[0].name}`.*) \|$", TEXT, re.M
        )
        listed = [
            f"**`{c.name}`** {c.zh}" if c.required else f"`{c.name}` {c.zh}" for c in table.columns
        ]
        assert row == ", ".join(listed)


def test_every_role_is_listed() -> None:
    flat = " ".join(TEXT.split())
    assert all(f"`{role}` {words[0]}" in flat for role, words in ROLES.words.items())


def test_every_date_of_the_manual_is_read() -> None:
    told = re.findall(
        r"^\| (`[^|]+) \| [^|]+ \|$", TEXT.partition("## Dates")[2].partition("##")[0], re.M
    )
    texts = [text for row in told for text in re.findall(r"`([^`]+)`", row) if text != "to"]
    assert len(texts) > 12
    for text in texts:
        read = edtf(text)
        assert read == ".." or start_bound(read).day.year in (2014, 2018)


def test_the_example_of_the_manual_loads(tmp_path: Path) -> None:
    (block,) = blocks(SHEETS, "yaml")
    path = tmp_path / "own.yaml"
    path.write_text(block.text, encoding="utf-8")
    data = read_groups([path], divisions())
    assert [(s.role, s.executive) for s in data.seats] == [
        ("chair", False), ("deputy_chair", True), ("member", False), ("member", False),
    ]  # fmt: skip
    assert not [text for text in data.warnings if "Not understood" in text]


@pytest.fixture
def own_graph(
    server_of: Callable[[str], Settings], database: Database, monkeypatch: pytest.MonkeyPatch
) -> Database:
    """The shipped graph in a server that may be written, named in the environment."""
    load_groups(empty(database))
    settings = server_of(NEO4J_VERSION)
    endpoint = ensure_running(settings)
    named = {"URI": endpoint.uri, "USER": endpoint.user, "PASSWORD": endpoint.password}
    for name, value in {**named, "DATABASE": settings.database}.items():
        if value is not None:
            monkeypatch.setenv(f"NEO4J_{name}", value)
    return database


def test_the_example_loader_runs_and_is_short(
    own_graph: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (program,) = blocks(LOADER, "python")
    (lines,) = blocks(LOADER, "text")
    assert len(program.text.splitlines()) <= 40
    (tmp_path / "loader.py").write_text(program.text, encoding="utf-8")
    (tmp_path / "chairs.tsv").write_text(lines.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runpy.run_path("loader.py", run_name="__main__")
    assert re.search(r"[1-9]\d* added, 0 changed, 0 removed", capsys.readouterr().out)
    runpy.run_path("loader.py", run_name="__main__")
    assert "0 added, 0 changed, 0 removed" in capsys.readouterr().out
    sync(own_graph, Records("file:chairs"), force=True)
    assert load_groups(own_graph)[0].total == 0
