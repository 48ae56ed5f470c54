"""No command replaces a file that is there unless told to, and each says so before it begins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer

from cli.main import app
from tests.cli.conftest import invoke
from tests.cli.test_commands import commands

ROOT = Path(__file__).resolve().parents[2]
NOTICE = str(ROOT / "tests" / "notices" / "texts" / "40_broken_titles.txt")
GROUP, TWO = "group:bth-air-lsg", ("山东省", "广东省")
NOWHERE = {"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "none"}
"""A server that does not answer: a command that asks before it looks at its file ends with 3."""

WORDS: dict[str, tuple[str, ...]] = {
    "cypher": ("any statement", "-o", "x.csv"), "types": ("--as-of", "2018", "-o", "x.csv"),
    "groups": ("济南市", "--as-of", "2018", "-o", "x.csv"),
    "query run": ("divisions_in_force", "-p", "as_of=2018-12-25", "-o", "x.csv"),
    "export": ("-o", "x.graphml"), "compare": (*TWO, "-o", "x.html"), "template": ("-o", "x.xlsx"),
    "read-notice": (NOTICE, "-o", "x.yaml"),
    "demo": ("-o", "folder"), "data package": ("-o", "folder"), "data check": ("-o", "x.md"),
    "site": ("-o", "folder"), "cite": ("-o", "x.bib"), 
    "data statement": (GROUP, "-o", "x.csv"), "data release": ("-o", "folder"),
    "data findings": ("-o", "x.md"), "data index": ("-o", "x.html"), "db dump": ("x.dump",),
    "view group": (GROUP, "-o", "x.html"), "view region": ("山东省", "-o", "x.pdf"),
    "view government": ("山东省", "-o", "x.html"), "view person": ("韩正", "-o", "x.svg"),
    "view nation": ("-o", "x.html"), "view series": (GROUP, "-o", "x.html"),
    "view beside": (*TWO, "-o", "x.html"), "view map": ("strong", "-o", "x.png"),
    "view strip": ("山东省", "-o", "x.svg"),
    "view query": ("succession_ties", "-p", "unit=div:371200:莱芜市", "-o", "x.html"),
}  # fmt: skip
"""How each command that writes a file is told which; a new one is added here."""

ELSEWHERE = {"db dump"}
"""Commands that write the file which an argument names, not -o."""


COMMAND: Any = typer.main.get_command(app)


def _options(words: tuple[str, ...]) -> set[str]:
    command = COMMAND
    for word in words:
        command = command.commands[word]
    return {name for option in command.params for name in option.opts}


ALL = {" ".join(words): _options(words) for words in sorted(commands(COMMAND))}


def test_every_command_that_writes_is_known() -> None:
    writing = {name for name, options in ALL.items() if options & {"-o", "--output"}}
    assert writing | ELSEWHERE == WORDS.keys()
    assert len(writing) > 20


@pytest.mark.parametrize("name", WORDS)
def test_it_takes_force(name: str) -> None:
    assert "--force" in ALL[name]


@pytest.mark.parametrize("name", WORDS)
def test_a_file_that_is_there_is_kept(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(WORDS[name][-1])
    held = path / "mine.txt" if path.name == "folder" else path
    held.parent.mkdir(exist_ok=True)
    held.write_text("mine", encoding="utf-8")
    answer = invoke(*name.split(), *WORDS[name], **NOWHERE)
    assert answer.code == 2, answer.err
    assert f"{path} exists already. Name another, or replace it with --force." in answer.err
    assert held.read_text(encoding="utf-8") == "mine"
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [tmp_path / held]


@pytest.mark.parametrize("name", ["template", "read-notice"])
def test_forced_it_is_replaced(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = (*name.split(), *WORDS[name])
    assert invoke(*asked).code == 0
    made = _contents(tmp_path)
    assert invoke(*asked).code == 2
    assert invoke(*asked, "--force").code == 0
    assert _contents(tmp_path).keys() == made.keys()
    assert all(made.values())


def test_a_file_of_load_divisions_is_never_replaced(tmp_path: Path) -> None:
    """There --force allows a load to remove much."""
    path = tmp_path / "x.csv"
    path.write_text("mine", encoding="utf-8")
    answer = invoke("load", "divisions", "--template", str(path), "--force", **NOWHERE)
    assert (answer.code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "exists already. Name another." in " ".join(answer.err.split())


def _contents(folder: Path) -> dict[str, int]:
    return {
        one.relative_to(folder).as_posix(): one.stat().st_size
        for one in folder.rglob("*") if one.is_file()
    }  # fmt: skip
